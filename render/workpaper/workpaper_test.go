package workpaper_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"ziping/extract"
	"ziping/internal/pipeline"
	"ziping/render"
	"ziping/render/workpaper"
)

func bundle(t *testing.T, name string, data []byte) *render.Bundle {
	t.Helper()
	a, err := pipeline.NewAuditor(pipeline.AuditOptions{Lang: extract.ZH})
	if err != nil {
		t.Fatal(err)
	}
	b := pipeline.Run(data, name, pipeline.Options{Lang: extract.ZH, Audit: a, Named: true, Version: "test"}).Bundle()
	if b == nil {
		t.Fatalf("%s: no report", name)
	}
	return b
}

func sample(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile("../../samples/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// Each finding has its facts: what is printed, how it is worked out, the difference, the
// file, the row and the field. A figure that was right as printed has no difference. A sound form is said to be one in a line.
func TestFacts(t *testing.T) {
	p := workpaper.New(bundle(t, "fuzhou-hrss-2023.txt", sample(t, "fuzhou-hrss-2023.txt")))
	want := []string{"1", "错误 FND-05\n合计、小计等于各组成行之和", "222924.78", "合计·年初预算：填报数 222924.78，按表内关系计算为 0.00（财政资金小计 0.00 + 其他资金小计 0.00），相差 222924.78；更正后相符：财政资金小计·年初预算数", "", "fuzhou-hrss-2023.txt\n第 11 行\n合计·年初预算数"}
	if got := p.Sections[0].Rows[0].Cells; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := p.Sections[0].Rows[5].Cells; got[2] != "0.00" || got[4] != "222924.78" || !strings.HasSuffix(got[3], "应为 222924.78，已更正") {
		t.Errorf("got %q", got)
	}
	if n := len(p.Sections[0].Rows); n != 31 {
		t.Errorf("got %d findings, want 31", n)
	}
	if got := p.Sections[0].Rows[10].Cells[3]; !strings.HasSuffix(got, "（未能判定，请核实）") {
		t.Errorf("what is undetermined is told as %q", got)
	}
	var names []string
	share := 0
	for _, c := range p.Sections[0].Columns {
		names, share = append(names, c.Name), share+c.Share
	}
	if !slices.Equal(names, []string{"序号", "事项", "填报数", "事实及计算过程", "差额", "出处"}) || share != 100 {
		t.Errorf("got columns %v of %d in all", names, share)
	}
	if p.Sections[0].Heading != "" || !strings.Contains(p.Source, "fuzhou-hrss-2023.txt；SHA-256：a1ccb0af") {
		t.Errorf("got heading %q and source %q", p.Sections[0].Heading, p.Source)
	}
	sound := workpaper.New(bundle(t, "mof-project-2021.txt", sample(t, "mof-project-2021.txt")))
	s := &sound.Sections[0]
	if len(s.Rows) > 0 || len(s.Notes) > 0 || !strings.HasSuffix(s.Conclusion, "不符 0，无法核对 3。未发现问题。") {
		t.Errorf("of a sound form: %+v", s)
	}
	blank := 0
	for _, e := range sound.Head {
		if e.Text == "" {
			blank++
		}
	}
	if blank != 4 || sound.Head[0].Text == "" || sound.Head[2].Text != "2021年度 项目支出绩效自评表核对" {
		t.Errorf("got head %+v", sound.Head)
	}
}

// Of several forms each has its heading, its conclusion and its rows, and findings are
// counted through all; candidates that nobody can choose between are all told.
func TestSeveralForms(t *testing.T) {
	sound := string(sample(t, "mof-project-2021.txt"))
	wrong := strings.Replace(sound, "744.30", "754.30", 1)
	p := workpaper.New(bundle(t, "two.txt", []byte(wrong+"\n"+sound+"\n"+wrong)))
	if len(p.Sections) != 3 {
		t.Fatalf("got %d sections, want 3", len(p.Sections))
	}
	for i, rows := range []int{1, 0, 1} {
		s := &p.Sections[i]
		if len(s.Rows) != rows || !strings.HasPrefix(s.Heading, []string{"1. ", "2. ", "3. "}[i]) {
			t.Errorf("section %d: %q with %d findings, want %d", i, s.Heading, len(s.Rows), rows)
		}
	}
	if got := p.Sections[2].Rows[0].Cells[0]; got != "2" {
		t.Errorf("the last finding has the number %s, want 2", got)
	}
	note := p.Sections[0].Notes
	if len(note) != 1 || strings.Count(note[0], "方案 ") != 5 || !strings.Contains(note[0], "未更正") {
		t.Errorf("got corrections %q, want 4 candidates under their heading", note)
	}
	if p.Head[0].Text != "石桥县水务局" || p.Head[2].Text != "2021年度 项目支出绩效自评表核对" {
		t.Errorf("got head %+v", p.Head)
	}
}
