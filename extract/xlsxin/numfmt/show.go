package numfmt

import (
	"strings"

	"ziping/text/blank"
)

// Display is what a cell shows.
type Display struct {
	Text   string
	Hidden bool // the format shows nothing of a value that is there
	Unsure bool // the format is not fully known; the stored value is given
	Longer bool // all digits are given where the cell shows fewer

	// Rounded says that the cell shows fewer places than it holds, and Text is what it shows.
	// A rate in per cent is none: who tests one knows that it is rounded.
	Rounded bool
}

// Number shows a number in a format. Dates count from 1904 where a workbook says so.
func (f *Format) Number(d Decimal, epoch1904 bool) Display {
	d = d.believed()
	s, minus := f.pick(d)
	if s == nil {
		return Display{Text: strings.Repeat("#", 8), Unsure: true}
	}
	if len(s.tokens) == 0 {
		return Display{Hidden: true}
	}
	stored := d
	unsure := func() Display {
		text, _ := general(stored)
		return Display{Text: text, Unsure: true}
	}
	if !minus {
		d.neg = false
	}
	if s.odd {
		return unsure()
	}
	if s.date {
		text, ok := s.dateText(d, epoch1904)
		if !ok {
			return unsure()
		}
		return Display{Text: blank.Trim(text)}
	}
	if s.numeral > 0 {
		if text, ok := s.numerals(d); ok {
			return Display{Text: blank.Trim(text)}
		}
		return unsure()
	}
	text, longer := s.numberText(d)
	text = blank.Trim(text)
	return Display{Text: text, Hidden: text == "", Longer: longer, Rounded: s.rounds(d)}
}

// pick chooses the section for a number. minus says that the sign is to be
// written; a section for negative numbers brings its own.
func (f *Format) pick(d Decimal) (s *section, minus bool) {
	n := len(f.sections)
	conditional := false
	for i := range f.sections {
		conditional = conditional || f.sections[i].op != ""
	}
	if !conditional {
		switch {
		case n == 1:
			return &f.sections[0], true
		case d.neg:
			return &f.sections[1], false
		case d.Zero() && n > 2:
			return &f.sections[2], true
		}
		return &f.sections[0], true
	}
	for i := range f.sections {
		s := &f.sections[i]
		switch {
		case s.op != "":
			if holds(d, s.op, s.than) {
				negativeOnly := strings.HasPrefix(s.op, "<") && (s.than.Zero() || s.than.neg)
				return s, !negativeOnly
			}
		case i == n-1:
			return s, true
		case i == 1 && n > 2: // without a condition of its own it is for negative numbers
			if d.neg {
				return s, false
			}
		}
	}
	return nil, true
}

func holds(d Decimal, op string, than Decimal) bool {
	c := d.compare(than)
	switch op {
	case "=":
		return c == 0
	case "<":
		return c < 0
	case ">":
		return c > 0
	case "<=":
		return c <= 0
	case ">=":
		return c >= 0
	}
	return c != 0 // <>
}

// Repeats is how often a text of a cell is shown by the format.
func (f *Format) Repeats() int {
	if f.text == nil {
		return 1
	}
	n := 0
	for _, t := range f.text.tokens {
		if t.kind == at {
			n++
		}
	}
	return n
}

// Words shows a text in a format.
func (f *Format) Words(text string) Display {
	if f.text == nil {
		return Display{Text: text}
	}
	var b strings.Builder
	for _, t := range f.text.tokens {
		switch t.kind {
		case at:
			b.WriteString(text)
		case literal:
			b.WriteString(t.text)
		}
	}
	return Display{Text: b.String(), Hidden: b.Len() == 0}
}

// numberText fills the figures of a number into the section's places.
func (s *section) numberText(d Decimal) (text string, longer bool) {
	d = d.shift(2*s.percent - 3*s.scale)
	sign := ""
	if d.neg {
		sign, d.neg = "-", false
	}
	if s.general || !s.has(digit) {
		var b strings.Builder
		for _, t := range s.tokens {
			switch t.kind {
			case whole, at:
				g, exact := general(d)
				longer = longer || !exact
				b.WriteString(sign + g)
				sign = ""
			case literal, point:
				b.WriteString(t.text)
			}
		}
		return b.String(), longer
	}
	before, behind := s.places()
	if s.has(exponent) {
		return sign + s.powers(d, before, behind), false
	}
	d = d.round(len(behind))
	wholeDigits, part := d.parts(len(behind))
	return sign + s.fill(wholeDigits, part), false
}

