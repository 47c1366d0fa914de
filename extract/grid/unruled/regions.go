package unruled

import (
	"math"
	"sort"
	"strings"

	"ziping/extract/grid/bodytext"
	"ziping/extract/grid/fit"
	"ziping/extract/grid/page"
	"ziping/extract/grid/sheet"
)

// region is a part of a page where text stands in columns.
type region struct {
	sheet   *sheet.Sheet
	phrases []sheet.Phrase
	levels  []band // lines of phrases, top to bottom
	first   int    // levels of the table: first to last
	last    int
	score   score
	words   []bool // levels that are lines of a paragraph
	taken   []bool // levels that a region of the page has
	until   int    // the level at which it was found to end
	doc     *sheet.Document
	// continues tells that the first line goes on from the page before.
	continues bool
}

// score is the evidence for a table.
type score struct{ duo, tri, headings, pairs int }

func (a score) add(b score) score {
	return score{a.duo + b.duo, a.tri + b.tri, a.headings + b.headings, a.pairs + b.pairs}
}

// enough: three lines of three texts, known headings in fewer, or rows of two columns.
func (a score) enough() bool {
	return a.tri >= 3 || a.headings >= 3 && a.duo >= 3 || a.pairs >= leastPairs
}

// Distances between lines of a table without rulings, in character sizes.
const (
	apart    = 8.0 // a wider space ends the table
	emptyRow = 3.5 // a label whose row holds nothing else stands no further off
)

// maxPhrases bounds the search on one page; a page with more is no form.
const maxPhrases = 20_000

// regions finds the runs of lines that hold several phrases.
func regions(d *sheet.Document, s *sheet.Sheet) []*region {
	list := s.Phrases()
	if len(list) < 2 || len(list) > maxPhrases {
		return nil
	}
	var levels []band
	for i := range list {
		p := &list[i]
		if n := len(levels); n > 0 && p.Y()-list[levels[n-1].blocks[0]].Y() <= page.Line*s.Em {
			l := &levels[n-1]
			l.blocks = append(l.blocks, i)
			l.top, l.bottom = math.Min(l.top, p.Box[1]), math.Max(l.bottom, p.Box[3])
			continue
		}
		levels = append(levels, band{top: p.Box[1], bottom: p.Box[3], blocks: []int{i}})
	}
	lo, hi := math.Inf(1), math.Inf(-1)
	for i := range list {
		lo, hi = math.Min(lo, list[i].Box[0]), math.Max(hi, list[i].Box[2])
	}
	blocks := make([][]int, len(levels))
	for k := range levels {
		blocks[k] = levels[k].blocks
	}
	text := bodytext.Tell(list, blocks, s.Em)
	var out []*region
	taken := make([]bool, len(levels))
	start, last, prose := -1, -1, 0
	end := func(k int) {
		r := &region{sheet: s, doc: d, phrases: list, levels: levels, first: start, last: last, words: text.Words, taken: taken, until: k}
		if start >= 0 {
			r.trimArticle(text.Article)
		}
		if start >= 0 && r.first <= r.last {
			r.trim()
			extend([]*region{r})
			if to, ok := r.columnsBeyond(1, page.NextRow, page.NextRow); ok {
				r.last = to
			}
			if from, ok := r.columnsBeyond(-1, emptyRow, page.NextLine); ok && r.known(from, r.first) {
				r.first = from
			}
			r.count()
			if r.score.duo >= 1 {
				out = append(out, r)
				r.take()
			}
		}
		start, last, prose = -1, -1, 0
	}
	for k, l := range levels {
		if text.Words[k] || (start >= 0 || len(l.blocks) > 1) && s.Words.Caption(s.PlainText(list[l.blocks[0]].Glyphs)) {
			end(k)
			continue
		}
		if len(l.blocks) == 1 {
			if p := &list[l.blocks[0]]; p.Width() > 0.7*(hi-lo) || p.Size > page.Larger*s.Em {
				prose++
			} else {
				prose = 0
			}
			if prose == 3 {
				end(k)
			}
			continue
		}
		if start >= 0 && l.top-levels[k-1].bottom > apart*s.Em {
			end(k)
		}
		if start < 0 {
			start = k
		}
		last, prose = k, 0
	}
	end(len(levels))
	return out
}

// trimArticle leaves out body text before the first row of a region and behind its
// last; a region of nothing else is left without a line of several phrases.
func (r *region) trimArticle(article []bool) {
	run := func(from, step int) int {
		n := 0
		for k := from; k >= r.first && k <= r.last && article[k]; k += step {
			n++
		}
		return n
	}
	if n := run(r.first, 1); n >= bodytext.Lines {
		r.first += n
	}
	if n := run(r.last, -1); n >= bodytext.Lines {
		r.last -= n
	}
}

