package scan

import (
	"errors"
	"math"
	"slices"

	"ziping/extract/grid"
	"ziping/extract/raster"
	"ziping/extract/scan/blocks"
	"ziping/extract/scan/cells"
	"ziping/extract/scan/ridge"
	"ziping/extract/scan/straight"
	"ziping/extract/scan/tone"
)

// Options steer Look.
type Options struct {
	// DPI overrules what the picture says of its resolution; 0 leaves it.
	DPI float64
	// Turn is how many quarter turns clockwise put the picture upright, 4 for none, where
	// that is known; 0 leaves it to its characters.
	Turn int
	// Progress, if not nil, is told that work goes on.
	Progress func()

	strewn  bool // with single dots, which were taken away
	stamped bool // with a grey seal, which was lifted
}

// errSmall is a picture on which nothing can stand.
var errSmall = errors.New("scan: picture too small to hold text")

const (
	// smallest is the least side of a picture, in dots.
	smallest = 16
	// longest is the longest side that is looked at.
	longest = 30000
)

// Look finds rulings, cells and lines of text on the picture of a page. It keeps
// neither the picture nor parts of it.
func Look(p *raster.Picture, o Options) (*Sheet, error) {
	if p == nil || p.W < smallest || p.H < smallest || p.W > longest || p.H > longest || len(p.Grey) < p.W*p.H {
		return nil, errSmall
	}
	p = tone.Printed(p, p.Resolution(o.DPI))
	p, o.strewn = tone.Unsalted(p, p.Resolution(o.DPI))
	under := p
	p, o.stamped = tone.Unstamped(p, p.Resolution(o.DPI))
	s, err := lookAt(p, o)
	if err != nil {
		return nil, err
	}
	if o.strewn {
		s.Quality.Noise = max(s.Quality.Noise, noisy)
	}
	if o.stamped {
		s.sealed(under, p)
	}
	return s, nil
}

// noisy is the noise of a page that was strewn with single dots.
const noisy = 1.0

func lookAt(p *raster.Picture, o Options) (*Sheet, error) {
	if o.Turn > 0 {
		return as(p, o, o.Turn%4)
	}
	if halves := facing(p, o); halves != nil {
		if s := both(halves, o); s != nil {
			return s, nil
		}
	}
	s, quarters, err := look(p, o)
	if err != nil || quarters == 0 {
		return s, err
	}
	if t, err := upright(p, o, quarters); err == nil {
		return t, nil
	}
	return s, nil
}

// errUpright says that a page stood upright from the first.
var errUpright = errors.New("scan: the page is upright")

// look is Look at a picture as it stands, and tells how many quarter turns would put it
// upright.
func look(p *raster.Picture, o Options) (*Sheet, int, error) {
	dpi := p.Resolution(o.DPI)
	step := max(1, int(dpi/finest))
	if dpi < coarse {
		step = 0
	}
	d := &desk{picture: p, ink: tone.Of(p, step), dpi: dpi, strewn: o.strewn}
	d.step = d.ink.Step
	d.dark, d.noise = darkness(d.ink), d.ink.Noise()
	d.evened()
	d.em = usual * dpi / 72 / d.step
	progress(o)
	d.ridges = ridge.Find(d.ink, d.em)
	em, spots := d.size()
	d.stamped = o.stamped || len(blocks.Seals(spots, d.em)) > 0 || p.Reddish()
	d.found = em > 0
	if em > d.em*other || em > 0 && em < d.em/other {
		d.em = em
		d.ridges = ridge.Find(d.ink, d.em)
	} else if em > 0 {
		d.em = em
	}
	progress(o)
	quarters := d.standing(spots)
	d.flat = straight.Fit(d.ink.W, d.ink.H, curves(d.ridges), d.lean())
	if d.prune() {
		d.flat = straight.Fit(d.ink.W, d.ink.H, curves(d.ridges), d.lean())
	}
	d.straighten()
	return d.sheet(), quarters, nil
}

func progress(o Options) {
	if o.Progress != nil {
		o.Progress()
	}
}

// prune drops ridges that stay bent or leaning on a page made straight: arcs of seals
// and folds of the paper are no rulings. Nor is the edge of the paper on what it lies on.
func (d *desk) prune() bool {
	n := len(d.ridges)
	d.ridges = slices.DeleteFunc(d.ridges, func(r *ridge.Ridge) bool {
		lo, hi := math.Inf(1), math.Inf(-1)
		ps := points(r)
		if m := ps[len(ps)/2]; !r.Crossed && d.ink.Edge(m[0]*d.step, m[1]*d.step) {
			return true
		}
		for _, p := range ps {
			u, v := d.flat.Sheet(p[0], p[1])
			if !r.Level {
				v = u
			}
			lo, hi = min(lo, v), max(hi, v)
		}
		return hi-lo > crooked*d.em+0.015*float64(len(r.At))
	})
	return len(d.ridges) < n
}

