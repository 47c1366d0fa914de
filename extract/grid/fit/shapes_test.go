package fit

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func near(a, b float64) bool { return math.Abs(a-b) < 1e-9 }

// What two lines below each other say of a border between them.
func TestSays(t *testing.T) {
	text := func(y, width, word float64, ends bool) Line {
		return Line{Top: y, Low: y + 10, Room: 80, Wide: 90, Width: width, FirstWord: word, Ends: ends}
	}
	figure := func(y, width float64) Line {
		return Line{Top: y, Low: y + 10, Room: 80, Wide: 90, Width: width, FirstWord: width, Figure: true}
	}
	for _, tt := range []struct {
		name string
		a, b Line
		want float64
	}{
		{"a full line", text(0, 85, 10, false), text(13, 40, 10, false), -costParted},
		{"nearly full", text(0, 80, 10, false), text(13, 40, 10, false), costUnsure},
		{"room left", text(0, 60, 10, false), text(13, 40, 10, false), costRun},
		{"room but for the gap", text(0, 65, 10, false), text(13, 40, 10, false), costUnsure},
		{"room left, and an end", text(0, 60, 10, true), text(13, 40, 10, false), costUnsure},
		{"further apart", text(0, 60, 10, false), text(17.6, 40, 10, false), costRun + costFar},
		{"as far as lines are", text(0, 60, 10, false), text(17.5, 40, 10, false), costRun},
		{"a full line, further apart", text(0, 85, 10, false), text(30, 40, 10, false), -costParted},
		{"before a figure", text(0, 85, 10, false), figure(13, 20), costUnsure},
		{"two figures", figure(0, 20), figure(13, 20), costRun + costFigures},
		{"two figures further apart", figure(0, 20), figure(30, 20), costRun + costFigures + costFar},
		{"a figure that fills its line", figure(0, 85), figure(13, 20), -costParted},
		{"as long as the next, and full", figure(0, 85), figure(13, 85), -costParted},
		{"full, and a longer one", figure(0, 85), figure(13, 85.9), -costParted},
		{"full, and one longer by less than a digit", figure(0, 85), figure(13, 90.4), costUnsure},
		{"full, and a much longer one", figure(0, 85), figure(13, 90.6), costRun + costFigures},
		{"full but for a narrow digit", figure(0, 83.6), figure(13, 20), -costParted},
		{"nearly full", figure(0, 75), figure(13, 20), costUnsure},
		{"not quite", figure(0, 74.5), figure(13, 20), costRun + costFigures},
		{"nearly full, and a longer one", figure(0, 75), figure(13, 80), costRun + costFigures},
		{"a text behind a figure", figure(0, 20), text(13, 40, 10, false), costRun},
	} {
		if got := tt.a.says(&tt.b, 10); !near(got, tt.want) {
			t.Errorf("%s: got %v, want %v", tt.name, got, tt.want)
		}
	}
}

// A band is parted where all columns together say so; one alone says nothing.
func TestRows(t *testing.T) {
	figures := func(column int, ys ...float64) (out []Line) {
		for _, y := range ys {
			out = append(out, Line{Column: column, Top: y, Low: y + 10, Room: 80, Wide: 90, Width: 20, FirstWord: 20, Figure: true})
		}
		return out
	}
	words := func(column int, width float64, ys ...float64) (out []Line) {
		for _, y := range ys {
			out = append(out, Line{Column: column, Top: y, Low: y + 10, Room: 80, Wide: 90, Width: width, FirstWord: 10})
		}
		return out
	}
	join := func(lists ...[]Line) (out []Line) {
		for _, l := range lists {
			out = append(out, l...)
		}
		return out
	}
	for _, tt := range []struct {
		name  string
		lines []Line
		want  string
	}{
		{"one row", join(figures(0, 0), figures(1, 0)), "[] []"},
		{"two columns of figures", join(figures(0, 0, 20), figures(1, 0, 20)), "[15] [4.6]"},
		{"one column", figures(0, 0, 20), "[15] [-0.8]"},
		{"beside wrapped words", join(figures(0, 0, 20), figures(1, 0, 20), words(2, 85, 0, 20)), "[15] [3.6]"},
		{"three rows", join(figures(0, 0, 20, 40), figures(1, 0, 20, 40)), "[15 35] [4.6 4.6]"},
		{"wrapped words alone", join(words(0, 85, 0, 13), words(1, 85, 0, 13)), "[] []"},
		{"a little lower in one column", join(figures(0, 0, 20), figures(1, 2, 22)), "[16] [4.6]"},
		{"words of three lines and one beside figures", join(figures(0, 6, 36), figures(1, 6, 36), words(2, 85, 0, 12), words(2, 30, 30, 42)), "[38] [5.6]"},
	} {
		b, w := Rows(10, tt.lines)
		for k := range w {
			w[k] = math.Round(w[k]*100) / 100
		}
		if b == nil {
			b, w = []float64{}, []float64{}
		}
		if got := fmt.Sprint(b, w); got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.name, got, tt.want)
		}
	}
}

