package xlsxout

import (
	"fmt"
	"math"
	"strings"

	"github.com/xuri/excelize/v2"

	"ziping/normalize"
	"ziping/render/xlsxout/opcout"
)

// A4 in points. The width of a column is counted in digits of the book's font: 6
// points where it is there, up to 7 where another stands in for it.
const (
	digitWidth = 7.0
	paperShort = 595.0
	paperLong  = 842.0
	marginEnd  = 36.0 // above and below
	marginSide = 28.8
	footing    = 14.0 // what the footer takes beyond the margin

	smallest = 0.62 // 6 pt text: a form stands upright, and is shrunk to one page, as long as that is left
	emptiest = 0.55 // of a page, to keep cells whole
	fullest  = 1.15 // of a page, before it is shrunk, to save a page

	mostBreaks = 1000 // a sheet may have 1,026 page breaks of one's own
)

// paper is how a form sheet is printed.
type paper struct {
	upright bool
	onePage bool  // shrunk to it
	scale   int   // percent, where it is not
	breaks  []int // sheet rows (from 1) that begin a page
	heads   *normalize.HeaderRows
	top     []bool // by cell of the layout: it goes on over a page break
}

// plan chooses the paper and where its pages end: before a row that no merged
// cell runs over where there is one, since the words of a merged cell stand in
// its middle and a page break would go through them.
func (d *drawing) plan() paper {
	p := paper{top: make([]bool, len(d.layout.Cells))}
	width := float64(d.span(0, d.cols())+d.marks.width) * digitWidth
	scale := (paperShort - 2*marginSide) / width
	room := paperLong - 2*marginEnd - footing
	if p.upright = scale >= smallest; !p.upright {
		scale = (paperLong - 2*marginSide) / width
		room = paperShort - 2*marginEnd - footing
	}
	scale = min(1, scale)
	all := sum(d.height)
	if p.onePage = all*scale <= room || all*smallest <= room; !p.onePage {
		var full float64
		p.breaks, full = d.paged(room / scale)
		p.scale = int(100 * scale / full)
		if len(p.breaks) > mostBreaks {
			p.breaks = nil
		}
	}
	p.heads = d.repeated(p.breaks)
	d.keepTop(&p)
	return p
}

// paged ends pages of room points, or of full times as much. Where whole rows
// leave so much room at their ends that the form takes a page more than it is
// long, its pages are shrunk, unless that cuts more cells.
func (d *drawing) paged(room float64) (breaks []int, full float64) {
	breaks, cells := d.breaks(room)
	least := int(math.Ceil(sum(d.height) / room))
	for full = 1.05; full <= fullest && len(breaks) >= least; full += 0.05 {
		if b, n := d.breaks(room * full); len(b) < len(breaks) && n <= cells {
			return b, full
		}
	}
	return breaks, 1
}

// breaks fills pages that hold room points, each at least by emptiest, and ends
// them where the fewest cells are cut. It also counts these.
func (d *drawing) breaks(room float64) (out []int, cells int) {
	n := len(d.height)
	cut := d.cuts(room)
	for from := 0; ; {
		have := room
		if from > 0 {
			have -= d.headHeight(from)
		}
		to, used := from, 0.0
		for to < n && (used+d.height[to] <= have || to == from) {
			used += d.height[to]
			to++
		}
		if to == n {
			return out, cells
		}
		best := to
		for r := to - 1; r > from; r-- {
			if used -= d.height[r]; used < emptiest*have {
				break
			}
			if cut[r] < cut[best] {
				best = r
			}
		}
		out, cells = append(out, best+1), cells+cut[best]
		from = best
	}
}

// never is the cost of a page break at which a heading, a title or a note is
// parted from what it belongs to.
const never = 1000

// cuts counts for each sheet row (from 0) the cells that a page break before it
// would cut. One higher than the page has to be cut anyway.
func (d *drawing) cuts(room float64) []int {
	out := make([]int, len(d.height))
	for i := range d.layout.Cells {
		first, last := d.rowsOf(&d.layout.Cells[i])
		if sum(d.height[first-1:last]) > room {
			continue
		}
		for r := first; r < last; r++ { // from the second row on
			out[r]++
		}
	}
	end := d.top - 1 + total(d.count)
	for r := range out {
		if r < d.top || r >= end {
			out[r] += never
		}
	}
	for _, h := range d.layout.HeaderRows {
		for r := h.First + 1; r <= h.Last+1 && r < len(d.start); r++ {
			out[d.start[r]-1] += never
		}
	}
	return out
}

