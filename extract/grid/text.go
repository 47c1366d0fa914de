package grid

import (
	"math"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"ziping/extract"
)

// line is one line of text: characters left to right.
type line struct {
	glyphs []int // of the sheet
	box    extract.Box
	tall   extract.Box // of its largest character: what others must share
}

// lines arranges characters in lines, top to bottom. A smaller character that
// is raised or lowered (m²) belongs to the line it overlaps.
func (s *chars) lines(glyphs []int) []line {
	order := append([]int(nil), glyphs...)
	sort.Slice(order, func(i, j int) bool {
		a, b := s.glyphs[order[i]].Box, s.glyphs[order[j]].Box
		if ya, yb := midY(a), midY(b); ya != yb {
			return ya < yb
		}
		if a[0] != b[0] {
			return a[0] < b[0]
		}
		return order[i] < order[j]
	})
	var out []line
	for _, n := range order {
		g := s.glyphs[n].Box
		best, most := -1, 0.5
		for k := len(out) - 1; k >= 0 && k >= len(out)-4; k-- {
			if o := overlap(out[k].tall, g); o > most {
				best, most = k, o
			}
		}
		if best < 0 {
			out = append(out, line{glyphs: []int{n}, box: g, tall: g})
			continue
		}
		l := &out[best]
		l.glyphs = append(l.glyphs, n)
		l.box = join(l.box, g)
		if g[3]-g[1] > 1.1*(l.tall[3]-l.tall[1]) {
			l.tall = g
		}
	}
	for k := range out {
		s.sortLine(out[k].glyphs)
	}
	sort.SliceStable(out, func(i, j int) bool { return midY(out[i].tall) < midY(out[j].tall) })
	return out
}

// overlap is the share of the lower box's height that both have in common.
func overlap(a, b extract.Box) float64 {
	h := math.Min(a[3]-a[1], b[3]-b[1])
	if h <= 0 {
		if m := midY(b); a[3]-a[1] > 0 && m >= a[1] && m <= a[3] || a[1] == b[1] {
			return 1
		}
		return 0
	}
	return (math.Min(a[3], b[3]) - math.Max(a[1], b[1])) / h
}

func (s *chars) sortLine(glyphs []int) {
	sort.Slice(glyphs, func(i, j int) bool {
		if a, b := s.place(glyphs[i]), s.place(glyphs[j]); a != b {
			return a < b
		}
		if a, b := midX(s.glyphs[glyphs[i]].Box), midX(s.glyphs[glyphs[j]].Box); a != b {
			return a < b
		}
		return glyphs[i] < glyphs[j]
	})
}

