package solve

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"ziping/extract"
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
		{[3]string{"0.00", "0", "100"}, []int{part}, 7_00, 100_00, false},
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
		if got := rateSystem(tt.prints[:]...).consistent(free, []int64{0, tt.part, tt.whole}); got != tt.want {
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

// A cell beyond the sixty-fourth is not taken for one that has the same place in a hint.
func TestEliminateFar(t *testing.T) {
	const same, last, first = 64, 63, 0
	s := &search{system: systemOf(make([]bool, same+1)...)}
	s.values = make([]int64, same+1)
	rows := []*row{
		{terms: []term{{first, 1}}, constant: -1, rel: atLeast},
		{terms: []term{{first, 1}, {last, -1}, {same, 1}}},
		{terms: []term{{last, 1}}, constant: -5},
		{terms: []term{{last, 2}}, constant: -3, rel: moreThan, drop: few{same}},
	}
	for _, r := range rows {
		r.judge(s.values)
	}
	var free cells
	for _, c := range []int{same, last} {
		free.add(c)
		rows = s.eliminate(rows, c, &free)
	}
	// What is left of the first is a ≥ 1; the others say what same and last must be.
	if len(rows) != 1 || rows[0].coefOf(first) != 1 || rows[0].constant != -1 {
		t.Errorf("got %d rows", len(rows))
	}
}

// A row whose numbers do not fit is left out, and it is known that one was.
func TestRelaxed(t *testing.T) {
	const large = 1 << 40
	s := &search{system: systemOf(false, false, false), lim: DefaultLimits()}
	s.values = []int64{1, 1, 1}
	s.add(row{terms: []term{{0, large}, {1, -(large - 1)}}, constant: 1})
	s.add(row{terms: []term{{1, large - 2}, {2, -(large - 3)}}, constant: 1})
	s.add(row{terms: []term{{0, 1}, {2, 1}}, constant: -3})
	for _, r := range s.rows {
		r.judge(s.values)
	}
	if s.run() || !s.relaxed {
		t.Errorf("got %d sets of a system whose numbers do not fit, relaxed: %v", len(s.found), s.relaxed)
	}
}

// A set that no value fits explains nothing; where a value was chosen before, it is not
// known whether another would have done.
func TestNoValue(t *testing.T) {
	for name, tt := range map[string]struct {
		rows    []row
		decided bool
		sets    []cells
	}{
		"no half a hundredth":     {[]row{{terms: []term{{0, 2}, {1, 2}}, constant: -1}}, false, nil},
		"of the one or the other": {[]row{{terms: []term{{0, 2}, {1, 1}}, constant: -1}}, true, []cells{of(1)}},
		"of one that was chosen": {[]row{
			{terms: []term{{0, 1}}, rel: atLeast, constant: -5}, {terms: []term{{0, -1}}, rel: atLeast, constant: 8},
			{terms: []term{{0, 1}, {1, -4}}, rel: atLeast, constant: -1}, {terms: []term{{0, -1}, {1, 4}}, rel: atLeast, constant: 1},
		}, false, nil},
	} {
		s := &search{system: systemOf(false, false), lim: DefaultLimits()}
		s.values = []int64{0, 0}
		for _, r := range tt.rows {
			s.add(r)
		}
		for _, r := range s.rows {
			r.judge(s.values)
		}
		got := s.run()
		var sets []cells
		for i := range s.found {
			sets = append(sets, s.found[i].free)
		}
		if got != tt.decided || !slices.Equal(sets, tt.sets) || s.over != (name == "of one that was chosen") {
			t.Errorf("%s: decided %v with %d sets, given up %v", name, got, len(sets), s.over)
		}
	}
}

// A rate follows from its part and its whole, and is none of nothing.
func TestFollow(t *testing.T) {
	r := &normalize.Report{Funds: &normalize.Funds{Rows: []normalize.FundRow{{Source: "total", Budget: &normalize.Field{}, Executed: &normalize.Field{}, ExecutionRate: &normalize.Field{}}}}}
	for path, n := range map[string]string{"budget": "100", "executed": "80", "execution_rate": "90.00"} {
		f, _ := r.Field(normalize.MustPath("funds.total." + path))
		f.SetNumber(num.MustParse(n))
	}
	tested := identity.Unconditional(r)
	s := &search{system: build(Input{Report: r, Tested: tested})[0]}
	rate := s.index[normalize.MustPath("funds.total.execution_rate")]
	for executed, want := range map[int64]string{45_00: "45", 0: "0"} {
		ch := s.change(s.cells[rate].at)
		values := slices.Clone(s.values)
		values[s.cells[s.index[normalize.MustPath("funds.total.executed")]].at] = executed
		if !s.follow(&ch, values) || ch.New.String() != want || !ch.Bounded || ch.Ranged() {
			t.Errorf("%d of 100: got %+v", executed, ch)
		}
		values[s.cells[s.index[normalize.MustPath("funds.total.budget")]].at] = 0
		if s.follow(&ch, values) {
			t.Errorf("%d of nothing: got %+v", executed, ch)
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
	if !s.consistent(graded, []int64{0, 0}) {
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
	// A set is cells with their values, "0=6 1=9", or with a least and a greatest one.
	found := func(sets ...string) (out []settled) {
		for _, set := range sets {
			var f settled
			for _, x := range strings.Fields(set) {
				cell, value, _ := strings.Cut(x, "=")
				n, span, ranged := strings.Cut(value, "of")
				low, high := n, n
				if ranged {
					low, high, _ = strings.Cut(span, "..")
				}
				c, _ := strconv.Atoi(cell)
				f.free.add(c)
				f.changes = append(f.changes, cellChange{c, Change{New: num.MustParse(n), Low: num.MustParse(low), High: num.MustParse(high)}})
			}
			out = append(out, f)
		}
		return out
	}
	atLeastAs := row{terms: []term{{0, -1}, {1, 1}}, rel: atLeast} // the second is at least the first
	same, broken, ofRate, ofBlank, togetherLess := atLeastAs, atLeastAs, atLeastAs, atLeastAs, atLeastAs
	same.rel, same.constant = equal, -5_00
	broken.constant = -6_00
	ofRate.drop, ofBlank.need = few{5}, few{5}
	togetherLess.terms = []term{{0, -1}, {1, 1}, {2, 1}}
	for name, tt := range map[string]struct {
		row   row
		found []settled
		want  []cells
	}{
		"kept by each alone":                   {atLeastAs, found("0=6 1=9"), []cells{of(0), of(1)}},
		"broken by one alone":                  {atLeastAs, found("0=12 1=20"), []cells{of(0, 1)}},
		"broken by one of three":               {togetherLess, found("0=13 1=14 2=14"), []cells{of(0, 1, 2)}},
		"always the same":                      {atLeastAs, found("0=6 1=9", "0=6 2=9"), []cells{of(0), of(1, 2)}},
		"another with the other":               {atLeastAs, found("0=6 1=9", "0=7 2=9"), []cells{of(0, 1, 2)}},
		"others that go together with another": {atLeastAs, found("0=6 1=9 2=1", "0=6 1=8 3=1"), []cells{of(0), of(1, 2, 3)}},
		"a wider one with another":             {atLeastAs, found("0=6of5..7 1=9", "0=6of4..7 2=9"), []cells{of(0, 1, 2)}},
		"a narrower one":                       {atLeastAs, found("0=6of5..7 1=9", "0=6of5..6 2=9"), []cells{of(0, 1, 2)}},
		"an equation":                          {same, found("0=6 1=11"), []cells{of(0, 1)}},
		"a bound that is broken":               {broken, found("0=3 1=11"), []cells{of(0, 1)}},
		"a bound of a rate":                    {ofRate, found("0=6 1=9"), []cells{of(0, 1)}},
		"a bound of a blank":                   {ofBlank, found("0=6 1=9"), []cells{of(0, 1)}},
		"no combination of two":                {atLeastAs, found("0=6 1=9", "2=9"), []cells{of(0, 1, 2)}},
		"each pair, no three":                  {row{}, found("0=1 1=1 2=1", "0=1 4=1 5=1", "3=1 1=1 5=1", "3=1 4=1 2=1"), []cells{of(0, 1, 2, 3, 4, 5)}},
		"all of two and two":                   {row{}, found("0=1 1=1", "0=1 4=1", "3=1 1=1", "3=1 4=1"), []cells{of(0, 3), of(1, 4)}},
	} {
		s := systemOf(false, false, false, false, false, false)
		s.values = []int64{5_00, 10_00, 1_00, 0, 0, 0}
		s.add(tt.row)
		if strings.Contains(name, "together") {
			s.add(row{terms: []term{{1, 1}, {2, 1}, {3, 1}}})
		}
		for _, r := range s.rows {
			r.judge(s.values)
		}
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
	at := func(col int) *normalize.Field { return &normalize.Field{At: &extract.Ref{Col: col}} }
	r := &normalize.Report{Indicators: make([]normalize.Indicator, 2), Funds: &normalize.Funds{Rows: []normalize.FundRow{
		{Source: "total", Initial: at(1), Budget: at(4), Executed: at(3), Balance: at(5)},
		{Source: "local", Initial: &normalize.Field{}, Budget: at(4), Executed: &normalize.Field{}},
	}}}
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
		normalize.GradePath:                          nil,
		fund("central", normalize.Budget):            nil,
		// 年初预算 | 全年执行数 | 全年预算数 | 结余, as they stand on the paper.
		fund("total", normalize.Initial):  {fund("total", normalize.Executed)},
		fund("total", normalize.Executed): {fund("total", normalize.Initial), fund("total", normalize.Budget)},
		fund("total", normalize.Budget):   {fund("total", normalize.Executed), fund("total", normalize.Balance)},
		fund("total", normalize.Balance):  {fund("total", normalize.Budget)},
		fund("total", normalize.Score):    nil,
		// Without a place, in the order of the columns.
		fund("local", normalize.Budget): {fund("local", normalize.Initial), fund("local", normalize.Executed)},
	} {
		if got := columnsBeside(r, of); !slices.Equal(got, want) {
			t.Errorf("beside %s: got %s", of, got)
		}
	}
}
