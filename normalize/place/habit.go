package place

import (
	"slices"

	"ziping/normalize/table"
)

// What the rows of a list that stand under their headings show of its columns: which of
// them no row leaves empty, and which hold figures alone or words alone. A row that lacks
// what all the others have has lost a blank rather.
//
//	二级指标 | 三级指标     | 目标值 | 完成值 | 分值 | 得分
//	数量     | 发放补贴人数 | 充分   | 充分   | 15   | 14.9
//	时效     | 按期办结     | 及时   | 10     | 10   |

// habit is what a list shows of each of its columns.
type habit struct {
	costs          table.ColumnCosts
	slots          []table.Slot // with what leaving them empty costs
	figures, words []bool       // of columns whose headings say nothing of what they hold
	twoLevels      bool         // whoever prints a first level prints a second one beside it
	pointed        bool         // the first levels have points behind their names
	level          int          // the one column of levels, which holds those of either kind; -1 for none
}

const (
	fewestRows   = 4  // rows that make a habit
	fewestCells  = 3  // cells of a row that has any
	leftOut      = 20 // the cost of leaving a column empty that no row leaves empty
	ofAnother    = 20 // the cost of a figure among words, and the other way round
	mostShifted  = 3  // one row in so many may have moved and look as if it had not
	fewestLevels = 2  // first levels that make a habit
)

// told are the columns of which it is known what they hold.
var told = []string{"name", "op", "unit", "target", "adjusted_target", "actual", "weight", "score"}

// habits looks at the rows of a list from line i on.
func habits(p *listPlacer, i int, slots []table.Slot, costs table.ColumnCosts) habit {
	h := habit{costs: costs, level: oneLevel(slots), slots: slices.Clone(slots), figures: make([]bool, len(slots)), words: make([]bool, len(slots))}
	rows := 0
	count := make([]struct{ figures, words int }, len(slots))
	levels := struct{ one, two, pointed int }{}
	for ; i < len(p.Lines) && !p.StartsBlock(i) && !p.foot.startsFoot(p.Lines[i]); i++ {
		items := listed(p.Lines[i], slots)
		at, ok := standing(items, slots, func(c, s int) int { return costs.Of(items[c].Kind(p.Lex).Look, s) })
		if !ok || p.Lines[i].Woven || p.foot.subtotal(p.Lines[i]) != nil {
			continue
		}
		rows++
		for c, s := range at {
			switch k := items[c].Kind(p.Lex); {
			case k.Nothing:
				count[s].words++
				count[s].figures++
			case k.Words:
				count[s].words++
			default:
				count[s].figures++
			}
			switch slots[s].ID {
			case "level1":
				levels.one++
				if levelField(items[c]).Weight != "" {
					levels.pointed++
				}
				if c+1 < len(at) && slots[at[c+1]].ID == "level2" {
					levels.two++
				}
			}
		}
	}
	h.twoLevels = levels.one >= fewestLevels && levels.two == levels.one
	h.pointed = levels.one >= fewestLevels && levels.pointed == levels.one
	if rows < fewestRows {
		return h
	}
	for s := range slots {
		n := &count[s]
		switch slots[s].ID {
		case "level1", "level2", "reason":
			continue
		}
		if most := max(n.figures, n.words); mostShifted*(rows-most) <= rows {
			h.slots[s].Missing = max(slots[s].Missing, leftOut)
			further := !slices.Contains(told, slots[s].ID)
			h.figures[s], h.words[s] = further && n.words == 0, further && n.figures == 0
		}
	}
	return h
}

// oneLevel is the only column of levels of a list, -1 where it has none or two.
func oneLevel(slots []table.Slot) int {
	one, two := table.IndexOf(slots, "level1"), table.IndexOf(slots, "level2")
	if one >= 0 && two >= 0 {
		return -1
	}
	return max(one, two)
}

// listed are the cells of a row of the list, without the label of a block beside it.
func listed(l *table.Line, slots []table.Slot) []*table.Item {
	items := make([]*table.Item, 0, len(l.Items))
	for k := range l.Items {
		if it := &l.Items[k]; !it.Claimed && (len(items) > 0 || covered(slots, it.Col)) {
			items = append(items, it)
		}
	}
	return items
}

// standing gives the columns of a row that stands under its headings, whatever its levels
// are called.
func standing(items []*table.Item, slots []table.Slot, fit func(c, s int) int) (at []int, ok bool) {
	if len(items) < fewestCells {
		return nil, false
	}
	cols := make([]int, len(items))
	for c, it := range items {
		cols[c] = it.Col
	}
	a, ok := table.InPlace(cols, slots, fit)
	if !ok {
		return nil, false
	}
	for c, s := range a.Slots {
		if slices.Contains(told, slots[s].ID) && fit(c, s) >= table.CostChange {
			return nil, false
		}
	}
	name := table.IndexOf(slots, "name")
	return a.Slots, name >= 0 && slices.Contains(a.Slots, name)
}

// fit is what a cell costs in a column of the list.
func (h *habit) fit(k table.Kind, s int) int {
	cost := h.costs.Of(k.Look, s)
	if s == h.level && (k.Level1 || k.Level2) {
		return 0
	}
	if !k.Nothing && cost < table.Unfit && (h.figures[s] && k.Words || h.words[s] && !k.Words) {
		cost += ofAnother
	}
	return cost
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
	if len(items) < fewestCells || one < 0 || two < 0 || at[0] != one || slices.Contains(at, two) || kinds[0].Strong {
		return at
	}
	shift := slots[at[1]].Shift(items[1].Col)
	for c := range items[1:] {
		if slots[at[c+1]].Shift(items[c+1].Col) != shift {
			return at
		}
	}
	if shift == 0 || !slots[two].Covers(items[0].Col+shift) || !p.habit.twoLevels && (!p.habit.pointed || levelField(items[0]).Weight != "") {
		return at
	}
	return append([]int{two}, at[1:]...)
}
