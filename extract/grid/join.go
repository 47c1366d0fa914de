package grid

import (
	"fmt"
	"math"
	"regexp"
	"sort"
	"strings"
	"unicode"
)

// Joining over pages. A piece goes on with the table before it when
//
//   - it is the first on its page and that table's piece the last on the page before,
//   - nothing but page numbers, running heads and feet, and 续表 stand between,
//   - both borders are at the same places, or both shifted alike, and so are
//     half the columns, unless the page before is full,
//   - it does not begin as the table began (a new form of the same kind).
//
// Then the rows that repeat the table's heading are dropped, and what the break
// cut is put together. A row was cut when no border is drawn at the break on
// either page; where both pages draw one (Word, WPS, LibreOffice) the text tells:
// see cutByText. A merged cell was cut when one part is empty and the cells it
// is grouped under go on (see goesOn), or both parts are one word or number (see
// torn).

// growing is a table while it grows over pages.
type growing struct {
	table
	early    []*entry          // those of the first rows
	recent   []*entry          // those on the last page
	heading  func(string) bool // see grid.Options.Heading
	cutsOpen bool              // see cutsOpen
}

func newTable(p *piece) *growing {
	t := &growing{table: table{first: p, last: p, rows: p.rows(), xs: append([]float64(nil), p.xs...)}}
	for _, c := range p.cells {
		t.put(&entry{row: c.row, col: c.col, rs: c.rs, cs: c.cs, parts: []part{{p.sheet, c}}})
	}
	return t
}

func (t *growing) put(e *entry) {
	t.cells = append(t.cells, e)
	t.recent = append(t.recent, e)
	if e.row < earlyRows {
		t.early = append(t.early, e)
	}
}

// joinPages makes tables of pieces in reading order.
func joinPages(pieces []*piece, furniture map[string]bool, heading func(string) bool) []*table {
	var out []*growing
	open := cutsOpen(pieces)
	for i, p := range pieces {
		if n := len(out); n > 0 && i > 0 {
			t := out[n-1]
			if prev := pieces[i-1]; t.last == prev && prev.sheet.index == p.sheet.index-1 &&
				!textBetween(prev, p, furniture) {
				undo := p.reachLeft(t)
				if t.add(p) {
					continue
				}
				if undo != nil {
					undo()
				}
			}
		}
		if n := len(out); n > 0 && (out[n-1].addBelow(p) || out[n-1].noteBelow(p)) {
			continue
		}
		if p.tentative {
			p.release()
			continue
		}
		t := newTable(p)
		t.heading, t.cutsOpen = heading, open
		out = append(out, t)
	}
	tables := make([]*table, len(out))
	for i, t := range out {
		t.noteAbove()
		tables[i] = &t.table
	}
	return tables
}

// cutsOpen reports whether the pages leave a cell that a break cuts without a
// border there: some cells at the end of a page have none and others have. A program
// does so always or never, so that a cell with a border ends there.
func cutsOpen(pieces []*piece) bool {
	for i := 1; i < len(pieces); i++ {
		a, b := pieces[i-1], pieces[i]
		if b.sheet.index != a.sheet.index+1 || a.open[3] || a.tentative || b.tentative {
			continue
		}
		if _, ok := shift(a, b, math.Max(a.sheet.em, b.sheet.em)); !ok {
			continue
		}
		bare, drawn := false, false
		for _, c := range a.atBreak(true) {
			bare, drawn = bare || c.noBottom, drawn || !c.noBottom
		}
		if bare && drawn {
			return true
		}
	}
	return false
}

// addBelow appends a piece that stands on the same page right below the last,
// between the same borders: two parts of one table whose frames do not touch.
func (t *growing) addBelow(p *piece) bool {
	em, gap := p.sheet.em, p.ys[0]-t.last.ys[len(t.last.ys)-1]
	a, b := t.last.box(), p.box()
	if t.last.sheet != p.sheet || p.tentative || gap < 0 || gap > stackedGap*em ||
		math.Abs(a[0]-b[0]) > near(em) || math.Abs(a[2]-b[2]) > near(em) {
		return false
	}
	return t.below(p)
}

// below appends the rows of a piece on the same page.
func (t *growing) below(p *piece) bool {
	xs, from, to := mergeEdges(t.xs, p.xs, t.first.xs[0]-p.xs[0], near(p.sheet.em))
	next := newTable(p)
	next.recount(to)
	t.recount(from)
	t.xs = xs
	t.recent = nil
	for _, e := range next.cells {
		e.row += t.rows
		t.put(e)
	}
	t.rows += next.rows
	t.last = p
	return true
}

