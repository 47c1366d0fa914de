// Package family tells which known form a table is. A family is one data file
// in this folder: its titles, the headings it is known by, and where it was seen.
package family

import (
	"embed"
	"fmt"
	"io/fs"
	"strings"
	"sync"

	"go.yaml.in/yaml/v3"

	"ziping/normalize/lexicon"
)

//go:embed *.yaml
var files embed.FS

// Family is one known form.
type Family struct {
	ID   string `yaml:"id"`
	Name struct {
		ZH string `yaml:"zh"`
		EN string `yaml:"en"`
	} `yaml:"name"`
	// Source says where the form was seen.
	Source string `yaml:"source"`
	Region string `yaml:"region"`
	// Titles are endings of its title.
	Titles []string `yaml:"titles"`
	// Signs are headings it has; Absent are headings it never has.
	Signs  []string `yaml:"signs"`
	Absent []string `yaml:"absent"`
	// CostLevel is 1 where 成本指标 is a first level on this form, 2 where it
	// is a second level, 0 where both occur.
	CostLevel int `yaml:"cost_level"`
}

// All is the list of families, read once from the embedded files.
var All = sync.OnceValue(func() []Family {
	list, err := load(files)
	if err != nil {
		panic(err) // embedded data, opened by a test
	}
	return list
})

func load(fsys fs.FS) ([]Family, error) {
	names, err := fs.Glob(fsys, "*.yaml")
	if err != nil {
		return nil, err
	}
	var out []Family
	ids := map[string]string{}
	for _, name := range names {
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, err
		}
		var f Family
		dec := yaml.NewDecoder(strings.NewReader(string(data)))
		dec.KnownFields(true)
		if err := dec.Decode(&f); err != nil {
			return nil, fmt.Errorf("family: %s: %w", name, err)
		}
		switch {
		case f.ID == "" || f.Name.ZH == "" || f.Name.EN == "" || f.Source == "":
			return nil, fmt.Errorf("family: %s: id, name and source are needed", name)
		case len(f.Signs) < 2:
			return nil, fmt.Errorf("family: %s: fewer than two signs", name)
		case ids[f.ID] != "":
			return nil, fmt.Errorf("family: %s: id %s is that of %s", name, f.ID, ids[f.ID])
		}
		ids[f.ID] = name
		bare(f.Titles, f.Signs, f.Absent)
		out = append(out, f)
	}
	return out, nil
}

func bare(lists ...[]string) {
	for _, l := range lists {
		for i := range l {
			l[i] = lexicon.Bare(l[i])
		}
	}
}

// needed is the share of signs, in percent, that a form must show.
const needed = 70

// Classify returns the family whose signs the headings show most completely,
// or nil where none fits or two fit equally well. headings are bare.
func Classify(title string, headings map[string]bool) *Family {
	all := All()
	var best *Family
	bestScore, tie := 0, false
	for i := range all {
		f := &all[i]
		s := f.score(title, headings)
		switch {
		case s > bestScore:
			best, bestScore, tie = f, s, false
		case s == bestScore:
			tie = true
		}
	}
	if tie || bestScore < needed {
		return nil
	}
	return best
}

// score is the share of signs in percent, 20 more for the title, and one for
// each sign, so that of two families that fit the more particular one wins.
func (f *Family) score(title string, headings map[string]bool) int {
	for _, a := range f.Absent {
		if headings[a] {
			return 0
		}
	}
	n := 0
	for _, s := range f.Signs {
		if headings[s] {
			n++
		}
	}
	share := 100 * n / len(f.Signs)
	if share < needed {
		return 0
	}
	score := share + n
	for _, t := range f.Titles {
		if strings.HasSuffix(title, t) {
			return score + 20
		}
	}
	return score
}
