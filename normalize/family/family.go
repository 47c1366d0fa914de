// Package family tells which known form a table is. A family is one data file
// in this folder: its titles, the headings it is known by, and where it was seen.
//
//	f := family.Classify(title, headings) // nil where none fits, or two alike
package family

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"ziping/normalize/lexicon"
	"ziping/text/datafile"
)

//go:embed *.yaml other/*.yaml
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
	// NoList says that it is in words, NoTotal that no row tells the total: without
	// these a form of any other family was cut.
	NoList  bool `yaml:"no_list"`
	NoTotal bool `yaml:"no_total"`
}

// families is the list of families, read once from the embedded files.
var families = sync.OnceValue(func() []Family {
	list, err := load(files)
	if err != nil {
		panic(err) // embedded data, opened by a test
	}
	return list
})

// Of returns the family of an id, nil for none.
func Of(id *string) *Family {
	list := families()
	if id != nil {
		if i := slices.IndexFunc(list, func(f Family) bool { return f.ID == *id }); i >= 0 {
			return &list[i]
		}
	}
	return nil
}

// Other is a form near self-evaluations that is none.
type Other struct {
	ID   string `yaml:"id"`
	Name struct {
		ZH string `yaml:"zh"`
		EN string `yaml:"en"`
	} `yaml:"name"`
	Source string `yaml:"source"`
	// Titles are endings of its title.
	Titles []string `yaml:"titles"`
	// Signs are headings that no self-evaluation has; two of them name a table
	// that has no title.
	Signs []string `yaml:"signs"`
}

// others is the list of forms that are no self-evaluations.
var others = sync.OnceValue(func() []Other {
	list, err := loadOthers(files)
	if err != nil {
		panic(err) // embedded data, opened by a test
	}
	return list
})

// OtherByTitle returns the kind of form that a title (as [lexicon.Title] gives
// it) names, nil for any other title.
func OtherByTitle(title string) *Other {
	all := others()
	for i := range all {
		for _, t := range all[i].Titles {
			if strings.HasSuffix(title, t) {
				return &all[i]
			}
		}
	}
	return nil
}

// OtherBySigns returns the kind of form that shows at least two of its signs
// among the headings, and more than any other kind.
func OtherBySigns(headings map[string]bool) *Other {
	all := others()
	var best *Other
	most := 1
	for i := range all {
		n := 0
		for _, s := range all[i].Signs {
			if headings[s] {
				n++
			}
		}
		if n > most {
			best, most = &all[i], n
		}
	}
	return best
}

func loadOthers(fsys fs.FS) ([]Other, error) {
	var out []Other
	err := each(fsys, "other/*.yaml", func(name string, text []byte) error {
		var o Other
		if err := datafile.Decode("fields", text, &o); err != nil {
			return err
		}
		if o.ID == "" || o.Name.ZH == "" || o.Name.EN == "" || o.Source == "" || len(o.Titles) == 0 {
			return errors.New("id, name, source and titles are needed")
		}
		for k := range o.Titles {
			o.Titles[k] = lexicon.Title(o.Titles[k])
		}
		bare(o.Signs)
		out = append(out, o)
		return nil
	})
	return out, err
}

// each reads the files of a pattern in the order of their names.
func each(fsys fs.FS, pattern string, read func(name string, text []byte) error) error {
	names, err := fs.Glob(fsys, pattern)
	if err != nil {
		return err
	}
	for _, name := range names {
		text, err := fs.ReadFile(fsys, name)
		if err != nil {
			return err
		}
		if err := read(name, text); err != nil {
			return fmt.Errorf("family: %s: %w", name, err)
		}
	}
	return nil
}

func load(fsys fs.FS) ([]Family, error) {
	var out []Family
	ids := map[string]string{}
	err := each(fsys, "*.yaml", func(name string, text []byte) error {
		var f Family
		if err := datafile.Decode("fields", text, &f); err != nil {
			return err
		}
		switch {
		case f.ID == "" || f.Name.ZH == "" || f.Name.EN == "" || f.Source == "":
			return errors.New("id, name and source are needed")
		case len(f.Signs) < 2:
			return errors.New("fewer than two signs")
		case ids[f.ID] != "":
			return fmt.Errorf("id %s is that of %s", f.ID, ids[f.ID])
		}
		ids[f.ID] = name
		bare(f.Titles, f.Signs, f.Absent)
		out = append(out, f)
		return nil
	})
	return out, err
}

func bare(lists ...[]string) {
	for _, l := range lists {
		for i := range l {
			l[i] = lexicon.Bare(l[i])
		}
	}
}

// Signs is the set of all headings that speak for or against any family or
// other form; no other heading matters to this package.
var Signs = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for _, f := range families() {
		for _, s := range slices.Concat(f.Signs, f.Absent) {
			m[s] = true
		}
	}
	for _, o := range others() {
		for _, s := range o.Signs {
			m[s] = true
		}
	}
	return m
})

// needed is the share of signs, in percent, that a form must show.
const needed = 70

// fit is a family that a form may be, and how much speaks for it.
type fit struct {
	family *Family
	share  int // percentage of the family's signs that the form shows
	score  int
}

// Classify returns the family whose signs the headings show most completely,
// or nil where none fits or two fit equally well.
func Classify(title string, headings map[string]bool) *Family {
	return fittest(families(), title, headings)
}

func fittest(all []Family, title string, headings map[string]bool) *Family {
	var best fit
	tie := false
	for i := range all {
		m := all[i].match(title, headings)
		switch {
		case m.score > best.score:
			best, tie = m, false
		case m.score == best.score:
			tie = true
		}
	}
	if tie {
		return nil
	}
	return best.family
}

// match scores the share of signs in percent, 20 more for the title, and one
// for each sign, so that of two families that fit the more particular one wins.
func (f *Family) match(title string, headings map[string]bool) fit {
	for _, a := range f.Absent {
		if headings[a] {
			return fit{}
		}
	}
	n := 0
	for _, s := range f.Signs {
		if headings[s] {
			n++
		}
	}
	m := fit{family: f, share: 100 * n / len(f.Signs)}
	if m.share < needed {
		return fit{}
	}
	m.score = m.share + n
	for _, t := range f.Titles {
		if strings.HasSuffix(title, t) {
			m.score += 20
			break
		}
	}
	return m
}
