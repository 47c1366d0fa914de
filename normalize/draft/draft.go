// Package draft holds the report of one form while it is being filled, and what
// readers of all blocks do alike: file a labelled value, remember the year and
// the unit of money, ask where a block begins.
//
//	d := draft.New(lines, lex)
//	d.Labelled("项目名称", cell, cell.Text) // Report.Project, and the cell's Path
//	d.Other("备注", cell, cell.Text)        // what has no key of its own
//
// Whoever files a cell sets its Claimed, Role and Path; what nobody claims is
// listed as unplaced in the end.
package draft

import (
	"slices"
	"strings"

	"ziping/normalize"
	"ziping/normalize/lexicon"
	"ziping/normalize/table"
	"ziping/normalize/value"
	"ziping/text/blank"
	"ziping/text/dates"
)

// Draft is the report of one form while it is being filled: the lines it is
// read from, what is known of it so far, and where each block lies. The readers
// of the blocks share it; what only one of them remembers is that one's own.
type Draft struct {
	Lex    *lexicon.Lexicon
	Lines  []*table.Line
	Report *normalize.Report
	Blocks []table.Block // where each block of the form lies, for the layout

	organised organised
}

// New is an empty draft of the form on some lines.
func New(lines []*table.Line, lex *lexicon.Lexicon) *Draft {
	return &Draft{Lex: lex, Lines: lines, Report: &normalize.Report{Unplaced: []normalize.Unplaced{}}}
}

// organised is the organisation taken so far: of several printed in the head
// the one whose kind stands first in the lexicon, and of two of a kind the first.
type organised struct {
	id, label string
	item      *table.Item
}

// LastBlock is the block read last; there must be one.
func (d *Draft) LastBlock() *table.Block { return &d.Blocks[len(d.Blocks)-1] }

// EndBlock adds a block that was read; what pages end with below its last row is no part of it.
func (d *Draft) EndBlock(b table.Block) {
	for b.End > b.Body && d.Lines[b.End-1].OfPages() {
		b.End--
	}
	d.Blocks = append(d.Blocks, b)
}

// StartsBlock reports that line i heads a block, so that the one before it ends.
func (d *Draft) StartsBlock(i int) bool {
	l := d.Lines[i]
	return l.Heads != table.NoHead
}

// Year is the form's year as far as it is known, else "".
func (d *Draft) Year() string {
	if d.Report.Year == nil {
		return ""
	}
	return d.Report.Year.Value
}

// Other files a cell that has no key of its own under its label.
func (d *Draft) Other(label string, it *table.Item, text string) {
	f := value.Words(text)
	f.At = it.Ref()
	it.Claimed, it.Path = true, normalize.OtherPath(len(d.Report.Other))
	d.Report.Other = append(d.Report.Other, normalize.Labelled{Label: label, Field: f})
}

// Total is the record of the form's foot.
func (d *Draft) Total() *normalize.Total {
	if d.Report.Total == nil {
		d.Report.Total = &normalize.Total{}
	}
	return d.Report.Total
}

// YearFrom takes the year that a title or a heading names, if none is known yet.
func (d *Draft) YearFrom(it *table.Item) {
	if d.Report.Year != nil {
		return
	}
	if y, ok := dates.In(it.Folded); ok {
		d.Report.Year = &normalize.Field{Text: it.Text, Value: y, State: normalize.Parsed, Reading: normalize.Read, At: it.Ref()}
		if it.Path.IsZero() {
			it.Path = normalize.YearPath
		}
	}
}

// Empty reports that nothing of a form was found: no block, or no title and
// nothing in the blocks that assesses. A list of headings is no form, nor are
// accounts of money that was planned alone, nor figures under 实际 that nothing
// was aimed at: final accounts and returns of statistics have those.
func (d *Draft) Empty() bool {
	r := d.Report
	if len(d.Blocks) == 0 && (r.Funds == nil || len(r.Funds.Rows) == 0) {
		return true
	}
	if d.examines() {
		return true
	}
	return !d.assesses() && len(r.Goals) == 0 && (!d.spends() || manyOffices(r)) && !d.aims()
}

// assesses reports a title that says what the form does.
func (d *Draft) assesses() bool {
	return d.Report.Title != nil && d.Lex.Words.Assessing.In(lexicon.Bare(d.Report.Title.Text))
}

