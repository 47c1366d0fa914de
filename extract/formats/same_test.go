package formats_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ziping/extract"
	"ziping/extract/formats"
	"ziping/normalize/read"
	"ziping/render/tableout"
)

var opts = extract.Options{Limits: extract.DefaultLimits()}

func load(t testing.TB, data []byte, name string) *extract.Document {
	t.Helper()
	doc, err := formats.Read(data, name, opts)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return doc
}

// TestSameFormSameReport writes every complete sample as a page, a document
// and a workbook, in the ways different programs do, and wants the values that
// its text gives.
func TestSameFormSameReport(t *testing.T) {
	files, err := filepath.Glob("../../samples/*.txt")
	if err != nil || len(files) < 5 {
		t.Fatalf("got samples %v, %v", files, err)
	}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".txt")
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		text := load(t, data, file)
		if ragged(text) {
			continue // its rows stand in the wrong columns; nobody merges those
		}
		want := values(t, text)
		form := merged(text)
		for kind, write := range map[string]func(testing.TB, *extract.Document) []byte{
			"page.html": page, "word.html": wordPage, "layout.html": layoutPage, "archive.mht": archive,
			"form.docx": document, "strict.docx": strictDocument, "boxed.docx": boxedDocument,
			"form.xlsx": workbook,
		} {
			t.Run(name+"/"+kind, func(t *testing.T) {
				doc := load(t, write(t, form), kind)
				if d := cmp.Diff(want, values(t, doc)); d != "" {
					t.Errorf("values differ from those of the text (-want +got):\n%s", d)
				}
			})
		}
	}
}

// TestTablesReadBack: the tables that are written for other programs are read
// back as they were, with their spans from HTML, without from CSV.
func TestTablesReadBack(t *testing.T) {
	files, err := filepath.Glob("../../samples/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		form := merged(load(t, data, file))
		for format, name := range map[tableout.Format]string{tableout.HTML: "a.html", tableout.CSV: "a.csv", tableout.TSV: "a.tsv"} {
			var b bytes.Buffer
			if err := tableout.Write(&b, form, format); err != nil {
				t.Fatal(err)
			}
			got := load(t, b.Bytes(), name)
			if d := cmp.Diff(cells(form, format == tableout.HTML), cells(got, format == tableout.HTML)); d != "" {
				t.Errorf("%s as %s (-written +read):\n%s", file, format, d)
			}
		}
	}
}

// cells are the texts of the tables by place, with their spans if asked for.
func cells(doc *extract.Document, spans bool) map[string]string {
	out := map[string]string{}
	for i, t := range doc.Tables {
		for _, c := range t.Cells {
			place := fmt.Sprintf("%d/%d,%d", i, c.Row, c.Col)
			if spans {
				place += fmt.Sprintf("*%d,%d", c.RowSpan, c.ColSpan)
			}
			if c.Text != "" {
				out[place] = strings.Join(strings.Fields(c.Text), " ")
			}
		}
	}
	return out
}

// ragged reports a form whose rows were shifted when it was copied.
func ragged(doc *extract.Document) bool {
	for _, f := range read.Run(doc, read.Options{}) {
		if len(f.Report.Moves) > 0 {
			return true
		}
	}
	return false
}

// values are the reports of a document without places.
func values(t testing.TB, doc *extract.Document) []any {
	t.Helper()
	forms := read.Run(doc, read.Options{})
	if len(forms) == 0 {
		t.Fatal("no form found")
	}
	var out []any
	for _, f := range forms {
		data, err := json.Marshal(f.Report)
		if err != nil {
			t.Fatal(err)
		}
		var v any
		if err := json.Unmarshal(data, &v); err != nil {
			t.Fatal(err)
		}
		out = append(out, placeless(v))
	}
	return out
}

func placeless(v any) any {
	switch v := v.(type) {
	case map[string]any:
		delete(v, "at")
		for k := range v {
			v[k] = placeless(v[k])
		}
	case []any:
		for i := range v {
			v[i] = placeless(v[i])
		}
	}
	return v
}

// merged is the form with the merges an office would draw: a label of the
// first two columns over the blank places below it, and in rows of a few
// texts each other text over the blank places to its right.
func merged(doc *extract.Document) *extract.Document {
	out := doc.Clone()
	for ti := range out.Tables {
		t := &out.Tables[ti]
		at := map[[2]int]*extract.Cell{}
		texts := map[int]int{}
		for i := range t.Cells {
			c := &t.Cells[i]
			at[[2]int{c.Row, c.Col}] = c
			texts[c.Row]++
		}
		free := func(r, c int) bool { return r < t.Rows && c < t.Cols && at[[2]int{r, c}] == nil }
		for i := range t.Cells {
			c := &t.Cells[i]
			for c.Col < 2 && free(c.Row+c.RowSpan, c.Col) && texts[c.Row+c.RowSpan] > 0 && (c.Col == 0 || texts[c.Row+c.RowSpan] > 4) {
				at[[2]int{c.Row + c.RowSpan, c.Col}] = c
				c.RowSpan++
			}
		}
		for i := range t.Cells {
			c := &t.Cells[i]
			for texts[c.Row] <= 4 && c.RowSpan == 1 && free(c.Row, c.Col+c.ColSpan) {
				at[[2]int{c.Row, c.Col + c.ColSpan}] = c
				c.ColSpan++
			}
		}
	}
	return out
}
