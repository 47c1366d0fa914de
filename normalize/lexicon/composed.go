package lexicon

import (
	_ "embed"
	"fmt"
	"maps"
	"strings"

	"ziping/text/datafile"
)

//go:embed composed.yaml
var composedYAML []byte

// maxComposed bounds how many headings one pattern may stand for, so that a slip in the
// data is told and not carried into every start of the program.
const maxComposed = 10_000

// composed are headings told by their parts: of each list and id the patterns, and the
// words of each part. See composed.yaml.
type composed struct {
	Parts           lists `yaml:"parts"`
	Head            lists `yaml:"head"`
	FundColumn      lists `yaml:"fund_column"`
	Source          lists `yaml:"source"`
	GoalColumn      lists `yaml:"goal_column"`
	IndicatorColumn lists `yaml:"indicator_column"`
	Foot            lists `yaml:"foot"`
}

// loadComposed reads the patterns; the words of their parts are bare.
func loadComposed(text []byte) (c composed, err error) {
	err = datafile.Decode("lexicon: composed headings", text, &c)
	for _, words := range c.Parts {
		for i, w := range words {
			words[i] = Bare(w)
		}
	}
	return c, err
}

// add puts the headings that patterns stand for into a list, which it returns. What the list
// says of a heading itself stays; a heading that two ids compose is refused.
func (c *composed) add(name string, patterns lists, said map[string]string) (map[string]string, error) {
	type made struct {
		id       string
		headings []string
	}
	var list []made
	room := len(said)
	for _, id := range sortedKeys(patterns) {
		for _, p := range patterns[id] {
			headings, err := c.expand(p)
			if err != nil {
				return nil, fmt.Errorf("lexicon: composed: %s: %s: %w", name, id, err)
			}
			list = append(list, made{id, headings})
			room += len(headings)
		}
	}
	to := make(map[string]string, room)
	maps.Copy(to, said)
	for _, m := range list {
		for _, h := range m.headings {
			switch other, ok := to[h]; {
			case !ok:
				to[h] = m.id
			case other != m.id && said[h] == "":
				return nil, fmt.Errorf("lexicon: composed: %s: %q stands for both %s and %s", name, h, other, m.id)
			}
		}
	}
	return to, nil
}

// expand lists the bare headings that a pattern stands for.
func (c *composed) expand(pattern string) ([]string, error) {
	var parts [][]string // the choices of each
	count, size := 1, 0  // of all headings, and all their letters
	for rest := pattern; rest != ""; {
		word, after, isPart := strings.Cut(rest, "<")
		choices := []string{word}
		if word == "" && isPart {
			part, behind, closed := strings.Cut(after, ">")
			name, optional := strings.CutSuffix(part, "?")
			if choices = c.Parts[name]; !closed || len(choices) == 0 {
				return nil, fmt.Errorf("%q: no part %q", pattern, part)
			}
			if optional {
				choices = append([]string{""}, choices...)
			}
			rest = behind
		} else {
			rest = rest[len(word):]
		}
		letters := 0
		for _, w := range choices {
			letters += len(w)
		}
		size = size*len(choices) + letters*count
		if count *= len(choices); count > maxComposed {
			return nil, fmt.Errorf("%q stands for more than %d headings", pattern, maxComposed)
		}
		parts = append(parts, choices)
	}
	out := make([]string, 0, count)
	var text strings.Builder // all of them, one behind the other: there are thousands
	text.Grow(size)
	var put func(begun []byte, parts [][]string)
	put = func(begun []byte, parts [][]string) {
		if len(parts) == 0 {
			from := text.Len()
			text.Write(begun)
			out = append(out, text.String()[from:])
			return
		}
		for _, w := range parts[0] {
			put(append(begun, w...), parts[1:])
		}
	}
	put(make([]byte, 0, 128), parts)
	return out, nil
}
