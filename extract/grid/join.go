package grid

import (
	"math"
	"sort"
	"strings"
	"unicode"
)

// Joining over pages. A piece goes on with the table before it when
//
//   - it is the first on its page and that table's piece the last on the page before,
//   - nothing but page numbers, running heads and feet, and 续表 stand between,
//   - both borders are at the same places, or both shifted alike,
//   - it does not begin as the table began (a new form of the same kind).
//
// Then the rows that repeat the table's heading are dropped, and what the break
// cut is put together. A row was cut when no border is drawn at the break on
// either page; where both pages draw one (Word, WPS, LibreOffice) the text tells:
// see cutByText. A merged cell was cut when one part is empty and the cells it
// is grouped under go on: see goesOn.

// joinPages makes tables of pieces in reading order.
func joinPages(sheets []*sheet, pieces []*piece) []*table {
	furniture := runningLines(sheets)
	var out []*table
	for i, p := range pieces {
		if n := len(out); n > 0 && i > 0 {
			t := out[n-1]
			if prev := pieces[i-1]; t.last == prev && prev.sheet.index == p.sheet.index-1 &&
				!textBetween(prev, p, furniture) && t.add(p) {
				continue
			}
		}
		if p.tentative {
			p.release()
			continue
		}
		out = append(out, newTable(p))
	}
	return out
}

// add appends a piece of the next page, or reports false.
func (t *table) add(p *piece) bool {
	em := math.Max(t.last.sheet.em, p.sheet.em)
	dx, ok := shift(t.last, p, em)
	if !ok {
		return false
	}
	xs, from, to := mergeEdges(t.xs, p.xs, dx+t.first.xs[0]-t.last.xs[0], 0.5*em)
	old := t.bottom()
	head := newTable(p)
	for _, e := range head.cells {
		e.col, e.cs = to[e.col], to[e.col+e.cs]-to[e.col]
	}
	for _, e := range t.cells {
		e.col, e.cs = from[e.col], from[e.col+e.cs]-from[e.col]
	}
	before := t.xs
	t.xs = xs
	drop, row := t.repeated(head)
	if drop == 0 && t.startsAgain(head) {
		// Undo: the edges are as before.
		back := map[int]int{}
		for i, k := range from {
			back[k] = i
		}
		for _, e := range t.cells {
			end := back[e.col+e.cs]
			e.col = back[e.col]
			e.cs = end - e.col
		}
		t.xs = before
		return false
	}
	if drop > 0 {
		t.headers = append(t.headers, head.dropRows(drop, row, p))
	}
	t.append(head, old, drop > 0)
	t.last = p
	return true
}

// bottom lists the cells that reach the last row, left to right.
func (t *table) bottom() []*entry {
	var out []*entry
	for _, e := range t.cells {
		if e.row+e.rs == t.rows {
			out = append(out, e)
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].col < out[j].col })
	return out
}

func (t *table) top() []*entry {
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
// neither page's head or foot.
func textBetween(a, b *piece, furniture map[string]bool) bool {
	for _, l := range a.sheet.looseLines() {
		if midY(l.tall) > a.box()[3] && !a.sheet.isFurniture(&l, furniture) {
			return true
		}
	}
	for _, l := range b.sheet.looseLines() {
		if midY(l.tall) < b.box()[1] && !b.sheet.isFurniture(&l, furniture) {
			return true
		}
	}
	return false
}

// runningLines are the texts, figures apart, that stand on several pages near
// their upper or lower edge.
func runningLines(sheets []*sheet) map[string]bool {
	count := map[string]int{}
	for _, s := range sheets {
		seen := map[string]bool{}
		for _, l := range s.looseLines() {
			if y := midY(l.tall); y < 0.12*s.page.Height || y > 0.88*s.page.Height {
				seen[withoutFigures(s.lineText(&l))] = true
			}
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

func withoutFigures(t string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) || unicode.IsSpace(r) {
			return -1
		}
		return r
	}, t)
}

// isFurniture reports whether a line is a page number, a running head or foot,
// or says that a table goes on.
func (s *sheet) isFurniture(l *line, running map[string]bool) bool {
	y, h := midY(l.tall), s.page.Height
	t := withoutFigures(s.lineText(l))
	switch strings.Trim(t, "（）()-—–·.:：/ ") {
	case "", "续", "续表", "续上表", "接上表", "第页", "第页共页", "第页,共页", "第页，共页", "共页", "Page", "Pageof", "页":
		return true
	}
	return (y < 0.12*h || y > 0.88*h) && running[t] || y < 0.04*h || y > 0.96*h
}
