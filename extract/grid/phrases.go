package grid

import (
	"math"
	"sort"
	"unicode/utf8"

	"ziping/extract"
)

// phrase is text on one line without a wide gap: a cell that is not wrapped, or
// one line of a wrapped one.
type phrase struct {
	sheet  *sheet
	glyphs []int // left to right
	box    extract.Box
	size   float64
	figure bool // a number and nothing else
	aside  bool // beside the table it was found with
}

const (
	phraseGap   = 0.55 // a wider gap parts two phrases
	phraseShift = 0.30 // characters of one phrase differ no more in height
)

func (p *phrase) y() float64     { return midY(p.box) }
func (p *phrase) width() float64 { return p.box[2] - p.box[0] }

// phrases sorts the free characters of a page into phrases, top to bottom. Each
// character is tied to the nearest one at its right, so that lines of
// neighbouring cells at slightly different heights stay apart.
func (s *sheet) phrases() []phrase {
	if s.stale {
		s.free, s.stale = s.findPhrases(), false
	}
	return s.free
}

func (s *sheet) findPhrases() []phrase {
	var free []int
	for n, t := range s.taken {
		if !t {
			free = append(free, n)
		}
	}
	step := s.em
	bands := map[int][]int{}
	for _, n := range free {
		b := int(math.Floor(midY(s.glyphs[n].Box) / step))
		bands[b] = append(bands[b], n)
	}
	left := func(n int) float64 { return s.glyphs[n].Box[0] }
	for _, band := range bands {
		sort.Slice(band, func(i, j int) bool {
			if a, b := left(band[i]), left(band[j]); a != b {
				return a < b
			}
			return band[i] < band[j]
		})
	}
	set := newSets(len(s.glyphs))
	for _, n := range free {
		g := &s.glyphs[n]
		b := int(math.Floor(midY(g.Box) / step))
		best, nearest := -1, math.Inf(1)
		reach := int(math.Min(3, math.Ceil(phraseShift*g.Size/step)))
		for k := b - reach; k <= b+reach; k++ {
			band := bands[k]
			from := sort.Search(len(band), func(i int) bool { return left(band[i]) > g.Box[0] })
			for i := from; i < len(band) && i < from+40; i++ {
				o := &s.glyphs[band[i]]
				gap := o.Box[0] - g.Box[2]
				em := math.Max(g.Size, o.Size)
				if gap > phraseGap*em {
					break
				}
				if math.Abs(midY(o.Box)-midY(g.Box)) <= phraseShift*em && gap < nearest {
					best, nearest = band[i], gap
				}
			}
		}
		if best >= 0 {
			set.union(n, best)
		}
	}
	at := map[int]int{}
	var out []phrase
	for _, n := range free {
		r := set.find(n)
		k, ok := at[r]
		if !ok {
			k = len(out)
			at[r] = k
			out = append(out, phrase{sheet: s, box: s.glyphs[n].Box})
		}
		out[k].glyphs = append(out[k].glyphs, n)
		out[k].box = join(out[k].box, s.glyphs[n].Box)
		out[k].size = math.Max(out[k].size, s.glyphs[n].Size)
	}
	out = s.spaced(out)
	for k := range out {
		s.sortLine(out[k].glyphs)
	}
	out = s.cutAtGutters(out)
	for k := range out {
		out[k].figure = amount(s.plainText(out[k].glyphs))
	}
	sortPhrases(out)
	return out
}

