// Package rim takes off what a spreadsheet prints around a sheet with its headings: the
// letters of columns above it and the numbers of rows left of it. Where they stood they
// would be the first row and the first column of the form.
//
//	bare, cells := rim.Off(p) // p without them; cells are their texts
package rim

import (
	"cmp"
	"math"
	"slices"
	"sort"
	"strings"

	"ziping/extract"
	"ziping/extract/grid/page"
)

const (
	fewest = 3   // letters, and numbers, that make a rim
	near   = 1.5 // points that ends of rulings at one place are apart at most
)

// Off is a page without its rim, which is left as characters of one text each; nil
// where it has none.
func Off(p page.Page) (page.Page, []page.Glyph) {
	letters := lettersAbove(p.Glyphs)
	if letters == nil {
		return p, nil
	}
	first := p.Glyphs[letters[0]]
	left, top, ok := inner(p.Rules, first.Box)
	if !ok {
		return p, nil
	}
	bottom := top // of the column of numbers, as far as its border is drawn
	for _, r := range p.Rules {
		if math.Abs(r.X0-left) < near && math.Abs(r.X1-left) < near {
			bottom = math.Max(bottom, r.Y1)
		}
	}
	var numbers []int
	for i := range p.Glyphs {
		if b := p.Glyphs[i].Box; page.Usable(b) && page.MidX(b) < left && page.MidY(b) > top && page.MidY(b) < bottom {
			numbers = append(numbers, i)
		}
	}
	rows := rising(p.Glyphs, numbers)
	if rows < fewest {
		return p, nil
	}
	drop := make([]bool, len(p.Glyphs))
	for _, list := range [][]int{letters, numbers} {
		for _, i := range list {
			drop[i] = true
		}
	}
	out := p
	out.Glyphs = make([]page.Glyph, 0, len(p.Glyphs))
	for i := range p.Glyphs {
		if !drop[i] {
			out.Glyphs = append(out.Glyphs, p.Glyphs[i])
		}
	}
	out.Rules = inside(p.Rules, left, top, bottom)
	return out, []page.Glyph{joined(p.Glyphs, letters), joined(p.Glyphs, numbers)}
}

// lettersAbove lists the characters of a line that holds nothing but letters in the order
// of the alphabet, each by itself.
func lettersAbove(glyphs []page.Glyph) []int {
	var starts []int
	for i := range glyphs {
		if g := &glyphs[i]; len(g.Text) == 1 && g.Text[0] >= 'A' && g.Text[0] <= 'Z' && page.Usable(g.Box) {
			starts = append(starts, i)
		}
	}
	slices.SortStableFunc(starts, func(a, b int) int {
		return cmp.Or(cmp.Compare(page.MidY(glyphs[a].Box), page.MidY(glyphs[b].Box)), cmp.Compare(glyphs[a].Box[0], glyphs[b].Box[0]))
	})
	var heights []float64 // of all characters, once there is a line to hold against them
	for from := 0; from < len(starts); {
		y, size := page.MidY(glyphs[starts[from]].Box), glyphs[starts[from]].Size
		to := from + 1
		for to < len(starts) && page.MidY(glyphs[starts[to]].Box)-y < page.Touch*size {
			to++
		}
		if list := starts[from:to]; inOrder(glyphs, list) {
			if heights == nil {
				heights = heightsOf(glyphs)
			}
			if alone(heights, glyphs[list[0]].Box, len(list)) {
				return list
			}
		}
		from = to
	}
	return nil
}

// inOrder reports letters that follow each other, from left to right with gaps.
func inOrder(glyphs []page.Glyph, list []int) bool {
	for k := 1; k < len(list); k++ {
		a, b := &glyphs[list[k-1]], &glyphs[list[k]]
		if b.Text[0] <= a.Text[0] || b.Box[0]-a.Box[2] < page.Word*a.Size {
			return false
		}
	}
	return len(list) >= fewest
}

// heightsOf are the middles of characters from top to bottom.
func heightsOf(glyphs []page.Glyph) []float64 {
	out := make([]float64, len(glyphs))
	for i := range glyphs {
		out[i] = page.MidY(glyphs[i].Box)
	}
	slices.Sort(out)
	return out
}

// alone reports that nothing else stands on a line of so many characters.
func alone(heights []float64, line extract.Box, n int) bool {
	from := sort.Search(len(heights), func(i int) bool { return heights[i] > line[1] })
	to := sort.SearchFloat64s(heights, line[3])
	return to-from == n
}