// Texts are placed in their order at the least cost: what a search of all ways finds.
func TestSpans(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows, n := rapid.IntRange(1, 6).Draw(t, "rows"), rapid.IntRange(0, 3).Draw(t, "texts")
		cost := make([][]float64, n)
		c := Column{Rows: rows}
		for k := range n {
			for range (rows + 1) * (rows + 1) {
				cost[k] = append(cost[k], float64(rapid.IntRange(0, 9).Draw(t, "cost")))
			}
			lo := rapid.IntRange(1, rows).Draw(t, "from")
			c.Ends = append(c.Ends, Range{lo, rapid.IntRange(lo, rows+1).Draw(t, "to")})
		}
		wall := rapid.IntRange(0, rows).Draw(t, "wall")
		above, below := float64(rapid.IntRange(0, 3).Draw(t, "above")), float64(rapid.IntRange(0, 3).Draw(t, "below"))
		c.Cost = func(text, a, r int) float64 { return cost[text][a*(rows+1)+r] }
		c.May = func(a, r int) bool { return !(a < wall && wall < r) }
		c.Above = func(from, to int) float64 { return above * float64(to-from) }
		c.Below = func(from, to int) float64 { return below * float64(to-from) }
		var search func(text, at int) float64
		search = func(text, at int) float64 {
			blank := below
			if text == 0 {
				blank = above
			}
			if text == n {
				return blank * float64(rows-at)
			}
			best := FarOff
			for a := at; a < rows; a++ {
				for r := max(a+1, c.Ends[text].Lo); r <= rows && r < c.Ends[text].Hi; r++ {
					if r-a > 1 && !c.May(a, r) {
						continue
					}
					if v := blank*float64(a-at) + c.Cost(text, a, r) + search(text+1, r); v < best {
						best = v
					}
				}
			}
			return best
		}
		want := search(0, 0)
		spans, got := c.Spans()
		if want >= FarOff {
			if spans != nil {
				t.Fatalf("got %v where no way is", spans)
			}
			return
		}
		if len(spans) != n || !near(got, want) {
			t.Fatalf("got %v at %v, want %v", spans, got, want)
		}
		at, sum, blank := 0, 0.0, above
		for k, s := range spans {
			if s.Lo < at || s.Hi <= s.Lo || s.Hi < c.Ends[k].Lo || s.Hi >= c.Ends[k].Hi {
				t.Fatalf("got %v", spans)
			}
			sum += blank*float64(s.Lo-at) + c.Cost(k, s.Lo, s.Hi)
			at, blank = s.Hi, below
		}
		if n > 0 {
			sum += below * float64(rows-at)
		} else {
			sum = above * float64(rows)
		}
		if !near(sum, got) {
			t.Fatalf("the way %v costs %v, want %v", spans, sum, got)
		}
	})
}

