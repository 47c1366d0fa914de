package longsheet

import (
	"bytes"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"ziping/internal/bound"
	"ziping/render/xlsxout/cells"
	"ziping/render/xlsxout/opcout"
)

// FuzzRows: any text and any link come back from the sheet as a program reads it, and the
// text is never a formula.
func FuzzRows(f *testing.F) {
	f.Add("=1+1", "../a b#c?.xlsx")
	f.Add("<t>&amp;_x0041_\u202e\x00\xff", "a:b/\"<>%41")
	f.Add(strings.Repeat("财\n", 400), "")
	f.Add("a", "\xbez\x92)\x07\uffff\ufffd")
	f.Fuzz(func(t *testing.T, text, link string) {
		bound.Holds(t, bound.PerByte(2_000), len(text)+len(link), func() {
			book := excelize.NewFile()
			defer func() { _ = book.Close() }()
			margin := 0.5
			if err := book.SetPageMargins("Sheet1", &excelize.PageLayoutMarginsOptions{Left: &margin}); err != nil {
				t.Fatal(err)
			}
			table := New(t.TempDir(), 10, 10)
			defer func() { _ = table.Close() }()
			if err := table.Add(Text(text), Text("x").To(link)); err != nil {
				t.Fatal(err)
			}
			var b bytes.Buffer
			if err := opcout.SaveLong(&b, book, map[int]opcout.Long{1: table.sheets[0]}); err != nil {
				t.Fatal(err)
			}
			again, err := excelize.OpenReader(bytes.NewReader(b.Bytes()))
			if err != nil {
				t.Fatal(err)
			}
			defer func() { _ = again.Close() }()
			got, err := again.GetCellValue("Sheet1", "A2")
			if want := expected(text); err != nil || got != want {
				t.Errorf("got %.80q, want %.80q; %v", got, want, err)
			}
			if formula, _ := again.GetCellFormula("Sheet1", "A2"); formula != "" {
				t.Errorf("%.40q became a formula", text)
			}
			if ok, to, _ := again.GetCellHyperLink("Sheet1", "B2"); ok != (link != "") || to != Target(link) {
				t.Errorf("got a link to %q, want %q", to, Target(link))
			}
		})
	})
}

// expected is a text as XML gives it back.
func expected(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r == 0xfffe || r == 0xffff {
			return '\ufffd'
		}
		return r
	}, s)
	return cells.Cut(s)
}
