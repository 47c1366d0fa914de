package grid

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"ziping/extract"
)

// drawForm invents a form as offices fill it in: a heading, labels merged over
// the rows of their groups on two levels, a name, figures, and a remark that may
// be empty.
func drawForm(t *rapid.T, em float64) plan {
	figures := rapid.IntRange(1, 4).Draw(t, "figures")
	p := plan{cols: 4 + figures}
	add := func(r, c, rs, cs int, text string) {
		p.cells = append(p.cells, extract.Cell{Row: r, Col: c, RowSpan: rs, ColSpan: cs, Text: text})
	}
	for c := range p.cols {
		add(0, c, 1, 1, "表头"+string(rune('甲'+c)))
	}
	r := 1
	for g := range rapid.IntRange(1, 3).Draw(t, "groups") {
		from := r
		for h := range rapid.IntRange(1, 3).Draw(t, "kinds") {
			n := rapid.IntRange(1, 5).Draw(t, "indicators")
			add(r, 1, n, 1, fmt.Sprintf("第%d类%d", g, h))
			for range n {
				add(r, 2, 1, 1, strings.Repeat("指标名称", rapid.IntRange(1, 5).Draw(t, "name"))+fmt.Sprint(r))
				for k := range figures {
					add(r, 3+k, 1, 1, fmt.Sprintf("%d.%02d", r, k))
				}
				remark := ""
				if rapid.IntRange(0, 2).Draw(t, "remark") == 0 {
					remark = "原因说明" + fmt.Sprint(r)
				}
				add(r, 3+figures, 1, 1, remark)
				r++
			}
		}
		add(from, 0, r-from, 1, fmt.Sprintf("组%d", g))
	}
	p.rows = r
	for range p.cols {
		p.widths = append(p.widths, em*float64(rapid.IntRange(6, 9).Draw(t, "width")))
	}
	p.heights = make([]float64, p.rows)
	for k := range p.cells {
		c := &p.cells[k]
		if n := len(wrapped(c.Text, p.width(c)/em-1)); c.RowSpan == 1 {
			p.heights[c.Row] = max(p.heights[c.Row], (float64(n)*1.3+0.6)*em)
		}
	}
	for r := range p.heights {
		p.heights[r] = max(p.heights[r], 1.9*em)
	}
	return p
}

// breakAt is where a page ends: before a row, or after some lines of it.
type breakAt struct {
	row, lines int
}

// sheetsOf draws a plan on pages. bare leaves the border at the break away where
// a row is cut; header repeats the first row.
//
// The text of a merged cell stands on the page where it begins, or, with late,
// on the next page if two rows of it stand there. (One that begins at the top of
// a page is not late: nobody could tell whether its empty part belongs to the cell
// before.) With open, merged cells have no border at the break.
func (p *plan) sheetsOf(st style, breaks []breakAt, bare, header, late, open bool) []Page {
	p.open = open
	var pages []Page
	p.on = make([]int, len(p.cells))
	for k := range p.cells {
		c := &p.cells[k]
		from := breakAt{}
		for n, to := range append(breaks, breakAt{p.rows, 0}) {
			if c.Row >= from.row && c.Row < to.row || c.Row == to.row && to.lines > 0 && c.Row >= from.row {
				p.on[k] = n + 1
				break
			}
			from = to
		}
		if top := append([]breakAt{{}}, breaks...)[p.on[k]-1]; c.Row <= top.row {
			continue
		}
		from = breakAt{}
		for n, to := range append(breaks, breakAt{p.rows, 0}) {
			if late && n == p.on[k] && min(c.Row+c.RowSpan, to.row)-max(c.Row, from.row) >= 2 && from.lines == 0 {
				p.on[k] = n + 1
				break
			}
			from = to
		}
	}
	from := breakAt{}
	for _, to := range append(breaks, breakAt{p.rows, 0}) {
		pages = append(pages, p.slice(st, from, to, bare, header && len(pages) > 0, len(pages)+1))
		from = to
	}
	return pages
}

func (p *plan) slice(st style, from, to breakAt, bare, header bool, number int) Page {
	page := Page{Number: number, Width: 900, Height: 900}
	none := func() float64 { return 0 }
	pen := pen{page: &page, st: st, noise: none}
	xs := edgesOf(p.widths, 50)
	cut := func(b breakAt) float64 { // how much of a row is before the break
		if b.lines == 0 {
			return 0
		}
		return (float64(b.lines)*1.3 + 0.3) * st.em
	}
	// The height of each row on this page, and its edges.
	y := 60.0
	if header {
		y += p.heights[0]
		for k := range p.cells {
			if c := &p.cells[k]; c.Row == 0 {
				x0, x1 := xs[c.Col], xs[c.Col+c.ColSpan]
				pen.frame(x0, 60, x1, y)
				pen.text(c.Text, x0, 60, x1, y)
			}
		}
	}
	last := to.row
	if to.lines > 0 {
		last++
	}
	ys := make([]float64, p.rows+1)
	at := y
	for r := from.row; r < last; r++ {
		ys[r] = at
		h := p.heights[r]
		if r == from.row && from.lines > 0 {
			h = max(h-cut(from), 0) + 0.3*st.em
		}
		if r == to.row {
			h = cut(to)
		}
		at += h
		ys[r+1] = at
	}
	for k := range p.cells {
		c := &p.cells[k]
		a, b := max(c.Row, from.row), min(c.Row+c.RowSpan, last)
		if a >= b {
			continue
		}
		x0, y0, x1, y1 := xs[c.Col], ys[a], xs[c.Col+c.ColSpan], ys[b]
		topCut := bare && from.lines > 0 && a == from.row || p.open && !header && a > c.Row
		bottomCut := bare && to.lines > 0 && b == last || p.open && b < c.Row+c.RowSpan
		pen.side(x0, y0, x0, y1)
		pen.side(x1, y0, x1, y1)
		if !topCut {
			pen.side(x0, y0, x1, y0)
		}
		if !bottomCut {
			pen.side(x0, y1, x1, y1)
		}
		lines := wrapped(c.Text, p.width(c)/st.em-1)
		switch {
		case c.RowSpan > 1:
			if p.on[k] != number {
				lines = nil
			}
		case c.Row == from.row && from.lines > 0:
			lines = lines[min(from.lines, len(lines)):]
		case c.Row == to.row && to.lines > 0:
			lines = lines[:min(to.lines, len(lines))]
		}
		var text []rune
		for _, l := range lines {
			text = append(text, l...)
		}
		pen.text(string(text), x0, y0, x1, y1)
	}
	if !st.perCell {
		page.Rules = merged(page.Rules)
	}
	return page
}

