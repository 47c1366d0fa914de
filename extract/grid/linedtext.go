package grid

import (
	"math"
	"sort"
	"strings"

	"ziping/extract"
)

// The texts of a table of horizontal rulings: what stands between two of them and
// below each other is one.

// linedText is the text of one cell.
type linedText struct {
	r0, r1  int // rows of the page
	glyphs  []int
	box     extract.Box
	lines   []gap
	figures int // lines that are nothing but a figure
}

// rowAbove lists the phrases right above the first ruling of a page, where they
// are a row of three texts at least and not larger than others.
func (l *lined) rowAbove() []int {
	list := l.sheet.phrases()
	em, bottom := l.sheet.em, l.ys[0]
	var out []int
	var wide []gap
	for i := len(list) - 1; i >= 0; i-- {
		p := &list[i]
		if p.y() > l.ys[0] || p.box[0] < l.left-em || p.box[2] > l.right+em {
			continue
		}
		if bottom-p.y() > 2.2*em {
			break
		}
		if p.size > 1.15*em {
			return nil
		}
		bottom = p.y()
		apart := true
		for _, g := range wide {
			apart = apart && (g.hi < p.box[0] || g.lo > p.box[2])
		}
		if apart {
			wide = append(wide, gap{p.box[0], p.box[2]})
		}
		out = append(out, i)
	}
	if len(wide) < 3 {
		return nil
	}
	return out
}

// begin puts a row of phrases before the first.
func (l *lined) begin(list []int) {
	phrases := l.sheet.phrases()
	top := l.ys[0]
	for _, i := range list {
		top = math.Min(top, phrases[i].box[1]-rowMargin*l.sheet.em)
	}
	for k := range l.texts {
		// A label without a ruling above it stands in the row, too.
		if t := &l.texts[k]; t.r0 > 0 || l.ruledAt(t.box, l.ys[0]) {
			t.r0++
		}
		l.texts[k].r1++
	}
	l.ys = append([]float64{top}, l.ys...)
	byRows := map[run][]int{}
	var order []run
	for _, i := range list {
		k := l.rowsOf(&phrases[i].box)
		if len(byRows[k]) == 0 {
			order = append(order, k)
		}
		byRows[k] = append(byRows[k], i)
	}
	from := len(l.texts)
	for _, k := range order {
		l.cells(phrases, k, byRows[k])
	}
	for k := from; k < len(l.texts); k++ {
		l.sheet.take(l.texts[k].glyphs)
	}
}

// newLined deals the texts between rulings to cells; nil where a text stands in the
// way of them.
func (s *sheet) newLined(bars []seg, left, right float64) *lined {
	l := &lined{sheet: s, bars: bars, left: left, right: right}
	for _, b := range bars {
		if n := len(l.ys); n == 0 || b.at > l.ys[n-1]+near(s.em) {
			l.ys = append(l.ys, b.at)
		}
	}
	if len(l.ys) < 2 {
		return nil
	}
	list := s.cutAtBars(s.phrases(), bars)
	byRows := map[run][]int{}
	var order []run
	for i := range list {
		p := &list[i]
		y := p.y()
		if y < l.ys[0] || y > l.ys[len(l.ys)-1] || midX(p.box) < left || midX(p.box) > right {
			continue
		}
		k := l.rowsOf(&p.box)
		if len(byRows[k]) == 0 {
			order = append(order, k)
		}
		byRows[k] = append(byRows[k], i)
	}
	for _, k := range order {
		l.cells(list, k, byRows[k])
	}
	l.joinFields()
	return l
}

// cutAtBars parts phrases where the ruling next above or below them ends in a
// gap between their characters.
func (s *sheet) cutAtBars(list []phrase, bars []seg) []phrase {
	out := append([]phrase(nil), list...)
	for i := 0; i < len(out); i++ {
		p := &out[i]
		for k := 1; k < len(p.glyphs); k++ {
			a, b := s.glyphs[p.glyphs[k-1]].Box, s.glyphs[p.glyphs[k]].Box
			if b[0]-a[2] < 0.12*p.size || !endsAt(bars, p.y(), a, b, 0.3*p.size) {
				continue
			}
			rest := phrase{sheet: s, glyphs: p.glyphs[k:], size: p.size, box: s.around(p.glyphs[k:])}
			p.glyphs = p.glyphs[:k:k]
			p.box = s.around(p.glyphs)
			p.figure, rest.figure = amount(s.plainText(p.glyphs)), amount(s.plainText(rest.glyphs))
			out = append(out, rest)
			break
		}
	}
	return out
}

