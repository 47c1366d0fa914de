// Package weave puts text that lost its columns back into rows. Such text is a
// stream of cells, one after the other in reading order, some of the empty ones
// gone; what is left to go by is the order of the headings, what each cell can
// be, and the sums of the form.
//
//	r, ok := weave.Rows(doc, lex)        // lines as table.Lines gives them
//	doubt, ok := weave.Refused(doc, lex) // why there are none
//
// What these leave open is held back (Result.Held), and the fields it may belong
// to are garbled (Line.Doubt), never guessed.
package weave

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"ziping/extract"
	"ziping/normalize"
	"ziping/normalize/glue"
	"ziping/normalize/lexicon"
	"ziping/normalize/signs"
	"ziping/normalize/table"
	"ziping/normalize/value"
	"ziping/normalize/weave/stream"
	"ziping/text/numerals"
)

// weaver puts a stream of cells back into rows.
type weaver struct {
	*rows
	funds fundWeaver
	list  listWeaver
	foot  footWeaver
}

func newWeaver(c *stream.Cells) *weaver {
	w := &weaver{rows: &rows{Cells: c}}
	w.funds = fundWeaver{rows: w.rows}
	w.list = listWeaver{below: -1, rows: w.rows, funds: &w.funds, beside: besides{rows: w.rows}}
	w.foot = footWeaver{w.rows, &w.list}
	return w
}

// Rows puts the cells of a document back into rows; false where it is no such
// text, or where that cannot be done with certainty, and [Refused] says why.
func Rows(doc *extract.Document, lex *lexicon.Lexicon) (r Result, ok bool) {
	lines := table.Lines(doc, lex)
	table.Simplify(lines)
	if len(lines) == 0 || !Flattened(doc) && !glue.OneByOne(lines) {
		return r, false
	}
	if _, gone := glue.WithoutDigits(lines, lex); gone {
		return r, false
	}
	w := weave(doc, lines, lex)
	if w.refusing() != nil || !w.filled && signs.In(doc, lex) { // its headings are out of order
		return r, false
	}
	return Result{w.out, w.held, w.doubts}, true
}

// weave puts the cells of lines back into rows. refuse is set where that cannot
// be done with certainty; held are cells that found no certain place.
func weave(doc *extract.Document, lines []*table.Line, lex *lexicon.Lexicon) *weaver {
	w := newWeaver(stream.New(doc, table.JoinHalves(table.JoinOpen(table.Whole(lines, lex), lex, true), lex, true), lex))
	w.read()
	return w
}

// read reads the stream from its beginning to its end.
func (w *weaver) read() {
	for i := 0; i < len(w.Tokens) && w.refuse == nil; {
		i = w.next(i)
	}
	if w.refuse == nil {
		w.list.settleRows(nil, nil)
	}
}

