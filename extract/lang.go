package extract

// Lang is the language of messages: ZH or EN.
type Lang string

// The languages every message, sheet and page comes in.
const (
	ZH Lang = "zh"
	EN Lang = "en"
)

// Text is a message in both languages.
type Text struct{ ZH, EN string }

// In returns the message in the given language, Chinese for anything unknown.
func (t Text) In(l Lang) string {
	if l == EN {
		return t.EN
	}
	return t.ZH
}