// stackedGap is the widest gap (in character sizes) between frames of one table;
// no line of text fits in.
const stackedGap = 0.8

// add appends a piece of the next page, or reports false.
func (t *growing) add(p *piece) bool {
	em := math.Max(t.last.sheet.em, p.sheet.em)
	dx, ok := shift(t.last, p, em)
	if !ok {
		return false
	}
	dx += t.first.xs[0] - t.last.xs[0]
	if !alike(t, p, dx, 0.5*em) && !fills(t.last, p) {
		return false
	}
	xs, from, to := mergeEdges(t.xs, p.xs, dx, 0.5*em)
	bottom := t.bottom()
	next := newTable(p)
	next.recount(to)
	t.recount(from)
	hung := newOverBreak(t.last, p)
	drop, row := t.repeated(next, hung)
	if t.startsAgain(next, drop, row) {
		back := make([]int, len(xs))
		for i, k := range from {
			back[k] = i
		}
		t.recount(back)
		return false
	}
	t.xs = xs
	if drop > 0 {
		t.headers = append(t.headers, t.dropRows(next, drop, row, hung))
	}
	t.append(next, bottom, hung, drop > 0)
	t.last = p
	return true
}

// recount gives cells new numbers of columns; to[i] is the new number of edge i.
func (t *growing) recount(to []int) {
	same := true
	for i, k := range to {
		same = same && i == k
	}
	if same {
		return
	}
	for _, e := range t.cells {
		e.col, e.cs = to[e.col], to[e.col+e.cs]-to[e.col]
	}
}

// bottom lists the cells that reach the last row, left to right. (Of a long table
// only those of the last page and what they went on from are looked at.)
func (t *growing) bottom() []*entry {
	var out []*entry
	for _, e := range t.recent {
		if e.row+e.rs == t.rows {
			out = append(out, e)
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].col < out[j].col })
	return out
}

func (t *growing) top() []*entry {
	var out []*entry
	for _, e := range t.cells {
		if e.row == 0 {
			out = append(out, e)
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].col < out[j].col })
	return out
}

// shift is how far the second piece must move right to lie under the first.
func shift(a, b *piece, em float64) (float64, bool) {
	ab, bb := a.box(), b.box()
	dl, dr := ab[0]-bb[0], ab[2]-bb[2]
	if math.Abs(dl-dr) > 0.7*em || math.Abs(dl) > 100 {
		return 0, false
	}
	return (dl + dr) / 2, true
}

// alike reports whether two sets of columns can be of one table: half the inner
// edges of one are edges of the other. One or two edges say nothing: the first
// rows of a form divide its width in a way of their own.
func alike(t *growing, p *piece, dx, tol float64) bool {
	inner := p.xs[1 : len(p.xs)-1]
	if len(inner) <= 2 || len(t.xs) <= 4 {
		return true
	}
	same := 0
	for _, x := range inner {
		k := sort.SearchFloat64s(t.xs, x+dx-tol)
		if k < len(t.xs) && t.xs[k] <= x+dx+tol {
			same++
		}
	}
	return 2*same >= len(inner) || 2*same >= len(t.xs)-2
}

// fills reports whether a piece reaches so far down its page that the first row of
// the next one had no room there, under a lower margin like the upper one: the
// page broke the table, and did not end with it. Its rows may then divide the width
// in other ways than those behind the break.
func fills(a, b *piece) bool {
	if len(b.ys) < 2 {
		return false
	}
	room := a.sheet.page.Height - b.box()[1] - a.box()[3]
	return room < b.ys[1]-b.ys[0]+b.sheet.em
}

// mergeEdges unites two sets of column edges: values within tol are one. from
// and to give the new numbers of the edges of a and b.
func mergeEdges(a, b []float64, dx, tol float64) (xs []float64, from, to []int) {
	from, to = make([]int, len(a)), make([]int, len(b))
	i, j := 0, 0
	for i < len(a) || j < len(b) {
		switch {
		case i < len(a) && j < len(b) && math.Abs(a[i]-b[j]-dx) <= tol:
			// The nearer partner may still come.
			if i+1 < len(a) && math.Abs(a[i+1]-b[j]-dx) < math.Abs(a[i]-b[j]-dx) {
				from[i] = len(xs)
				xs = append(xs, a[i])
				i++
				continue
			}
			if j+1 < len(b) && math.Abs(a[i]-b[j+1]-dx) < math.Abs(a[i]-b[j]-dx) {
				to[j] = len(xs)
				xs = append(xs, b[j]+dx)
				j++
				continue
			}
			from[i], to[j] = len(xs), len(xs)
			xs = append(xs, a[i])
			i++
			j++
		case j >= len(b) || i < len(a) && a[i] < b[j]+dx:
			from[i] = len(xs)
			xs = append(xs, a[i])
			i++
		default:
			to[j] = len(xs)
			xs = append(xs, b[j]+dx)
			j++
		}
	}
	return xs, from, to
}