// noise is how many places behind the point are the number's own; what a program worked out
// has others.
const noise = 9

// rounds reports a number with more places than are shown of it.
func (s *section) rounds(d Decimal) bool {
	if s.general || !s.has(digit) || s.has(exponent) || s.percent > 0 {
		return false
	}
	d = d.shift(-3 * s.scale)
	_, behind := s.places()
	return d.round(len(behind)).compare(d.round(noise)) != 0
}

// places are the placeholders before and behind the point.
func (s *section) places() (before, behind string) {
	past := false
	for _, t := range s.tokens {
		switch {
		case t.kind == point:
			past = true
		case t.kind == exponent:
			return before, behind
		case t.kind == digit && past:
			behind += t.text
		case t.kind == digit:
			before += t.text
		}
	}
	return before, behind
}

// fill writes the figures into their places, the whole part from the right:
// what does not fit goes before the first place.
func (s *section) fill(whole, part string) string {
	pointAt := len(s.tokens)
	for i, t := range s.tokens {
		if t.kind == point {
			pointAt = i
			break
		}
	}
	firstDigit := 0
	for firstDigit < len(s.tokens) && s.tokens[firstDigit].kind != digit {
		firstDigit++
	}
	var out []string // from the right
	n := 0           // figures written
	figure := func(c string) {
		if s.group && n > 0 && n%3 == 0 {
			c += ","
		}
		out = append(out, c)
		n++
	}
	rest := whole
	for i := pointAt - 1; i >= 0; i-- {
		t := s.tokens[i]
		if t.kind != digit {
			out = append(out, t.text)
			continue
		}
		switch {
		case rest != "":
			figure(rest[len(rest)-1:])
			rest = rest[:len(rest)-1]
		case t.text == "0":
			figure("0")
		case t.text == "?":
			out = append(out, " ")
		}
		if i == firstDigit {
			for ; rest != ""; rest = rest[:len(rest)-1] {
				figure(rest[len(rest)-1:])
			}
		}
	}
	var b strings.Builder
	if rest != "" { // no places before the point
		b.WriteString(rest)
	}
	for i := len(out) - 1; i >= 0; i-- {
		b.WriteString(out[i])
	}
	b.WriteString(s.decimals(part, pointAt))
	return b.String()
}

// decimals writes the point and what stands behind it, zeros no further than the
// last place that is always written.
func (s *section) decimals(part string, pointAt int) string {
	always := -1
	for i := pointAt; i < len(s.tokens); i++ {
		if t := s.tokens[i]; t.kind == digit && t.text == "0" {
			always = i
		}
	}
	figures := len(strings.TrimRight(part, "0"))
	var b strings.Builder
	k := 0
	for i := pointAt; i < len(s.tokens); i++ {
		t := s.tokens[i]
		if t.kind != digit {
			b.WriteString(t.text)
			continue
		}
		if k < figures || i <= always {
			b.WriteString(part[k : k+1])
		}
		k++
	}
	return b.String()
}

// powers writes a number in the form 1.23E+05.
func (s *section) powers(d Decimal, before, behind string) string {
	expDigits := 2
	for _, t := range s.tokens {
		if t.kind == exponent {
			expDigits = len(t.text) - 2
		}
	}
	text := scientific(d, strings.Count(behind, "0"), len(behind), expDigits, true)
	if len(before) > 1 { // powers in steps, ##0.0E+0
		text, _ = general(d)
	}
	var b strings.Builder
	done := false
	for _, t := range s.tokens {
		switch {
		case t.kind == literal:
			b.WriteString(t.text)
		case !done:
			b.WriteString(text)
			done = true
		}
	}
	return b.String()
}
