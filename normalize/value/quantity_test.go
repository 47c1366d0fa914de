package value

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"ziping/normalize"
	"ziping/text/blank"
)

func TestReadTarget(t *testing.T) {
	for text, want := range map[string]normalize.Field{
		"≥5.7万人次":    {Op: normalize.OpAtLeast, Value: "5.7", Unit: "万人次"},
		"≤1%":        {Op: normalize.OpAtMost, Value: "1", Unit: "%"},
		"≧735":       {Op: normalize.OpAtLeast, Value: "735"},
		"═100%":      {Op: normalize.OpEqual, Value: "100", Unit: "%"},
		"≥100百分比":    {Op: normalize.OpAtLeast, Value: "100", Unit: "%"},
		"不少于12 种":    {Op: normalize.OpAtLeast, Value: "12", Unit: "种"},
		"小于0.9‰":     {Op: normalize.OpLess, Value: "0.9", Unit: "‰"},
		"至少全年完成2次宣传": {Op: normalize.OpAtLeast, Value: "2", Unit: "次"}, "不少于组织培训3期": {Op: normalize.OpAtLeast, Value: "3", Unit: "期"}, "≥每年2次": {Op: normalize.OpQualitative, Value: "≥每年2次"},
		"18.6公里¹": {Op: normalize.OpEqual, Value: "18.6", Unit: "公里"}, "≤50mg/L²": {Op: normalize.OpAtMost, Value: "50", Unit: "mg/L"}, "120m²": {Op: normalize.OpEqual, Value: "120", Unit: "m²"}, "-120.40¹²": {Op: normalize.OpEqual, Value: "-120.4"}, "每月12日前²": {Op: normalize.OpEqual, Value: "12", Unit: "日前/月"}, "健全³": {Op: normalize.OpQualitative, Value: "健全"},
		"14.77²": {Op: normalize.OpEqual, Value: "14.77"}, "95%¹": {Op: normalize.OpEqual, Value: "95", Unit: "%"}, "120米2": {Op: normalize.OpQualitative, Value: "120米2"}, "任务2": {Op: normalize.OpQualitative, Value: "任务2"},
		"98.5②%": {Op: normalize.OpEqual, Value: "98.5", Unit: "%"}, "≥100①人": {Op: normalize.OpAtLeast, Value: "100", Unit: "人"}, "5①6": {Op: normalize.OpQualitative, Value: "5①6"},
		"98%以上":      {Op: normalize.OpAtLeast, Value: "98", Unit: "%"},
		"控制在100万元以内": {Op: normalize.OpAtMost, Value: "100", Unit: "万元"},
		"9个":         {Op: normalize.OpEqual, Value: "9", Unit: "个"},
		"3至5次":       {Op: normalize.OpRange, Value: "3-5", Low: "3", High: "5", Unit: "次"},
		"10个~20个":    {Op: normalize.OpRange, Value: "10-20", Low: "10", High: "20", Unit: "个"},
		"2021-2023年": {Op: normalize.OpRange, Value: "2021-2023", Low: "2021", High: "2023", Unit: "年"},
		"90%（以上）":    {Op: normalize.OpAtLeast, Value: "90", Unit: "%"}, "每年不少于2次": {Op: normalize.OpAtLeast, Value: "2", Unit: "次/年"}, "≤¥300元": {Op: normalize.OpAtMost, Value: "300", Unit: "元"}, "达到100%。": {Op: normalize.OpAtLeast, Value: "100", Unit: "%"},
		"98%(含)以上":    {Op: normalize.OpAtLeast, Value: "98", Unit: "%"},
		"80%-90%":     {Op: normalize.OpRange, Value: "80-90", Low: "80", High: "90", Unit: "%"},
		"2023年11月底前":  {Op: normalize.OpByDate, Value: "2023-11", Date: "2023-11"},
		"2018年9月30日前": {Op: normalize.OpByDate, Value: "2018-09-30", Date: "2018-09-30"},
		"11月底前":       {Op: normalize.OpByDate, Value: "2022-11", Date: "2022-11"},
		"2023.6.28":   {Op: normalize.OpByDate, Value: "2023-06-28", Date: "2023-06-28"},
		"≥1600元/亩":    {Op: normalize.OpAtLeast, Value: "1600", Unit: "元/亩"},
		"5-3":         {Op: normalize.OpQualitative, Value: "5-3"}, "10个-20人": {Op: normalize.OpQualitative, Value: "10个-20人"}, "10-20入托率": {Op: normalize.OpQualitative, Value: "10-20入托率"}, "10-": {State: normalize.Garbled},
		"≥5-10": {Op: normalize.OpQualitative, Value: "≥5-10"}, "5个-10个": {Op: normalize.OpRange, Value: "5-10", Low: "5", High: "10", Unit: "个"}, "1——2": {Op: normalize.OpQualitative, Value: "1——2"},
		"约200余人以上": {Op: normalize.OpAtLeast, Value: "200", Unit: "人"}, "1个月内": {Op: normalize.OpAtMost, Value: "1", Unit: "个月"}, "辖区内": {Op: normalize.OpQualitative, Value: "辖区内"}, "5公里内": {Op: normalize.OpEqual, Value: "5", Unit: "公里内"},
		"每平方公里水域300元": {Op: normalize.OpQualitative, Value: "每平方公里水域300元"},
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
		if want.State == "" {
			want.State = normalize.Parsed
		}
		if f.State != want.State || f.Op != want.Op || f.Value != want.Value || f.Unit != want.Unit || f.Date != want.Date || f.Low != want.Low || f.High != want.High || f.Text != text {
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
		"3M.8万元":      {State: normalize.Garbled}, "3M5": {State: normalize.Garbled}, "3O.5个": {State: normalize.Garbled}, "10l": {State: normalize.Garbled}, "3abc.5": {State: normalize.Garbled}, "2O%": {State: normalize.Garbled}, "l5.3": {State: normalize.Garbled},
		"10M": {State: normalize.Parsed, Value: "10", Unit: "M"}, "10l水": {State: normalize.Parsed, Value: "10", Unit: "l水"}, "5A级": {State: normalize.Parsed, Value: "5", Unit: "A级"}, "OK": {State: normalize.Parsed, Value: "OK"}, "II": {State: normalize.Parsed, Value: "II"},
		"90%(以上)": {State: normalize.Parsed, Value: "90", Unit: "%"}, "每年≥1次": {State: normalize.Parsed, Value: "1", Unit: "次/年"}, "100%%": {State: normalize.Garbled}, "¥300元": {State: normalize.Parsed, Value: "300", Unit: "元"}, "100%。": {State: normalize.Parsed, Value: "100", Unit: "%"},
		"3(个": {State: normalize.Parsed, Value: "3(个"}, "3个(第5批)": {State: normalize.Parsed, Value: "3个(第5批)"}, "5次(已完成)2次": {State: normalize.Parsed, Value: "5次(已完成)2次"}, "5(次)": {State: normalize.Parsed, Value: "5", Unit: "(次)"},
		"空白": {State: normalize.Blank},
		"无":  {State: normalize.Parsed, Value: "无"},
		"部分达成年度指标并具有一定效果": {State: normalize.Parsed, Value: "部分达成年度指标并具有一定效果"},
		"达成预期指标":          {State: normalize.Parsed, Value: "达成预期指标"},
		"—":               {State: normalize.Blank},
		"10 10":           {State: normalize.Garbled},
		"10 10个":          {State: normalize.Garbled},
		"2021 2022年分两批建成": {State: normalize.Parsed, Value: "2021 2022年分两批建成"},
		"12 000人":         {State: normalize.Parsed, Value: "12000", Unit: "人"},
		"746.4З":          {State: normalize.Garbled},
		"35*":             {State: normalize.Garbled},
		"2O个":             {State: normalize.Garbled},
		"10km":            {State: normalize.Parsed, Value: "10", Unit: "km"},
		"2021年2月31日":      {State: normalize.Garbled},
		"2024年2月29日":      {State: normalize.Parsed, Value: "2024-02-29", Date: "2024-02-29"},
		"2021年13月":        {State: normalize.Garbled},
		"100%(优秀)":        {State: normalize.Parsed, Value: "100", Unit: "%"},
		"5人(次)":           {State: normalize.Parsed, Value: "5", Unit: "人(次)"},
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
		"5M":        {State: normalize.Garbled},
		"774.80 10": {State: normalize.Garbled}, "774.80\u00a0\u00a010": {State: normalize.Garbled}, "10 10": {State: normalize.Garbled}, "100 100": {State: normalize.Garbled},
		"1 234.50": {State: normalize.Parsed, Value: "1234.5"}, "12\u202f345\u202f678": {State: normalize.Parsed, Value: "12345678"}, "1  234": {State: normalize.Garbled},
		"774.80 万 元": {State: normalize.Parsed, Value: "774.8", Unit: "万元"}, "77\u200b4.80": {State: normalize.Parsed, Value: "774.8"}, "1\u202e2": {State: normalize.Garbled},
		"746.4З": {State: normalize.Garbled}, "774.80*": {State: normalize.Garbled}, "12个": {State: normalize.Garbled}, "35.2万人": {State: normalize.Garbled}, "3元/人": {State: normalize.Garbled},
		"35.2人民币万元": {State: normalize.Parsed, Value: "35.2", Unit: "万元"}, "35.2(万元)": {State: normalize.Parsed, Value: "35.2", Unit: "万元"}, "35.2百万元": {State: normalize.Parsed, Value: "35.2", Unit: "百万元"},
		"人民币35.2万元": {State: normalize.Parsed, Value: "35.2", Unit: "万元"}, "35.2万元。": {State: normalize.Parsed, Value: "35.2", Unit: "万元"}, "35.2′": {State: normalize.Garbled},
		"35.2万": {State: normalize.Parsed, Value: "35.2", Unit: "万"}, "100元整": {State: normalize.Parsed, Value: "100", Unit: "元"}, "35.2万元(上年结转)": {State: normalize.Parsed, Value: "35.2", Unit: "万元"},
		"35.2(其中5.2为结转)": {State: normalize.Garbled}, "9.5‰": {State: normalize.Parsed, Value: "9.5", Unit: "‰"}, "10百分比": {State: normalize.Parsed, Value: "10", Unit: "%"},
		"\u200b": {State: normalize.Blank}, "\u2003—\u2003": {State: normalize.Blank},
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

// All the digits of a text that is read as a figure are those of the figure, in
// their order: nothing that stands beside a figure is lost, and no two become one.
func TestFiguresHoldAllTheirDigits(t *testing.T) {
	digits := func(s string) string {
		return strings.Map(func(r rune) rune {
			if r >= '0' && r <= '9' {
				return r
			}
			return -1
		}, s)
	}
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOfN(rapid.SampledFrom([]rune("0123456789012345678901234567890.,， \u00a0\u2003\n\u200b-+%元万分个(（)年月至O*")), 1, 14, -1).Draw(t, "text")
		for _, f := range []*normalize.Field{Figure(s), Actual(s, "2022")} {
			n, ok := f.Number()
			if !ok || f.Date != "" {
				continue
			}
			want := digits(blank.Fold(s))
			got := digits(n.Printed())
			if strings.TrimLeft(got, "0") != strings.TrimLeft(want, "0") {
				t.Fatalf("%q is read as %s", s, n.Printed())
			}
			if closed := blank.Close(s); strings.Contains(closed, "  ") || strings.Contains(closed, "\n") {
				t.Fatalf("%q is read as %s, across a wide gap", s, n.Printed())
			}
		}
	})
}

func TestMark(t *testing.T) {
	for text, want := range map[string]normalize.State{"10 100": normalize.Garbled, "100": normalize.Parsed, "9.5 分": normalize.Parsed, "10 10": normalize.Garbled, "—": normalize.Blank, "1,000": normalize.Parsed} {
		if f := Mark(text); f.State != want || f.Text != text {
			t.Errorf("%q is %s, want %s", text, f.State, want)
		}
	}
}
