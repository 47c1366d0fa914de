package sets

import (
	"bytes"
	"embed"
	"io"
	"os"
	"strings"
	"sync"

	"go.yaml.in/yaml/v3"

	"ziping/extract"
	"ziping/score/rubric"
)

//go:embed *.yaml
var setFiles embed.FS

//go:embed known/budget.yaml
var budgetYAML []byte

// entry is an embedded set before it is parsed: choosing needs to know what
// forms it is for and no more, and most sets are never chosen.
type entry struct {
	id      string
	applies rubric.Applies
	data    []byte

	once   sync.Once
	parsed *rubric.Set
}

// set is the parsed set. It must not be changed.
func (e *entry) set() *rubric.Set {
	e.once.Do(func() {
		s, err := Parse(e.data, e.id+".yaml")
		if err != nil {
			panic(err) // embedded data, opened by a test
		}
		e.parsed = s
	})
	return e.parsed
}

// entries lists the embedded sets by id. A test opens every one, and holds the
// one line read here to the whole file.
var entries = sync.OnceValue(func() []*entry {
	files, err := setFiles.ReadDir(".")
	if err != nil {
		panic(err)
	}
	out := make([]*entry, len(files))
	for i, f := range files {
		data, err := setFiles.ReadFile(f.Name())
		if err != nil {
			panic(err)
		}
		out[i] = &entry{id: strings.TrimSuffix(f.Name(), ".yaml"), applies: appliesLine(data), data: data}
	}
	return out
})

// appliesLine reads the line of a set that says which forms it is for.
func appliesLine(data []byte) rubric.Applies {
	const key = "\napplies: "
	at := bytes.Index(data, []byte(key))
	if at < 0 {
		return rubric.Applies{}
	}
	line, _, _ := bytes.Cut(data[at+len(key):], []byte("\n"))
	var n yaml.Node
	if err := yaml.Unmarshal(line, &n); err != nil || len(n.Content) == 0 {
		return rubric.Applies{}
	}
	return (&reader{}).applies(n.Content[0])
}

// IDs lists the embedded rule sets.
func IDs() []string {
	all := entries()
	ids := make([]string, len(all))
	for i := range all {
		ids[i] = all[i].id
	}
	return ids
}

// Sets lists the embedded rule sets by id, all of them parsed. They must not be changed.
func Sets() []*rubric.Set {
	all := entries()
	out := make([]*rubric.Set, len(all))
	for i := range all {
		out[i] = all[i].set()
	}
	return out
}

// Default is the set for a form whose office's rule is not known.
func Default() *rubric.Set {
	for _, e := range entries() {
		if e.applies.Default {
			return e.set()
		}
	}
	return nil
}

// YAML returns the file of an embedded set.
func YAML(id string) ([]byte, bool) {
	for _, e := range entries() {
		if e.id == id {
			return e.data, true
		}
	}
	return nil, false
}

// Load returns the embedded set of that name, also with a variant (mof-2020+floor-60,
// as score.rules may say), or reads the file of that name.
func Load(nameOrFile string) (*rubric.Set, error) {
	set, _, err := LoadWith(nameOrFile)
	return set, err
}

// LoadWith is Load with the bytes of the file, nil for a set that comes with the
// program. They are read once: a pipe gives them no second time.
func LoadWith(nameOrFile string) (*rubric.Set, []byte, error) {
	base, variant, _ := strings.Cut(nameOrFile, "+")
	for _, e := range entries() {
		if e.id != base {
			continue
		}
		if variant == "" {
			return e.set(), nil, nil
		}
		for _, v := range Variants() {
			if v.ID == variant {
				return e.set().With(&v), nil, nil
			}
		}
	}
	data, err := Read(nameOrFile)
	if err != nil {
		return nil, nil, err
	}
	set, err := Parse(data, nameOrFile)
	return set, data, err
}

// Read returns the bytes of a rule file.
func Read(name string) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, &extract.Error{
			Kind:   extract.ErrRead,
			Place:  extract.Text{ZH: name, EN: name},
			Reason: extract.Text{ZH: "没有这个评分规则，也打不开这个文件", EN: "no rule set of that name, and no such file can be opened"},
			Hint:   extract.Text{ZH: "内置评分规则：" + strings.Join(IDs(), "、"), EN: "embedded rule sets: " + strings.Join(IDs(), ", ")},
			Err:    err,
		}
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxFile+1))
	if err != nil {
		return nil, &extract.Error{
			Kind:   extract.ErrRead,
			Place:  extract.Text{ZH: name, EN: name},
			Reason: extract.Text{ZH: "规则文件读不出来", EN: "the rule file cannot be read"},
			Hint:   extract.Text{ZH: "确认它是一个 YAML 文件", EN: "check that it is a YAML file"},
			Err:    err,
		}
	}
	return data, nil
}

// BudgetRules are the ways offices are known to score budget execution,
// for telling which of them explains a score whose rule is not known.
var BudgetRules = sync.OnceValue(func() []rubric.RateRule {
	rules, err := rateRules(budgetYAML, "budget.yaml")
	if err != nil {
		panic(err) // embedded data, opened by a test
	}
	return rules
})
