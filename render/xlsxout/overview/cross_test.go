package overview

import (
	"strings"
	"testing"

	"ziping/extract"
)

// A row across forms has both places, each leading to what was made of its form; no text
// of a form is a formula.
func TestCross(t *testing.T) {
	f, _ := book(t, extract.ZH, func(s *Book) {
		err := s.AddCross(Crossed{
			Check: "CRS-01", Name: "结余", Organisation: "=甲局", Project: "项目",
			Here:    Place{Link{"a.txt", "a.xlsx"}, 2022, "上年结转", "第 3 行", "99.99万元"},
			There:   Place{Link{"b.txt", "b.xlsx"}, 0, "结余", "第 4 行", "87.53万元"},
			Message: "不符",
		})
		if err != nil {
			t.Fatal(err)
		}
	})
	rows, err := f.GetRows("跨表对照")
	if err != nil || len(rows) != 2 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	want := "=甲局\n项目|结余|不符|a.txt|2022|上年结转|第 3 行|99.99万元|b.txt||结余|第 4 行|87.53万元|CRS-01"
	if got := strings.Join(rows[1], "|"); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	for _, at := range [][2]string{{"D2", "a.xlsx"}, {"I2", "b.xlsx"}} {
		if ok, to, err := f.GetCellHyperLink("跨表对照", at[0]); err != nil || !ok || !strings.HasSuffix(to, at[1]) {
			t.Errorf("%s leads to %q, %v", at[0], to, err)
		}
	}
	if formula, err := f.GetCellFormula("跨表对照", "A2"); err != nil || formula != "" {
		t.Errorf("a name is the formula %q, %v", formula, err)
	}
}
