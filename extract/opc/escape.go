package opc

import (
	"bytes"
	"fmt"
	"strconv"
	"unicode/utf8"
)

// unescape appends raw text with its entities resolved and its line ends made
// one kind. XML knows five entities; others would need a declaration.
func unescape(dst, raw []byte) ([]byte, error) {
	start := len(dst)
	for {
		i := bytes.IndexAny(raw, "&\r")
		if i < 0 {
			dst = append(dst, raw...)
			break
		}
		dst = append(dst, raw[:i]...)
		if raw[i] == '\r' {
			dst = append(dst, '\n')
			raw = bytes.TrimPrefix(raw[i+1:], []byte("\n"))
			continue
		}
		end := bytes.IndexByte(raw[i:min(len(raw), i+32)], ';')
		if end < 0 {
			return dst, fmt.Errorf("%w: a bare &", errSyntax)
		}
		name := raw[i+1 : i+end]
		raw = raw[i+end+1:]
		switch string(name) {
		case "lt":
			dst = append(dst, '<')
		case "gt":
			dst = append(dst, '>')
		case "amp":
			dst = append(dst, '&')
		case "quot":
			dst = append(dst, '"')
		case "apos":
			dst = append(dst, '\'')
		default:
			r, ok := reference(name)
			if !ok {
				return dst, fmt.Errorf("%w: entity &%s;", errSyntax, name)
			}
			dst = utf8.AppendRune(dst, r)
		}
	}
	if !utf8.Valid(dst[start:]) {
		dst = append(dst[:start], bytes.ToValidUTF8(dst[start:], []byte("\uFFFD"))...)
	}
	return dst, nil
}

// reference reads #20013 or #x4e2d.
func reference(name []byte) (rune, bool) {
	s, ok := bytes.CutPrefix(name, []byte("#"))
	if !ok {
		return 0, false
	}
	base := 10
	if len(s) > 0 && (s[0] == 'x' || s[0] == 'X') {
		base, s = 16, s[1:]
	}
	n, err := strconv.ParseUint(string(s), base, 32)
	if err != nil || n == 0 || n > utf8.MaxRune {
		return 0, false
	}
	return rune(n), true
}
