package pipeline

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"

	"ziping/extract"
	"ziping/extract/formats"
	"ziping/render/tableout"
	"ziping/score"
)

// Every output is known for what it is, without its name: skipped in a folder, and in
// words; what shows a form is audited where it is named, and says that it is no original.
func TestOwnOutputs(t *testing.T) {
	for _, lang := range []extract.Lang{extract.ZH, extract.EN} {
		o := options(t, AuditOptions{Lang: lang})
		o.Lang = lang
		first := Run(load(t, seed), "fuzhou.txt", o)
		files, err := first.Render([]string{"xlsx", "pdf", "docx", "json"})
		if err != nil {
			t.Fatal(err)
		}
		var html bytes.Buffer
		if err := tableout.Write(&html, first.Document, tableout.HTML); err != nil {
			t.Fatal(err)
		}
		files = append(files, File{"html", html.Bytes()})
		o.Apart = nil // a PDF is told before it is read
		for _, f := range files {
			mark := ownOutput(f.Data)
			if mark == nil || mark.resaved || mark.form != (f.Format != "docx" && f.Format != "json") {
				t.Errorf("%s: got %+v", f.Format, mark)
				continue
			}
			o.Named = false
			r := Run(f.Data, "a."+f.Format, o).Result
			if r.Status != score.Skipped || r.Error.Kind != extract.ErrNotAForm || !strings.Contains(r.Error.Message, "ziping") || len(r.Reports) != 0 {
				t.Errorf("%s in a folder: got %s, %+v", f.Format, r.Status, r.Error)
			}
			o.Named = true
			if f.Format == "pdf" {
				continue // needs its reader
			}
			r = Run(f.Data, "a."+f.Format, o).Result
			warned := false
			for _, w := range r.Warnings {
				warned = warned || w.Code == warnOwn && strings.Contains(w.Message, mark.what.In(lang))
			}
			if read := len(r.Reports) == 1; read != mark.form || warned != mark.form {
				t.Errorf("%s named: got %d reports, %+v, %v", f.Format, len(r.Reports), r.Warnings, r.Error)
			}
		}
	}
}

// Texts of ours are known by how they begin; those of others are not.
func TestOwnTexts(t *testing.T) {
	for _, tt := range []struct {
		text string
		want bool
	}{
		{`{"schema":"ziping.result/1","source":{}}`, true},
		{"{\n  \"schema\": \"ziping.document/1\"", true},
		{`{"path":"a.txt","sha256":"` + strings.Repeat("0a", 32) + `","status":"ok","outputs":[]}`, true},
		{`{"path":"a.txt","status":"failed","ms":1}`, true},
		{`{"path":"a.txt","status":"open"}`, false},
		{"{\"$schema\": \"https://x/sarif-2.1.0.json\", \"runs\": [{\"tool\": {\"driver\": {\"name\": \"ziping\"", true},
		{"{\"$schema\": \"https://x/sarif-2.1.0.json\", \"runs\": [{\"tool\": {\"driver\": {\"name\": \"other\"", false},
		{"# 绩效自评表核对报告\n\n| # |", true},
		{"# Audit of performance self-evaluation tables\n", true},
		{"# 绩效自评表\n", false},
		{"ziping\t自评表\n", false},
	} {
		if got := ownOutput([]byte(tt.text)); (got != nil) != tt.want {
			t.Errorf("%q: got %+v", tt.text, got)
		}
	}
}

// A workbook that another program saved says so; one whose maker only has a name alike
// is none of ours.
func TestResavedWorkbook(t *testing.T) {
	book := func(creator, description, program string) []byte {
		var b bytes.Buffer
		zw := zip.NewWriter(&b)
		for _, f := range [][2]string{
			{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`},
			{"_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`},
			{"xl/workbook.xml", `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>`},
			{"docProps/core.xml", "<x><dc:creator>" + creator + "</dc:creator><dc:description>" + description + "</dc:description></x>"},
			{"docProps/app.xml", "<x><Application>" + program + "</Application></x>"},
		} {
			w, err := zw.Create(f[0])
			if err != nil {
				t.Fatal(err)
			}
			w.Write([]byte(f[1]))
		}
		if err := zw.Close(); err != nil {
			t.Fatal(err)
		}
		if kind := formats.Sniff(b.Bytes()); kind != formats.XLSX {
			t.Fatalf("the test's workbook is %s", kind)
		}
		return b.Bytes()
	}
	const from = "来源 a.txt SHA-256 00"
	if got := ownOutput(book("ziping 0.1.0", from, "Microsoft Excel")); got == nil || !got.resaved || !got.form || !strings.Contains(got.said().ZH, "改过") {
		t.Errorf("got %+v", got)
	}
	if got := ownOutput(book("ziping 0.1.0", from, "Go Excelize")); got == nil || got.resaved {
		t.Errorf("got %+v", got)
	}
	if got := ownOutput(book("ziping", "", "Go Excelize")); got == nil || got.form {
		t.Errorf("a summary: got %+v", got)
	}
	if got := ownOutput(book("zipingyang", from, "Go Excelize")); got != nil {
		t.Errorf("got %+v", got)
	}
}
