package checks

import (
	"ziping/extract"
	"ziping/score"
)

// fnd05 tests that totals and subtotals are the sums of their rows.
var fnd05 = score.Check{
	Doc: score.Doc{
		ID: "FND-05", Name: "fund-column-sum", Level: score.Error,
		Title: extract.Text{
			ZH: "合计、小计等于各组成行之和",
			EN: "A total or subtotal is the sum of its rows",
		},
		What: extract.Text{
			ZH: "合计 = 财政资金小计 + 其他资金小计，财政资金小计 = 中央 + 省级 + 地方，以及按收入性质、按支出性质的各种分法；逐列检查年初、结转、调整、预算、执行、结余。空白的组成行按没有处理。",
			EN: "The total equals its subtotals and each subtotal its rows, in every money column, and so does each further split (by kind of revenue, by kind of spending). A blank part adds nothing.",
		},
		Why: extract.Text{
			ZH: "小计行漏填或只改了一行，是自评表最常见的差错。",
			EN: "A subtotal left unfilled, or one row changed without the total, is the commonest slip of all.",
		},
		Right: extract.Text{
			ZH: "合计 811.54 = 中央 730.40 + 地方 81.14",
			EN: "total 811.54 = central 730.40 + local 81.14",
		},
		Wrong: extract.Text{
			ZH: "合计 222924.78 ≠ 财政资金小计 0.00 + 其他资金小计 0.00",
			EN: "total 222924.78 ≠ fiscal subtotal 0.00 + other subtotal 0.00",
		},
		Fix: extract.Text{
			ZH: "上下两级合计同时不符而只有一行能同时解释时，更正该行（含比率）；否则列出改动同样少的全部方案。",
			EN: "Where sums above and below fail and one row explains both, that row is repaired, rates included; otherwise every change as small is listed.",
		},
		Source: extract.Text{
			ZH: "各地自评表资金栏结构；样表 samples/fuzhou-hrss-2023.txt",
			EN: "the structure of the money block; samples/fuzhou-hrss-2023.txt",
		},
		Since: "0.1",
	},
	Run: runFND05,
}

func runFND05(p *score.Pass) { testIdentities(p, "FND-05") }
