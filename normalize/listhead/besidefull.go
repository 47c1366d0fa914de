package listhead

import (
	"slices"
	"strings"

	"ziping/normalize"
	"ziping/normalize/lexicon"
	"ziping/normalize/table"
)

// Rows below the list may give marks, or take them, beside the full mark that the list
// makes. What stands in them is no target and no actual, but what the marks are for:
//
//	一级指标 | 二级指标     | 三级指标            | 指标值 | 完成值 | 分值 | 得分
//	加分项   | 省级以上表彰 | 每项加1分，最多3分 |        |        | 3    | 1

// BesideFull reports such a row by its first cell, or by the level above it. Where a list
// stands under its headings, it says nothing of where the others belong, which stand as
// they are printed.
func BesideFull(first *table.Item, above *normalize.Field, lex *lexicon.Lexicon) bool {
	if first.Kind(lex).Level1 || above == nil {
		return lex.Words.BesideFull.Has(first.Bare)
	}
	return lex.Words.BesideFull.Has(above.Value)
}

// mostLeft is the cost of leaving the marks that such a row gives empty.
const mostLeft = 40

// Freely lets such a row of a list that lost empty cells leave any column empty but those
// of its name and of the marks it gives. The word for such rows is their first level.
func Freely(row *table.Sought, items []*table.Item, lex *lexicon.Lexicon) {
	row.Slots = slices.Clone(row.Slots)
	for s := range row.Slots {
		switch row.Slots[s].ID {
		case "name":
		case "score":
			row.Slots[s].Missing = mostLeft
		default:
			row.Slots[s].Missing = 0
		}
	}
	fit, slots := row.Fit, row.Slots
	if len(items) > 2 && lex.Words.BesideFull.Has(items[0].Bare) && table.HasSlot(slots, "level1") {
		row.Fit = func(c, s int) int {
			if c == 0 && slots[s].ID != "level1" {
				return table.Unfit
			}
			return fit(c, s)
		}
	}
}

// EitherOf are the doubts of such a row that has moved, whose cells are fewer than the columns
// that they may stand in: a second level, its name, its rule and what was done; its full
// mark and what it gives. A cell alone is the name, and marks that are taken are given, and no
// full mark.
func EitherOf(items []*table.Item, slots []table.Slot, at []int, lex *lexicon.Lexicon) (doubts []table.Doubt) {
	words := []string{"level2", "name", "target", "actual"}
	two := slices.Index(at, table.IndexOf(slots, "level2"))
	if two < 0 && !slices.Contains(at, table.IndexOf(slots, "level1")) || two >= 0 && (items[two].Kind(lex).Level2 || lex.Words.BesideFull.Has(items[two].Bare)) {
		words = words[1:] // it has the level above, or its own is sure
	}
	for _, ids := range [][]string{words, {"weight", "score"}} {
		d := table.Doubt{IDs: ids}
		columns, named := 0, false
		for s := range slots {
			if !slices.Contains(ids, slots[s].ID) {
				continue
			}
			columns++
			if k := slices.Index(at, s); k >= 0 {
				d.Cells = append(d.Cells, *items[k])
				named = slots[s].ID == "name"
			}
		}
		n := len(d.Cells)
		if taken := n > 0 && strings.HasPrefix(d.Cells[0].Folded, "-"); n > 0 && (n < columns && !(n == 1 && (named || taken)) || n > 1 && taken) {
			doubts = append(doubts, d)
		}
	}
	return doubts
}

// NamedBesideFull reports an indicator whose name or a level of it says so.
func NamedBesideFull(x *normalize.Indicator, lex *lexicon.Lexicon) bool {
	for _, f := range []*normalize.Field{x.Level1, x.Level2, x.Name} {
		if f != nil && f.State == normalize.Parsed && lex.Words.BesideFull.Has(lexicon.Bare(f.Text)) {
			return true
		}
	}
	return false
}
