package opc

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// Kind is the kind of a token.
type Kind uint8

// The kinds of token.
const (
	Start Kind = iota + 1
	End
	Text
)

// Space is a namespace that readers tell apart, in its strict and its
// transitional form.
type Space uint8

// The namespaces.
const (
	Foreign Space = iota
	Word
	Sheet
	Compatibility // markup compatibility: AlternateContent
	Math
	Sheet2003  // SpreadsheetML of Excel 2003
	Excel2003  // what that keeps for Excel alone: page set-up, options of a sheet
	Annotation // tracked changes and comments in WordprocessingML of 2003
)

var spaces = map[string]Space{
	"http://schemas.openxmlformats.org/wordprocessingml/2006/main": Word,
	"http://purl.oclc.org/ooxml/wordprocessingml/main":             Word,
	"http://schemas.openxmlformats.org/spreadsheetml/2006/main":    Sheet,
	"http://purl.oclc.org/ooxml/spreadsheetml/main":                Sheet,
	"http://schemas.openxmlformats.org/markup-compatibility/2006":  Compatibility,
	"http://schemas.openxmlformats.org/officeDocument/2006/math":   Math,
	"http://purl.oclc.org/ooxml/officeDocument/math":               Math,
	"http://schemas.microsoft.com/office/word/2003/wordml":         Word,
	"http://schemas.microsoft.com/aml/2001/core":                   Annotation,
	"urn:schemas-microsoft-com:office:spreadsheet":                 Sheet2003,
	"urn:schemas-microsoft-com:office:excel":                       Excel2003,
}

const (
	maxDepth = 400     // tags within tags
	maxTag   = 4 << 20 // bytes of one tag
	chunk    = 64 << 10
)

var (
	errDepth   = errors.New("nested too deep")
	errDoctype = errors.New("document type declaration")
	errSyntax  = errors.New("not well-formed")
)

// Scanner walks through the tags and text of an XML part. It reads ahead no
// more than one tag, and what it returns is valid until the next call.
// Long text comes in pieces.
//
// It exists beside encoding/xml because a sheet may hold a million empty rows:
// it takes a fifth of the time and leaves nothing behind.
type Scanner struct {
	Kind  Kind
	Space Space // of Start and End
	Depth int   // tags open around the token; a Start and its End agree

	r    io.Reader
	buf  []byte
	pos  int
	eof  bool
	err  error
	name []byte // local name
	attr []byte // what stands behind the name
	text []byte

	open    []byte // names of the open tags, one after another
	opens   []int  // where each begins
	binds   []binding
	pending bool // a self-closing tag still has to end
	memo    binding
}

type binding struct {
	prefix string
	space  Space
	depth  int
}

func newScanner(r io.Reader) *Scanner { return &Scanner{r: r, buf: make([]byte, 0, chunk)} }

// Err is what ended the scan, nil at a proper end.
func (s *Scanner) Err() error { return s.err }

// Name is the local name of the tag.
func (s *Scanner) Name() string { return string(s.name) }

// Is reports whether the token is this tag of this namespace.
func (s *Scanner) Is(k Kind, space Space, name string) bool {
	return s.Kind == k && s.Space == space && string(s.name) == name
}

// Text is the text of a Text token.
func (s *Scanner) Text() string { return string(s.text) }

// Bytes is the text of a Text token until the next call of Next.
func (s *Scanner) Bytes() []byte { return s.text }

// Next moves to the next token and reports whether there is one.
func (s *Scanner) Next() bool {
	if s.err != nil {
		return false
	}
	if s.pending {
		s.pending = false
		return s.close()
	}
	for {
		if s.pos == len(s.buf) && !s.fill() {
			return s.end()
		}
		if s.buf[s.pos] != '<' {
			if s.textToken() {
				return true
			}
			if s.err != nil {
				return false
			}
			continue
		}
		switch {
		case s.starts("<!--"):
			s.skip("-->")
		case s.starts("<![CDATA["):
			if !s.cdata() {
				continue
			}
			return s.err == nil
		case s.starts("<!"):
			s.err = errDoctype
		case s.starts("<?"):
			s.skip("?>")
		default:
			return s.tag()
		}
		if s.err != nil {
			return false
		}
	}
}

func (s *Scanner) end() bool {
	if s.err == nil && len(s.opens) > 0 {
		s.err = io.ErrUnexpectedEOF
	}
	return false
}

