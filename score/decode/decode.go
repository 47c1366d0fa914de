// Package decode reads the figures of a recognised form jointly. A picture gives for
// each figure several readings with their probabilities (extract.Cell.Glyphs); the
// form prints the same secret several times over (score/identity). Of all ways to read
// its cells the most probable one is taken in which the form agrees with itself, as an
// error-correcting code is decoded:
//
//	doc, forms = decode.Run(doc, forms) // between normalizing and auditing
//	f.Reading // proved, repaired, doubtful or read
//	f.Was     // 283667.30, where the picture was first read so and 233667.30 is meant
//
// Whatever reads otherwise than the likeliest characters costs the logarithm of how
// much less probable it is, and an identity that fails costs what a misprint does, since
// offices misprint, too. So a smudged figure is put right where the sums want it and
// the picture bears it, and what is printed clearly stays as it is printed and fails:
// that is the form's error, and none of the reader's. What several readings explain
// nearly as well is left as it was read first, and said to be doubtful.
//
// A reading is proved where an identity would not hold with another last digit and
// nothing else makes the form agree that is nearly as probable; what no identity touches
// never is. The values of the constants are in spell.go, net.go and decide.go.
package decode

import (
	"math"
	"slices"

	"ziping/extract"
	"ziping/normalize"
	"ziping/normalize/read"
	"ziping/text/num"
)

// mostRounds bounds how often a form is read again with what was put right: a figure
// may tell what a row is, and the row which sums there are.
const mostRounds = 3

// Run returns a copy of the document in which misread figures are put right, and its
// forms, whose fields say how sure their reading is. The forms must be those that
// normalizing doc gave. A document without recognised figures comes back as it is.
func Run(doc *extract.Document, forms []normalize.Form) (*extract.Document, []normalize.Form) {
	d := decoder{doc: doc, forms: forms}
	if !d.find() {
		return doc, forms
	}
	d.guess()
	for range mostRounds {
		edits := d.round()
		if len(edits) == 0 || !d.apply(edits) {
			break
		}
	}
	d.restore()
	d.mark()
	return d.doc, d.forms
}

// decoder is the work on one document.
type decoder struct {
	doc   *extract.Document
	forms []normalize.Form
	// seen are the recognised cells, by place.
	seen map[extract.Ref]*seen
	// poor are the pages that are hard to read.
	poor map[int]bool
}

// seen is a recognised cell and what became of it.
type seen struct {
	text       string // as it stands in the document
	glyphs     []extract.Glyph
	confidence float64 // of its least certain character
	was        string  // as it was read first, where that is not text
	repaired   bool
	guessed    bool           // text is what a figure that is none, or not seen, may be
	path       normalize.Path // of the figure there
	verdict    verdict
	judged     bool // it has a verdict
	page       int
	poor       bool // its page is hard to read
}

// find lists the recognised cells; false where no figure is among them.
func (d *decoder) find() bool {
	if !slices.ContainsFunc(d.doc.Tables, func(t extract.Table) bool {
		return slices.ContainsFunc(t.Cells, func(c extract.Cell) bool { return len(c.Glyphs) > 0 })
	}) {
		return false
	}
	d.seen = map[extract.Ref]*seen{}
	for t := range d.doc.Tables {
		cells := d.doc.Tables[t].Cells
		for i := range cells {
			c := &cells[i]
			s := &seen{text: c.Text, glyphs: c.Glyphs, page: c.Page}
			switch n, err := num.Parse(c.Confidence); {
			case len(c.Glyphs) > 0:
				l := languageOf(c.Glyphs)
				s.confidence = l.least
			case err == nil:
				s.confidence = n.Float64()
			default:
				continue
			}
			d.seen[extract.CellRef(t, c).Key()] = s
		}
	}
	d.judgePages()
	return true
}

// round decides all forms as they are read now and returns what is to be put right.
func (d *decoder) round() []extract.Edit {
	var edits []extract.Edit
	for i := range d.forms {
		r := &d.forms[i].Report
		if r.Refusal != "" {
			continue
		}
		n := newNet(r, d.cellsOf(r))
		for k, v := range n.decide() {
			c := &n.cells[k]
			s := d.seen[c.field.At.Key()]
			if s.repaired {
				v.margin = s.verdict.margin
			}
			s.verdict, s.judged, s.path, s.confidence = v, true, c.path, c.least
			chosen := c.readings[n.now[k]].text
			switch {
			case chosen != s.text:
				edits = append(edits, extract.Edit{At: *c.field.At, Old: s.text, New: chosen})
			case s.guessed && (v.proved || n.changed(k)):
				s.guessed, s.repaired = false, true
			}
		}
	}
	return edits
}

