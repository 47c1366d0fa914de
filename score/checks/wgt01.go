package checks

import (
	"ziping/extract"
	"ziping/score"
)

// wgt01 tests that all weights make the full mark.
var wgt01 = score.Check{
	Doc: score.Doc{
		ID: "WGT-01", Name: "weight-total", Level: score.Error,
		Title: extract.Text{
			ZH: "各项分值合计等于满分",
			EN: "The weights make the full mark",
		},
		What: extract.Text{
			ZH: "全部三级指标分值加预算执行分值，等于表中的满分；表中没有满分的按 100 分。",
			EN: "The weights of all indicators with the budget's make the full mark that is printed, or 100 where none is.",
		},
		Why: extract.Text{
			ZH: "分值合计不是满分，总分和等级就不可比。",
			EN: "If the weights do not make the full mark, total and grade cannot be compared.",
		},
		Right: extract.Text{
			ZH: "指标 90 + 预算执行 10 = 100",
			EN: "indicators 90 + budget 10 = 100",
		},
		Wrong: extract.Text{
			ZH: "20 + 60 + 40 = 120，满分填报为 100",
			EN: "20 + 60 + 40 = 120, full mark printed as 100",
		},
		Fix: extract.Text{
			ZH: "表中的满分 100 视为无误；分值唯一可疑时才更正。",
			EN: "A printed 100 is never doubted; a weight is repaired only where no other can be wrong.",
		},
		Source: extract.Text{
			ZH: "财政部项目支出绩效自评表样式；四川、湖北已公开自评表的实例",
			EN: "the ministry's form; published forms of Sichuan and Hubei",
		},
		Since: "0.1",
	},
	Run: runWGT01,
}

func runWGT01(p *score.Pass) { testIdentities(p, "WGT-01") }
