package rubric

import (
	_ "embed"
	"strings"
	"sync"

	"ziping/extract"
	"ziping/normalize"
)

//go:embed variants.yaml
var variantsYAML []byte

// Variant is another known way to score targets, for forms whose scores the
// chosen set does not explain. It replaces the lists that it has.
type Variant struct {
	ID      string
	Name    extract.Text
	Source  Source
	Targets Targets
}

// Variants lists the known variants, the commonest first.
var Variants = sync.OnceValue(func() []Variant {
	v, err := readVariants(variantsYAML, "variants.yaml")
	if err != nil {
		panic(err) // embedded data, opened by a test
	}
	return v
})

func readVariants(data []byte, file string) ([]Variant, error) {
	r := &reader{file: file}
	root := r.root(data)
	if r.err != nil {
		return nil, r.err
	}
	m := r.mapping(root, "variants")
	m.need("variants")
	var out []Variant
	for _, n := range m.items("variants") {
		x := r.mapping(n, "id", "name", "source", "targets")
		x.need("id", "name", "source", "targets")
		src := r.mapping(x.at["source"], "zh", "en", "unconfirmed")
		out = append(out, Variant{x.scalar("id"), x.text("name"), Source{src.pair(), !src.flag("unconfirmed")}, r.targets(x.at["targets"])})
	}
	if r.err != nil {
		return nil, r.err
	}
	return out, nil
}

// with is the set with a variant's way to score targets.
func (s *Set) with(v *Variant) *Set {
	c := *s
	c.ID += "+" + v.ID
	c.Name = extract.Text{ZH: s.Name.ZH + "(" + v.Name.ZH + ")", EN: s.Name.EN + " (" + v.Name.EN + ")"}
	c.Sources = append(append([]Source(nil), s.Sources...), v.Source)
	for _, l := range []struct{ to, from *[]Formula }{
		{&c.Targets.AtLeast, &v.Targets.AtLeast}, {&c.Targets.AtMost, &v.Targets.AtMost},
		{&c.Targets.Equal, &v.Targets.Equal}, {&c.Targets.Range, &v.Targets.Range},
	} {
		if len(*l.from) > 0 {
			*l.to = *l.from
		}
	}
	if len(v.Targets.Bands) > 0 {
		c.Targets.Bands = v.Targets.Bands
	}
	if len(v.Targets.Over) > 0 {
		c.Targets.Over = v.Targets.Over
	}
	c.Targets.LateIsZero = s.Targets.LateIsZero || v.Targets.LateIsZero
	return &c
}

// enough is how many scores a variant must explain, beyond those that the set
// explains, to be taken for the office's own rule. One may be a slip.
const enough = 2

// recognise looks whether another known rule explains the scores that the set
// does not. It gives up no score the set explains, and returns nil where none is enough.
func (s *Set) recognise(r *normalize.Report) (*Set, int) {
	rows := s.Indicators(r)
	differ := 0
	for i := range rows {
		if rows[i].Verdict == Differs {
			differ++
		}
	}
	if differ < enough {
		return nil, 0
	}
	var best *Set
	most := enough - 1
	all := Variants()
	for i := range all {
		if strings.Contains(s.ID, "+") {
			break
		}
		c := s.with(&all[i])
		gained := 0
		for k, o := range c.Indicators(r) {
			switch {
			case o.Verdict == Explained && rows[k].Verdict == Differs:
				gained++
			case o.Verdict == Differs && rows[k].Verdict == Explained:
				gained = -len(rows)
			}
		}
		if gained > most {
			best, most = c, gained
		}
	}
	return best, most
}

// Otherwise lists the variants that give a score which the set does not, one
// row at a time.
func (s *Set) Otherwise(r *normalize.Report, row int) []*Variant {
	var out []*Variant
	all := Variants()
	for i := range all {
		if s.with(&all[i]).Indicators(r)[row].Verdict == Explained {
			out = append(out, &all[i])
		}
	}
	return out
}
