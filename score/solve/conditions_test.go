package solve

import (
	"slices"
	"testing"

	"ziping/normalize"
	"ziping/score/identity"
	"ziping/text/num"
)

// of is a set of cells.
func of(list ...int) (c cells) {
	for _, i := range list {
		c.add(i)
	}
	return c
}

// rateSystem is a printed rate, its part and its whole: cells 0, 1 and 2.
func rateSystem(prints ...string) *search {
	s := systemOf(false, false, false)
	for i, p := range prints {
		s.cells[i].n = num.MustParse(p)
	}
	t := identity.Tested{Identity: identity.Identity{Kind: identity.Ratio, Parts: []identity.Term{{}, {}}}}
	s.ratio(&t, 0, 1, 2)
	return &search{system: s}
}

// What a printed rate says depends on which of its cells are in doubt.
func TestRatio(t *testing.T) {
	const rate, part, whole = 0, 1, 2
	for _, tt := range []struct {
		prints      [3]string
		free        []int
		part, whole int64 // in hundredths
		want        bool
	}{
		{[3]string{"90.00", "90", "100"}, nil, 90_00, 100_00, true},
		{[3]string{"90.00", "90", "100"}, nil, 80_00, 100_00, false},
		{[3]string{"90.00", "90", "100"}, []int{rate}, 80_00, 100_00, true},
		{[3]string{"90.00", "90", "100"}, []int{whole}, 90_00, 120_00, false},
		{[3]string{"90.00", "90", "100"}, []int{part, whole}, 45_00, 50_00, true},
		{[3]string{"90.00", "90", "100"}, []int{part, whole}, -45_00, -50_00, false},
		// A whole below nothing turns the bounds round while it stands.
		{[3]string{"90.00", "-90", "-100"}, []int{part}, -90_00, -100_00, true},
		{[3]string{"90.00", "-90", "-100"}, []int{part}, 90_00, -100_00, false},
		{[3]string{"90.00", "-90", "-100"}, []int{whole}, -90_00, -100_00, true},
		{[3]string{"90.00", "-90", "-100"}, []int{part, whole}, -90_00, -100_00, false},
		{[3]string{"90.00", "-90", "-100"}, []int{part, whole}, 90_00, 100_00, true},
		// Nothing is 0.00 of anything, and 90.00 of nothing alone.
		{[3]string{"0.00", "0", "100"}, []int{whole}, 0, 7_00, true},
		{[3]string{"0.00", "0", "100"}, []int{whole}, 0, -7_00, true},
		{[3]string{"0.00", "0", "100"}, []int{part, whole}, 0, 0, true},
		{[3]string{"90.00", "0", "100"}, []int{whole}, 0, 0, true},
		{[3]string{"90.00", "0", "100"}, []int{whole}, 0, 7_00, false},
		{[3]string{"90.00", "0", "100"}, []int{whole}, 0, -7_00, false},
		{[3]string{"0.00", "5", "100"}, []int{whole}, 5_00, 100_00, false},
		{[3]string{"0.00", "5", "100"}, []int{whole}, 5_00, 200_000_00, true},
		{[3]string{"0.00", "5", "100"}, []int{whole}, 5_00, -200_000_00, false},
		// A divisor of nothing says nothing.
		{[3]string{"90.00", "90", "0"}, []int{part}, 7_00, 0, true},
		{[3]string{"90.00", "90", "0"}, nil, 90_00, 0, true},
		{[3]string{"90.00", "90", "0"}, []int{whole}, 90_00, 100_00, true},
		{[3]string{"90.00", "90", "0"}, []int{whole}, 90_00, 50_00, false},
	} {
		free := of(tt.free...)
		if got := rateSystem(tt.prints[:]...).consistent(&free, []int64{0, tt.part, tt.whole}); got != tt.want {
			t.Errorf("%v, %v in doubt: %d of %d is consistent: %v", tt.prints, tt.free, tt.part, tt.whole, got)
		}
	}
}

