package glue_test

import (
	"strings"
	"testing"

	"ziping/extract"
	"ziping/extract/tabin"
	"ziping/normalize/glue"
	"ziping/normalize/lexicon"
	"ziping/normalize/table"
)

func linesOf(t *testing.T, text string) []*table.Line {
	t.Helper()
	doc, err := tabin.Read([]byte(text), extract.Options{Limits: extract.DefaultLimits()})
	if err != nil {
		t.Fatal(err)
	}
	return table.Lines(doc, lexicon.Default())
}

// A text whose cells run together is told by its worst line, and with the marks of
// pages that stand inside it.
func TestDoubt(t *testing.T) {
	worse := "一级指标二级指标三级指标年度指标值实际完成值分值得分产出指标数量指标开放天数300天310天9090"
	bad := "一级指标二级指标三级指标年度指标值实际完成值分值得分"
	for _, tt := range []struct {
		name, text, want string
		marks            bool
	}{
		{"a form", "项目名称\t修路\n项目单位\t市园林局", "", false},
		{"one line", worse, worse, false},
		{"the worst of several", "标题\n" + bad + "\n" + worse, worse, false},
		{"the first of two alike", worse + "\n" + strings.Replace(worse, "9090", "8080", 1), worse, false},
		{"marks of pages", worse + "\n2、12.5\n13、产出", worse, true},
		{"one mark", worse + "\n2、12.5", worse, false},
		{"numbers that are none", worse + "\n2022、12.5\n、产出\n12.5\n3产出", worse, false},
	} {
		d, ok := glue.Doubt(linesOf(t, tt.text), lexicon.Default())
		if ok != (tt.want != "") || d.Text != tt.want || strings.Contains(d.Reason.ZH, "分页标记") != tt.marks || strings.Contains(d.Reason.EN, "page marks") != tt.marks {
			t.Errorf("%s: got %v %q %q, want %q", tt.name, ok, d.Text, d.Reason.ZH, tt.want)
		}
	}
}

func TestWithoutDigits(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"项目名称\t修路\n分值\t10", ""},
		{"项目名称\t修路\n说明\t见附件一", "项目名称 修路"},
		{"说明见附件\n一级指标\t二级指标\t年度指标值\n产出指标\t数量指标\t开放天数", "一级指标 二级指标 年度指标值"},
		{"某某\t说明\n另行\t通知", "某某 说明"},
		{"某某说明\n一级指标二级指标三级指标\n产出指标\t数量指标", "一级指标二级指标三级指标"},
		{"一级指标二级指标三级指标\n一级指标二级指标四级指标", "一级指标二级指标三级指标"},
	} {
		d, ok := glue.WithoutDigits(linesOf(t, tt.text), lexicon.Default())
		if ok != (tt.want != "") || d.Text != tt.want {
			t.Errorf("%s: got %v %q, want %q", tt.text, ok, d.Text, tt.want)
		}
	}
}

// One cell to a line is twelve lines at least, of which one in five may hold more.
func TestOneByOne(t *testing.T) {
	one, two := "开放天数\n", "开放\t天数\n"
	for _, tt := range []struct {
		ones, twos int
		want       bool
	}{{12, 0, true}, {11, 0, false}, {16, 4, true}, {15, 4, false}, {12, 8, false}} {
		if got := glue.OneByOne(linesOf(t, strings.Repeat(one, tt.ones)+strings.Repeat(two, tt.twos))); got != tt.want {
			t.Errorf("%d lines of one cell, %d of two: got %v", tt.ones, tt.twos, got)
		}
	}
}
