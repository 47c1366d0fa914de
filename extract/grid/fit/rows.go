package fit

import (
	"math"
	"sort"

	"ziping/extract/grid/page"
)

// Rows whose rulings are not drawn. Lines of text that stand below each other in a
// column are two lines of one cell or the cells of two rows. A line that left room
// for the word behind it was not wrapped, two figures are two cells, and the cells of
// a row stand in its middle or begin at its top; so each border is weighed by what
// all columns say of it, and the borders of a band (what lies between two rulings)
// are those that cost least together.

// Line is a line of text in a band.
type Line struct {
	Column    int
	Top, Low  float64 // of the line; lines of one column come from top to bottom
	Room      float64 // what lines of its column can fill, in any case
	Wide      float64 // and at most
	Width     float64
	FirstWord float64 // of it, which wrapping does not part
	Figure    bool    // nothing but a number
	Ends      bool    // what follows may be another paragraph of the cell
}

// What a reading of rows costs.
const (
	costParted  = 1.0  // a border between a full line and the next
	costRun     = 1.0  // none between a line with room left and the next
	costFigures = 1.0  // none between two figures, besides
	costUnsure  = 0.3  // none between lines that may be one or two: it is rare that many are
	costFar     = 0.7  // none between lines that are further apart than lines are
	costBorder  = 0.8  // a border
	costAskew   = 0.5  // a text that stands neither in the middle of its row nor at its top
	widestDigit = 0.65 // of its size, a digit in the widest of usual fonts
	mostLevels  = 60   // heights of text in one row
	fewLevels   = 2000 // heights of text in one band
)

func (l *Line) middle() float64 { return (l.Top + l.Low) / 2 }

// says is how much two lines below each other speak for a border between them.
func (l *Line) says(next *Line, em float64) float64 {
	v := 0.0
	switch left, most := l.Room-l.Width, l.Wide-l.Width; {
	case l.Figure && next.Figure:
		// One number, broken because it was too long, fills its line to a digit: what goes
		// on in the next line is no longer, or by less than the digit that did not fit.
		longer := l.Width > next.Width-page.Touch*em
		switch full := most < widestDigit*em; {
		case full && longer:
			return -costParted
		case full && l.Width+widestDigit*em > next.Width+page.Touch*em, left < page.Word*em && longer:
			v = costUnsure
		default:
			v = costRun + costFigures
		}
	case most < next.FirstWord && !next.Figure:
		return -costParted
	case left < next.FirstWord+page.Word*em || l.Ends:
		v = costUnsure
	default:
		v = costRun
	}
	if next.middle()-l.middle() > page.NextLine*em {
		v += costFar
	}
	return v
}

// Wraps reports whether a line goes on in the next.
func Wraps(l, next *Line, em float64) bool { return l.says(next, em) < 0 }

// Rows parts a band into rows: the heights of the borders, from top to bottom, and
// how much each is worth: what all columns say of it, less its cost. One column alone
// says nothing.
func Rows(em float64, lines []Line) (borders, worth []float64) {
	b := newLevels(em, lines)
	n := len(b.top)
	if n < 2 || n > fewLevels {
		return nil, nil
	}
	// The cheapest way to part what lies above each level, and where its last row begins.
	cost, from := make([]float64, n+1), make([]int, n+1)
	for k := 1; k <= n; k++ {
		cost[k] = math.Inf(1)
	}
	for i := range n {
		row := b.rowFrom(i)
		for k := i; k < n && k < i+mostLevels; k++ {
			row.add(k)
			if c := cost[i] + row.cost(); c < cost[k+1]-1e-9 {
				cost[k+1], from[k+1] = c, i
			}
		}
	}
	for k := from[n]; k > 0; k = from[k] {
		borders = append(borders, (b.low[k-1]+b.top[k])/2)
		v, columns := b.over(k)
		if columns < 2 {
			v = 0
		}
		worth = append(worth, v-costBorder)
	}
	sort.Float64s(borders)
	for i, k := 0, len(worth)-1; i < k; i, k = i+1, k-1 {
		worth[i], worth[k] = worth[k], worth[i]
	}
	return borders, worth
}