// An equation that does not count yet bounds its cells from both sides.
func TestEliminateBounds(t *testing.T) {
	s := systemOf(false, false, false)
	for _, sign := range []int64{1, -1} {
		rows := []*row{
			{terms: []term{{0, sign}, {1, sign}}, constant: -10 * sign, need: few{2}}, // a + b = 10
			{terms: []term{{0, 1}}, constant: -3, rel: atLeast},
			{terms: []term{{0, -1}}, constant: 5, rel: atLeast},
		}
		s.values = []int64{4, 6, 0}
		for _, r := range rows {
			r.judge(s.values)
		}
		free := of(0)
		left := (&search{system: s}).eliminate(rows, 0, &free)
		for b := int64(0); b < 12; b++ {
			got := !slices.ContainsFunc(left, func(r *row) bool { return r.brokenBy([]int64{0, b, 0}) })
			if want := b >= 5 && b <= 7; got != want {
				t.Errorf("sign %d: b = %d holds: %v", sign, b, got)
			}
		}
		for _, r := range left {
			if !slices.Equal(r.need, few{2}) {
				t.Errorf("%+v counts before its equation does", r)
			}
		}
	}
}

// What is garbled, or has no whole or no part, says nothing.
func TestSpeaks(t *testing.T) {
	const figure, blank, garbled = 0, 1, 2
	f := &form{cells: []cell{{}, {blank: true}, {bad: true}}}
	for _, tt := range []struct {
		kind identity.Kind
		list []int
		want bool
	}{
		{identity.Range, []int{figure, figure}, true}, {identity.Range, []int{figure, blank}, true},
		{identity.Range, []int{blank, figure}, true}, {identity.Range, []int{blank, blank}, false},
		{identity.Range, []int{garbled, figure}, false}, {identity.Range, []int{figure, garbled}, false},
		{identity.Sum, []int{figure, blank, figure}, true}, {identity.Sum, []int{figure, blank, blank}, false},
		{identity.Sum, []int{blank, figure, figure}, false}, {identity.Sum, []int{figure, garbled, figure}, false},
		{identity.Ratio, []int{figure, figure, figure}, true}, {identity.Ratio, []int{figure, figure, blank}, false},
		{identity.Ratio, []int{blank, figure, figure}, false},
	} {
		x := &identity.Tested{Identity: identity.Identity{Kind: tt.kind, Parts: make([]identity.Term, len(tt.list)-1)}}
		if got := f.speaks(x, tt.list); got != tt.want {
			t.Errorf("%v of %v says something: %v", tt.kind, tt.list, got)
		}
	}
}

// A printed grade bounds the total, and disagrees by either of the two.
func TestGradeRows(t *testing.T) {
	band := identity.Band{Low: num.FromInt(80), HasLow: true, High: num.FromInt(90), HasHigh: true, HighOpen: true}
	s := systemOf(false, false)
	s.grade, s.total = 0, 1
	s.in.Grade = &identity.Grade{Band: band, Outcome: identity.Disagree}
	s.gradeRows()
	for v, want := range map[int64]bool{79_99: false, 80_00: true, 89_99: true, 90_00: false} {
		if got := s.holds(0, v); got != want {
			t.Errorf("a total of %d hundredths holds: %v", v, got)
		}
	}
	graded := of(0)
	if (&search{system: s}).consistent(&graded, []int64{0, 0}) != true {
		t.Error("a grade in doubt bounds the total")
	}
	for c := range 2 {
		if of := of(c); !s.explained(&of).Grade {
			t.Errorf("cell %d does not explain the grade", c)
		}
	}
	if other := of(5); s.explained(&other).Grade || !s.explained(nil).Grade {
		t.Error("the grade is explained by what has no part in it, or by nothing")
	}
	s = systemOf(false, false)
	s.grade, s.total = 0, 1
	s.in.Grade = &identity.Grade{Band: identity.Band{}, Outcome: identity.Agree}
	if s.gradeRows(); len(s.rows)+len(s.broken) > 0 {
		t.Error("a grade without bounds says something")
	}
}

