package cross

import (
	_ "embed"
	"slices"
	"strings"
	"unicode"

	"ziping/extract"
	"ziping/score"
	"ziping/text/blank"
	"ziping/text/datafile"
)

//go:embed words.yaml
var wordsYAML []byte

// The kinds of forms that are compared in ways of their own.
const (
	whole   = "whole"
	project = "project"
)

// table is words.yaml.
type table struct {
	Kinds []struct {
		Kind   string   `yaml:"kind"`
		Titles []string `yaml:"titles"`
	} `yaml:"kinds"`
	Departments []string         `yaml:"departments"`
	Units       []string         `yaml:"units"`
	Stamps      []string         `yaml:"stamps"`
	Nothing     []string         `yaml:"nothing"`
	Jump        map[string]int64 `yaml:"jump"`
	Labels      map[string]struct {
		ZH string `yaml:"zh"`
		EN string `yaml:"en"`
	} `yaml:"labels"`

	nothing map[string]bool
}

var vocabulary = datafile.Once(wordsYAML, load)

func load(text []byte) (*table, error) {
	t := new(table)
	if err := datafile.Decode("words", text, t); err != nil {
		return nil, err
	}
	t.nothing = map[string]bool{}
	for _, w := range t.Nothing {
		t.nothing[squeeze(w)] = true
	}
	return t, nil
}

// kind is what a form of a title is of.
func (t *table) kind(title string) string {
	title = squeeze(title)
	for _, k := range t.Kinds {
		for _, w := range k.Titles {
			if strings.Contains(title, w) {
				return k.Kind
			}
		}
	}
	return ""
}

// label is what findings call a place.
func label(name string, lang extract.Lang) string {
	return extract.Text(vocabulary().Labels[name]).In(lang)
}

// labelled is the name in the cell whose label is one of some.
func labelled(r *score.Report, labels []string) string {
	for i := range r.Other {
		if l := &r.Other[i]; slices.Contains(labels, organisation(l.Label)) {
			return organisation(words(l.Field))
		}
	}
	return ""
}

// squeeze is a text without what is written in one way or another: blanks, marks, width
// and case.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if r = blank.Half(r); !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, s)
}

// organisation is a name as it is compared: without a number before or behind it and
// without a stamp in brackets, which forms print with it.
func organisation(name string) string {
	name = blank.Close(name)
	for {
		open := strings.LastIndexAny(name, "(（")
		if open < 0 {
			break
		}
		inside := squeeze(name[open:])
		if !slices.Contains(vocabulary().Stamps, inside) && strings.Trim(inside, "0123456789") != "" {
			break
		}
		name = name[:open]
	}
	return strings.Trim(squeeze(name), "0123456789")
}
