package sarifout

import "strings"

// uri is a path with slashes as a URI reference: relative paths stay relative,
// absolute ones become file:///…; every character that a URI cannot hold is
// written as %XX.
func uri(p string) string {
	switch {
	case p == "-":
		return "stdin"
	case len(p) > 2 && p[1] == ':' && p[2] == '/' && isLetter(p[0]): // C:/…
		return "file:///" + p[:2] + escape(p[2:])
	case strings.HasPrefix(p, "//"): // a Windows share
		return "file:" + escape(p)
	case strings.HasPrefix(p, "/"):
		return "file://" + escape(p)
	}
	p = strings.TrimPrefix(p, "./")
	return escape(p)
}

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

// escape percent-encodes all but unreserved characters and slashes.
func escape(p string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := range len(p) {
		c := p[i]
		if isLetter(c) || c >= '0' && c <= '9' || strings.IndexByte("-._~/", c) >= 0 {
			b.WriteByte(c)
			continue
		}
		b.WriteByte('%')
		b.WriteByte(hex[c>>4])
		b.WriteByte(hex[c&15])
	}
	return b.String()
}
