package batch

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"
)

// A name on a disk is bytes; the account is JSON, which holds characters. Bytes
// that are no UTF-8 (names in GBK, as older systems wrote them) stand in a path as
// \xC4, and so do not become one and the same sign for "something else". A name
// that holds just these characters has its backslash written so.

var escaped = regexp.MustCompile(`\\x[0-9A-F]{2}`)

// shown is a name as the account and people see it.
func shown(name string) string {
	if utf8.ValidString(name) && !escaped.MatchString(name) {
		return name
	}
	var b strings.Builder
	for i := 0; i < len(name); {
		c, n := utf8.DecodeRuneInString(name[i:])
		switch {
		case c == utf8.RuneError && n == 1, c == '\\' && escaped.MatchString(name[i:min(i+4, len(name))]):
			b.WriteString(`\x` + strings.ToUpper(strconv.FormatUint(uint64(name[i])+0x100, 16)[1:]))
			n = 1
		default:
			b.WriteString(name[i : i+n])
		}
		i += n
	}
	return b.String()
}

// onDisk is the name on disk that shown shows.
func onDisk(name string) string {
	return escaped.ReplaceAllStringFunc(name, func(s string) string {
		c, _ := strconv.ParseUint(s[2:], 16, 8)
		return string([]byte{byte(c)})
	})
}

// outputName is a shown name as outputs have it, where no backslash may stand.
func outputName(name string) string {
	return escaped.ReplaceAllStringFunc(name, func(s string) string { return "%" + s[2:] })
}
