package grid

import (
	"math"
	"sort"
	"strings"

	"ziping/extract"
)

// Tables with horizontal rulings only. A ruling over the whole width ends every
// cell above it; one over a part of it ends those, and the cells beside it go on.
// So rows, and the rows of merged cells, are exact, and the ends of such a ruling
// are edges of columns. The other edges are found by how texts stand (fit.go). A
// table that rules off its heading and its end only has rows between its rulings;
// it is read as one without rulings.

// lined is what one page holds of such a table.
type lined struct {
	sheet *sheet
	bars  []seg     // from top to bottom
	ys    []float64 // heights of bars
	left  float64
	right float64
	texts []linedText
}

// linedText is the text of one cell.
type linedText struct {
	r0, r1  int // rows of the page
	glyphs  []int
	box     extract.Box
	lines   []gap
	figures int // lines that are nothing but a figure
}

// linedPieces finds the tables of horizontal rulings of all pages, in what pieces
// of the others have left.
func linedPieces(sheets []*sheet, pieces []*piece, furniture map[string]bool, o Options) []*piece {
	var out []*piece
	var open []*lined
	flush := func() {
		out = append(out, fitLined(open)...)
		open = nil
	}
	for _, s := range sheets {
		list := s.findLined(pieces, open, o)
		for k, l := range list {
			if n := len(open); n > 0 && (k > 0 || !open[n-1].goesOn(l, furniture)) {
				flush()
			}
			open = append(open, l)
		}
		if len(list) == 0 {
			flush()
		}
	}
	flush()
	return out
}

// goesOn reports whether the first table of a page is the rest of the last one of
// the page before. Some programs draw no ruling above the first row of a page; it
// is taken in.
func (l *lined) goesOn(next *lined, furniture map[string]bool) bool {
	if l.sheet.index != next.sheet.index-1 || !l.beside(next) {
		return false
	}
	if !textBetween(l.piece(), next.piece(), furniture) {
		return true
	}
	if above := next.rowAbove(); above != nil {
		next.begin(above)
		return !textBetween(l.piece(), next.piece(), furniture)
	}
	return false
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
	l.ys = append([]float64{top}, l.ys...)
	for k := range l.texts {
		l.texts[k].r0++
		l.texts[k].r1++
	}
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

func (l *lined) beside(o *lined) bool {
	return math.Abs(l.left-o.left) < l.sheet.em && math.Abs(l.right-o.right) < l.sheet.em
}

// piece is the piece without its cells.
func (l *lined) piece() *piece {
	return &piece{sheet: l.sheet, xs: []float64{l.left, l.right}, ys: l.ys}
}

// findLined finds what a page holds, and takes its characters.
func (s *sheet) findLined(pieces []*piece, open []*lined, o Options) []*lined {
	bars := s.freeBars(pieces)
	var out []*lined
	for len(bars) >= 2 {
		var prev *lined // the page before, if the table may go on
		if n := len(open); n > 0 && len(out) == 0 && open[n-1].sheet.index == s.index-1 {
			prev = open[n-1]
		}
		mine, rest, left, right := s.barsOfOne(bars, prev)
		if len(mine) < 2 {
			break
		}
		bars = rest
		for _, part := range s.partBars(mine) {
			if l := s.newLined(part, left, right); l != nil && l.isTable(o, prev != nil && prev.beside(l)) {
				for k := range l.texts {
					s.take(l.texts[k].glyphs)
				}
				out = append(out, l)
			}
			prev = nil
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].ys[0] < out[j].ys[0] })
	return out
}

func extremes(bars []seg) (lo, hi float64) {
	lo, hi = bars[0].lo, bars[0].hi
	for _, b := range bars {
		lo, hi = math.Min(lo, b.lo), math.Max(hi, b.hi)
	}
	return lo, hi
}

// barsOfOne lists the rulings of one table: the longest that begin and end at the same
// places, and what lies between them. A label that the page break cuts leaves
// shorter ones before the first and behind the last of them.
func (s *sheet) barsOfOne(bars []seg, prev *lined) (mine, rest []seg, left, right float64) {
	tol := 0.7 * s.em
	full := s.widestBars(bars)
	if prev != nil {
		// Of a page within one merged cell none is as long as the table is wide.
		lo, hi := extremes(bars)
		if math.Abs(hi-prev.right) < tol && lo > prev.left-tol && (len(full) == 0 || full[0].hi-full[0].lo < prev.right-prev.left-tol) {
			full = []seg{{bars[0].at, prev.left, prev.right}, {bars[len(bars)-1].at, prev.left, prev.right}}
		}
	}
	if len(full) < 2 {
		return nil, bars, 0, 0
	}
	left, right = full[0].lo, full[0].hi
	top, bottom := full[0].at, full[len(full)-1].at
	for _, b := range bars {
		if math.Abs(b.hi-right) < tol && b.lo > left-tol || math.Abs(b.lo-left) < tol && b.hi < right+tol {
			bottom = math.Max(bottom, b.at)
			if prev != nil {
				top = math.Min(top, b.at)
			}
		}
	}
	for _, b := range bars {
		switch {
		case b.at < top-near(s.em) || b.at > bottom+near(s.em):
			rest = append(rest, b)
		case b.lo > left-tol && b.hi < right+tol:
			mine = append(mine, b)
		}
	}
	return mine, rest, left, right
}