// trim leaves out lines of labelled fields above and below (单位:万元 填报日期:), and notes.
func (r *region) trim() {
	for r.first < r.last && r.fields(r.first) {
		r.first++
	}
	for r.last > r.first && (r.fields(r.last) || r.note(r.last)) {
		r.last--
	}
}

// fields reports whether a line is nothing but labels with what they ask for.
func (r *region) fields(k int) bool {
	for _, i := range r.levels[k].blocks {
		if !strings.ContainsAny(r.text(i), ":：") {
			return false
		}
	}
	return true
}

// note reports whether a line begins with a note: 注：, but not 注册商标.
func (r *region) note(k int) bool {
	text := r.text(r.levels[k].blocks[0])
	return r.sheet.Words.Note(text) && strings.ContainsAny(text, ":：")
}

// onlyFields reports whether the region is nothing but labelled fields: who signed a
// table that ended on the page before.
func (r *region) onlyFields() bool {
	for k := r.first; k <= r.last; k++ {
		if !r.fields(k) {
			return false
		}
	}
	return true
}

// extend takes in lines of one phrase above the first region and below the last:
// the ends of wrapped cells, and cells set in the middle of their columns.
func extend(regions []*region) {
	var middles []float64
	for _, r := range regions {
		for k := r.first; k <= r.last; k++ {
			for _, i := range r.levels[k].blocks {
				middles = append(middles, page.MidX(r.phrases[i].Box))
			}
		}
	}
	sort.Float64s(middles)
	first, last := regions[0], regions[len(regions)-1]
	for last.takesIn(last.last+1, last.last, middles) {
		last.last++
	}
	for first.takesIn(first.first-1, first.first, middles) {
		first.first--
	}
	first.first -= first.wrappedLabel()
}

// take keeps the levels of the region from those of its page above and below.
func (r *region) take() {
	for k := r.first; k <= r.last; k++ {
		r.taken[k] = true
	}
}

// wrappedLabel is how many levels above the region are a label on two lines, which its
// brackets tie (转移支付（项 and 目）名称) or which are a heading together, with its value
// between them: 3, or 0.
func (r *region) wrappedLabel() int {
	const levels = 3
	if r.first < levels {
		return 0
	}
	var p [levels]*sheet.Phrase
	for k := range p {
		blocks := r.levels[r.first-levels+k].blocks
		if len(blocks) != 1 || r.taken[r.first-levels+k] {
			return 0
		}
		p[k] = &r.phrases[blocks[0]]
	}
	head, value, tail := p[0], p[1], p[2]
	if r.levels[r.first].top-tail.Y() > page.NextRow*r.sheet.Em || value.Box[0] < max(head.Box[2], tail.Box[2]) || !page.Under(head.Box, tail.Box) {
		return 0
	}
	if r.doc.GoesOn(head, tail) || r.doc.Heading(r.sheet.PlainText(head.Glyphs)+r.sheet.PlainText(tail.Glyphs)) {
		return levels
	}
	return 0
}

// takesIn reports whether the line of level k belongs to the table that has the
// line of level next.
func (r *region) takesIn(k, next int, middles []float64) bool {
	if k < 0 || k >= len(r.levels) || r.taken[k] || len(r.levels[k].blocks) != 1 {
		return false
	}
	i, em := r.levels[k].blocks[0], r.sheet.Em
	p := &r.phrases[i]
	if p.Size > page.Larger*em {
		return false
	}
	if above := r.levels[next].blocks; len(above) > 1 || !r.phrases[above[0]].ContinuedBy(p) {
		if strings.ContainsAny(r.text(i), ":：") || r.sheet.Words.HasNote(r.text(i)) {
			return false // a note below the table
		}
	}
	away := math.Abs(r.phrases[r.levels[next].blocks[0]].Y() - p.Y())
	if k < next && away < emptyRow*em && r.doc.Heading(r.text(i)) {
		return true // a label without a value
	}
	if away > page.NextRow*em {
		return false
	}
	step := next - k
	for n := next; n >= r.first && n <= r.last; n += step {
		for _, j := range r.levels[n].blocks {
			if q := &r.phrases[j]; page.Under(q.Box, p.Box) && math.Abs(q.Y()-p.Y()) < page.NextLine*em && !q.Figure {
				return true
			}
		}
		if math.Abs(r.phrases[r.levels[n].blocks[0]].Y()-p.Y()) > page.NextLine*em {
			break
		}
	}
	x := page.MidX(p.Box)
	at := sort.SearchFloat64s(middles, x-page.Touch*em)
	return k > next && at < len(middles) && middles[at] < x+page.Touch*em
}

func (r *region) text(i int) string { return r.sheet.PlainText(r.phrases[i].Glyphs) }

