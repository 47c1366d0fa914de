package lexicon

import (
	"maps"
	"slices"
	"strings"
)

// Columns is one list of headings of columns, which also knows how they begin: a heading
// may be printed in pieces.
type Columns struct {
	ID    map[string]string // by bare heading
	words []string          // in order, those of blocks among them
}

// Begins reports the first characters of one of the headings or of a block's label, or
// all of them.
func (c *Columns) Begins(bare string) bool {
	i, found := slices.BinarySearch(c.words, bare)
	return found || bare != "" && i < len(c.words) && strings.HasPrefix(c.words[i], bare)
}

func (l *Lexicon) sortColumns() []*Columns {
	blocks := slices.Collect(maps.Keys(l.Block))
	var out []*Columns
	for _, ids := range []map[string]string{l.IndicatorColumn, l.FundColumn, l.GoalColumn} {
		words := slices.AppendSeq(slices.Clone(blocks), maps.Keys(ids))
		slices.Sort(words)
		out = append(out, &Columns{ids, words})
	}
	return out
}