// lineText is the text of one line. A gap becomes a space where a reader sees
// one: between Latin words from a fifth of a character, elsewhere from two fifths.
// Characters set wide apart throughout (项 目 名 称) are not parted by it.
func (s *chars) lineText(l *line) string {
	usual := s.usualGap(l.glyphs)
	var b strings.Builder
	for k, n := range l.glyphs {
		g := &s.glyphs[n]
		if k > 0 {
			p := &s.glyphs[l.glyphs[k-1]]
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
		b.WriteString(g.Text)
	}
	return b.String()
}

// usualGap is the median gap within a line, in character sizes; 0 where it is
// small or the line is too short to have one.
func (s *chars) usualGap(glyphs []int) float64 {
	if len(glyphs) < 4 {
		return 0
	}
	gaps := make([]float64, 0, len(glyphs)-1)
	for k := 1; k < len(glyphs); k++ {
		a, b := &s.glyphs[glyphs[k-1]], &s.glyphs[glyphs[k]]
		gaps = append(gaps, (b.Box[0]-a.Box[2])/math.Max(a.Size, b.Size))
	}
	sort.Float64s(gaps)
	if m := gaps[len(gaps)/2]; m > 0.1 {
		return m
	}
	return 0
}

// textOf joins the lines of a cell as a person would type them. A line that was
// wrapped goes on without a separator, Latin words with a space; a paragraph
// that ends early is followed by a newline (see paragraphEnd).
func (s *chars) textOf(lines []line, box extract.Box) string {
	if len(lines) == 0 {
		return ""
	}
	if len(lines) == 1 {
		return s.lineText(&lines[0])
	}
	var b strings.Builder
	room := s.room(lines, box)
	prev := ""
	for k := range lines {
		t := s.lineText(&lines[k])
		if k > 0 {
			switch {
			case s.paragraphEnd(&lines[k-1], &lines[k], prev, t, room):
				b.WriteByte('\n')
			case latinBreak(prev, t):
				b.WriteByte(' ')
			}
		}
		b.WriteString(t)
		prev = t
	}
	return b.String()
}

// room is the width lines can fill: what the longest does, or the cell's width
// less a usual margin.
func (s *chars) room(lines []line, box extract.Box) float64 {
	w := box[2] - box[0] - 1.2*s.em
	for k := range lines {
		w = math.Max(w, lines[k].box[2]-lines[k].box[0])
	}
	return w
}

// paragraphEnd reports whether a line was ended by its writer, not by the edge
// of the cell: what follows would have fitted, and it reads as an end.
func (s *chars) paragraphEnd(l, next *line, text, nextText string, room float64) bool {
	return endsEarly(l.box[2]-l.box[0], s.wordWidth(next, nextText), s.glyphs[l.glyphs[0]].Size, room) &&
		endsParagraph(text, nextText)
}

func endsEarly(width, word, em, room float64) bool { return width+word+0.5*em <= room }

// endsParagraph: a full stop, a numbered paragraph, or figures that would run
// together.
func endsParagraph(text, next string) bool {
	last, _ := utf8.DecodeLastRuneInString(text)
	first, _ := utf8.DecodeRuneInString(next)
	return strings.ContainsRune("。；;！!？?：:", last) || numbered(next) || (digit(last) || last == '%') && (digit(first) || first == '-')
}

// wordWidth is the width of what at the start of a line cannot be parted.
func (s *chars) wordWidth(l *line, text string) float64 {
	w := 0.0
	for _, n := range l.glyphs[:min(firstWord(text), len(l.glyphs))] {
		w += s.glyphs[n].Box[2] - s.glyphs[n].Box[0]
	}
	return w
}

// firstWord is how many characters at the start of a line cannot be parted from
// each other by wrapping.
func firstWord(t string) int {
	n := 0
	for _, r := range t {
		if n > 0 && (r == ' ' || r >= 0x2000 && !strings.ContainsRune("，。、；：！？）》」』％%", r)) {
			break
		}
		n++
		if r >= 0x2000 && n > 1 {
			break
		}
	}
	return n
}

// squash is a text without its white space.
func squash(t string) string { return strings.Join(strings.Fields(t), "") }

func digit(r rune) bool { return r >= '0' && r <= '9' }

func figure(r rune) bool { return digit(r) || r == '.' || r == '%' || r == '-' }

// latinBreak reports whether two lines part two words of Latin letters.
func latinBreak(a, b string) bool {
	x, _ := utf8.DecodeLastRuneInString(a)
	y, _ := utf8.DecodeRuneInString(b)
	return latin(x) && latin(y)
}

func latin(r rune) bool { return r < 0x250 && unicode.IsLetter(r) }

// numbered reports whether a line begins as a numbered paragraph does: 1、 2.
// (1) （一） 一、 ① 目标1: .
func numbered(t string) bool {
	t = strings.TrimPrefix(t, "目标")
	r := []rune(t)
	if len(r) > 6 {
		r = r[:6]
	}
	if len(r) < 2 {
		return false
	}
	if r[0] >= '①' && r[0] <= '⑳' {
		return true
	}
	i := 0
	bracket := r[0] == '(' || r[0] == '（'
	if bracket {
		i = 1
	}
	from := i
	for i < len(r) && (r[i] >= '0' && r[i] <= '9' || strings.ContainsRune("一二三四五六七八九十", r[i])) {
		i++
	}
	if i == from || i == len(r) {
		return false
	}
	if bracket {
		return r[i] == ')' || r[i] == '）'
	}
	if r[i] == '.' || r[i] == '．' {
		return i+1 < len(r) && !(r[i+1] >= '0' && r[i+1] <= '9')
	}
	return strings.ContainsRune("、:：", r[i])
}

// amount reports whether a text is a figure and nothing else.
func amount(t string) bool {
	if t == "" {
		return false
	}
	for _, r := range t {
		if !figure(r) && r != ',' && r != '+' {
			return false
		}
	}
	return true
}
