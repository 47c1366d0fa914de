package pdfout

import (
	"fmt"
	"sort"
	"strings"

	"codeberg.org/go-pdf/fpdf"

	"ziping/normalize"
	"ziping/score"
)

// facsimile is one form while it is drawn.
type facsimile struct {
	d      *writer
	layout normalize.Layout
	report *score.Report
	was    map[string]string      // printed text of each changed field
	marks  map[string][]int       // numbers of the findings on a field, from 1
	levels map[string]score.Level // the heaviest of them
	colX   []float64              // left edges of the columns, and the right edge
	rows   []rowPlace             // where each row came to lie
	y      float64                // where the next row goes
	page   int                    // and on which page
	again  []repeat               // heading rows drawn again at the top of a page
	size   float64                // points of the text in cells
	line   float64                // and its line height in millimetres
	heads  []normalize.HeaderRows // heading rows to repeat
	text   map[int]*cellText      // wrapped text by index of the cell
	byRow  map[int][]int          // cells that begin in a row
}

// rowPlace is a row's pieces, one for each page it lies on.
type rowPlace struct{ pieces []piece }

// piece is a part of a row on one page. from and to count lines of a row that
// had to be cut; to is 0 for a row drawn whole.
type piece struct {
	page     int
	y0, y1   float64
	from, to int
}

// cellText is a cell's text in lines; the first struck lines are the old value.
type cellText struct {
	lines  []string
	struck int
}

// repeat is a heading block drawn again.
type repeat struct {
	page  int
	shift float64 // from where it stands first
	rows  normalize.HeaderRows
}

const padding = 1.2

// sizes of text in cells that are tried, largest first: a smaller one is taken
// where it spares a page that would hold next to nothing.
var sizes = []float64{8, 7.5, 7}

// sparse is the share of a last page below which it is worth sparing.
const sparse = 0.2

// form draws the facsimile of a form.
func (d *writer) form(i int) {
	fm := &d.b.Forms[i]
	layout := fm.CorrectedLayout
	f := &facsimile{d: d, layout: layout, report: fm.Report, was: map[string]string{}, marks: map[string][]int{}, levels: map[string]score.Level{},
		text: map[int]*cellText{}, byRow: map[int][]int{}, heads: layout.HeaderRows}
	f.changes(fm.Layout)
	for n, x := range fm.Report.Findings {
		f.marks[x.Field] = append(f.marks[x.Field], n+1)
		if f.levels[x.Field] == "" || weight(x.Level) < weight(f.levels[x.Field]) {
			f.levels[x.Field] = x.Level
		}
	}
	d.p.AddPage()
	name := d.say("表格", "Form")
	if len(d.b.Forms) > 1 {
		name = fmt.Sprintf("%s %d", name, i+1)
	}
	if fm.Report.Title != nil {
		name += " " + d.clean(fm.Report.Title.Text)
	}
	d.p.Bookmark(name, 0, -1)
	f.y = top
	f.lines(layout.Before, true)
	f.fitPages()
	f.draw()
	f.lines(layout.After, false)
	f.legend()
}

func weight(l score.Level) int {
	switch l {
	case score.Error:
		return 0
	case score.Rule:
		return 1
	}
	return 2
}

// changes finds what was printed where a repair was applied.
func (f *facsimile) changes(printed normalize.Layout) {
	edited := map[string]bool{}
	for _, r := range f.report.Repairs {
		if r.Applied {
			for _, e := range r.Edits {
				edited[e.Field] = true
			}
		}
	}
	for i := range printed.Cells {
		if c := &printed.Cells[i]; c.Path != "" && edited[c.Path] {
			f.was[c.Path] = c.Text
		}
	}
}

// lines writes the lines above or below the table.
func (f *facsimile) lines(lines []normalize.LayoutLine, before bool) {
	seen := map[string]bool{}
	for _, l := range lines {
		if before && seen[l.Text] { // a title copied twice with the page
			continue
		}
		seen[l.Text] = true
		size, align, height := 9.0, "C", 5.0
		switch {
		case l.Role == normalize.RoleTitle:
			size, height = 16, 9
		case !before:
			size, align, height = 8, "L", 4.2
		}
		f.d.setSize(size)
		for _, s := range f.d.wrap(f.d.clean(l.Text), bodyWidth-2) {
			if f.y+height > bodyBottom {
				f.newPage()
				f.d.setSize(size)
			}
			f.d.p.SetXY(left, f.y)
			f.d.p.CellFormat(bodyWidth, height, s, "", 0, align, false, 0, "")
			f.y += height
		}
	}
	if before {
		f.y += 2
	}
}

