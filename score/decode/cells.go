package decode

import (
	"math"
	"strings"

	"ziping/extract"
	"ziping/normalize"
	"ziping/normalize/value"
	"ziping/score/identity"
	"ziping/text/num"
)

// cell is a recognised figure of the form with all that it may read.
type cell struct {
	path     normalize.Path
	field    *normalize.Field
	lang     language
	least    float64   // how sure the likeliest reading is by itself
	readings []reading // the first is what the document says
	start    int       // the likeliest
	first    int       // the cheapest reading, and
	second   int       // the next one
	places   int32     // a rate printed as a fraction is this many places smaller
	tests    []int     // identities that it stands in
	at       int       // number within its part
	poor     bool      // its page is hard to read
	beside   int       // cell that mostly says the same, from 1; 0 for none
}

// reading is one thing that a cell may say.
type reading struct {
	text  string
	print identity.Print
	cost  float64 // 0 for the likeliest
}

// open reports a cell that may say more than one thing.
func (c *cell) open() bool { return len(c.readings) > 1 }

// newCell is the cell of a field that a picture gave, text being all that stands
// there. A cell whose glyphs are not known, or that holds more than the field, has
// one reading.
func newCell(path normalize.Path, f *normalize.Field, text string, glyphs []extract.Glyph, confidence float64) cell {
	c := cell{path: path, field: f, least: confidence}
	c.readings = []reading{{text: text, print: printOf(f)}}
	if len(glyphs) == 0 || f.Text != text {
		return c
	}
	c.lang = languageOf(glyphs)
	c.least = c.lang.least
	c.places = fractionOf(f, text)
	if !c.lang.open() {
		return c
	}
	said, spelt := c.lang.cost(strings.ReplaceAll(text, " ", ""))
	for _, t := range c.lang.texts() {
		cost := t.cost
		if !spelt { // what was read is no spelling of the glyphs: commas are set right
			cost = max(cost, halfCost)
		}
		c.add(t.text, cost)
	}
	if spelt {
		c.readings[0].cost = said
	}
	c.rank()
	c.start = c.first
	least := c.readings[c.start].cost
	all := 0.0
	for r := range c.readings {
		c.readings[r].cost -= least
		all += math.Exp(-c.readings[r].cost)
	}
	// What else the characters spell is no figure and not meant: ~7 for a weight of 7.
	c.least = min(c.lang.fixed, c.lang.known/all)
	return c
}

// rank finds the two cheapest readings.
func (c *cell) rank() {
	c.first, c.second = 0, -1
	for r := range c.readings {
		switch cost := c.readings[r].cost; {
		case cost < c.readings[c.first].cost:
			c.first, c.second = r, c.first
		case r != c.first && (c.second < 0 || cost < c.readings[c.second].cost):
			c.second = r
		}
	}
}

// halfCost is the cost of a reading half as probable.
const halfCost = 0.7

// add notes one more reading, if it says something that the others do not, and
// returns its number; -1 for what is no figure.
func (c *cell) add(text string, cost float64) int {
	p := c.reads(text)
	if !p.OK && !p.Blank {
		return -1
	}
	for i := range c.readings {
		o := &c.readings[i].print
		if o.OK == p.OK && o.Blank == p.Blank && (!p.OK || o.N.Equal(p.N)) {
			return i
		}
	}
	c.readings = append(c.readings, reading{text, p, cost})
	return len(c.readings) - 1
}

// reads is what the cell would say with another text.
func (c *cell) reads(text string) identity.Print {
	f := value.Figure(text)
	marks := c.path.Column().Kind() == normalize.Marks
	if marks {
		f = value.AsMark(f)
	}
	p := printOf(f)
	if marks && p.N.Sign() < 0 {
		return identity.Print{}
	}
	p.N = p.N.Shift(c.places)
	return p
}

func printOf(f *normalize.Field) identity.Print {
	n, ok := f.Number()
	return identity.Print{N: n, OK: ok, Blank: f.IsBlank()}
}

// fractionOf is 2 for a rate that is printed as a fraction, 0.9311 for 93.11.
func fractionOf(f *normalize.Field, text string) int32 {
	n, ok := f.Number()
	m, plain := value.Figure(text).Number()
	if ok && plain && !n.Equal(m) && n.Equal(m.Shift(2)) {
		return 2
	}
	return 0
}

// ask looks for a value among what the picture bears, however improbable, and notes
// it as a reading; -1 where the picture bears no print of it.
func (c *cell) ask(n num.Decimal) int {
	for i := range c.readings {
		if p := &c.readings[i].print; p.OK && p.N.Equal(n) {
			return i
		}
	}
	if !c.lang.more {
		return -1
	}
	best, text := farCost, ""
	for _, t := range prints(n.Shift(-c.places)) {
		if cost, ok := c.lang.cost(t); ok && cost < best {
			best, text = cost, t
		}
	}
	if text == "" {
		return -1
	}
	r := c.add(text, best)
	c.rank()
	return r
}

// prints are the ways to print a figure.
func prints(n num.Decimal) []string {
	out := make([]string, 0, 8)
	for p := n.Significant(); p <= max(n.Significant(), 2); p++ {
		s := n.Fixed(p)
		out = append(out, s)
		if g := grouped(s); g != s {
			out = append(out, g)
		}
	}
	return out
}

// grouped is a printed figure with commas between its thousands.
func grouped(s string) string {
	from, end := 0, len(s)
	for i := range len(s) {
		switch s[i] {
		case '-':
			from = i + 1
		case '.':
			end = i
		}
	}
	for i := end - 3; i > from; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
