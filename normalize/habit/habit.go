// Package habit says what the rows of a list of indicators that stand under their headings
// show of its columns, by which a row that lost a blank is told:
//
//	h := habit.Of(rows, slots, costs, lex)
//	h.Slots           // with what leaving each column empty costs
//	h.Fit(kind, s)    // what a cell of a kind costs in column s
//	h.Row(cells, …)   // a row, ready to be put into its columns
//	h.TwoLevels       // whoever prints a first level prints a second one beside it
package habit

import (
	"slices"
	"strings"

	"ziping/normalize"
	"ziping/normalize/lexicon"
	"ziping/normalize/table"
	"ziping/normalize/value"
)

// Which columns no row leaves empty, and which hold figures alone or words alone, the rows
// say together. A row that lacks what all the others have has lost a blank rather.
//
//	二级指标 | 三级指标     | 目标值 | 完成值 | 分值 | 得分
//	数量     | 发放补贴人数 | 充分   | 充分   | 15   | 14.9
//	时效     | 按期办结     | 及时   | 10     | 10   |

// Habit is what a list shows of each of its columns.
type Habit struct {
	Slots     []table.Slot // with what leaving them empty costs
	TwoLevels bool         // whoever prints a first level prints a second one beside it
	Pointed   bool         // the first levels have points behind their names
	Ragged    bool         // several rows do not stand under their headings: a copy has lost empty cells

	costs          table.ColumnCosts
	figures, words []bool          // of columns whose headings say nothing of what they hold
	shares, points bool            // weights are printed in percent, or in points
	off            bool            // some row does not stand under its headings
	kept           bool            // rows that do not show their empty cells all the same
	known          bool            // the levels are called as levels are, mostly
	again          map[string]bool // known levels that several rows print
	short          map[string]bool // levels that are printed with 指标, without it: names, where they stand so
	level          int             // the one column of levels, which holds those of either kind; -1 for none
}

// What makes a habit.
const (
	FewestCells  = 3 // cells of a row that has any
	FewestLevels = 2 // first levels
	MostOdd      = 3 // one row in so many may have moved and look as if it had not

	fewestRows  = 4  // rows
	fewestKnown = 4  // levels
	mostStrange = 2  // words in a level's column that name none, to a level: rows that moved have some there
	noLevel     = 12 // the further cost of words under a level that name none, in a list of known ones
	fewestOff   = 2  // rows that stand off, so that none does by its own looks
	nameLost    = 30 // the cost of a row without a name in a list that has lost cells
	answerLost  = 20 // and of one without a target, or without an answer
	leftOut     = 20 // the cost of leaving a column empty that no row leaves empty
	ofAnother   = 20 // the cost of a figure among words, and the other way round
	ofLevels    = 40 // the cost of a level that other rows print too where names stand
	noShare     = 8  // the cost of a weight in points, where others are in percent
	loneFirst   = 20 // the cost of a first level without a second, where all have one
)

// told are the columns of which it is known what they hold.
var told = []string{"name", "op", "unit", "target", "adjusted_target", "actual", "weight", "score"}

