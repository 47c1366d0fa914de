package sheet

import (
	"math"
	"sort"

	"ziping/extract/grid/page"
)

// Lines that belong to words, not to the table: underlines and strike-outs. They
// begin and end with the words they are drawn for, at or above their lower edge,
// where a ruling runs from border to border and leaves the words room. In a
// narrow column the words fill their cell, and so does their underline.
const (
	wordLine   = 0.15 // how thick it may be, in character sizes
	mostScaled = 4e6  // characters looked at on a page; what is left are rulings
)

// wordLines finds the lines of words among the rulings of a page.
type wordLines struct {
	glyphs   []page.Glyph
	em       float64
	bands    map[int][]int // glyphs by height, from left to right
	uprights []page.Rule   // from left to right
	budget   int
}

// withoutWordLines leaves out underlines and strike-outs.
func withoutWordLines(rules []page.Rule, glyphs []page.Glyph, em float64) []page.Rule {
	if len(rules) > 10*maxSegments {
		return rules
	}
	w := &wordLines{glyphs: glyphs, em: em, budget: mostScaled, bands: map[int][]int{}}
	for n := range glyphs {
		b := w.band(page.MidY(glyphs[n].Box))
		w.bands[b] = append(w.bands[b], n)
	}
	for _, list := range w.bands {
		sort.Slice(list, func(i, j int) bool { return glyphs[list[i]].Box[0] < glyphs[list[j]].Box[0] })
	}
	var level []int // rules that lie level, by height
	for i, r := range rules {
		if !page.Usable([4]float64{r.X0, r.Y0, r.X1, r.Y1}) {
			continue
		}
		if r.Y1-r.Y0 > r.X1-r.X0 {
			w.uprights = append(w.uprights, r)
		} else {
			level = append(level, i)
		}
	}
	sort.Slice(w.uprights, func(i, j int) bool { return w.uprights[i].X0 < w.uprights[j].X0 })
	at := func(i int) float64 { return (rules[i].Y0 + rules[i].Y1) / 2 }
	sort.Slice(level, func(i, j int) bool {
		a, b := level[i], level[j]
		if ya, yb := math.Round(at(a)*4), math.Round(at(b)*4); ya != yb {
			return ya < yb
		}
		if rules[a].X0 != rules[b].X0 {
			return rules[a].X0 < rules[b].X0
		}
		return a < b
	})
	drop := make([]bool, len(rules))
	var sure []int
	var open [][]int // lines under words that fill their cell, hence perhaps rulings
	for i := 0; i < len(level); {
		// Pieces that make one line: all of them belong to words, or it is a ruling.
		end, is := rules[level[i]].X1, w.ofWords(rules[level[i]])
		k := i + 1
		for k < len(level) && math.Abs(at(level[k])-at(level[i])) < 0.3 && rules[level[k]].X0 < end+page.Word*em {
			end = math.Max(end, rules[level[k]].X1)
			is = min(is, w.ofWords(rules[level[k]]))
			k++
		}
		switch is {
		case no:
		case yes:
			sure = append(sure, level[i:k]...)
		case maybe:
			open = append(open, level[i:k])
		}
		i = k
	}
	// What is sure of one line of words is sure of the next above and below.
	for again := len(sure) > 0; again; {
		again = false
		for k, list := range open {
			if list != nil && w.beside(rules, list, sure) {
				sure = append(sure, list...)
				open[k], again = nil, true
			}
		}
	}
	if len(sure) == 0 {
		return rules
	}
	for _, i := range sure {
		drop[i] = true
	}
	return undropped(rules, drop)
}

// undropped keeps the rulings that are not to be dropped.
func undropped(rules []page.Rule, drop []bool) []page.Rule {
	out := make([]page.Rule, 0, len(rules))
	for i, r := range rules {
		if !drop[i] {
			out = append(out, r)
		}
	}
	return out
}

func (w *wordLines) band(y float64) int { return int(math.Floor(y / (2 * w.em))) }

// answer is how sure it is that a line is drawn for words.
type answer int

const (
	no    answer = iota
	maybe        // it also runs from border to border, below the words
	yes
)

// ofWords tells whether a line is drawn for words.
func (w *wordLines) ofWords(r page.Rule) answer {
	y := (r.Y0 + r.Y1) / 2
	if r.X1-r.X0 < page.Word*w.em || r.Y1-r.Y0 > wordLine*w.em {
		return no
	}
	first, last, covered, foot := math.Inf(1), math.Inf(-1), 0.0, math.Inf(1)
	for b := w.band(y) - 1; b <= w.band(y)+1; b++ {
		list := w.bands[b]
		from := sort.Search(len(list), func(k int) bool { return w.glyphs[list[k]].Box[0] >= r.X0-2*w.em })
		for _, n := range list[from:] {
			g := &w.glyphs[n]
			if g.Box[0] > r.X1 {
				break
			}
			if w.budget--; w.budget < 0 {
				return no
			}
			if x := page.MidX(g.Box); x < r.X0 || x > r.X1 || y < page.MidY(g.Box)-page.Line*g.Size || y > g.Box[3]+page.Touch*g.Size {
				continue
			}
			first, last = math.Min(first, g.Box[0]), math.Max(last, g.Box[2])
			covered += g.Box[2] - g.Box[0]
			foot = math.Min(foot, g.Box[3])
		}
	}
	switch {
	case math.Abs(first-r.X0) > page.Line*w.em || math.Abs(last-r.X1) > page.Line*w.em || covered < 0.75*(last-first):
		return no
	case y < foot-page.Touch*w.em || !w.onUpright(r.X0, y) || !w.onUpright(r.X1, y):
		return yes
	}
	return maybe
}

// An underline of the line above or below is this far off.
const nextLineFrom, nextLineTo = 0.8, 2.0

// beside reports whether a line of words lies one line of text above or below, or
// at the very same height in another cell.
func (w *wordLines) beside(rules []page.Rule, list, sure []int) bool {
	a, b := rules[list[0]], rules[list[len(list)-1]]
	for _, i := range sure {
		if w.budget--; w.budget < 0 {
			return false
		}
		r := rules[i]
		d := math.Abs(r.Y0 - a.Y0)
		if d > nextLineFrom*w.em && d < nextLineTo*w.em && r.X0 < b.X1 && r.X1 > a.X0 || d < page.Touch*w.em {
			return true
		}
	}
	return false
}

// onUpright reports whether an upright ruling passes a place.
func (w *wordLines) onUpright(x, y float64) bool {
	tol := math.Max(page.Touch*w.em, 0.5)
	from := sort.Search(len(w.uprights), func(k int) bool { return w.uprights[k].X0 >= x-tol-page.Word*w.em })
	for _, u := range w.uprights[from:] {
		if u.X0 > x+tol {
			return false
		}
		if w.budget--; w.budget < 0 {
			return true
		}
		if u.X1 >= x-tol && u.Y0 <= y+tol && u.Y1 >= y-tol {
			return true
		}
	}
	return false
}
