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

// BesideFull reports such a row by its first cell in words, or by the level above it. Where a
// list stands under its headings, it says nothing of where the others belong, which stand as
// they are printed.
func BesideFull(items []*table.Item, above *normalize.Field, lex *lexicon.Lexicon) bool {
	first := items[worded(items)]
	if first.Kind(lex).Level1 || above == nil {
		return lex.Words.BesideFull.Has(first.Bare)
	}
	return lex.Words.BesideFull.Has(above.Value)
}

// worded is the place of the first cell of a row behind its number.
func worded(items []*table.Item) int {
	if len(items) > 1 && items[0].Figure().IsFigure() {
		return 1
	}
	return 0
}

// mostLeft is the cost of leaving the marks that such a row gives empty.
const mostLeft = 40

// InLevels lets the words for such rows that one begins with stand only as its levels, of a
// row made of a stream as its first.
func InLevels(row *table.Sought, items []*table.Item, woven bool, lex *lexicon.Lexicon) {
	fit, slots, from := row.Fit, row.Slots, worded(items)
	ids := []string{"level1", "level2"}
	if woven {
		ids, from = ids[:1], 0
	}
	n := 0
	for n < len(ids) && len(items) > from+2 && lex.Words.BesideFull.Has(items[from+n].Bare) && table.HasSlot(slots, ids[n]) {
		n++
	}
	row.Fit = func(c, s int) int {
		switch {
		case c < from || c >= from+n:
			return fit(c, s)
		case slots[s].ID == ids[c-from]:
			return 0
		}
		return table.Unfit
	}
}

// mostEither is what a cell costs at most in a column that it may stand in.
const mostEither = 27

// Freely lets such a row of a list that lost empty cells leave any column empty but those
// of its name and of the marks it gives. What is taken is given and no full mark, and figures
// without a unit are marks, if there are columns for all of them.
func Freely(row *table.Sought, items []*table.Item) {
	slots := slices.Clone(row.Slots)
	row.Slots = slots
	for s := range slots {
		switch slots[s].ID {
		case "name":
		case "score":
			slots[s].Missing = mostLeft
		default:
			slots[s].Missing = 0
		}
	}
	fit, columns, figures := row.Fit, 0, 0
	for c := len(items) - 1; c > worded(items); c-- {
		if !isBare(items[c]) {
			continue
		}
		if figures++; figures == 1 {
			for s := table.IndexOf(slots, "name") + 1; s < len(slots); s++ {
				if id := slots[s].ID; id != "target" && id != "actual" && fit(c, s) <= mostEither {
					columns++
				}
			}
		}
	}
	row.Fit = func(c, s int) int {
		switch id := slots[s].ID; {
		case id == "weight" && strings.HasPrefix(items[c].Folded, "-"):
			return table.Unfit
		case (id == "target" || id == "actual") && isBare(items[c]) && figures <= columns:
			return table.Unfit
		}
		return fit(c, s)
	}
}

func isBare(it *table.Item) bool { return it.Figure().IsFigure() && it.Figure().Unit == "" }

// GivesMarks reports a row in whose columns a mark is given or full, or that has no figure
// which may be one.
func GivesMarks(items []*table.Item, slots []table.Slot, at []int) bool {
	for _, s := range at {
		if id := slots[s].ID; id == "weight" || id == "score" {
			return true
		}
	}
	return !slices.ContainsFunc(items[worded(items):], isBare)
}

// EitherOf is the doubt of such a row that may have lost empty cells: those that may stand in
// several columns, while the others keep their order and one is the name. It is nil where each
// has its column for certain.
func EitherOf(row *table.Sought, items []*table.Item) *table.Doubt {
	may := make([]map[int]bool, len(items))
	for c := range may {
		may[c] = map[int]bool{}
	}
	here := make([]int, 0, len(items))
	var next func(from int)
	next = func(from int) {
		c := len(here)
		if c == len(items) {
			if slices.Contains(here, table.IndexOf(row.Slots, "name")) {
				for c, s := range here {
					may[c][s] = true
				}
			}
			return
		}
		for s := from; s <= len(row.Slots)-(len(items)-c); s++ {
			if row.Fit(c, s) <= mostEither {
				here = append(here, s)
				next(s + 1)
				here = here[:c]
			}
		}
	}
	next(0)
	var d table.Doubt
	for c := range may {
		if len(may[c]) < 2 {
			continue
		}
		d.Cells = append(d.Cells, *items[c])
		for s := range row.Slots {
			if id := row.Slots[s].ID; may[c][s] && !slices.Contains(d.IDs, id) {
				d.IDs = append(d.IDs, id)
			}
		}
	}
	if d.Cells == nil {
		return nil
	}
	return &d
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
