package units

import (
	_ "embed"
	"fmt"
	"slices"

	"ziping/text/datafile"

	"go.yaml.in/yaml/v3"
)

//go:embed units.yaml
var unitsYAML []byte

// table is the data of units.yaml.
type table struct {
	Money      map[string]int32  `yaml:"money"`
	MoneyAlone map[string]string `yaml:"money_alone"`
	Currency   []string          `yaml:"currency"`
	MoneyNames []string          `yaml:"money_names"`
	Marks      []string          `yaml:"marks"`
	Shares     map[string]int32  `yaml:"shares"`
	ShareSigns []string          `yaml:"share_signs"`
	Magnitudes map[string]int32  `yaml:"magnitudes"`
	Counted    []string          `yaml:"counted"`
	Alone      []string          `yaml:"alone"`
	Same       map[string]spelling
	NameEnds   []string `yaml:"name_ends"`
	Signs      string   `yaml:"signs"`

	scales []string // magnitudes, longest first
	purse  []string // units of money; none begins another
	known  map[string]bool
}

// spelling is what a unit is another spelling of, and the power of ten between them.
type spelling struct {
	base  string
	power int32
}

func (s *spelling) UnmarshalYAML(n *yaml.Node) error {
	var pair struct {
		base  string
		power int32
	}
	if len(n.Content) != 2 {
		return fmt.Errorf("line %d: want a unit and a power of ten", n.Line)
	}
	if err := n.Content[0].Decode(&pair.base); err != nil {
		return err
	}
	if err := n.Content[1].Decode(&pair.power); err != nil {
		return err
	}
	*s = spelling(pair)
	return nil
}

// data is the embedded table, read once; a test opens it with load.
var data = datafile.Once(unitsYAML, load)

// load reads a table and refuses words that stand twice and short forms of nothing.
func load(text []byte) (*table, error) {
	var t table
	if err := datafile.Decode("units", text, &t); err != nil {
		return nil, err
	}
	t.known = map[string]bool{}
	for _, list := range [][]string{t.Counted, t.Alone} {
		for _, w := range list {
			if w == "" || t.known[w] {
				return nil, fmt.Errorf("units: %q is empty or stands twice", w)
			}
			t.known[w] = true
		}
	}
	for _, w := range t.Marks {
		t.known[w] = true
	}
	for w := range t.Shares {
		t.known[w] = true
	}
	for short, long := range t.MoneyAlone {
		if _, ok := t.Money[long]; !ok {
			return nil, fmt.Errorf("units: %s is short for %s, which is no unit of money", short, long)
		}
	}
	for w := range t.Magnitudes {
		t.scales = append(t.scales, w)
	}
	for w := range t.Money {
		t.known[w] = true
		t.purse = append(t.purse, w)
	}
	longestFirst(t.scales)
	return &t, nil
}

func longestFirst(words []string) {
	slices.SortFunc(words, func(a, b string) int {
		if len(a) != len(b) {
			return len(b) - len(a)
		}
		return slices.Compare([]byte(a), []byte(b))
	})
}
