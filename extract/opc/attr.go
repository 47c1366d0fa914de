package opc

import (
	"bytes"
	"strconv"
)

// Attr is the value of an attribute by its local name, "" where there is none.
func (s *Scanner) Attr(local string) string {
	v, _ := s.Lookup(local)
	return v
}

// Lookup is Attr that tells an empty attribute from a missing one.
func (s *Scanner) Lookup(local string) (value string, ok bool) {
	eachAttr(s.attr, func(name, raw []byte) bool {
		if i := bytes.IndexByte(name, ':'); i >= 0 {
			name = name[i+1:]
		}
		if string(name) != local {
			return true
		}
		out, err := unescape(nil, raw)
		if err != nil {
			out = raw
		}
		value, ok = string(out), true
		return false
	})
	return value, ok
}

// Int is the whole number in an attribute, or what is given where there is none.
func (s *Scanner) Int(local string, without int) int {
	v, err := strconv.Atoi(s.Attr(local))
	if err != nil {
		return without
	}
	return v
}

// On reports an attribute or tag of the on/off kind: present and not off.
func (s *Scanner) On(local string) bool {
	v, ok := s.Lookup(local)
	if !ok {
		return true
	}
	return v != "0" && v != "false" && v != "off" && v != "none"
}

func eachAttr(raw []byte, do func(name, value []byte) bool) {
	for {
		raw = trimLeft(raw)
		eq := bytes.IndexByte(raw, '=')
		if eq <= 0 {
			return
		}
		name := raw[:eq]
		for len(name) > 0 && blank(name[len(name)-1]) {
			name = name[:len(name)-1]
		}
		raw = trimLeft(raw[eq+1:])
		if len(raw) < 2 || raw[0] != '"' && raw[0] != '\'' {
			return
		}
		end := bytes.IndexByte(raw[1:], raw[0])
		if end < 0 {
			return
		}
		if !do(name, raw[1:1+end]) {
			return
		}
		raw = raw[end+2:]
	}
}

func blank(c byte) bool { return c == ' ' || c == '\t' || c == '\r' || c == '\n' }

func trimLeft(b []byte) []byte {
	for len(b) > 0 && blank(b[0]) {
		b = b[1:]
	}
	return b
}
