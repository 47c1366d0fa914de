package fit

// Over how many rows the texts of one column reach.

// FarOff is the cost of what can't be.
const FarOff = 1e9

// longestSpan is the most rows of one text.
const longestSpan = 80

// mostSpans bounds the ends of texts that are weighed for one column.
const mostSpans = 2_000_000

// tie is how much cheaper a way must be to be another than the first found.
const tie = 1e-9

// Column is the texts of one column, from top to bottom, that share its rows.
type Column struct {
	Rows int
	// Ends tells before which rows each text may end.
	Ends []Range
	// Cost is how badly a text stands in the rows from a to before r.
	Cost func(text, a, r int) float64
	// May reports whether a text may reach over these rows, which are two or more. Where
	// it may not, it does not reach over more rows upwards either.
	May func(a, r int) bool
	// Above and Below are what it costs to leave rows blank: those above the first
	// text, and others.
	Above, Below func(from, to int) float64
}

// ways are the cheapest ways to place the first texts of a column so that they end
// before row lo, lo+1, …; behind the last of these only blank rows follow.
type ways struct {
	lo   int
	cost []float64
	from []int // first row of the last text where it ends there, -1 for a blank row
}

// at is the cost of ending before a row.
func (w *ways) at(r int, blank func(from, to int) float64) float64 {
	switch last := w.lo + len(w.cost) - 1; {
	case r < w.lo || last < w.lo:
		return FarOff
	case r > last:
		return w.cost[last-w.lo] + blank(last, r)
	}
	return w.cost[r-w.lo]
}

// LongestSpan tells before which row a text may end at most that begins at a row.
func LongestSpan(row int) int { return row + longestSpan }

// Spans places the texts, in their order, each on a run of rows, at the least cost,
// which it returns as well; nil where they have no place.
func (c *Column) Spans() ([]Range, float64) {
	total := 0
	for _, e := range c.Ends {
		total += max(0, e.Hi-e.Lo)
	}
	if total > mostSpans {
		return nil, 0
	}
	all := make([]ways, len(c.Ends)+1)
	all[0] = ways{cost: []float64{0}}
	blank := c.Above
	for k := 1; k <= len(c.Ends); k++ {
		all[k] = c.next(k-1, &all[k-1], blank)
		blank = c.Below
	}
	best := all[len(c.Ends)].at(c.Rows, blank)
	if best >= FarOff {
		return nil, 0
	}
	out := make([]Range, len(c.Ends))
	for k, r := len(c.Ends), c.Rows; k > 0; {
		w := &all[k]
		r = min(r, w.lo+len(w.cost)-1)
		a := w.from[r-w.lo]
		if a < 0 {
			r--
			continue
		}
		out[k-1] = Range{a, r}
		k, r = k-1, a
	}
	return out, best
}

// next places one more text behind those placed.
func (c *Column) next(text int, prev *ways, blank func(from, to int) float64) ways {
	e := c.Ends[text]
	w := ways{lo: e.Lo}
	for r := e.Lo; r < e.Hi; r++ {
		cost, from := w.at(r-1, c.Below), -1
		if cost < FarOff {
			cost += c.Below(r-1, r)
		}
		for a := r - 1; a >= max(0, r-longestSpan); a-- {
			if r-a > 1 && !c.May(a, r) {
				break
			}
			before := prev.at(a, blank)
			if before >= FarOff {
				continue
			}
			if v := before + c.Cost(text, a, r); v < cost-tie {
				cost, from = v, a
			}
		}
		w.cost, w.from = append(w.cost, cost), append(w.from, from)
	}
	return w
}
