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

// traditional are the characters with what they are in simplified ones. Nearly all that are
// looked up are none, which its bit tells.
type traditional struct {
	to   map[rune]rune // none of more than 16 bits
	bits [1 << 16 / 64]uint64
}

func (t *traditional) of(r rune) (rune, bool) {
	if r >= 1<<16 || t.bits[r>>6]&(1<<(r&63)) == 0 {
		return 0, false
	}
	to, ok := t.to[r]
	return to, ok
}

func loadTraditional(text []byte) (*traditional, error) {
	var t struct{ Pairs string }
	if err := datafile.Decode("lexicon: traditional", text, &t); err != nil {
		return nil, err
	}
	out := &traditional{to: map[rune]rune{}}
	for _, pair := range strings.Fields(t.Pairs) {
		r := []rune(pair)
		if len(r) != 2 {
			return nil, fmt.Errorf("lexicon: traditional: %q is no pair", pair)
		}
		if was, ok := out.to[r[0]]; ok && was != r[1] {
			return nil, fmt.Errorf("lexicon: traditional: %c stands for %c and %c", r[0], was, r[1])
		}
		if r[0] >= 1<<16 {
			return nil, fmt.Errorf("lexicon: traditional: %c has more than 16 bits", r[0])
		}
		out.to[r[0]] = r[1]
		out.bits[r[0]>>6] |= 1 << (r[0] & 63)
	}
	return out, nil
}

// Simplified is a heading in simplified characters. It knows the characters of
// headings and leaves all others as they are.
func Simplified(s string) string {
	t := simplifiedOf()
	for i, r := range s {
		if _, ok := t.of(r); r >= utf8.RuneSelf && ok {
			return s[:i] + strings.Map(func(r rune) rune {
				if to, ok := t.of(r); ok {
					return to
				}
				return r
			}, s[i:])
		}
	}
	return s
}
