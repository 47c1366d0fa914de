// Package lines finds the lines of text in a part of a page that holds no rulings.
//
//	l := lines.Find(pix, w, h, lines.Options{Em: 29, Ink: 200, Noise: 4})
package lines

import "slices"

// Options say what the page is like.
type Options struct {
	Em    float64 // size of the characters, in dots
	Ink   float64 // how dark strokes are, 0 to 255
	Noise float64 // how much the darkness of paper varies
	// Specks is how many specks there are for each character of the page.
	Specks float64
	// Density is how many specks there are in the square of a character.
	Density float64
	// Strewn tells that specks lie all over the page and are no pieces of strokes.
	Strewn bool
	// Edge is how many dots at the picture's edges hold no faint text but what is left
	// of rulings.
	Edge int
}

// Line is a line of text, tight around its ink; X1 and Y1 are the dots after it.
type Line struct{ X0, Y0, X1, Y1 int }

// Threshold is how dark, 0 to 255, a dot of text is at least: thin strokes at low
// resolution are a third as dark as thick ones, and noise stays below.
func (o Options) Threshold() float64 {
	return max(o.Least(), min(5*o.Noise, 0.5*o.Ink))
}

// Least is Threshold on smooth paper.
func (o Options) Least() float64 { return 0.36 * o.Ink }

// Find takes dots of 0 for ink to 255 for paper and gives lines from top to bottom.
// A line needs a stroke: specks by themselves are none, and what stands near strokes
// as points and commas do is theirs.
func Find(pix []uint8, w, h int, o Options) []Line {
	t := o.Threshold()
	out, tall := o.find(pix, w, h, t, leastStroke)
	if tall {
		// Something larger than characters connects them, a seal: if it is lighter
		// than ink, what is left without it is lines.
		if dark, still := o.find(pix, w, h, 0.72*o.Ink, leastStroke); len(dark) > 0 && !still {
			return dark
		}
	}
	if len(out) == 0 {
		// Only what is blank on a second look is blank: a lone thin stroke that is
		// blurred is far lighter than others.
		if low := max(0.17*o.Ink, 4*o.Noise+4, rough(pix, w, h, o.Edge)); low < t && o.Specks < littered {
			out, _ = o.find(pix, w, h, low, 0.4)
			out = slices.DeleteFunc(out, func(l Line) bool {
				return l.Y0 < o.Edge || l.Y1 > h-o.Edge || l.X0 < o.Edge || l.X1 > w-o.Edge || !o.standsOut(pix, w, h, l, low)
			})
			// Several of them are the remains of a seal, or what shines through.
			if len(out) > 1 || len(out) == 1 && float64(out[0].Y1-out[0].Y0) > 1.2*o.Em {
				return nil
			}
		}
	}
	if len(out) == 0 {
		return nil
	}
	return out
}

// standsOut reports a faint line that is darker than the paper around it by as much as faint
// ink is darker than the page's: a shade that grows darker towards one side is none.
func (o Options) standsOut(pix []uint8, w, h int, l Line, threshold float64) bool {
	ring := max(2, int(o.Em/4))
	var ink, paper, dots, around int
	for y := max(0, l.Y0-ring); y < min(h, l.Y1+ring); y++ {
		for x := max(0, l.X0-ring); x < min(w, l.X1+ring); x++ {
			d := 255 - int(pix[y*w+x])
			switch in := x >= l.X0 && x < l.X1 && y >= l.Y0 && y < l.Y1; {
			case !in:
				paper += d
				around++
			case float64(d) > threshold:
				ink += d
				dots++
			}
		}
	}
	return float64(ink)/float64(max(1, dots))-float64(paper)/float64(max(1, around)) >= max(0.17*o.Ink, 4*o.Noise)
}

// rough is how dark the paper of a picture gets by chance, its edges left out: paper that is
// shaded, or that light falls on unevenly, is rougher than the page's.
func rough(pix []uint8, w, h, edge int) float64 {
	if w <= 2*edge || h <= 2*edge {
		return 0
	}
	var count [256]int
	n := (w - 2*edge) * (h - 2*edge)
	for y := edge; y < h-edge; y++ {
		for _, v := range pix[y*w+edge : (y+1)*w-edge] {
			count[255-v]++
		}
	}
	at := func(quarters int) float64 {
		left := n * quarters / 4
		for d, c := range count {
			if left -= c; left < 0 {
				return float64(d)
			}
		}
		return 255
	}
	// A quarter of all dots lies between the middle and two thirds of a standard deviation.
	const times = 5 / 0.674
	return at(2) + times*(at(3)-at(2))
}

// find is Find with all that is darker than a threshold taken for ink. tall tells that
// something is too high for a line.
func (o Options) find(pix []uint8, w, h int, threshold, least float64) (out []Line, tall bool) {
	var strokes, points []Spot
	stroke, point := least*o.Em, max(2, leastPoint*o.Em)
	spots := Spots(pix, w, h, 255-threshold)
	if o.Specks > speckled {
		stroke *= 1.4
		if o.Density < crowded && !o.Strewn {
			spots = mend(spots, int(0.14*o.Em))
		}
	}
	for _, s := range spots {
		switch size := float64(max(s.X1-s.X0, s.Y1-s.Y0)); {
		case size >= stroke:
			strokes = append(strokes, s)
		case size >= point:
			points = append(points, s)
		}
		tall = tall || float64(s.Y1-s.Y0) > 1.9*o.Em
	}
	if len(strokes) == 0 && len(points) == 1 && points[0].dash(o.Em) {
		strokes, points = points, nil
	}
	for _, l := range merge(rows(strokes, h), o.Em) {
		for _, p := range split(pix, w, l, o) {
			p = withPoints(p, points, o.Em)
			tall = tall || float64(p.Y1-p.Y0) > 1.9*o.Em
			out = append(out, p)
		}
	}
	if l, ok := o.stop(spots, out, w); ok {
		out = append(out, l)
	}
	return out, tall
}