func (r *region) count() {
	r.score.pairs = r.pairs()
	for k := r.first; k <= r.last; k++ {
		n := len(r.levels[k].blocks)
		if n >= 2 {
			r.score.duo++
		}
		if n >= 3 {
			r.score.tri++
		}
		for _, i := range r.levels[k].blocks {
			if r.doc.Heading(r.text(i)) {
				r.score.headings++
			}
		}
	}
}

// known reports whether a heading stands among the lines from one to before another.
func (r *region) known(from, end int) bool {
	for k := from; k < end; k++ {
		for _, i := range r.levels[k].blocks {
			if r.doc.Heading(r.text(i)) {
				return true
			}
		}
	}
	return false
}

// goesOnAbove reports whether what stands above the region is the rest of a long text
// that the page before ends with, and takes it in.
func (r *region) goesOnAbove(prev *region) bool {
	from := -1
	for k := 0; k < r.first; k++ {
		list := r.levels[k].blocks
		p := &r.phrases[list[0]]
		if r.doc.IsFurniture(r.sheet, &sheet.Line{Glyphs: p.Glyphs, Box: p.Box, Tall: p.Box}) && from < 0 {
			continue
		}
		if from < 0 {
			from = k
		}
		if len(list) > 1 {
			return false
		}
		found := false
		for n := prev.last; n >= prev.first && n > prev.last-4 && !found; n-- {
			for _, i := range prev.levels[n].blocks {
				found = found || prev.phrases[i].ContinuedBy(p)
			}
		}
		if !found {
			return false
		}
	}
	if from >= 0 {
		r.first, r.continues = from, true
	}
	return from >= 0
}

// columnsBeyond follows the lines right above the region, or below it, as far as
// they are as large as the others, near the region, and within reach of each other.
// It returns the last of them, where they stand in two columns at least: the lines
// of a row whose cells have none at the same height.
func (r *region) columnsBeyond(step int, near, reach float64) (last int, ok bool) {
	em := r.sheet.Em
	at := r.first
	if step > 0 {
		at = r.last
	}
	y := r.phrases[r.levels[at].blocks[0]].Y()
	var columns []fit.Interval
	for k := at + step; k >= 0 && k < r.until && !r.taken[k]; k += step {
		list := r.levels[k].blocks
		if r.words[k] || math.Abs(r.phrases[list[0]].Y()-y) > near*em {
			break
		}
		if step > 0 && len(list) > 1 && r.fields(k) {
			break // signatures below the table
		}
		near = reach
		for _, i := range list {
			p := &r.phrases[i]
			if p.Size > page.Larger*em || step > 0 && r.sheet.Words.Note(r.text(i)) {
				return 0, false
			}
			apart := len(columns) < 2 // more are not asked for
			for _, g := range columns {
				apart = apart && (g.Hi < p.Box[0] || g.Lo > p.Box[2])
			}
			if apart {
				columns = append(columns, fit.Interval{Lo: p.Box[0], Hi: p.Box[2]})
			}
		}
		at, y = k, r.phrases[list[0]].Y()
	}
	return at, len(columns) >= 2
}

// beginsInColumns reports whether what stands above the region, up to the head of
// the page, belongs to a row that its page begins with, and takes it in.
func (r *region) beginsInColumns() bool {
	from, ok := r.columnsBeyond(-1, page.NextRow, page.NextRow)
	if !ok || r.textIn(0, from) {
		return false
	}
	r.first = from
	return true
}

// textAfter and textBefore report whether words that are no page furniture
// stand between the region and the edge of its page.
func (r *region) textAfter() bool {
	return r.textIn(r.last+1, len(r.levels))
}

func (r *region) textBefore() bool { return r.textIn(0, r.first) }

func (r *region) textIn(from, to int) bool {
	for k := from; k < to; k++ {
		for _, i := range r.levels[k].blocks {
			p := &r.phrases[i]
			if !r.doc.IsFurniture(r.sheet, &sheet.Line{Glyphs: p.Glyphs, Box: p.Box, Tall: p.Box}) {
				return true
			}
		}
	}
	return false
}

// besides reports whether one region lies within the width of the other.
func (r *region) besides(o *region) bool {
	a, b := r.extent(), o.extent()
	return math.Min(a.Hi, b.Hi)-math.Max(a.Lo, b.Lo) > 0.8*math.Min(a.Hi-a.Lo, b.Hi-b.Lo)
}

func (r *region) extent() fit.Interval {
	g := fit.Interval{Lo: math.Inf(1), Hi: math.Inf(-1)}
	for k := r.first; k <= r.last; k++ {
		for _, i := range r.levels[k].blocks {
			g.Lo, g.Hi = math.Min(g.Lo, r.phrases[i].Box[0]), math.Max(g.Hi, r.phrases[i].Box[2])
		}
	}
	return g
}
