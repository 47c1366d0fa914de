package lexicon

import (
	_ "embed"
	"strings"
	"sync"

	"go.yaml.in/yaml/v3"

	"ziping/text/blank"
)

//go:embed titles.yaml
var titlesYAML []byte

type titles struct {
	SelfEvaluation []string `yaml:"self_evaluation"`
	Report         []string `yaml:"report"`
}

var loadTitles = sync.OnceValue(func() titles {
	var t titles
	if err := yaml.Unmarshal(titlesYAML, &t); err != nil {
		panic(err) // embedded data, opened by a test
	}
	return t
})

// Titles are the endings of titles of self-evaluations.
func Titles() []string { return loadTitles().SelfEvaluation }

// ReportTitles are the endings of titles of self-evaluations in words.
func ReportTitles() []string { return loadTitles().Report }

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
