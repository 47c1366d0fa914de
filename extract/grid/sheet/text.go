package sheet

import (
	"math"
	"sort"
	"strings"
	"unicode/utf8"

	"ziping/extract"
	"ziping/extract/grid/page"
)

// Line is one line of text: characters left to right.
type Line struct {
	Glyphs []int // of the sheet
	Box    extract.Box
	Tall   extract.Box // of its largest character: what others must share
}

// Lines arranges characters in lines, top to bottom. A smaller character that
// is raised or lowered (m²) belongs to the line it overlaps.
func (s *Chars) Lines(glyphs []int) []Line {
	order := append([]int(nil), glyphs...)
	sort.Slice(order, func(i, j int) bool {
		a, b := s.Glyphs[order[i]].Box, s.Glyphs[order[j]].Box
		if ya, yb := page.MidY(a), page.MidY(b); ya != yb {
			return ya < yb
		}
		return order[i] < order[j]
	})
	var out []Line
	for _, n := range order {
		g := s.Glyphs[n].Box
		best, most := -1, 0.5
		for k := len(out) - 1; k >= 0 && k >= len(out)-4; k-- {
			if o := overlap(out[k].Tall, g); o > most {
				best, most = k, o
			}
		}
		if best < 0 {
			out = append(out, Line{Glyphs: []int{n}, Box: g, Tall: g})
			continue
		}
		l := &out[best]
		l.Glyphs = append(l.Glyphs, n)
		l.Box = page.Join(l.Box, g)
		if g[3]-g[1] > 1.1*(l.Tall[3]-l.Tall[1]) {
			l.Tall = g
		}
	}
	for k := range out {
		s.SortLine(out[k].Glyphs)
	}
	sort.SliceStable(out, func(i, j int) bool { return page.MidY(out[i].Tall) < page.MidY(out[j].Tall) })
	return out
}

// overlap is the share of the lower box's height that both have in common.
func overlap(a, b extract.Box) float64 {
	h := math.Min(a[3]-a[1], b[3]-b[1])
	if h <= 0 {
		if m := page.MidY(b); a[3]-a[1] > 0 && m >= a[1] && m <= a[3] || a[1] == b[1] {
			return 1
		}
		return 0
	}
	return (math.Min(a[3], b[3]) - math.Max(a[1], b[1])) / h
}

// SortLine sorts the characters of a line from left to right, words that lie over
// each other one after the other.
func (s *Chars) SortLine(glyphs []int) {
	sort.Slice(glyphs, func(i, j int) bool {
		if a, b := s.seatOf(glyphs[i]), s.seatOf(glyphs[j]); a != b {
			return a < b
		}
		if a, b := page.MidX(s.Glyphs[glyphs[i]].Box), page.MidX(s.Glyphs[glyphs[j]].Box); a != b {
			return a < b
		}
		return glyphs[i] < glyphs[j]
	})
}

// LineText is the text of one line. A gap becomes a space where a reader sees
// one: between Latin words from a fifth of a character, elsewhere from two fifths.
// Characters set wide apart throughout (项 目 名 称) are not parted by it.
func (s *Chars) LineText(l *Line) string {
	usual := s.usualGap(l.Glyphs)
	var b strings.Builder
	for k, n := range l.Glyphs {
		g := &s.Glyphs[n]
		if k > 0 {
			p := &s.Glyphs[l.Glyphs[k-1]]
			em := math.Max(g.Size, p.Size)
			least := 0.4
			a, _ := utf8.DecodeLastRuneInString(p.Text)
			z, _ := utf8.DecodeRuneInString(g.Text)
			if a < 0x2000 && z < 0x2000 {
				least = 0.2
			}
			if gap := g.Box[0] - p.Box[2]; gap > (least+usual)*em {
				b.WriteByte(' ')
			}
		}
		b.WriteString(s.asMark(l, k))
	}
	return b.String()
}

// asMark is the text of the kth character of a line. A figure raised behind a figure
// is a mark at it, and no digit of it: 98.5 with a small 1 above is not 98.51.
func (s *Chars) asMark(l *Line, k int) string {
	g := &s.Glyphs[l.Glyphs[k]]
	if !s.raisedIn(l, g) || !figureSign(g.Text, "0123456789") {
		return g.Text
	}
	for k--; k >= 0; k-- {
		p := &s.Glyphs[l.Glyphs[k]]
		switch raised := s.raisedIn(l, p); {
		case raised && figureSign(p.Text, "0123456789"):
		case raised || !figureSign(p.Text, "0123456789%"):
			return g.Text
		default:
			return string([]rune("⁰¹²³⁴⁵⁶⁷⁸⁹")[g.Text[0]-'0'])
		}
	}
	return g.Text
}

