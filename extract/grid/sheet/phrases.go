package sheet

import (
	"cmp"
	"math"
	"slices"
	"sort"
	"unicode/utf8"

	"ziping/extract"
	"ziping/extract/grid/disjoint"
	"ziping/extract/grid/page"
	"ziping/text/hanzi"
)

// Phrase is text on one line without a wide gap: a cell that is not wrapped, or
// one line of a wrapped one.
type Phrase struct {
	Sheet  *Sheet
	Glyphs []int // left to right
	Box    extract.Box
	Size   float64
	Figure bool // a number and nothing else, or the dash that stands for none
	Aside  bool // beside the table it was found with
}

// raised is how far (in character sizes) a character may stand above or below
// others of its phrase: raised ones (m²) stand higher than page.Line.
const raised = 0.3

// A mark, such as the number of a footnote, is smaller than the character that it
// stands at, close by it, and raised or lowered by up to half of that one's size.
const (
	markSmaller = 0.85
	markRaised  = 0.5
)

// markAt reports whether one of two neighbours is a mark at the other.
func markAt(a, b *page.Glyph) bool {
	if a.Size > b.Size {
		a, b = b, a
	}
	gap := math.Max(a.Box[0]-b.Box[2], b.Box[0]-a.Box[2])
	return a.Size <= markSmaller*b.Size && gap <= page.Line*b.Size && math.Abs(page.MidY(a.Box)-page.MidY(b.Box)) <= markRaised*b.Size
}

// withoutMarks makes a phrase as high as its characters of full size: a mark raised
// above them does not say where its line stands.
func (p *Phrase) withoutMarks() {
	first := true
	for _, n := range p.Glyphs {
		g := &p.Sheet.Glyphs[n]
		switch {
		case g.Size <= markSmaller*p.Size:
		case first:
			p.Box[1], p.Box[3], first = g.Box[1], g.Box[3], false
		default:
			p.Box[1], p.Box[3] = math.Min(p.Box[1], g.Box[1]), math.Max(p.Box[3], g.Box[3])
		}
	}
}

// Y is the height of its middle.
func (p *Phrase) Y() float64 { return page.MidY(p.Box) }

// Width is how wide its characters stand.
func (p *Phrase) Width() float64 { return p.Box[2] - p.Box[0] }

// ContinuedBy reports whether a line of a long text is followed by another: both start, or
// have their middle, at one place.
func (p *Phrase) ContinuedBy(o *Phrase) bool {
	return p.Width() > 8*p.Size && o.Width() < p.Width()+p.Size &&
		(math.Abs(p.Box[0]-o.Box[0]) < p.Size || math.Abs(page.MidX(p.Box)-page.MidX(o.Box)) < page.Line*p.Size)
}

// Phrases sorts the free characters of a page into phrases, top to bottom. Each
// character is tied to the nearest one at its right, so that lines of
// neighbouring cells at slightly different heights stay apart.
func (s *Sheet) Phrases() []Phrase {
	if s.stale {
		s.free, s.stale = s.findPhrases(), false
	}
	return s.free
}

