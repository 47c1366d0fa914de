package bodytext

import (
	"cmp"
	"math"
	"slices"
	"unicode"

	"ziping/extract/grid/fit"
	"ziping/extract/grid/page"
	"ziping/extract/grid/sheet"
	"ziping/text/hanzi"
)

// Words that are parted by blanks may be set so that each line fills its measure,
// with blanks as wide as the gaps between cells. What tells such a paragraph from rows
// is that its lines begin in one place and that a gap in one line does not go on in the
// next. Chinese has no blanks to stretch: a gap in a line of it parts cells.

const (
	paragraphLines = 3    // that follow each other
	paragraphWide  = 20.0 // how wide they are at least, in character sizes
	paragraphFull  = 0.8  // of the width, what most of them fill
	indent         = 4.0  // how far the first line may begin off the others
	sharedGaps     = 0.5  // of the gaps of rows at least go on in the next two
)

// paragraphs tells which levels are lines of words that follow each other as text.
func paragraphs(list []sheet.Phrase, levels [][]int, em float64) []bool {
	out := make([]bool, len(levels))
	lines := make([]textLine, len(levels))
	for k := range levels {
		lines[k] = newTextLine(list, levels[k], em)
	}
	for from := 0; from < len(lines); {
		to := from + 1
		for to < len(lines) && lines[to-1].words && lines[to].words && lines[to].y-lines[to-1].y <= page.NextRow*em && together(lines[from:to+1], em) {
			to++
		}
		if areText(lines[from:to], em) {
			for k := from; k < to; k++ {
				out[k] = true
			}
		}
		from = to
	}
	return out
}

// textLine is a level as a line of text.
type textLine struct {
	fit.Interval
	y     float64
	gaps  []fit.Interval
	words bool // it may be one: words with no more than stretched blanks between
}

func newTextLine(list []sheet.Phrase, blocks []int, em float64) textLine {
	t := textLine{Interval: fit.Interval{Lo: math.Inf(1), Hi: math.Inf(-1)}, y: list[blocks[0]].Y(), words: true}
	order := blocks
	if len(order) > 1 {
		order = sortedByLeft(list, blocks)
	}
	worded := 0
	for n, i := range order {
		p := &list[i]
		if n > 0 {
			gap := fit.Interval{Lo: t.Hi, Hi: p.Box[0]}
			t.gaps = append(t.gaps, gap)
			t.words = t.words && gap.Hi-gap.Lo < page.Column*em
		}
		t.Lo, t.Hi = math.Min(t.Lo, p.Box[0]), math.Max(t.Hi, p.Box[2])
		has, han := letters(p)
		if han {
			t.words = false
			return t
		}
		if has {
			worded++
		}
	}
	t.words = t.words && 2*worded > len(order)
	return t
}

// letters tells whether a phrase has letters, or Chinese ones.
func letters(p *sheet.Phrase) (has, han bool) {
	for _, n := range p.Glyphs {
		for _, r := range p.Sheet.Glyphs[n].Text {
			if hanzi.Is(r) {
				return true, true
			}
			has = has || unicode.IsLetter(r)
		}
	}
	return has, false
}

// together reports whether the last of some lines begins where the others do. The
// first may be indented, or not be where the others are.
func together(lines []textLine, em float64) bool {
	last := lines[len(lines)-1].Lo
	if len(lines) == 2 {
		return math.Abs(last-lines[0].Lo) < indent*em
	}
	return math.Abs(last-lines[1].Lo) < page.Word*em
}

// areText reports whether lines that begin in one place are a paragraph.
func areText(lines []textLine, em float64) bool {
	lo, hi := math.Inf(1), math.Inf(-1)
	for i := range lines {
		lo, hi = math.Min(lo, lines[i].Lo), math.Max(hi, lines[i].Hi)
	}
	if len(lines) < paragraphLines || hi-lo < paragraphWide*em {
		return false
	}
	full, gaps, shared := 0, 0, 0
	for i := range lines {
		if lines[i].Hi-lo >= paragraphFull*(hi-lo) {
			full++
		}
		if i >= 2 {
			gaps += len(lines[i].gaps)
			shared += len(common(common(lines[i].gaps, lines[i-1].gaps), lines[i-2].gaps))
		}
	}
	return 3*full >= 2*len(lines) && float64(shared) <= sharedGaps*float64(gaps)
}

func sortedByLeft(list []sheet.Phrase, blocks []int) []int {
	out := slices.Clone(blocks)
	slices.SortStableFunc(out, func(i, k int) int { return cmp.Compare(list[i].Box[0], list[k].Box[0]) })
	return out
}

// common is what lies in an interval of both lists, which go from left to right.
func common(a, b []fit.Interval) []fit.Interval {
	var out []fit.Interval
	for i, k := 0, 0; i < len(a) && k < len(b); {
		if g := (fit.Interval{Lo: math.Max(a[i].Lo, b[k].Lo), Hi: math.Min(a[i].Hi, b[k].Hi)}); g.Hi > g.Lo {
			out = append(out, g)
		}
		if a[i].Hi < b[k].Hi {
			i++
		} else {
			k++
		}
	}
	return out
}
