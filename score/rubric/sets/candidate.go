package sets

import (
	_ "embed"
	"sync"

	"go.yaml.in/yaml/v3"

	"ziping/score/rubric"
	"ziping/text/num"
)

//go:embed known/candidates.yaml
var candidatesYAML []byte

// Tries are the rules that inference tries, the simplest first.
type Tries struct {
	Targets rubric.Targets // the formulas alone
	Budget  []rubric.RateRule
	Over    []rubric.Over
}

// Candidates are the tries of candidates.yaml. They must not be changed.
var Candidates = sync.OnceValue(func() *Tries {
	c, err := readCandidates(candidatesYAML, "candidates.yaml")
	if err != nil {
		panic(err) // embedded data, opened by a test
	}
	return c
})

func readCandidates(data []byte, file string) (*Tries, error) {
	r := &reader{file: file}
	root := r.root(data)
	if r.err != nil {
		return nil, r.err
	}
	m := r.mapping(root, "at_least", "at_most", "equal", "range", "steps", "over")
	c := &Tries{Targets: rubric.Targets{
		AtLeast: r.formulas(m, "at_least"), AtMost: r.formulas(m, "at_most"), Equal: r.formulas(m, "equal"), Range: r.formulas(m, "range"),
	}}
	s := r.mapping(m.at["steps"], "from", "per", "deduct")
	c.steps(s.figures("from"), s.figures("per"), s.figures("deduct"))
	o := r.mapping(m.at["over"], "from", "cut")
	for _, from := range o.figures("from") {
		for _, cut := range o.figures("cut") {
			c.Over = append(c.Over, rubric.Over{From: from, Cut: cut})
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
func (c *Tries) steps(from, per, deduct []num.Decimal) {
	c.Budget = append(c.Budget,
		rubric.RateRule{Kind: rubric.RateLinear, RatePlaces: -1},
		rubric.RateRule{Kind: rubric.RateLinear, RatePlaces: 0})
	for _, w := range []rubric.Whole{rubric.WholeNone, rubric.WholeFloor, rubric.WholeCeil} {
		for _, p := range per {
			for _, d := range deduct {
				f := rubric.Formula{Kind: rubric.KindStep, Relative: true, Per: p, Deduct: d, Whole: w}
				c.Targets.AtLeast = append(c.Targets.AtLeast, f)
				c.Targets.AtMost = append(c.Targets.AtMost, f)
				c.Targets.Equal = append(c.Targets.Equal, f)
			}
		}
	}
	for _, x := range from {
		for _, w := range []rubric.Whole{rubric.WholeFloor, rubric.WholeNone, rubric.WholeCeil} {
			for _, p := range per {
				for _, d := range deduct {
					c.Budget = append(c.Budget, rubric.RateRule{Kind: rubric.RateStep, Of: ten, From: x, Per: p, Deduct: d, Whole: w, RatePlaces: -1})
				}
			}
		}
	}
}

var ten = num.FromInt(10)
