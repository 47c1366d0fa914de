package place

import (
	"strings"

	"ziping/normalize"
	"ziping/normalize/lexicon"
	"ziping/normalize/table"
	"ziping/normalize/value"
	"ziping/text/blank"
)

// A form that gives every level its points prints a column of them behind each
// (一级指标 | 权重 | 二级指标 | 权重 | 三级指标 | 权重). Only those behind the deepest
// level are an indicator's own; the others hold once for all rows of their group,
// as the points in 产出指标(50分) do.

// levelPoints gives a column of points that stands right behind a level the level's
// meaning, where an indicator has a column of its own farther on.
func levelPoints(headings []table.Heading) {
	means := func(k int, id string) bool { return k >= 0 && headings[k].May[0] == id }
	own := -1
	for k := range headings {
		if means(k, "weight") && (own < 0 || headings[k].Item.Col > headings[own].Item.Col) {
			own = k
		}
	}
	for k := range headings {
		if k == own || !means(k, "weight") {
			continue
		}
		switch before := nearestLeft(headings, k); {
		case means(before, "level1"):
			headings[k].May = []string{table.Level1Points}
		case means(before, "level2"):
			headings[k].May = []string{table.Level2Points}
		}
	}
}

// nearestLeft is the heading of the same row nearest to the left of another, -1 for none.
func nearestLeft(headings []table.Heading, of int) int {
	best := -1
	for k := range headings {
		if h := &headings[k]; h.Level == headings[of].Level && h.Item.Col < headings[of].Item.Col && (best < 0 || h.Item.Col > headings[best].Item.Col) {
			best = k
		}
	}
	return best
}

// takeLevelPoints gives a level the points printed in a column of their own. It
// reports false where they are no figure, or others than the level's name bears.
func takeLevelPoints(level *normalize.Field, it *table.Item) bool {
	if level == nil {
		return false
	}
	points := it.MarkField()
	if !points.IsFigure() || level.Weight != "" && level.Weight != points.Value {
		return false
	}
	level.Weight = points.Value
	return true
}

// pointsOfName reads the full mark that is printed behind a name, in a list without a
// column for it: 特色种植面积(15分). The name stays as it is printed.
func pointsOfName(name *normalize.Field, heading string, lex *lexicon.Lexicon) *normalize.Field {
	if name == nil {
		return nil
	}
	points, ok := lexicon.Points(name.Text)
	if inner, has := lastBrackets(name.Text); !ok && has && !strings.ContainsFunc(inner, notMark) {
		if asked, is := lastBrackets(heading); is && lex.IndicatorColumn[asked] == "weight" { // 三级指标(分值), 亩均产值(15)
			points, ok = inner, true
		}
	}
	if !ok {
		return nil
	}
	f := value.Figure(points)
	f.Text, f.At = name.Text, name.At
	return f
}

// lastBrackets is what stands in brackets at the end of a text.
func lastBrackets(text string) (inner string, ok bool) {
	s := blank.Fold(text)
	from := strings.LastIndexByte(s, '(')
	if from <= 0 || !strings.HasSuffix(s, ")") {
		return "", false
	}
	return s[from+1 : len(s)-1], true
}

func notMark(r rune) bool { return (r < '0' || r > '9') && r != '.' }