// cellsOf are the recognised figures of a form: money, rates and marks.
func (d *decoder) cellsOf(r *normalize.Report) []cell {
	var out []cell
	holds := map[extract.Ref]int{} // figures in one place
	figures := func(do func(path normalize.Path, f *normalize.Field, s *seen)) {
		for _, x := range r.Fields() {
			switch x.Path.Column().Kind() {
			case normalize.Money, normalize.Rate, normalize.Marks:
				if x.Field.At == nil {
					continue
				}
				if s := d.seen[x.Field.At.Key()]; s != nil {
					do(x.Path, x.Field, s)
				}
			}
		}
	}
	figures(func(_ normalize.Path, f *normalize.Field, _ *seen) { holds[f.At.Key()]++ })
	figures(func(path normalize.Path, f *normalize.Field, s *seen) {
		glyphs := s.glyphs
		if holds[f.At.Key()] > 1 || s.repaired {
			glyphs = nil
		}
		c := newCell(path, f, s.text, glyphs, s.confidence)
		c.poor = s.poor
		if s.repaired {
			c.least = 1
		}
		out = append(out, c)
	})
	return out
}

// apply makes the edits and reads the document again; false, changing nothing, where
// other forms come of it.
func (d *decoder) apply(edits []extract.Edit) bool {
	edited, err := extract.Apply(d.doc, edits)
	if err != nil {
		return false
	}
	again := read.Run(edited, read.Options{Like: d.forms})
	if len(again) != len(d.forms) {
		for _, e := range edits {
			d.seen[e.At.Key()].verdict = verdict{failed: true}
		}
		return false
	}
	d.doc, d.forms = edited, again
	for _, e := range edits {
		s := d.seen[e.At.Key()]
		first := s.text
		if s.guessed {
			first = s.was
		}
		s.text, s.guessed = e.New, false
		s.was, s.repaired = first, s.text != first
	}
	return true
}

// low is the confidence below which a figure that nothing confirms is doubtful.
const low = 0.9

// fair is the confidence from which a figure is not doubted for standing in a sum that
// fails, nor one that stands among words, as points of a level do, which no alternatives are
// kept of: nearly all misread ones lie below.
const fair = 0.95

// mark tells the fields how sure they are.
func (d *decoder) mark() {
	for i := range d.forms {
		r := &d.forms[i].Report
		r.Each(func(f *normalize.Field) {
			if f.At == nil || f.At.IsLine() {
				return
			}
			s := d.seen[f.At.Key()]
			if s == nil {
				return
			}
			reading, sureness := s.reading(f)
			f.Confidence = decimal(sureness)
			if reading != "" {
				f.Reading = reading
			}
			if s.was != s.text && (s.repaired || s.guessed) && f.Text == s.text {
				f.Was = s.was
			}
		})
		d.markBlank(r)
	}
}

// markBlank tells blank figures of which something may have been seen: their cells are
// none to those who read the form.
func (d *decoder) markBlank(r *normalize.Report) {
	for _, s := range d.seen {
		if s.text != "" || s.path.IsZero() || s.confidence >= fair {
			continue
		}
		if f, _ := r.Field(s.path); f != nil && f.At == nil && f.State == normalize.Blank {
			f.Reading, f.Confidence = normalize.Doubtful, decimal(s.confidence)
		}
	}
	d.markLost(r)
}

// reading is how a field was read, "" for one that is left as it is, and how sure.
func (s *seen) reading(f *normalize.Field) (normalize.Reading, float64) {
	v := &s.verdict
	figure := f.IsFigure() || f.Op != "" || f.Weight != "" || f.Threshold != "" || f.State == normalize.Garbled || s.judged
	settled := 1 - math.Exp(-v.margin)
	switch {
	case s.repaired && (v.proved || !v.failed) && f.State == normalize.Parsed:
		return normalize.Repaired, settled
	case s.judged && v.proved && !s.guessed && f.State == normalize.Parsed:
		return normalize.Proved, max(s.confidence, settled)
	case s.judged && v.failed && (s.confidence < fair || s.poor && s.confidence < fairOnPoor || v.margin < clear), s.repaired, s.guessed:
		return normalize.Doubtful, min(s.confidence, low)
	case figure && (s.confidence < low || f.State == normalize.Garbled), f.Weight != "" && s.confidence < fair:
		return normalize.Doubtful, s.confidence
	}
	return "", s.confidence
}
