// Package drawn says what is drawn on a page besides its characters, and how runs
// of text are drawn: rulings, pictures, filled areas, clips, the order of it all.
//
//	w := drawn.New(layers.New(data))
//	w.Turn()                              // for each page
//	d, ok := w.Draw(page, view, 1_000_000) // !ok: more than that is drawn
//	… take the text of the page …
//	w.Back()
//	d.Rules
//
// The walk comes before the text of a page is taken, because on the way it mends
// runs of which PDFium would lose characters: some are given a width (widen),
// some are moved aside (repeats.go; Aside says how far), and the words that marks
// say in place of what is drawn are taken away (marks.go; Said keeps them).
package drawn

import (
	"math"

	"ziping/extract"
	"ziping/extract/grid"
	"ziping/extract/pdfin/layers"
	"ziping/extract/pdfin/pdfium"
	"ziping/extract/pdfin/plane"
)

// Drawing is what is drawn on a page besides text, placed by its view.
type Drawing struct {
	Rules  []grid.Rule
	Images []extract.Box
	// Finest is the finest of the large pictures.
	Finest Fineness
	Dark   []extract.Box // filled areas that white text shows on
	Covers []Cover       // areas and pictures in the order of drawing

	// Shapes are filled figures with curves or many corners, as large as characters or
	// lines of them.
	Shapes []extract.Box

	// Rings are the coloured rings that are as large as seals.
	Rings []Ring

	figures []figures // rulings that may be parts of characters
}

// Fineness is how many dots of a picture go to an inch of the page, which of the two ways
// differ on faxes; 0 where there is none.
type Fineness struct{ Across, Down float64 }

// Wider reports whether rulings run past the left and the right edge of a page: a
// table is wider than the paper, and is read whole.
func (d *Drawing) Wider(width float64) (left, right bool) {
	const beyond = 10.0
	for _, r := range d.Rules {
		left = left || r.X0 < -beyond && r.X1 > beyond
		right = right || r.X0 < width-beyond && r.X1 > width+beyond
	}
	return left, right
}

// mostAreas are the filled areas and pictures of a page that are remembered.
const mostAreas = 2000

// Walker walks over the objects of pages.
type Walker struct {
	off   *layers.Off
	limit int // of objects and segments yet to visit
	out   *Drawing
	view  plane.Matrix // of the page
	// ground are the dark areas drawn so far.
	ground []extract.Box
	// high and low are what the path at hand is clipped to.
	high, low float64
	// order counts the objects; traces tell of runs of text.
	order  int
	traces map[uint64]Trace
	// runs are the last runs of text, aside how far some were moved: see part.
	runs    []textRun
	striped stripes // of the last pictures
	aside   map[uint64]moved
	// actual gives for runs the mark that says in other words what they are, and
	// spoken what it says: see hush.
	actual map[uint64]uint64
	spoken map[uint64]string
}

// New returns a Walker that leaves out what lies on layers that are off.
func New(off *layers.Off) *Walker {
	return &Walker{off: off, high: math.Inf(-1), low: math.Inf(1), aside: map[uint64]moved{}, actual: map[uint64]uint64{}, spoken: map[uint64]string{}, traces: map[uint64]Trace{}}
}

// Turn forgets the page before: PDFium uses its handles again.
func (d *Walker) Turn() {
	d.runs = d.runs[:0]
	clear(d.aside)
	clear(d.actual)
	clear(d.spoken)
}

// Draw lists what is drawn on a page; false if that is more than limit objects
// and segments. A page may be drawn again in another view.
func (d *Walker) Draw(page pdfium.Page, view plane.Matrix, limit int) (*Drawing, bool) {
	d.limit, d.out, d.ground, d.order, d.view = limit, &Drawing{}, d.ground[:0], 0, view
	clear(d.traces)
	d.striped = stripes{}
	for i := range max(page.Objects(), 0) {
		d.object(page.Object(i), view, 0, false)
		if d.limit < 0 {
			return nil, false
		}
	}
	d.unstripe()
	return d.out, true
}

func (d *Walker) rule(b extract.Box) {
	for _, v := range b {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return
		}
	}
	if b[1] > d.low || b[3] < d.high {
		return
	}
	d.out.Rules = append(d.out.Rules, grid.Rule{X0: b[0], Y0: max(b[1], d.high), X1: b[2], Y1: min(b[3], d.low)})
}
