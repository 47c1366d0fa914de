package read

import (
	"slices"

	"ziping/normalize"
	"ziping/normalize/lexicon"
	"ziping/normalize/value"
	"ziping/text/dates"
)

// draft is the report of one form while it is being filled: the lines it is
// read from, what is known of it so far, and where each block lies. The readers
// of the blocks share it; what only one of them remembers is that one's own.
type draft struct {
	lex    *lexicon.Lexicon
	lines  []*line
	rep    *normalize.Report
	blocks []block // where each block of the form lies, for the layout

	organised organised
}

// newDraft is an empty draft of the form on some lines.
func newDraft(lines []*line, lex *lexicon.Lexicon) *draft {
	return &draft{lex: lex, lines: lines, rep: &normalize.Report{Unplaced: []normalize.Unplaced{}}}
}

// organised is the organisation taken so far: of several printed in the head
// the one whose kind stands first in the lexicon, and of two of a kind the first.
type organised struct {
	id, label string
	item      *item
}

// lastBlock is the block read last; there must be one.
func (d *draft) lastBlock() *block { return &d.blocks[len(d.blocks)-1] }

// startsBlock reports that line i heads a block, so that the one before it ends.
func (d *draft) startsBlock(i int) bool {
	l := d.lines[i]
	return l.heads != nothingHead
}

// year is the form's year as far as it is known, else "".
func (d *draft) year() string {
	if d.rep.Year == nil {
		return ""
	}
	return d.rep.Year.Value
}

// other files a cell that has no key of its own under its label.
func (d *draft) other(label string, it *item, text string) {
	f := value.Words(text)
	f.At = it.ref()
	it.claimed, it.path = true, normalize.OtherPath(len(d.rep.Other))
	d.rep.Other = append(d.rep.Other, normalize.Labelled{Label: label, Field: f})
}

// total is the record of the form's foot.
func (d *draft) total() *normalize.Total {
	if d.rep.Total == nil {
		d.rep.Total = &normalize.Total{}
	}
	return d.rep.Total
}

// yearFrom takes the year that a title or a heading names, if none is known yet.
func (d *draft) yearFrom(it *item) {
	if d.rep.Year != nil {
		return
	}
	if y, ok := dates.In(it.folded); ok {
		d.rep.Year = &normalize.Field{Text: it.text, Value: y, State: normalize.Parsed, Reading: normalize.Read, At: it.ref()}
		if it.path.IsZero() {
			it.path = normalize.YearPath
		}
	}
}

// empty reports that nothing of a form was found: no block, or no title and
// nothing in the blocks that assesses. A list of headings is no form, nor are
// accounts of money that was planned alone, nor figures under 实际 that nothing
// was aimed at: final accounts and returns of statistics have those.
func (d *draft) empty() bool {
	r := d.rep
	if len(d.blocks) == 0 && (r.Funds == nil || len(r.Funds.Rows) == 0) {
		return true
	}
	return r.Title == nil && len(r.Goals) == 0 && !spends(r.Funds) && !aims(r.Indicators)
}

// spends reports money that is said to be spent, or marked for it.
func spends(f *normalize.Funds) bool {
	return f != nil && slices.ContainsFunc(f.Rows, func(r normalize.FundRow) bool {
		return r.Executed != nil || r.ExecutionRate != nil || r.Weight != nil || r.Score != nil
	})
}

// aims reports indicators with a level, a target or marks.
func aims(list []normalize.Indicator) bool {
	return slices.ContainsFunc(list, func(i normalize.Indicator) bool {
		return i.Level1 != nil || i.Level2 != nil || i.Target != nil || i.Weight != nil || i.Score != nil
	})
}
