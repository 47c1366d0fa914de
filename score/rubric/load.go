package rubric

import (
	"embed"
	"io"
	"os"
	"slices"
	"strings"
	"sync"

	"ziping/extract"
)

//go:embed sets/*.yaml
var setFiles embed.FS

//go:embed budget.yaml
var budgetYAML []byte

// embedded reads every embedded set once, in the order of their files.
var embedded = sync.OnceValue(func() []*Set {
	sets, err := readEmbedded()
	if err != nil {
		panic(err) // embedded data, opened by a test
	}
	return sets
})

func readEmbedded() ([]*Set, error) {
	files, err := setFiles.ReadDir("sets")
	if err != nil {
		return nil, err
	}
	var out []*Set
	for _, f := range files {
		data, err := setFiles.ReadFile("sets/" + f.Name())
		if err != nil {
			return nil, err
		}
		s, err := Parse(data, f.Name())
		if err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, nil
}

// Sets lists the embedded rule sets by id. They must not be changed.
func Sets() []*Set { return embedded() }

// Default is the set for a form whose office's rule is not known.
func Default() *Set {
	for _, s := range Sets() {
		if s.Applies.Default {
			return s
		}
	}
	return nil
}

// Load returns the embedded set of that name, or reads the file of that name.
func Load(nameOrFile string) (*Set, error) {
	var ids []string
	for _, s := range Sets() {
		if s.ID == nameOrFile {
			return s, nil
		}
		ids = append(ids, s.ID)
	}
	slices.Sort(ids)
	f, err := os.Open(nameOrFile)
	if err != nil {
		return nil, &extract.Error{
			Kind:   extract.ErrRead,
			Place:  extract.Text{ZH: nameOrFile, EN: nameOrFile},
			Reason: extract.Text{ZH: "没有这个规则集,也打不开这个文件", EN: "no rule set of that name, and no such file can be opened"},
			Hint:   extract.Text{ZH: "内置规则集:" + strings.Join(ids, "、"), EN: "embedded rule sets: " + strings.Join(ids, ", ")},
			Err:    err,
		}
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxFile+1))
	if err != nil {
		return nil, &extract.Error{
			Kind:   extract.ErrRead,
			Place:  extract.Text{ZH: nameOrFile, EN: nameOrFile},
			Reason: extract.Text{ZH: "规则文件读不出来", EN: "the rule file cannot be read"},
			Hint:   extract.Text{ZH: "确认它是一个 YAML 文件", EN: "check that it is a YAML file"},
			Err:    err,
		}
	}
	return Parse(data, nameOrFile)
}

// CommonBudgetRules are the ways offices are known to score budget execution,
// for telling which of them explains a score whose rule is not known.
var CommonBudgetRules = sync.OnceValue(func() []RateRule {
	rules, err := rateRules(budgetYAML, "budget.yaml")
	if err != nil {
		panic(err) // embedded data, opened by a test
	}
	return rules
})