// endsAt reports whether, of the rulings above or below a height, the nearest one
// over one of two neighbouring characters begins or ends between them.
func endsAt(bars []seg, y float64, a, b extract.Box, tol float64) bool {
	between := func(x float64) bool { return x > a[2]-tol && x < b[0]+tol }
	for _, up := range []bool{true, false} {
		nearest, ends := math.Inf(1), false
		for _, h := range bars {
			d := h.at - y
			if up {
				d = -d
			}
			if d < 0 || d > nearest || h.hi < midX(a) || h.lo > midX(b) {
				continue
			}
			nearest, ends = d, between(h.lo) || between(h.hi)
		}
		if ends {
			return true
		}
	}
	return false
}

// rowsOf tells between which rulings a text stands.
func (l *lined) rowsOf(b *extract.Box) run {
	y, em := midY(*b), l.sheet.em
	out := run{0, len(l.ys) - 1}
	for _, h := range l.bars {
		covered := math.Min(h.hi, b[2]) - math.Max(h.lo, b[0])
		if covered < 0.5*math.Min(b[2]-b[0], 2*em) && !(h.lo < midX(*b) && h.hi > midX(*b)) {
			continue
		}
		r := nearestHeight(l.ys, h.at)
		if h.at < y {
			out.lo = max(out.lo, r)
		} else {
			out.hi = min(out.hi, r)
		}
	}
	out.hi = max(out.hi, out.lo+1)
	return out
}

// nearestHeight is the number of the height nearest to y.
func nearestHeight(ys []float64, y float64) int {
	k := sort.SearchFloat64s(ys, y)
	if k == len(ys) || k > 0 && y-ys[k-1] < ys[k]-y {
		k--
	}
	return k
}

// cells makes one text of the phrases between the same rulings that stand below
// each other.
func (l *lined) cells(phrases []phrase, rows run, list []int) {
	set := newSets(len(list))
	for a := range list {
		for b := a + 1; b < len(list); b++ {
			p, q := &phrases[list[a]], &phrases[list[b]]
			if math.Min(p.box[2], q.box[2])-math.Max(p.box[0], q.box[0]) > 0.1*l.sheet.em {
				set.union(a, b)
			}
		}
	}
	at := map[int]int{}
	for k, i := range list {
		r := set.find(k)
		n, ok := at[r]
		p := &phrases[i]
		if !ok {
			n = len(l.texts)
			at[r] = n
			l.texts = append(l.texts, linedText{r0: rows.lo, r1: rows.hi, box: p.box})
		}
		t := &l.texts[n]
		t.glyphs = append(t.glyphs, p.glyphs...)
		t.box = join(t.box, p.box)
		t.lines = append(t.lines, gap{p.box[0], p.box[2]})
		if p.figure {
			t.figures++
		}
	}
}

// joinFields makes one text of labels with their values that follow each other on
// one line, when a row holds nothing else: 填报人：林晓　联系电话：…　填报日期：…
func (l *lined) joinFields() {
	rows := make([][]int, len(l.ys)-1)
	for i := range l.texts {
		for r := l.texts[i].r0; r < l.texts[i].r1; r++ {
			rows[r] = append(rows[r], i)
		}
	}
	gone := make([]bool, len(l.texts))
	for _, row := range rows {
		sort.Slice(row, func(i, j int) bool { return l.texts[row[i]].box[0] < l.texts[row[j]].box[0] })
		if len(row) < 2 || !l.fields(row) {
			continue
		}
		t := &l.texts[row[0]]
		for _, i := range row[1:] {
			t.glyphs = append(t.glyphs, l.texts[i].glyphs...)
			t.box = join(t.box, l.texts[i].box)
			gone[i] = true
		}
		t.lines = []gap{{t.box[0], t.box[2]}}
	}
	kept := l.texts[:0]
	for i := range l.texts {
		if !gone[i] {
			kept = append(kept, l.texts[i])
		}
	}
	l.texts = kept
}

// fields reports whether the texts of a row are labels with values, all the same
// few characters apart.
func (l *lined) fields(row []int) bool {
	least, most := math.Inf(1), 0.0
	for k, i := range row {
		t := &l.texts[i]
		s := l.sheet.plainText(t.glyphs)
		at := strings.IndexAny(s, ":：")
		if t.r1-t.r0 != 1 || len(t.lines) != 1 || at < 0 || at > len(s)-4 {
			return false
		}
		if k > 0 {
			d := t.box[0] - l.texts[row[k-1]].box[2]
			least, most = math.Min(least, d), math.Max(most, d)
		}
	}
	return most < 4*l.sheet.em && most-least < 0.6*l.sheet.em
}