// What edges cost, and which of them are where.
func TestEdges(t *testing.T) {
	es := edges{{at: 0}, {at: 10}, {at: 20}, {at: 30}}
	for _, tt := range []struct {
		lo, hi   float64
		from, to int
	}{{0, 30, 0, 4}, {0.1, 29.9, 1, 3}, {10, 20, 1, 3}, {11, 19, 2, 2}, {40, 50, 4, 4}, {-5, -1, 0, 0}} {
		if from, to := es.span(tt.lo, tt.hi); from != tt.from || to != tt.to {
			t.Errorf("%v: got %d–%d", tt, from, to)
		}
	}
	for x, want := range map[float64]float64{-9: 0, 4: 0, 6: 10, 16: 20, 24: 20, 99: 30} {
		if got := es.nearest(x); got != want {
			t.Errorf("%v: got %v, want %v", x, got, want)
		}
	}
	for x, want := range map[float64]int{0: 0, 10: 1, 10.005: 1, 10.02: 2, 31: 4} {
		if got := es.number(x); got != want {
			t.Errorf("%v: got edge %d, want %d", x, got, want)
		}
	}
}

// Of the choices for a text, the cheapest that ends at an edge, before it, and behind it.
func TestEndings(t *testing.T) {
	e := newEndings([]choice{{hi: 3}, {hi: 5}, {hi: 3}, {hi: 6}}, []float64{4, 2, 3, 5})
	got := ""
	for k := 2; k < 9; k++ {
		got += fmt.Sprintf("%d %d %d; ", e.at(k), e.before(k), e.behind(k))
	}
	const want = "-1 -1 1; 2 -1 1; -1 2 1; 1 2 3; 3 1 -1; -1 1 -1; -1 1 -1; "
	if got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if e := newEndings([]choice{{hi: 5}, {hi: 3}}, []float64{1, 4}); e.before(6) != 0 || e.behind(3) != 0 || e.before(5) != 1 {
		t.Errorf("of two: got %d, %d and %d", e.before(6), e.behind(3), e.before(5))
	}
}

// From the border on, each text in the middle of its cell tells the next edge.
func TestChain(t *testing.T) {
	for _, tt := range []struct {
		name        string
		texts       []Interval
		set         side
		left, right string
	}{
		{"all in the middle", []Interval{{10, 50}, {80, 100}, {150, 170}}, anySide, "[60 120 200]", "[120 60 0]"},
		{"the second is not", []Interval{{10, 50}, {90, 110}, {150, 170}}, anySide, "[60 140 180]", "[120 80 -20]"},
		{"the first reaches over its edge", []Interval{{30, 90}, {100, 110}, {150, 170}}, anySide, "[]", "[120 90]"},
		{"set to the left", []Interval{{10, 50}, {80, 100}, {150, 170}}, flushLeft, "[]", "[]"},
	} {
		seats := inRows(tt.texts)
		f := New(10, seats, 1)
		for i := range f.seats {
			f.seats[i].Set = tt.set
		}
		f.Within(0, 200)
		l, r := f.chain(f.rows[0])
		if l == nil {
			l = []float64{}
		}
		if r == nil {
			r = []float64{}
		}
		t.Logf("%s: %v %v", tt.name, l, r)
		if tt.name == "all in the middle" && (fmt.Sprint(l) != tt.left || fmt.Sprint(r) != tt.right) {
			t.Errorf("%s: got %v and %v", tt.name, l, r)
		}
		if tt.name == "set to the left" && len(l)+len(r) > 0 {
			t.Errorf("%s: got %v and %v", tt.name, l, r)
		}
	}
}

// The values that most others are near, and how many of them at most.
func TestModes(t *testing.T) {
	for _, tt := range []struct {
		v    []float64
		n    int
		want string
	}{{nil, 3, "[]"}, {[]float64{5, 1, 9}, 2, "[1 5]"}, {[]float64{5, 1, 5.5, 9, 5, 9.2}, 5, "[5.166666666666667 9.1 1]"}, {[]float64{1, 2, 3, 3.1}, 5, "[2.5 1]"[:0] + "[1.5 3.05]"}} {
		got := modes(tt.v, 1, tt.n)
		if got == nil {
			got = []float64{}
		}
		if fmt.Sprint(got) != tt.want {
			t.Errorf("%v: got %v, want %s", tt.v, got, tt.want)
		}
	}
}