// figureSign reports a text that is one of some signs of ASCII.
func figureSign(text, of string) bool { return len(text) == 1 && strings.Contains(of, text) }

// raisedIn reports a small character that stands higher than the largest of its line.
func (s *Chars) raisedIn(l *Line, g *page.Glyph) bool {
	high := l.Tall[3] - l.Tall[1]
	return g.Box[3]-g.Box[1] <= markSmaller*high && l.Tall[3]-g.Box[3] > page.Line*high
}

// usualGap is the median gap within a line, in character sizes; 0 where it is
// small or the line is too short to have one.
func (s *Chars) usualGap(glyphs []int) float64 {
	if len(glyphs) < 4 {
		return 0
	}
	gaps := make([]float64, 0, len(glyphs)-1)
	for k := 1; k < len(glyphs); k++ {
		a, b := &s.Glyphs[glyphs[k-1]], &s.Glyphs[glyphs[k]]
		gaps = append(gaps, (b.Box[0]-a.Box[2])/math.Max(a.Size, b.Size))
	}
	sort.Float64s(gaps)
	if m := gaps[len(gaps)/2]; m > page.Touch {
		return m
	}
	return 0
}

// TextOf joins the lines of a cell as a person would type them. A line that was
// wrapped goes on without a separator, Latin words with a space; a paragraph
// that ends early is followed by a newline (see paragraphEnd).
func (s *Chars) TextOf(lines []Line, box extract.Box) string {
	if len(lines) == 0 {
		return ""
	}
	var b strings.Builder
	room := s.Room(lines, box)
	prev := ""
	for k := range lines {
		t := s.LineText(&lines[k])
		if k > 0 {
			switch {
			case s.paragraphEnd(&lines[k-1], &lines[k], prev, t, room):
				b.WriteByte('\n')
			case LatinBreak(prev, t):
				b.WriteByte(' ')
			}
		}
		b.WriteString(t)
		prev = t
	}
	return b.String()
}

// margins is what a cell keeps free at both sides of its text, in characters.
const margins = 1.2

// Room is the width lines can fill: what the longest does, or the cell's width
// less a usual margin. A line that runs over its cell shows no more room than that has.
func (s *Chars) Room(lines []Line, box extract.Box) float64 {
	w := box[2] - box[0] - margins*s.Em
	for k := range lines {
		w = math.Max(w, math.Min(lines[k].Box[2]-lines[k].Box[0], box[2]-box[0]))
	}
	return w
}

// blankLine is the room between two lines from which on nothing goes over from one to
// the other, in heights of a line.
const blankLine = 1.2

// paragraphEnd reports whether a line was ended by its writer, not by the edge
// of the cell: a line is left blank behind it, or what follows would have fitted, and it
// reads as an end, or begins an addition in brackets. Single characters far apart are a
// word written downwards.
func (s *Chars) paragraphEnd(l, next *Line, text, nextText string, room float64) bool {
	high := math.Max(l.Tall[3]-l.Tall[1], s.Glyphs[l.Glyphs[0]].Size) // a box may be the ink alone
	if next.Tall[1]-l.Tall[3] > blankLine*high && !(single(text) && single(nextText)) {
		return true
	}
	width, em := l.Box[2]-l.Box[0], s.Glyphs[l.Glyphs[0]].Size
	return EndsEarly(width, s.WordWidth(next, nextText), em, room) && s.EndsParagraph(text, nextText) ||
		bracketed(nextText) && (width+next.Box[2]-next.Box[0]+ample*em <= room || em > page.Larger*s.Glyphs[next.Glyphs[0]].Size)
}

// ample is the room (in character sizes) that a line leaves beside all of the next one
// where that is an addition on a line of its own, as is one in smaller print: the year
// below a title.
const ample = 4.0

// bracketed reports a line that is one bracket from its first character to its last.
func bracketed(text string) bool {
	inner := strings.TrimLeft(text, "(（")
	return inner != text && strings.IndexAny(inner, ")）") == len(strings.TrimRight(inner, ")）"))
}

// single reports one character that is no figure.
func single(text string) bool { return utf8.RuneCountInString(text) == 1 && !digit(rune(text[0])) }

// WordWidth is the width of what at the start of a line cannot be parted.
func (s *Chars) WordWidth(l *Line, text string) float64 {
	w := 0.0
	for _, n := range l.Glyphs[:min(firstWord(text), len(l.Glyphs))] {
		w += s.Glyphs[n].Box[2] - s.Glyphs[n].Box[0]
	}
	return w
}
