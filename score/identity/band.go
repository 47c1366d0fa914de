package identity

import (
	"strings"

	"ziping/text/num"
)

// parseBand reads the threshold printed with a grade: S≥90, 80≤S<90, ≥90,
// 90分以上, 80-90. ok is false for anything else.
func parseBand(s string) (b Band, ok bool) {
	p := bandParser{rest: bandSigns.Replace(s)}
	first, hasFirst := p.number()
	switch {
	case !hasFirst:
		p.name()
	case p.any("-", "~", "—", "至"):
		second, ok := p.number()
		if !ok || first.Cmp(second) >= 0 || p.rest != "" {
			return Band{}, false
		}
		// Of 80-90 the end belongs to the next grade, of 90-100 it does not.
		return Band{Low: first, HasLow: true, High: second, HasHigh: true, HighOpen: second.Cmp(fullMark) < 0}, true
	case p.any("及以上", "(含)以上", "以上") && p.rest == "":
		return Band{Low: first, HasLow: true}, true
	case p.any("以下") && p.rest == "":
		return Band{High: first, HasHigh: true, HighOpen: true}, true
	default: // 80≤S…
		switch {
		case p.any("<="):
			b.Low, b.HasLow = first, true
		case p.any("<"):
			b.Low, b.HasLow, b.LowOpen = first, true, true
		case p.any(">="):
			b.High, b.HasHigh = first, true
		case p.any(">"):
			b.High, b.HasHigh, b.HighOpen = first, true, true
		default:
			return Band{}, false
		}
		if !p.name() {
			return Band{}, false
		}
		if p.rest == "" {
			return b, true
		}
	}
	op := ""
	for _, o := range []string{">=", "<=", ">", "<"} {
		if p.any(o) {
			op = o
			break
		}
	}
	second, hasSecond := p.number()
	if op == "" || !hasSecond || p.rest != "" {
		return Band{}, false
	}
	if op[0] == '>' {
		b.Low, b.HasLow, b.LowOpen = second, true, op == ">"
	} else {
		b.High, b.HasHigh, b.HighOpen = second, true, op == "<"
	}
	return b, true
}

// bandSigns gives comparators one spelling and drops what says nothing.
var bandSigns = strings.NewReplacer("≥", ">=", "≧", ">=", "≤", "<=", "≦", "<=", "\uff1e", ">", "\uff1c", "<",
	"分", "", " ", "", "\uff08", "(", "\uff09", ")", "%", "")

// bandParser cuts a threshold from the left.
type bandParser struct{ rest string }

// any takes the first of the given words that stands next.
func (p *bandParser) any(words ...string) bool {
	for _, w := range words {
		if rest, ok := strings.CutPrefix(p.rest, w); ok {
			p.rest = rest
			return true
		}
	}
	return false
}

func (p *bandParser) number() (num.Decimal, bool) {
	end := 0
	for end < len(p.rest) && (p.rest[end] >= '0' && p.rest[end] <= '9' || p.rest[end] == '.') {
		end++
	}
	n, err := num.Parse(p.rest[:end])
	if err != nil {
		return num.Decimal{}, false
	}
	p.rest = p.rest[end:]
	return n, true
}

// name takes the word for the total (S, 得分) and reports whether one stood there.
func (p *bandParser) name() bool {
	end := strings.IndexAny(p.rest, "<>=0123456789")
	if end < 0 {
		end = len(p.rest)
	}
	p.rest = p.rest[end:]
	return end > 0
}

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

// same reports whether two bands have the same grades on both sides. An upper
// end of 100 is none.
func (b Band) same(c Band) bool {
	if b.HasHigh && b.High.Cmp(fullMark) >= 0 {
		b.HasHigh = false
	}
	if b.HasLow && b.Low.IsZero() {
		b.HasLow = false
	}
	return b.HasLow == c.HasLow && b.HasHigh == c.HasHigh &&
		(!b.HasLow || b.Low.Equal(c.Low)) && (!b.HasHigh || b.High.Equal(c.High))
}
