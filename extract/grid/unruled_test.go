package grid

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"ziping/extract"
)

// Without any ruling, a form's rows keep together: each name has its figures and
// its remark beside it, whole. (Over how many rows a label reaches can't always be
// told.)
func TestUnruledFormKeepsItsRows(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		st := style{em: rapid.SampledFrom([]float64{7.5, 10.5}).Draw(t, "em"), centre: rapid.Bool().Draw(t, "centre")}
		p := drawForm(t, st.em)
		if p.rows < 7 {
			t.Skip("too small to be taken for a table")
		}
		page := Page{Number: 1, Width: 900, Height: 2000}
		p.draw(&page, st, func() float64 { return 0 }, 50, 60)
		page.Rules = nil
		found := Find([]Page{page}, Options{Heading: func(s string) bool { return strings.HasPrefix(s, "表头") }})
		if len(found.Tables) != 1 {
			t.Fatalf("got %d tables, want 1\n%s", len(found.Tables), picture(found))
		}
		at := map[string]extract.Cell{}
		for _, c := range found.Tables[0].Cells {
			at[squash(c.Text)] = c
		}
		for _, want := range p.cells {
			if want.Text == "" || want.Row == 0 {
				continue
			}
			got, ok := at[want.Text]
			if !ok {
				t.Fatalf("no cell %q\n%s\nwanted\n%s", want.Text, picture(found), show(p.wanted()))
			}
			if want.Col < 2 {
				continue
			}
			if name := at[p.name(want.Row)]; name.Row != got.Row {
				t.Fatalf("%q stands in row %d, %q of its row in %d\n%s", want.Text, got.Row, p.name(want.Row), name.Row, picture(found)+show(p.wanted()))
			}
		}
	})
}
