package checks

import (
	"ziping/extract"
	"ziping/score"
)

// wgt02 tests the points printed with a level.
var wgt02 = score.Check{
	Doc: score.Doc{
		ID: "WGT-02", Name: "weight-group", Level: score.Error,
		Title: extract.Text{
			ZH: "级别标注的分值等于组内分值之和",
			EN: "Points printed with a level are the sum of its rows",
		},
		What: extract.Text{
			ZH: "一级或二级指标名称中标注分值的（如“产出指标（60分）”），等于组内各三级指标分值之和。",
			EN: "Where a level has points in its name (产出指标(60分)), they equal the weights of its rows.",
		},
		Why: extract.Text{
			ZH: "标注与实际分值不符，说明改过指标而没有改权重。",
			EN: "If they differ, indicators were changed and the weights were not.",
		},
		Right: extract.Text{
			ZH: "满意度指标（10分）：10",
			EN: "satisfaction (10 points): 10",
		},
		Wrong: extract.Text{
			ZH: "满意度指标（15分）：10",
			EN: "satisfaction (15 points): 10",
		},
		Fix: extract.Text{
			ZH: "分值合计为满分而只有标注不符时，更正标注。",
			EN: "Where the weights make the full mark and only the printed points differ, those are repaired.",
		},
		Source: extract.Text{
			ZH: "福建、宁夏、四川等地自评表的一级指标栏",
			EN: "the level column of forms of Fujian, Ningxia and Sichuan",
		},
		Since: "0.1",
	},
	Run: runWGT02,
}

func runWGT02(p *score.Pass) { testIdentities(p, "WGT-02") }
