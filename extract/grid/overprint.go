package grid

import (
	"cmp"
	"math"
	"slices"
	"unicode"
	"unicode/utf8"

	"ziping/extract"
)

// Words too long for their cells, printed over the words in the next: programs
// that break no number let 387500.00 reach into its neighbours on both sides.
// Where characters lie over each other, their order by place says nothing; what
// was written in one go does.

// printed is how far characters of two words lie over each other at least.
const printed = 0.10

// lookBack bounds how many words before one, in a band of a line, are compared.
const lookBack = 50

// word is characters written in one go that touch, and that meet another word.
type word struct {
	glyphs []int // of the sheet
	box    extract.Box
	size   float64
	over   bool // lies over another, or under it
}

// meet are the words that meet others, and which do.
type meet struct {
	of    []int // word of each character, from 1; nil where no word meets another
	words []word
	pairs [][2]int // of words, the left one first
}

// meetings finds the words that touch words written apart from them or lie over
// them.
func meetings(glyphs []Glyph) (m meet) {
	all := runWords(glyphs)
	bands := map[int][]int{}
	for k := range all {
		band := int(math.Floor(midY(all[k].box) / (0.5 * all[k].size)))
		bands[band] = append(bands[band], k)
	}
	var pairs [][2]int
	met := make([]bool, len(all))
	for band, first := range bands {
		near := slices.Concat(first, bands[band+1])
		slices.SortFunc(near, func(a, b int) int {
			return cmp.Or(cmp.Compare(all[a].box[0], all[b].box[0]), cmp.Compare(a, b))
		})
		for i, k := range near {
			for _, j := range near[max(0, i-lookBack):i] {
				if wordsMeet(glyphs, &all[j], &all[k]) {
					met[j], met[k] = true, true
					pairs = append(pairs, [2]int{j, k})
				}
			}
		}
	}
	number := make([]int, len(all))
	for k := range all {
		if !met[k] {
			continue
		}
		if m.of == nil {
			m.of = make([]int, len(glyphs))
		}
		m.words = append(m.words, all[k])
		number[k] = len(m.words)
		for _, n := range all[k].glyphs {
			m.of[n] = number[k]
		}
	}
	for _, p := range pairs {
		m.pairs = append(m.pairs, [2]int{number[p[0]] - 1, number[p[1]] - 1})
	}
	slices.SortFunc(m.pairs, func(a, b [2]int) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) })
	m.pairs = slices.Compact(m.pairs)
	for _, p := range m.pairs {
		if a, b := &m.words[p[0]], &m.words[p[1]]; a.box[2]-b.box[0] > printed*max(a.size, b.size) {
			a.over, b.over = true, true
		}
	}
	return m
}

// runWords splits runs of text into words.
func runWords(glyphs []Glyph) (all []word) {
	for n := range glyphs {
		g := &glyphs[n]
		if g.Run == 0 {
			continue
		}
		if k := len(all) - 1; k >= 0 && goesOn(glyphs, &all[k], n) {
			w := &all[k]
			w.glyphs, w.box = append(w.glyphs, n), join(w.box, g.Box)
			continue
		}
		all = append(all, word{glyphs: []int{n}, box: g.Box, size: g.Size})
	}
	return all
}

// goesOn reports that a character is the next of a word. A run in another font,
// as for the figures in 125000人, begins just where the last ends, or the quarter
// of a character further that is set between Chinese and Latin.
func goesOn(glyphs []Glyph, w *word, n int) bool {
	last, g := &glyphs[w.glyphs[len(w.glyphs)-1]], &glyphs[n]
	gap := g.Box[0] - last.Box[2]
	same := g.Run == last.Run && gap <= touching*g.Size && gap > -0.6*g.Size
	next := g.Run == last.Run+1 && math.Min(math.Abs(gap), math.Abs(gap-0.25*g.Size)) < 0.004*g.Size && math.Abs(g.Size-last.Size) < 0.1*g.Size && western(g) != western(last)
	return (same || next) && math.Abs(midY(g.Box)-midY(last.Box)) < sameBase*g.Size
}