// next reads what starts at token i and returns the token after it.
func (w *weaver) next(i int) int {
	t := &w.Tokens[i]
	if t.Blank {
		return i + 1
	}
	if t.Uncut {
		w.holdUncut(i)
		return i + 1
	}
	if h, ok := w.HeadingAt(i); ok {
		label := w.list.below
		w.list.below = -1
		return w.block(h, label)
	}
	if len(w.Blocks(t.Bare)) > 0 {
		if k := w.SkipBlanks(i + 1); k < len(w.Tokens) && len(w.Blocks(w.Tokens[k].Bare)) > 0 {
			if h, ok := w.HeadingAt(k); ok && h.Label == k {
				return w.block(h, i)
			}
		}
	}
	if k := w.SkipBlanks(i + 1); k < len(w.Tokens) && w.Lex.GoalColumn[t.Bare] == "expected" { // 当年绩效目标 | 年初目标 | 全年目标 | 完成情况
		if h, ok := w.HeadingAt(k); ok && h.Kind == table.GoalBlock && h.Label < 0 && h.Lower[0].ID == "expected" {
			h.Label = i
			return w.block(h, -1)
		}
	}
	if w.LabelsMoney(i) {
		h, _ := w.FundHeads(w.SkipBlanks(i+1), -1)
		h.Label = i
		return w.block(h, -1)
	}
	if w.AfterList && (w.Lex.Foot[t.Bare] != "" || w.list.beside.totalLabel(i)) || value.GradeLetter(t.Text) != "" && w.AfterList {
		return w.foot.foot(i)
	}
	if k := w.SkipBlanks(i + 1); w.AfterList && w.Lex.IndicatorColumn[t.Bare] == "reason" && k < len(w.Tokens) && !w.Tokens[k].Uncut && !value.IsFigure(w.Tokens[k].Text) && !w.StartsSomething(k) { // of the whole form
		w.row([]placedToken{{i, 0}, {k, 1}}, nil)
		return k + 1
	}
	if next := w.funds.pairs(i); next > i {
		return next
	}
	if w.Lex.Head[t.Bare] != "" {
		return w.label(i)
	}
	if slices.Contains(w.Blocks(t.Bare), "goals") && w.goalsInPairs(i+1) { // their label in front
		w.row([]placedToken{{i, 0}, {i + 1, 1}, {i + 2, 2}}, nil)
		w.row([]placedToken{{i + 3, 1}, {i + 4, 2}}, nil)
		return i + 5
	}
	if w.goalsInPairs(i) {
		w.row([]placedToken{{i, 0}, {i + 1, 1}}, nil)
		w.row([]placedToken{{i + 2, 0}, {i + 3, 1}}, nil)
		return i + 4
	}
	if texts := w.besideGoals(i); texts > 0 {
		w.row([]placedToken{{i, 0}, {i + 1, 1}, {i + 2, 2}}[:1+texts], nil)
		return i + 1 + texts
	}
	if w.soundsLikeLabel(i) {
		w.row([]placedToken{{i, 0}, {i + 1, 1}}, nil)
		return i + 2
	}
	w.pass(i)
	return i + 1
}

// soundsLikeLabel reports a label of the head that nobody knows, by what it ends in, with a
// value behind it on its line: 牵头单位 | 某局.
func (w *weaver) soundsLikeLabel(i int) bool {
	const longest = 10 // characters
	t := &w.Tokens[i]
	if i+1 >= len(w.Tokens) || w.filled || t.Uncut || w.Tokens[i+1].Uncut || w.Tokens[i+1].Blank || t.Line != w.Tokens[i+1].Line {
		return false
	}
	return utf8.RuneCountInString(t.Bare) <= longest && !w.Lex.Knows(t.Bare) && w.Lex.Words.LabelEnd.End(t.Bare) && saysSomething(w.Tokens[i+1].Text) && !w.StartsSomething(i+1) && !w.Lex.Words.LabelEnd.End(w.Tokens[i+1].Bare)
}

