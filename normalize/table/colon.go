package table

import (
	"strings"
	"unicode/utf8"

	"ziping/text/blank"
)

// CutColon splits label:value at the first colon of either width.
func CutColon(s string) (kv [2]string, ok bool) {
	i := strings.IndexAny(s, ":：")
	if i <= 0 {
		return kv, false
	}
	_, size := utf8.DecodeRuneInString(s[i:])
	return [2]string{blank.Trim(s[:i]), blank.Trim(s[i+size:])}, true
}