// Of looks at the rows of a list, each its cells without a label beside them.
func Of(rows [][]*table.Item, slots []table.Slot, costs table.ColumnCosts, lex *lexicon.Lexicon) Habit {
	h := Habit{costs: costs, level: oneLevel(slots), Slots: slices.Clone(slots), figures: make([]bool, len(slots)), words: make([]bool, len(slots))}
	stand, off := 0, 0
	count := make([]struct{ filled, figures, words int }, len(slots))
	levels := struct{ one, two, pointed int }{}
	named := struct{ one, two, all int }{} // by the words alone, wherever they stand
	strange := 0                           // words under levels that are none
	shares := 0                            // weights in percent, above others
	crossed := 0                           // rows with a level under the other one's heading
	whole := wholeRows{}                   // that have moved
	met := map[string]bool{}
	h.again, h.short = map[string]bool{}, map[string]bool{}
	for _, items := range rows {
		for c, it := range items[:max(0, len(items)-1)] {
			k := it.Kind(lex)
			if k.Level1 || k.Level2 {
				named.all++
				if k.Strong {
					h.short[strings.TrimSuffix(it.Bare, lex.Words.Indicator)] = true
				}
				h.again[it.Bare] = met[it.Bare]
				met[it.Bare] = true
			}
			if k.Level1 && !k.Level2 {
				named.one++
				if items[c+1].Kind(lex).Level2 {
					named.two++
				}
			}
		}
		fit := toldInWords(items, slots, func(c, s int) int { return costs.Of(items[c].Kind(lex).Look, s) })
		at, ok := standing(items, 0, slots, fit)
		if !ok {
			if len(items) >= FewestCells {
				off++
				whole.add(items, slots, fit)
			}
			continue
		}
		stand++
		if crosses(items, slots, at, lex) {
			crossed++
		}
		for c, s := range at {
			count[s].filled++
			switch k := items[c].Kind(lex); {
			case k.Nothing:
				count[s].words++
				count[s].figures++
			case k.Words:
				count[s].words++
			default:
				count[s].figures++
			}
			if k := items[c].Kind(lex); isLevel(slots[s].ID) && k.Words && !k.Level1 && !k.Level2 {
				strange++
			}
			switch slots[s].ID {
			case "weight":
				if f := items[c].Figure(); f.IsFigure() && f.Unit == "%" {
					shares++
				} else {
					shares--
				}
			case "level1":
				levels.one++
				if _, ok := lexicon.Points(items[c].Text); ok {
					levels.pointed++
				}
				if c+1 < len(at) && slots[at[c+1]].ID == "level2" {
					levels.two++
				}
			}
		}
	}
	if MostOdd*crossed <= stand { // else the levels are called otherwise here
		off += crossed
	}
	h.off, h.shares, h.points = off > 0, shares > 0, shares < 0
	if h.kept = off >= fewestOff && whole.gapsKept(off); h.kept {
		h.keeps()
	}
	if off >= fewestOff {
		h.Loses()
	}
	h.known = named.all >= fewestKnown && strange <= mostStrange*named.all
	h.TwoLevels = levels.one >= FewestLevels && levels.two == levels.one || named.one >= FewestLevels && named.two == named.one
	h.Pointed = levels.one >= FewestLevels && levels.pointed == levels.one
	if stand < fewestRows || h.kept {
		return h
	}
	for s := range slots {
		n := &count[s]
		switch slots[s].ID {
		case "level1", "level2", "reason":
			continue
		}
		most := max(n.figures, n.words)
		if slices.Contains([]string{"target", "actual"}, slots[s].ID) { // held either way in one list
			most = n.filled
		}
		if MostOdd*(stand-most) <= stand {
			h.Slots[s].Missing = max(h.Slots[s].Missing, leftOut)
			further := !slices.Contains(told, slots[s].ID)
			h.figures[s], h.words[s] = further && n.words == 0, further && n.figures == 0
		}
	}
	return h
}

// Loses says that the list has lost empty cells: its rows may have moved, and one without a
// name, a target or an answer has rather lost its place than these. Rows that show empty
// cells have moved alone.
func (h *Habit) Loses() {
	h.Ragged, h.off = true, true
	if h.kept {
		return
	}
	for s := range h.Slots {
		switch h.Slots[s].ID {
		case "name":
			h.Slots[s].Missing = max(h.Slots[s].Missing, nameLost)
		case "target", "actual":
			h.Slots[s].Missing = max(h.Slots[s].Missing, answerLost)
		}
	}
}

// oneLevel is the only column of levels of a list, -1 where it has none or two.
func oneLevel(slots []table.Slot) int {
	one, two := table.IndexOf(slots, "level1"), table.IndexOf(slots, "level2")
	if one >= 0 && two >= 0 {
		return -1
	}
	return max(one, two)
}

