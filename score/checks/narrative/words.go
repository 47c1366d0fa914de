package narrative

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"ziping/normalize"
	"ziping/text/datafile"
)

//go:embed narrative.yaml
var narrativeYAML []byte

// tyingWords is the data of narrative.yaml.
type tyingWords struct {
	Funds map[normalize.Column]struct {
		ZH, EN string
		Words  []string
	}
	FundHeads   []string `yaml:"fund_heads"`
	FundTails   []string `yaml:"fund_tails"`
	Marks       []string
	Overlapping []string
	Among       []string // opens the parts of a whole in another sentence
	Opening     []string // opens a list of what a whole is made of
	MadeOf      []string `yaml:"made_of"` // what stands around parts: before…behind
	Mostly      []string `yaml:"mostly"`
	AndMore     []string `yaml:"and_more"` // tells that not all parts are listed
	Together    []string // opens a whole behind its parts

	column map[string]normalize.Column // by its words
}

// narrativeWords is the embedded data, read once; a test opens it with readTyingWords.
var narrativeWords = datafile.Once(narrativeYAML, readTyingWords)

func readTyingWords(text []byte) (*tyingWords, error) {
	w := &tyingWords{column: map[string]normalize.Column{}}
	if err := datafile.Decode("narrative", text, w); err != nil {
		return nil, err
	}
	for c, f := range w.Funds {
		if !slices.Contains(normalize.FundColumns, c) || f.ZH == "" || f.EN == "" {
			return nil, fmt.Errorf("narrative: funds: %s is no column, or has no name", c)
		}
		for _, word := range f.Words {
			if _, ok := w.column[word]; ok {
				return nil, fmt.Errorf("narrative: funds: %s stands for two columns", word)
			}
			w.column[word] = c
		}
	}
	return w, nil
}

// hasOf reports a text that holds one of the words.
func hasOf(text string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(text, w) })
}
