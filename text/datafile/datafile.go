// Package datafile opens the data files that stand beside the code that reads them:
// words, headings, units, costs. They are embedded and part of the program, so
// that a defect in one is the program's own; and they are strict, so that a word
// under a misspelt name is refused and does not stay unread in silence.
package datafile

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"sync"

	"go.yaml.in/yaml/v3"
)

// Decode reads one YAML document into a struct or map. What into has no place
// for is an error, as is a second document. The error begins with name, which is
// the file's name without its ending.
func Decode(name string, text []byte, into any) error {
	d := yaml.NewDecoder(bytes.NewReader(text))
	d.KnownFields(true)
	if err := d.Decode(into); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	var more any
	switch err := d.Decode(&more); {
	case errors.Is(err, io.EOF):
		return nil
	case err != nil:
		return fmt.Errorf("%s: %w", name, err)
	}
	return fmt.Errorf("%s: more than one document", name)
}

// Once is embedded text as load reads it, read when it is first asked for. It
// panics where load fails: a test of the package that embeds the text calls load.
func Once[T any](text []byte, load func([]byte) (T, error)) func() T {
	return sync.OnceValue(func() T {
		v, err := load(text)
		if err != nil {
			panic(err)
		}
		return v
	})
}
