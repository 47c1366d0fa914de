// Package recognise reads the picture of a page: package scan finds what stands on
// it, the engines of package ocr say what it reads, and what comes out goes to
// package grid as the characters and rulings of any page do.
//
//	r := recognise.New(figures, text, nil)
//	p := r.Page(picture, recognise.Options{Number: 1})
//	found := grid.Find(p.Grids(), grid.Options{})
//	// found goes into doc …
//	recognise.Place(doc, []*recognise.Page{p})
//
// Nothing is made up: a character that no engine is sure of comes with its
// probability and with what else it may be, and ink that none can read is told.
package recognise

import (
	"math"

	"ziping/extract"
	"ziping/extract/grid"
	"ziping/extract/ocr"
	"ziping/extract/raster"
	"ziping/extract/scan"
)

// Reader reads pages. It is not safe for use by several goroutines.
type Reader struct {
	figures, text ocr.Engine
	done          func()
}

// New reads figures with one engine and all else with another. done, if not nil, is
// told of every page that was read.
func New(figures, text ocr.Engine, done func()) *Reader {
	if done == nil {
		done = func() {}
	}
	return &Reader{figures, text, done}
}

// Options say how a page is read.
type Options struct {
	Number int // of the page, from 1
	// DPI is how many dots go to an inch, whatever the picture says; 0 means that it
	// is not known better.
	DPI  float64
	Lang extract.Lang // of warnings
	// Heading reports whether a text is a heading of the forms looked for; nil means
	// that none is known.
	Heading func(text string) bool
	// Layer is what another program read on the page, where it has it; nil for nothing.
	Layer []grid.Glyph
	// Progress, if not nil, is told of every line.
	Progress func()
}

// Page is a page that was read.
type Page struct {
	Listed   extract.Page // as a Document lists it
	Grid     grid.Page    // on the straightened sheet
	Warnings []extract.Warning
	// Characters counts those that were read.
	Characters int
	// Poor says that next to nothing of the page can be made out: nothing of it is given.
	Poor bool
	// Alike and Unlike count the figures that Layer has the same, and not the same.
	Alike, Unlike int

	back func(x, y float64) (float64, float64)
	// border is where the left of two facing pages ends on the sheet, 0 for one page.
	border float64
	lines  []line
	// turn is how many quarter turns put it upright, and clear the share of its lines that
	// were made out, -1 where too few tell.
	turn  int
	clear float64
	// forward and backward count the lines that are headings, and those that are when they
	// are read from their end.
	forward, backward int
	// looked is how many lines there were when the page was last found legible.
	looked int
}

// Page reads one page.
func (r *Reader) Page(p *raster.Picture, o Options) *Page {
	if o.Progress == nil {
		o.Progress = func() {}
	}
	p.DPI = p.Resolution(o.DPI)
	out := r.page(p, o, 0)
	if over := out.backward > max(1, out.forward); over || out.headOver() {
		if other := r.page(p, o, (out.turn+1)%4+1); other.clear > 2*out.clear && other.forward >= out.forward || over && other.forward >= out.backward {
			out = other
		}
	}
	r.done()
	return out
}

// page reads a page that so many quarter turns put upright, see scan.Options.
func (r *Reader) page(p *raster.Picture, o Options, turn int) *Page {
	sheet, err := scan.Look(p, scan.Options{DPI: p.DPI, Turn: turn, Progress: o.Progress})
	if err != nil { // nothing can stand on it
		sheet = &scan.Sheet{Back: func(x, y float64) (float64, float64) { return x, y }}
	}
	dpi := p.DPI
	if sheet.Quality.DPI > 0 { // what the boxes are measured by
		dpi = sheet.Quality.DPI
	}
	out := &Page{
		Listed: extract.Page{Number: o.Number, Width: round(float64(p.W) * pointsPerInch / dpi), Height: round(float64(p.H) * pointsPerInch / dpi), Origin: extract.OriginScanned},
		Grid:   grid.Page{Number: o.Number, Width: sheet.Width, Height: sheet.Height, Rules: sheet.Rules},
		back:   sheet.Back,
		border: sheet.Border,
		turn:   sheet.Quality.Turn,
	}
	for i := range sheet.Regions {
		lines := r.region(&sheet.Regions[i], o.Progress)
		if sheet.Quality.Noise >= manySpecks && (!sheet.Regions[i].Enclosed || sheet.Quality.Em < pointless) {
			// Where specks are many rulings are broken: what none encloses may be run
			// together, or cut. And points of small characters are no larger than specks.
			for k := range lines {
				lines[k].reading = doubted(lines[k].reading, true)
			}
		}
		known(lines, o.Heading)
		for k := range lines {
			lines[k] = unmade(lines[k])
		}
		out.lines = append(out.lines, lines...)
		if out.hopeless() {
			out.clear = out.madeOut()
			out.forget()
			break
		}
	}
	if !out.Poor {
		out.clear = out.madeOut()
	}
	out.headings(o.Heading)
	lines := distinct(out.lines)
	out.lines = nil
	out.add(lines)
	out.second(o.Layer)
	out.warn(o, sheet.Quality)
	return out
}

// add takes lines that were read.
func (p *Page) add(lines []line) {
	for _, l := range lines {
		glyphs := l.glyphs()
		p.Grid.Glyphs = append(p.Grid.Glyphs, glyphs...)
		p.Characters += len(glyphs)
	}
	p.lines = append(p.lines, lines...)
}

const pointsPerInch = 72

func round(v float64) float64 { return math.Round(v*100) / 100 }
