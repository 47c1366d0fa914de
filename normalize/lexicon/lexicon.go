// Package lexicon holds the vocabulary of self-evaluation forms as data and
// looks headings up in it.
//
//	lexicon.Default().FundColumn[lexicon.Bare("小计③=①+②")] // "budget"
//
// headings.yaml lists headings as they are printed, composed.yaml says how offices put
// others together from parts; levels, titles and words have files of their own.
package lexicon

import (
	_ "embed"
	"fmt"
	"maps"
	"slices"
	"sync"

	"ziping/text/datafile"
)

//go:embed headings.yaml
var headingsYAML []byte

//go:embed levels.yaml
var levelsYAML []byte

// Lexicon maps the bare form of a heading to its id, one map for each part of a form.
type Lexicon struct {
	Head            map[string]string
	Block           map[string][]string // a label may head blocks of two kinds
	FundColumn      map[string]string
	FundBeside      map[string]string   // headings that mean a column of money only beside others of it
	FundMeaning     map[string]Meanings // of headings in FundColumn that may mean several things
	Source          map[string]string
	SourceNames     map[string]string // the first heading of each source, for where none is printed
	Split           map[string]string
	GoalColumn      map[string]string
	IndicatorColumn map[string]string
	ListMeaning     map[string]Meanings // the same, by what IndicatorColumn says of a heading
	Foot            map[string]string
	RemarkBlock     map[string]bool
	RemarkColumn    map[string]bool
	TaskHeading     map[string]bool
	PersonHeading   map[string]bool
	PersonColumn    map[string]bool
	Level1          map[string]bool
	Level2          map[string]bool
	Titles          Titles
	Words           Words

	byLength func() map[int][]string // all headings, for Mend
	columns  func() []*Columns
	said     map[string]bool // headings that stand in the lists themselves
}

// Heads reports a heading of a column, a block or a source of money, bare: the only
// words of which a row of headings is made.
func (l *Lexicon) Heads(bare string) bool {
	return l.FundColumn[bare] != "" || l.Source[bare] != "" || l.GoalColumn[bare] != "" || l.IndicatorColumn[bare] != "" || len(l.Block[bare]) > 0
}

// ColumnLists are the lists of columns: of the indicators, the money and the goals.
func (l *Lexicon) ColumnLists() []*Columns { return l.columns() }

// Said reports a column that is listed as it is printed, and not put together from parts.
func (l *Lexicon) Said(bare string) bool { return l.said[bare] }

type lists map[string][]string

// Default is the embedded lexicon. It is read once; a defect in the data is
// caught by the tests, which open it with load.
var Default = sync.OnceValue(func() *Lexicon {
	l, err := load(headingsYAML, composedYAML, levelsYAML, wordsYAML)
	if err != nil {
		panic(err) // embedded data, opened by a test
	}
	return l
})

// load reads a lexicon and refuses an alias that stands for two things in one list.
func load(headings, composed, levels, words []byte) (*Lexicon, error) {
	var h struct {
		Head            lists      `yaml:"head"`
		Block           lists      `yaml:"block"`
		FundColumn      lists      `yaml:"fund_column"`
		FundBeside      lists      `yaml:"fund_column_beside"`
		FundMeaning     []Meanings `yaml:"fund_meaning"`
		ListMeaning     []Meanings `yaml:"indicator_meaning"`
		Source          lists      `yaml:"source"`
		Split           lists      `yaml:"split_heading"`
		GoalColumn      lists      `yaml:"goal_column"`
		IndicatorColumn lists      `yaml:"indicator_column"`
		Foot            lists      `yaml:"foot"`

		RemarkBlock  []string `yaml:"remark_block"`
		RemarkColumn []string `yaml:"remark_column"`
		TaskHeading  []string `yaml:"task_heading"`

		PersonHeading []string `yaml:"person_heading"`
		PersonColumn  []string `yaml:"person_column"`
	}
	if err := datafile.Decode("lexicon: headings", headings, &h); err != nil {
		return nil, err
	}
	var v struct{ Level1, Level2 []string }
	if err := datafile.Decode("lexicon: levels", levels, &v); err != nil {
		return nil, err
	}
	l := &Lexicon{
		Block: map[string][]string{}, Level1: set(v.Level1), Level2: set(v.Level2),
		RemarkBlock: set(h.RemarkBlock), RemarkColumn: set(h.RemarkColumn), TaskHeading: set(h.TaskHeading), PersonHeading: set(h.PersonHeading), PersonColumn: set(h.PersonColumn),
		SourceNames: map[string]string{}, said: map[string]bool{},
	}
	for id, headings := range h.Source {
		l.SourceNames[id] = headings[0]
	}
	c, err := loadComposed(composed)
	if err != nil {
		return nil, err
	}
	for _, t := range []struct {
		name         string
		from, parted lists
		to           *map[string]string
	}{
		{"head", h.Head, c.Head, &l.Head}, {"fund_column", h.FundColumn, c.FundColumn, &l.FundColumn}, {"source", h.Source, c.Source, &l.Source},
		{"fund_column_beside", h.FundBeside, nil, &l.FundBeside}, {"split_heading", h.Split, nil, &l.Split}, {"goal_column", h.GoalColumn, c.GoalColumn, &l.GoalColumn},
		{"indicator_column", h.IndicatorColumn, c.IndicatorColumn, &l.IndicatorColumn}, {"foot", h.Foot, c.Foot, &l.Foot},
	} {
		m, err := invert(t.name, t.from)
		if err != nil {
			return nil, err
		}
		for h := range m {
			l.said[h] = true
		}
		if *t.to, err = c.add(t.name, t.parted, m); err != nil {
			return nil, err
		}
	}
	for _, id := range []string{"funds", "goals", "indicators"} {
		for _, alias := range h.Block[id] {
			b := Bare(alias)
			l.Block[b] = append(l.Block[b], id)
		}
	}
	if l.FundMeaning, err = meanings("fund_meaning", h.FundMeaning, l.FundColumn); err != nil {
		return nil, err
	}
	ids := map[string]string{}
	for _, id := range l.IndicatorColumn {
		ids[id] = id
	}
	if l.ListMeaning, err = meanings("indicator_meaning", h.ListMeaning, ids); err != nil {
		return nil, err
	}
	if l.Words, err = loadWords(words); err != nil {
		return nil, err
	}
	for _, w := range l.Words.BesideFull {
		if b := Bare(w); l.IndicatorColumn[b] == "" { // 扣分 heads a column, too
			l.Level1[b] = true
		}
	}
	if l.Titles, err = loadTitles(titlesYAML); err != nil {
		return nil, err
	}
	l.columns = sync.OnceValue(l.sortColumns)
	l.byLength = sync.OnceValue(l.headingsByLength)
	return l, nil
}

func invert(name string, from lists) (map[string]string, error) {
	out := map[string]string{}
	for _, id := range sortedKeys(from) {
		if len(from[id]) == 0 {
			return nil, fmt.Errorf("lexicon: %s: %s has no alias", name, id)
		}
		for _, alias := range from[id] {
			b := Bare(alias)
			if other, ok := out[b]; ok && other != id {
				return nil, fmt.Errorf("lexicon: %s: %q stands for both %s and %s", name, alias, other, id)
			}
			out[b] = id
		}
	}
	return out, nil
}

func sortedKeys(from lists) []string { return slices.Sorted(maps.Keys(from)) }

func set(words []string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[Bare(w)] = true
	}
	return m
}