// Edges near each other are one, the strongest first; the borders stay where they are.
func TestCluster(t *testing.T) {
	for _, tt := range []struct {
		name  string
		votes []edge
		want  string
	}{
		{"apart", []edge{{at: 10, support: 1}, {at: 19.1, support: 1}}, "10:1 19.1:1"},
		{"as far as one", []edge{{at: 10, support: 1}, {at: 19, support: 1}}, "14.5:2"},
		{"the stronger counts more", []edge{{at: 10, support: 3}, {at: 18, support: 1}}, "12:4"},
		{"the nearer of two", []edge{{at: 10, support: 3}, {at: 22, support: 3}, {at: 17, support: 2}}, "10:3 20:5"},
		{"at a border", []edge{{at: 0, support: 8}, {at: 5, support: 4}}, "0:12"},
		{"a chain", []edge{{at: 10, support: 3}, {at: 18, support: 2}, {at: 22.3, support: 1}}, "13.2:5 22.3:1"},
	} {
		f := &Fitting{em: 10, Left: 0, Right: 200}
		var got []string
		for _, e := range f.cluster(tt.votes) {
			got = append(got, fmt.Sprintf("%.4g:%g", e.at, e.support))
		}
		if strings.Join(got, " ") != tt.want {
			t.Errorf("%s: got %v, want %s", tt.name, got, tt.want)
		}
	}
}

// Texts of one place are near each other within some rows, whatever stretch they are on.
func TestAlikeNear(t *testing.T) {
	seats := []Seat{{Box: Interval{10, 20}, FirstRow: 20, EndRow: 21}, {Box: Interval{10.9, 30}, FirstRow: 22, EndRow: 23}, {Box: Interval{11.1, 30}, FirstRow: 23, EndRow: 24}, {Box: Interval{9.2, 30}, FirstRow: 32, EndRow: 33}, {Box: Interval{10, 30}, FirstRow: 33, EndRow: 34}, {Box: Interval{10, 30}, FirstRow: 8, EndRow: 9}, {Box: Interval{10, 30}, FirstRow: 7, EndRow: 8}, {Box: Interval{10, 30}, FirstRow: 2, EndRow: 9}}
	got := newAlike(seats, 1, func(s *Seat) float64 { return s.Box.Lo }).near(seats, 0)
	in := map[int]bool{}
	for _, k := range got {
		in[k] = true
	}
	for k, want := range []bool{true, true, false, true, false, true, false, true} {
		if in[k] != want {
			t.Errorf("text %d: got %v", k, in[k])
		}
	}
}

// Lines that start together, and not in the middle of each other, are a paragraph.
func TestStartTogether(t *testing.T) {
	for _, tt := range []struct {
		lines []Interval
		want  bool
	}{{[]Interval{{0, 50}}, false}, {[]Interval{{0, 50}, {0, 20}}, true}, {[]Interval{{0, 50}, {2.4, 20}}, true}, {[]Interval{{0, 50}, {2.5, 20}}, false}, {[]Interval{{0, 50}, {0, 45.2}}, false}, {[]Interval{{0, 50}, {0, 44.8}}, true}, {[]Interval{{0, 50}, {15, 35}}, false}, {[]Interval{{0, 50}, {2, 20}, {-2, 30}}, true}, {[]Interval{{0, 50}, {0, 20}, {0, 48}}, true}} {
		if got := StartTogether(tt.lines, 10); got != tt.want {
			t.Errorf("%v: got %v", tt.lines, got)
		}
	}
}

// Texts of other rows side by side in the same columns crowd them.
func TestCrowded(t *testing.T) {
	at := func(lo, hi float64, r0, r1, c int) Text {
		return Text{Box: Interval{lo, hi}, Rows: Range{r0, r1}, Columns: Range{c, c + 1}}
	}
	for _, tt := range []struct {
		name  string
		texts []Text
		want  bool
	}{
		{"one row, side by side", []Text{at(0, 10, 0, 1, 0), at(20, 30, 0, 1, 0)}, true},
		{"one row, above each other", []Text{at(0, 10, 0, 1, 0), at(5, 30, 0, 1, 0)}, false},
		{"edge to edge", []Text{at(0, 10, 0, 1, 0), at(10, 30, 0, 1, 0)}, false},
		{"other rows", []Text{at(0, 10, 0, 1, 0), at(20, 30, 1, 2, 0)}, false},
		{"other columns", []Text{at(0, 10, 0, 1, 0), at(20, 30, 0, 1, 1)}, false},
		{"over several rows", []Text{at(0, 10, 0, 5, 0), at(0, 10, 1, 2, 0), at(20, 30, 3, 4, 0)}, true},
		{"beside the first of two that go on as far", []Text{at(0, 10, 0, 5, 0), at(5, 30, 1, 5, 0), at(12, 20, 2, 3, 0)}, true},
		{"nothing", nil, false},
	} {
		if got := Crowded(tt.texts); got != tt.want {
			t.Errorf("%s: got %v", tt.name, got)
		}
	}
}

