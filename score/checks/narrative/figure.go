package narrative

import (
	"strings"

	"ziping/normalize"
	"ziping/score/prose"
	"ziping/text/blank"
	"ziping/text/num"
	"ziping/text/units"
)

var hundred = num.FromInt(100)

// figure is a number of the table in the unit of what is counted.
type figure struct {
	ok    bool
	value num.Decimal
	unit  num.Decimal // of its last printed place; 0 for things counted one by one
	power int32
	base  string // 人, %, ""
}

// figureOf reads a figure of a row. Where it has no unit it has that of its name:
// 新改建里程（公里）.
func figureOf(f *normalize.Field, ofName string) figure {
	n, ok := f.Number()
	if !ok || f.Date != "" {
		return figure{}
	}
	unit := f.Unit
	if unit == "" {
		unit = ofName
	}
	p, base := units.Split(unit)
	g := figure{ok: true, value: n.Shift(p), power: p, base: base}
	if n.Places() > 0 || p > 0 || base == "%" {
		g.unit = num.New(1, n.Places()).Shift(p)
	}
	return g
}

// unitOfName is the unit that ends a name in brackets, "" for none.
func unitOfName(name string) string {
	name = strings.TrimSuffix(blank.Fold(name), ")")
	if at := strings.LastIndexByte(name, '('); at >= 0 && units.Is(name[at+1:]) {
		return name[at+1:]
	}
	return ""
}

// as is the figure as a text speaks of it. One that is printed without any unit may be
// counted in the text's (1200 of 1200公里) or one by one (144547 of 14.45万人): whichever
// is nearer.
func (f *figure) as(m *prose.Mention) *figure {
	p, base := units.Split(m.Unit)
	if !f.ok || f.base != "" || f.power != 0 || base == "" || base == "%" || p == 0 {
		return f
	}
	scaled := *f
	scaled.value, scaled.unit, scaled.power = f.value.Shift(p), f.unit.Shift(p), p
	v, _, _, _ := valueOf(m)
	if v.Sub(scaled.value).Abs().Cmp(v.Sub(f.value).Abs()) < 0 {
		return &scaled
	}
	return f
}

// valueOf is a mention's figure and bounds in the unit of what is counted.
func valueOf(m *prose.Mention) (v, low, high num.Decimal, base string) {
	p, base := units.Split(m.Unit)
	return m.Value.Shift(p), m.Low.Shift(p), m.High.Shift(p), base
}

// sameKind reports units that count the same thing; a missing one may be any
// that is no share.
func sameKind(a, b string) bool {
	return a == b || a == "" && b != "%" || b == "" && a != "%"
}

func commensurable(m *prose.Mention, f *figure) bool {
	_, base := units.Split(m.Unit)
	return f.ok && sameKind(base, f.base) && !(base != f.base && (f.power > 0) != (m.Power > 0))
}

// fits reports a figure that the table's can be the source of, by rounding or
// cutting off either of them. A target is what is printed, hedge or not (达到98%以上).
func fits(m *prose.Mention, f *figure, target bool) bool {
	v, low, high, _ := valueOf(m)
	if v.Equal(f.value) {
		return true
	}
	if m.Hedge != prose.Plain && !target {
		return (m.OpenLow || low.Cmp(f.value) <= 0) && (m.OpenHigh || f.value.Cmp(high) <= 0)
	}
	if m.Hedge != prose.Plain {
		return false
	}
	if low.Cmp(high) < 0 && low.Cmp(f.value) <= 0 && f.value.Cmp(high) < 0 {
		return true
	}
	// the table is the coarser of the two
	half := f.unit.Mul(num.MustParse("0.5"))
	return f.value.Sub(half).Cmp(v) <= 0 && v.Cmp(f.value.Add(f.unit)) < 0 && !f.unit.IsZero()
}

// near reports figures so close, or so alike in their digits, that they can
// hardly be of two things: within 3 %, one digit other, or the point moved.
func near(m *prose.Mention, f *figure) bool {
	v, _, _, _ := valueOf(m)
	d := v.Sub(f.value).Abs()
	if d.Mul(hundred).Cmp(f.value.Abs().Mul(num.FromInt(3))) <= 0 {
		return true
	}
	a, b := strings.Trim(v.String(), "0."), strings.Trim(f.value.String(), "0.")
	a, b = strings.Replace(a, ".", "", 1), strings.Replace(b, ".", "", 1)
	if a == b {
		return true
	}
	if len(a) != len(b) || len(a) < 3 || len(v.String()) != len(f.value.String()) {
		return false
	}
	var at []int
	for i := range len(a) {
		if a[i] != b[i] {
			at = append(at, i)
		}
	}
	return len(at) == 1 || len(at) == 2 && at[1] == at[0]+1 && a[at[0]] == b[at[1]] && a[at[1]] == b[at[0]]
}
