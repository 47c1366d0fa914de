package rubric

import (
	_ "embed"
	"sync"

	"go.yaml.in/yaml/v3"

	"ziping/text/num"
)

//go:embed candidates.yaml
var candidatesYAML []byte

// candidates are the rules that inference tries, the simplest first.
type candidates struct {
	targets Targets // the formulas alone
	budget  []RateRule
	over    []Over
}

var allCandidates = sync.OnceValue(func() *candidates {
	c, err := readCandidates(candidatesYAML, "candidates.yaml")
	if err != nil {
		panic(err) // embedded data, opened by a test
	}
	return c
})

func readCandidates(data []byte, file string) (*candidates, error) {
	r := &reader{file: file}
	root := r.root(data)
	if r.err != nil {
		return nil, r.err
	}
	m := r.mapping(root, "at_least", "at_most", "equal", "range", "steps", "over")
	c := &candidates{targets: Targets{
		AtLeast: r.formulas(m, "at_least"), AtMost: r.formulas(m, "at_most"), Equal: r.formulas(m, "equal"), Range: r.formulas(m, "range"),
	}}
	s := r.mapping(m.at["steps"], "from", "per", "deduct")
	c.steps(s.figures("from"), s.figures("per"), s.figures("deduct"))
	o := r.mapping(m.at["over"], "from", "cut")
	for _, from := range o.figures("from") {
		for _, cut := range o.figures("cut") {
			c.over = append(c.over, Over{From: from, Cut: cut})
		}
	}
	if r.err != nil {
		return nil, r.err
	}
	return c, nil
}

// figures are the numbers of a list.
func (m mapping) figures(key string) []num.Decimal {
	var out []num.Decimal
	for _, n := range m.items(key) {
		one := mapping{m.r, m.node, map[string]*yaml.Node{key: n}}
		out = append(out, one.positive(key))
	}
	return out
}

// steps adds every deduction by steps: for targets in percent of the target, for
// the budget on ten points below a rate.
func (c *candidates) steps(from, per, deduct []num.Decimal) {
	c.budget = append(c.budget,
		RateRule{Kind: RateLinear, RatePlaces: -1},
		RateRule{Kind: RateLinear, RatePlaces: 0})
	for _, w := range []Whole{WholeNone, WholeFloor, WholeCeil} {
		for _, p := range per {
			for _, d := range deduct {
				f := Formula{Kind: KindStep, Relative: true, Per: p, Deduct: d, Whole: w}
				c.targets.AtLeast = append(c.targets.AtLeast, f)
				c.targets.AtMost = append(c.targets.AtMost, f)
				c.targets.Equal = append(c.targets.Equal, f)
			}
		}
	}
	for _, x := range from {
		for _, w := range []Whole{WholeFloor, WholeNone, WholeCeil} {
			for _, p := range per {
				for _, d := range deduct {
					c.budget = append(c.budget, RateRule{Kind: RateStep, Of: ten, From: x, Per: p, Deduct: d, Whole: w, RatePlaces: -1})
				}
			}
		}
	}
}

var ten = num.FromInt(10)
