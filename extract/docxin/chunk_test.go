package docxin

import (
	"errors"
	"testing"

	"ziping/extract"
	"ziping/internal/sketch"
)

// TestChunk: a page that a document only wraps is read by whoever reads pages.
func TestChunk(t *testing.T) {
	o := opts
	o.WebPage = func(data []byte, _ extract.Options) (*extract.Document, error) {
		doc := extract.NewDocument("page", "")
		doc.Tables = []extract.Table{{Rows: 1, Cols: 2, Cells: []extract.Cell{{RowSpan: 1, ColSpan: 2, Text: "a"}}}}
		doc.Lines = []extract.Line{{Text: "上"}, {Text: "下", Before: 1}}
		doc.Warnings = []extract.Warning{{Code: "w", At: &extract.Ref{Table: 0}}}
		return doc, nil
	}
	parts := map[string]string{"chunk": "<p/>"}
	doc, err := Read(pack(t, p("前")+`<w:altChunk r:id="chunk"/>`+p("后"), parts), o)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := sketch.Of(doc), "前\n上\n[1x2 |0 0=a*1,2]\n下\n后\n!w\n"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	_, err = Read(pack(t, `<w:altChunk r:id="chunk"/>`, parts), opts) // nobody to read it
	var e *extract.Error
	if !errors.As(err, &e) || e.Kind != extract.ErrUnsupported {
		t.Errorf("got %v, want that the embedded file is not read", err)
	}
}
