package narrative

import (
	"slices"
	"strings"
	"testing"

	"ziping/score/formtest"
)

// TestOtherYears shows what makes a single place speak of another year: a task
// due and done in it, or a figure of the table given for it.
func TestOtherYears(t *testing.T) {
	base := formtest.File(t, "..", "..", "..", "samples", "fj-county-2021.txt")
	goal := "目标1:加固堤防12.6公里。目标2:除险加固山塘8座。"
	for _, c := range []struct {
		name       string
		edit, want []string
	}{
		{name: "sound"},
		{"due and done in the next year", []string{"(2021年度)", "(2020年度)"}, []string{"TXT-01 year"}},
		{"due in the next year only", []string{"(2021年度)", "(2020年度)", "\t2021年4月20日\t", "\t2020年4月20日\t"}, nil},
		{"the table's figure for another year", []string{goal, "2020年新增保护人口1.62万人。"}, []string{"TXT-01 goals[0].actual"}},
		{"last year's figure beside it", []string{goal, "目标1:2021年加固堤防12.6公里。2020年新增保护人口1.31万人。"}, nil},
		{"a rate whose name is of common words", []string{goal, "2021年单元工程合格率为90%。"}, []string{"TXT-02 goals[0].actual"}},
	} {
		found, _ := formtest.Findings(t, formtest.Read(t, formtest.Edit(t, base, c.edit...)), all)
		got := formtest.Names(found)
		got = slices.DeleteFunc(got, func(s string) bool {
			return !strings.HasPrefix(s, "TXT-01") && !strings.HasPrefix(s, "TXT-02 goals[0].actual")
		})
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}
