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
	sort.SliceStable(levels, func(i, j int) bool { return len(levels[i].blocks) > len(levels[j].blocks) })
	out := &ladder{}
	hits := func(top, bottom float64) (n, at int) {
		for _, k := range out.near(top, bottom) {
			if math.Min(bottom, out.rows[k].bottom)-math.Max(top, out.rows[k].top) > page.Touch*s.em {
				n, at = n+1, k
			}
		}
		return n, at
	}
	room := s.roomBetween(levels)
	for _, l := range levels {
		if n, _ := hits(l.top, l.bottom); n == 0 && !squeezed(blocks, l, out, room) {
			out.add(l)
		} else {
			rest = append(rest, l.blocks...)
		}
	}
	for _, i := range rest {
		b := &blocks[i]
		n, at := hits(b.box[1], b.box[3])
		if n != 1 || b.box[1] < out.rows[at].top-page.Line*s.em || b.box[3] > out.rows[at].bottom+page.Line*s.em {
			continue
		}
		// Off the middle it is no cell of the row, but the label of a merged cell
		// set at its top may be.
		if !middle || math.Abs(b.box[1]-out.rows[at].top) < page.Touch*s.em {
			out.rows[at].blocks = append(out.rows[at].blocks, i)
		}
	}
	rows := out.sorted()
	for r := range rows {
		for _, i := range rows[r].blocks {
			blocks[i].row = r
		}
	}
	lowered(blocks, rows)
	return rows
}

// ladder is rows in the order in which they were found, and from top to bottom.
type ladder struct {
	rows    []band
	order   []int
	tallest float64
}

func (l *ladder) add(b band) {
	k := sort.Search(len(l.order), func(k int) bool { return l.rows[l.order[k]].top > b.top })
	l.order = slices.Insert(l.order, k, len(l.rows))
	l.rows = append(l.rows, b)
	l.tallest = math.Max(l.tallest, b.bottom-b.top)
}

// near lists the rows that reach between two heights, in the order they were found.
func (l *ladder) near(top, bottom float64) []int {
	var out []int
	k := sort.Search(len(l.order), func(k int) bool { return l.rows[l.order[k]].top >= top-l.tallest })
	for ; k < len(l.order) && l.rows[l.order[k]].top <= bottom; k++ {
		if l.rows[l.order[k]].bottom >= top {
			out = append(out, l.order[k])
		}
	}
	slices.Sort(out)
	return out
}

func (l *ladder) sorted() []band {
	out := make([]band, len(l.order))
	for r, k := range l.order {
		out[r] = l.rows[k]
	}
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
func squeezed(blocks []block, l band, rows *ladder, room float64) bool {
	for _, k := range rows.near(l.top-0.5*room, l.bottom+0.5*room) {
		r := &rows.rows[k]
		d := math.Max(l.top-r.bottom, r.top-l.bottom)
		if d < 0.5*room && !meets(blocks, l.blocks, r.blocks) {
			return true
		}
	}
	return false
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
		if math.Abs(b.y()-middle(r)) < 0.2*math.Abs(middle(next)-middle(r)) {
			b.row = r
			rows[r].blocks = append(rows[r].blocks, i)
		}
	}
}

// labelsAcross takes out of each level the wrapped texts that reach into another
// full level: labels of merged cells that stand at the height of a row by chance.
func (s *stack) labelsAcross(blocks []block, levels []band) []int {
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
		return len(lines[o].blocks) >= 3 && math.Min(lines[o].bottom, b.box[3])-math.Max(lines[o].top, b.box[1]) > page.Touch*s.em
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