func (s *Sheet) findPhrases() []Phrase {
	var free []int
	for n, t := range s.Taken {
		if !t {
			free = append(free, n)
		}
	}
	step := s.Em
	bands := map[int][]int{}
	for _, n := range free {
		b := int(math.Floor(page.MidY(s.Glyphs[n].Box) / step))
		bands[b] = append(bands[b], n)
	}
	left := func(n int) float64 { return s.Glyphs[n].Box[0] }
	for _, band := range bands {
		slices.SortFunc(band, func(i, j int) int { return cmp.Or(cmp.Compare(left(i), left(j)), cmp.Compare(i, j)) })
	}
	set := disjoint.New(len(s.Glyphs))
	typed := s.typed
	var near [][]int // the bands of the latest character, which the next one shares as a rule
	at, wide := math.MinInt, 0
	for _, n := range free {
		g := &s.Glyphs[n]
		y := page.MidY(g.Box)
		b := int(math.Floor(y / step))
		best, nearest := -1, math.Inf(1)
		reach := int(math.Min(3, math.Ceil(markRaised*g.Size/step)))
		if b != at || reach != wide {
			at, wide, near = b, reach, near[:0]
			for k := b - reach; k <= b+reach; k++ {
				near = append(near, bands[k])
			}
		}
		for _, band := range near {
			from := sort.Search(len(band), func(i int) bool { return left(band[i]) > g.Box[0] })
			for i := from; i < len(band) && i < from+40; i++ {
				o := &s.Glyphs[band[i]]
				gap := o.Box[0] - g.Box[2]
				em := math.Max(g.Size, o.Size)
				if gap > math.Max(page.Word, (1+page.Line)*typed)*em {
					break
				}
				if gap > page.Word*em && !oneBlank(g, o, typed) || gap > gutter*em && offLine(g, o) {
					continue
				}
				if s.edgeBetween(g, o) {
					continue
				}
				if gap < nearest && (math.Abs(page.MidY(o.Box)-y) <= raised*em || markAt(g, o)) {
					best, nearest = band[i], gap
				}
			}
		}
		if best >= 0 {
			set.Union(n, best)
		}
	}
	place := map[int]int{}
	var out []Phrase
	for _, n := range free {
		r := set.Find(n)
		k, ok := place[r]
		if !ok {
			k = len(out)
			place[r] = k
			out = append(out, Phrase{Sheet: s, Box: s.Glyphs[n].Box})
		}
		out[k].Glyphs = append(out[k].Glyphs, n)
		out[k].Box = page.Join(out[k].Box, s.Glyphs[n].Box)
		out[k].Size = math.Max(out[k].Size, s.Glyphs[n].Size)
	}
	for k := range out {
		out[k].withoutMarks()
	}
	out = s.spaced(out)
	for k := range out {
		s.SortLine(out[k].Glyphs)
	}
	out = s.cutAtGutters(out)
	for k := range out {
		text := s.PlainText(out[k].Glyphs)
		out[k].Figure = Amount(text) || noFigure(text)
	}
	out = s.cutAtFigures(out)
	out = s.cutAtStarts(out)
	out = s.cutAtMiddles(out)
	sortPhrases(out)
	return out
}

// offLine reports two characters of one size and script that stand a little higher or lower
// than each other: those of one line stand at one height, those of cells side by side, of
// which one has more lines, do not.
func offLine(a, b *page.Glyph) bool {
	return a.Size == b.Size && hanzi.Begins(a.Text) && hanzi.Begins(b.Text) && math.Abs(page.MidY(a.Box)-page.MidY(b.Box)) > page.Touch*a.Size
}

// edgeBetween reports whether an upright that parts texts stands between two characters.
func (s *Sheet) edgeBetween(a, b *page.Glyph) bool {
	from, to, y := page.MidX(a.Box), page.MidX(b.Box), page.MidY(a.Box)
	for _, list := range [][]Seg{s.Edges, s.Some} {
		k := sort.Search(len(list), func(k int) bool { return list[k].At > from })
		for ; k < len(list) && list[k].At < to; k++ {
			if list[k].Lo <= y && list[k].Hi >= y {
				return true
			}
		}
	}
	return false
}

// The gutter between two paragraphs side by side, in character sizes. It is
// narrower than page.Word, which would have parted their lines before.
const (
	gutter        = 0.4 // a gap that shows one by itself
	clearGutter   = 0.3 // one between Chinese characters that else touch each other
	sameGutter    = 0.2 // a gap that is one where others near by are
	paragraphWide = 5.0 // a shorter phrase is a label
	gutterNear    = 20.0
)

