package unruled

import (
	"cmp"
	"math"
	"slices"
	"sort"

	"ziping/extract/grid/page"
)

// The rows of a table without rulings.

// band is one row of an unruled table: the blocks that show it and how high
// they reach.
type band struct {
	top, bottom float64
	blocks      []int
	lo, hi      float64 // borders of the row, see cellHeights
	exact       bool    // they are known
}

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
			if key(b)-key(&blocks[l.blocks[0]]) <= page.Line*s.em {
				l.blocks = append(l.blocks, i)
				l.top, l.bottom = math.Min(l.top, b.box[1]), math.Max(l.bottom, b.box[3])
				continue
			}
		}
		levels = append(levels, band{top: b.box[1], bottom: b.box[3], blocks: []int{i}})
	}
	rest := s.labelsAcross(blocks, levels)
	levels = slices.DeleteFunc(levels, func(l band) bool { return len(l.blocks) == 0 })
	rows, passed := chosen(blocks, levels, s.em, s.roomBetween(levels))
	rest = append(rest, passed...)
	for _, i := range rest {
		b := &blocks[i]
		n, at := reached(rows, b, s.em)
		if n != 1 || b.box[1] < rows[at].top-page.Line*s.em || b.box[3] > rows[at].bottom+page.Line*s.em {
			continue
		}
		// Off the middle it is no cell of the row, but the label of a merged cell
		// set at its top may be.
		if !middle || math.Abs(b.box[1]-rows[at].top) < page.Touch*s.em {
			rows[at].blocks = append(rows[at].blocks, i)
		}
	}
	for r := range rows {
		for _, i := range rows[r].blocks {
			blocks[i].row = r
		}
	}
	lowered(blocks, rows)
	return rows
}

const (
	// tooNear is the share of the room between rows that two of them never go below.
	tooNear = 0.5
	// offMiddle is how far a text set to the edge of its cell stands off the middle of
	// its row, as a share of the way to the next one.
	offMiddle = 0.2
)

// chosen are the levels that are rows: of all sets of levels that can be rows of one
// table, the one in which most texts share their height with others. What stands at
// the other levels is handed back.
func chosen(blocks []block, levels []band, em, room float64) (rows []band, passed []int) {
	slices.SortStableFunc(levels, func(a, b band) int { return cmp.Compare(a.bottom, b.bottom) })
	n := len(levels)
	worth, before := make([]int, n), make([]int, n) // of the best set that ends in a level, and the level before
	best := make([]int, n)                          // of those up to a level, the one that ends the best set
	for k := range levels {
		worth[k], before[k] = 0, -1
		for j := k - 1; j >= 0; j-- {
			if follows(blocks, &levels[j], &levels[k], em, room) && worth[j] > worth[k] {
				worth[k], before[k] = worth[j], j
			}
			if levels[j].bottom <= levels[k].top-tooNear*room { // so do all above
				if at := best[j]; worth[at] > worth[k] {
					worth[k], before[k] = worth[at], at
				}
				break
			}
		}
		size := len(levels[k].blocks)
		worth[k] += size * (size + 1) / 2
		best[k] = k
		if k > 0 && worth[best[k-1]] >= worth[k] {
			best[k] = best[k-1]
		}
	}
	is := make([]bool, n)
	if n > 0 {
		for k := best[n-1]; k >= 0; k = before[k] {
			is[k] = true
		}
	}
	for k := range levels {
		if is[k] {
			rows = append(rows, levels[k])
		} else {
			passed = append(passed, levels[k].blocks...)
		}
	}
	return rows, passed
}

// follows reports whether one level can be the row below another: it begins where the
// other has ended, and if it is nearer than rows are, a text of one stands above one of
// the other. If none does they are one row and the labels of merged cells, beside which
// the rows above and below are empty.
func follows(blocks []block, a, b *band, em, room float64) bool {
	d := b.top - a.bottom
	return d >= -page.Touch*em && (d >= tooNear*room || meets(blocks, a.blocks, b.blocks))
}