// inner is the corner of what the rim goes around: the upright left of the first letter,
// and the ruling right below it. Left of no upright there are no numbers either.
func inner(rules []page.Rule, letter extract.Box) (left, top float64, ok bool) {
	left, top = math.Inf(-1), math.Inf(1)
	for _, r := range rules {
		upright := r.Y1-r.Y0 > r.X1-r.X0
		switch x, y := (r.X0+r.X1)/2, (r.Y0+r.Y1)/2; {
		case upright && x < letter[0] && r.Y0 < page.MidY(letter) && r.Y1 > page.MidY(letter):
			left = math.Max(left, x)
		case !upright && y > page.MidY(letter) && r.X0 < page.MidX(letter) && r.X1 > page.MidX(letter):
			top = math.Min(top, y)
		}
	}
	return left, top, top-letter[3] < letter[3]-letter[1]
}

// rising counts numbers that stand below each other, each larger than the one above; 0
// where anything else stands among them.
func rising(glyphs []page.Glyph, list []int) int {
	slices.SortStableFunc(list, func(a, b int) int {
		x, y := &glyphs[a], &glyphs[b]
		if d := page.MidY(x.Box) - page.MidY(y.Box); math.Abs(d) > page.Line*x.Size {
			return cmp.Compare(d, 0)
		}
		return cmp.Compare(x.Box[0], y.Box[0])
	})
	n, last := 0, 0
	for k := 0; k < len(list); n++ {
		value, y := 0, page.MidY(glyphs[list[k]].Box)
		for ; k < len(list) && page.MidY(glyphs[list[k]].Box)-y < page.Line*glyphs[list[k]].Size; k++ {
			for _, r := range glyphs[list[k]].Text {
				if r < '0' || r > '9' || value > math.MaxInt32 {
					return 0
				}
				value = 10*value + int(r-'0')
			}
		}
		if value <= last {
			return 0
		}
		last = value
	}
	return n
}

// inside are the rulings without those of the rim, cut where they reach into it. The
// borders that the rim shares with the form are the form's as far as other rulings reach
// them.
func inside(rules []page.Rule, left, top, bottom float64) []page.Rule {
	var out []page.Rule
	rows, cols := reach{math.Inf(1), math.Inf(-1)}, reach{math.Inf(1), math.Inf(-1)}
	for _, r := range rules {
		if r.Y0 <= bottom+near {
			if r.X0, r.Y0 = math.Max(r.X0, left), math.Max(r.Y0, top); math.Max(r.X1-r.X0, r.Y1-r.Y0) < near {
				continue
			}
			switch atLeft, atTop := r.X0 < left+near, r.Y0 < top+near; {
			case atLeft && r.X1 > left+near && r.Y0 > top+near:
				rows = rows.with(r.Y0, r.Y1)
			case atTop && r.Y1 > top+near && r.X0 > left+near:
				cols = cols.with(r.X0, r.X1)
			}
		}
		out = append(out, r)
	}
	if cols.lo <= cols.hi {
		rows, cols = rows.with(top, top), cols.with(left, left)
	}
	kept := out[:0]
	for _, r := range out {
		switch {
		case r.Y0 > bottom+near:
		case r.X1 < left+near:
			r.Y0, r.Y1 = math.Max(r.Y0, rows.lo), math.Min(r.Y1, rows.hi)
		case r.Y1 < top+near:
			r.X0, r.X1 = math.Max(r.X0, cols.lo), math.Min(r.X1, cols.hi)
		}
		if r.X0 <= r.X1 && r.Y0 <= r.Y1 {
			kept = append(kept, r)
		}
	}
	return kept
}

// reach is an interval, empty where lo is more than hi.
type reach struct{ lo, hi float64 }

func (r reach) with(lo, hi float64) reach { return reach{math.Min(r.lo, lo), math.Max(r.hi, hi)} }

// joined is several characters as one.
func joined(glyphs []page.Glyph, list []int) page.Glyph {
	out := glyphs[list[0]]
	var words []string
	for k, i := range list {
		g := &glyphs[i]
		out.Box = page.Join(out.Box, g.Box)
		if k > 0 && math.Abs(page.MidY(g.Box)-page.MidY(glyphs[list[k-1]].Box)) < page.Line*g.Size && g.Box[0]-glyphs[list[k-1]].Box[2] < page.Word*g.Size {
			words[len(words)-1] += g.Text
			continue
		}
		words = append(words, g.Text)
	}
	out.Text = strings.Join(words, " ")
	return out
}
