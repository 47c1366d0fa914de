package value

import (
	"testing"

	"ziping/normalize"
)

func TestReadTarget(t *testing.T) {
	for text, want := range map[string]normalize.Field{
		"≥5.7万人次":     {Op: normalize.OpAtLeast, Value: "5.7", Unit: "万人次"},
		"≤1%":         {Op: normalize.OpAtMost, Value: "1", Unit: "%"},
		"≧735":        {Op: normalize.OpAtLeast, Value: "735"},
		"═100%":       {Op: normalize.OpEqual, Value: "100", Unit: "%"},
		"≥100百分比":     {Op: normalize.OpAtLeast, Value: "100", Unit: "%"},
		"不少于12 种":     {Op: normalize.OpAtLeast, Value: "12", Unit: "种"},
		"小于0.9‰":      {Op: normalize.OpLess, Value: "0.9", Unit: "‰"},
		"98%以上":       {Op: normalize.OpAtLeast, Value: "98", Unit: "%"},
		"控制在100万元以内":  {Op: normalize.OpAtMost, Value: "100", Unit: "万元"},
		"9个":          {Op: normalize.OpEqual, Value: "9", Unit: "个"},
		"80%-90%":     {Op: normalize.OpRange, Value: "80-90", Low: "80", High: "90", Unit: "%"},
		"2023年11月底前":  {Op: normalize.OpByDate, Value: "2023-11", Date: "2023-11"},
		"2018年9月30日前": {Op: normalize.OpByDate, Value: "2018-09-30", Date: "2018-09-30"},
		"11月底前":       {Op: normalize.OpByDate, Value: "2022-11", Date: "2022-11"},
		"2023.6.28":   {Op: normalize.OpByDate, Value: "2023-06-28", Date: "2023-06-28"},
		"≥1600元/亩":    {Op: normalize.OpAtLeast, Value: "1600", Unit: "元/亩"},
		"持续增强":        {Op: normalize.OpQualitative, Value: "持续增强"},
		"≥１，２００．５０人":  {Op: normalize.OpAtLeast, Value: "1200.5", Unit: "人"},

		"≥145.5万人": {Op: normalize.OpAtLeast, Value: "145.5", Unit: "万人"}, "=100.00％": {Op: normalize.OpEqual, Value: "100", Unit: "%"},
		"不低于95%": {Op: normalize.OpAtLeast, Value: "95", Unit: "%"}, "达到95%以上": {Op: normalize.OpAtLeast, Value: "95", Unit: "%"},
		"≥95%（含）": {Op: normalize.OpAtLeast, Value: "95", Unit: "%"}, "≥100%(含100%)": {Op: normalize.OpAtLeast, Value: "100", Unit: "%"},
		"≥2处(个)": {Op: normalize.OpAtLeast, Value: "2", Unit: "处(个)"}, "24小时内": {Op: normalize.OpAtMost, Value: "24", Unit: "小时"},
		"每亩300": {Op: normalize.OpEqual, Value: "300", Unit: "每亩"}, "每亩300元": {Op: normalize.OpEqual, Value: "300", Unit: "元/亩"}, "每月1次": {Op: normalize.OpEqual, Value: "1", Unit: "次/月"},
		"2.6亿元": {Op: normalize.OpEqual, Value: "2.6", Unit: "亿元"}, "共12个": {Op: normalize.OpEqual, Value: "12", Unit: "个"}, "水质≥Ⅲ类": {Op: normalize.OpQualitative, Value: "水质≥Ⅲ类"},
		"完成时间为2022年12月30日": {Op: normalize.OpByDate, Value: "2022-12-30", Date: "2022-12-30"}, "2021年12月完成": {Op: normalize.OpByDate, Value: "2021-12", Date: "2021-12"},
		"2021 年 4 月 22 日": {Op: normalize.OpByDate, Value: "2021-04-22", Date: "2021-04-22"}, "2023年6月14": {Op: normalize.OpByDate, Value: "2023-06-14", Date: "2023-06-14"},
		"12月31日前":   {Op: normalize.OpByDate, Value: "2022-12-31", Date: "2022-12-31"},
		"2022年第四季度": {Op: normalize.OpQualitative, Value: "2022年第四季度"}, "12345热线办结率": {Op: normalize.OpQualitative, Value: "12345热线办结率"},
		"严格执行相关制度规定": {Op: normalize.OpQualitative, Value: "严格执行相关制度规定"},
	} {
		f := Target(text, "2022")
		if f.State != normalize.Parsed || f.Op != want.Op || f.Value != want.Value || f.Unit != want.Unit || f.Date != want.Date || f.Low != want.Low || f.High != want.High || f.Text != text {
			t.Errorf("%q: got %+v, want %+v", text, *f, want)
		}
	}
}

