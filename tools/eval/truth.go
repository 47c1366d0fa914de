// Package eval measures how well files are read: it prints forms whose truth is
// known with many producers in many looks, reads them and compares.
//
//	cases := eval.Plan(list, produce.Programs, looks.All)
//	skipped, err := eval.Make(cases, dir, log) // files and truths
//	results, err := eval.ScoreAll(dir, chosen, jobs, reading)
//	eval.Board(os.Stdout, results, skipped)
//
// It stands outside the program: nothing of it is part of the binary.
package eval

import (
	"encoding/json"

	"ziping/tools/eval/forms"
)

// Truth is what stands in a file. A file with one form has it at the top level.
type Truth struct {
	*forms.Form
	Producer string        `json:"producer"`
	Look     string        `json:"look"`
	Name     string        `json:"form"`
	Ext      string        `json:"ext"`
	More     []*forms.Form `json:"more,omitempty"` // further forms of the file
	// Ruled is false where no ink bounds the cells, so that empty and merged cells cannot be seen.
	Ruled bool `json:"ruled"`
	// Flagged says that the text layer lies or that there is none: the reading
	// must say so and must not give a wrong number for a read one.
	Flagged bool `json:"flagged,omitempty"`
	// MayRefuse says that a clear error is a right answer too.
	MayRefuse bool `json:"may_refuse,omitempty"`
	// Others says that the file holds tables of other things as well.
	Others bool `json:"others,omitempty"`
}

// All lists the forms of the file.
func (t *Truth) All() []*forms.Form { return append([]*forms.Form{t.Form}, t.More...) }

// Write gives the truth as JSON.
func (t *Truth) Write() ([]byte, error) {
	return json.MarshalIndent(t, "", " ")
}

// ReadTruth is the inverse of Write.
func ReadTruth(data []byte) (*Truth, error) {
	t := &Truth{Form: &forms.Form{}}
	if err := json.Unmarshal(data, t); err != nil {
		return nil, err
	}
	return t, nil
}