// levels are the heights at which lines of a band stand.
type levels struct {
	em       float64
	lines    []Line
	top, low []float64 // of the lines of each level
	at       [][]int   // lines of each
	level    []int     // of each line
	above    []int     // the line of its column above each, -1 where there is none
	below    []int
	columns  int
}

func newLevels(em float64, lines []Line) *levels {
	b := &levels{em: em, lines: lines, level: make([]int, len(lines)), above: make([]int, len(lines)), below: make([]int, len(lines))}
	order := make([]int, len(lines))
	for i := range order {
		order[i] = i
		b.columns = max(b.columns, lines[i].Column+1)
	}
	sort.SliceStable(order, func(i, k int) bool { return lines[order[i]].middle() < lines[order[k]].middle() })
	last := make([]int, b.columns)
	for c := range last {
		last[c] = -1
	}
	first := 0.0
	for _, i := range order {
		l := &lines[i]
		n := len(b.at) - 1
		if n < 0 || l.middle()-first > page.Line*em || last[l.Column] >= 0 && b.level[last[l.Column]] == n {
			b.at, b.top, b.low = append(b.at, nil), append(b.top, l.Top), append(b.low, l.Low)
			first = l.middle()
			n++
		}
		b.at[n] = append(b.at[n], i)
		b.top[n], b.low[n] = math.Min(b.top[n], l.Top), math.Max(b.low[n], l.Low)
		b.level[i], b.above[i], b.below[i] = n, last[l.Column], -1
		if last[l.Column] >= 0 {
			b.below[last[l.Column]] = i
		}
		last[l.Column] = i
	}
	return b
}

// over is what the columns say of a border above a level, and how many speak for it.
func (b *levels) over(level int) (v float64, columns int) {
	for i := range b.lines {
		if k := b.below[i]; k >= 0 && b.level[i] < level && b.level[k] >= level {
			says := b.lines[i].says(&b.lines[k], b.em)
			if v += says; says > 0 {
				columns++
			}
		}
	}
	return v, columns
}

// rowCost is what a row costs that takes in more and more levels.
type rowCost struct {
	*levels
	first  int
	pairs  float64 // lines joined, and lines parted at its end
	tops   []float64
	lows   []float64
	filled []int // columns with a text
}

func (b *levels) rowFrom(first int) *rowCost {
	r := &rowCost{levels: b, first: first, tops: make([]float64, b.columns), lows: make([]float64, b.columns)}
	for c := range r.tops {
		r.tops[c] = math.NaN()
	}
	return r
}

func (r *rowCost) add(level int) {
	for _, i := range r.at[level] {
		l := &r.lines[i]
		if k := r.above[i]; k >= 0 && r.level[k] >= r.first {
			v := r.lines[k].says(l, r.em)
			r.pairs += math.Max(0, v) - math.Max(0, -v)
		}
		if k := r.below[i]; k >= 0 {
			r.pairs += math.Max(0, -l.says(&r.lines[k], r.em))
		}
		if math.IsNaN(r.tops[l.Column]) {
			r.tops[l.Column] = l.Top
			r.filled = append(r.filled, l.Column)
		}
		r.lows[l.Column] = l.Low
	}
}

func (r *rowCost) cost() float64 {
	return r.pairs + costBorder + math.Min(r.askew(func(c int) float64 { return (r.tops[c] + r.lows[c]) / 2 }), r.askew(func(c int) float64 { return r.tops[c] }))
}

// askew is what texts cost that are not set in one way: in the middle of the row, or
// at its top.
func (r *rowCost) askew(place func(column int) float64) float64 {
	at := make([]float64, len(r.filled))
	for k, c := range r.filled {
		at[k] = place(c)
	}
	sort.Float64s(at)
	usual, cost := at[len(at)/2], 0.0
	for _, y := range at {
		cost += math.Min(costAskew, math.Max(0, math.Abs(y-usual)/r.em-page.Line))
	}
	return cost
}
