// Package band reads intervals of marks: 75≤得分<85, 80(含)-90, [75,85), 90分以上, 不足60分.
//
//	b, ok := band.Parse("80≤S<90")             // a text that is one
//	found := band.In("90分以上为优，80-90分为良") // those in a text
package band

import (
	_ "embed"
	"regexp"
	"slices"
	"strings"
	"sync"

	"ziping/text/blank"
	"ziping/text/datafile"
	"ziping/text/num"
)

// Band is an interval of totals. An end that is not set is open to infinity.
type Band struct {
	Low, High         num.Decimal
	HasLow, HasHigh   bool
	LowOpen, HighOpen bool // the end itself does not belong to the band
}

// Holds reports whether a total lies in the band.
func (b Band) Holds(s num.Decimal) bool {
	if b.HasLow {
		if c := s.Cmp(b.Low); c < 0 || c == 0 && b.LowOpen {
			return false
		}
	}
	if b.HasHigh {
		if c := s.Cmp(b.High); c > 0 || c == 0 && b.HighOpen {
			return false
		}
	}
	return true
}

// Same reports whether two bands have the same grades on both sides. An upper end of a
// hundred is none, nor is a lower one of nothing.
func (b Band) Same(c Band) bool {
	b, c = b.ofScale(), c.ofScale()
	return b.HasLow == c.HasLow && b.HasHigh == c.HasHigh &&
		(!b.HasLow || b.Low.Equal(c.Low)) && (!b.HasHigh || b.High.Equal(c.High))
}

// ofScale is a band without the ends of the scale.
func (b Band) ofScale() Band {
	if c := b.High.Cmp(num.FromInt(100)); c > 0 || c == 0 && !b.HighOpen {
		b.HasHigh = false
	}
	if b.Low.IsZero() {
		b.HasLow = false
	}
	return b
}

//go:embed band.yaml
var bandYAML []byte

type vocabulary struct {
	Signs                                     map[string][]string
	Dashes, From, Below, Total, Drop, Between []string
	With, Without                             string
}

var words = datafile.Once(bandYAML, func(text []byte) (*vocabulary, error) {
	v := &vocabulary{}
	return v, datafile.Decode("band", text, v)
})

// The spelling in which intervals are looked for: one sign for each comparator and dash, +
// behind a bound from which on, and _ behind one below which, ! behind one that counts and
// ? behind one that does not. A bound is digits.
var plain = sync.OnceValue(func() *strings.Replacer {
	v := words()
	type pair struct{ old, new string }
	var all []pair
	for sign, list := range v.Signs {
		for _, w := range list {
			all = append(all, pair{blank.Fold(w), sign})
		}
	}
	for _, x := range []struct {
		list []string
		to   string
	}{{v.Dashes, "-"}, {v.From, "+"}, {v.Below, "_"}, {v.Drop, ""}, {v.Between, ""}} {
		for _, w := range x.list {
			all = append(all, pair{blank.Fold(w), x.to})
		}
	}
	for _, w := range v.Total { // 得分 keeps its 分
		all = append(all, pair{w, w})
	}
	slices.SortFunc(all, func(a, b pair) int { return len(b.old) - len(a.old) })
	var flat []string
	for _, p := range all {
		flat = append(flat, p.old, p.new)
	}
	return strings.NewReplacer(flat...)
})

// grammar are the ways of printing an interval, in the order in which they are tried.
type grammar struct {
	counts, counted *regexp.Regexp // (不含90), (含)
	ways            []way
}

// way is one of them, and the band of what it found.
type way struct {
	re *regexp.Regexp
	of func(m []string) (Band, bool)
}

const figure = `(\d{1,4}(?:\.\d{1,4})?)([!?]?)`

