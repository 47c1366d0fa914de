package sheet

import (
	"math"
	"strings"

	"ziping/extract"
	"ziping/extract/grid/disjoint"
	"ziping/extract/grid/page"
)

// Boxes to be ticked (□, ☑) are often drawn, not written. Their sides are no
// rulings, though those of boxes below each other lie on one line.
const (
	tickMost  = 1.5  // the side of such a box, in character sizes: a character and its margins
	mostSides = 2000 // short rulings of a page; more are no boxes
)

// withoutTickBoxes leaves out the sides of small boxes that stand alone, or next
// to one border. One that borders run past on several sides is a cell, drawn as a
// box like its neighbours; so is one with words in it.
func withoutTickBoxes(rules []page.Rule, glyphs []page.Glyph, em float64) []page.Rule {
	var short []int
	for i, r := range rules {
		w, h := r.X1-r.X0, r.Y1-r.Y0
		if long := math.Max(w, h); long >= page.Word*em && long <= tickMost*em && math.Min(w, h) <= 2*page.Touch*em {
			short = append(short, i)
		}
	}
	if len(short) > mostSides || len(rules) > 10*mostSides {
		return rules
	}
	tol := math.Max(page.Touch*em, 0.5)
	near := func(a, b extract.Box) bool {
		return a[0] <= b[2]+tol && b[0] <= a[2]+tol && a[1] <= b[3]+tol && b[1] <= a[3]+tol
	}
	set := disjoint.New(len(short))
	for i, a := range short {
		for k, b := range short[:i] {
			if near(rules[a].Box(), rules[b].Box()) {
				set.Union(i, k)
			}
		}
	}
	group := map[int][]int{}
	for k, i := range short {
		r := set.Find(k)
		group[r] = append(group[r], i)
	}
	drop := make([]bool, len(rules))
	for _, sides := range group {
		b, ok := smallBox(rules, sides, em, tol)
		if !ok {
			continue
		}
		for _, i := range sides {
			drop[i] = true
		}
		if inside(glyphs, b) || touched(rules, drop, b, tol) > 1 {
			for _, i := range sides {
				drop[i] = false
			}
		}
	}
	return undropped(rules, drop)
}

// smallBox is the box that rulings enclose from all four sides, about as high as wide.
func smallBox(rules []page.Rule, sides []int, em, tol float64) (b extract.Box, ok bool) {
	if len(sides) < 4 {
		return b, false
	}
	b = rules[sides[0]].Box()
	for _, i := range sides[1:] {
		b = page.Join(b, rules[i].Box())
	}
	w, h := b[2]-b[0], b[3]-b[1]
	if math.Max(w, h) > tickMost*em+tol || math.Min(w, h) < page.Word*em || math.Max(w, h) > 1.6*math.Min(w, h) {
		return b, false
	}
	var there [4]bool
	for _, i := range sides {
		r := rules[i].Box()
		for side := range there {
			along := 1 - side%2 // a left or right side runs along y
			there[side] = there[side] || math.Abs(r[side]-b[side]) <= tol && r[along] <= b[along]+0.2*h && r[along+2] >= b[along+2]-0.2*h &&
				r[side%2+2]-r[side%2] <= 2*tol
		}
	}
	return b, there == [4]bool{true, true, true, true}
}

// inside reports whether words stand in a box; a tick is none.
func inside(glyphs []page.Glyph, b extract.Box) bool {
	for i := range glyphs {
		g := &glyphs[i]
		if x, y := page.MidX(g.Box), page.MidY(g.Box); x > b[0] && x < b[2] && y > b[1] && y < b[3] && !strings.ContainsAny(g.Text, "√✓✔×✗✘☑■●") {
			return true
		}
	}
	return false
}

// touched counts the sides of a box that a ruling which is not left out runs
// along or goes on.
func touched(rules []page.Rule, drop []bool, b extract.Box, tol float64) int {
	var sides [4]bool
	for i, r := range rules {
		if drop[i] {
			continue
		}
		q := r.Box()
		across := 0 // an upright ruling runs along the left or right side
		if q[2]-q[0] > q[3]-q[1] {
			across = 1
		}
		along := 1 - across
		if q[along] > b[along+2]+tol || q[along+2] < b[along]-tol {
			continue
		}
		at := (q[across] + q[across+2]) / 2
		for _, side := range [2]int{across, across + 2} {
			sides[side] = sides[side] || math.Abs(at-b[side]) <= tol
		}
	}
	n := 0
	for _, t := range sides {
		if t {
			n++
		}
	}
	return n
}
