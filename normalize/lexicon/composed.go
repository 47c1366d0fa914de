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

	bare map[string][]string // the words of parts
}

func loadComposed(text []byte) (c composed, err error) {
	return c, datafile.Decode("lexicon: composed headings", text, &c)
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
	count, longest := 1, 0
	for rest := pattern; rest != ""; {
		word, after, isPart := strings.Cut(rest, "<")
		choices := []string{word}
		if word == "" && isPart {
			part, behind, closed := strings.Cut(after, ">")
			name, optional := strings.CutSuffix(part, "?")
			if choices = c.words(name, optional); !closed || len(choices) == 0 {
				return nil, fmt.Errorf("%q: no part %q", pattern, part)
			}
			rest = behind
		} else {
			rest = rest[len(word):]
		}
		if count *= len(choices); count > maxComposed {
			return nil, fmt.Errorf("%q stands for more than %d headings", pattern, maxComposed)
		}
		parts = append(parts, choices)
		most := 0
		for _, w := range choices {
			most = max(most, len(w))
		}
		longest += most
	}
	out, begun := make([]string, 0, count), make([]byte, 0, longest)
	var put func(n int)
	put = func(n int) {
		if n == len(parts) {
			out = append(out, string(begun))
			return
		}
		end := len(begun)
		for _, w := range parts[n] {
			begun = append(begun, w...)
			put(n + 1)
			begun = begun[:end]
		}
	}
	put(0)
	return out, nil
}

// words are the bare words of a part, and none where it may be missing; nil for no part.
func (c *composed) words(part string, optional bool) []string {
	of, ok := c.bare[part]
	if !ok {
		for _, w := range c.Parts[part] {
			of = append(of, Bare(w))
		}
		if c.bare == nil {
			c.bare = map[string][]string{}
		}
		c.bare[part] = of
	}
	if optional && len(of) > 0 {
		return append([]string{""}, of...)
	}
	return of
}
