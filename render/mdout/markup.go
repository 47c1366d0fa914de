package mdout

import (
	"bytes"
	"strings"

	"ziping/render/screen"
)

// text is a text of the input in which Markdown finds nothing to mark up: no
// emphasis, link, picture, HTML, heading or list. Texts with something that
// viewers make links of by themselves (addresses, @names, #numbers) are code.
func text(s string) string {
	s = strings.TrimSpace(screen.Clean(s))
	if s == "" {
		return ""
	}
	if linked(s) {
		return code(s)
	}
	var b strings.Builder
	for i, r := range s {
		if strings.ContainsRune("\\`*_[]<>|~&!#$", r) || i == 0 && strings.ContainsRune("+-=", r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	out := b.String()
	if digits := strings.TrimLeft(out, "0123456789"); len(digits) < len(out) && digits != "" && (digits[0] == '.' || digits[0] == ')') && (len(digits) == 1 || digits[1] == ' ') {
		out = out[:len(out)-len(digits)] + "\\" + digits // 1. would begin a list
	}
	return out
}

// linked reports text that viewers turn into links.
func linked(s string) bool {
	if strings.Contains(s, "@") || strings.Contains(s, "://") {
		return true
	}
	lower := strings.ToLower(s)
	if strings.Contains(lower, "www.") || strings.Contains(lower, "mailto:") {
		return true
	}
	for i := 0; i+1 < len(s); i++ {
		if s[i] == '#' && s[i+1] >= '0' && s[i+1] <= '9' {
			return true
		}
	}
	return false
}

// code is a text as code, in which nothing is marked up at all.
func code(s string) string {
	s = strings.TrimSpace(screen.Clean(s))
	if s == "" {
		return ""
	}
	fence := "`"
	for strings.Contains(s, fence) {
		fence += "`"
	}
	if strings.HasPrefix(s, "`") || strings.HasSuffix(s, "`") {
		s = " " + s + " "
	}
	return fence + s + fence
}

// table is a table of finished cells.
type table struct {
	head  []string
	right []bool // columns of figures
	rows  [][]string
}

func (t *table) add(cells ...string) { t.rows = append(t.rows, cells) }

// write leaves out columns that are empty in every row.
func (t *table) write(b *bytes.Buffer) {
	var keep []int
	for c := range t.head {
		for _, r := range t.rows {
			if c < len(r) && r[c] != "" {
				keep = append(keep, c)
				break
			}
		}
	}
	line := func(cell func(c int) string) {
		b.WriteByte('|')
		for _, c := range keep {
			b.WriteString(" " + cell(c) + " |")
		}
		b.WriteByte('\n')
	}
	line(func(c int) string { return t.head[c] })
	line(func(c int) string {
		if c < len(t.right) && t.right[c] {
			return "---:"
		}
		return "---"
	})
	for _, r := range t.rows {
		line(func(c int) string {
			if c < len(r) {
				return barred(r[c])
			}
			return ""
		})
	}
}

// barred is a cell in which every | is escaped: a table is cut at others, even in code.
func barred(s string) string {
	if !strings.Contains(s, "|") {
		return s
	}
	var b strings.Builder
	for i := range len(s) {
		if s[i] == '|' && (i == 0 || s[i-1] != '\\') {
			b.WriteByte('\\')
		}
		b.WriteByte(s[i])
	}
	return b.String()
}
