package read

import (
	"strings"

	"ziping/normalize/lexicon"
	"ziping/normalize/table"
)

// A form has each of its blocks once: the money, the goals, the list. Where one begins a
// second time behind a list that ended, with its total or where another block began, another
// form began above it whose title and head are lost. Headings printed again on the next page
// stand within the list.

// blocks are those that a form has so far.
type blocks struct {
	seen  map[table.HeadKind]bool
	ended bool // the list, by its total or by a block behind it
	end   int  // the line of its total, or of its last headings
	heads int  // the last row of headings
}

func newBlocks() blocks { return blocks{seen: map[table.HeadKind]bool{}, heads: -1} }

// block is the block that the next line begins; NoHead where it goes on with the one above.
// A row of headings right below another is of the same block: 年初设定 | 实际完成 under 指标值.
func (b *blocks) block(i int, l *table.Line) table.HeadKind {
	if b.heads >= 0 && i == b.heads+1 {
		return table.NoHead
	}
	return block(l)
}

// block is the block that a row of headings is of; NoHead for no such row, and for those of
// the small tables around the form.
func block(l *table.Line) table.HeadKind {
	switch l.Heads {
	case table.SideHead, table.FundHead:
		return table.FundHead
	case table.GoalHead, table.IndicatorHead:
		return l.Heads
	}
	return table.NoHead
}

// add takes the next line; total says that it is the row of a total.
func (b *blocks) add(i int, l *table.Line, total bool) {
	kind := b.block(i, l)
	switch list := b.seen[table.IndicatorHead]; {
	case kind == table.IndicatorHead, total && list && !b.ended:
		b.end = i
		b.ended = total
	case kind != table.NoHead && list:
		b.ended = true
	}
	b.seen[kind] = true
	if block(l) != table.NoHead {
		b.heads = i
	}
}

// beginAgain reports the headings of a block that the form has already.
func (b *blocks) beginAgain(i int, l *table.Line) bool {
	kind := b.block(i, l)
	return kind != table.NoHead && b.seen[kind] && b.seen[table.IndicatorHead] && (b.ended || kind != table.IndicatorHead)
}

// from is the line with which the other form begins whose block begins again at line i: its
// head, or the goals, which stand above a list.
func (b *blocks) from(lines []*table.Line, i int, lex *lexicon.Lexicon) int {
	for k := b.end + 1; k < i; k++ {
		if kind := block(lines[k]); namesForm(lines[k], lex) || kind == table.GoalHead {
			return k
		}
	}
	return i
}

// namesForm reports a line of the head that says whose form it is, or in what its money is.
func namesForm(l *table.Line, lex *lexicon.Lexicon) bool {
	if len(l.Items) == 0 {
		return false
	}
	id := lex.Head[l.Items[0].Bare]
	return id == "project" || id == "project_code" || id == "code" || id == "money_unit" || strings.HasPrefix(id, "organisation_")
}
