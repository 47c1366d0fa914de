package cells

import (
	"bufio"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
)

// texts are the texts of a workbook: each stands once, and cells name it by its number.
type texts struct {
	at   map[string]int // by its XML
	list []string
	b    []byte
}

// Run is a piece of a text of several looks.
type Run struct {
	Text   string
	Font   string
	Size   int    // points
	Colour string // RRGGBB, "" for that of texts
	Strike bool
}

func (t *texts) plain(text string) int {
	t.b = appendT(t.b[:0], Cut(text))
	return t.number()
}

func (t *texts) rich(runs []Run) int {
	b, room := t.b[:0], maxText
	for _, r := range runs {
		b = append(b, `<r><rPr><rFont val="`...)
		b = AppendText(b, r.Font)
		b = append(b, `"></rFont><family val="2"></family>`...)
		if r.Strike {
			b = append(b, `<strike val="1"></strike>`...)
		}
		b = append(b, `<color`...)
		if r.Colour != "" {
			b = append(b, ` rgb="FF`+r.Colour+`"`...)
		}
		b = append(b, `></color><sz val="`...)
		b = strconv.AppendInt(b, int64(r.Size), 10)
		b = append(b, `"></sz></rPr>`...)
		text := cutTo(r.Text, room)
		room -= units(text)
		b = append(appendT(b, text), `</r>`...)
	}
	t.b = b
	return t.number()
}

// appendT appends the element of a text.
func appendT(b []byte, text string) []byte {
	b = append(b, `<t`...)
	if text != "" && (space(text[0]) || space(text[len(text)-1])) {
		b = append(b, ` xml:space="preserve"`...)
	}
	b = AppendText(append(b, '>'), text)
	return append(b, `</t>`...)
}

func space(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }

// number is that of the text in t.b.
func (t *texts) number() int {
	n, ok := t.at[string(t.b)]
	if !ok {
		n = len(t.list)
		s := string(t.b)
		t.at[s] = n
		t.list = append(t.list, s)
	}
	return n
}

func (t *texts) write(w io.Writer) error {
	n := strconv.Itoa(len(t.list))
	b := bufio.NewWriterSize(w, 1<<16)
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?>` + "\n" + `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="` + n + `" uniqueCount="` + n + `">`)
	for _, s := range t.list {
		b.WriteString("<si>")
		b.WriteString(s)
		b.WriteString("</si>")
	}
	b.WriteString("</sst>")
	return b.Flush()
}

// maxText is what a cell holds of a text, in units of UTF-16.
const maxText = 32_767

// Cut is as much of a text as a cell holds.
func Cut(s string) string { return cutTo(s, maxText) }

func cutTo(s string, most int) string {
	switch {
	case len(s) <= most:
		return s
	case most == 0:
		return ""
	}
	n := 0
	for i, r := range s {
		if n += unit(r); n >= most && i+utf8.RuneLen(r) < len(s) {
			return s[:i] + "…"
		}
	}
	return s
}

func units(s string) (n int) {
	for _, r := range s {
		n += unit(r)
	}
	return n
}

func unit(r rune) int {
	if r > 0xffff {
		return 2
	}
	return 1
}

// AppendText appends a text as XML holds it. What looks like the escape of a character in
// such files (_x000D_) is escaped itself; what XML cannot hold comes as U+FFFD.
func AppendText(b []byte, s string) []byte {
	for i, r := range s {
		switch {
		case r == '&':
			b = append(b, "&amp;"...)
		case r == '<':
			b = append(b, "&lt;"...)
		case r == '>':
			b = append(b, "&gt;"...)
		case r == '"':
			b = append(b, "&#34;"...)
		case r == '\'':
			b = append(b, "&#39;"...)
		case r == '\n':
			b = append(b, "&#xA;"...)
		case r == '\t':
			b = append(b, "&#x9;"...)
		case r == '_' && escapeLike(s[i:]):
			b = append(b, "_x005F_"...)
		case r < 0x20, r == 0xfffe, r == 0xffff:
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

// AppendRef appends a cell's name: B7.
func AppendRef(b []byte, col, row int) []byte {
	b = appendColumn(b, col)
	return strconv.AppendInt(b, int64(row), 10)
}

// appendColumn appends a column's name: B.
func appendColumn(b []byte, col int) []byte {
	if col > 26 {
		b = appendColumn(b, (col-1)/26)
	}
	return append(b, byte('A'+(col-1)%26))
}