// saysSomething reports a text that may be a value, which a tick is not: 1、常年性 | ☑.
func saysSomething(s string) bool {
	return value.IsNothing(s) || strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

// besideGoals is the number of texts behind the label of the goals, without headings
// of their own; 0 where it is not that label, or they are more than can be expected
// and actual.
func (w *weaver) besideGoals(i int) int {
	k := i + 1
	for k < len(w.Tokens) && !w.Tokens[k].Blank && !w.StartsSomething(k) && k <= i+3 {
		k++
	}
	heads := func(t stream.Token) bool { return w.Lex.Knows(t.Bare) }
	if !slices.Contains(w.Blocks(w.Tokens[i].Bare), "goals") || k > i+3 || slices.ContainsFunc(w.Tokens[i+1:k], heads) {
		return 0
	}
	return k - i - 1
}

// goalsInPairs reports goals of which each stands behind its label: 年度绩效目标 | 建好路 |
// 实际完成情况 | 已建好.
func (w *weaver) goalsInPairs(i int) bool {
	if i+3 >= len(w.Tokens) || w.Lex.GoalColumn[w.Tokens[i].Bare] != "expected" || w.Lex.GoalColumn[w.Tokens[i+2].Bare] != "actual" {
		return false
	}
	text := func(k int) bool {
		t := &w.Tokens[k]
		return !t.Blank && !t.Uncut && !w.Lex.Knows(t.Bare) && !value.IsFigure(t.Text)
	}
	return text(i+1) && text(i+3) && (i+4 == len(w.Tokens) || w.Tokens[i+4].Blank || w.StartsSomething(i+4))
}

// block reads a block whose headings are known. before is a label in front of
// the block's own, or -1.
func (w *weaver) block(h stream.Heading, before int) int {
	w.headingRows(&h, before)
	switch h.Kind {
	case table.FundBlock:
		return w.funds.funds(&h)
	case table.GoalBlock:
		return w.goals(&h)
	}
	return w.listed(h)
}

// listed reads the list of indicators, whose total may stand directly under its headings.
func (w *weaver) listed(h stream.Heading) int {
	total := w.SkipBlanks(h.End)
	if total < len(w.Tokens) && w.Lex.Foot[w.Tokens[total].Bare] == "total" {
		if figures, end := w.list.beside.figures(total + 1); len(figures) > 0 && len(figures) <= 2 && w.SkipBlanks(end) < len(w.Tokens) {
			h.End = end
			i := w.list.list(&h)
			if w.refuse == nil {
				w.foot.foot(total)
			}
			return i
		}
	}
	return w.list.list(&h)
}

// headingRows writes the heading of a block as one row or two.
func (w *weaver) headingRows(h *stream.Heading, before int) {
	var top, low []placedToken
	if before >= 0 {
		top = append(top, placedToken{before, 0})
	}
	if h.Label >= 0 {
		col := 0
		if before >= 0 && h.Kind == table.GoalBlock {
			col = 1
			for k := range h.Lower {
				h.Lower[k].Col++
			}
		}
		top = append(top, placedToken{h.Label, col})
	}
	above := map[int]bool{}
	for _, x := range h.Upper {
		above[x.Token] = true
		top = append(top, placedToken{x.Token, x.Col})
	}
	for _, x := range h.Lower {
		if !above[x.Token] {
			low = append(low, placedToken{x.Token, x.Col})
		}
	}
	if len(h.Upper) == 0 || len(h.Upper) == 1 && h.Source {
		w.row(append(top, low...), nil)
		return
	}
	w.row(top, nil)
	w.row(low, nil)
}

// label reads 项目名称 and the value behind it. A label directly followed by
// another one is blank; several cells of one line are one value, up to its end or the
// next label.
func (w *weaver) label(i int) int {
	k := i + 1
	from := k
	for k < len(w.Tokens) && !w.Tokens[k].Blank && !w.StartsSomething(k) && !w.funds.pairAt(k) && (k == from || !w.Lex.Heads(w.Tokens[k].Bare) && !w.soundsLikeLabel(k)) {
		k++
	}
	if k == from && k < len(w.Tokens) && w.Tokens[k].Blank {
		k++ // the blank is the value
		from = k
	}
	cells := []placedToken{{i, 0}}
	if k > from {
		cells = append(cells, placedToken{from, 1})
	}
	end := k
	for end > from+1 && !(w.OneLine(i, end) && w.oneValue(from, end)) {
		end--
	}
	if n := end - from; n > 1 {
		k = end
		t := w.Tokens[from]
		items := make([]table.Item, 0, n)
		for _, x := range w.Tokens[from:k] {
			items = append(items, x.Item)
		}
		t.Parts, t.Item = t.Parts+n-1, table.NewItem(w.Lex, table.Joined(items), t.Col, 1, 1, t.At)
		w.Tokens[from] = t
		from = k
	}
	for x := from + 1; x < k; x++ {
		w.pass(x)
	}
	w.row(cells, nil)
	return k
}

// oneValue reports cells that fill their line up to the next label, or in a text of one line a numbered list.
func (w *weaver) oneValue(from, k int) bool {
	last := len(w.Tokens) - 1
	if w.Tokens[0].Line != w.Tokens[last].Line {
		return k > last || w.Tokens[k].Line != w.Tokens[k-1].Line || w.Lex.Head[w.Tokens[k].Bare] != ""
	}
	var texts []string
	for _, t := range w.Tokens[from:k] {
		texts = append(texts, t.Folded)
	}
	return numerals.Counts(texts)
}

// refusing is the reason why a stream is not read at all: its rows cannot be
// told, or most of its cells found no certain place.
func (w *weaver) refusing() *normalize.Doubt {
	if w.refuse != nil {
		return w.refuse
	}
	printed := 0
	for i := range w.Tokens {
		if !w.Tokens[i].Blank {
			printed++
		}
	}
	if len(w.held)*2 > printed && len(w.doubts) > 0 {
		return &w.doubts[0]
	}
	return nil
}