func TestReadActual(t *testing.T) {
	for text, want := range map[string]normalize.Field{
		"-85.3":       {State: normalize.Parsed, Value: "-85.3"},
		"200余人":       {State: normalize.Parsed, Value: "200", Unit: "人"},
		"2020年11月20日": {State: normalize.Parsed, Value: "2020-11-20", Date: "2020-11-20"},
		"18.88":       {State: normalize.Parsed, Value: "18.88"},
		"10月":         {State: normalize.Parsed, Value: "2022-10", Date: "2022-10"},
		"约200人":       {State: normalize.Parsed, Value: "200", Unit: "人"},
		"完成100%":      {State: normalize.Parsed, Value: "100", Unit: "%"},
		"3M.8万元":      {State: normalize.Garbled},
		"空白":          {State: normalize.Blank},
		"无":           {State: normalize.Parsed, Value: "无"},
		"部分达成年度指标并具有一定效果": {State: normalize.Parsed, Value: "部分达成年度指标并具有一定效果"},
		"达成预期指标":          {State: normalize.Parsed, Value: "达成预期指标"},
		"—":               {State: normalize.Blank},
		"/":               {State: normalize.Blank},
		"7,00.0,77":       {State: normalize.Garbled},
		"854万854万(高标准农田建设,…)": {State: normalize.Parsed, Value: "854万854万(高标准农田建设,…)"},
	} {
		f := Actual(text, "2022")
		if f.State != want.State || f.Value != want.Value || f.Unit != want.Unit || f.Date != want.Date {
			t.Errorf("%q: got %+v, want %+v", text, *f, want)
		}
	}
}

func TestReadFigure(t *testing.T) {
	for text, want := range map[string]normalize.Field{
		"93.1100":       {State: normalize.Parsed, Value: "93.11"},
		"94.25%":        {State: normalize.Parsed, Value: "94.25", Unit: "%"},
		"0.00":          {State: normalize.Parsed, Value: "0"},
		"4497.29万元":     {State: normalize.Parsed, Value: "4497.29", Unit: "万元"},
		"－28.5":         {State: normalize.Parsed, Value: "-28.5"},
		"11,122,315.04": {State: normalize.Parsed, Value: "11122315.04"},
		"￥1,200":        {State: normalize.Parsed, Value: "1200"},
		"12.50分":        {State: normalize.Parsed, Value: "12.5", Unit: "分"},
		"无":             {State: normalize.Blank},
		"／":             {State: normalize.Blank},
		"854万854万(高标准农田建设400万元)": {State: normalize.Garbled},
		"-":         {State: normalize.Blank},
		"2,283.1,4": {State: normalize.Garbled},
		"IO":        {State: normalize.Garbled},
		"2O":        {State: normalize.Garbled},
		"l5.30":     {State: normalize.Garbled},
		"5M":        {State: normalize.Parsed, Value: "5", Unit: "M"},
		"=1+2":      {State: normalize.Garbled},
		"5\n15":     {State: normalize.Garbled}, // of two rows, with no line between them
		"1,200\n万元": {State: normalize.Parsed, Value: "1200", Unit: "万元"},
	} {
		f := Figure(text)
		if f.State != want.State || f.Value != want.Value || f.Unit != want.Unit {
			t.Errorf("%q: got %+v, want %+v", text, *f, want)
		}
	}
}
