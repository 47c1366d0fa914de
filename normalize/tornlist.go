package normalize

import (
	"strings"

	"ziping/text/blank"
	"ziping/text/bracket"
)

// TornRow is the first indicator that looks like a part of a row, -1 where none does: a name
// or a level of which a bracket is open, or that is nothing but a bracket, and a row without
// weight and score where others have them. Where rows were told by how texts stand, the lines
// of a wrapped cell may be rows.
func (r *Report) TornRow() int {
	marked := 0
	for i := range r.Indicators {
		if r.Indicators[i].marked() {
			marked++
		}
	}
	for i := range r.Indicators {
		x := &r.Indicators[i]
		if halfText(x.Level1) || halfText(x.Level2) || halfText(x.Name) || !x.marked() && marked >= mostMarked*(len(r.Indicators)-marked) {
			return i
		}
	}
	return -1
}

// MovedPart is the first indicator whose cells stood off their columns, and that lacks the
// name that most rows have, or the marks, which the row before it lacks too: the latter part
// of a row that a line end tore (年节水量 | 86 | 91.3 over 万立方米 | 15 | 15). -1 where there
// is none.
func (r *Report) MovedPart() int {
	named, marked, n := 0, 0, len(r.Indicators)
	for i := range r.Indicators {
		if !r.Indicators[i].Name.IsBlank() {
			named++
		}
		if r.Indicators[i].marked() {
			marked++
		}
	}
	for _, m := range r.Moves {
		k, ok := m.Field.Indicator()
		if !ok || k >= n {
			continue
		}
		nameless := r.Indicators[k].Name.IsBlank() && named >= mostMarked*(n-named)
		unmarked := k > 0 && !r.Indicators[k].marked() && !r.Indicators[k-1].marked() && marked >= mostMarked*(n-marked)
		if nameless || unmarked {
			return k
		}
	}
	return -1
}

// mostMarked is how many rows with marks there are to one without, where rows have them, and
// rows with names.
const mostMarked = 3

func (x *Indicator) marked() bool { return !x.Weight.IsBlank() || !x.Score.IsBlank() }

// halfText reports a text that lacks one of a pair of brackets, or holds nothing beside them.
func halfText(f *Field) bool {
	if f == nil {
		return false
	}
	s := blank.Fold(f.Text)
	return bracket.Open(s) != 0 || strings.HasPrefix(s, "(") && strings.Index(s, ")") == len(s)-1
}