// standing gives the columns of a row that stands under its headings, moved by so many
// columns, whatever its levels are called.
func standing(items []*table.Item, shift int, slots []table.Slot, fit func(c, s int) int) (at []int, ok bool) {
	if len(items) < FewestCells {
		return nil, false
	}
	cols := make([]int, len(items))
	for c, it := range items {
		cols[c] = it.Col + shift
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

// crosses reports a known second level under the heading of the first, or the other way
// round, in a list that has a column for each.
func crosses(items []*table.Item, slots []table.Slot, at []int, lex *lexicon.Lexicon) bool {
	if oneLevel(slots) >= 0 {
		return false
	}
	for c, s := range at {
		k := items[c].Kind(lex)
		if k.Strong && (slots[s].ID == "level1" && !k.Level1 || slots[s].ID == "level2" && !k.Level2) {
			return true
		}
	}
	return false
}

// Fit is what a cell costs in a column of the list.
func (h *Habit) Fit(k table.Kind, s int) int {
	cost := h.costs.Of(k.Look, s)
	if s == h.level && (k.Level1 || k.Level2) {
		return 0
	}
	if h.off && h.known && isLevel(h.Slots[s].ID) && k.Words && !k.Level1 && !k.Level2 {
		cost += noLevel
	}
	if !k.Nothing && cost < table.Unfit && (h.figures[s] && k.Words || h.words[s] && !k.Words) {
		cost += ofAnother
	}
	return cost
}

// isLevel reports a column of levels.
func isLevel(id string) bool { return id == "level1" || id == "level2" }

// ofNoUnit is the cost of words in the column of units where the target is told in words.
//
//	指标性质 | 指标值   | 度量单位 | 完成值
//	定性     | 有效提升 | 有效提升
const ofNoUnit = 35

// Row is a row of the list whose cells look for their columns.
func (h *Habit) Row(items []*table.Item, slots []table.Slot, lex *lexicon.Lexicon) table.Sought {
	cols, kinds := make([]int, len(items)), make([]table.Kind, len(items))
	for k, it := range items {
		cols[k], kinds[k] = it.Col, it.Kind(lex)
	}
	if len(items) >= FewestCells {
		slots = h.Slots
	}
	return table.Sought{Cols: cols, Slots: noUnit(items, slots), Ragged: h.Ragged, Fit: toldInWords(items, slots, func(c, s int) int { return h.inList(items, kinds, c, s, h.Fit(kinds[c], s), lex) })}
}

// inList is the cost of cell c of a row in column s by what the other rows print: a level that
// several of them do is no name, and what others print with 指标 is one without it; a word
// that may be of either level is a second one where every first has one beside it and this
// would have none; weights are in percent or not.
//
//	过程 | 预算执行 | 任务完成率
//	预算管理 |      | 补助发放准确率
//
// A level that says 指标 stands in no further column (序号), and a word that answers a target
// is no unit.
func (h *Habit) inList(items []*table.Item, kinds []table.Kind, c, s, cost int, lex *lexicon.Lexicon) int {
	short := h.short[items[c].Bare] && !kinds[c].Strong
	switch id := h.Slots[s].ID; {
	case id == "name" && short:
		return 0
	case isLevel(id) && short:
		return max(cost, ofLevels)
	case id == "name" && h.again[items[c].Bare]:
		return max(cost, ofLevels)
	case id == "other" && kinds[c].Strong:
		return max(cost, ofLevels)
	case id == "unit" && lex.Words.Answers.Begin(items[c].Bare):
		return max(cost, ofNoUnit)
	case id == "level1" && h.TwoLevels && kinds[c].Level1 && kinds[c].Level2 && (c+1 == len(items) || !kinds[c+1].Level2):
		return max(cost, loneFirst)
	case id == "weight" && h.shares && items[c].Figure().IsFigure():
		if items[c].Figure().Unit == "%" {
			return 0
		}
		return max(cost, noShare)
	case id == "weight" && h.points && items[c].Figure().Unit == "%":
		return max(cost, ofAnother)
	}
	return cost
}

// toldInWords is the cost of the cells of a row, with that of words under a unit where the
// target is told in words.
func toldInWords(items []*table.Item, slots []table.Slot, fit func(c, s int) int) func(c, s int) int {
	unit := unitless(items, slots)
	if unit < 0 {
		return fit
	}
	return func(c, s int) int {
		if s == unit && !value.IsNothing(items[c].Text) {
			return max(fit(c, s), ofNoUnit)
		}
		return fit(c, s)
	}
}

// noUnit are the columns of a row, of which it leaves that of the units empty for nothing
// where its target is told in words.
func noUnit(items []*table.Item, slots []table.Slot) []table.Slot {
	if unit := unitless(items, slots); unit >= 0 {
		slots = slices.Clone(slots)
		slots[unit].Missing = 0
	}
	return slots
}

// unitless is the column of units where a row has none to print there, for its target is told
// in words; -1 for no such row or column.
func unitless(items []*table.Item, slots []table.Slot) int {
	unit := table.IndexOf(slots, "unit")
	if unit >= 0 && !slices.ContainsFunc(items, qualitative) {
		return -1
	}
	return unit
}

// qualitative reports the word for a target that is told in words: 定性.
func qualitative(it *table.Item) bool {
	op, ok := value.Comparator(it.Text)
	return ok && op == normalize.OpQualitative
}
