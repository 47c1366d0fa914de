package lexicon

import (
	_ "embed"
	"strings"
	"sync"

	"go.yaml.in/yaml/v3"
)

//go:embed titles.yaml
var titlesYAML []byte

type titles struct {
	SelfEvaluation []string `yaml:"self_evaluation"`
	Other          []string `yaml:"other"`
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

// OtherTitles are the endings of titles of forms that are none.
func OtherTitles() []string { return loadTitles().Other }

// Title is a title ready to compare: white space and bracketed remarks off,
// heading marks of copied web pages (#, 附件1) too.
func Title(s string) string {
	s = Simplified(strings.TrimLeft(dropBrackets(Fold(s)), "#*"))
	return strings.TrimRight(s, ":*")
}