// cutAtGutters parts the lines of two paragraphs that all but touch: where a
// small gap ends and at least three long phrases near by start, or have a gap.
func (s *Sheet) cutAtGutters(list []Phrase) []Phrase {
	step := page.Touch * s.Em
	starts := map[int][]float64{} // heights of long phrases, by where they or parts of them start
	for i := range list {
		if p := &list[i]; p.Width() > paragraphWide*s.Em && !s.stretched(p) {
			at := int(math.Floor(p.Box[0] / step))
			starts[at] = append(starts[at], p.Y())
			touching := s.usualGap(p.Glyphs) == 0
			for k := 1; k < len(p.Glyphs); k++ {
				a, b := &s.Glyphs[p.Glyphs[k-1]], &s.Glyphs[p.Glyphs[k]]
				least := gutter
				if touching && hanzi.Begins(a.Text) && hanzi.Begins(b.Text) {
					least = clearGutter
				}
				if b.Box[0]-a.Box[2] > least*p.Size {
					at := int(math.Floor(b.Box[0] / step))
					starts[at] = append(starts[at], p.Y())
				}
			}
		}
	}
	near := func(at int, y float64) bool {
		n := 0
		for k := at - 1; k <= at+1; k++ {
			for _, v := range starts[k] {
				if math.Abs(v-y) < gutterNear*s.Em {
					n++
				}
			}
		}
		return n >= 3
	}
	places := s.places(list)
	scripts := s.betweenScripts(list)
	for i := 0; i < len(list); i++ {
		p := &list[i]
		if p.Width() < paragraphWide*s.Em || s.stretched(p) {
			continue
		}
		for k := 1; k < len(p.Glyphs); k++ {
			a, b := &s.Glyphs[p.Glyphs[k-1]], &s.Glyphs[p.Glyphs[k]]
			least := sameGutter
			if hanzi.Begins(a.Text) != hanzi.Begins(b.Text) {
				least = math.Max(least, scripts+overScripts)
			}
			if b.Box[0]-a.Box[2] < least*p.Size || !near(int(math.Floor(b.Box[0]/step)), p.Y()) && !places.beside(p, k) {
				continue
			}
			rest := s.partPhrase(p, k)
			list = append(list, rest)
			break
		}
	}
	return list
}

// places tells where phrases begin, have their middle and end, and at which heights.
type places struct {
	step, em float64
	at       map[[3]int]bool
}

func (s *Sheet) places(list []Phrase) *places {
	out := &places{step: page.Touch * s.Em, em: s.Em, at: make(map[[3]int]bool, 3*len(list))}
	for i := range list {
		for how, x := range alignments(list[i].Box) {
			out.at[[3]int{how, out.place(x), out.place(list[i].Y())}] = true
		}
	}
	return out
}

// alignments are what the lines of one cell may have in common.
func alignments(b extract.Box) [3]float64 { return [3]float64{b[0], page.MidX(b), b[2]} }

func (s *places) place(v float64) int { return int(math.Floor(v / s.step)) }

// near reports whether a phrase stands so at a place and height, or next to it.
func (s *places) near(how, x, y int) bool {
	for a := x - 1; a <= x+1; a++ {
		if s.at[[3]int{how, a, y - 1}] || s.at[[3]int{how, a, y}] || s.at[[3]int{how, a, y + 1}] {
			return true
		}
	}
	return false
}

// beside reports whether on the line above or below stand two phrases, one over each part
// of this one, both by their beginnings, their middles or their ends: two paragraphs side
// by side, of which the one has a full line here.
func (s *places) beside(p *Phrase, k int) bool {
	first, second, y := alignments(p.Sheet.Around(p.Glyphs[:k])), alignments(p.Sheet.Around(p.Glyphs[k:])), s.place(p.Y())
	for d := s.place(page.Line*s.em) + 1; d < s.place(page.NextLine*s.em); d++ {
		for _, h := range [2]int{y - d, y + d} {
			for how := range first {
				if s.near(how, s.place(second[how]), h) && s.near(how, s.place(first[how]), h) {
					return true
				}
			}
		}
	}
	return false
}

// partPhrase parts a phrase before one of its characters, and returns what stands there.
func (s *Sheet) partPhrase(p *Phrase, k int) Phrase {
	rest := Phrase{Sheet: s, Glyphs: p.Glyphs[k:], Size: p.Size, Box: s.Around(p.Glyphs[k:])}
	p.Glyphs = p.Glyphs[:k:k]
	p.Box = s.Around(p.Glyphs)
	p.Figure, rest.Figure = Amount(s.PlainText(p.Glyphs)), Amount(s.PlainText(rest.Glyphs))
	return rest
}

