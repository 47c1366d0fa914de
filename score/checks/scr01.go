package checks

import (
	"ziping/extract"
	"ziping/score"
)

// scr01 tests 0 ≤ score ≤ weight.
var scr01 = score.Check{
	Doc: score.Doc{
		ID: "SCR-01", Name: "score-range", Level: score.Error,
		Title: extract.Text{
			ZH: "得分在 0 与分值之间",
			EN: "A score lies between 0 and its weight",
		},
		What: extract.Text{
			ZH: "每项指标和预算执行的得分不小于 0，不大于其分值。",
			EN: "The score of every indicator, and of the budget, is at least 0 and at most its weight.",
		},
		Why: extract.Text{
			ZH: "高于分值的得分虚增总分。",
			EN: "A score above its weight inflates the total.",
		},
		Right: extract.Text{
			ZH: "分值 5，得分 4.88",
			EN: "weight 5, score 4.88",
		},
		Wrong: extract.Text{
			ZH: "分值 10，得分 12",
			EN: "weight 10, score 12",
		},
		Fix: extract.Text{
			ZH: "总分能确定正确得分时才更正。",
			EN: "Repaired only where the total tells the right score.",
		},
		Source: extract.Text{
			ZH: "各省绩效自评填报系统的校验规则：得分不得高于分值",
			EN: "entry rules of provincial systems: no score above its weight",
		},
		Since: "0.1",
	},
	Run: runSCR01,
}

func runSCR01(p *score.Pass) { testIdentities(p, "SCR-01") }
