package normalize

import (
	"strings"

	"ziping/normalize/lexicon"
)

// titleOf tells whether a line is the title of a form, and which sort.
type titleSort int

const (
	noTitle titleSort = iota
	selfEvaluation
	otherForm // a declaration, an indicator catalogue, a monitoring table
)

func sortOfTitle(text string) titleSort {
	if len(text) > 240 {
		return noTitle
	}
	b := lexicon.Title(text)
	if b == "" {
		return noTitle
	}
	for _, w := range lexicon.Titles() {
		if strings.HasSuffix(b, w) {
			return selfEvaluation
		}
	}
	for _, w := range lexicon.OtherTitles() {
		if strings.HasSuffix(b, w) {
			return otherForm
		}
	}
	return noTitle
}

// segment cuts the stream into forms: at a title once the form before it has a
// body, and at a second head without one (a book of forms whose titles were lost).
func segment(lines []*line, lex *lexicon.Lexicon) [][]*line {
	var out [][]*line
	start, body, indicators := 0, false, false
	cut := func(i int) {
		if i > start {
			out = append(out, lines[start:i])
		}
		start, body, indicators = i, false, false
	}
	for i, l := range lines {
		switch {
		case len(l.items) == 1 && sortOfTitle(l.items[0].text) != noTitle:
			if body {
				cut(i)
			}
		case indicators && startsHead(l, lex):
			cut(i)
		case indicatorHeader(l, lex):
			body, indicators = true, true
		case fundsHeader(l, lex) || goalsHeader(l, lex):
			body = true
		}
	}
	cut(len(lines))
	return out
}

func startsHead(l *line, lex *lexicon.Lexicon) bool {
	return !l.loose && len(l.items) > 1 && lex.Head[l.items[0].bare] == "project"
}

// The heading rows of the blocks, told by how many of their columns they name.

func fundsHeader(l *line, lex *lexicon.Lexicon) bool {
	n, groups := 0, 0
	for i := range l.items {
		switch lex.FundColumn[l.items[i].bare] {
		case "initial", "carried_in", "adjustment", "budget", "executed", "execution_rate", "balance", "balance_rate":
			n++
		case "group":
			groups++
		}
	}
	return n >= 2 || groups >= 2
}

func goalsHeader(l *line, lex *lexicon.Lexicon) bool {
	var expected, actual, block bool
	for i := range l.items {
		b := l.items[i].bare
		switch lex.GoalColumn[b] {
		case "expected":
			expected = true
		case "actual":
			actual = true
		}
		for _, id := range lex.Block[b] {
			block = block || id == "goals"
		}
	}
	return len(l.items) > 1 && (expected && actual || block && actual)
}

func indicatorHeader(l *line, lex *lexicon.Lexicon) bool {
	n := 0
	name := false
	seen := map[string]bool{}
	if len(l.items) < 3 {
		return false
	}
	for i := range l.items {
		id := lex.IndicatorColumn[l.items[i].bare]
		if id == "" || id == "other" || seen[id] {
			continue
		}
		seen[id] = true
		n++
		name = name || id == "name" || id == "level1"
	}
	return n >= 3 && (name || seen["target"] && seen["actual"])
}
