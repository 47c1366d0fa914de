package measure

// Count is how many things are true, were found, and were found rightly.
type Count struct{ True, Found, Right int }

// F1 is the harmonic mean of both.
func (c Count) F1() float64 { return share(2*c.Right, c.True+c.Found) }

// Add sums counts.
func (c *Count) Add(d Count) {
	c.True += d.True
	c.Found += d.Found
	c.Right += d.Right
}

func share(a, b int) float64 {
	if b == 0 {
		return 1
	}
	return float64(a) / float64(b)
}

// Score is one form compared.
type Score struct {
	Cell      Count // texts of non-empty cells, wherever they stand
	Number    Count // the same of figures
	Span      Count // cells with place, spans and text all right; empty single cells do not count
	Adjacency Count // neighbour relations between non-empty cells
	// Whole: the table is right, every cell of it and nothing over. Where no ink
	// bounds the cells, merged and empty ones cannot be seen: all texts must be
	// there and their neighbours right but for a few that spans decide.
	Whole   bool
	Tables  int      // tables that hold something of the form
	Wrong   []string // figures found that are not there
	Missing []string // figures that are there and were not found
}

// Options say what can be seen on the paper.
type Options struct {
	Ruled bool // ink bounds every cell
}

// Compare measures the tables found for one form.
func Compare(truth Table, found []Table, o Options) Score {
	var s Score
	s.Tables = len(found)
	want, got := map[string]int{}, map[string]int{}
	texts(want, truth)
	relations := map[relation]int{}
	best := 0
	for i, t := range found {
		texts(got, t)
		for r, n := range neighbours(t) {
			relations[r] += n
		}
		if exact(truth, t).Right > exact(truth, found[best]).Right {
			best = i
		}
	}
	s.Cell = overlap(want, got)
	s.Adjacency = overlap(neighbours(truth), relations)
	s.Span = Count{True: len(places(truth))}
	if len(found) > 0 {
		s.Span = exact(truth, found[best])
		for i, t := range found {
			if i != best {
				s.Span.Found += len(places(t))
			}
		}
	}
	wantNumbers, gotNumbers := figures(want), figures(got)
	s.Number = overlap(wantNumbers, gotNumbers)
	s.Missing, s.Wrong = rest(wantNumbers, gotNumbers), rest(gotNumbers, wantNumbers)
	s.Whole = len(found) == 1 && perfect(s.Cell)
	if o.Ruled {
		s.Whole = s.Whole && perfect(s.Adjacency) && perfect(s.Span) && found[0].Rows == truth.Rows && found[0].Cols == truth.Cols
	}
	if !o.Ruled {
		s.Whole = s.Whole && s.Adjacency.F1() >= unruled
	}
	return s
}

// unruled is the share of neighbours that must be right without rulings.
const unruled = 0.97

func perfect(c Count) bool { return c.Right == c.True && c.Right == c.Found }

// texts counts the non-empty texts of a table.
func texts(into map[string]int, t Table) {
	for _, c := range t.Cells {
		if c.Text != "" {
			into[c.Text]++
		}
	}
}

func figures(m map[string]int) map[string]int {
	out := map[string]int{}
	for k, n := range m {
		if IsNumber(k) {
			out[k] = n
		}
	}
	return out
}

// overlap compares two bags.
func overlap[K comparable](want, got map[K]int) Count {
	var c Count
	for k, n := range want {
		c.True += n
		c.Right += min(n, got[k])
	}
	for _, n := range got {
		c.Found += n
	}
	return c
}

// places is the set of cells that can be told apart from paper: all but empty single ones.
func places(t Table) map[Cell]int {
	out := map[Cell]int{}
	for _, c := range t.Cells {
		if c.Text != "" || c.RowSpan > 1 || c.ColSpan > 1 {
			out[c]++
		}
	}
	return out
}

func exact(truth, found Table) Count { return overlap(places(truth), places(found)) }
