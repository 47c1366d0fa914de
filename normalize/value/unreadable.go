package value

import (
	"strings"

	"ziping/normalize"
)

// unreadable stands in a Document for a character that nobody can read: the
// file does not say which it is.
const unreadable = "\uFFFD"

// GarbleUnreadable marks every field that holds such a character as garbled: of
// `1�` nothing is known, least of all that it is 1.
func GarbleUnreadable(r *normalize.Report) {
	r.Each(func(f *normalize.Field) {
		if strings.Contains(f.Text, unreadable) {
			*f = normalize.Field{Text: f.Text, State: normalize.Garbled, Reading: normalize.Doubtful, Confidence: f.Confidence, At: f.At}
		}
	})
}
