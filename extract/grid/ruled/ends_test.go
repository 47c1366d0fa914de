package ruled

import (
	"fmt"
	"testing"

	"ziping/extract"
	"ziping/extract/grid/sheet"
)

// Where uprights begin or end within a table, a border lies between the uprights that pass
// there: one that has no ruling at its end, and at least two of a height.
func TestEnds(t *testing.T) {
	up := func(x, from, to float64) sheet.Seg { return sheet.Seg{At: x, Lo: from, Hi: to} }
	whole := []sheet.Seg{up(0, 0, 400), up(100, 0, 400), up(300, 0, 400), up(400, 0, 400)}
	for _, c := range []struct {
		name string
		vs   []sheet.Seg
		hs   []sheet.Seg
		want string
	}{
		{"none ends", nil, nil, ""},
		{"two end", []sheet.Seg{up(150, 0, 200), up(250, 0, 200)}, nil, "200: 100-300"},
		{"two begin", []sheet.Seg{up(150, 200, 400), up(250, 200, 400)}, nil, "200: 100-300"},
		{"one ends and one begins", []sheet.Seg{up(150, 0, 200), up(250, 204, 400)}, nil, "202: 100-300"},
		{"an upright goes on below", []sheet.Seg{up(150, 0, 200), up(150, 200, 400)}, nil, "200: 100-300"},
		{"they lie between others", []sheet.Seg{up(50, 0, 200), up(350, 0, 200)}, nil, "200: 0-100, 200: 300-400"},
		{"three end in two stretches", []sheet.Seg{up(50, 0, 200), up(150, 0, 200), up(250, 0, 200)}, nil, "200: 0-100, 200: 100-300"},
		{"one ends", []sheet.Seg{up(150, 0, 200)}, nil, ""},
		{"not at one height", []sheet.Seg{up(150, 0, 200), up(250, 0, 230)}, nil, ""},
		{"at the border", []sheet.Seg{up(150, 0, 395), up(250, 5, 400)}, nil, ""},
		{"on a ruling", []sheet.Seg{up(150, 0, 200), up(250, 0, 200)}, []sheet.Seg{{At: 200, Lo: 100, Hi: 300}}, ""},
		{"one of them on a ruling", []sheet.Seg{up(150, 0, 200), up(250, 0, 200)}, []sheet.Seg{{At: 200, Lo: 240, Hi: 300}}, ""},
		{"a ruling at another height", []sheet.Seg{up(150, 0, 200), up(250, 0, 200)}, []sheet.Seg{{At: 250, Lo: 100, Hi: 300}}, "200: 100-300"},
		{"a ruling beside it", []sheet.Seg{up(150, 0, 200), up(250, 0, 200)}, []sheet.Seg{{At: 200, Lo: 300, Hi: 400}}, "200: 100-300"},
	} {
		f := frame{vs: append(append([]sheet.Seg{}, whole...), c.vs...), hs: c.hs, box: extract.Box{0, 0, 400, 400}}
		got := ""
		for _, r := range f.ends(10) {
			if got != "" {
				got += ", "
			}
			got += fmt.Sprintf("%v: %v-%v", r.At, r.Lo, r.Hi)
		}
		if got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

// Rulings inside a frame are those of its rows; those of its own borders are not.
func TestRulesRows(t *testing.T) {
	for y, want := range map[float64]bool{0: false, 5: false, 200: true, 395: false, 400: false} {
		f := frame{hs: []sheet.Seg{{At: y, Lo: 0, Hi: 400}}, box: extract.Box{0, 0, 400, 400}}
		if got := f.rulesRows(10); got != want {
			t.Errorf("at %v: got %v", y, got)
		}
	}
}