var ways = sync.OnceValue(func() *grammar {
	v := words()
	mark := func(w string) *regexp.Regexp {
		return regexp.MustCompile(`[(]` + w + `[^()]{0,12}[)]|` + w)
	}
	total := `(?:` + strings.Join(v.Total, "|") + `)?`
	sign, back := `(<=|<)`, `(>=|>)`
	re := func(s string) *regexp.Regexp { return regexp.MustCompile(s) }
	low := func(n, op, mark string) (b Band, ok bool) {
		b.Low, ok = parse(n)
		b.HasLow, b.LowOpen = true, op == ">" || op == "<" || mark == "?"
		return b, ok
	}
	high := func(n, op, mark string) (b Band, ok bool) {
		b.High, ok = parse(n)
		b.HasHigh, b.HighOpen = true, op == "<" || op == ">" || mark == "?"
		return b, ok
	}
	return &grammar{
		counts: mark(v.With), counted: mark(v.Without),
		ways: []way{
			{re(`([(\[])` + figure + `[,、;]` + figure + `([)\]])`), func(m []string) (Band, bool) {
				a, ok := low(m[2], "", "")
				b, too := high(m[4], "", "")
				a.LowOpen, b.HighOpen = m[1] == "(", m[6] == ")"
				return both(a, b, ok && too)
			}},
			{re(figure + sign + `(?:` + strings.Join(v.Total, "|") + `|\p{Han}{1,2})` + sign + figure), func(m []string) (Band, bool) {
				a, ok := low(m[1], m[3], "")
				b, too := high(m[5], m[4], "")
				return both(a, b, ok && too)
			}},
			{re(figure + back + `(?:` + strings.Join(v.Total, "|") + `|\p{Han}{1,2})` + back + figure), func(m []string) (Band, bool) {
				a, ok := low(m[5], m[4], "")
				b, too := high(m[1], m[3], "")
				return both(a, b, ok && too)
			}},
			{re(total + back + figure + `[,、且并和]*` + total + sign + figure), func(m []string) (Band, bool) {
				a, ok := low(m[2], m[1], "")
				b, too := high(m[5], m[4], "")
				return both(a, b, ok && too)
			}},
			{re(figure + `\+([!?]?)[,、且-]?` + figure + `_([!?]?)`), func(m []string) (Band, bool) { // 80分以上90分以下
				a, ok := low(m[1], "", m[2]+m[3])
				b, too := high(m[4], "", m[5]+m[6])
				if m[5]+m[6] == "" {
					b.HighOpen = true
				}
				return both(a, b, ok && too)
			}},
			{re(total + `(?:` + back + `|` + sign + `)?` + figure + `-` + total + sign + `?` + figure), func(m []string) (Band, bool) { // 80-90, ≥80-<90
				if m[2] != "" {
					return Band{}, false
				}
				a, ok := low(m[3], m[1], m[4])
				b, too := high(m[6], m[5], m[7])
				if m[5] == "" && m[7] == "" {
					b = untilNext(b)
				}
				return both(a, b, ok && too)
			}},
			{re(figure + `\+([!?]?)`), func(m []string) (Band, bool) { return low(m[1], "", m[2]+m[3]) }},
			{re(figure + `_([!?]?)`), func(m []string) (Band, bool) {
				b, ok := high(m[1], "", m[2]+m[3])
				b.HighOpen = m[2]+m[3] != "!"
				return b, ok
			}},
			{re(total + back + figure), func(m []string) (Band, bool) { return low(m[2], m[1], "") }},
			{re(total + sign + figure), func(m []string) (Band, bool) { return high(m[2], m[1], "") }},
			{re(figure + sign + `(?:` + strings.Join(v.Total, "|") + `)`), func(m []string) (Band, bool) { return low(m[1], m[3], "") }},
			{re(figure + back + `(?:` + strings.Join(v.Total, "|") + `)`), func(m []string) (Band, bool) { return high(m[1], m[3], "") }},
		},
	}
})

// untilNext is what a band holds that is printed up to a whole figure: 80-90 may be with or
// without 90, and of 80-89 nobody says whose 89.5 is, but 90 is the next one's.
func untilNext(b Band) Band {
	next := b.High.Add(num.FromInt(1))
	five := num.FromInt(5)
	if q, _ := next.Quo(five, 0); q.Mul(five).Equal(next) {
		b.High, b.HighOpen = next, true
	}
	return b
}

// both is the band between two ends.
func both(low, high Band, ok bool) (Band, bool) {
	if !ok || low.Low.Cmp(high.High) >= 0 {
		return Band{}, false
	}
	low.High, low.HasHigh, low.HighOpen = high.High, true, high.HighOpen
	return low, true
}

func parse(s string) (num.Decimal, bool) {
	n, err := num.Parse(s)
	return n, err == nil
}

// Plain is a text in the spelling in which intervals are found in it.
func Plain(text string) string {
	g := ways()
	s := g.counted.ReplaceAllString(blank.Fold(text), "?")
	return plain().Replace(g.counts.ReplaceAllString(s, "!"))
}

// Parse reads a text that is one interval; ok is false for anything else.
func Parse(text string) (Band, bool) {
	s := Plain(text)
	if found := In(s); len(found) == 1 && found[0].From == 0 && found[0].To == len(s) {
		return found[0].Band, true
	}
	return Band{}, false
}

// Found is an interval in a text, with its place.
type Found struct {
	From, To int
	Band     Band
}

// In lists the intervals of a text as Plain gives it, none of which covers another.
func In(s string) []Found {
	var out []Found
	for _, w := range ways().ways {
		for _, at := range w.re.FindAllStringSubmatchIndex(s, -1) {
			if slices.ContainsFunc(out, func(f Found) bool { return at[0] < f.To && f.From < at[1] }) {
				continue
			}
			m := make([]string, len(at)/2)
			for i := range m {
				if at[2*i] >= 0 {
					m[i] = s[at[2*i]:at[2*i+1]]
				}
			}
			if b, ok := w.of(m); ok {
				out = append(out, Found{at[0], at[1], b})
			}
		}
	}
	slices.SortFunc(out, func(a, b Found) int { return a.From - b.From })
	return out
}
