package read

import (
	"strings"

	"ziping/normalize"
	"ziping/normalize/family"
	"ziping/normalize/lexicon"
)

// titleSort tells whether a line is the title of a form, and of which sort.
type titleSort int

const (
	notAsked titleSort = iota
	noTitle
	selfEvaluation
	reportTitle // of a self-evaluation in words
	otherForm   // a declaration, an indicator catalogue, a monitoring table
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
	for _, w := range lexicon.ReportTitles() {
		if strings.HasSuffix(b, w) {
			return reportTitle
		}
	}
	if family.OtherByTitle(b) != nil {
		return otherForm
	}
	return noTitle
}

// title says what sort of title a line is, and remembers it. A row inside a table is the title of
// another form only if it is called a table: 部门整体绩效目标 may head a block.
func (l *line) title() titleSort {
	if len(l.items) != 1 {
		return noTitle
	}
	if l.named == notAsked {
		text := l.items[0].text
		l.named = sortOfTitle(text)
		if l.named == otherForm && !l.loose && l.row > 1 && !strings.HasSuffix(lexicon.Title(text), "表") {
			l.named = noTitle
		}
	}
	return l.named
}

// segment cuts the stream into forms: at a title once the form before it has a
// body, and at a second head without one (a book of forms whose titles were lost).
func segment(lines []*line, lex *lexicon.Lexicon) [][]*line {
	var out [][]*line
	var start int
	var body, indicators bool // what the form so far has: a block, a list of indicators,
	var rows, other bool      // rows of cells, the title of another kind of form
	cut := func(i int) {
		if i > start {
			out = append(out, lines[start:i])
		}
		start, body, indicators, rows, other = i, false, false, false, false
	}
	for i, l := range lines {
		sort := l.title()
		switch {
		case sort != noTitle:
			if (body || rows && other) && tableFollows(lines[i+1:]) {
				cut(i)
			}
			other = other || sort == otherForm
		case indicators && startsHead(l, lex):
			cut(i)
			rows = true
		default:
			head := l.heads(lex)
			body = body || head != nothingHead
			indicators = indicators || head == indicatorHead
			rows = rows || len(l.items) > 1
		}
	}
	cut(len(lines))
	return out
}

// tableFollows reports rows of cells before the next title.
func tableFollows(lines []*line) bool {
	for _, l := range lines {
		if len(l.items) > 1 {
			return true
		}
		if l.title() == selfEvaluation {
			return false
		}
	}
	return false
}

func startsHead(l *line, lex *lexicon.Lexicon) bool {
	return !l.loose && len(l.items) > 1 && lex.Head[l.items[0].bare] == "project"
}

// headKind is the block that a heading row heads.
type headKind uint8

const (
	notLooked headKind = iota
	nothingHead
	sideHead // names of sources side by side
	fundHead
	indicatorHead
	goalHead
)

// heads says which block a row heads, and remembers it.
func (l *line) heads(lex *lexicon.Lexicon) headKind {
	if l.head != notLooked {
		return l.head
	}
	switch {
	case sideNames(l, lex):
		l.head = sideHead
	case fundsHeader(l, lex):
		l.head = fundHead
	case indicatorHeader(l, lex):
		l.head = indicatorHead
	case goalsHeader(l, lex):
		l.head = goalHead
	default:
		l.head = nothingHead
	}
	return l.head
}

// The heading rows of the blocks, told by how many of their columns they name.
// A row that also holds what stands under such headings is none: there heading
// and rows have run together, and what belongs where cannot be told.

func fundsHeader(l *line, lex *lexicon.Lexicon) bool {
	n, groups := 0, 0
	for i := range l.items {
		b := l.items[i].bare
		id := lex.FundColumn[b]
		switch {
		case id == "group":
			groups++
		case id == "" && lex.Source[b] != "" && n > 0: // before the columns it stands over the labels
			return false
		case columnar(id) && id != string(normalize.FundWeight) && id != string(normalize.FundScore):
			n++
		}
	}
	return n+groups >= 2 && !hasFigure(l)
}

func goalsHeader(l *line, lex *lexicon.Lexicon) bool {
	var expected, block bool
	actual, both := 0, 0 // both: names the block and is a column, 年度目标完成情况
	if len(l.items) < 2 {
		return false
	}
	for i := range l.items {
		b := l.items[i].bare
		switch lex.GoalColumn[b] {
		case "expected":
			expected = true
		case "actual":
			actual++
		case "":
			if id := lex.IndicatorColumn[b]; id == "level1" || id == "level2" || id == "name" {
				return false
			}
		}
		for _, id := range lex.Block[b] {
			if id == "goals" && lex.GoalColumn[b] == "actual" {
				both++
			}
			block = block || id == "goals"
		}
	}
	return expected && actual > 0 || block && actual > min(both, 1)
}

func indicatorHeader(l *line, lex *lexicon.Lexicon) bool {
	n := 0
	name := false
	seen := map[string]bool{}
	if len(l.items) < 3 {
		return false
	}
	for i := range l.items {
		it := &l.items[i]
		id := lex.IndicatorColumn[it.bare]
		if i > 0 && id == "" && len(lex.Block[it.bare]) == 0 && (lex.Level1[it.bare] || lex.Level2[it.bare]) {
			return false // heading and rows have run together
		}
		if id == "" || id == "other" || seen[id] {
			continue
		}
		seen[id] = true
		n++
		name = name || id == "name" || id == "level1"
	}
	return n >= 3 && (name || seen["target"] && seen["actual"])
}