// A bound that holds as printed ties two cells only where one of them alone would break it,
// or where what one becomes depends on the other.
func TestFactors(t *testing.T) {
	found := func(values ...map[int]int64) (out []settled) {
		for _, v := range values {
			var f settled
			for c := range 3 {
				if n, ok := v[c]; ok {
					f.free.add(c)
					d := num.FromInt(n)
					f.changes = append(f.changes, cellChange{c, Change{New: d, Low: d, High: d}})
				}
			}
			out = append(out, f)
		}
		return out
	}
	for name, tt := range map[string]struct {
		rel   relation
		found []settled
		want  []cells
	}{
		"kept by each alone":     {atLeast, found(map[int]int64{0: 6, 1: 9}), []cells{of(0), of(1)}},
		"broken by one alone":    {atLeast, found(map[int]int64{0: 12, 1: 20}), []cells{of(0, 1)}},
		"always the same":        {atLeast, found(map[int]int64{0: 6, 1: 9}, map[int]int64{0: 6, 2: 9}), []cells{of(0), of(1, 2)}},
		"another with the other": {atLeast, found(map[int]int64{0: 6, 1: 9}, map[int]int64{0: 7, 2: 9}), []cells{of(0, 1, 2)}},
		"an equation":            {equal, found(map[int]int64{0: 6, 1: 6}), []cells{of(0, 1)}},
		"no combination of two":  {atLeast, found(map[int]int64{0: 6, 1: 9}, map[int]int64{2: 9}), []cells{of(0, 1, 2)}},
	} {
		s := systemOf(false, false, false)
		s.values = []int64{5_00, 10_00, 1_00}
		if tt.rel == equal {
			s.values[1] = 5_00
		}
		s.add(row{terms: []term{{0, -1}, {1, 1}}, rel: tt.rel})
		s.rows[0].judge(s.values)
		if got := s.factors(tt.found); !slices.Equal(got, tt.want) {
			t.Errorf("%s: got %d groups, want %d", name, len(got), len(tt.want))
		}
	}
}

// Of two as near the middle, neither is nearer.
func TestNearer(t *testing.T) {
	for _, tt := range []struct {
		a, b int64
		want bool
	}{{4, 7, true}, {7, 4, false}, {4, 6, false}, {6, 4, false}, {5, 6, true}} {
		if got := nearer(num.FromInt(tt.a), num.FromInt(tt.b), num.FromInt(5)); got != tt.want {
			t.Errorf("%d is nearer to 5 than %d: %v", tt.a, tt.b, got)
		}
	}
}

// The cells above, below and beside one are those of its own block.
func TestBeside(t *testing.T) {
	fund := func(source string, c normalize.Column) normalize.Path { return normalize.FundPath(source, c) }
	r := &normalize.Report{Indicators: make([]normalize.Indicator, 2), Funds: &normalize.Funds{Rows: []normalize.FundRow{{Source: "total"}, {Source: "local"}}}}
	for _, tt := range []struct {
		of   normalize.Path
		d    int
		want normalize.Path
	}{
		{normalize.IndicatorPath(0, normalize.Weight), 1, normalize.IndicatorPath(1, normalize.Weight)},
		{normalize.IndicatorPath(1, normalize.Score), -1, normalize.IndicatorPath(0, normalize.Score)},
		{normalize.IndicatorPath(0, normalize.Weight), -1, normalize.Path{}},
		{normalize.IndicatorPath(1, normalize.Weight), 1, normalize.Path{}},
		{fund("total", normalize.Budget), 1, fund("local", normalize.Budget)},
		{fund("local", normalize.Budget), -1, fund("total", normalize.Budget)},
		{fund("total", normalize.Budget), -1, normalize.Path{}},
		{fund("local", normalize.Budget), 1, normalize.Path{}},
		{normalize.TotalScorePath, 1, normalize.Path{}},
	} {
		if got := beside(r, tt.of, tt.d); got != tt.want {
			t.Errorf("%d below %s: got %s", tt.d, tt.of, got)
		}
	}
	if got := beside(&normalize.Report{}, fund("total", normalize.Budget), 1); !got.IsZero() {
		t.Errorf("without money: got %s", got)
	}
	for of, want := range map[normalize.Path][]normalize.Path{
		normalize.IndicatorPath(1, normalize.Weight): {normalize.IndicatorPath(1, normalize.Score)},
		normalize.IndicatorPath(1, normalize.Score):  {normalize.IndicatorPath(1, normalize.Weight)},
		normalize.TotalScorePath:                     nil,
		fund("central", normalize.Budget):            nil,
	} {
		if got := columnsBeside(r, of); !slices.Equal(got, want) {
			t.Errorf("beside %s: got %s", of, got)
		}
	}
}
