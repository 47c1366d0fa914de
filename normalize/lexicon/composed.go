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

func loadComposed(text []byte) (c composed, err error) {
	return c, datafile.Decode("lexicon: composed headings", text, &c)
}

// add puts the headings that patterns stand for into a list. What the list says of a
// heading itself stays; a heading that two ids compose is refused.
func (c *composed) add(name string, patterns lists, to map[string]string) error {
	said := maps.Clone(to)
	for _, id := range sortedKeys(patterns) {
		for _, p := range patterns[id] {
			headings, err := c.expand(p)
			if err != nil {
				return fmt.Errorf("lexicon: composed: %s: %s: %w", name, id, err)
			}
			for _, h := range headings {
				switch other, ok := to[h]; {
				case !ok:
					to[h] = id
				case other != id && said[h] == "":
					return fmt.Errorf("lexicon: composed: %s: %q stands for both %s and %s", name, h, other, id)
				}
			}
		}
	}
	return nil
}

// expand lists the bare headings that a pattern stands for.
func (c *composed) expand(pattern string) ([]string, error) {
	out := []string{""}
	for rest := pattern; rest != ""; {
		word, after, isPart := strings.Cut(rest, "<")
		choices := []string{word}
		if word == "" && isPart {
			part, behind, closed := strings.Cut(after, ">")
			name, optional := strings.CutSuffix(part, "?")
			words := c.Parts[name]
			if !closed || len(words) == 0 {
				return nil, fmt.Errorf("%q: no part %q", pattern, part)
			}
			choices, rest = nil, behind
			if optional {
				choices = []string{""}
			}
			for _, w := range words {
				choices = append(choices, Bare(w))
			}
		} else {
			rest = rest[len(word):]
		}
		if len(out)*len(choices) > maxComposed {
			return nil, fmt.Errorf("%q stands for more than %d headings", pattern, maxComposed)
		}
		next := make([]string, 0, len(out)*len(choices))
		for _, begun := range out {
			for _, w := range choices {
				next = append(next, begun+w)
			}
		}
		out = next
	}
	return out, nil
}
