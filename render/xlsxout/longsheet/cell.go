package longsheet

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// Cell is a cell of a row. The zero Cell is empty.
type Cell struct {
	text   string
	number bool // text is the digits of a number
	style  int
	link   string
}

// Text is a cell of text, which is never a formula, whatever it begins with.
func Text(s string) Cell { return Cell{text: s} }

// Number is a cell of a number, by its decimal digits, in a style that shows it.
func Number(digits string, style int) Cell { return Cell{text: digits, number: true, style: style} }

// Count is a cell of a whole number.
func Count(n int) Cell { return Number(strconv.Itoa(n), 0) }

// As gives a cell a style of the workbook.
func (c Cell) As(style int) Cell {
	c.style = style
	return c
}

// To makes a cell lead to a file: a path relative to the workbook's folder, with slashes.
// "" makes it lead nowhere.
func (c Cell) To(file string) Cell {
	c.link = file
	return c
}

// maxText is what a cell holds of a text, in units of UTF-16.
const maxText = 32_767

// cut is as much of a text as a cell holds.
func cut(s string) string {
	if len(s) <= maxText {
		return s
	}
	n := 0
	for i, r := range s {
		if n++; r > 0xffff {
			n++
		}
		if n >= maxText {
			return s[:i] + "…"
		}
	}
	return s
}

// appendText appends a text as XML holds it. What looks like the escape of a character in
// such files (_x000D_) is escaped itself.
func appendText(b []byte, s string) []byte {
	for i, r := range s {
		switch {
		case r == '&':
			b = append(b, "&amp;"...)
		case r == '<':
			b = append(b, "&lt;"...)
		case r == '>':
			b = append(b, "&gt;"...)
		case r == '"':
			b = append(b, "&quot;"...)
		case r == '_' && escapeLike(s[i:]):
			b = append(b, "_x005F_"...)
		case r < 0x20 && r != '\n' && r != '\t', r == 0xfffe, r == 0xffff:
			b = utf8.AppendRune(b, utf8.RuneError)
		default:
			b = utf8.AppendRune(b, r) // a byte that is no character comes as U+FFFD
		}
	}
	return b
}

func escapeLike(s string) bool {
	if len(s) < 7 || s[1] != 'x' || s[6] != '_' {
		return false
	}
	for _, c := range []byte(s[2:6]) {
		if !strings.ContainsRune("0123456789abcdefABCDEF", rune(c)) {
			return false
		}
	}
	return true
}

// appendRef appends a cell's name: B7.
func appendRef(b []byte, col, row int) []byte {
	b = appendColumn(b, col)
	return strconv.AppendInt(b, int64(row), 10)
}

func appendColumn(b []byte, col int) []byte {
	if col > 26 {
		b = appendColumn(b, (col-1)/26)
	}
	return append(b, byte('A'+(col-1)%26))
}

// Target is a path as a link holds it: characters with a meaning in links are escaped,
// letters of other scripts stand as they are, which is how spreadsheets write them, and
// bytes that are no letter are escaped.
func Target(file string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	if first, _, _ := strings.Cut(file, "/"); strings.Contains(first, ":") {
		b.WriteString("./") // else the part before it would name a protocol
	}
	for i, r := range file {
		n := utf8.RuneLen(r)
		if r == utf8.RuneError {
			_, n = utf8.DecodeRuneInString(file[i:])
		}
		escape := r <= ' ' || r == 0x7f || r == utf8.RuneError || r == 0xfffe || r == 0xffff || r < 0x80 && strings.IndexByte("%#?\"<>\\^`{|}[]", byte(r)) >= 0
		for _, c := range []byte(file[i : i+n]) {
			if escape {
				b.WriteString("%" + string(hex[c>>4]) + string(hex[c&15]))
			} else {
				b.WriteByte(c)
			}
		}
	}
	return b.String()
}

// maxLiteral is what a text in a formula may have.
const maxLiteral = 255

// linkFormula is a link as a formula, "" where a formula cannot hold it.
func linkFormula(file, text string) string {
	if utf8.RuneCountInString(file) > maxLiteral-10 || utf8.RuneCountInString(text) > maxLiteral-10 {
		return ""
	}
	quoted := func(s string) string { return `"` + strings.ReplaceAll(s, `"`, `""`) + `"` }
	return "HYPERLINK(" + quoted(Target(file)) + "," + quoted(text) + ")"
}
