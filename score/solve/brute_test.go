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

// reach bounds the values brute force tries in a cell, and far those that are compared:
// more than any sum of the small forms below can come to, once and twice.
const (
	far   = 30
	reach = 2 * far
)

// smallForm draws a form of a few cells with small whole figures: a money block
// of rows and columns, or marks with groups and a total, right or wrong.
func smallForm(t *rapid.T) *normalize.Report {
	figure := func(name string) *normalize.Field {
		f := &normalize.Field{State: normalize.Blank}
		if rapid.IntRange(0, 11).Draw(t, "blank") == 0 {
			return f
		}
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
	blank  []bool // nothing is printed: 0, until something is filled in
	laws   []law
}

// law is an identity of cells, the result first: Σ coef × part = result, or 0 ≤ result ≤ part.
type law struct {
	ranged bool
	cells  []int
	coefs  []int
}

func newProblem(r *normalize.Report) *problem {
	p := &problem{}
	for _, t := range identity.List(r) {
		l := law{ranged: t.Kind == identity.Range}
		terms := append([]identity.Term{{Path: t.Result, Coef: -1}}, t.Parts...)
		if !slices.ContainsFunc(terms, func(x identity.Term) bool { return !identity.PrintAt(r, x.Path).Blank }) {
			continue
		}
		parts := slices.ContainsFunc(t.Parts, func(x identity.Term) bool { return !identity.PrintAt(r, x.Path).Blank })
		if !l.ranged && (!parts || identity.PrintAt(r, t.Result).Blank) {
			continue // what has no whole or no part says nothing
		}
		for _, x := range terms {
			c := slices.Index(p.paths, x.Path)
			if c < 0 {
				at, v := identity.PrintAt(r, x.Path), 0
				fmt.Sscan(at.N.String(), &v)
				c = len(p.paths)
				p.paths, p.values, p.blank = append(p.paths, x.Path), append(p.values, v), append(p.blank, at.Blank)
			}
			l.cells, l.coefs = append(l.cells, c), append(l.coefs, x.Coef)
		}
		p.laws = append(p.laws, l)
	}
	return p
}

// holds reports whether the laws hold; a range says nothing of what is blank and not freed.
func (p *problem) holds(laws []law, freed []int) bool {
	for i := range laws {
		l := &laws[i]
		if l.ranged {
			score, weight := p.values[l.cells[0]], p.values[l.cells[1]]
			empty := func(c int) bool { return p.blank[c] && !slices.Contains(freed, c) }
			if (score < 0 || score > weight) && !slices.ContainsFunc(l.cells, empty) {
				return false
			}
			continue
		}
		sum := 0
		for k, c := range l.cells {
			sum += l.coefs[k] * p.values[c]
		}
		if sum != 0 {
			return false
		}
	}
	return true
}

// span is the least and the greatest value of a cell, up to what is far.
type span struct{ low, high int }

// possible are the values of the cells that make the form hold, each with what the others
// can be; nil where there are none.
func (p *problem) possible(cells []int) (spans []span) {
	var about, others []law
	for _, l := range p.laws {
		if slices.ContainsFunc(cells, func(c int) bool { return slices.Contains(l.cells, c) }) {
			about = append(about, l)
		} else {
			others = append(others, l)
		}
	}
	if !p.holds(others, cells) {
		return nil
	}
	var try func(k int)
	try = func(k int) {
		if k == len(cells) {
			if !p.holds(about, cells) {
				return
			}
			for n, c := range cells {
				v := p.values[c]
				if len(spans) <= n {
					spans = append(spans, span{v, v})
				}
				spans[n] = span{min(spans[n].low, v), max(spans[n].high, v)}
			}
			return
		}
		c := cells[k]
		old := p.values[c]
		for p.values[c] = -reach; p.values[c] <= reach; p.values[c]++ {
			if !p.blank[c] || p.values[c] > 0 { // what was left out is no negative amount
				try(k + 1)
			}
		}
		p.values[c] = old
	}
	try(0)
	return spans
}

// smallest lists all smallest sets, each cell with its values, by trying every value in
// every set of up to two cells; nil where that is not enough.
func (p *problem) smallest() (out []string) {
	n := len(p.paths)
	if p.holds(p.laws, nil) {
		return nil
	}
	told := func(cells ...int) {
		spans := p.possible(cells)
		if spans == nil {
			return
		}
		var set []string
		for k, c := range cells {
			set = append(set, fmt.Sprintf("%s %d..%d", p.paths[c], max(-far, spans[k].low), min(far, spans[k].high)))
		}
		slices.Sort(set)
		out = append(out, strings.Join(set, ", "))
	}
	for a := range n {
		told(a)
	}
	if out != nil {
		return out
	}
	for a := range n {
		for b := range a {
			told(a, b)
		}
	}
	return out
}

// whole puts the solutions together again into sets of the whole form, each cell with the
// whole numbers that it can be, up to what is far.
func whole(solutions []solve.Solution) []string {
	sets := [][]string{nil}
	for _, s := range solutions {
		var next [][]string
		for _, one := range s.Sets {
			for _, before := range sets {
				set := slices.Clone(before)
				for _, c := range one.Changes {
					low, high := -far, far
					if c.Low.Cmp(num.FromInt(-far)) > 0 {
						fmt.Sscan(c.Low.Neg().Truncate(0).Neg().String(), &low)
						if num.FromInt(int64(low)).Cmp(c.Low) < 0 {
							low++
						}
					}
					if c.High.Cmp(num.FromInt(far)) < 0 {
						fmt.Sscan(c.High.Truncate(0).String(), &high)
						if num.FromInt(int64(high)).Cmp(c.High) > 0 {
							high--
						}
					}
					set = append(set, fmt.Sprintf("%s %d..%d", c.Path, low, high))
				}
				next = append(next, set)
			}
		}
		sets = next
	}
	var out []string
	for _, s := range sets {
		slices.Sort(s)
		out = append(out, strings.Join(s, ", "))
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
