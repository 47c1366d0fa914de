package figures

import "math"

const (
	// rows is the height of a window, two font sizes.
	rows = 2 * em
	// margin is how much paper a window has left of the first ink and right of the
	// last.
	margin = em
	// inky is from where a dot counts as ink: paper is 0, full ink 1.
	inky = .35
	// faintest is the least distance of ink from paper, in levels: noise on an empty
	// cell is not blown up beyond it.
	faintest = 30
)

// window is what the network reads: rows × width numbers, 0 for paper and 1 for ink.
type window struct {
	x     []float32
	width int
	first int // column of the scaled picture at which it begins; may be negative
}

// cut is the window round the writing of a scaled picture; ok is false where there is
// no ink.
func cut(p plane) (w window, ok bool) {
	paper, deep := levels(p.v)
	top := int(math.Floor(middle(p, paper, deep) - em + .5))
	first, last := p.w, -1
	for y := max(0, top); y < min(p.h, top+rows); y++ {
		for x, v := range p.row(y) {
			if (paper-v)/deep > inky {
				first, last = min(first, x), max(last, x)
			}
		}
	}
	if last < 0 {
		return window{}, false
	}
	first, last = first-margin, last+1+margin
	last += (stride - (last-first)%stride) % stride
	w = window{x: make([]float32, rows*(last-first)), width: last - first, first: first}
	for i := range w.x {
		w.x[i] = paper
	}
	for y := max(0, top); y < min(p.h, top+rows); y++ {
		a, b := max(0, first), min(p.w, last)
		copy(w.x[(y-top)*w.width+a-first:], p.row(y)[a:b])
	}
	paper, deep = levels(w.x)
	for i, v := range w.x {
		w.x[i] = min(max((paper-v)/deep, -1), 1.5)
	}
	return w, true
}

// moved is what the window shows some rows further down, paper where that is outside.
func (w window) moved(by int) []float32 {
	x := make([]float32, len(w.x))
	if n := by * w.width; n >= 0 {
		copy(x, w.x[n:])
	} else {
		copy(x[-n:], w.x)
	}
	return x
}

// levels are the grey level of paper and how far below it ink lies.
func levels(v []float32) (paper, deep float32) {
	var count [256]int
	for _, x := range v {
		count[whole(x)]++
	}
	light := share(&count, .7*float64(len(v)))
	return float32(light), float32(max(light-share(&count, .005*float64(len(v))), faintest))
}

// share is the level up to which more than n dots lie.
func share(count *[256]int, n float64) int {
	sum := 0
	for i, c := range count {
		if sum += c; float64(sum) > n {
			return i
		}
	}
	return len(count) - 1
}

// whole is a level as a whole number. What lies half-way goes up, in spite of rounding.
func whole(v float32) int { return int(min(max(v+.501, 0), 255)) }

// middle is the row round which the writing stands: of all bands one font size high
// the one with most ink (at the picture's edges it counts half), then its centre of
// mass. A row's ink is what is darker than its own lighter quarter, so that rulings
// and shadows along it do not count.
func middle(p plane, paper, deep float32) float64 {
	ink := make([]float64, p.h)
	total := 0.0
	for y := range ink {
		row := p.row(y)
		var count [256]int
		for _, v := range row {
			count[whole(v)]++
		}
		light := min(paper, float32(share(&count, float64(p.w*3/4))))
		var sum float32
		for _, v := range row {
			sum += min(max((light-v)/deep-.25, 0), 1)
		}
		ink[y] = float64(sum)
		total += ink[y]
	}
	n := float64(p.h)
	if total <= 0 {
		return n / 2
	}
	run := make([]float64, p.h+1)
	for y, v := range ink {
		run[y+1] = run[y] + v
	}
	best, c := math.Inf(-1), 0.0
	for y := range p.h {
		band := (run[min(p.h, y+em/2)] - run[max(0, y-em/2)]) * (1 - float64(.5*math.Abs((float64(y)+.5)/(n/2)-1)))
		if band = math.RoundToEven(band*100) / 100; band > best {
			best, c = band, float64(y)+.5
		}
	}
	const near = 14
	for range 3 {
		a, b := max(0, int(math.Floor(c-near))), min(p.h, int(math.Floor(c+near)))
		sum, moment := 0.0, 0.0
		for y := a; y < b; y++ {
			sum += ink[y]
			moment += float64((float64(y) + .5) * ink[y])
		}
		if sum <= 0 {
			break
		}
		c = moment / sum
	}
	return c
}
