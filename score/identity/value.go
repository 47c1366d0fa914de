package identity

import (
	"ziping/normalize"
	"ziping/text/num"
)

// Print is what stands in a field's place, for arithmetic.
type Print struct {
	N     num.Decimal
	OK    bool // a number is printed
	Blank bool // nothing is printed; neither: printed and no number
}

// Number is the number an identity takes from a path: the field's, or for a
// level the points printed with it. A path that the report does not have has none.
func Number(r *normalize.Report, path normalize.Path) (n num.Decimal, ok bool) {
	p := PrintAt(r, path)
	return p.N, p.OK
}

// PrintAt is what stands in a path's place. A path that the report does not have
// is neither a number nor blank.
func PrintAt(r *normalize.Report, path normalize.Path) Print {
	f, err := r.Field(path)
	if err != nil {
		return Print{}
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
	return p.N, p.OK
}

func printed(f *normalize.Field, level bool) Print {
	if level {
		if f == nil || f.Weight == "" {
			return Print{Blank: true}
		}
		n, err := num.Parse(f.Weight)
		return Print{N: n, OK: err == nil}
	}
	if f.IsBlank() {
		return Print{Blank: true}
	}
	n, ok := f.Number()
	return Print{N: n, OK: ok}
}
