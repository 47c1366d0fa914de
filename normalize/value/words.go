package value

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"ziping/normalize"
	"ziping/text/blank"
	"ziping/text/datafile"
)

//go:embed words.yaml
var wordsYAML []byte

// words is the data of words.yaml.
type words struct {
	Nothing, None             []string
	Before, Behind            map[normalize.Op][]string
	Within, Times             []string
	Qualitative, Quantitative []string
	Lead, Deeds, Done         []string
	Per, More                 []string
	Whole, Includes, Lengths  []string
	Dashes, Year, Stop        []string
	DashWords                 []string `yaml:"dash_words"`
	CurrencySigns             []string `yaml:"currency_signs"`

	dashFirst     string // the characters that dashes begin with
	nothing       map[string]bool
	mayBeNothing  [256]bool             // by first byte
	before        map[byte][]comparator // by first byte, longest first
	behind        []comparator
	longestBefore int // bytes
}

// comparator is a print of a comparator.
type comparator struct {
	print string
	op    normalize.Op
}

// vocabulary is the embedded data, read once; a test opens it with load.
var vocabulary = datafile.Once(wordsYAML, load)

// load reads the words and refuses a print that stands for two comparators, and
// comparators that there are not.
func load(text []byte) (*words, error) {
	var w words
	if err := datafile.Decode("value: words", text, &w); err != nil {
		return nil, err
	}
	before, err := comparators(w.Before)
	if err != nil {
		return nil, err
	}
	if w.behind, err = comparators(w.Behind); err != nil {
		return nil, err
	}
	w.before = map[byte][]comparator{}
	for _, c := range before {
		w.before[c.print[0]] = append(w.before[c.print[0]], c)
		w.longestBefore = max(w.longestBefore, len(c.print))
	}
	for _, d := range slices.Concat(w.Dashes, w.DashWords) {
		r, _ := utf8.DecodeRuneInString(d)
		w.dashFirst += string(r)
	}
	w.nothing = map[string]bool{"": true}
	for _, s := range w.Nothing {
		w.nothing[s] = true
	}
	w.mayBeNothing = firstBytes(w.Nothing)
	return &w, nil
}

// firstBytes are those that a text can begin with which is one of the words once it
// is folded: theirs, and those of blanks and wide characters.
func firstBytes(words []string) (may [256]bool) {
	for b := range may {
		s := string([]byte{byte(b)})
		may[b] = b <= ' ' || b >= utf8.RuneSelf && !blank.Han(s+"\x80\x80")
	}
	for _, w := range words {
		may[w[0]] = true
	}
	return may
}

func comparators(prints map[normalize.Op][]string) ([]comparator, error) {
	var out []comparator
	seen := map[string]bool{}
	for op, list := range prints {
		switch op {
		case normalize.OpAtLeast, normalize.OpAtMost, normalize.OpMore, normalize.OpLess, normalize.OpEqual:
		default:
			return nil, fmt.Errorf("value: words: %q is no comparator", op)
		}
		for _, p := range list {
			if p == "" || seen[p] {
				return nil, fmt.Errorf("value: words: %q is empty or stands twice", p)
			}
			seen[p] = true
			out = append(out, comparator{p, op})
		}
	}
	slices.SortFunc(out, func(a, b comparator) int {
		if len(a.print) != len(b.print) {
			return len(b.print) - len(a.print)
		}
		return strings.Compare(a.print, b.print)
	})
	return out, nil
}

// cutPrefix takes the first of the words that s begins with off it.
func cutPrefix(s string, words []string) (rest string, ok bool) {
	for _, w := range words {
		if rest, ok := strings.CutPrefix(s, w); ok {
			return rest, true
		}
	}
	return s, false
}

// cutSuffix takes the first of the words that s ends with off it.
func cutSuffix(s string, words []string) (rest string, ok bool) {
	for _, w := range words {
		if rest, ok := strings.CutSuffix(s, w); ok {
			return rest, true
		}
	}
	return s, false
}