// rowsOf is the first and last sheet row of a cell.
func (d *drawing) rowsOf(c *normalize.LayoutCell) (first, last int) {
	end := c.Row + c.RowSpan - 1
	return d.start[c.Row], d.start[end] + d.count[end] - 1
}

// headHeight is what repeated headings may take of the page that begins with a row.
func (d *drawing) headHeight(row int) float64 {
	most := 0.0
	for _, h := range d.layout.HeaderRows {
		if h.Last >= len(d.start) || d.start[h.Last]-1 >= row {
			continue
		}
		most = max(most, sum(d.height[d.start[h.First]-1:d.start[h.Last]+d.count[h.Last]-1]))
	}
	return most
}

// repeated chooses the headings that stand again on each further page. A sheet
// can repeat one block only, and repeats it to its end: it must not head rows
// that have other headings.
func (d *drawing) repeated(breaks []int) *normalize.HeaderRows {
	for i := len(d.layout.HeaderRows) - 1; i >= 0; i-- {
		h := &d.layout.HeaderRows[i]
		if h.Last >= len(d.start) {
			continue
		}
		right := true
		for _, b := range breaks {
			right = right && (b <= d.start[h.First] || h.To >= len(d.start) || b < d.start[h.To])
		}
		if right {
			return h
		}
	}
	return nil
}

// keepTop sets the words of cells that a page break cuts, or that begin beside
// repeated headings and go on below them, at their upper end.
func (d *drawing) keepTop(p *paper) {
	if len(p.breaks) == 0 {
		return
	}
	for i := range d.layout.Cells {
		c := &d.layout.Cells[i]
		first, last := d.rowsOf(c)
		for _, b := range p.breaks {
			p.top[i] = p.top[i] || first < b && b <= last
		}
		if h := p.heads; h != nil {
			p.top[i] = p.top[i] || c.Row >= h.First && c.Row <= h.Last && c.Row+c.RowSpan-1 > h.Last
		}
	}
}

// print sets the sheet up for printing and marks the form for reading it again.
func (d *drawing) print(i int, p paper) {
	k, name := d.k, d.sheet.name
	size, one := 9, 1
	orientation := "landscape"
	if p.upright {
		orientation = "portrait"
	}
	margin, side, centred, asIs := marginEnd/72, marginSide/72, true, false
	k.do(func() error {
		o := &excelize.PageLayoutOptions{Size: &size, Orientation: &orientation, FitToWidth: &one, FitToHeight: &one}
		if !p.onePage { // spreadsheets pass over page breaks of one's own where they are to fit pages themselves
			scale := uint(max(10, p.scale))
			o.AdjustTo = &scale
		}
		return k.f.SetPageLayout(name, o)
	})
	k.do(func() error { return k.f.SetSheetProps(name, &excelize.SheetPropsOptions{FitToPage: &p.onePage}) })
	k.do(func() error {
		return k.f.SetPageMargins(name, &excelize.PageLayoutMarginsOptions{Top: &margin, Bottom: &margin, Left: &side, Right: &side, Horizontally: &centred})
	})
	k.do(func() error {
		return k.f.SetHeaderFooter(name, &excelize.HeaderFooterOptions{ScaleWithDoc: &asIs, OddFooter: k.say("&C第 &P 页，共 &N 页", "&CPage &P of &N")})
	})
	for _, b := range p.breaks {
		k.do(func() error { return k.f.InsertPageBreak(name, cellName(1, b)) })
	}
	quoted := "'" + strings.ReplaceAll(name, "'", "''") + "'!"
	last := max(1, d.own)
	k.names = append(k.names, opcout.Name{Name: fmt.Sprintf("%s%d", formName, i+1), Sheet: -1, RefersTo: quoted + abs(1, 1) + ":" + abs(d.cols(), last)})
	if h := p.heads; h != nil { // the sheets of the forms come first
		k.names = append(k.names, opcout.Name{Name: "_xlnm.Print_Titles", Sheet: i, RefersTo: fmt.Sprintf("%s$%d:$%d", quoted, d.start[h.First], d.start[h.Last]+d.count[h.Last]-1)})
	}
}

func sum(heights []float64) float64 {
	s := 0.0
	for _, h := range heights {
		s += h
	}
	return s
}

func abs(col, row int) string {
	s, err := excelize.CoordinatesToCellName(col, row, true)
	if err != nil {
		return "$A$1"
	}
	return s
}