// wordsMeet reports that of two words of a line, the first further to the left, one
// touches the other, lies over it, or is so near that a character the ruling
// between them cuts might be of either. Punctuation may reach over what it is
// set close to.
func wordsMeet(glyphs []Glyph, a, b *word) bool {
	em := max(a.size, b.size)
	x, _ := utf8.DecodeLastRuneInString(glyphs[a.glyphs[len(a.glyphs)-1]].Text)
	y, _ := utf8.DecodeRuneInString(glyphs[b.glyphs[0]].Text)
	clear := b.box[0] >= a.box[2]-0.02*em
	return b.box[0]-a.box[2] < em && (clear || solid(x) && solid(y)) && len(a.glyphs)+len(b.glyphs) > 2 && min(a.size, b.size) > 0.7*em &&
		math.Abs(midY(a.box)-midY(b.box)) < sameBase*em
}

// solid characters fill the width they advance by.
func solid(r rune) bool { return r < 0x80 || !unicode.IsPunct(r) }

// word is the word that meets others and has a character, nil if there is none.
func (m *meet) word(n int) *word {
	if m.of == nil || m.of[n] == 0 {
		return nil
	}
	return &m.words[m.of[n]-1]
}

// place is where a character's word begins if it lies over another, else its
// own middle.
func (s *chars) place(n int) float64 {
	if w := s.meet.word(n); w != nil && w.over {
		n = w.glyphs[0]
	}
	return midX(s.glyphs[n].Box)
}

// seats are the words that meet others and the cells they belong to.
type seats map[*word]int

// seats finds the cells of words that lie over each other, and of words that
// touch and each have a cell of their own.
func (p *piece) seat(at []int) seats {
	out := seats{}
	for _, pair := range p.sheet.meet.pairs {
		a, b := &p.sheet.meet.words[pair[0]], &p.sheet.meet.words[pair[1]]
		ka, sa := p.seatOf(a, at)
		kb, sb := p.seatOf(b, at)
		if ka < 0 || kb < 0 || ka == kb || !(a.over && b.over) && sa+sb < inMiddle+atEdge {
			continue
		}
		out[a], out[b] = ka, kb
	}
	return out
}

// How well a word stands in a cell.
const (
	loose    = iota
	atEdge   // it begins or ends where words do in it
	inMiddle // it stands in its middle
)

// seatOf is the cell that a word stands best in, -1 if it lies outside.
func (p *piece) seatOf(w *word, at []int) (cell, how int) {
	cell = -1
	most := math.Inf(-1)
	row := slot(p.ys, midY(w.box))
	if b := p.box(); w.box[2] < b[0] || w.box[0] > b[2] || midY(w.box) < b[1] || midY(w.box) > b[3] {
		return cell, loose
	}
	for col := slot(p.xs, w.box[0]); col <= slot(p.xs, w.box[2]); col++ {
		k := at[row*p.cols()+col]
		if k < 0 {
			continue
		}
		c := &p.cells[k]
		left, right := p.xs[c.col], p.xs[c.col+c.cs]
		stands := loose
		switch {
		case math.Abs(midX(w.box)-(left+right)/2) < 0.25*w.size:
			stands = inMiddle
		case math.Abs(w.box[0]-left) < 0.8*w.size || math.Abs(w.box[2]-right) < 0.8*w.size:
			stands = atEdge
		}
		share := (math.Min(w.box[2], right) - math.Max(w.box[0], left)) / (w.box[2] - w.box[0])
		if v := share + float64(stands); v > most {
			cell, how, most = k, stands, v
		}
	}
	return cell, how
}

// seated reports that it is settled which cell a character of a line is in.
func (p *piece) seated(n int) bool {
	w := p.sheet.meet.word(n)
	_, ok := p.seats[w]
	return w != nil && ok
}

// parted reports characters of two words that meet.
func (p *piece) parted(a, b int) bool {
	m := &p.sheet.meet
	return m.of != nil && m.of[a] != m.of[b] && p.seated(a) && p.seated(b)
}

// western tells characters that fonts for Latin text have from Chinese ones.
func western(g *Glyph) bool {
	r, _ := utf8.DecodeRuneInString(g.Text)
	return r < 0x2E80
}
