package funds

import (
	"slices"

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
// partBlocks makes two blocks of it, one below the other, so that no figure of the one is
// read as an amount of the other's rows. A line of a half keeps its table and row.
func partBlocks(d *draft.Draft, i int) {
	head := d.Lines[i]
	at := secondBlock(head, d.Lex)
	if at < 0 {
		return
	}
	from := head.Items[at].Col
	var left, right []*table.Line
	end := i
	for ; end < len(d.Lines) && (end == i || !d.StartsBlock(end) && inHalves(d.Lines[end], from, d.Lex)); end++ {
		l := d.Lines[end]
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
	d.Lines = slices.Concat(d.Lines[:i], left, right, d.Lines[end:])
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
	if l.Loose || len(l.Items) == 0 {
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
