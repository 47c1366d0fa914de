package identity

import (
	"strconv"
	"strings"

	"ziping/normalize"
	"ziping/text/num"
)

// Field returns the field at a path, nil where the report has none. It finds
// money, indicators, total and grade without listing all fields.
func Field(r *normalize.Report, path string) *normalize.Field {
	if rest, ok := strings.CutPrefix(path, "funds."); ok {
		if dot := strings.LastIndexByte(rest, '.'); dot > 0 {
			if row := r.Funds.Row(rest[:dot]); row != nil {
				if f := row.Column(normalize.Column(rest[dot+1:])); f != nil {
					return f
				}
			}
		}
		return r.Lookup(path)
	}
	if rest, ok := strings.CutPrefix(path, "indicators["); ok {
		num, name, ok := strings.Cut(rest, "].")
		i, err := strconv.Atoi(num)
		if !ok || err != nil || i < 0 || i >= len(r.Indicators) {
			return nil
		}
		if f, ok := indicatorField(&r.Indicators[i], name); ok {
			return f
		}
		return r.Lookup(path)
	}
	switch path {
	case totalScore, totalWeight:
		if r.Total == nil {
			return nil
		}
		if path == totalScore {
			return r.Total.Score
		}
		return r.Total.Weight
	case "grade":
		return r.Grade
	case "":
		return nil
	}
	return r.Lookup(path)
}

func indicatorField(x *normalize.Indicator, name string) (*normalize.Field, bool) {
	switch name {
	case "weight":
		return x.Weight, true
	case "score":
		return x.Score, true
	case "level1":
		return x.Level1, true
	case "level2":
		return x.Level2, true
	case "name":
		return x.Name, true
	case "target":
		return x.Target, true
	case "actual":
		return x.Actual, true
	case "reason":
		return x.Reason, true
	}
	return nil, false
}

// IsLevel reports the path of a level, whose number is the points printed with it.
func IsLevel(path string) bool {
	return strings.HasSuffix(path, ".level1") || strings.HasSuffix(path, ".level2")
}

// print is what stands in a field's place, for arithmetic.
type print struct {
	n     num.Decimal
	ok    bool // a number is printed
	blank bool // nothing is printed; neither: printed and no number
}

// Number is the number an identity takes from a path: the field's, or for a
// level the points printed with it.
func Number(r *normalize.Report, path string) (n num.Decimal, ok bool) {
	return NumberOf(Field(r, path), path)
}

// NumberOf is Number for a field that is at hand.
func NumberOf(f *normalize.Field, path string) (n num.Decimal, ok bool) {
	p := printed(f, IsLevel(path))
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
