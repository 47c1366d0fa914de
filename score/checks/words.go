package checks

import (
	"bytes"
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"go.yaml.in/yaml/v3"
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
}

// words is the embedded data, read once; a test opens it with readWords.
var words = sync.OnceValue(func() *wordLists {
	w, err := readWords(wordsYAML)
	if err != nil {
		panic(err) // embedded data, opened by a test
	}
	return w
})

func readWords(data []byte) (*wordLists, error) {
	w := &wordLists{}
	d := yaml.NewDecoder(bytes.NewReader(data))
	d.KnownFields(true)
	if err := d.Decode(w); err != nil {
		return nil, fmt.Errorf("words: %w", err)
	}
	return w, nil
}

// says reports a text that holds one of the words.
func says(text string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(text, w) })
}
