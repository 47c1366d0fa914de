package unruled

import (
	"math"
	"sort"

	"ziping/extract"
	"ziping/extract/grid/disjoint"
	"ziping/extract/grid/page"
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
	for i := range n {
		below[i] = -1
		for k := i + 1; k < n; k++ {
			dy := page.MidY(s.boxes[k]) - page.MidY(s.boxes[i])
			if dy > 3*s.em {
				break
			}
			if dy < 0.6*s.em || !under(s.boxes[i], s.boxes[k]) {
				continue
			}
			if !s.barred(page.MidY(s.boxes[i]), page.MidY(s.boxes[k]), s.boxes[i]) {
				below[i] = k
			}
			if s.phrases[i].Figure && s.phrases[k].Figure {
				figures = append(figures, dy)
			} else {
				texts = append(texts, dy)
			}
			break
		}
	}
	limit := 1.75 * s.em
	if len(figures) >= 2 {
		s.pitch = quantile(figures, 0.1)
		if p := s.anchorPitch(); p > s.pitch {
			s.pitch = p // a wrapped figure is no row
		}
		limit = math.Min(limit, 0.93*s.pitch)
	}
	if len(texts) >= 2 {
		if lines := 1.15 * quantile(texts, 0.1); len(figures) < 2 || lines < limit {
			limit = math.Min(limit, lines)
		}
	}
	set := disjoint.New(n)
	for i, k := range below {
		if k < 0 || page.MidY(s.boxes[k])-page.MidY(s.boxes[i]) > limit {
			continue
		}
		if s.phrases[i].Figure && s.phrases[k].Figure && page.MidY(s.boxes[k])-page.MidY(s.boxes[i]) > 0.7*s.pitch {
			continue
		}
		set.Union(i, k)
	}
	for _, p := range s.pages {
		if !p.continues || p.phrase >= n {
			continue
		}
		for i := p.phrase - 1; i >= 0 && i > p.phrase-8; i-- {
			if continuedBy(&s.phrases[i], &s.phrases[p.phrase]) {
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

// under reports whether b stands below a in the same column.
func under(a, b extract.Box) bool {
	w := math.Min(a[2], b[2]) - math.Max(a[0], b[0])
	return w > 0.5*math.Min(a[2]-a[0], b[2]-b[0])
}

// barred reports whether a ruling runs between two heights at a box.
func (s *stack) barred(y0, y1 float64, b extract.Box) bool {
	i := sort.Search(len(s.bars), func(i int) bool { return s.bars[i].At > y0 })
	for ; i < len(s.bars) && s.bars[i].At < y1; i++ {
		if s.bars[i].Lo < page.MidX(b) && s.bars[i].Hi > page.MidX(b) {
			return true
		}
	}
	return false
}

func quantile(v []float64, q float64) float64 {
	s := append([]float64(nil), v...)
	sort.Float64s(s)
	return s[int(q*float64(len(s)-1))]
}