func (f *facsimile) newPage() {
	f.d.p.AddPage()
	f.page, f.y = f.d.p.PageNo(), top
}

// fitPages places the rows at the largest size that does not leave a nearly
// empty last page, and makes the pages.
func (f *facsimile) fitPages() {
	page, y := f.d.p.PageNo(), f.y
	type result struct {
		pages int
		used  float64
	}
	var first result
	choice := 0
	for i, size := range sizes {
		f.at(size, page, y)
		r := result{f.page, (f.y - top) / (bodyBottom - top)}
		if i == 0 {
			first = r
			if r.pages == page || r.used > sparse {
				break
			}
			continue
		}
		if r.pages < first.pages {
			choice = i
			break
		}
	}
	f.at(sizes[choice], page, y)
	for f.d.p.PageNo() < f.page {
		f.d.p.AddPage()
	}
}

// at places all rows with text of the given size, beginning at y of a page.
func (f *facsimile) at(size float64, page int, y float64) {
	f.size, f.line = size, size/2
	f.page, f.y, f.again = page, y, nil
	f.measure()
	f.place()
}

// measure wraps every cell and finds the columns' edges.
func (f *facsimile) measure() {
	f.d.setSize(f.size)
	n := max(1, f.layout.Cols)
	f.colX = make([]float64, n+1)
	x := left
	for i, w := range f.columns() {
		f.colX[i] = x
		x += w
	}
	f.colX[n] = left + bodyWidth
	clear(f.byRow)
	for i := range f.layout.Cells {
		c := &f.layout.Cells[i]
		f.byRow[c.Row] = append(f.byRow[c.Row], i)
		f.text[i] = f.wrapCell(c)
	}
}

func (f *facsimile) wrapCell(c *normalize.LayoutCell) *cellText {
	width := f.colX[min(c.Col+c.ColSpan, len(f.colX)-1)] - f.colX[c.Col] - 2*padding
	t := &cellText{}
	if was, ok := f.was[c.Path]; ok && c.Path != "" && was != c.Text {
		t.lines = f.d.wrap(f.d.clean(was), width)
		t.struck = len(t.lines)
	}
	if c.Text != "" {
		t.lines = append(t.lines, f.d.wrap(f.d.clean(c.Text), width)...)
	}
	return t
}

func (f *facsimile) height(lines int) float64 { return float64(max(1, lines))*f.line + 2*padding }

// place gives every row its place: whole where it fits, on a new page where it
// fits there, in pieces where it is longer than half a page.
func (f *facsimile) place() {
	n := f.layout.Rows
	need := make([]float64, n)
	lines := make([]int, n) // of the longest cell of one row
	for i := range f.layout.Cells {
		if c := &f.layout.Cells[i]; c.RowSpan == 1 {
			lines[c.Row] = max(lines[c.Row], len(f.text[i].lines))
		}
	}
	for r := range need {
		need[r] = f.height(lines[r])
	}
	for i := range f.layout.Cells {
		c := &f.layout.Cells[i]
		if c.RowSpan == 1 {
			continue
		}
		last := min(c.Row+c.RowSpan, n) - 1
		have := 0.0
		for r := c.Row; r <= last; r++ {
			have += need[r]
		}
		// A cell over several rows may be cut by a page break and lose a line there.
		want := f.height(len(f.text[i].lines))
		if len(f.text[i].lines) > 3 {
			want += f.line
		}
		need[last] += max(0, want-have)
	}
	f.rows = make([]rowPlace, n)
	for r := range n {
		f.placeRow(r, need[r], lines[r])
	}
}

func (f *facsimile) placeRow(r int, need float64, lines int) {
	room := bodyBottom - f.y
	page := bodyBottom - top
	switch {
	case need <= room:
		f.put(r, need, 0, 0)
	case need <= page/2:
		f.breakPage(r)
		f.put(r, need, 0, 0)
	default:
		if room < f.height(5) {
			f.breakPage(r)
		}
		for from := 0; from < lines || from == 0; {
			k := int((bodyBottom - f.y - 2*padding) / f.line)
			to := min(lines, from+max(1, k))
			f.put(r, f.height(to-from), from, to)
			from = to
			if from < lines {
				f.breakPage(r)
			}
		}
	}
}

func (f *facsimile) put(r int, h float64, from, to int) {
	f.rows[r].pieces = append(f.rows[r].pieces, piece{f.page, f.y, f.y + h, from, to})
	f.y += h
}

