package funds

import (
	"slices"
	"strings"

	"ziping/normalize"
	"ziping/normalize/draft"
	"ziping/normalize/lexicon"
	"ziping/normalize/table"
)

// Two blocks of money may stand side by side under one heading row, in which the same
// columns are named twice with a heading of labels between:
//
//	收入构成 | 年初预算 | 调整后预算 | 支出构成 | 年初预算 | 调整后预算 | 实际支出
//	财政拨款 | 4200     | 4350       | 基本支出 | 1200     | 1250       | 1246.30
//	合计     | 4300     | 4500       | 合计     | 4300     | 4500       | 4348.85
//
// Above them may stand what each is: 收入 | | | 支出.
//
// partBlocks makes two blocks of it, one below the other, so that no figure of the one is
// read as an amount of the other's rows. A line of a half keeps its table and row.
func partBlocks(d *draft.Draft, i int) {
	head := d.Lines[i]
	at := secondBlock(head, d.Lex)
	if at < 0 {
		return
	}
	from := head.Items[at].Col
	var left, right, rest []*table.Line
	end := i
	halved := func(k int) bool {
		return k < len(d.Lines) && !d.StartsBlock(k) && inHalves(d.Lines[k], from, d.Lex)
	}
	for ; end < len(d.Lines) && (end == i || halved(end) || len(d.Lines[end].Items) == 1 && !d.StartsBlock(end) && halved(end+1)); end++ {
		l := d.Lines[end]
		if end > i && !halved(end) { // what is left of a torn cell
			rest = append(rest, l)
			continue
		}
		k := slices.IndexFunc(l.Items, func(it table.Item) bool { return it.Col >= from })
		if k < 0 {
			k = len(l.Items)
		}
		for _, half := range []struct {
			lines *[]*table.Line
			items []table.Item
		}{{&left, l.Items[:k:k]}, {&right, l.Items[k:]}} {
			if len(half.items) > 0 {
				one := *l
				one.Items = half.items
				*half.lines = append(*half.lines, &one)
			}
		}
	}
	d.Lines = slices.Concat(d.Lines[:i], left, right, rest, d.Lines[end:])
}

// secondBlock is the place in a heading row of the heading over the labels of a second
// block: no column of money itself, and right before a column that was named before. -1
// where the row heads one block.
func secondBlock(l *table.Line, lex *lexicon.Lexicon) int {
	isColumn := func(k int) bool { return table.IsFundColumn(lex.FundColumn[l.Items[k].Bare]) }
	for k := 2; k+1 < len(l.Items); k++ {
		if isColumn(k) || !isColumn(k+1) {
			continue
		}
		if slices.ContainsFunc(l.Items[:k], func(it table.Item) bool { return it.Bare == l.Items[k+1].Bare }) {
			return k
		}
	}
	return -1
}

// inHalves reports a row of two such blocks: in each half that holds anything a label,
// then figures alone.
func inHalves(l *table.Line, from int, lex *lexicon.Lexicon) bool {
	if l.Loose {
		return false
	}
	label, second := -1, false // the place of the half's label, and which half it is
	for k := range l.Items {
		it := &l.Items[k]
		if beyond := it.Col >= from; beyond != second {
			second, label = beyond, -1
		}
		switch {
		case it.Claimed || label < 0 && !second && len(lex.Block[it.Bare]) > 0 && lex.Source[it.Bare] == "":
		case label < 0 && !isAmount(it):
			label = k
		case label < 0 || !isAmount(it):
			return false
		}
	}
	return true
}

// Band takes a row above two such blocks that says what each of them is, and returns the
// line after it, i where line i is none.
func Band(p *Reader, i int) int {
	l := p.Lines[i]
	if i+1 >= len(p.Lines) || l.Loose || l.Heads != table.NoHead || p.Lines[i+1].Table != l.Table || p.Lines[i+1].Heads != table.FundHead || l.HasFigure() {
		return i
	}
	head := p.Lines[i+1]
	at := secondBlock(head, p.Lex)
	if n := len(l.Items); at < 0 || n < 2 || n > 3 || l.Items[n-1].Col < head.Items[at].Col || l.Items[n-2].Col >= head.Items[at].Col {
		return i
	}
	for k := range l.Items {
		it := &l.Items[k]
		it.Claimed, it.Role = true, normalize.RoleHeading
		p.UnitFrom(it)
	}
	p.income = strings.Contains(l.Items[len(l.Items)-2].Bare, p.Lex.Words.Income)
	return i + 1
}

// comesIn reports that the first money of a block is what comes in: by the row above, or by
// the heading over its labels.
func comesIn(p *Reader, head *table.Line) bool {
	in := p.income
	p.income = false
	for k := range head.Items {
		it := &head.Items[k]
		if table.IsFundColumn(p.Lex.FundColumn[it.Bare]) {
			break
		}
		in = in || strings.Contains(it.Bare, p.Lex.Words.Income) && p.Lex.FundColumn[it.Bare] == "label"
	}
	return in
}

// nothingSpent makes further columns of what was spent and its share, in a block of money
// that comes in: its final account is what came. Where a balance is left, it was spent.
func (t *fundTable) nothingSpent() {
	if slices.ContainsFunc(t.slots, func(s table.Slot) bool { return s.ID == string(normalize.Balance) }) {
		return
	}
	for k := range t.slots {
		if id := normalize.Column(t.slots[k].ID); id == normalize.Executed || id == normalize.ExecutionRate {
			t.slots[k].ID = lexicon.Further
		}
	}
}
