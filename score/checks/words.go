package checks

import (
	_ "embed"
	"slices"
	"strings"

	"ziping/score/checks/witness"
	"ziping/text/datafile"
)

//go:embed words.yaml
var wordsYAML []byte

// wordLists is the data of words.yaml.
type wordLists struct {
	Shares    []string
	Beyond100 []string `yaml:"beyond_100"`
	Signed    []string
	None      []string
	Produced  []string
	Harms     []string
	Better    []string `yaml:"more_is_better"`

	witness.Words `yaml:",inline"`
}

// words is the embedded data, read once; a test opens it with readWords.
var words = datafile.Once(wordsYAML, readWords)

func readWords(text []byte) (*wordLists, error) {
	w := &wordLists{}
	if err := datafile.Decode("words", text, w); err != nil {
		return nil, err
	}
	return w, nil
}

// says reports a text that holds one of the words.
func says(text string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(text, w) })
}
