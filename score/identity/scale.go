package identity

import (
	"slices"

	"ziping/normalize"
)

// inOneUnit brings the cells of each identity of money to one unit, where a form
// prints amounts in several (7443000元 on a form in 万元): the largest that any of
// its cells is in, so that no printed place is lost. Where the form states no unit
// and its amounts print several, an identity of bare amounts and others is left
// out: nobody can say what it promises.
func inOneUnit(r *normalize.Report, list []Identity) []Identity {
	if !r.MixedUnits() {
		return list
	}
	out := list[:0]
	for i := range list {
		if list[i].scale(r) {
			out = append(out, list[i])
		}
	}
	return out
}

// scale sets the scales of an identity's cells; false where they cannot be told.
func (id *Identity) scale(r *normalize.Report) bool {
	cells := make([]*int32, 0, len(id.Parts)+1)
	powers := make([]int32, 0, len(id.Parts)+1)
	bare := false
	note := func(path normalize.Path, to *int32) {
		f, err := r.Field(path)
		if err != nil || path.Column().Kind() != normalize.Money {
			return
		}
		power, ok := r.MoneyPower(f)
		if !ok {
			n, _ := f.Number() // 0 is nothing in any unit
			bare = bare || !n.IsZero()
			return
		}
		cells, powers = append(cells, to), append(powers, power)
	}
	note(id.Result, &id.Scale)
	for i := range id.Parts {
		note(id.Parts[i].Path, &id.Parts[i].Scale)
	}
	if len(powers) == 0 {
		return true
	}
	unit := slices.Max(powers)
	for i, to := range cells {
		*to = powers[i] - unit
	}
	return !bare
}
