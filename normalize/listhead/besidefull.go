package listhead

import (
	"ziping/normalize"
	"ziping/normalize/lexicon"
	"ziping/normalize/table"
)

// Rows below the list may give marks, or take them, beside the full mark that the list
// makes. What stands in them is no target and no actual, but what the marks are for:
//
//	一级指标 | 二级指标     | 三级指标            | 指标值 | 完成值 | 分值 | 得分
//	加分项   | 省级以上表彰 | 每项加1分，最多3分 |        |        | 3    | 1

// BesideFull reports the first cell of such a row. It says nothing of where the others
// belong, which stand as they are printed.
func BesideFull(k table.Kind, first *table.Item, lex *lexicon.Lexicon) bool {
	return k.Level1 && lex.Words.BesideFull.Has(first.Bare)
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
