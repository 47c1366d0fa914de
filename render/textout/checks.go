package textout

import (
	"ziping/extract"
	"ziping/render/screen"
	"ziping/score"
)

// checks is the catalogue: what each check is called, and how it stands among the others.
type checks struct {
	lang  extract.Lang
	docs  []score.Doc
	order map[string]int // place in docs
}

func newChecks(docs []score.Doc, lang extract.Lang) checks {
	c := checks{lang: lang, docs: docs, order: map[string]int{}}
	for i, d := range docs {
		c.order[d.ID] = i
	}
	return c
}

// rank is the place of a check in the catalogue; those it does not know come last.
func (c *checks) rank(id string) int {
	if i, ok := c.order[id]; ok {
		return i
	}
	return len(c.order)
}

// title is what a check is called, fit for a terminal.
func (c *checks) title(id string) string {
	i, ok := c.order[id]
	if !ok {
		return ""
	}
	return screen.Clean(c.docs[i].Title.In(c.lang))
}

func (c *checks) isError(id string) bool {
	i, ok := c.order[id]
	return ok && c.docs[i].Level == score.Error
}