// examines reports an examination that calls itself a self-evaluation: marks under a
// title, or above it a name, that says whose they are, or marks for nothing that was
// aimed at. What has money, a project, goals or a known level is none, whoever is named;
// nor is what was aimed at by an office that the title speaks of and the head names.
func (d *Draft) examines() bool {
	r, words := d.Report, d.Lex.Titles
	title := ""
	if r.Title != nil {
		title = lexicon.Bare(r.Title.Text)
	}
	if r.Funds != nil && len(r.Funds.Rows) > 0 || len(r.Goals) > 0 || r.Project != nil || len(r.Indicators) == 0 || words.Money.In(title) {
		return false
	}
	aimed := d.heads("name", d.Lex.Words.ThirdLevel)
	for i := range r.Indicators {
		x := &r.Indicators[i]
		aimed = aimed || d.aimed(x) || x.Level1 != nil || x.Level2 != nil
		if !x.Level1.IsBlank() && d.Lex.Level1[lexicon.Bare(x.Level1.Text)] || !x.Level2.IsBlank() && d.Lex.Level2[lexicon.Bare(x.Level2.Text)] && strings.HasSuffix(lexicon.Bare(x.Level2.Text), d.Lex.Words.Indicator) {
			return false
		}
	}
	named := slices.ContainsFunc(r.Other, func(o normalize.Labelled) bool {
		return words.NamesPerson(blank.Fold(o.Label)) || words.NamesPerson(blank.Fold(o.Text))
	})
	if aimed && r.Organisation != nil && words.Offices.In(title) {
		named = false
	}
	return named || words.SaysPersons(title) || !aimed && !strings.Contains(title, words.Performance)
}

// foreign reports a title of something else: 一般公共预算支出表, 年度考核评分表. Money that
// was spent, or marks for a target, say nothing below it.
func (d *Draft) foreign() bool { return d.Report.Title != nil && !d.assesses() }

// manyOffices reports a table of money whose rows are no sources of it but offices or
// projects, a total at most among them, and nothing of a form around it: how far the
// budgets of a county are spent.
func manyOffices(r *normalize.Report) bool {
	if len(r.Indicators) > 0 || r.Project != nil || r.Organisation != nil || r.Total != nil {
		return false
	}
	strangers := 0
	for i := range r.Funds.Rows {
		switch source := r.Funds.Rows[i].Source; {
		case strings.HasPrefix(source, "source"):
			strangers++
		case source != "total":
			return false
		}
	}
	return strangers > 1
}

// spends reports money that is said to be spent, or marked for it. What final accounts
// call spent (决算数) says nothing alone: they have it too; nor does what a table of
// something else calls so.
func (d *Draft) spends() bool {
	accounted := d.heads(string(normalize.Executed), d.Lex.Words.FinalAccount)
	f := d.Report.Funds
	return f != nil && slices.ContainsFunc(f.Rows, func(r normalize.FundRow) bool {
		spent := r.Executed != nil && !accounted || r.ExecutionRate != nil
		return spent && !d.foreign() || r.Weight != nil || r.Score != nil
	})
}

// aims reports indicators with a level, or with marks for a target: what was planned and
// reached alone is a return of statistics, marks alone any examination. A heading that
// says of the names that they are those of a third level says enough.
func (d *Draft) aims() bool {
	third := d.heads("name", d.Lex.Words.ThirdLevel)
	return slices.ContainsFunc(d.Report.Indicators, func(i normalize.Indicator) bool {
		marked := i.Weight != nil || i.Score != nil
		aimed := d.aimed(&i)
		return i.Level1 != nil || i.Level2 != nil || third && (marked || aimed) || marked && aimed && !d.foreign()
	})
}

// aimed reports an indicator with a target: what fits no column may be one only if the
// list has a column for it.
func (d *Draft) aimed(x *normalize.Indicator) bool {
	return x.Target != nil && (x.Target.State != normalize.Garbled || d.heads(string(normalize.Target), ""))
}

// heads reports a column of a kind whose heading has a word in it.
func (d *Draft) heads(id, word string) bool {
	return slices.ContainsFunc(d.Blocks, func(b table.Block) bool {
		return slices.ContainsFunc(b.Slots, func(s table.Slot) bool {
			return s.ID == id && strings.Contains(lexicon.Bare(s.Label), word)
		})
	})
}
