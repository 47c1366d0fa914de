package numfmt

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Format is a number format: up to four sections for positive, negative, zero
// and text, or sections with conditions of their own.
type Format struct {
	sections []section
	text     *section // what is done to text, nil for nothing
}

// section is one part of a number format.
type section struct {
	tokens  []token
	op      string // condition, "" for none
	than    Decimal
	general bool // holds General
	date    bool
	percent int  // signs of percent
	scale   int  // commas behind the last figure: thousands left out
	group   bool // thousands parted
	numeral int  // kind of Chinese numerals asked for: 1 一二三, 2 壹贰叁; 0 for none
	odd     bool // a fraction, or something not known: the display is a guess
	// coloured says that something in brackets sets how the section looks.
	coloured bool
}

type tokenKind uint8

const (
	literal tokenKind = iota
	digit             // 0 # ?
	point
	exponent // E+00
	at       // @
	dateword // y m d h s a
	elapsed  // [h]
	halfday  // AM/PM
	whole    // General
)

type token struct {
	kind tokenKind
	text string
}

// MaxCode bounds the code of a format; programs take 255 characters.
const MaxCode = 512

// Parse reads a format code such as #,##0.00_);[Red]\(#,##0.00\). No code
// at all is General, and so is a section that only sets a colour; a section of
// nothing hides what it is for.
func Parse(code string) *Format {
	f := &Format{}
	if len(code) > MaxCode {
		code = code[:MaxCode]
	}
	switch {
	case code == "":
		code = "General"
	// The long date and the time of the system.
	case hasFold(code, "[$-F800]"):
		code = `yyyy"年"m"月"d"日"`
	case hasFold(code, "[$-F400]"):
		code = "h:mm:ss"
	}
	for rest, more := code, true; more && len(f.sections) < 4; {
		var s section
		s, rest, more = parseSection(rest)
		if len(s.tokens) == 0 && s.coloured {
			s.add(whole, "")
			s.general, s.odd = true, len(f.sections) > 0 // whether a minus is shown is not known
		}
		f.sections = append(f.sections, s)
	}
	switch n := len(f.sections); {
	case n == 4:
		f.text, f.sections = &f.sections[3], f.sections[:3]
	case f.sections[n-1].has(at):
		f.text = &f.sections[n-1]
		if n > 1 {
			f.sections = f.sections[:n-1]
		}
	}
	return f
}

// Plain reports a format that shows a number as it is, and says nothing of it.
func (f *Format) Plain() bool { return len(f.sections) == 1 && f.sections[0].general }

func (s *section) has(k tokenKind) bool {
	for _, t := range s.tokens {
		if t.kind == k {
			return true
		}
	}
	return false
}

func (s *section) add(k tokenKind, text string) {
	if n := len(s.tokens); k == literal && n > 0 && s.tokens[n-1].kind == literal {
		s.tokens[n-1].text += text
		return
	}
	s.tokens = append(s.tokens, token{k, text})
}

// parseSection reads up to the next semicolon.
func parseSection(code string) (s section, rest string, more bool) {
	for code != "" {
		r, n := utf8.DecodeRuneInString(code)
		switch {
		case r == ';':
			s.finish()
			return s, code[1:], true
		case r == '"':
			text, after, _ := strings.Cut(code[1:], `"`)
			s.add(literal, text)
			code = after
			continue
		case r == '\\' || r == '!':
			code = code[n:]
			_, m := utf8.DecodeRuneInString(code)
			s.add(literal, code[:m])
			code = code[m:]
			continue
		case r == '_' || r == '*': // room for a character; fill up with it
			code = code[n:]
			_, m := utf8.DecodeRuneInString(code)
			code = code[m:]
			continue
		case r == '[':
			inside, after, _ := strings.Cut(code[1:], "]")
			s.bracket(inside)
			code = after
			continue
		case hasFold(code, "General"):
			s.add(whole, "")
			s.general = true
			code = code[len("General"):]
			continue
		case strings.HasPrefix(code, "G/通用格式"):
			s.add(whole, "")
			s.general = true
			code = code[len("G/通用格式"):]
			continue
		case hasFold(code, "AM/PM"):
			s.add(halfday, code[:5])
			code = code[5:]
			continue
		case hasFold(code, "A/P"):
			s.add(halfday, code[:3])
			code = code[3:]
			continue
		case strings.HasPrefix(code, "上午/下午"):
			s.add(halfday, "上午/下午")
			code = code[len("上午/下午"):]
			continue
		case (r == 'E' || r == 'e') && len(code) > 1 && (code[1] == '+' || code[1] == '-') && s.has(digit):
			k := 2
			for k < len(code) && strings.IndexByte("0#?", code[k]) >= 0 {
				k++
			}
			s.add(exponent, code[:k])
			code = code[k:]
			continue
		case strings.ContainsRune("0#?", r):
			s.add(digit, string(r))
		case r == '.':
			if s.has(point) {
				s.add(literal, ".")
			} else {
				s.add(point, ".")
			}
		case r == ',':
			s.add(literal, ",")
			if k := len(s.tokens); k > 0 { // told from text by finish
				s.tokens[k-1] = token{literal, strings.TrimSuffix(s.tokens[k-1].text, ",") + "\x00"}
			}
		case r == '%':
			s.percent++
			s.add(literal, "%")
		case r == '@':
			s.add(at, "")
		case strings.ContainsRune("yYmMdDhHsSeEaAbB", r):
			k := n
			for k < len(code) && unicode.ToLower(rune(code[k])) == unicode.ToLower(r) {
				k++
			}
			word := strings.ToLower(code[:k])
			s.date = true
			s.add(dateword, word)
			code = code[k:]
			continue
		case r == '/' && s.has(digit) && !s.date:
			s.odd = true
			s.add(literal, "/")
		default:
			s.add(literal, string(r))
		}
		code = code[n:]
	}
	s.finish()
	return s, "", false
}

func hasFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}

// bracket reads what stands in [ ]: a colour, a condition, a currency, an
// elapsed time.
func (s *section) bracket(in string) {
	low := strings.ToLower(in)
	switch {
	case strings.HasPrefix(in, "$"): // [$￥-804]
		if sign, _, _ := strings.Cut(in[1:], "-"); sign != "" {
			s.add(literal, sign)
		}
		s.coloured = true
	case strings.HasPrefix(low, "dbnum"):
		switch low {
		case "dbnum1":
			s.numeral = 1
		case "dbnum2":
			s.numeral = 2
		default:
			s.odd = true
		}
	case in != "" && strings.ContainsRune("<>=", rune(in[0])):
		op := in[:1]
		if len(in) > 1 && (in[1] == '=' || in[1] == '>') {
			op = in[:2]
		}
		if d, ok := ParseDecimal(in[len(op):]); ok {
			s.op, s.than = op, d
		}
	case low != "" && strings.Trim(low, "h") == "", low != "" && strings.Trim(low, "m") == "", low != "" && strings.Trim(low, "s") == "":
		s.date = true
		s.add(elapsed, low)
	default:
		s.coloured = true
	}
}

// finish settles what the commas mean: between figures they part thousands,
// behind the last figure each leaves out three places, elsewhere they are text.
func (s *section) finish() {
	last := -1
	for i, t := range s.tokens {
		if t.kind == point || t.kind == exponent {
			break
		}
		if t.kind == digit {
			last = i
		}
	}
	lastOfAll := last
	for i, t := range s.tokens {
		if t.kind == digit && i > lastOfAll && !s.has(exponent) {
			lastOfAll = i
		}
	}
	first := -1
	for i, t := range s.tokens {
		if t.kind == digit {
			first = i
			break
		}
	}
	out := s.tokens[:0]
	for i, t := range s.tokens {
		if t.kind != literal || !strings.Contains(t.text, "\x00") {
			out = append(out, t)
			continue
		}
		text := t.text
		switch commas := len(text) - len(strings.TrimLeft(text, "\x00")); {
		case s.date || first < 0 || i < first:
		case i < last:
			s.group = s.group || commas > 0
			text = text[commas:]
		case i == last+1 || i == lastOfAll+1:
			s.scale += commas
			text = text[commas:]
		}
		if text = strings.ReplaceAll(text, "\x00", ","); text != "" {
			out = append(out, token{literal, text})
		}
	}
	s.tokens = out
	if s.date && s.has(digit) && !s.has(halfday) && !hasClock(s.tokens) && !hasCalendar(s.tokens) {
		s.odd = true
	}
}

func hasClock(tokens []token) bool {
	for _, t := range tokens {
		if t.kind == elapsed || t.kind == dateword && strings.ContainsAny(t.text, "hs") {
			return true
		}
	}
	return false
}

func hasCalendar(tokens []token) bool {
	for _, t := range tokens {
		if t.kind == dateword && strings.ContainsAny(t.text, "ymde") {
			return true
		}
	}
	return false
}
