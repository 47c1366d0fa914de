package printed

import (
	"bytes"
	_ "embed"
	"fmt"
	"sync"

	"go.yaml.in/yaml/v3"
)

//go:embed printed.yaml
var wordsYAML []byte

// wordLists is the data of printed.yaml.
type wordLists struct {
	Point                       string
	Budget, List, Full, Columns []string
	Joints, Times               []string
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
		return nil, fmt.Errorf("printed: %w", err)
	}
	return w, nil
}
