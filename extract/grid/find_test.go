package grid

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"ziping/extract"
)

// bare strips what a plan does not know.
func plain(t extract.Table) extract.Table {
	out := extract.Table{Rows: t.Rows, Cols: t.Cols}
	for _, c := range t.Cells {
		out.Cells = append(out.Cells, extract.Cell{Row: c.Row, Col: c.Col, RowSpan: c.RowSpan, ColSpan: c.ColSpan, Text: c.Text})
	}
	return out
}

func show(t extract.Table) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d × %d\n", t.Rows, t.Cols)
	for _, c := range t.Cells {
		fmt.Fprintf(&b, "%d,%d %d×%d %q\n", c.Row, c.Col, c.RowSpan, c.ColSpan, c.Text)
	}
	return b.String()
}

// diff lists the lines that only one of two texts has.
func diff(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	in := func(s string, list []string) bool {
		for _, l := range list {
			if l == s {
				return true
			}
		}
		return false
	}
	var b strings.Builder
	for _, l := range g {
		if !in(l, w) {
			b.WriteString("got  " + l + "\n")
		}
	}
	for _, l := range w {
		if !in(l, g) {
			b.WriteString("want " + l + "\n")
		}
	}
	return b.String()
}

// A table of any shape comes back as it was drawn, however it was drawn.
func TestRuledTableComesBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		st := drawStyle(t)
		p := drawPlan(t, st.em, 12)
		if w := p.wanted(); len(w.Cells) < 2 || !anyText(w) {
			t.Skip("nothing to see")
		}
		for _, c := range p.cells {
			if c.ColSpan == p.cols {
				st.openSide = false // a row without any upright line is no part of it
			}
		}
		page := Page{Number: 1, Width: 2000, Height: 2000}
		noise := func() float64 { return rapid.Float64Range(-1, 1).Draw(t, "noise") }
		if st.jitter == 0 {
			noise = func() float64 { return 0 }
		}
		p.draw(&page, st, noise, 60, 80)
		found := Find([]Page{page}, Options{})
		if len(found.Tables) != 1 {
			t.Fatalf("got %d tables, want 1\n%+v\n%s", len(found.Tables), st, show(p.wanted()))
		}
		got, want := show(plain(found.Tables[0])), show(p.wanted())
		if got != want {
			t.Fatalf("%+v\n%s\nall wanted:\n%s", st, diff(got, want), want)
		}
		if len(found.Lines) > 0 {
			t.Fatalf("got lines %v, want none", found.Lines)
		}
	})
}

func anyText(t extract.Table) bool {
	n := 0
	for _, c := range t.Cells {
		if c.Text != "" {
			n++
		}
	}
	return n > 1
}
