package lexicon

import (
	_ "embed"
	"fmt"
	"strings"
	"unicode/utf8"

	"ziping/text/datafile"
)

//go:embed traditional.yaml
var traditionalYAML []byte

var simplifiedOf = datafile.Once(traditionalYAML, loadTraditional)

func loadTraditional(text []byte) (map[rune]rune, error) {
	var t struct{ Pairs string }
	if err := datafile.Decode("lexicon: traditional", text, &t); err != nil {
		return nil, err
	}
	m := map[rune]rune{}
	for _, pair := range strings.Fields(t.Pairs) {
		r := []rune(pair)
		if len(r) != 2 {
			return nil, fmt.Errorf("lexicon: traditional: %q is no pair", pair)
		}
		if was, ok := m[r[0]]; ok && was != r[1] {
			return nil, fmt.Errorf("lexicon: traditional: %c stands for %c and %c", r[0], was, r[1])
		}
		m[r[0]] = r[1]
	}
	return m, nil
}

// Simplified is a heading in simplified characters. It knows the characters of
// headings and leaves all others as they are.
func Simplified(s string) string {
	m := simplifiedOf()
	for i, r := range s {
		if _, ok := m[r]; r >= utf8.RuneSelf && ok {
			return s[:i] + strings.Map(func(r rune) rune {
				if to, ok := m[r]; ok {
					return to
				}
				return r
			}, s[i:])
		}
	}
	return s
}
