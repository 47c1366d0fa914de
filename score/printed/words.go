package printed

import (
	_ "embed"

	"ziping/text/datafile"
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
var words = datafile.Once(wordsYAML, readWords)

func readWords(text []byte) (*wordLists, error) {
	w := &wordLists{}
	if err := datafile.Decode("printed", text, w); err != nil {
		return nil, err
	}
	return w, nil
}
