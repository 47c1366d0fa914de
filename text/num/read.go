package num

import (
	"errors"
	"strings"
)

// ErrGrouping is returned for digits whose commas or points do not stand where
// they can (7,00.0,77): a figure, but nobody can say which.
var ErrGrouping = errors.New("commas or points stand where no figure has them")

// ReadPrefix reads a number at the start of s, which must be folded to
// half-width (see lexicon.Fold), and returns it with what follows. It takes a
// sign (+ - − －), digits, thousands commas in groups of three and one point.
// ErrSyntax means that s does not start with a number; ErrGrouping and
// ErrTooLong that it starts with digits that are none.
func ReadPrefix(s string) (n Decimal, rest string, err error) {
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
	end := 0
	for end < len(body) && (body[end] >= '0' && body[end] <= '9' || body[end] == ',' || body[end] == '.') {
		end++
	}
	// A comma or point that ends the run is punctuation: 100,其中….
	for end > 0 && (body[end-1] == ',' || body[end-1] == '.') {
		end--
	}
	digits := body[:end]
	if digits == "" || digits[0] < '0' || digits[0] > '9' {
		return Decimal{}, s, ErrSyntax
	}
	if strings.IndexByte(digits, ',') >= 0 {
		if !grouped(digits) {
			return Decimal{}, body[end:], ErrGrouping
		}
		digits = strings.ReplaceAll(digits, ",", "")
	}
	if strings.Count(digits, ".") > 1 {
		return Decimal{}, body[end:], ErrGrouping
	}
	if neg {
		digits = "-" + digits
	}
	n, err = Parse(digits)
	return n, body[end:], err
}

// grouped reports whether the commas of digits part groups of three.
func grouped(digits string) bool {
	whole, frac, _ := strings.Cut(digits, ".")
	if strings.Contains(frac, ",") {
		return false
	}
	for i, g := range strings.Split(whole, ",") {
		if i == 0 && (len(g) == 0 || len(g) > 3) || i > 0 && len(g) != 3 {
			return false
		}
	}
	return true
}
