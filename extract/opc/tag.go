package opc

import (
	"bytes"
	"fmt"
	"io"
	"strings"
)

// tag takes a start or end tag.
func (s *Scanner) tag() bool {
	end := -1
	for from := s.pos + 1; ; {
		var again int
		end, again = tagEnd(s.buf, from)
		if end >= 0 {
			break
		}
		from = again - s.pos
		if !s.fill() {
			if s.err == nil {
				s.err = io.ErrUnexpectedEOF
			}
			return false
		}
		from += s.pos
	}
	raw := s.buf[s.pos+1 : end]
	s.pos = end + 1
	if len(raw) > 0 && raw[0] == '/' {
		name := bytes.TrimSpace(raw[1:])
		if n := len(s.opens); n == 0 || !bytes.Equal(s.open[s.opens[n-1]:], name) {
			s.err = fmt.Errorf("%w: </%.40s> closes no open tag", errSyntax, name)
			return false
		}
		return s.close()
	}
	if n := len(raw); n > 0 && raw[n-1] == '/' {
		s.pending, raw = true, raw[:n-1]
	}
	n := 0
	for n < len(raw) && !blank(raw[n]) {
		n++
	}
	if n == 0 || raw[0] == ':' || raw[n-1] == ':' || bytes.Count(raw[:n], []byte(":")) > 1 {
		s.err = fmt.Errorf("%w: a tag without a name", errSyntax)
		return false
	}
	if len(s.opens) >= maxDepth {
		s.err = errDepth
		return false
	}
	s.opens = append(s.opens, len(s.open))
	s.open = append(s.open, raw[:n]...)
	s.attr = raw[n:]
	if bytes.Contains(s.attr, []byte("xmlns")) {
		s.bind()
	}
	s.Kind, s.Depth = Start, len(s.opens)
	s.split(raw[:n])
	return true
}

// tagEnd finds the > that ends a tag, past quoted values. Where it is not
// there yet, again is where to look on from.
func tagEnd(buf []byte, from int) (end, again int) {
	for i := from; i < len(buf); {
		switch buf[i] {
		case '>':
			return i, 0
		case '"', '\'':
		default:
			i++
			continue
		}
		q := bytes.IndexByte(buf[i+1:], buf[i])
		if q < 0 {
			return -1, i
		}
		i += q + 2
	}
	return -1, len(buf)
}

// close ends the innermost tag.
func (s *Scanner) close() bool {
	n := len(s.opens) - 1
	s.Kind, s.Depth = End, n+1
	s.split(s.open[s.opens[n]:])
	s.open, s.opens = s.open[:s.opens[n]], s.opens[:n]
	for k := len(s.binds); k > 0 && s.binds[k-1].depth > n; k-- {
		s.binds = s.binds[:k-1]
		s.memo = binding{}
	}
	return true
}

// split sets the local name and the namespace of a tag.
func (s *Scanner) split(name []byte) {
	prefix := name[:0]
	if i := bytes.IndexByte(name, ':'); i >= 0 {
		prefix, name = name[:i], name[i+1:]
	}
	s.name = name
	if s.memo.depth != 0 && string(prefix) == s.memo.prefix {
		s.Space = s.memo.space
		return
	}
	s.Space = Foreign
	for i := len(s.binds) - 1; i >= 0; i-- {
		if s.binds[i].prefix == string(prefix) {
			s.Space = s.binds[i].space
			s.memo = s.binds[i]
			return
		}
	}
}

// bind notes the namespaces that a tag declares.
func (s *Scanner) bind() {
	s.memo = binding{}
	eachAttr(s.attr, func(name, value []byte) bool {
		prefix, ok := bytes.CutPrefix(name, []byte("xmlns"))
		if ok && (len(prefix) == 0 || prefix[0] == ':') && len(s.binds) < 1000 {
			s.binds = append(s.binds, binding{strings.TrimPrefix(string(prefix), ":"), spaces[string(value)], len(s.opens)})
		}
		return true
	})
}