// What the columns of a table are, however its texts are set: a text over all columns, a
// label of several rows, an empty place, paragraphs, figures to the right.
func TestColumnsOfTables(t *testing.T) {
	type text struct {
		lo, hi float64
		r0, r1 int
	}
	for _, tt := range []struct {
		name  string
		texts []text
		sure  []float64
		want  string
		spans string
	}{
		{"a title over all", []text{{100, 140, 0, 1}, {10, 30, 1, 2}, {110, 130, 1, 2}, {210, 230, 1, 2}, {10, 30, 2, 3}, {110, 130, 2, 3}, {210, 230, 2, 3}}, nil, "0 40 200 240", "0-3 0-1 1-2 2-3 0-1 1-2 2-3"},
		{"a label of three rows", []text{{10, 30, 0, 3}, {60, 100, 0, 1}, {140, 180, 0, 1}, {60, 100, 1, 2}, {140, 180, 1, 2}, {60, 100, 2, 3}, {140, 180, 2, 3}}, nil, "0 40 120 240", "0-1 1-2 2-3 1-2 2-3 1-2 2-3"},
	} {
		var seats []Seat
		rows := 0
		for _, x := range tt.texts {
			b := Interval{x.lo, x.hi}
			seats = append(seats, Seat{Box: b, Lines: []Interval{b}, FirstRow: x.r0, EndRow: x.r1})
			rows = max(rows, x.r1)
		}
		f := New(10, seats, rows)
		f.Within(0, 240)
		f.Solve(tt.sure)
		edges, spans := f.Columns()
		var e, s []string
		for _, x := range edges {
			e = append(e, fmt.Sprintf("%.0f", x))
		}
		for _, r := range spans {
			s = append(s, fmt.Sprintf("%d-%d", r.Lo, r.Hi))
		}
		if strings.Join(e, " ") != tt.want || strings.Join(s, " ") != tt.spans {
			t.Errorf("%s: got %v with %v", tt.name, e, s)
		}
	}
}

// What a text costs between two edges: nothing in the middle, or at the side that it is
// set to, and the more the further off.
func TestMisfit(t *testing.T) {
	for _, tt := range []struct {
		name   string
		set    side
		lo, hi float64
		want   float64
	}{
		{"in the middle", anySide, 50, 150, 0},
		{"a little off", anySide, 52, 152, 0},
		{"off", anySide, 60, 150, costSide * 0},
		{"further off", anySide, 50, 160, costFree},
		{"at the left edge", anySide, 75, 190, costSide},
		{"at the left edge, too far", anySide, 70.9, 190, costFree},
		{"over the left edge", anySide, 82.6, 190, costFree},
		{"a little over it", anySide, 82.4, 190, costSide},
		{"at the right edge", anySide, 10, 125, costSide},
		{"set to the left", flushLeft, 75, 190, 0},
		{"set to the left, at the right edge", flushLeft, 10, 125, costSide},
		{"set to the left, in the middle", flushLeft, 50, 150, costSide},
		{"set to the right", flushRight, 10, 125, 0},
		{"set to the right, at the left edge", flushRight, 75, 190, costSide},
		{"likely to the left, in the middle", likelyLeft, 50, 150, costSide / 2},
		{"a paragraph", Paragraph, 75, 130, 0},
		{"a paragraph in a wide cell", Paragraph, 75, 147, 0.5 * (2.7 - FullLine)},
		{"a paragraph at the right", Paragraph, 10, 125, costFree},
	} {
		s := Seat{Box: Interval{80, 120}, Lines: []Interval{{80, 120}}, Set: tt.set, EndRow: 1}
		f := &Fitting{em: 10, Left: 0, Right: 200, seats: []Seat{s}, rows: [][]int{{0}}, byLeft: [][]int{{0}}, shared: []int{0}}
		got := f.misfit(&s, tt.lo, tt.hi)
		if tt.name == "off" {
			if !near(got, 4*(0.5-0.2)) {
				t.Errorf("%s: got %v", tt.name, got)
			}
			continue
		}
		if tt.name == "further off" {
			if !near(got, 4*(0.5-0.2)) {
				t.Errorf("%s: got %v", tt.name, got)
			}
			continue
		}
		if !near(got, tt.want) {
			t.Errorf("%s: got %v, want %v", tt.name, got, tt.want)
		}
	}
	two := Seat{Box: Interval{80, 120}, Lines: []Interval{{80, 120}, {80, 120}}, EndRow: 1}
	f := &Fitting{em: 10, Left: 0, Right: 200, seats: []Seat{two}, rows: [][]int{{0}}, byLeft: [][]int{{0}}, shared: []int{0}}
	for wide, want := range map[float64]float64{60: 0, 70: 0.5, 80: 1, 120: 1.5, 160: 1.5} {
		if got := f.misfit(&two, 100-wide/2, 100+wide/2); !near(got, want) {
			t.Errorf("two lines in a cell %v wide: got %v, want %v", wide, got, want)
		}
	}
}

