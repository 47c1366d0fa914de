package read

import (
	"strings"

	"ziping/normalize/family"
	"ziping/normalize/lexicon"
	"ziping/text/blank"
)

// titleSort tells whether a line is the title of a form, and of which sort.
type titleSort int

const (
	noTitle titleSort = iota
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

// sortOfLine is the sort of title that a line is. A row inside a table is the title of
// another form only if it is called a table: 部门整体绩效目标 may head a block.
func sortOfLine(l *line) titleSort {
	if len(l.items) != 1 {
		return noTitle
	}
	text := l.items[0].text
	sort := sortOfTitle(text)
	if sort == otherForm && !l.loose && l.row > 1 && !strings.HasSuffix(lexicon.Title(text), "表") {
		return noTitle
	}
	return sort
}

// titleText is a title without the heading marks of the page it was copied from.
func titleText(s string) string { return blank.Trim(strings.TrimLeft(s, "#* ")) }
