package grid

import (
	"testing"

	"pgregory.net/rapid"

	"ziping/extract"
	"ziping/extract/grid/sheet"
)

// horizontals leaves only the rulings between rows.
func horizontals(page *Page) {
	var kept []Rule
	for _, r := range page.Rules {
		if r.X1-r.X0 > r.Y1-r.Y0 {
			kept = append(kept, r)
		}
	}
	page.Rules = kept
}

// Where rulings stand between rows only, rows and the rows of merged cells are
// exact, however the text is set.
func TestHorizontalRulingsTellRows(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		st := style{em: rapid.SampledFrom([]float64{7.5, 10.5}).Draw(t, "em"), perCell: true, centre: rapid.Bool().Draw(t, "centre"), padding: 2}
		p := drawForm(t, st.em)
		if p.rows < 7 {
			t.Skip("too small to be taken for a table")
		}
		page := Page{Number: 1, Width: 900, Height: 2000}
		p.draw(&page, st, func() float64 { return 0 }, 50, 60)
		horizontals(&page)
		found := Find([]Page{page}, Options{})
		if len(found.Tables) != 1 || found.Tables[0].Rows != p.rows {
			t.Fatalf("got %d tables, want one of %d rows\n%s", len(found.Tables), p.rows, picture(found))
		}
		at := map[string]extract.Cell{}
		for _, c := range found.Tables[0].Cells {
			at[sheet.Squash(c.Text)] = c
		}
		for _, want := range p.cells {
			if want.Text == "" {
				continue
			}
			if got, ok := at[want.Text]; !ok || got.Row != want.Row || got.RowSpan != want.RowSpan {
				t.Fatalf("%q: got row %d, %d rows, want %d, %d\n%s\nwanted\n%s", want.Text, got.Row, got.RowSpan, want.Row, want.RowSpan, picture(found), show(p.wanted()))
			}
		}
	})
}

// The end of a ruling over a part of the width is the edge of a column, also where
// the texts beside it all but touch.
func TestRulingEndPartsTexts(t *testing.T) {
	page := newBoard().
		write("总体目标完成情况改善就业", 50, 113).write("无", 320, 113).
		write("指标", 50, 133).write("目标值", 150, 133).write("完成值", 250, 133).
		write("人数", 50, 153).write("5", 150, 153).write("6", 250, 153).
		write("比率", 50, 173).write("7", 150, 173).write("8", 250, 173).page
	// The label and the text are one run of characters without a wide gap.
	for i := range page.Glyphs {
		if g := &page.Glyphs[i]; i >= 8 && i < 12 {
			g.Box[0] += 2
			g.Box[2] += 2
		}
	}
	edge := page.Glyphs[7].Box[2] + 1
	for _, y := range []float64{106, 126, 146, 166, 186} {
		page.Rules = append(page.Rules, Rule{X0: 45, Y0: y, X1: 400, Y1: y})
	}
	page.Rules[0] = Rule{X0: edge, Y0: 106, X1: 400, Y1: 106}
	page.Rules = append(page.Rules, Rule{X0: 45, Y0: 96, X1: 400, Y1: 96})
	found := Find([]Page{page}, Options{})
	if len(found.Tables) != 1 {
		t.Fatalf("got %d tables, want 1\n%s", len(found.Tables), picture(found))
	}
	for _, c := range found.Tables[0].Cells {
		if c.Text == "总体目标完成情况" {
			return
		}
	}
	t.Errorf("the label is not by itself\n%s", picture(found))
}
