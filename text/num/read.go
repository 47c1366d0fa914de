package num

import (
	"errors"
	"strings"
)

// errGrouping is returned for digits whose commas or points do not stand where
// they can (7,00.0,77): a figure, but nobody can say which.
var errGrouping = errors.New("commas or points stand where no figure has them")

// ErrApart is returned for digits that blanks part, other than groups of three:
// 774.80 10 are two figures.
var ErrApart = errors.New("two figures, with a blank between them")

// Scan reads the figure at the start of s, which must be closed up (see
// blank.Close), and returns it with what follows. A figure is a sign (+ - −), digits,
// groups of three with commas or single blanks between them, and one point; all
// that could belong to it is taken, and is a figure as a whole or none. errSyntax
// means that s does not start with a digit; errGrouping, ErrApart and errTooLong
// that it starts with digits that are no figure, and rest is what follows those.
func Scan(s string) (n Decimal, rest string, err error) {
	body := s
	neg := false
	switch {
	case strings.HasPrefix(s, "-"):
		body, neg = s[1:], true
	case strings.HasPrefix(s, "−"):
		body, neg = s[len("−"):], true
	case strings.HasPrefix(s, "+"):
		body = s[1:]
	}
	if body == "" || body[0] < '0' || body[0] > '9' {
		return Decimal{}, s, errSyntax
	}
	end, marks, blanks, points := extent(body)
	digits := body[:end]
	switch {
	case blanks > 0 && (marks > 0 || !grouped(digits, " ") || twice(digits)):
		return Decimal{}, body[end:], ErrApart
	case marks > 0 && !grouped(digits, ","), points > 1:
		return Decimal{}, body[end:], errGrouping
	case blanks > 0:
		digits = strings.ReplaceAll(digits, " ", "")
	case marks > 0:
		digits = strings.ReplaceAll(digits, ",", "")
	}
	if neg {
		digits = "-" + digits
	}
	n, err = Parse(digits)
	return n, body[end:], err
}

// extent is how far the digits, commas, points and blanks at the start of s go, and
// how many of each mark stand among them. What ends the run is punctuation (100,其中…).
func extent(s string) (end, commas, blanks, points int) {
	for end < len(s) && (s[end] >= '0' && s[end] <= '9' || s[end] == ',' || s[end] == '.' || s[end] == ' ' || s[end] == '\n') {
		end++
	}
	for end > 0 && (s[end-1] < '0' || s[end-1] > '9') {
		end--
	}
	for i := range end {
		switch s[i] {
		case ',':
			commas++
		case ' ', '\n':
			blanks++
		case '.':
			points++
		}
	}
	return end, commas, blanks, points
}

// grouped reports whether the marks between digits part groups of three.
func grouped(digits, mark string) bool {
	whole, frac, _ := strings.Cut(digits, ".")
	if strings.ContainsAny(frac, ", \n") || strings.Contains(whole, "\n") {
		return false
	}
	for i, g := range strings.Split(whole, mark) {
		if i == 0 && (len(g) == 0 || len(g) > 3) || i > 0 && len(g) != 3 {
			return false
		}
	}
	return true
}

// twice reports one figure of three digits printed again behind a blank, as a full
// mark and a score of 100 are: 100 100 is not taken for a hundred thousand.
func twice(digits string) bool {
	first, second, _ := strings.Cut(digits, " ")
	return first == second
}
