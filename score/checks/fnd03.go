package checks

import (
	"ziping/extract"
	"ziping/score"
)

// fnd03 tests the execution rate of every fund row.
var fnd03 = score.Check{
	Doc: score.Doc{
		ID: "FND-03", Name: "execution-rate", Level: score.Error,
		Title: extract.Text{
			ZH: "执行率等于执行数除以预算数",
			EN: "The execution rate is what was executed over the budget",
		},
		What: extract.Text{
			ZH: "每一行资金：执行率 = 执行数 ÷ 预算数。按填报的有效位数，四舍五入或截尾都算相符，末尾补零不计入精度；预算数为 0 时无法核对。",
			EN: "In every fund row the rate equals executed over budget. Rounded or cut off to the places that count is right, padding zeros are no precision; with a budget of 0 it cannot be tested.",
		},
		Why: extract.Text{
			ZH: "执行率决定预算执行得分，是自评表中最常被抄错的数。",
			EN: "The rate decides the budget's score and is the figure most often miscopied.",
		},
		Right: extract.Text{
			ZH: "执行 233667.3 ÷ 预算 250958.8 = 93.1100（93.109825 保留两位后补零）",
			EN: "executed 233667.3 over budget 250958.8 is 93.1100 (93.109825 to two places, then padded)",
		},
		Wrong: extract.Text{
			ZH: "执行 3824.26 ÷ 预算 4753.66，填报为 100%",
			EN: "executed 3824.26 over budget 4753.66, printed as 100 %",
		},
		Fix: extract.Text{
			ZH: "执行率本身唯一有误时按同列样式重算；若预算数或执行数也可能有误，只列出各种更正方案。",
			EN: "If only the rate can be wrong it is worked out again in the style of its column; if budget or execution may be, all possibilities are listed.",
		},
		Source: extract.Text{
			ZH: "各地自评表表头：执行率（B/A）",
			EN: "column headings of most forms: rate (B/A)",
		},
		Since: "0.1",
	},
	Run: runFND03,
}

func runFND03(p *score.Pass) { testIdentities(p, "FND-03") }
