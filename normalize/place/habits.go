package place

import (
	"slices"

	"ziping/normalize/habit"
	"ziping/normalize/table"
)

// rowsFrom are the rows of a list from line i on, without the label of a block beside them,
// and without subtotals.
func rowsFrom(p *listPlacer, i int, slots []table.Slot) (rows [][]*table.Item) {
	for ; i < len(p.Lines) && !endsRows(p, i, slots); i++ {
		if l := p.Lines[i]; !l.Woven && p.foot.subtotal(l) == nil {
			rows = append(rows, cellsOf(p, l, slots))
		}
	}
	return rows
}

// endsRows reports a line that is no row of the list and ends it: one that heads a block, its
// total, or labels below it.
func endsRows(p *listPlacer, i int, slots []table.Slot) bool {
	l := p.Lines[i]
	return p.StartsBlock(i) || p.foot.startsFoot(l) || l.First() != nil && p.isLabelled(l, slots)
}

// pagesFrom are the rows of a list from line i on over the headings that pages repeat, and the
// line they end at: what its columns hold, all its pages say together.
func pagesFrom(p *listPlacer, head, i int, slots []table.Slot) (rows [][]*table.Item, end int) {
	for i < len(p.Lines) {
		rows = append(rows, rowsFrom(p, i, slots)...)
		for i < len(p.Lines) && !endsRows(p, i, slots) {
			i++
		}
		if i == len(p.Lines) || !repeatsHeadings(p.Lines[i], p.Lines[head]) {
			break
		}
		i++
	}
	return rows, i
}

// repeatsHeadings reports a row of headings of which all stand in the row above the list.
func repeatsHeadings(l, head *table.Line) bool {
	return l.Heads == table.IndicatorHead && !slices.ContainsFunc(l.Items, func(it table.Item) bool {
		return !slices.ContainsFunc(head.Items, func(o table.Item) bool { return o.Bare == it.Bare })
	})
}

// chooseLevel puts a word for a first level that stands where the rest of its row has left
// its place into the column that it would have moved from with the rest, where the other
// rows say that it is a second level: each first level of the list has a second one beside
// it, or points behind its name.
//
//	项目绩效（75分） | 产出时效 | 汛前完工 | 5月31日   | …
//	效益             | 保护耕地 | ≥1.2万亩 | 1.25万亩 | …
func chooseLevel(p *listPlacer, items []*table.Item, kinds []table.Kind, slots []table.Slot, at []int) []int {
	one, two := table.IndexOf(slots, "level1"), table.IndexOf(slots, "level2")
	first := slices.Index(at, one)
	if len(items) < habit.FewestCells || one < 0 || two < 0 || first < 0 || first+1 == len(at) || slices.Contains(at, two) || kinds[first].Strong || p.Lex.Words.BesideFull.Has(items[first].Bare) {
		return at
	}
	shift := slots[at[first+1]].Shift(items[first+1].Col)
	for c := first + 1; c < len(at); c++ {
		if slots[at[c]].Shift(items[c].Col) != shift {
			return at
		}
	}
	off := items[first].Col + shift
	packed := p.packed && at[first+1] > two
	if !packed && (shift == 0 || !slots[two].Covers(off)) || !p.habit.TwoLevels && (!p.habit.Pointed || levelField(items[first]).Weight != "") {
		return at
	}
	at = slices.Clone(at)
	at[first] = two
	return at
}
