package schema

import (
	"bytes"
	"fmt"
	"sync"

	"github.com/santhosh-tekuri/jsonschema/v6"
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
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		return err
	}
	return s.Validate(value)
}

var compile = sync.OnceValues(func() (map[string]*jsonschema.Schema, error) {
	c := jsonschema.NewCompiler()
	c.DefaultDraft(jsonschema.Draft2020)
	out := map[string]*jsonschema.Schema{}
	for _, name := range []string{"document-1", "result-1", "run-1", "verify-1", "dataset-1", "cross-1"} {
		file := name + ".schema.json"
		raw, err := files.ReadFile(file)
		if err != nil {
			return nil, err
		}
		value, err := jsonschema.UnmarshalJSON(bytes.NewReader(raw))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		if err := c.AddResource(file, value); err != nil {
			return nil, err
		}
		if out[name], err = c.Compile(file); err != nil {
			return nil, err
		}
	}
	return out, nil
})