// breakPage begins a page and repeats the heading rows that row r stands under.
func (f *facsimile) breakPage(r int) {
	f.page++
	f.y = top
	for _, h := range f.heads {
		if r <= h.Last || r >= h.To || len(f.rows[h.First].pieces) == 0 || len(f.rows[h.Last].pieces) == 0 {
			continue
		}
		first, last := f.rows[h.First].pieces[0], f.rows[h.Last].pieces[0]
		total := last.y1 - first.y0
		if first.page != last.page || total > (bodyBottom-top)/3 {
			return
		}
		f.again = append(f.again, repeat{f.page, f.y - first.y0, h})
		f.y += total
		return
	}
}

// headings draws the heading rows again where a page break cut their block.
func (f *facsimile) headings() {
	for _, g := range f.again {
		f.d.p.SetPage(g.page)
		f.d.setSize(f.size)
		for k := g.rows.First; k <= g.rows.Last; k++ {
			for _, i := range f.byRow[k] {
				c := &f.layout.Cells[i]
				last := c.Row + c.RowSpan - 1
				if last > g.rows.Last { // the block's label down the side
					continue
				}
				y0, y1 := f.rows[k].pieces[0].y0+g.shift, f.rows[last].pieces[0].y1+g.shift
				f.box(c, y0, y1)
				f.inBox(i, c, y0, y1, 0, len(f.text[i].lines), false)
			}
		}
	}
}

// draw draws the cells, page by page.
func (f *facsimile) draw() {
	for i := range f.layout.Cells {
		c := &f.layout.Cells[i]
		t := f.text[i]
		if c.RowSpan == 1 {
			for n, p := range f.rows[c.Row].pieces {
				f.d.p.SetPage(p.page)
				f.d.setSize(f.size)
				f.box(c, p.y0, p.y1)
				from, to := 0, len(t.lines)
				if p.to > 0 {
					from, to = min(p.from, len(t.lines)), min(p.to, len(t.lines))
				}
				f.inBox(i, c, p.y0, p.y1, from, to, n == 0)
			}
			continue
		}
		from := 0
		areas := f.areas(c)
		for n, a := range areas {
			f.d.p.SetPage(a.page)
			f.d.setSize(f.size)
			f.box(c, a.y0, a.y1)
			to := min(len(t.lines), from+max(1, int((a.y1-a.y0-2*padding+0.01)/f.line)))
			if n == len(areas)-1 {
				to = len(t.lines)
			}
			f.inBox(i, c, a.y0, a.y1, from, to, n == 0)
			from = to
		}
	}
	f.headings()
	f.margin()
	f.d.p.SetPage(f.d.p.PageCount())
}

// areas joins the pieces of the rows a cell spans, one area for each page.
func (f *facsimile) areas(c *normalize.LayoutCell) []piece {
	var out []piece
	for r := c.Row; r < min(c.Row+c.RowSpan, len(f.rows)); r++ {
		for _, p := range f.rows[r].pieces {
			if n := len(out) - 1; n >= 0 && out[n].page == p.page {
				out[n].y1 = p.y1
			} else {
				out = append(out, piece{page: p.page, y0: p.y0, y1: p.y1})
			}
		}
	}
	return out
}

func (f *facsimile) box(c *normalize.LayoutCell, y0, y1 float64) {
	x0, x1 := f.colX[c.Col], f.colX[min(c.Col+c.ColSpan, len(f.colX)-1)]
	f.d.p.SetDrawColor(110, 110, 110)
	f.d.p.SetLineWidth(0.15)
	style := "D"
	switch {
	case f.was[c.Path] != "" && c.Path != "":
		f.d.p.SetFillColor(255, 244, 196)
		style = "FD"
	case c.Role == normalize.RoleHeading:
		f.d.p.SetFillColor(240, 242, 246)
		style = "FD"
	}
	f.d.p.Rect(x0, y0, x1-x0, y1-y0, style)
}

