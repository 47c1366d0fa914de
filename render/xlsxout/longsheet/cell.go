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
