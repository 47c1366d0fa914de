package pipeline_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"io"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"ziping/extract"
	"ziping/extract/formats"
	"ziping/internal/bound"
	"ziping/internal/pipeline"
	"ziping/render"
	"ziping/render/docxout"
	"ziping/render/jsonout"
	"ziping/render/mdout"
	"ziping/render/pdfout"
	"ziping/render/sarifout"
	"ziping/render/tableout"
	"ziping/render/textout"
	"ziping/render/xlsxout"
	"ziping/score"
)

// perByte is what an input may take for each byte, from the bytes to what is written. A
// byte of text that is a cell of its own becomes a field, a finding, a row in each output.
var perByte = bound.PerByte(400_000)

// texts are what the searches begin with: sound forms and broken ones, text that means
// something in what is written, and nothing.
func texts(f *testing.F) {
	f.Helper()
	for _, name := range []string{"mof-project-2018.txt", "fj-county-2021.txt", "fuzhou-hrss-2023.txt"} {
		data, err := os.ReadFile("../../samples/" + name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	for _, s := range []string{
		form("", ""), form("\t其他资金\t1\t2\t3\t-\t-\t-\n", "\t\t=1+1\t@x\t<b>&amp;\t5\t7\n"),
		form("", "\t\t`a`|*b*_c_[d](e)\t\x1b[31m\u202e\t\ufffd\t1\t2\n"), "自评表\n", "<table><tr><td>总分<td colspan=3>100<tr><td rowspan=2>得分<td>\u0000</table>",
		strings.Repeat("一级指标\t分值\t得分\n产出指标\t10\t11\n", 6), "自评表\t" + strings.Repeat("很长", 300) + "\n总分\t100\n",
	} {
		f.Add([]byte(s))
	}
}

// taken is an input taken through the stages.
type taken struct {
	*pipeline.Outcome
	bundle *render.Bundle // nil where there are no forms
}

// written has an input taken through the stages and handed to a writer, and holds what
// that takes to the input's share.
func written(f *testing.F, write func(t *testing.T, a taken)) {
	texts(f)
	auditor, err := pipeline.NewAuditor(pipeline.AuditOptions{})
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		bound.Growth(t, perByte, data, func(data []byte) {
			out := pipeline.Run(data, "a.txt", pipeline.Options{Audit: auditor, Named: true})
			if e := out.Result.Error; e != nil && e.Kind == extract.ErrInternal {
				t.Fatalf("%s at %s", e.Message, e.Where)
			}
			write(t, taken{out, out.Bundle()})
		})
	})
}

// office holds a file to being one that we read again.
func office(t *testing.T, name string, data []byte) {
	t.Helper()
	if _, err := formats.Read(data, name, extract.Options{Limits: extract.DefaultLimits()}); err != nil {
		t.Errorf("what was written cannot be read: %v", err)
	}
}

// bundled is written for a writer of bundles.
func bundled(f *testing.F, write func(io.Writer, *render.Bundle) error, sound func(t *testing.T, data []byte)) {
	written(f, func(t *testing.T, a taken) {
		if a.bundle == nil {
			return
		}
		var b bytes.Buffer
		if err := write(&b, a.bundle); err != nil {
			t.Fatal(err)
		}
		sound(t, b.Bytes())
	})
}

func FuzzWorkbook(f *testing.F) {
	bundled(f, xlsxout.Write, func(t *testing.T, data []byte) { office(t, "a.xlsx", data) })
}

func FuzzWorkingPaper(f *testing.F) {
	bundled(f, docxout.Write, func(t *testing.T, data []byte) { office(t, "a.docx", data) })
}

func FuzzPDF(f *testing.F) {
	bundled(f, pdfout.Write, func(t *testing.T, data []byte) {
		if !bytes.HasPrefix(data, []byte("%PDF-")) || !bytes.HasSuffix(bytes.TrimSpace(data), []byte("%%EOF")) {
			t.Error("what was written is no PDF")
		}
	})
}

func FuzzJSON(f *testing.F) {
	written(f, func(t *testing.T, a taken) {
		var b bytes.Buffer
		if err := jsonout.Write(&b, a.Result, jsonout.Indented); err != nil {
			t.Fatal(err)
		}
		var again score.Result
		if err := json.Unmarshal(b.Bytes(), &again); err != nil || len(again.Reports) != len(a.Result.Reports) {
			t.Errorf("got %d reports back of %d, %v", len(again.Reports), len(a.Result.Reports), err)
		}
	})
}

func FuzzMarkdown(f *testing.F) {
	written(f, func(t *testing.T, a taken) {
		p := mdout.New(mdout.Options{Catalog: pipeline.Catalog()})
		p.Add(mdout.Input{Path: "a.txt", Result: a.Result, Document: a.Document, Positions: a.Positions})
		var b bytes.Buffer
		if err := p.Write(&b); err != nil {
			t.Fatal(err)
		}
		plain(t, b.String())
	})
}

func FuzzSARIF(f *testing.F) {
	written(f, func(t *testing.T, a taken) {
		l := sarifout.New(sarifout.Options{Catalog: pipeline.Catalog()})
		l.Add(sarifout.Input{Path: "a.txt", Result: a.Result, Document: a.Document, Positions: a.Positions})
		var b bytes.Buffer
		if err := l.Write(&b); err != nil {
			t.Fatal(err)
		}
		if !json.Valid(b.Bytes()) {
			t.Error("what was written is no JSON")
		}
	})
}

func FuzzScreen(f *testing.F) {
	written(f, func(t *testing.T, a taken) {
		var b bytes.Buffer
		err := textout.Write(&b, textout.Input{Path: "a.txt", Result: a.Result, Document: a.Document, Positions: a.Positions, Catalog: pipeline.Catalog()}, textout.Options{All: true})
		if err != nil {
			t.Fatal(err)
		}
		plain(t, b.String())
	})
}

// FuzzTables: tables alone, in every format: what is delimited comes back cell for cell.
func FuzzTables(f *testing.F) {
	written(f, func(t *testing.T, a taken) {
		if a.Document == nil {
			return
		}
		for _, format := range tableout.Formats {
			var b bytes.Buffer
			if err := tableout.Write(&b, a.Document, format); err != nil {
				t.Fatal(err)
			}
			plain(t, b.String())
			if format != tableout.CSV {
				continue
			}
			r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(b.Bytes(), []byte("\xef\xbb\xbf"))))
			r.FieldsPerRecord = -1
			rows, err := r.ReadAll()
			if err != nil {
				t.Fatalf("what was written is no CSV: %v", err)
			}
			for _, row := range rows {
				for _, cell := range row {
					if strings.HasPrefix(cell, "=") && strings.Trim(cell, "=") != "" {
						t.Errorf("%q is a formula", cell)
					}
				}
			}
		}
	})
}

// plain holds a text to what a terminal and a reader may be shown.
func plain(t *testing.T, s string) {
	t.Helper()
	if !utf8.ValidString(s) {
		t.Error("what was written is no UTF-8")
	}
	if i := strings.IndexFunc(s, func(r rune) bool { return r < ' ' && r != '\n' && r != '\t' && r != '\r' || r == '\u202e' || r == 0x7f }); i >= 0 {
		t.Errorf("%.20q can steer a terminal", s[i:])
	}
}
