package lexicon

import (
	_ "embed"
	"fmt"
	"sync"

	"go.yaml.in/yaml/v3"
)

//go:embed units.yaml
var unitsYAML []byte

var unitSet = sync.OnceValue(func() map[string]bool {
	m, err := loadUnits(unitsYAML)
	if err != nil {
		panic(err) // embedded data, opened by a test
	}
	return m
})

func loadUnits(data []byte) (map[string]bool, error) {
	var u struct{ Units []string }
	if err := yaml.Unmarshal(data, &u); err != nil {
		return nil, fmt.Errorf("lexicon: units: %w", err)
	}
	m := map[string]bool{}
	for _, s := range u.Units {
		if m[s] {
			return nil, fmt.Errorf("lexicon: units: %s stands twice", s)
		}
		m[s] = true
	}
	return m, nil
}

// IsUnit reports a cell that is a unit and nothing else.
func IsUnit(s string) bool { return len(s) <= 24 && unitSet()[Fold(s)] }
