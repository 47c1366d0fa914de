package lexicon

import "fmt"

// Meanings are what a heading may mean, by the columns beside it.
type Meanings struct {
	Of    []string `yaml:"of"`    // the headings, or the lists of headings
	May   []string `yaml:"may"`   // ids, the likeliest first
	Parts []string `yaml:"parts"` // columns that it stands over where they are there
	Sure  bool     `yaml:"sure"`  // others that may mean the first of May give way to it
}

// What a heading may mean besides being a column of its own.
const (
	Over    = "over"  // it stands over other columns
	Further = "other" // a column that has no key of its own
)

// meanings lists what is known of each heading. It refuses a heading that is in no
// list, that stands twice, or that means nothing.
func meanings(name string, list []Meanings, known map[string]string) (map[string]Meanings, error) {
	out := map[string]Meanings{}
	for _, m := range list {
		if len(m.Of) == 0 || len(m.May) == 0 {
			return nil, fmt.Errorf("lexicon: %s: %q may mean %q", name, m.Of, m.May)
		}
		for _, h := range m.Of {
			b := Bare(h)
			if _, twice := out[b]; twice || known[b] == "" {
				return nil, fmt.Errorf("lexicon: %s: %q stands twice, or in no list of columns", name, h)
			}
			out[b] = m
		}
	}
	return out, nil
}

// SaysBudget reports a heading, bare, that says nothing but how the budget was spent: 预算执行,
// 预算执行率, 预算执行情况.
func (l *Lexicon) SaysBudget(bare string) bool {
	return l.FundColumn[bare] == "execution_rate" || l.Words.GroupExecuted.Has(bare) || len(l.Block[bare]) > 0 && l.Block[bare][0] == "funds"
}
