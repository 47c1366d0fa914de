package lined

import (
	"math"
	"sort"
	"strings"

	"ziping/extract"
	"ziping/extract/grid/disjoint"
	"ziping/extract/grid/fit"
	"ziping/extract/grid/page"
	"ziping/extract/grid/sheet"
)

// The texts of a table of horizontal rulings: what stands between two of them and
// below each other is one.

// linedText is the text of one cell.
type linedText struct {
	r0, r1  int // rows of the page
	glyphs  []int
	box     extract.Box
	lines   []fit.Interval
	figures int       // lines that are nothing but a figure
	heights []float64 // of these
}

// rows is how many lines hold figures side by side, as rows of a table do.
func (t *linedText) rows(em float64) (n int) {
	sort.Float64s(t.heights)
	for k := 1; k < len(t.heights); k++ {
		if t.heights[k]-t.heights[k-1] < page.Line*em && (k == 1 || t.heights[k-1]-t.heights[k-2] >= page.Line*em) {
			n++
		}
	}
	return n
}

// above lists the phrases right above the first ruling of a page, where none of them is
// larger than others.
func (l *lined) above() []int {
	list := l.sheet.Phrases()
	em, bottom := l.sheet.Em, l.ys[0]
	var out []int
	for i := len(list) - 1; i >= 0; i-- {
		p := &list[i]
		if p.Y() > l.ys[0] || p.Box[0] < l.left-em || p.Box[2] > l.right+em {
			continue
		}
		if bottom-p.Y() > page.NextRow*em {
			break
		}
		if p.Size > page.Larger*em {
			return nil
		}
		bottom = p.Y()
		out = append(out, i)
	}
	return out
}

// begin puts a row of phrases before the first.
func (l *lined) begin(list []int) {
	phrases := l.sheet.Phrases()
	top := l.ys[0]
	for _, i := range list {
		top = math.Min(top, phrases[i].Box[1]-page.Line*l.sheet.Em)
	}
	for k := range l.texts {
		// A label without a ruling above it stands in the row, too.
		if t := &l.texts[k]; t.r0 > 0 || l.ruledAt(t.box, l.ys[0]) {
			t.r0++
		}
		l.texts[k].r1++
	}
	l.ys = append([]float64{top}, l.ys...)
	l.openTop = true
	list = linesOf(l, list, func(t *linedText) bool { return t.r0 == 0 && t.r1 > 1 })
	from := len(l.texts)
	deal(l, phrases, list, func(p *sheet.Phrase) fit.Range { return l.rowsOf(&p.Box) })
	for k := from; k < len(l.texts); k++ {
		l.sheet.Take(l.texts[k].glyphs)
	}
}

// newLined deals the texts between rulings to cells; nil where a text stands in the
// way of them.
func newLined(s *sheet.Sheet, phrases []sheet.Phrase, bars []sheet.Seg, left, right float64) *lined {
	l := &lined{sheet: s, bars: bars, left: left, right: right}
	for _, b := range bars {
		if n := len(l.ys); n == 0 || b.At > l.ys[n-1]+sheet.Near(s.Em) {
			l.ys = append(l.ys, b.At)
		}
	}
	if len(l.ys) < 2 {
		return nil
	}
	l.reach = newReach(bars)
	first := sort.Search(len(phrases), func(i int) bool { return phrases[i].Y() >= l.ys[0] })
	end := sort.Search(len(phrases), func(i int) bool { return phrases[i].Y() > l.ys[len(l.ys)-1] })
	list := l.cutAtBars(phrases[first:max(first, end)])
	var within []int
	for i := range list {
		p := &list[i]
		if y := p.Y(); y >= l.ys[0] && y <= l.ys[len(l.ys)-1] && page.MidX(p.Box) >= left && page.MidX(p.Box) <= right {
			within = append(within, i)
		}
	}
	deal(l, list, within, func(p *sheet.Phrase) fit.Range { return l.rowsOf(&p.Box) })
	l.joinFields()
	return l
}

// deal makes texts of phrases, those of the same rows together.
func deal(l *lined, phrases []sheet.Phrase, list []int, rows func(*sheet.Phrase) fit.Range) {
	byRows := map[fit.Range][]int{}
	var order []fit.Range
	for _, i := range list {
		k := rows(&phrases[i])
		if len(byRows[k]) == 0 {
			order = append(order, k)
		}
		byRows[k] = append(byRows[k], i)
	}
	for _, k := range order {
		l.cells(phrases, k, byRows[k])
	}
}

// cutAtBars parts phrases where the ruling next above or below them ends in a
// gap between their characters.
func (l *lined) cutAtBars(list []sheet.Phrase) []sheet.Phrase {
	s := l.sheet
	out := append([]sheet.Phrase(nil), list...)
	for i := 0; i < len(out); i++ {
		p := &out[i]
		for k := 1; k < len(p.Glyphs); k++ {
			a, b := s.Glyphs[p.Glyphs[k-1]].Box, s.Glyphs[p.Glyphs[k]].Box
			if b[0]-a[2] < page.Touch*p.Size || !l.endsAt(p.Y(), a, b, page.Line*p.Size) {
				continue
			}
			rest := sheet.Phrase{Sheet: s, Glyphs: p.Glyphs[k:], Size: p.Size, Box: s.Around(p.Glyphs[k:])}
			p.Glyphs = p.Glyphs[:k:k]
			p.Box = s.Around(p.Glyphs)
			out = append(out, rest)
			break
		}
	}
	return out
}

