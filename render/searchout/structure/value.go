package structure

import (
	"bytes"
	"strconv"
)

// Values are kept as the file writes them. What follows tells where one ends and what a
// dictionary or an array is made of.

func blank(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func delimiter(c byte) bool { return bytes.IndexByte([]byte("()<>[]{}/%"), c) >= 0 }

// skip is where white space and comments end.
func skip(b []byte, at int) int {
	for at < len(b) {
		switch {
		case blank(b[at]):
			at++
		case b[at] == '%':
			for at < len(b) && b[at] != '\n' && b[at] != '\r' {
				at++
			}
		default:
			return at
		}
	}
	return at
}

// regular is where a word of regular characters ends.
func regular(b []byte, at int) int {
	for at < len(b) && !blank(b[at]) && !delimiter(b[at]) {
		at++
	}
	return at
}

// span is where the value that begins at or behind at ends.
func span(b []byte, at, depth int) (int, bool) {
	at = skip(b, at)
	if at >= len(b) || depth > deepest {
		return at, false
	}
	switch c := b[at]; {
	case c == '/':
		return regular(b, at+1), true
	case c == '(':
		return text(b, at)
	case c == '[':
		return list(b, at+1, "]", depth)
	case bytes.HasPrefix(b[at:], []byte("<<")):
		return list(b, at+2, ">>", depth)
	case c == '<':
		end := bytes.IndexByte(b[at:], '>')
		return at + end + 1, end > 0
	case delimiter(c):
		return at, false
	}
	end := regular(b, at)
	s := scanner{b, at}
	if _, ok := s.number(); ok {
		if _, ok := s.number(); ok && s.word("R") {
			return s.at, true
		}
	}
	return end, true
}

// list is where an array or a dictionary ends.
func list(b []byte, at int, close string, depth int) (int, bool) {
	for {
		if at = skip(b, at); bytes.HasPrefix(b[min(at, len(b)):], []byte(close)) {
			return at + len(close), true
		}
		end, ok := span(b, at, depth+1)
		if !ok || end <= at {
			return at, false
		}
		at = end
	}
}

// text is where a string in brackets ends.
func text(b []byte, at int) (int, bool) {
	depth := 0
	for ; at < len(b); at++ {
		switch b[at] {
		case '\\':
			at++
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return at + 1, true
			}
		}
	}
	return at, false
}

func trim(b []byte) []byte { return b[min(skip(b, 0), len(b)):] }

// Elements are those of an array, nil for anything else.
func Elements(array []byte) [][]byte {
	array = trim(array)
	if len(array) == 0 || array[0] != '[' {
		return nil
	}
	return parts(array, 1)
}

// parts are the values from a place up to a closing sign.
func parts(b []byte, at int) (out [][]byte) {
	for {
		at = skip(b, at)
		end, ok := span(b, at, 0)
		if !ok || end <= at {
			return out
		}
		out = append(out, b[at:end])
		at = end
	}
}

// Pair is an entry of a dictionary: its key with the slash.
type Pair struct {
	Key   string
	Value []byte
}

// Pairs are the entries of a dictionary, nil for anything else.
func Pairs(dict []byte) (out []Pair) {
	dict = trim(dict)
	if !bytes.HasPrefix(dict, []byte("<<")) {
		return nil
	}
	values := parts(dict, 2)
	for i := 0; i+1 < len(values); i += 2 {
		out = append(out, Pair{string(values[i]), values[i+1]})
	}
	return out
}

// Entry is an entry of a dictionary, nil where there is none. Of two of one key the last
// counts, as it does for those who draw the page.
func Entry(dict []byte, key string) (value []byte) {
	for _, p := range Pairs(dict) {
		if p.Key == key {
			value = p.Value
		}
	}
	return value
}

// reference is the number of the object that a value refers to.
func reference(value []byte) (number int, ok bool) {
	s := scanner{value, 0}
	number, ok1 := s.number()
	_, ok2 := s.number()
	return number, ok1 && ok2 && s.word("R")
}

// whole is a number that is written as such.
func whole(value []byte) (int, bool) {
	s := scanner{value, 0}
	return s.number()
}

// scanner reads numbers and words.
type scanner struct {
	b  []byte
	at int
}

// number reads a whole number that is not negative.
func (s *scanner) number() (int, bool) {
	from := skip(s.b, s.at)
	end := regular(s.b, from)
	const longest = 12
	if end == from || end-from > longest || s.b[from] < '0' || s.b[from] > '9' {
		return 0, false
	}
	n, err := strconv.Atoi(string(s.b[from:end]))
	if err != nil {
		return 0, false
	}
	s.at = end
	return n, true
}

// word reads a certain word.
func (s *scanner) word(w string) bool {
	from := skip(s.b, s.at)
	end := regular(s.b, from)
	if string(s.b[from:end]) != w {
		return false
	}
	s.at = end
	return true
}
