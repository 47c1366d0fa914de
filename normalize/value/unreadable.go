package value

import (
	"strings"
	"unicode/utf8"

	"ziping/normalize"
)

// unreadable stands in a Document for a character that nobody can read: the
// file does not say which it is.
const unreadable = "\uFFFD"

// Unreadable reports a text of which a quarter or more cannot be read: what it is, a
// figure or words, nobody can tell.
func Unreadable(text string) bool {
	n := strings.Count(text, unreadable)
	return n > 0 && 4*n >= utf8.RuneCountInString(text)
}

// GarbleUnreadable marks every field that holds such a character as garbled: of
// `1�` nothing is known, least of all that it is 1.
func GarbleUnreadable(r *normalize.Report) {
	r.Each(func(f *normalize.Field) {
		if strings.Contains(f.Text, unreadable) {
			*f = normalize.Field{Text: f.Text, State: normalize.Garbled, Reading: normalize.Doubtful, Confidence: f.Confidence, At: f.At}
		}
	})
}