// crooked is how far a short ruling strays from straight at most, in characters.
const crooked = 0.14

// other is how many times larger or smaller than expected characters are for which
// rulings are looked for again.
const other = 1.25

const (
	// finest is the resolution above which a page is shrunk before rulings are
	// looked for, by whole numbers.
	finest = 145
	// coarse is the resolution below which it is doubled.
	coarse = 130
	// faint is how dark strokes are that are hardly seen, of 255.
	faint = 120
	// usual is the size of characters on forms, in points.
	usual = 10.5
)

// desk is a page while it is worked on. Lengths are dots of the shrunk page unless
// said otherwise.
type desk struct {
	picture  *raster.Picture
	ink      *tone.Ink
	even     *tone.Ink // where what stands on it is looked for: ink, or that evened out
	step     float64   // dots of the picture to one of the shrunk page
	dpi      float64   // of the picture
	em       float64
	dark     float64 // how dark strokes are, of 255
	noise    float64 // how much the darkness of paper varies
	least    float64 // how dark what stands on it is where it is looked for, at least
	specks   float64 // for each character
	density  float64 // of specks, in the square of a character
	strewn   bool    // single dots were all over it
	stamped  bool    // a seal stands on it
	found    bool    // characters were
	upright  bool    // points and commas stand low
	ridges   []*ridge.Ridge
	flat     *straight.Map
	segments []cells.Segment
	faces    []cells.Face
}

// darkness is how dark the strokes of a page are: the mean of what is more than half
// as dark as its darkest thousandth.
func darkness(k *tone.Ink) float64 {
	var count [256]int
	for _, d := range k.D {
		count[d]++
	}
	left, most := len(k.D)/1000+1, 255
	for ; most > 0 && left > count[most]; most-- {
		left -= count[most]
	}
	n, sum := 0, 0
	for d := max(1, most/2); d < 256; d++ {
		n += count[d]
		sum += d * count[d]
	}
	if n == 0 {
		return 255
	}
	return max(20, float64(sum)/float64(n))
}

func curves(ridges []*ridge.Ridge) []straight.Curve {
	var out []straight.Curve
	for _, r := range ridges {
		c := straight.Curve{Level: r.Level, Weight: 1, Points: points(r)}
		out = append(out, c)
	}
	return out
}

// points are the middles of a ridge's dots on the page.
func points(r *ridge.Ridge) [][2]float64 {
	ps := make([][2]float64, len(r.At))
	for i := range r.At {
		ps[i] = point(r, i)
	}
	return ps
}

// point is the middle of one dot of a ridge on the page: a ridge counts dots, and the
// page begins at the edge of its first dot.
func point(r *ridge.Ridge, i int) [2]float64 {
	along, across := float64(r.From+i)+0.5, r.At[i]+0.5
	if r.Level {
		return [2]float64{along, across}
	}
	return [2]float64{across, along}
}

// straighten makes segments of ridges, and faces of them.
func (d *desk) straighten() {
	for _, r := range d.ridges {
		var sum, n float64
		from, to := math.Inf(1), math.Inf(-1)
		for _, p := range points(r) {
			u, v := d.flat.Sheet(p[0], p[1])
			if !r.Level {
				u, v = v, u
			}
			from, to = min(from, u), max(to, u)
			sum += v
			n++
		}
		d.segments = append(d.segments, cells.Segment{Level: r.Level, At: sum / n, From: from, To: to, Weight: 1})
	}
	d.segments = cells.Snap(d.segments, d.em)
	d.faces = cells.Faces(d.segments, d.em)
}

// sheet is what comes out, in points.
func (d *desk) sheet() *Sheet {
	pt := 72 / d.dpi * d.step
	s := &Sheet{Width: d.flat.SheetW * pt, Height: d.flat.SheetH * pt}
	for _, g := range d.segments {
		if g.Level {
			s.Rules = append(s.Rules, grid.Rule{X0: g.From * pt, X1: g.To * pt, Y0: g.At * pt, Y1: g.At * pt})
		} else {
			s.Rules = append(s.Rules, grid.Rule{X0: g.At * pt, X1: g.At * pt, Y0: g.From * pt, Y1: g.To * pt})
		}
	}
	s.Regions = append(d.regions(pt), d.outside(pt)...)
	s.Quality = Quality{DPI: d.dpi, Skew: d.flat.Skew(), Noise: d.specks, Seal: d.stamped, Faint: d.dark < faint}
	if d.found {
		s.Quality.Em = d.em * d.step
	}
	s.upright = d.upright
	flat := d.flat
	s.Back = func(x, y float64) (float64, float64) {
		x, y = flat.Page(x/pt, y/pt)
		return x * pt, y * pt
	}
	return s
}
