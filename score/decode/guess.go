package decode

import (
	"strings"

	"ziping/extract"
	"ziping/normalize"
	"ziping/normalize/value"
)

// What a form is made of is told by its figures, too: a score that was read as a word
// may be taken for a reason, and then no sum speaks of it. So a cell that was read as
// no figure is taken for the likeliest one that its picture bears until the sums have
// been asked. What they do not confirm is doubtful, or as it was read at first.

// unseenCost is the most that a figure may cost where nothing was seen at all.
const unseenCost = 4.0

// guess puts figures where none were read.
func (d *decoder) guess() {
	var edits []extract.Edit
	for t := range d.doc.Tables {
		cells := d.doc.Tables[t].Cells
		for i := range cells {
			at := extract.CellRef(t, &cells[i])
			s := d.seen[at.Key()]
			if s == nil || len(s.glyphs) == 0 {
				continue
			}
			if text, ok := s.guess(); ok {
				edits = append(edits, extract.Edit{At: at, Old: s.text, New: text})
			}
		}
	}
	if len(edits) == 0 || !d.apply(edits) {
		return
	}
	for _, e := range edits {
		s := d.seen[e.At.Key()]
		s.guessed, s.repaired = true, false
	}
	d.placed(edits)
}

// placed takes back the guesses that are no field of the form: what was read first may be
// understood without one, as ≤ beside its target is.
func (d *decoder) placed(guesses []extract.Edit) {
	at := map[extract.Ref]bool{}
	for i := range d.forms {
		d.forms[i].Report.Each(func(f *normalize.Field) {
			if f.At != nil {
				at[f.At.Key()] = true
			}
		})
	}
	var edits []extract.Edit
	for _, e := range guesses {
		if !at[e.At.Key()] {
			edits = append(edits, extract.Edit{At: e.At, Old: e.New, New: e.Old})
		}
	}
	if len(edits) > 0 {
		d.apply(edits)
	}
}

// guess is the likeliest figure of a cell that was read as none.
func (s *seen) guess() (text string, ok bool) {
	if isFigure(s.text) {
		return "", false
	}
	most := farCost
	if value.IsNothing(s.text) {
		most = unseenCost
	}
	l := languageOf(s.glyphs)
	apart := strings.ContainsRune(s.text, ' ') && strings.ReplaceAll(s.text, " ", "") == extract.Spelling(s.glyphs)
	if !l.open() && !apart || !l.numeric() {
		return "", false
	}
	for _, t := range l.texts() {
		if t.cost <= most && isFigure(t.text) {
			return t.text, true
		}
	}
	return "", false
}

func isFigure(text string) bool {
	_, ok := value.Figure(text).Number()
	return ok
}

// numeric reports that all that is sure of a cell may be part of a figure.
func (l *language) numeric() bool {
	for _, s := range l.slots {
		if len(s) == 1 && strings.Trim(s[0].text, "0123456789.,-+%") != "" {
			return false
		}
	}
	return true
}

// restore takes back the guesses that nothing confirmed and that stand for something
// understood: a range (1-6) that may be 16.
func (d *decoder) restore() {
	var edits []extract.Edit
	for i := range d.forms {
		d.forms[i].Report.Each(func(f *normalize.Field) {
			if f.At == nil {
				return
			}
			s := d.seen[f.At.Key()]
			if s == nil || !s.guessed || s.judged || f.Text != s.text {
				return
			}
			if was := value.Actual(s.was, ""); was.State == normalize.Parsed && was.Value != "" {
				edits = append(edits, extract.Edit{At: *f.At, Old: s.text, New: s.was})
			}
		})
	}
	if len(edits) > 0 {
		d.apply(edits)
	}
}
