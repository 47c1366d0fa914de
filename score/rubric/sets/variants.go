package sets

import (
	_ "embed"
	"strings"
	"sync"

	"ziping/normalize"
	"ziping/score/rubric"
)

//go:embed known/variants.yaml
var variantsYAML []byte

// Variants lists the known variants, the commonest first.
var Variants = sync.OnceValue(func() []rubric.Variant {
	v, err := readVariants(variantsYAML, "variants.yaml")
	if err != nil {
		panic(err) // embedded data, opened by a test
	}
	return v
})

func readVariants(data []byte, file string) ([]rubric.Variant, error) {
	r := &reader{file: file}
	root := r.root(data)
	if r.err != nil {
		return nil, r.err
	}
	m := r.mapping(root, "variants")
	m.need("variants")
	var out []rubric.Variant
	for _, n := range m.items("variants") {
		x := r.mapping(n, "id", "name", "source", "targets")
		x.need("id", "name", "source", "targets")
		src := r.mapping(x.at["source"], "zh", "en", "unconfirmed")
		out = append(out, rubric.Variant{ID: x.scalar("id"), Name: x.text("name"), Source: rubric.Source{Text: src.pair(), Confirmed: !src.flag("unconfirmed")}, Targets: r.targets(x.at["targets"])})
	}
	if r.err != nil {
		return nil, r.err
	}
	return out, nil
}

// Enough is how many scores a variant must explain, beyond those that the set
// explains, to be taken for the office's own rule. One may be a slip.
const Enough = 2

// recognise looks whether another known rule explains the scores that the set
// does not. It gives up no score the set explains, and returns nil where none is enough.
func recognise(s *rubric.Set, r *normalize.Report) (*rubric.Set, int) {
	rows := s.Indicators(r)
	differ := 0
	for i := range rows {
		if rows[i].Verdict == rubric.Differs {
			differ++
		}
	}
	if differ < Enough {
		return nil, 0
	}
	var best *rubric.Set
	most := Enough - 1
	all := Variants()
	for i := range all {
		if strings.Contains(s.ID, "+") {
			break
		}
		c := s.With(&all[i])
		gained := 0
		for k, o := range c.Indicators(r) {
			switch {
			case o.Verdict == rubric.Explained && rows[k].Verdict == rubric.Differs:
				gained++
			case o.Verdict == rubric.Differs && rows[k].Verdict == rubric.Explained:
				gained = -len(rows)
			}
		}
		if gained > most {
			best, most = c, gained
		}
	}
	return best, most
}

// Otherwise tells, for each row of a form, the first variant of a set that
// explains its score, nil for none. Every variant judges the form once.
func Otherwise(s *rubric.Set, r *normalize.Report) []*rubric.Variant {
	out := make([]*rubric.Variant, len(r.Indicators))
	all := Variants()
	for i := range all {
		for row, o := range s.With(&all[i]).Indicators(r) {
			if out[row] == nil && o.Verdict == rubric.Explained {
				out[row] = &all[i]
			}
		}
	}
	return out
}