// endsAt reports whether, of the rulings above or below a height, the nearest one
// over one of two neighbouring characters begins or ends between them.
func (l *lined) endsAt(y float64, a, b extract.Box, tol float64) bool {
	above, below := l.reach.around(y, page.MidX(a), page.MidX(b))
	for _, k := range [2]int{above, below} {
		if k >= 0 && (parts(l.bars[k].Lo, a, b, tol) || parts(l.bars[k].Hi, a, b, tol)) {
			return true
		}
	}
	return false
}

// parts reports whether a place lies between two neighbouring characters.
func parts(x float64, a, b extract.Box, tol float64) bool { return x > a[2]-tol && x < b[0]+tol }

// rowsOf tells between which rulings a text stands: those over its middle, half of
// it, or a good part of a long one.
func (l *lined) rowsOf(b *extract.Box) fit.Range {
	out := fit.Range{Lo: 0, Hi: len(l.ys) - 1}
	part := 0.5 * math.Min(b[2]-b[0], page.Column*l.sheet.Em)
	above, below := l.reach.around(page.MidY(*b), b[0]+part, b[2]-part)
	if above >= 0 {
		out.Lo = nearestHeight(l.ys, l.bars[above].At)
	}
	if below >= 0 {
		out.Hi = nearestHeight(l.ys, l.bars[below].At)
	}
	out.Hi = max(out.Hi, out.Lo+1)
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
func (l *lined) cells(phrases []sheet.Phrase, rows fit.Range, list []int) {
	set := disjoint.New(len(list))
	order := make([]int, len(list)) // from left to right
	for k := range order {
		order[k] = k
	}
	box := func(k int) *extract.Box { return &phrases[list[k]].Box }
	sort.SliceStable(order, func(i, j int) bool { return box(order[i])[0] < box(order[j])[0] })
	for i, last := 1, 0; i < len(order); i++ { // last reaches furthest right
		if math.Min(box(order[last])[2], box(order[i])[2])-box(order[i])[0] > page.Touch*l.sheet.Em {
			set.Union(order[last], order[i])
		}
		if box(order[i])[2] > box(order[last])[2] {
			last = i
		}
	}
	at := map[int]int{}
	for k, i := range list {
		r := set.Find(k)
		n, ok := at[r]
		p := &phrases[i]
		if !ok {
			n = len(l.texts)
			at[r] = n
			l.texts = append(l.texts, linedText{r0: rows.Lo, r1: rows.Hi, box: p.Box})
		}
		t := &l.texts[n]
		t.glyphs = append(t.glyphs, p.Glyphs...)
		t.box = page.Join(t.box, p.Box)
		t.lines = append(t.lines, fit.Interval{Lo: p.Box[0], Hi: p.Box[2]})
		if p.Figure {
			t.figures++
			t.heights = append(t.heights, p.Y())
		}
	}
}

// joinFields makes one text of labels with their values that follow each other on
// one line, when a row holds nothing else: 填报人：林晓　联系电话：…　填报日期：…
func (l *lined) joinFields() {
	rows := make([][]int, len(l.ys)-1)
	for i := range l.texts {
		if t := &l.texts[i]; t.r1 == t.r0+1 {
			rows[t.r0] = append(rows[t.r0], i)
		}
	}
	labels := l.textsOfRows(func(t *linedText) bool { return t.r1 > t.r0+1 })
	gone := make([]bool, len(l.texts))
	for r, row := range rows {
		if labels[r] > 0 {
			continue
		}
		sort.Slice(row, func(i, j int) bool { return l.texts[row[i]].box[0] < l.texts[row[j]].box[0] })
		if len(row) < 2 || !l.fields(row) {
			continue
		}
		t := &l.texts[row[0]]
		for _, i := range row[1:] {
			t.glyphs = append(t.glyphs, l.texts[i].glyphs...)
			t.box = page.Join(t.box, l.texts[i].box)
			gone[i] = true
		}
		t.lines = []fit.Interval{{Lo: t.box[0], Hi: t.box[2]}}
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
		s := l.sheet.PlainText(t.glyphs)
		at := strings.IndexAny(s, ":：")
		if len(t.lines) != 1 || at < 0 || at > len(s)-4 {
			return false
		}
		if k > 0 {
			d := t.box[0] - l.texts[row[k-1]].box[2]
			least, most = math.Min(least, d), math.Max(most, d)
		}
	}
	return most < 4*l.sheet.Em && most-least < page.Word*l.sheet.Em
}

// textsOfRows counts the texts that reach into each row.
func (l *lined) textsOfRows(counts func(*linedText) bool) []int {
	out := make([]int, len(l.ys)) // first how many more than in the row before
	for i := range l.texts {
		if t := &l.texts[i]; counts(t) {
			out[t.r0]++
			out[t.r1]--
		}
	}
	for r := 1; r < len(out); r++ {
		out[r] += out[r-1]
	}
	return out
}