// Reaching over edges that others agree on costs, but where a cell above or below does, or
// the text is alone in its row and reaches from border to border.
func TestSkipped(t *testing.T) {
	f := &Fitting{em: 10, Left: 0, Right: 200, rows: [][]int{{0}, {1}, {2}}}
	f.edges = edges{{at: 0}, {at: 50}, {at: 100}, {at: 150}, {at: 200}}
	f.shared = []int{0, 0, 1, 2, 3, 3}
	f.seats = []Seat{{lo: 0, hi: 150, EndRow: 1}, {FirstRow: 1, EndRow: 2}, {lo: 100, hi: 200, FirstRow: 2, EndRow: 3}}
	f.byLeft = [][]int{{0}, {1}, {2}}
	s := &f.seats[1]
	for _, tt := range []struct {
		lo, hi, from, to float64
		want             float64
	}{{0, 100, 20, 100, 0.25}, {0, 200, 20, 200, 0.6}, {0, 200, 20, 150, 0.5}, {0, 50, 20, 50, 0}, {0, 150, 20, 150, 0}, {0, 144.6, 20, 144, 0}, {0, 144.4, 20, 144, 0.5}, {100, 200, 110, 200, 0}, {105.6, 200, 110, 200, 0.25}, {0, 100, 90, 20, 0}} {
		if got := f.skipped(s, tt.lo, tt.hi, tt.from, tt.to); !near(got, tt.want) {
			t.Errorf("%v: got %v", tt, got)
		}
	}
	s.alone = true
	if f.skipped(s, 0, 200, 20, 200) != 0 || f.skipped(s, 0, 100, 20, 100) == 0 || f.skipped(s, 50, 200, 60, 200) == 0 {
		t.Error("a text alone in its row")
	}
}

// A row of texts in the middle that is divided without a rest proves its edges; another
// only guesses some.
func TestChains(t *testing.T) {
	for _, tt := range []struct {
		name    string
		row     []Interval
		proved  int
		guessed int
	}{
		{"two texts", []Interval{{40, 60}, {140, 160}}, 4, 0}, {"one", []Interval{{90, 110}}, 0, 2}, {"a rest", []Interval{{40, 60}, {130, 150}}, 0, 4}, {"a small rest", []Interval{{40, 60}, {139, 159}}, 4, 0}, {"three", []Interval{{20, 40}, {80, 100}, {150, 170}}, 6, 0},
	} {
		f := New(10, inRows(tt.row), 1)
		f.Within(0, 200)
		proved, guessed := f.chains()
		if len(proved) != tt.proved || len(guessed) != tt.guessed {
			t.Errorf("%s: got %d proved, %d guessed", tt.name, len(proved), len(guessed))
		}
		for _, e := range proved {
			if e.support != 4 || e.proved != 1 {
				t.Errorf("%s: got %+v", tt.name, e)
			}
		}
		for k, e := range guessed {
			if want := []float64{0.8, 0.56}[k%max(1, len(guessed)/2)]; !near(e.support, want) {
				t.Errorf("%s: got %+v, want a support of %v", tt.name, e, want)
			}
		}
	}
}

