package schema

import (
	"encoding/json"
	"fmt"
	"sync"

	"github.com/google/jsonschema-go/jsonschema"
)

// Validate checks one JSON value against a schema: document-1, result-1, run-1,
// verify-1, dataset-1 or cross-1. Only tests call it.
func Validate(name string, data []byte) error {
	compiled, err := compile()
	if err != nil {
		return err
	}
	s, ok := compiled[name]
	if !ok {
		return fmt.Errorf("no schema %q", name)
	}
	var value any
	if err := json.Unmarshal(data, &value); err != nil {
		return err
	}
	return s.Validate(value)
}

var compile = sync.OnceValues(func() (map[string]*jsonschema.Resolved, error) {
	out := map[string]*jsonschema.Resolved{}
	for _, name := range []string{"document-1", "result-1", "run-1", "verify-1", "dataset-1", "cross-1"} {
		raw, err := files.ReadFile(name + ".schema.json")
		if err != nil {
			return nil, err
		}
		var s jsonschema.Schema
		if err := json.Unmarshal(raw, &s); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		if out[name], err = s.Resolve(nil); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	return out, nil
})
