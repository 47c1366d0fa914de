package table

import (
	"strings"
	"testing"

	"ziping/extract"
	"ziping/normalize/lexicon"
)

func cellsOf(lex *lexicon.Lexicon, texts ...string) *Line {
	l := &Line{Table: -1, Loose: true}
	for k, s := range texts {
		l.Items = append(l.Items, NewItem(lex, s, k, 1, 1, extract.Ref{Table: -1}))
	}
	return l
}

// Titles, years and labelled lines of the page that were cut at blanks are one text
// again; rows, and texts that were not cut, stay as they are.
func TestWhole(t *testing.T) {
	lex := lexicon.Default()
	for _, tt := range []struct {
		name  string
		cells []string
		whole bool
	}{
		{"a title", []string{"项目支出", "绩效自评表"}, true},
		{"a year", []string{"(2023", "年度)"}, true},
		{"a row", []string{"项目名称", "修路"}, false},
		{"one text", []string{"项目支出绩效自评表"}, false},
	} {
		in := cellsOf(lex, tt.cells...)
		out := Whole([]*Line{in}, lex)[0]
		if (out != in) != tt.whole {
			t.Errorf("%s: got whole %v", tt.name, out != in)
		}
		if tt.whole && (len(out.Items) != 1 || !strings.HasPrefix(out.Items[0].Text, tt.cells[0]) || len(in.Items) != len(tt.cells)) {
			t.Errorf("%s: got %+v, and %d cells are left of the line itself", tt.name, out.Items, len(in.Items))
		}
	}
}