// freeBars lists the horizontal rulings outside the pieces found.
func (s *sheet) freeBars(pieces []*piece) []seg {
	var out []seg
	for _, h := range s.hs {
		free := h.hi-h.lo > 2*s.em
		for _, p := range pieces {
			if b := p.box(); p.sheet == s && h.at > b[1]-s.em && h.at < b[3]+s.em && h.lo < b[2] && h.hi > b[0] {
				free = false
			}
		}
		if free {
			out = append(out, h)
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].at < out[j].at })
	return out
}

// widestBars lists the longest rulings that begin and end at the same places.
func (s *sheet) widestBars(bars []seg) []seg {
	var best []seg
	for _, a := range bars {
		if len(best) > 0 && a.hi-a.lo < best[0].hi-best[0].lo+near(s.em) {
			continue
		}
		var same []seg
		for _, b := range bars {
			if math.Abs(a.lo-b.lo) < 0.7*s.em && math.Abs(a.hi-b.hi) < 0.7*s.em {
				same = append(same, b)
			}
		}
		if len(same) >= 2 {
			best = same
		}
	}
	return best
}

// partBars parts rulings where a title, or prose, stands between two tables: text
// that is larger than that of the table.
func (s *sheet) partBars(bars []seg) [][]seg {
	var out [][]seg
	from := 0
	list := s.phrases()
	for k := 1; k <= len(bars); k++ {
		if k < len(bars) {
			parted := false
			for i := range list {
				p := &list[i]
				if y := p.y(); y > bars[k-1].at && y < bars[k].at && p.size > 1.25*s.em {
					parted = true
				}
			}
			if !parted {
				continue
			}
		}
		if k-from >= 2 {
			out = append(out, bars[from:k])
		}
		from = k
	}
	return out
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

// isTable asks for rows of several texts, each row between two rulings: where
// figures stand below each other without a ruling between, rows are not ruled.
func (l *lined) isTable(o Options, goesOn bool) bool {
	several := make([]int, len(l.ys))
	stacked := make([]int, len(l.ys))
	headings := 0
	for i := range l.texts {
		t := &l.texts[i]
		for r := t.r0; r < t.r1; r++ {
			several[r]++
		}
		if t.r1 == t.r0+1 && t.figures > 1 {
			stacked[t.r0]++
		}
		if o.Heading != nil && o.Heading(l.sheet.plainText(t.glyphs)) {
			headings++
		}
	}
	duo, tri := 0, 0
	for r := range several {
		if several[r] > 1 {
			duo++
		}
		if several[r] > 2 {
			tri++
		}
		if stacked[r] > 1 {
			return false
		}
	}
	if goesOn {
		return duo >= 1
	}
	return duo >= 3 && (tri >= 2 || headings >= 3)
}

// fitLined finds the columns of the pages of one table, and makes its pieces.
func fitLined(list []*lined) []*piece {
	if len(list) == 0 {
		return nil
	}
	em := list[0].sheet.em
	var seats []seat
	var sure []float64
	rows := 0
	for _, l := range list {
		dx := list[0].left - l.left
		for i := range l.texts {
			t := &l.texts[i]
			s := seat{box: gap{t.box[0] + dx, t.box[2] + dx}, r0: rows + t.r0, r1: rows + t.r1}
			for _, g := range t.lines {
				s.lines = append(s.lines, gap{g.lo + dx, g.hi + dx})
			}
			if startTogether(s.lines, em) {
				s.set = paragraph
			}
			seats = append(seats, s)
		}
		for _, b := range l.bars {
			for _, x := range []float64{b.lo, b.hi} {
				if x > l.left+0.7*em && x < l.right-0.7*em {
					sure = append(sure, x+dx)
				}
			}
		}
		rows += len(l.ys) - 1
	}
	f := newFitting(em, seats, rows)
	f.within(math.Min(f.left, list[0].left), math.Max(f.right, list[0].right))
	f.solve(sure)
	edges, spans := f.columns()
	if len(edges) < 3 {
		for _, l := range list {
			for i := range l.texts {
				l.sheet.give(l.texts[i].glyphs)
			}
		}
		return nil
	}
	var out []*piece
	for _, l := range list {
		out = append(out, l.fill(edges, spans[:len(l.texts)], list[0].left-l.left))
		spans = spans[len(l.texts):]
	}
	return out
}

// startTogether reports whether lines of a text start at one place and not at the same
// distance from their middle.
func startTogether(lines []gap, em float64) bool {
	if len(lines) < 2 {
		return false
	}
	left, middle := 0.0, 0.0
	for _, g := range lines {
		left = math.Max(left, math.Abs(g.lo-lines[0].lo))
		middle = math.Max(middle, math.Abs(g.lo+g.hi-lines[0].lo-lines[0].hi)/2)
	}
	return left < 0.3*em && middle > left+0.3*em
}

// fill makes the piece of a page.
func (l *lined) fill(edges []float64, spans []run, dx float64) *piece {
	p := &piece{sheet: l.sheet, ys: l.ys, ruled: true, open: [4]bool{true, false, true, false}}
	for _, x := range edges {
		p.xs = append(p.xs, x-dx)
	}
	rows, cols := p.rows(), p.cols()
	owner := make([]int, rows*cols)
	for k := range owner {
		owner[k] = -1
	}
	order := make([]int, len(l.texts))
	for i := range order {
		order[i] = i
	}
	size := func(i int) int { return (l.texts[i].r1 - l.texts[i].r0) * (spans[i].hi - spans[i].lo) }
	sort.SliceStable(order, func(i, j int) bool { return size(order[i]) < size(order[j]) })
	for _, i := range order {
		t, s := &l.texts[i], spans[i]
		for s.lo < s.hi-1 && l.taken(owner, cols, t, run{s.lo, s.lo + 1}) {
			s.lo++
		}
		for s.hi > s.lo+1 && l.taken(owner, cols, t, run{s.hi - 1, s.hi}) {
			s.hi--
		}
		if l.taken(owner, cols, t, s) {
			if k := l.ownerOf(owner, cols, t, s); k >= 0 {
				p.cells[k].glyphs = append(p.cells[k].glyphs, t.glyphs...)
			}
			continue
		}
		for r := t.r0; r < t.r1; r++ {
			for c := s.lo; c < s.hi; c++ {
				owner[r*cols+c] = len(p.cells)
			}
		}
		p.cells = append(p.cells, cell{row: t.r0, col: s.lo, rs: t.r1 - t.r0, cs: s.hi - s.lo, glyphs: t.glyphs})
	}
	l.blanks(p, owner)
	p.setBoxes()
	for k := range p.cells {
		c := &p.cells[k]
		c.lines = l.sheet.lines(c.glyphs)
		c.noTop, c.noBottom = !l.ruledAt(c.box, c.box[1]), !l.ruledAt(c.box, c.box[3])
	}
	sort.SliceStable(p.cells, func(i, j int) bool {
		if p.cells[i].row != p.cells[j].row {
			return p.cells[i].row < p.cells[j].row
		}
		return p.cells[i].col < p.cells[j].col
	})
	return p
}

func (l *lined) taken(owner []int, cols int, t *linedText, s run) bool {
	return l.ownerOf(owner, cols, t, s) >= 0
}

func (l *lined) ownerOf(owner []int, cols int, t *linedText, s run) int {
	for r := t.r0; r < t.r1; r++ {
		for c := s.lo; c < s.hi; c++ {
			if owner[r*cols+c] >= 0 {
				return owner[r*cols+c]
			}
		}
	}
	return -1
}

// ruledAt reports whether a ruling is drawn along the middle of a side of a box.
func (l *lined) ruledAt(b extract.Box, y float64) bool {
	for _, h := range l.bars {
		if math.Abs(h.at-y) <= near(l.sheet.em) && h.lo < midX(b) && h.hi > midX(b) {
			return true
		}
	}
	return false
}

// blanks fills the places without text: single ones, but for those that no ruling
// parts from the place below.
func (l *lined) blanks(p *piece, owner []int) {
	rows, cols := p.rows(), p.cols()
	end := func(r, c int) int { // the row behind the run of open places
		x := (p.xs[c] + p.xs[c+1]) / 2
		for r++; r < rows && owner[r*cols+c] < 0 && !l.ruledAt(extract.Box{x, 0, x, 0}, p.ys[r]); r++ {
		}
		return r
	}
	for r := range rows {
		for c := range cols {
			if owner[r*cols+c] >= 0 {
				continue
			}
			e, w := end(r, c), 1
			for e > r+1 && c+w < cols && owner[r*cols+c+w] < 0 && end(r, c+w) == e {
				w++
			}
			for y := r; y < e; y++ {
				for x := c; x < c+w; x++ {
					owner[y*cols+x] = len(p.cells)
				}
			}
			p.cells = append(p.cells, cell{row: r, col: c, rs: e - r, cs: w})
		}
	}
}