func sortPhrases(list []Phrase) {
	sort.Slice(list, func(i, j int) bool {
		a, b := &list[i], &list[j]
		if a.Y() != b.Y() {
			return a.Y() < b.Y()
		}
		if a.Box[0] != b.Box[0] {
			return a.Box[0] < b.Box[0]
		}
		return a.Glyphs[0] < b.Glyphs[0]
	})
}

// spaced joins single Chinese characters set wide apart: 合 计. Where three and
// more stand equally far from each other they are a label stretched over its cell,
// which may be still wider apart.
func (s *Sheet) spaced(list []Phrase) []Phrase {
	sortPhrases(list)
	single := func(p *Phrase) bool {
		r, _ := utf8.DecodeRuneInString(s.Glyphs[p.Glyphs[0]].Text)
		return len(p.Glyphs) == 1 && r >= 0x4e00 && r <= 0x9fff
	}
	// The nearest such character at the right of each, and how far it is.
	next, away := make([]int, len(list)), make([]float64, len(list))
	for i := range list {
		next[i] = -1
		for k := i + 1; single(&list[i]) && k < len(list) && k < i+60; k++ {
			a, b := &list[i], &list[k]
			if b.Y()-a.Y() > page.Touch*a.Size {
				break
			}
			if gap := b.Box[0] - a.Box[2]; single(b) && gap > 0 && gap < widestStretch*a.Size && (next[i] < 0 || gap < away[i]) {
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
			size := list[a].Size
			even := func(d float64) bool { return math.Abs(d-away[a]) < page.Touch*size }
			if away[a] < spacedOut*size && !endsAlone(list, k, a) && !endsAlone(list, a, k) || next[k] >= 0 && even(away[k]) || prev[a] >= 0 && even(away[prev[a]]) {
				list[from].Glyphs = append(list[from].Glyphs, list[k].Glyphs...)
				list[from].Box = page.Join(list[from].Box, list[k].Box)
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

// endsAlone reports whether a character stands in the middle below a text, as what is left
// over for the last line of a wrapped one does, and another on its line beside that text.
func endsAlone(list []Phrase, at, beside int) bool {
	c := &list[at]
	for k := at - 1; k >= 0 && k > at-60; k-- {
		p := &list[k]
		down := c.Y() - p.Y()
		if down > page.NextLine*c.Size {
			break
		}
		if down > page.Line*c.Size && len(p.Glyphs) > 1 && math.Abs(page.MidX(p.Box)-page.MidX(c.Box)) < page.Touch*c.Size &&
			!(p.Box[0] < list[beside].Box[2] && p.Box[2] > list[beside].Box[0]) {
			return true
		}
	}
	return false
}

// spacedOut is how far (in character sizes) two characters of a label may be apart
// where no third shows that they are set so: 合 计.
const spacedOut = 2.2

// widestStretch is how far (in character sizes) the characters of a stretched label
// may be apart.
const widestStretch = 3.0

// stretched reports whether the characters of a phrase are all set apart.
func (s *Chars) stretched(p *Phrase) bool {
	for k := 1; k < len(p.Glyphs); k++ {
		if s.Glyphs[p.Glyphs[k]].Box[0]-s.Glyphs[p.Glyphs[k-1]].Box[2] < page.Line*p.Size {
			return false
		}
	}
	return len(p.Glyphs) > 1
}

// PlainText is the characters one after the other, without blanks between.
func (s *Chars) PlainText(glyphs []int) string {
	n := 0
	for _, g := range glyphs {
		n += len(s.Glyphs[g].Text)
	}
	b := make([]byte, 0, n)
	for _, g := range glyphs {
		b = append(b, s.Glyphs[g].Text...)
	}
	return string(b)
}

// WideGaps is how many gaps of a line are wider than a character and a half.
func (s *Chars) WideGaps(l *Line) int {
	n := 0
	for k := 1; k < len(l.Glyphs); k++ {
		a, b := &s.Glyphs[l.Glyphs[k-1]], &s.Glyphs[l.Glyphs[k]]
		if b.Box[0]-a.Box[2] > page.Column*b.Size {
			n++
		}
	}
	return n
}