// reached are the rows that a block reaches into, and the last of them.
func reached(rows []band, b *block, em float64) (n, at int) {
	k := sort.Search(len(rows), func(k int) bool { return rows[k].bottom > b.box[1]+page.Touch*em })
	for ; k < len(rows) && rows[k].top < b.box[3]-page.Touch*em; k++ {
		if math.Min(b.box[3], rows[k].bottom)-math.Max(b.box[1], rows[k].top) > page.Touch*em {
			n, at = n+1, k
		}
	}
	return n, at
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

// meets reports whether a text of one row stands above one of another.
func meets(blocks []block, a, b []int) bool {
	x, y := leftToRight(blocks, a), leftToRight(blocks, b)
	for i, k := 0, 0; i < len(x) && k < len(y); {
		p, q := &blocks[x[i]].box, &blocks[y[k]].box
		if math.Min(p[2], q[2]) > math.Max(p[0], q[0]) {
			return true
		}
		if p[2] < q[2] {
			i++
		} else {
			k++
		}
	}
	return false
}

func leftToRight(blocks []block, list []int) []int {
	out := slices.Clone(list)
	slices.SortStableFunc(out, func(i, k int) int { return cmp.Compare(blocks[i].box[0], blocks[k].box[0]) })
	return out
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
		if math.Abs(b.y()-middle(r)) < offMiddle*math.Abs(middle(next)-middle(r)) {
			b.row = r
			rows[r].blocks = append(rows[r].blocks, i)
		}
	}
}

// labelsAcross takes out of each level the wrapped texts that reach into another
// full level, or beside a text that stands further right in one, which rows never do:
// labels of merged cells that stand at the height of a row by chance. So is a text by
// itself between two full levels that lie to its right.
func (s *stack) labelsAcross(blocks []block, levels []band) []int {
	var out []int
	reaches := func(o int, b *block) bool {
		return o >= 0 && o < len(levels) && len(levels[o].blocks) >= 3 && slices.ContainsFunc(levels[o].blocks, func(i int) bool {
			x := &blocks[i]
			return (len(x.phrases) == 1 || x.box[0] > b.box[2]) && math.Min(x.box[3], b.box[3])-math.Max(x.box[1], b.box[1]) > page.Touch*s.em
		})
	}
	besides := func(o int, b *block) bool {
		return o >= 0 && o < len(levels) && len(levels[o].blocks) >= 3 && !slices.ContainsFunc(levels[o].blocks, func(i int) bool { return blocks[i].box[0] < b.box[2] })
	}
	for k := range levels {
		l := &levels[k]
		kept := l.blocks[:0]
		for _, i := range l.blocks {
			b := &blocks[i]
			if len(b.phrases) > 1 && len(l.blocks) > 2 && (reaches(k-1, b) || reaches(k+1, b)) || len(l.blocks) == 1 && besides(k-1, b) && besides(k+1, b) {
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
	s.tops = agree(blocks, s.em, top) - agree(blocks, s.em, mid)
	if 50*s.tops < len(blocks) && -50*s.tops < len(blocks) {
		s.tops = 0 // single lines, of fonts that tell their heights differently
	}
	if s.tops > 0 {
		return top, false
	}
	return mid, true
}

func agree(blocks []block, em float64, key func(*block) float64) int {
	v := make([]float64, len(blocks))
	for i := range blocks {
		v[i] = key(&blocks[i])
	}
	sort.Float64s(v)
	n := 0
	for i := range v {
		if i > 0 && v[i]-v[i-1] < page.Touch*em || i+1 < len(v) && v[i+1]-v[i] < page.Touch*em {
			n++
		}
	}
	return n
}

// nearestRow is the row whose middle is nearest to that of a block; rows come from
// top to bottom.
func nearestRow(rows []band, b *block) int {
	middle := func(r int) float64 { return (rows[r].top + rows[r].bottom) / 2 }
	at := sort.Search(len(rows), func(r int) bool { return middle(r) >= b.y() })
	best, near := 0, math.Inf(1)
	for r := max(0, at-2); r < min(len(rows), at+2); r++ {
		if d := math.Abs(b.y() - middle(r)); d < near {
			best, near = r, d
		}
	}
	return best
}
