package grid

import (
	"fmt"
	"testing"

	"ziping/extract"
)

// moneyPage is five rows of figures and a label; a figure in the last column is
// merged over span rows from the second on.
func moneyPage(span int) (Page, plan) {
	p := plan{rows: 7, cols: 5}
	for range p.cols {
		p.widths = append(p.widths, 80)
	}
	for r := range p.rows {
		p.heights = append(p.heights, 20)
		for c := range p.cols {
			text, rs := fmt.Sprintf("%d.%d", 100*r+c, c), 1
			switch {
			case r == 0:
				text = string([]rune("甲乙丙丁戊")[c]) + "栏数"
			case c == 0:
				text = "资金来源" + fmt.Sprint(r)
			case c == 4 && r == 1:
				text, rs = "10", span
			case c == 4 && r <= span:
				continue
			}
			p.cells = append(p.cells, extract.Cell{Row: r, Col: c, RowSpan: rs, ColSpan: 1, Text: text})
		}
	}
	page := Page{Number: 1, Width: 500, Height: 400}
	p.draw(&page, style{em: 8, centre: true}, func() float64 { return 0 }, 50, 60)
	page.Rules = nil
	return page, p
}

// A figure half way between rows whose places in its column are empty reaches over
// all of them.
func TestFigureInTheMiddleOfRows(t *testing.T) {
	for _, span := range []int{2, 4, 6} {
		page, _ := moneyPage(span)
		found := Find([]Page{page}, Options{})
		if len(found.Tables) != 1 || found.Tables[0].Rows != 7 {
			t.Fatalf("%d: got %d tables, want one of 7 rows\n%s", span, len(found.Tables), picture(found))
		}
		for _, c := range found.Tables[0].Cells {
			if c.Text == "10" && (c.Row != 1 || c.RowSpan != span) {
				t.Errorf("got row %d, %d rows, want 1, %d\n%s", c.Row, c.RowSpan, span, picture(found))
			}
		}
	}
}

// A label stretched over its cell is one text, though its characters stand as far
// apart as columns may.
func TestStretchedLabel(t *testing.T) {
	page, _ := moneyPage(2)
	at := 0
	for i := range page.Glyphs {
		if page.Glyphs[i].Text == "资" {
			at = i
			break
		}
	}
	for k, r := range []rune("单位资金") {
		g := &page.Glyphs[at+k]
		g.Text = string(r)
		g.Box[0] = 56 + 19*float64(k)
		g.Box[2] = g.Box[0] + 8
	}
	page.Glyphs = append(page.Glyphs[:at+4], page.Glyphs[at+5:]...) // without its number
	found := Find([]Page{page}, Options{})
	for _, tab := range found.Tables {
		for _, c := range tab.Cells {
			if c.Text == "单位资金" {
				return
			}
		}
	}
	t.Errorf("no cell 单位资金\n%s", picture(found))
}
