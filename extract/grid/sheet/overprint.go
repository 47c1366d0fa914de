package sheet

import (
	"cmp"
	"math"
	"slices"
	"sort"
	"unicode"
	"unicode/utf8"

	"ziping/extract"
	"ziping/extract/grid/page"
)

// Words too long for their cells, printed over the words in the next: programs
// that break no number let 387500.00 reach into its neighbours on both sides.
// Where characters lie over each other, their order by place says nothing; what
// was written in one go does.

// lookBack bounds how many words before one, in a band of a line, are compared.
const lookBack = 50

// Word is characters written in one go that touch, and that meet another word.
type Word struct {
	glyphs []int // of the sheet
	Box    extract.Box
	Size   float64
	Over   bool // lies over another, or under it
}

// Meet are the words that meet others, and which do.
type Meet struct {
	Of    []int // word of each character, from 1; nil where no word meets another
	words []Word
	pairs [][2]int // of words, the left one first, by the height of that
}

// meetings finds the words that touch words written apart from them or lie over
// them.
func meetings(glyphs []page.Glyph) (m Meet) {
	all := runWords(glyphs)
	bands := map[int][]int{}
	for k := range all {
		band := int(math.Floor(page.MidY(all[k].Box) / (0.5 * all[k].Size)))
		bands[band] = append(bands[band], k)
	}
	var pairs [][2]int
	met := make([]bool, len(all))
	for band, first := range bands {
		near := slices.Concat(first, bands[band+1])
		slices.SortFunc(near, func(a, b int) int {
			return cmp.Or(cmp.Compare(all[a].Box[0], all[b].Box[0]), cmp.Compare(a, b))
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
		if m.Of == nil {
			m.Of = make([]int, len(glyphs))
		}
		m.words = append(m.words, all[k])
		number[k] = len(m.words)
		for _, n := range all[k].glyphs {
			m.Of[n] = number[k]
		}
	}
	for _, p := range pairs {
		m.pairs = append(m.pairs, [2]int{number[p[0]] - 1, number[p[1]] - 1})
	}
	slices.SortFunc(m.pairs, func(a, b [2]int) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) })
	m.pairs = slices.Compact(m.pairs)
	for _, p := range m.pairs {
		if a, b := &m.words[p[0]], &m.words[p[1]]; a.Box[2]-b.Box[0] > page.Touch*max(a.Size, b.Size) {
			a.Over, b.Over = true, true
		}
	}
	height := func(p [2]int) float64 { return page.MidY(m.words[p[0]].Box) }
	slices.SortStableFunc(m.pairs, func(a, b [2]int) int { return cmp.Compare(height(a), height(b)) })
	return m
}

// PairsAt lists the words that meet, the left one first, whose left one stands
// between two heights.
func (m *Meet) PairsAt(top, bottom float64) [][2]*Word {
	height := func(k int) float64 { return page.MidY(m.words[m.pairs[k][0]].Box) }
	var out [][2]*Word
	for k := sort.Search(len(m.pairs), func(k int) bool { return height(k) >= top }); k < len(m.pairs) && height(k) <= bottom; k++ {
		out = append(out, [2]*Word{&m.words[m.pairs[k][0]], &m.words[m.pairs[k][1]]})
	}
	return out
}

// runWords splits runs of text into words.
func runWords(glyphs []page.Glyph) (all []Word) {
	for n := range glyphs {
		g := &glyphs[n]
		if g.Run == 0 {
			continue
		}
		if k := len(all) - 1; k >= 0 && oneWord(glyphs, &all[k], n) {
			w := &all[k]
			w.glyphs, w.Box = append(w.glyphs, n), page.Join(w.Box, g.Box)
			continue
		}
		all = append(all, Word{glyphs: []int{n}, Box: g.Box, Size: g.Size})
	}
	return all
}

// oneWord reports that a character is the next of a word. A run in another font,
// as for the figures in 125000人, begins just where the last ends, or the quarter
// of a character further that is set between Chinese and Latin.
func oneWord(glyphs []page.Glyph, w *Word, n int) bool {
	last, g := &glyphs[w.glyphs[len(w.glyphs)-1]], &glyphs[n]
	gap := g.Box[0] - last.Box[2]
	same := g.Run == last.Run && gap <= page.Touch*g.Size && gap > -page.Word*g.Size
	next := g.Run == last.Run+1 && math.Min(math.Abs(gap), math.Abs(gap-0.25*g.Size)) < 0.004*g.Size && math.Abs(g.Size-last.Size) < page.Touch*g.Size && western(g) != western(last)
	return (same || next) && math.Abs(page.MidY(g.Box)-page.MidY(last.Box)) < page.Line*g.Size
}

const (
	// rounding is what the places of characters written one after the other differ by.
	rounding = 0.02
	// ofOneSize is how much smaller a word of the same line may be.
	ofOneSize = 0.7
)

// wordsMeet reports that of two words of a line, the first further to the left, one
// touches the other, lies over it, or is so near that a character the ruling
// between them cuts might be of either. Punctuation may reach over what it is
// set close to.
func wordsMeet(glyphs []page.Glyph, a, b *Word) bool {
	em := max(a.Size, b.Size)
	x, _ := utf8.DecodeLastRuneInString(glyphs[a.glyphs[len(a.glyphs)-1]].Text)
	y, _ := utf8.DecodeRuneInString(glyphs[b.glyphs[0]].Text)
	clear := b.Box[0] >= a.Box[2]-rounding*em
	return b.Box[0]-a.Box[2] < em && (clear || solid(x) && solid(y)) && len(a.glyphs)+len(b.glyphs) > 2 && min(a.Size, b.Size) > ofOneSize*em &&
		math.Abs(page.MidY(a.Box)-page.MidY(b.Box)) < page.Line*em
}

// solid characters fill the width they advance by.
func solid(r rune) bool { return r < 0x80 || !unicode.IsPunct(r) }

// Word is the word that meets others and has a character, nil if there is none.
func (m *Meet) Word(n int) *Word {
	if m.Of == nil || m.Of[n] == 0 {
		return nil
	}
	return &m.words[m.Of[n]-1]
}

// seatOf is where a character's word begins if it lies over another, else its
// own middle.
func (s *Chars) seatOf(n int) float64 {
	if w := s.Meet.Word(n); w != nil && w.Over {
		n = w.glyphs[0]
	}
	return page.MidX(s.Glyphs[n].Box)
}

// western tells characters that fonts for Latin text have from Chinese ones.
func western(g *page.Glyph) bool {
	r, _ := utf8.DecodeRuneInString(g.Text)
	return r < 0x2E80
}
