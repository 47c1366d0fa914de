package grid

import (
	"math"
	"sort"

	"ziping/extract"
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

func (b *block) y() float64 { return midY(b.box) }

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
			dy := midY(s.boxes[k]) - midY(s.boxes[i])
			if dy > 3*s.em {
				break
			}
			if dy < 0.6*s.em || !under(s.boxes[i], s.boxes[k]) {
				continue
			}
			if !s.barred(midY(s.boxes[i]), midY(s.boxes[k]), s.boxes[i]) {
				below[i] = k
			}
			if s.phrases[i].figure && s.phrases[k].figure {
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
	set := newSets(n)
	for i, k := range below {
		if k < 0 || midY(s.boxes[k])-midY(s.boxes[i]) > limit {
			continue
		}
		if s.phrases[i].figure && s.phrases[k].figure && midY(s.boxes[k])-midY(s.boxes[i]) > 0.7*s.pitch {
			continue
		}
		set.union(i, k)
	}
	for _, p := range s.pages {
		if !p.continues || p.phrase >= n {
			continue
		}
		for i := p.phrase - 1; i >= 0 && i > p.phrase-8; i-- {
			if s.phrases[i].continuedBy(&s.phrases[p.phrase]) {
				set.union(i, p.phrase)
				break
			}
		}
	}
	at := map[int]int{}
	var out []block
	for i := range n {
		r := set.find(i)
		k, ok := at[r]
		if !ok {
			k = len(out)
			at[r] = k
			out = append(out, block{box: s.boxes[i], row: -1})
		}
		out[k].phrases = append(out[k].phrases, i)
		out[k].box = join(out[k].box, s.boxes[i])
		out[k].figure = len(out[k].phrases) == 1 && s.phrases[i].figure
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
	i := sort.Search(len(s.bars), func(i int) bool { return s.bars[i].at > y0 })
	for ; i < len(s.bars) && s.bars[i].at < y1; i++ {
		if s.bars[i].lo < midX(b) && s.bars[i].hi > midX(b) {
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

// band is one row of an unruled table: the blocks that show it and how high
// they reach.
type band struct {
	top, bottom float64
	blocks      []int
	lo, hi      float64 // borders of the row, see cellHeights
	exact       bool    // they are known
}

const (
	sameLevel  = 0.25 // blocks of one row agree this well in height
	rowOverlap = 0.15 // rows do not reach into each other more
)

// rows finds the rows: heights at which several blocks stand, those with most
// blocks first. A block that would overlap two rows stands between them: the
// label of a merged cell. One that lies in the height of a row belongs to it.
func (s *stack) rows(blocks []block) []band {
	key, middle := s.align(blocks)
	order := make([]int, len(blocks))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(i, j int) bool { return key(&blocks[order[i]]) < key(&blocks[order[j]]) })
	var levels []band
	for _, i := range order {
		b := &blocks[i]
		if n := len(levels); n > 0 {
			l := &levels[n-1]
			if key(b)-key(&blocks[l.blocks[0]]) <= sameLevel*s.em {
				l.blocks = append(l.blocks, i)
				l.top, l.bottom = math.Min(l.top, b.box[1]), math.Max(l.bottom, b.box[3])
				continue
			}
		}
		levels = append(levels, band{top: b.box[1], bottom: b.box[3], blocks: []int{i}})
	}
	rest := s.strangers(blocks, levels)
	sort.SliceStable(levels, func(i, j int) bool { return len(levels[i].blocks) > len(levels[j].blocks) })
	var out []band
	hits := func(top, bottom float64) (n, at int) {
		for k := range out {
			if math.Min(bottom, out[k].bottom)-math.Max(top, out[k].top) > rowOverlap*s.em {
				n, at = n+1, k
			}
		}
		return n, at
	}
	// A few texts half way between two full rows are labels of merged cells, also
	// where the rows are so far apart that they touch neither.
	between := func(l band) bool {
		above, below := false, false
		for k := range out {
			d := (l.top + l.bottom - out[k].top - out[k].bottom) / 2
			if math.Abs(d) < 0.75*s.pitch && 2*len(l.blocks) <= len(out[k].blocks) {
				above, below = above || d > 0, below || d < 0
			}
		}
		return above && below || len(l.blocks) == 1 && (above || below)
	}
	room := s.roomBetween(levels)
	for _, l := range levels {
		if n, _ := hits(l.top, l.bottom); n == 0 && !between(l) && !s.squeezed(blocks, l, out, room) {
			out = append(out, l)
		} else {
			rest = append(rest, l.blocks...)
		}
	}
	for _, i := range rest {
		b := &blocks[i]
		n, at := hits(b.box[1], b.box[3])
		if n != 1 || b.box[1] < out[at].top-0.3*s.em || b.box[3] > out[at].bottom+0.3*s.em {
			continue
		}
		// Off the middle it is no cell of the row, but the label of a merged cell
		// set at its top may be.
		if !middle || math.Abs(b.box[1]-out[at].top) < 0.1*s.em {
			out[at].blocks = append(out[at].blocks, i)
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].top < out[j].top })
	for r := range out {
		for _, i := range out[r].blocks {
			blocks[i].row = r
		}
	}
	lowered(blocks, out)
	return out
}

// roomBetween is the space that rows of several texts keep between each other.
func (s *stack) roomBetween(levels []band) float64 {
	var full []band
	for _, l := range levels {
		if len(l.blocks) >= 3 {
			full = append(full, l)
		}
	}
	sort.SliceStable(full, func(i, j int) bool { return full[i].top < full[j].top })
	room := usualRowGap(full, nil)
	if s.pitch > 0 {
		room = math.Min(room, math.Max(0, s.pitch-s.em))
	}
	return room
}

// squeezed reports whether a line of texts stands nearer to a fuller row than rows
// do, and is no row: the labels of merged cells, beside which the rows above and
// below are empty.
func (s *stack) squeezed(blocks []block, l band, rows []band, room float64) bool {
	for k := range rows {
		d := math.Max(l.top-rows[k].bottom, rows[k].top-l.bottom)
		if d < 0.5*room && !meets(blocks, l.blocks, rows[k].blocks) {
			return true
		}
	}
	return false
}

// meets reports whether a text of one row stands above one of another.
func meets(blocks []block, a, b []int) bool {
	for _, i := range a {
		for _, k := range b {
			if math.Min(blocks[i].box[2], blocks[k].box[2]) > math.Max(blocks[i].box[0], blocks[k].box[0]) {
				return true
			}
		}
	}
	return false
}

// lowered gives texts that stand a little above or below the middle of a row, as
// cells set to their upper or lower edge do, to that row.
func lowered(blocks []block, rows []band) {
	middle := func(r int) float64 { return (rows[r].top + rows[r].bottom) / 2 }
	for i := range blocks {
		b := &blocks[i]
		if b.row >= 0 || len(rows) < 2 {
			continue
		}
		r := nearestRow(rows, b)
		next := r + 1
		if b.y() < middle(r) && r > 0 || next == len(rows) {
			next = r - 1
		}
		if math.Abs(b.y()-middle(r)) < 0.3*math.Abs(middle(next)-middle(r)) {
			b.row = r
			rows[r].blocks = append(rows[r].blocks, i)
		}
	}
}

// strangers takes out of each level the wrapped texts that reach into another
// full level: labels of merged cells that stand at the height of a row by chance.
func (s *stack) strangers(blocks []block, levels []band) []int {
	var out []int
	lines := make([]band, len(levels)) // of single lines only
	for k := range levels {
		lines[k] = band{top: math.Inf(1), bottom: math.Inf(-1)}
		for _, i := range levels[k].blocks {
			if b := &blocks[i]; len(b.phrases) == 1 {
				lines[k].top, lines[k].bottom = math.Min(lines[k].top, b.box[1]), math.Max(lines[k].bottom, b.box[3])
				lines[k].blocks = append(lines[k].blocks, i)
			}
		}
	}
	reaches := func(k, o int, b *block) bool {
		return len(lines[o].blocks) >= 3 && math.Min(lines[o].bottom, b.box[3])-math.Max(lines[o].top, b.box[1]) > rowOverlap*s.em
	}
	for k := range levels {
		l := &levels[k]
		kept := l.blocks[:0]
		for _, i := range l.blocks {
			b := &blocks[i]
			if len(b.phrases) > 1 && len(l.blocks) > 2 && (k > 0 && reaches(k, k-1, b) || k+1 < len(levels) && reaches(k, k+1, b)) {
				out = append(out, i)
				continue
			}
			kept = append(kept, i)
		}
		l.blocks = kept
		if len(kept) == 0 {
			continue
		}
		l.top, l.bottom = math.Inf(1), math.Inf(-1)
		for _, i := range kept {
			l.top, l.bottom = math.Min(l.top, blocks[i].box[1]), math.Max(l.bottom, blocks[i].box[3])
		}
	}
	return out
}

// align returns what the blocks of one row have in common: their middles or
// their upper edges.
func (s *stack) align(blocks []block) (key func(*block) float64, middle bool) {
	mid := func(b *block) float64 { return b.y() }
	top := func(b *block) float64 { return b.box[1] }
	s.lean = s.agree(blocks, top) - s.agree(blocks, mid)
	if 50*s.lean < len(blocks) && -50*s.lean < len(blocks) {
		s.lean = 0 // single lines, of fonts that tell their heights differently
	}
	if s.lean > 0 {
		return top, false
	}
	return mid, true
}

func (s *stack) agree(blocks []block, key func(*block) float64) int {
	v := make([]float64, len(blocks))
	for i := range blocks {
		v[i] = key(&blocks[i])
	}
	sort.Float64s(v)
	n := 0
	for i := range v {
		if i > 0 && v[i]-v[i-1] < 0.15*s.em || i+1 < len(v) && v[i+1]-v[i] < 0.15*s.em {
			n++
		}
	}
	return n
}