// cutAtGutters parts the lines of two paragraphs that all but touch: where a
// small gap ends and at least three long phrases near by start, or have a gap.
func (s *sheet) cutAtGutters(list []phrase) []phrase {
	step := 0.12 * s.em
	starts := map[int][]float64{} // heights of long phrases, by where they or parts of them start
	for i := range list {
		if p := &list[i]; p.width() > 5*s.em && !s.stretched(p) {
			at := int(math.Floor(p.box[0] / step))
			starts[at] = append(starts[at], p.y())
			for k := 1; k < len(p.glyphs); k++ {
				a, b := &s.glyphs[p.glyphs[k-1]], &s.glyphs[p.glyphs[k]]
				if b.Box[0]-a.Box[2] > 0.4*p.size {
					at := int(math.Floor(b.Box[0] / step))
					starts[at] = append(starts[at], p.y())
				}
			}
		}
	}
	near := func(at int, y float64) bool {
		n := 0
		for k := at - 1; k <= at+1; k++ {
			for _, v := range starts[k] {
				if math.Abs(v-y) < 20*s.em {
					n++
				}
			}
		}
		return n >= 3
	}
	for i := 0; i < len(list); i++ {
		p := &list[i]
		if p.width() < 5*s.em || s.stretched(p) {
			continue
		}
		for k := 1; k < len(p.glyphs); k++ {
			a, b := &s.glyphs[p.glyphs[k-1]], &s.glyphs[p.glyphs[k]]
			if b.Box[0]-a.Box[2] < 0.2*p.size || !near(int(math.Floor(b.Box[0]/step)), p.y()) {
				continue
			}
			rest := phrase{sheet: s, glyphs: p.glyphs[k:], size: p.size, box: s.around(p.glyphs[k:])}
			p.glyphs = p.glyphs[:k:k]
			p.box = s.around(p.glyphs)
			list = append(list, rest)
			break
		}
	}
	return list
}

func sortPhrases(list []phrase) {
	sort.Slice(list, func(i, j int) bool {
		a, b := &list[i], &list[j]
		if a.y() != b.y() {
			return a.y() < b.y()
		}
		if a.box[0] != b.box[0] {
			return a.box[0] < b.box[0]
		}
		return a.glyphs[0] < b.glyphs[0]
	})
}

// spaced joins single Chinese characters set wide apart: 合 计. Where three and
// more stand equally far from each other they are a label stretched over its cell,
// which may be still wider apart.
func (s *sheet) spaced(list []phrase) []phrase {
	sortPhrases(list)
	single := func(p *phrase) bool {
		r, _ := utf8.DecodeRuneInString(s.glyphs[p.glyphs[0]].Text)
		return len(p.glyphs) == 1 && r >= 0x4e00 && r <= 0x9fff
	}
	// The nearest such character at the right of each, and how far it is.
	next, away := make([]int, len(list)), make([]float64, len(list))
	for i := range list {
		next[i] = -1
		for k := i + 1; single(&list[i]) && k < len(list) && k < i+60; k++ {
			a, b := &list[i], &list[k]
			if b.y()-a.y() > 0.1*a.size {
				break
			}
			if gap := b.box[0] - a.box[2]; single(b) && gap > 0 && gap < widestStretch*a.size && (next[i] < 0 || gap < away[i]) {
				next[i], away[i] = k, gap
			}
		}
	}
	prev := make([]int, len(list))
	for i := range prev {
		prev[i] = -1
	}
	for i, k := range next {
		if k >= 0 {
			prev[k] = i
		}
	}
	gone := make([]bool, len(list))
	for i := range list {
		if gone[i] || next[i] < 0 || prev[i] >= 0 {
			continue
		}
		from := i // of the phrase that grows
		for a, k := i, next[i]; k >= 0; a, k = k, next[k] {
			size := list[a].size
			even := func(d float64) bool { return math.Abs(d-away[a]) < 0.15*size }
			if away[a] < 2.2*size || next[k] >= 0 && even(away[k]) || prev[a] >= 0 && even(away[prev[a]]) {
				list[from].glyphs = append(list[from].glyphs, list[k].glyphs...)
				list[from].box = join(list[from].box, list[k].box)
				gone[k] = true
				continue
			}
			from = k
		}
	}
	kept := list[:0]
	for i := range list {
		if !gone[i] {
			kept = append(kept, list[i])
		}
	}
	return kept
}

// widestStretch is how far (in character sizes) the characters of a stretched label
// may be apart.
const widestStretch = 3.0

// stretched reports whether the characters of a phrase are all set apart.
func (s *chars) stretched(p *phrase) bool {
	for k := 1; k < len(p.glyphs); k++ {
		if s.glyphs[p.glyphs[k]].Box[0]-s.glyphs[p.glyphs[k-1]].Box[2] < 0.3*p.size {
			return false
		}
	}
	return len(p.glyphs) > 1
}

func (s *chars) plainText(glyphs []int) string {
	n := 0
	for _, g := range glyphs {
		n += len(s.glyphs[g].Text)
	}
	b := make([]byte, 0, n)
	for _, g := range glyphs {
		b = append(b, s.glyphs[g].Text...)
	}
	return string(b)
}
