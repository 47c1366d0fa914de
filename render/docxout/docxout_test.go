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