// fill reads more; false at the end.
func (s *Scanner) fill() bool {
	if s.eof || s.err != nil {
		return false
	}
	if s.pos > 0 {
		s.buf = s.buf[:copy(s.buf, s.buf[s.pos:])]
		s.pos = 0
	}
	if len(s.buf) == cap(s.buf) {
		if cap(s.buf) >= maxTag {
			s.err = fmt.Errorf("%w: a tag of more than %d bytes", errSyntax, maxTag)
			return false
		}
		s.buf = append(make([]byte, 0, 2*cap(s.buf)), s.buf...)
	}
	for {
		n, err := s.r.Read(s.buf[len(s.buf):cap(s.buf)])
		s.buf = s.buf[:len(s.buf)+n]
		if err != nil {
			s.eof = true
			if !errors.Is(err, io.EOF) {
				s.err = err
				return false
			}
		}
		if n > 0 || s.eof {
			return n > 0
		}
	}
}

func (s *Scanner) starts(p string) bool {
	for len(s.buf)-s.pos < len(p) {
		if !s.fill() {
			break
		}
	}
	return bytes.HasPrefix(s.buf[s.pos:], []byte(p))
}

// skip passes over everything up to and with the end mark.
func (s *Scanner) skip(end string) {
	for {
		if i := bytes.Index(s.buf[s.pos:], []byte(end)); i >= 0 {
			s.pos += i + len(end)
			return
		}
		s.pos = max(s.pos, len(s.buf)-len(end)+1)
		if !s.fill() {
			if s.err == nil {
				s.err = io.ErrUnexpectedEOF
			}
			return
		}
	}
}

// cdata returns literal text; false for an empty section.
func (s *Scanner) cdata() bool {
	s.pos += len("<![CDATA[")
	for {
		if i := bytes.Index(s.buf[s.pos:], []byte("]]>")); i >= 0 {
			s.Kind, s.Depth = Text, len(s.opens)
			s.text = append(s.text[:0], s.buf[s.pos:s.pos+i]...)
			s.pos += i + 3
			return i > 0
		}
		if !s.fill() {
			if s.err == nil {
				s.err = io.ErrUnexpectedEOF
			}
			return true
		}
	}
}

// textToken takes the text up to the next tag, or a piece of it.
func (s *Scanner) textToken() bool {
	i := bytes.IndexByte(s.buf[s.pos:], '<')
	for i < 0 && len(s.buf)-s.pos < chunk/2 && s.fill() {
		i = bytes.IndexByte(s.buf[s.pos:], '<')
	}
	if s.err != nil {
		return false
	}
	n := i
	if i < 0 {
		n = len(s.buf) - s.pos
		if !s.eof { // cut before what may go on: an entity or a character
			if k := bytes.LastIndexByte(s.buf[s.pos:], '&'); k > 0 && n-k < 32 {
				n = k
			}
			for n > 1 && n > len(s.buf)-s.pos-4 && !utf8.RuneStart(s.buf[s.pos+n-1]) {
				n--
			}
			if n > 1 && s.buf[s.pos+n-1] >= 0xC0 {
				n--
			}
		}
	}
	raw := s.buf[s.pos : s.pos+n]
	s.pos += n
	if len(s.opens) == 0 { // blanks or a mark before the first tag
		if t := bytes.TrimSpace(bytes.TrimPrefix(raw, []byte("\xef\xbb\xbf"))); len(t) > 0 {
			s.err = fmt.Errorf("%w: text outside of tags", errSyntax)
		}
		return false
	}
	s.Kind, s.Depth = Text, len(s.opens)
	s.text, s.err = unescape(s.text[:0], raw)
	return s.err == nil
}

// Content is the text within the tag just started, as far as it is wanted.
func (s *Scanner) Content(atMost int) string {
	var b strings.Builder
	for depth := s.Depth; s.Next(); {
		switch {
		case s.Kind == End && s.Depth == depth:
			return b.String()
		case s.Kind == Text:
			b.Write(s.text[:min(len(s.text), max(0, atMost-b.Len()))])
		}
	}
	return b.String()
}

// Skip passes over everything within the tag just started.
func (s *Scanner) Skip() {
	for depth := s.Depth; s.Next(); {
		if s.Kind == End && s.Depth == depth {
			return
		}
	}
}