// textBetween reports whether words stand between two pieces that belong to
// neither page's head or foot, and to no cell that the break cuts.
func textBetween(a, b *piece, furniture map[string]bool) bool {
	return a.textBeyond(true, b, furniture) || b.textBeyond(false, a, furniture)
}

func (p *piece) textBeyond(below bool, other *piece, furniture map[string]bool) bool {
	if !p.wordsBeyond(below, furniture) {
		return false
	}
	hidden := p.hidden(below, other)
	if len(hidden) == 0 {
		return true
	}
	p.sheet.take(hidden)
	defer p.sheet.give(hidden)
	return p.wordsBeyond(below, furniture)
}

func (p *piece) wordsBeyond(below bool, furniture map[string]bool) bool {
	b := p.box()
	for _, l := range p.sheet.looseLines() {
		if y := midY(l.tall); (below && y > b[3] || !below && y < b[1]) && !p.sheet.isFurniture(&l, furniture) {
			return true
		}
	}
	return false
}

// runningLines are the texts, figures apart, that stand on several pages near
// their upper or lower edge, or at the same height anywhere: a title that is
// printed again above each part of a table. (Forms of one title begin alike as
// well, see startsAgain.)
func runningLines(sheets []*sheet) map[string]bool {
	if len(sheets) < 2 {
		return nil
	}
	count := map[string]int{}
	for _, s := range sheets {
		seen := map[string]bool{}
		for _, l := range s.looseLines() {
			t, y := withoutFigures(s.lineText(&l)), midY(l.tall)
			if s.margin(y) {
				seen[t] = true
			}
			seen[atHeight(t, y)] = true
		}
		for k := range seen {
			count[k]++
		}
	}
	out := map[string]bool{}
	for k, n := range count {
		if n > 1 {
			out[k] = true
		}
	}
	return out
}

// atHeight is a text with its height in steps of four points.
func atHeight(t string, y float64) string { return fmt.Sprintf("%s@%d", t, int(y/4)) }

func withoutFigures(t string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) || unicode.IsSpace(r) {
			return -1
		}
		return r
	}, t)
}

var (
	// What offices write above or below a part of a table: 续表, 附表1（续）, 接上页.
	saysItGoesOn = regexp.MustCompile(`^[（(]?(续(表|上表|上页|前表|前页)?|(接|承)(上|前)(表|页)|(转|见|接)?下(表|页)(续)?|未完.{0,4})[：:）)]?$|^.{1,30}[（(]续(表|上表|上页)?[）)]$|^续表.{1,3}$`)
	// The unit of the amounts, which stands above each part. (A form that begins
	// has more above it.)
	unitLine = regexp.MustCompile(`^[（(]?(金额|计量|货币)?单位[：:]?(人民币)?[千百十]?[万亿]?元[）)]?$`)
)

// isFurniture reports whether a line is a page number, a running head or foot,
// or says that a table goes on.
func (s *sheet) isFurniture(l *line, running map[string]bool) bool {
	y, h := midY(l.tall), s.page.Height
	t := withoutFigures(s.lineText(l))
	switch strings.Trim(t, "（）()-—–·.:：/ ") {
	case "", "第页", "第页共页", "第页,共页", "第页，共页", "共页", "Page", "Pageof", "页":
		return true
	}
	if saysItGoesOn.MatchString(t) || unitLine.MatchString(t) {
		return true
	}
	for _, dy := range []float64{-4, 0, 4} {
		if running[atHeight(t, y+dy)] {
			return true
		}
	}
	return s.margin(y) && running[t] || y < 0.04*h || y > 0.96*h
}

// margin reports whether a height is where running heads and feet stand.
func (s *sheet) margin(y float64) bool {
	m := math.Max(0.12*s.page.Height, 90)
	return y < m || y > s.page.Height-m
}
