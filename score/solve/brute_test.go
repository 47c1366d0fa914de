package solve_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"ziping/normalize"
	"ziping/score/identity"
	"ziping/score/solve"
	"ziping/text/num"
)

// reach bounds the values brute force tries in a cell: more than any sum of the
// small forms below can come to.
const reach = 40

// smallForm draws a form of a few cells with small whole figures: a money block
// of rows and columns, or marks with groups and a total, right or wrong.
func smallForm(t *rapid.T) *normalize.Report {
	figure := func(name string) *normalize.Field {
		f := &normalize.Field{}
		f.SetNumber(num.FromInt(int64(rapid.IntRange(0, 9).Draw(t, name))))
		return f
	}
	r := &normalize.Report{}
	if rapid.Bool().Draw(t, "money") {
		r.Funds = &normalize.Funds{}
		for _, s := range []string{"total", "central", "local"} {
			r.Funds.Rows = append(r.Funds.Rows, normalize.FundRow{
				Source: s, Label: s, Initial: figure("initial"), Adjustment: figure("adjustment"), Budget: figure("budget"),
			})
		}
		r.Funds.Rows[0].Parts = []string{"central", "local"}
		for i := range r.Funds.Rows { // more of it right than chance makes it
			row := &r.Funds.Rows[i]
			if rapid.IntRange(0, 2).Draw(t, "right") > 0 {
				sum(row.Budget, row.Initial, row.Adjustment)
			}
		}
		for _, c := range []normalize.Column{normalize.Initial, normalize.Adjustment, normalize.Budget} {
			if rapid.IntRange(0, 2).Draw(t, "right") > 0 {
				sum(r.Funds.Rows[0].Column(c), r.Funds.Rows[1].Column(c), r.Funds.Rows[2].Column(c))
			}
		}
		return r
	}
	level := &normalize.Field{Text: "产出指标", State: normalize.Parsed, Value: "产出指标", Weight: fmt.Sprint(rapid.IntRange(0, 20).Draw(t, "points"))}
	for i := range 3 {
		x := normalize.Indicator{Weight: figure("weight"), Score: figure("score")}
		if x.Level1 = level; i > 0 {
			x.Level1 = &normalize.Field{Text: "产出指标", State: normalize.Parsed, Value: "产出指标"}
		}
		r.Indicators = append(r.Indicators, x)
	}
	r.Total = &normalize.Total{Weight: figure("full"), Score: figure("total")}
	if rapid.Bool().Draw(t, "right") {
		sum(r.Total.Score, r.Indicators[0].Score, r.Indicators[1].Score, r.Indicators[2].Score)
	}
	if rapid.Bool().Draw(t, "right") {
		sum(r.Total.Weight, r.Indicators[0].Weight, r.Indicators[1].Weight, r.Indicators[2].Weight)
		level.Weight = r.Total.Weight.Value
	}
	return r
}

func sum(to *normalize.Field, parts ...*normalize.Field) {
	var s num.Decimal
	for _, p := range parts {
		n, _ := p.Number()
		s = s.Add(n)
	}
	to.SetNumber(s)
}

// problem is a form as whole numbers, for brute force to try values in. It
// knows sums and ranges only, and nothing of how the solver works.
type problem struct {
	paths  []normalize.Path
	values []int
	tests  []identity.Identity
	cell   map[normalize.Path]int
}

func newProblem(r *normalize.Report) *problem {
	p := &problem{tests: identity.List(r), cell: map[normalize.Path]int{}}
	for _, t := range p.tests {
		for _, path := range append([]normalize.Path{t.Result}, operands(&t)...) {
			if _, ok := p.cell[path]; ok {
				continue
			}
			n, _ := identity.Number(r, path)
			v := 0
			fmt.Sscan(n.String(), &v)
			p.cell[path] = len(p.paths)
			p.paths, p.values = append(p.paths, path), append(p.values, v)
		}
	}
	return p
}

func operands(t *identity.Identity) (out []normalize.Path) {
	for _, x := range t.Parts {
		out = append(out, x.Path)
	}
	return out
}

func (p *problem) holds() bool {
	for i := range p.tests {
		t := &p.tests[i]
		result := p.values[p.cell[t.Result]]
		if t.Kind == identity.Range {
			if result < 0 || result > p.values[p.cell[t.Parts[0].Path]] {
				return false
			}
			continue
		}
		sum := 0
		for _, x := range t.Parts {
			sum += x.Coef * p.values[p.cell[x.Path]]
		}
		if sum != result {
			return false
		}
	}
	return true
}

// possible reports whether some values of the cells make the form hold.
func (p *problem) possible(cells []int) bool {
	if len(cells) == 0 {
		return p.holds()
	}
	c := cells[0]
	old := p.values[c]
	defer func() { p.values[c] = old }()
	for v := -reach; v <= reach; v++ {
		p.values[c] = v
		if p.possible(cells[1:]) {
			return true
		}
	}
	return false
}

// smallest lists all smallest sets by trying every value in every set of up to
// two cells; nil where that is not enough.
func (p *problem) smallest() (out []string) {
	if p.possible(nil) {
		return nil
	}
	n := len(p.paths)
	for a := range n {
		if p.possible([]int{a}) {
			out = append(out, p.paths[a].String())
		}
	}
	if out != nil {
		return out
	}
	for a := range n {
		for b := a + 1; b < n; b++ {
			if p.possible([]int{a, b}) {
				pair := []string{p.paths[a].String(), p.paths[b].String()}
				slices.Sort(pair)
				out = append(out, strings.Join(pair, " "))
			}
		}
	}
	return out
}

// whole puts the solutions together again into sets of the whole form.
func whole(solutions []solve.Solution) []string {
	sets := [][]string{nil}
	for _, s := range solutions {
		var next [][]string
		for _, one := range s.Sets {
			for _, before := range sets {
				set := slices.Clone(before)
				for _, c := range one.Changes {
					set = append(set, c.Path.String())
				}
				next = append(next, set)
			}
		}
		sets = next
	}
	var out []string
	for _, s := range sets {
		slices.Sort(s)
		out = append(out, strings.Join(s, " "))
	}
	return out
}

// TestBruteForce holds the solver to exhaustive search on small forms: the same
// sets, all of them and no other.
func TestBruteForce(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		r := smallForm(rt)
		solutions := solve.Run(solve.Input{Report: r, Tested: identity.Unconditional(r)}, solve.DefaultLimits())
		want := newProblem(r).smallest()
		size := 0
		for _, s := range solutions {
			if !s.Decided {
				rt.Fatal("undecided")
			}
			size += len(s.Sets[0].Changes)
		}
		if want == nil {
			if size > 0 && size < 3 {
				rt.Fatalf("got %q, brute force finds nothing with fewer than three", whole(solutions))
			}
			return
		}
		got := whole(solutions)
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			rt.Fatalf("got  %q\nwant %q", got, want)
		}
	})
}
