package normalize

import "strings"

// unreadable stands in a Document for a character that nobody can read: the
// file does not say which it is.
const unreadable = "\uFFFD"

// garbleUnreadable marks every field that holds such a character as garbled: of
// `1�` nothing is known, least of all that it is 1.
func garbleUnreadable(r *Report) {
	r.Each(func(f *Field) {
		if strings.Contains(f.Text, unreadable) {
			*f = Field{Text: f.Text, State: Garbled, Reading: Doubtful, Confidence: f.Confidence, At: f.At}
		}
	})
}