func (p *pen) frame(x0, y0, x1, y1 float64) {
	p.side(x0, y0, x1, y0)
	p.side(x0, y1, x1, y1)
	p.side(x0, y0, x0, y1)
	p.side(x1, y0, x1, y1)
}

// A form over several pages is one table, whether rows are cut or not.
func TestFormOverPagesIsOneTable(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		st := style{
			em:      rapid.SampledFrom([]float64{7.5, 10.5}).Draw(t, "em"),
			perCell: rapid.Bool().Draw(t, "per cell"),
			rects:   rapid.Bool().Draw(t, "rects"),
		}
		p := drawForm(t, st.em)
		header := rapid.IntRange(0, 2).Draw(t, "header") == 0
		bare := !header && rapid.Bool().Draw(t, "bare")
		late := rapid.Bool().Draw(t, "late")
		open := rapid.Bool().Draw(t, "open")
		var breaks []breakAt
		for r := 2; r < p.rows; r++ {
			if rapid.IntRange(0, 5).Draw(t, "break") != 0 {
				continue
			}
			b := breakAt{row: r}
			// A row may be cut where its name has several lines.
			if n := len(wrapped(p.name(r), p.widths[2]/st.em-1)); n > 1 && !header && rapid.Bool().Draw(t, "cut") {
				b.lines = rapid.IntRange(1, n-1).Draw(t, "lines")
			}
			breaks = append(breaks, b)
		}
		pages := p.sheetsOf(st, breaks, bare, header, late, open)
		found := Find(pages, Options{})
		want := show(p.wanted())
		if len(found.Tables) != 1 {
			for _, f := range found.Tables {
				t.Log(show(plain(f)))
			}
			t.Fatalf("got %d tables, want 1: breaks %v bare %v header %v late %v open %v\n%s", len(found.Tables), breaks, bare, header, late, open, want)
		}
		if got := show(plain(found.Tables[0])); got != want {
			t.Fatalf("breaks %v bare %v header %v late %v open %v\n%s\nall wanted:\n%s", breaks, bare, header, late, open, diff(got, want), want)
		}
		repeated := 0
		for _, w := range found.Warnings {
			if w.Code == "header-repeated" {
				repeated++
			}
		}
		if header && repeated != len(breaks) || !header && repeated != 0 {
			t.Fatalf("got %d warnings of repeated headings over %d breaks", repeated, len(breaks))
		}
	})
}

func (p *plan) name(row int) string {
	for _, c := range p.cells {
		if c.Row == row && c.Col == 2 {
			return c.Text
		}
	}
	return ""
}

// A label that stands beside the headings and goes on below them is printed again
// with them, and is one cell all the same.
func TestLabelsRepeatedWithHeadings(t *testing.T) {
	page := func(number int, rows ...string) Page {
		b := newBoard()
		b.page.Number = number
		end := 120 + 20*float64(len(rows))
		b.box(50, 100, 150, end).write("绩效指标", 60, 103)
		for i, row := range append([]string{"名称 得分"}, rows...) {
			y := 100 + 20*float64(i)
			for k, text := range strings.Fields(row) {
				x := 150 + 100*float64(k)
				b.box(x, y, x+100, y+20).write(text, x+3, y+3)
			}
		}
		return b.page
	}
	const want = "table 0: 6 × 3\n0,0 6×1 绩效指标\n0,1 名称\n0,2 得分\n1,1 甲\n1,2 1\n2,1 乙\n2,2 2\n3,1 丙\n3,2 3\n4,1 丁\n4,2 4\n5,1 戊\n5,2 5\n"
	got := Find([]Page{page(1, "甲 1", "乙 2"), page(2, "丙 3", "丁 4"), page(3, "戊 5")}, Options{})
	if s := picture(got); s != want {
		t.Errorf("got\n%swant\n%s", s, want)
	}
	if len(got.Warnings) != 2 || !strings.Contains(got.Warnings[0].Message, "绩效指标") {
		t.Errorf("got %v, want two warnings of headings repeated that say the label, too", got.Warnings)
	}
}
