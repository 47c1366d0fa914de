package formula

import (
	"strings"
)

// token is a part of a formula: a number, a text in quotes, a name (of a cell or a function,
// in capitals, without the marks that keep it in place), or a sign.
type token struct {
	kind tokenKind
	text string
}

type tokenKind int

const (
	isNumber tokenKind = iota
	isText
	isName
	isSign
)

// scan cuts a formula into its parts; ok is false where a sign is not known.
func scan(s string) (out []token, ok bool) {
	for s != "" {
		c := s[0]
		switch {
		case c == ' ' || c == '\n' || c == '\r' || c == '\t':
			s = s[1:]
		case c >= '0' && c <= '9' || c == '.':
			n := run(s, "0123456789.")
			out, s = append(out, token{isNumber, s[:n]}), s[n:]
		case c == '"':
			words, rest, ok := quoted(s)
			if !ok {
				return nil, false
			}
			out, s = append(out, token{isText, words}), rest
		case letter(c) || c == '$':
			n := run(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789$")
			out, s = append(out, token{isName, strings.ToUpper(strings.ReplaceAll(s[:n], "$", ""))}), s[n:]
		case strings.HasPrefix(s, "<=") || strings.HasPrefix(s, ">=") || strings.HasPrefix(s, "<>"):
			out, s = append(out, token{isSign, s[:2]}), s[2:]
		case strings.IndexByte("+-*/%(),:<>=", c) >= 0:
			out, s = append(out, token{isSign, s[:1]}), s[1:]
		default:
			return nil, false
		}
	}
	return out, true
}

func letter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// run is how many bytes of s at its beginning are among those given.
func run(s, of string) int { return len(s) - len(strings.TrimLeft(s, of)) }

// quoted takes a text in quotes off s; two of them stand for one in it.
func quoted(s string) (words, rest string, ok bool) {
	var b strings.Builder
	for s = s[1:]; ; {
		end := strings.IndexByte(s, '"')
		if end < 0 {
			return "", "", false
		}
		b.WriteString(s[:end])
		if s = s[end+1:]; !strings.HasPrefix(s, `"`) {
			return b.String(), s, true
		}
		b.WriteByte('"')
		s = s[1:]
	}
}

// cell reads the name of a cell.
func cell(name string) (row, col int, ok bool) {
	n := run(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
	digits := name[n:]
	if n == 0 || n > 3 || digits == "" || len(digits) > 7 || digits[0] == '0' || run(digits, "0123456789") != len(digits) {
		return 0, 0, false
	}
	for _, c := range name[:n] {
		col = col*26 + int(c-'A') + 1
	}
	for _, c := range digits {
		row = row*10 + int(c-'0')
	}
	return row, col, true
}