// inBox writes some lines of a cell, centred between y0 and y1; first is set for
// the piece that carries the mark of a finding.
func (f *facsimile) inBox(i int, c *normalize.LayoutCell, y0, y1 float64, from, to int, first bool) {
	t := f.text[i]
	x0, x1 := f.colX[c.Col], f.colX[min(c.Col+c.ColSpan, len(f.colX)-1)]
	align := "C"
	if c.Role == normalize.RoleText && len(t.lines) > 1 || c.Role == normalize.RoleText && c.ColSpan > 2 {
		align = "L"
	}
	y := y0 + (y1-y0-float64(to-from)*f.line)/2
	for n := from; n < to; n++ {
		f.d.p.SetXY(x0+padding-1, y)
		if n < t.struck {
			f.d.p.SetTextColor(150, 150, 150)
		} else if t.struck > 0 {
			f.d.p.SetTextColor(176, 0, 0)
		}
		f.d.p.CellFormat(x1-x0-2*padding+2, f.line, t.lines[n], "", 0, align, false, 0, "")
		if n < t.struck {
			w := f.d.width(t.lines[n])
			mid := (x0 + x1) / 2
			f.d.p.SetDrawColor(150, 150, 150)
			f.d.p.SetLineWidth(0.25)
			f.d.p.Line(mid-w/2-0.5, y+f.line/2, mid+w/2+0.5, y+f.line/2)
		}
		f.d.p.SetTextColor(0, 0, 0)
		y += f.line
	}
	if l := f.levels[c.Path]; first && l != "" && c.Path != "" { // a small corner
		f.d.ink(l)
		f.d.p.Polygon([]fpdf.PointType{{X: x1 - 2, Y: y0}, {X: x1, Y: y0}, {X: x1, Y: y0 + 2}}, "F")
		f.d.p.SetTextColor(0, 0, 0)
	}
}

// margin writes the numbers of the findings beside the rows they are about.
func (f *facsimile) margin() {
	type at struct{ page, y int }
	numbers := map[at][]int{}
	level := map[at]score.Level{}
	mid := map[at]float64{}
	done := map[string]bool{}
	for i := range f.layout.Cells {
		c := &f.layout.Cells[i]
		if c.Path == "" || len(f.marks[c.Path]) == 0 || done[c.Path] || len(f.rows[c.Row].pieces) == 0 {
			continue
		}
		done[c.Path] = true
		p := f.rows[c.Row].pieces[0]
		k := at{p.page, int(p.y0 * 100)}
		numbers[k] = append(numbers[k], f.marks[c.Path]...)
		mid[k] = (p.y0 + min(p.y1, p.y0+30)) / 2
		if level[k] == "" || weight(f.levels[c.Path]) < weight(level[k]) {
			level[k] = f.levels[c.Path]
		}
	}
	keys := make([]at, 0, len(numbers))
	for k := range numbers {
		keys = append(keys, k)
	}
	sort.Slice(keys, func(a, b int) bool {
		if keys[a].page != keys[b].page {
			return keys[a].page < keys[b].page
		}
		return keys[a].y < keys[b].y
	})
	for _, k := range keys {
		f.d.p.SetPage(k.page)
		f.d.setSize(6)
		f.d.ink(level[k])
		lines := f.d.wrap(compact(numbers[k]), right-5)
		y := mid[k] - float64(len(lines))*2.6/2
		for _, s := range lines {
			f.d.p.SetXY(left+bodyWidth+0.5, y)
			f.d.p.CellFormat(right-2, 2.6, s, "", 0, "L", false, 0, "")
			y += 2.6
		}
		f.d.p.SetTextColor(0, 0, 0)
	}
}

// compact writes 1,2,3,7 as 1–3, 7.
func compact(ns []int) string {
	sort.Ints(ns)
	var parts []string
	for i := 0; i < len(ns); {
		j := i
		for j+1 < len(ns) && ns[j+1] <= ns[j]+1 {
			j++
		}
		switch {
		case j-i >= 2:
			parts = append(parts, fmt.Sprintf("%d–%d", ns[i], ns[j]))
		default:
			for k := i; k <= j; k++ {
				parts = append(parts, fmt.Sprint(ns[k]))
			}
		}
		i = j + 1
	}
	return "[" + strings.Join(parts, ", ") + "]"
}

// ink is the colour of a level.
func (d *writer) ink(l score.Level) {
	r, g, b := 125, 125, 125
	switch l {
	case score.Error:
		r, g, b = 176, 0, 0
	case score.Rule:
		r, g, b = 190, 120, 0
	}
	d.p.SetTextColor(r, g, b)
	d.p.SetFillColor(r, g, b)
}

// legend explains the marks, where there are any.
func (f *facsimile) legend() {
	if len(f.marks) == 0 && len(f.was) == 0 {
		return
	}
	if f.y+8 > bodyBottom {
		f.newPage()
	}
	f.d.setSize(7)
	f.d.p.SetTextColor(90, 90, 90)
	f.d.p.SetXY(left, f.y+1.5)
	f.d.p.CellFormat(bodyWidth, 4, f.d.say("右侧方括号内为“核对结果”的序号；底色标出的单元格已更正，划去的是原印数值。", "Numbers in brackets refer to the findings; shaded cells were corrected, the struck value is the one printed."), "", 0, "L", false, 0, "")
	f.d.p.SetTextColor(0, 0, 0)
	f.y += 6
}
