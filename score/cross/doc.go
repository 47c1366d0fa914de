// Package cross compares forms with each other: one organisation's over the years, a
// department's with those of its projects and units, narratives and reasons with those
// of others. Whatever it finds is a notice for a person to look at, with both places,
// both figures, and what it takes for granted.
//
//	set := cross.New(store)
//	set.Add(cross.Of(&report, place))   // for each form; store keeps what Add is given
//	out, err := set.Run(extract.ZH)
//
// It takes time in proportion to the forms, and some hundred bytes of memory for each:
// forms are grouped by who and what they are of, those of a group are gone through in
// order of their years, and texts meet in buckets that keep a few. Nothing is compared
// with everything.
package cross

import (
	"ziping/extract"
	"ziping/score"
)

// Found is what came of a comparison.
type Found struct {
	Forms    int                    `json:"forms"`
	LeftOut  int                    `json:"left_out"` // forms without facts
	Findings []Finding              `json:"findings"`
	Tallies  map[string]score.Tally `json:"tallies"`
}

// Finding is one thing that two forms, or several, say together.
type Finding struct {
	Check        string `json:"check"`
	Name         string `json:"name"`
	Organisation string `json:"organisation"`
	Project      string `json:"project,omitempty"`
	Here         Side   `json:"here"`
	There        Side   `json:"there"`
	Message      string `json:"message"`
}

// Side is one of the two places of a Finding.
type Side struct {
	Path  string `json:"path"`            // of the input
	Form  int    `json:"form"`            // which form of it, from 1
	Year  int    `json:"year,omitempty"`  //
	Field string `json:"field,omitempty"` // as in a Result
	Label string `json:"label,omitempty"` // in words
	Place string `json:"place,omitempty"` // in words
	Value string `json:"value"`

	Output string `json:"-"` // what was made of the input
}

// Entry is one form as a Store keeps it.
type Entry struct {
	Path   string `json:"path"`
	Output string `json:"output,omitempty"`
	Form   int    `json:"form"`
	Facts  *Facts `json:"facts"`
}

// Store keeps entries outside the memory of a Set.
type Store interface {
	Put(e *Entry) error
	Get(i int) (*Entry, error) // the ith that was put
}

// Docs documents the checks.
func Docs() []score.Doc { return docs }

func docOf(id string) *score.Doc {
	for i := range docs {
		if docs[i].ID == id {
			return &docs[i]
		}
	}
	panic("no check " + id)
}

func say(lang extract.Lang, zh, en string) string { return extract.Text{ZH: zh, EN: en}.In(lang) }