// dash reports a short level stroke: a hyphen alone is little longer than a point, but flat.
func (s Spot) dash(em float64) bool {
	const shortest, flat = 0.16, 1.8
	w, h := float64(s.X1-s.X0), float64(s.Y1-s.Y0)
	return w >= max(3, shortest*em) && w >= flat*h
}

// mend puts together what stands closer than a gap: on bad copies thin strokes are
// broken to pieces no larger than specks, but closer.
func mend(in []Spot, gap int) []Spot {
	slices.SortStableFunc(in, func(a, b Spot) int { return a.X0 - b.X0 })
	set := make([]int, len(in))
	for i := range set {
		set[i] = i
	}
	find := func(i int) int {
		for set[i] != i {
			set[i] = set[set[i]]
			i = set[i]
		}
		return i
	}
	for i, a := range in {
		for j := i + 1; j < len(in) && in[j].X0 <= a.X1+gap; j++ {
			if b := in[j]; b.Y0 <= a.Y1+gap && b.Y1 >= a.Y0-gap {
				x, y := find(i), find(j)
				set[max(x, y)] = min(x, y)
			}
		}
	}
	var out []Spot
	at := map[int]int{}
	for i, s := range in {
		r := find(i)
		k, ok := at[r]
		if !ok {
			at[r] = len(out)
			out = append(out, s)
			continue
		}
		out[k] = join(out[k], s)
	}
	return out
}

const (
	// leastStroke is how long a stroke is at least, in characters; a lone dash is
	// longer, a point shorter.
	leastStroke = 0.22
	// leastPoint is how large a decimal point is at least.
	leastPoint = 0.06
	// speckled is how many specks for each character make a page a bad one.
	speckled = 0.6
	// littered is how many leave no mark that stands alone to be told from them.
	littered = 3 * speckled
	// crowded is how many specks in the square of a character are too many to tell
	// the pieces of strokes from them.
	crowded = 2.0
)

// rows makes lines of strokes: rows of dots that none of them stands on part lines.
func rows(spots []Spot, h int) []Line {
	depth := make([]int, h+1)
	for _, s := range spots {
		depth[s.Y0]++
		depth[s.Y1]--
	}
	var out []Line
	now, from := 0, 0
	for y := range depth {
		before := now
		now += depth[y]
		if before == 0 && now > 0 {
			from = y
		}
		if before > 0 && now == 0 {
			l := Line{1 << 30, from, 0, y}
			for _, s := range spots {
				if s.Y0 >= from && s.Y1 <= y {
					l.X0, l.X1 = min(l.X0, s.X0), max(l.X1, s.X1)
				}
			}
			out = append(out, l)
		}
	}
	return out
}

// withPoints is a line with the points that stand beside its strokes.
func withPoints(l Line, points []Spot, em float64) Line {
	near := int(0.45 * em)
	low := int(0.14 * em)
	for again, round := true, 0; again && round < 8; round++ {
		again = false
		for _, p := range points {
			if p.Y0 < l.Y0 || p.Y1 > l.Y1+low || p.X1 < l.X0-near || p.X0 > l.X1+near {
				continue
			}
			n := Line{min(l.X0, p.X0), l.Y0, max(l.X1, p.X1), max(l.Y1, p.Y1)}
			// A speck below would carry on a line for ever.
			if p.Y0 >= l.Y1 {
				n.Y1 = l.Y1
			}
			if n != l {
				l, again = n, true
			}
		}
	}
	return l
}

// merge puts together what is too low for a line and close to another: the strokes of
// an equals sign, a dash over its digit.
func merge(in []Line, em float64) []Line {
	out := slices.Clone(in)
	for again := true; again; {
		again = false
		for i := 0; i+1 < len(out); i++ {
			a, b := out[i], out[i+1]
			gap := float64(b.Y0 - a.Y1)
			low := min(a.Y1-a.Y0, b.Y1-b.Y0)
			if gap <= 0.35*em && float64(low) < 0.45*em && float64(b.Y1-a.Y0) <= 1.15*em {
				out[i] = Line{min(a.X0, b.X0), a.Y0, max(a.X1, b.X1), b.Y1}
				out = slices.Delete(out, i+1, i+2)
				again = true
				break
			}
		}
	}
	return out
}

// split parts lines that touch: what is higher than a line is cut at the row with the
// least ink, where there is clearly less than elsewhere.
func split(pix []uint8, w int, l Line, o Options) []Line {
	if float64(l.Y1-l.Y0) < 1.7*o.Em {
		return []Line{l}
	}
	dark := 255 - uint8(o.Threshold())
	count := make([]int, l.Y1-l.Y0)
	total := 0
	for y := range count {
		for _, v := range pix[(l.Y0+y)*w+l.X0 : (l.Y0+y)*w+l.X1] {
			if v < dark {
				count[y]++
			}
		}
		total += count[y]
	}
	best := -1
	for y := int(0.75 * o.Em); y < min(len(count)-int(0.6*o.Em), int(1.6*o.Em)); y++ {
		if best < 0 || count[y] < count[best] {
			best = y
		}
	}
	if best < 0 || 3*count[best]*len(count) > total {
		return []Line{l}
	}
	first, rest := l, l
	first.Y1, rest.Y0 = l.Y0+best, l.Y0+best+1
	return append([]Line{first}, split(pix, w, rest, o)...)
}
