package checks

import (
	"ziping/extract"
	"ziping/score"
)

// sum01 tests that the total is the sum of the scores.
var sum01 = score.Check{
	Doc: score.Doc{
		ID: "SUM-01", Name: "total-score", Level: score.Error,
		Title: extract.Text{
			ZH: "总分等于各项得分之和",
			EN: "The total is the sum of the scores",
		},
		What: extract.Text{
			ZH: "总分 = 全部指标得分 + 预算执行得分（只计一次）。总分填报的位数较少时，四舍五入或截尾都算相符。",
			EN: "The total equals all indicator scores and the budget's, which counts once. A total with fewer places may be rounded or cut off.",
		},
		Why: extract.Text{
			ZH: "总分决定等级和结果应用。",
			EN: "The total decides the grade and what follows from it.",
		},
		Right: extract.Text{
			ZH: "89.88 + 7 = 96.88",
			EN: "89.88 + 7 = 96.88",
		},
		Wrong: extract.Text{
			ZH: "20 + 60 + 40 = 120，总分填报为 100",
			EN: "20 + 60 + 40 = 120, total printed as 100",
		},
		Fix: extract.Text{
			ZH: "总分与等级都不符而只有总分能解释时更正总分；只有总分一处不符时列出改动同样少的全部方案。",
			EN: "The total is repaired where it alone explains total and grade; where only the sum fails, every change as small is listed.",
		},
		Source: extract.Text{
			ZH: "各地自评表总分栏",
			EN: "the foot of every form",
		},
		Since: "0.1",
	},
	Run: runSUM01,
}

func runSUM01(p *score.Pass) { testIdentities(p, "SUM-01") }
