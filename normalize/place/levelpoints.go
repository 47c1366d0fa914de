package place

import (
	"strings"

	"ziping/normalize"
	"ziping/normalize/lexicon"
	"ziping/normalize/table"
	"ziping/normalize/value"
	"ziping/text/blank"
)

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
	if s := blank.Fold(name.Text); !ok || !strings.Contains(s, "(") && lex.Words.MarksFor.End(s[:strings.LastIndex(s, points)]) { // 每少1户扣1分
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
