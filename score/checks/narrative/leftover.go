package narrative

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"ziping/text/datafile"
	"ziping/text/dates"
	"ziping/text/numerals"
)

//go:embed leftover.yaml
var leftoverYAML []byte

// leftoverWords is the data of leftover.yaml.
type leftoverWords struct {
	Prompts []struct {
		Has          string
		Digit, Alone bool
		Words        []string
	}
	Tasks []oldTask
}

// oldTask is a task that was done by the end of a year.
type oldTask struct {
	Name          string
	Until         int
	Before, After []string
}

// leftovers is the embedded data, read once; a test opens it with readLeftovers.
var leftovers = datafile.Once(leftoverYAML, readLeftovers)

func readLeftovers(text []byte) (*leftoverWords, error) {
	w := &leftoverWords{}
	if err := datafile.Decode("leftover", text, w); err != nil {
		return nil, err
	}
	for _, g := range w.Prompts {
		for _, word := range g.Words {
			if g.Has == "" || !strings.Contains(word, g.Has) {
				return nil, fmt.Errorf("leftover: %q stands under %q and does not hold it", word, g.Has)
			}
		}
	}
	for _, t := range w.Tasks {
		if t.Name == "" || !dates.IsYear(t.Until) {
			return nil, fmt.Errorf("leftover: task %q until %d", t.Name, t.Until)
		}
	}
	return w, nil
}

// prompt finds a prompt or placeholder in a text; n is 0 where there is none.
func (w *leftoverWords) prompt(text string) (at, n int) {
	for _, g := range w.Prompts {
		if !strings.Contains(text, g.Has) {
			continue
		}
		for _, word := range g.Words {
			for from := 0; ; {
				i := strings.Index(text[from:], word)
				if i < 0 {
					break
				}
				i += from
				from = i + len(word)
				before, _ := utf8.DecodeLastRuneInString(text[:i])
				after, _ := utf8.DecodeRuneInString(text[from:])
				if g.Digit && numerals.Digit(before) < 0 || g.Alone && (code(before) || code(after)) {
					continue
				}
				return i, len(word)
			}
		}
	}
	return 0, 0
}

// code reports a letter or digit, as codes are made of.
func code(r rune) bool {
	return r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z'
}

// task finds a task of a time before the year that a text speaks of as one to be done.
func (w *leftoverWords) task(text string, year int) (t *oldTask, at int) {
	for k := range w.Tasks {
		t := &w.Tasks[k]
		if year <= t.Until {
			continue
		}
		for from := 0; ; {
			i := strings.Index(text[from:], t.Name)
			if i < 0 {
				break
			}
			i += from
			from = i + len(t.Name)
			before := func(w string) bool { return strings.HasSuffix(text[:i], w) }
			after := func(w string) bool { return strings.HasPrefix(text[from:], w) }
			if !slices.ContainsFunc(t.Before, before) && !slices.ContainsFunc(t.After, after) {
				return t, i
			}
		}
	}
	return nil, -1
}
