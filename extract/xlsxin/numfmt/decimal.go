package numfmt

import (
	"strconv"
	"strings"
)

// Decimal is a number as a workbook stores it, up to 1E±308, of which so many
// significant digits are shown: other things than num.Decimal keeps, which holds what
// is printed, to the printed place. It is its digits: 0.digits × 10^exp, no zeros at either
// end; no digits is zero. Displays are made from digits, never through a float.
type Decimal struct {
	neg    bool
	digits string
	exp    int
}

// maxExp is beyond what a spreadsheet can hold (1E+308).
const maxExp = 400

// ParseDecimal reads 12.5, -3E-05 and the like.
func ParseDecimal(s string) (Decimal, bool) {
	var d Decimal
	s = strings.TrimSpace(s)
	if s != "" && (s[0] == '-' || s[0] == '+') {
		d.neg = s[0] == '-'
		s = s[1:]
	}
	mantissa, power, has := strings.Cut(strings.ToUpper(s), "E")
	if has {
		n, err := strconv.Atoi(power)
		if err != nil || n > maxExp || n < -maxExp {
			return d, false
		}
		d.exp = n
	}
	whole, part, _ := strings.Cut(mantissa, ".")
	if whole+part == "" || len(mantissa) > 400 || strings.Trim(whole+part, "0123456789") != "" {
		return d, false
	}
	d.digits, d.exp = whole+part, d.exp+len(whole)
	return d.trim(), true
}

func (d Decimal) trim() Decimal {
	t := strings.TrimLeft(d.digits, "0")
	d.exp -= len(d.digits) - len(t)
	d.digits = strings.TrimRight(t, "0")
	if d.digits == "" {
		d.exp, d.neg = 0, false
	}
	return d
}

// Zero reports that there are no digits.
func (d Decimal) Zero() bool { return d.digits == "" }

// cut rounds to so many digits from the first, halves away from zero.
func (d Decimal) cut(n int) Decimal {
	switch {
	case n >= len(d.digits):
		return d
	case n < 0:
		return Decimal{}
	}
	up := d.digits[n] >= '5'
	b := []byte(d.digits[:n])
	if up {
		i := n - 1
		for i >= 0 && b[i] == '9' {
			b[i] = '0'
			i--
		}
		if i >= 0 {
			b[i]++
		} else {
			b = append([]byte{'1'}, b...)
			d.exp++
		}
	}
	d.digits = string(b)
	return d.trim()
}

// round rounds to so many Decimal places.
func (d Decimal) round(places int) Decimal { return d.cut(d.exp + places) }

// believed is what a spreadsheet believes of a stored number: 15 digits, as
// more are noise of the binary. A whole number that was written down longer was
// written so by another program, for a key such as an identity number.
func (d Decimal) believed() Decimal {
	if d.exp >= len(d.digits) {
		return d
	}
	return d.cut(15)
}

// shift moves the point.
func (d Decimal) shift(n int) Decimal {
	if !d.Zero() {
		d.exp += n
	}
	return d
}

// parts are the digits before and behind the point, the latter filled up to
// so many places; the whole part is empty for 0.
func (d Decimal) parts(places int) (whole, part string) {
	switch {
	case d.exp <= 0:
		part = strings.Repeat("0", min(-d.exp, maxExp)) + d.digits
	case d.exp >= len(d.digits):
		whole = d.digits + strings.Repeat("0", d.exp-len(d.digits))
	default:
		whole, part = d.digits[:d.exp], d.digits[d.exp:]
	}
	if d.Zero() {
		part = ""
	}
	if len(part) < places {
		part += strings.Repeat("0", places-len(part))
	}
	return whole, part
}

// String is the plain form.
func (d Decimal) String() string {
	whole, part := d.parts(0)
	if whole == "" {
		whole = "0"
	}
	if part != "" {
		whole += "." + part
	}
	if d.neg {
		whole = "-" + whole
	}
	return whole
}

// compare is -1, 0 or 1.
func (d Decimal) compare(o Decimal) int {
	sign := func(x Decimal) int {
		switch {
		case x.Zero():
			return 0
		case x.neg:
			return -1
		}
		return 1
	}
	if a, b := sign(d), sign(o); a != b || a == 0 {
		return min(1, max(-1, a-b))
	}
	c := 0
	if d.exp != o.exp {
		c = 1
		if d.exp < o.exp {
			c = -1
		}
	} else {
		c = strings.Compare(d.digits, o.digits)
	}
	if d.neg {
		return -c
	}
	return c
}

// The format General shows eleven figures; what it leaves away on the screen
// was never meant to go: a telephone number, an account, fen of a large amount.
const (
	generalFigures = 11
	// moneyPlaces are the places that an amount can have: a fen is 0.01元 and
	// 0.000001万元. A number with more of them is a quotient.
	moneyPlaces = 6
	// longestWhole is the longest number that is written out; longer ones are
	// powers of ten and no keys of anything.
	longestWhole = 20
)

// general shows a number in the format General. All figures of a whole number
// and of an amount are given, whatever the cell has room for; exact is false
// where that is more than the cell shows. Only a quotient is shortened as the
// cell shortens it.
func general(d Decimal) (text string, exact bool) {
	d = d.believed()
	switch places := len(d.digits) - d.exp; {
	case d.Zero():
		return "0", true
	case d.exp > longestWhole:
		return scientific(d, 0, len(d.digits)-1, 2, true), len(d.digits) <= 6
	case places <= 0:
		return d.String(), d.exp <= generalFigures
	case d.exp < -3:
		return scientific(d.cut(6), 0, 5, 2, true), true
	case places <= moneyPlaces:
		shown := max(0, generalFigures-1-max(1, d.exp))
		return d.String(), places <= shown
	}
	return d.round(max(0, generalFigures-1-max(1, d.exp))).String(), d.exp <= generalFigures
}

// scientific writes 1.23E+05. With trim set, zeros at the end of the mantissa
// are dropped.
func scientific(d Decimal, least, places, expDigits int, trim bool) string {
	d = d.cut(places + 1)
	_, part := d.shift(1 - d.exp).parts(places)
	first := "0"
	exp := 0
	if !d.Zero() {
		first, exp = d.digits[:1], d.exp-1
		part = (d.digits[1:] + strings.Repeat("0", places))[:places]
	}
	if trim {
		for len(part) > least && strings.HasSuffix(part, "0") {
			part = part[:len(part)-1]
		}
	}
	if part != "" {
		first += "." + part
	}
	sign := "+"
	if exp < 0 {
		sign, exp = "-", -exp
	}
	e := strconv.Itoa(exp)
	for len(e) < expDigits {
		e = "0" + e
	}
	if d.neg {
		first = "-" + first
	}
	return first + "E" + sign + e
}