// Texts set to one side tell the edge there, a little off, or the border near by.
func TestSides(t *testing.T) {
	for _, tt := range []struct {
		set    side
		lo, hi float64
		want   string
	}{
		{flushLeft, 50, 80, "47.5:0.7"}, {likelyLeft, 50, 80, "47.5:0.7"}, {flushRight, 50, 80, "82.5:0.7"}, {Paragraph, 50, 80, "47.5:1 88:0.3"}, {anySide, 50, 80, ""}, {likelyLeft, 11.4, 80, "0:0.7"}, {likelyLeft, 11.5, 80, "9:0.7"}, {flushRight, 50, 188.6, "200:0.7"}, {flushRight, 50, 188.5, "191:0.7"}, {flushLeft, 8, 80, "0:0.7"},
	} {
		f := New(10, []Seat{{Box: Interval{tt.lo, tt.hi}, EndRow: 1}}, 1)
		f.Within(0, 200)
		f.seats[0].Set = tt.set
		var got []string
		for _, e := range f.sides() {
			got = append(got, fmt.Sprintf("%g:%g", e.at, e.support))
		}
		if strings.Join(got, " ") != tt.want {
			t.Errorf("%v: got %v", tt, got)
		}
	}
	// One set near the border tells how far texts stand off their edges.
	f := New(10, []Seat{{Box: Interval{6, 30}, EndRow: 1}, {Box: Interval{106, 130}, EndRow: 1}}, 1)
	f.Within(0, 200)
	f.seats[0].Set, f.seats[1].Set = flushLeft, flushLeft
	if got := f.sides(); got[1].at != 100 {
		t.Errorf("got %+v", got)
	}
}

// The room of each edge lies between the texts of its row, or the borders.
func TestWithin(t *testing.T) {
	f := New(10, inRows([]Interval{{10, 50}, {70, 100}, {90, 120}}), 1)
	f.Within(0, 200)
	got := ""
	for i := range f.seats {
		s := &f.seats[i]
		got += fmt.Sprintf("%v %v; ", s.before, s.behind)
	}
	if want := "{0 10} {50 70}; {50 70} {95 95}; {95 95} {120 200}; "; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// Edges that would put a text in the middle of its cell, where there is room for one.
func TestMirrored(t *testing.T) {
	f := New(10, inRows([]Interval{{10, 50}, {100, 120}}), 1)
	f.Within(0, 200)
	f.shared = []int{0}
	f.byLeft = [][]int{{0, 1}}
	for _, tt := range []struct {
		lo, hi float64
		want   string
	}{{0, 60, "[]"}, {0, 90, "[60]"}, {9, 99, "[51]"}, {5, 55, "[]"}} {
		f.seats[0].lo, f.seats[0].hi = tt.lo, tt.hi
		f.seats[1].lo, f.seats[1].hi = 60, 160
		at := []float64{}
		for _, e := range f.mirrored() {
			at = append(at, e.at)
		}
		if fmt.Sprint(at) != tt.want {
			t.Errorf("%v: got %v", tt, at)
		}
	}
}

// The middle of each room in which no edge lies is one.
func TestFallbacks(t *testing.T) {
	f := New(10, inRows([]Interval{{10, 50}, {70, 100}}, []Interval{{10, 56}, {66, 90}}), 2)
	f.Within(0, 200)
	for _, tt := range []struct {
		votes []edge
		want  string
	}{{[]edge{{at: 0}, {at: 200}}, "[61]"}, {[]edge{{at: 0}, {at: 200}, {at: 60}}, "[]"}, {[]edge{{at: 0}, {at: 200}, {at: 52}}, "[61]"}, {[]edge{{at: 200}}, "[5 61]"}, {[]edge{{at: 0}}, "[61 150]"}} {
		at := []float64{}
		for _, e := range f.fallbacks(tt.votes) {
			at = append(at, e.at)
		}
		if fmt.Sprint(at) != tt.want {
			t.Errorf("%v: got %v, want %s", tt.votes, at, tt.want)
		}
	}
}
