package lexicon

import (
	_ "embed"
	"strings"

	"ziping/text/blank"
	"ziping/text/datafile"
)

//go:embed titles.yaml
var titlesYAML []byte

// loadTitles reads the endings of titles of self-evaluations, and of those in words.
func loadTitles(text []byte) (selfEvaluation, report List, err error) {
	var t struct {
		SelfEvaluation List `yaml:"self_evaluation"`
		Report         List `yaml:"report"`
	}
	if err := datafile.Decode("lexicon: titles", text, &t); err != nil {
		return nil, nil, err
	}
	return t.SelfEvaluation, t.Report, nil
}

// Title is a title ready to compare: white space, bracketed remarks, heading
// marks of copied web pages (#) and a year behind it taken off.
func Title(s string) string {
	s = Simplified(strings.TrimLeft(dropBrackets(blank.Fold(s)), "#*"))
	s = strings.TrimRight(s, ":*")
	bare := strings.TrimRight(strings.TrimSuffix(strings.TrimSuffix(s, "度"), "年"), "0123456789")
	if bare != s && len(s)-len(bare) >= 4 { // 自评表2022年度
		return strings.TrimRight(bare, "-—")
	}
	return s
}
