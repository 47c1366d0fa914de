package rubric

import "ziping/extract"

// Variant is another known way to score targets, for forms whose scores the
// chosen set does not explain. It replaces the lists that it has.
type Variant struct {
	ID      string
	Name    extract.Text
	Source  Source
	Targets Targets
}

// With is the set with a variant's way to score targets.
func (s *Set) With(v *Variant) *Set {
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
