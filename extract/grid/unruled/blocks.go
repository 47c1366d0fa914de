package unruled

import (
	"math"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"ziping/extract"
	"ziping/extract/grid/disjoint"
	"ziping/extract/grid/page"
	"ziping/extract/grid/sheet"
)

// How far lines of one text stand apart, by how far rows of figures do and by the least
// that lines of the table do.
const (
	lessThanRow = 0.93 // of the pitch of rows: what is as far apart is of two rows
	likeLines   = 1.15 // of the distance of lines: fonts tell their heights differently
	wrapped     = 0.70 // of the pitch: two figures nearer than this are one that was wrapped
)

// block is what one cell of an unruled table shows: phrases below each other.
// Its box has the height of a strip on which the pages follow each other.
type block struct {
	phrases []int
	box     extract.Box
	figure  bool
	row     int // -1 while unknown, and for one that stands between rows
	c0, c1  int // columns
	r0, r1  int // rows
}

func (b *block) y() float64 { return page.MidY(b.box) }

// blocks joins the lines of wrapped cells. Lines are as near as lines of one
// text; rows are further apart, as the figures below each other show. Where
// rows follow each other as closely as lines, nothing is joined here.
func (s *stack) blocks() []block {
	n := len(s.phrases)
	below := make([]int, n)
	var figures, texts []float64
	next := s.nextBelow()
	for i, k := range next {
		below[i] = -1
		if k < 0 {
			continue
		}
		dy := page.MidY(s.boxes[k]) - page.MidY(s.boxes[i])
		if !barred(s.bars, page.MidY(s.boxes[i]), page.MidY(s.boxes[k]), s.boxes[i]) {
			below[i] = k
		}
		if s.phrases[i].Figure && s.phrases[k].Figure {
			figures = append(figures, dy)
		} else {
			texts = append(texts, dy)
		}
	}
	limit := page.NextLine * s.em
	if len(figures) >= 2 {
		s.pitch = quantile(figures, 0.1)
		if p := s.anchorPitch(); p > s.pitch {
			s.pitch = p // a wrapped figure is no row
		}
		limit = math.Min(limit, lessThanRow*s.pitch)
	}
	if len(texts) >= 2 {
		if lines := likeLines * quantile(texts, 0.1); len(figures) < 2 || lines < limit {
			limit = math.Min(limit, lines)
		}
	}
	set := disjoint.New(n)
	for i, k := range below {
		if k < 0 || page.MidY(s.boxes[k])-page.MidY(s.boxes[i]) > limit && !s.doc.GoesOn(&s.phrases[i], &s.phrases[k]) || s.doc.Parts(s.phrases, i, next) {
			continue
		}
		if twoValues(s.text(i), s.text(k)) {
			continue
		}
		if s.phrases[i].Figure && s.phrases[k].Figure && page.MidY(s.boxes[k])-page.MidY(s.boxes[i]) > wrapped*s.pitch {
			continue
		}
		set.Union(i, k)
	}
	for _, p := range s.pages {
		if !p.continues || p.phrase >= n {
			continue
		}
		for i := p.phrase - 1; i >= 0 && i > p.phrase-8; i-- {
			if s.phrases[i].ContinuedBy(&s.phrases[p.phrase]) {
				set.Union(i, p.phrase)
				break
			}
		}
	}
	at := map[int]int{}
	var out []block
	for i := range n {
		r := set.Find(i)
		k, ok := at[r]
		if !ok {
			k = len(out)
			at[r] = k
			out = append(out, block{box: s.boxes[i], row: -1})
		}
		out[k].phrases = append(out[k].phrases, i)
		out[k].box = page.Join(out[k].box, s.boxes[i])
		out[k].figure = len(out[k].phrases) == 1 && s.phrases[i].Figure
	}
	return out
}

// twoValues reports two lines that are no text together: a quantity that ends with its unit %,
// and another that begins with a figure, or one that begins with its sign (≥75% above 2022年).
func twoValues(above, below string) bool {
	if !sheet.Quantity(above) || !sheet.Quantity(below) {
		return false
	}
	first, _ := utf8.DecodeRuneInString(below)
	return strings.HasSuffix(above, "%") || unicode.Is(unicode.Sm, first)
}

// text is what a phrase says.
func (s *stack) text(i int) string { return s.phrases[i].Sheet.PlainText(s.phrases[i].Glyphs) }

// nextBelow finds, for each phrase, the first of those below it that stands under
// it, -1 where none is near.
func (s *stack) nextBelow() []int {
	// Phrases of one line, from left to right, and how far those up to each reach.
	type row struct {
		first int
		order []int
		reach []float64
	}
	var rows []row
	for i := range s.boxes {
		if n := len(rows); n == 0 || page.MidY(s.boxes[i])-page.MidY(s.boxes[rows[n-1].first]) > page.Line*s.em {
			rows = append(rows, row{first: i})
		}
		l := &rows[len(rows)-1]
		l.order = append(l.order, i)
	}
	for r := range rows {
		l := &rows[r]
		sort.SliceStable(l.order, func(i, j int) bool { return s.boxes[l.order[i]][0] < s.boxes[l.order[j]][0] })
		far := math.Inf(-1)
		for _, i := range l.order {
			far = math.Max(far, s.boxes[i][2])
			l.reach = append(l.reach, far)
		}
	}
	out := make([]int, len(s.boxes))
	for r := range rows {
		for _, i := range rows[r].order {
			out[i] = -1
			a := s.boxes[i]
			for o := r; o < len(rows) && out[i] < 0 && page.MidY(s.boxes[rows[o].first])-page.MidY(a) <= underReach*s.em; o++ {
				l := &rows[o]
				k := sort.Search(len(l.order), func(k int) bool { return s.boxes[l.order[k]][0] >= a[2] })
				for k--; k >= 0 && l.reach[k] > a[0]; k-- {
					n := l.order[k]
					dy := page.MidY(s.boxes[n]) - page.MidY(a)
					if n > i && dy >= page.Word*s.em && dy <= underReach*s.em && page.Under(a, s.boxes[n]) && (out[i] < 0 || n < out[i]) {
						out[i] = n
					}
				}
			}
		}
	}
	return out
}

// underReach is how far (in character sizes) below a text another may be of the
// same cell, or of the next: pages of a stack are further apart.
const underReach = 3.0

// barred reports whether a ruling runs between two heights at a box.
func barred(bars []sheet.Seg, y0, y1 float64, b extract.Box) bool {
	i := sort.Search(len(bars), func(i int) bool { return bars[i].At > y0 })
	for ; i < len(bars) && bars[i].At < y1; i++ {
		if bars[i].Lo < page.MidX(b) && bars[i].Hi > page.MidX(b) {
			return true
		}
	}
	return false
}
