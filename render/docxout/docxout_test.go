package docxout_test

import (
	"archive/zip"
	"bytes"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"ziping/extract"
	"ziping/extract/docxin"
	"ziping/internal/pipeline"
	"ziping/render"
	"ziping/render/docxout"
	"ziping/render/workpaper"
	"ziping/render/xlsxout"
)

func bundle(t *testing.T, name, text string, lang extract.Lang) *render.Bundle {
	t.Helper()
	a, err := pipeline.NewAuditor(pipeline.AuditOptions{Lang: lang})
	if err != nil {
		t.Fatal(err)
	}
	b := pipeline.Run([]byte(text), name, pipeline.Options{Lang: lang, Audit: a, Named: true, Version: "test"}).Bundle()
	if b == nil {
		t.Fatalf("%s: no report", name)
	}
	return b
}

func sample(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile("../../samples/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func written(t *testing.T, b *render.Bundle) []byte {
	t.Helper()
	var buf bytes.Buffer
	if err := docxout.Write(&buf, b); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

// texts are all texts of a paper, in the order in which they are told.
func texts(p *workpaper.Paper) []string {
	out := []string{p.Title}
	add := func(all ...string) {
		for _, s := range all {
			for line := range strings.SplitSeq(s, "\n") {
				if line = strings.TrimSpace(line); line != "" {
					out = append(out, line)
				}
			}
		}
	}
	for _, e := range p.Head {
		add(e.Label, e.Text)
	}
	for i := range p.Sections {
		s := &p.Sections[i]
		add(s.Heading, s.Conclusion)
		for _, c := range s.Columns {
			add(c.Name)
		}
		for _, r := range s.Rows {
			add(r.Cells...)
		}
		add(s.Notes...)
	}
	add(p.Source)
	return out
}

// inDocument are the texts of a document, in order, read by our own reader.
func inDocument(t *testing.T, data []byte) []string {
	t.Helper()
	doc, err := docxin.Read(data, extract.Options{Limits: extract.DefaultLimits()})
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	add := func(s string) {
		for line := range strings.SplitSeq(s, "\n") {
			if line = strings.TrimSpace(line); line != "" {
				out = append(out, line)
			}
		}
	}
	for _, l := range doc.Lines {
		add(l.Text)
	}
	for _, table := range doc.Tables {
		for _, c := range table.Cells {
			add(c.Text)
		}
	}
	return out
}

// onSheet are the texts of the sheet of the working paper.
func onSheet(t *testing.T, b *render.Bundle) []string {
	t.Helper()
	var buf bytes.Buffer
	if err := xlsxout.Write(&buf, b); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&buf)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	rows, err := f.GetRows(workpaper.New(b).Title)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, r := range rows {
		for _, s := range r {
			for line := range strings.SplitSeq(s, "\n") {
				if line = strings.TrimSpace(line); line != "" {
					out = append(out, line)
				}
			}
		}
	}
	return out
}

// The document and the sheet say the same, and all that the description says.
func TestOnePaper(t *testing.T) {
	hostile := "项目支出绩效自评表\n项目名称\t<w:p>甲&乙\u202e=cmd|' /C calc'!A0\n一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\n" +
		"产出指标\t数量指标\t\"+1+1\"\t≥100人\t@SUM(1)\t50\t55\n总分\t\t\t\t\t100\t100\n"
	for name, text := range map[string]string{
		"fuzhou-hrss-2023.txt": sample(t, "fuzhou-hrss-2023.txt"), "mof-project-2021.txt": sample(t, "mof-project-2021.txt"),
		"hn-report-2022.txt": sample(t, "hn-report-2022.txt"), "hostile.txt": hostile,
	} {
		for _, lang := range []extract.Lang{extract.ZH, extract.EN} {
			b := bundle(t, name, text, lang)
			paper := workpaper.New(b)
			var want []string
			for _, s := range texts(&paper) {
				want = append(want, render.Printable(s))
			}
			document, sheet := inDocument(t, written(t, b)), onSheet(t, b)
			slices.Sort(want)
			slices.Sort(document)
			slices.Sort(sheet)
			if !slices.Equal(document, want) {
				t.Errorf("%s in %s: the document says\n%q, want\n%q", name, lang, document, want)
			}
			if !slices.Equal(sheet, want) {
				t.Errorf("%s in %s: the sheet says\n%q, want\n%q", name, lang, sheet, want)
			}
		}
	}
}

// Each finding has its facts: what is printed, how it is worked out, the difference, the
// file, the row and the field. A figure that was right as printed has no difference. A sound form is said to be one in a line.
func TestFacts(t *testing.T) {
	p := workpaper.New(bundle(t, "fuzhou-hrss-2023.txt", sample(t, "fuzhou-hrss-2023.txt"), extract.ZH))
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
	sound := workpaper.New(bundle(t, "mof-project-2021.txt", sample(t, "mof-project-2021.txt"), extract.ZH))
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

// The same bundle gives the same bytes, and the parts claim no time.
func TestBytes(t *testing.T) {
	b := bundle(t, "seed.txt", sample(t, "fuzhou-hrss-2023.txt"), extract.ZH)
	data := written(t, b)
	if !bytes.Equal(data, written(t, b)) {
		t.Error("two documents of one bundle differ")
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	props, err := fs.ReadFile(z, "docProps/core.xml")
	if err != nil || bytes.Contains(props, []byte("dcterms")) || !bytes.Contains(props, []byte("福州市人力资源和社会保障局 2023年度")) {
		t.Errorf("got properties %s, %v", props, err)
	}
}

// A working paper is no form: a folder with papers in it can be audited again.
func TestNoForm(t *testing.T) {
	data := written(t, bundle(t, "seed.txt", sample(t, "fuzhou-hrss-2023.txt"), extract.ZH))
	if out := pipeline.Run(data, "seed.docx", pipeline.Options{Lang: extract.ZH}); len(out.Result.Reports) > 0 {
		t.Errorf("the paper is read as %d forms", len(out.Result.Reports))
	}
}
