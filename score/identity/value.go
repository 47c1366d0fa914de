package identity

import (
	"ziping/normalize"
	"ziping/text/num"
)

// print is what stands in a field's place, for arithmetic.
type print struct {
	n     num.Decimal
	ok    bool // a number is printed
	blank bool // nothing is printed; neither: printed and no number
}

// Number is the number an identity takes from a path: the field's, or for a
// level the points printed with it. A path that the report does not have has none.
func Number(r *normalize.Report, path normalize.Path) (n num.Decimal, ok bool) {
	p := at(r, path)
	return p.n, p.ok
}

func at(r *normalize.Report, path normalize.Path) print {
	f, err := r.Field(path)
	if err != nil {
		return print{}
	}
	return printed(f, path.IsLevel())
}

// Quotient is the part and the whole of a Ratio, in one unit.
func (id *Identity) Quotient(r *normalize.Report) (part, whole num.Decimal) {
	part, _ = Number(r, id.Parts[0].Path)
	whole, _ = Number(r, id.Parts[1].Path)
	return part.Shift(id.Parts[0].Scale), whole.Shift(id.Parts[1].Scale)
}

// NumberOf is Number for a field that is at hand.
func NumberOf(f *normalize.Field, path normalize.Path) (n num.Decimal, ok bool) {
	p := printed(f, path.IsLevel())
	return p.n, p.ok
}

func printed(f *normalize.Field, level bool) print {
	if level {
		if f == nil || f.Weight == "" {
			return print{blank: true}
		}
		n, err := num.Parse(f.Weight)
		return print{n: n, ok: err == nil}
	}
	if f.IsBlank() {
		return print{blank: true}
	}
	n, ok := f.Number()
	return print{n: n, ok: ok}
}
