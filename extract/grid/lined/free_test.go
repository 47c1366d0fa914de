package lined

import (
	"fmt"
	"testing"

	"ziping/extract/grid/piece"
	"ziping/extract/grid/sheet"
	"ziping/extract/grid/sheettest"
)

// Rulings beside, above and below the pieces found are free; those within, or right at the
// edge of one, are not, and short ones are of no table.
func TestFreeBars(t *testing.T) {
	at := func(x0, y0, x1, y1 float64) *piece.Piece {
		return &piece.Piece{Xs: []float64{x0, x1}, Ys: []float64{y0, y1}}
	}
	pieces := []*piece.Piece{at(100, 100, 200, 200), at(250, 150, 350, 300), at(100, 240, 200, 300)}
	for _, tt := range []struct {
		bar  sheet.Seg
		want bool
	}{
		{bar(80, 0, 400), true}, {bar(91, 0, 400), false}, {bar(89, 0, 400), true}, {bar(150, 0, 90), true}, {bar(150, 0, 101), false}, {bar(150, 0, 100), true}, {bar(120, 200, 400), true}, {bar(120, 199, 400), false},
		{bar(150, 200, 250), true}, {bar(150, 201, 251), false}, {bar(209, 120, 180), false}, {bar(211, 120, 180), true}, {bar(225, 120, 180), true}, {bar(225, 120, 260), false}, {bar(235, 120, 180), false},
		{bar(309, 120, 180), false}, {bar(311, 120, 180), true}, {bar(500, 0, 20), false}, {bar(500, 0, 20.1), true}, {bar(120, 360, 400), true},
	} {
		s := &sheet.Sheet{Chars: sheet.Chars{Em: sheettest.Em}, Hs: []sheet.Seg{tt.bar}}
		for _, p := range pieces {
			p.Sheet = s
		}
		other := at(0, 0, 900, 900)
		other.Sheet = &sheet.Sheet{}
		if got := len(freeBars(s, append(pieces, other))) == 1; got != tt.want {
			t.Errorf("%v: got %v", tt.bar, got)
		}
	}
	s := &sheet.Sheet{Chars: sheet.Chars{Em: sheettest.Em}, Hs: []sheet.Seg{bar(50, 0, 90), bar(20, 0, 90), bar(30, 0, 90)}}
	if got := heights(freeBars(s, nil)); got != "20 30 50" {
		t.Errorf("got %s", got)
	}
	s.Edges = []sheet.Seg{{At: 40, Lo: 0, Hi: 40}}
	if got := heights(freeBars(s, nil)); got != "50" {
		t.Errorf("at uprights: got %s", got)
	}
}

// Sums of what comes before, however it is changed.
func TestTally(t *testing.T) {
	v := make(tally, 6)
	for k, by := range []int{1, 2, 0, 4, -1, 3} {
		v.add(k, by)
	}
	for k, want := range []int{0, 1, 3, 3, 7, 6, 9} {
		if got := v.before(k); got != want {
			t.Errorf("before %d: got %d, want %d", k, got, want)
		}
	}
}

// Places within reach of the first of them are one.
func TestSamePlaces(t *testing.T) {
	bars := []sheet.Seg{bar(0, 55, 90), bar(0, 50, 90), bar(0, 60, 90), bar(0, 55.4, 90), bar(0, 10, 90)}
	if got := fmt.Sprint(samePlaces(bars, func(b sheet.Seg) float64 { return b.Lo }, 5.5)); got != "[1 1 2 1 0]" {
		t.Errorf("got %s", got)
	}
}

// A page within one merged cell of the table before has no ruling as long as that is wide,
// and some that end where it does.
func TestWithinTheTableBefore(t *testing.T) {
	prev := &lined{left: 0, right: 300}
	for _, tt := range []struct {
		name string
		bars []sheet.Seg
		want string
	}{
		{"shorter ones", []sheet.Seg{bar(10, 100, 300), bar(30, 100, 300), bar(50, 150, 300)}, "0-300: 10 30 50"},
		{"one as long", []sheet.Seg{bar(10, 0, 300), bar(30, 0, 300), bar(50, 150, 300)}, "0-300: 10 30 50"},
		{"of another table", []sheet.Seg{bar(10, 100, 280), bar(30, 100, 280)}, "100-280: 10 30"},
		{"none alike", []sheet.Seg{bar(10, 100, 300), bar(30, 150, 300)}, "0-300: 10 30"},
		{"one that begins before it", []sheet.Seg{bar(10, -20, 300), bar(30, -20, 300)}, "-20-300: 10 30"},
		{"above the longest", []sheet.Seg{bar(10, 100, 300), bar(30, 0, 300), bar(50, 0, 300)}, "0-300: 10 30 50"},
	} {
		got := ""
		for _, b := range newSorter(tt.bars, sheettest.Em).bundles(prev) {
			got += fmt.Sprintf("%v-%v: %s", b.left, b.right, heights(b.bars))
		}
		if got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.name, got, tt.want)
		}
	}
}

// Rulings that end within a table, and uprights drawn beside it, are edges of columns.
func TestSureEdges(t *testing.T) {
	for _, tt := range []struct {
		name string
		some []sheet.Seg
		want string
	}{
		{"none", nil, "[40 100 160 220]"},
		{"an upright", []sheet.Seg{{At: 105, Lo: 0, Hi: 500}}, "moved"},
		{"above the table", []sheet.Seg{{At: 105, Lo: 0, Hi: 90}}, "[40 100 160 220]"},
		{"below it", []sheet.Seg{{At: 105, Lo: 190, Hi: 300}}, "[40 100 160 220]"},
		{"at its left border", []sheet.Seg{{At: 43, Lo: 0, Hi: 500}}, "[40 100 160 220]"},
		{"at its right border", []sheet.Seg{{At: 217, Lo: 0, Hi: 500}}, "[40 100 160 220]"},
	} {
		lines := []string{"─ 100 40 220", "─ 125 40 220", "─ 150 40 220", "─ 175 40 220"}
		for k := range 3 {
			lines = append(lines, fmt.Sprintf("%g 60 修桥 120 种树 180 办学", 112.5+25*float64(k)))
		}
		d := sheettest.Drawn("", lines)
		d.Sheets[0].Some = tt.some
		got := Pieces(d, nil)[0].Xs
		sure := len(got) == 4 && got[1] > 100.5
		if tt.want == "moved" && !sure || tt.want != "moved" && fmt.Sprint(got) != tt.want {
			t.Errorf("%s: got %v", tt.name, got)
		}
	}
}

// Larger text parts tables, and so does a table that was found before.
func TestPartsOfAPage(t *testing.T) {
	one, other := ruledRows(100, 3), ruledRows(300, 3)
	d := sheettest.Drawn("", append(one[:len(one):len(one)], other...))
	if got := len(Pieces(d, nil)); got != 1 {
		t.Errorf("got %d pieces of rulings alike, want 1", got)
	}
	d = sheettest.Drawn("", append(one[:len(one):len(one)], other...))
	p := &piece.Piece{Sheet: d.Sheets[0], Xs: []float64{40, 300}, Ys: []float64{290, 400}}
	got := Pieces(d, []*piece.Piece{p})
	if len(got) != 1 || got[0].Ys[len(got[0].Ys)-1] != 175 {
		t.Errorf("got %d pieces beside one that was found", len(got))
	}
}

// What stands right above the first ruling is what a row could be of: near it and each
// other, within the table, and no larger than its text.
func TestAboveTheFirst(t *testing.T) {
	for _, tt := range []struct {
		lines []string
		want  string
	}{
		{[]string{"88 50 甲 150 乙"}, "乙 甲"}, {[]string{"77.9 50 甲"}, ""}, {[]string{"78.1 50 甲"}, "甲"}, {[]string{"67 150 乙", "88 50 甲"}, "甲 乙"}, {[]string{"65 150 乙", "88 50 甲"}, "甲"}, {[]string{"88 25 甲 150 乙"}, "乙"}, {[]string{"88 31 甲 150 乙"}, "乙 甲"}, {[]string{"88 301 甲 150 乙"}, "乙"}, {[]string{"88 299 甲 150 乙"}, "甲 乙"},
	} {
		s := sheettest.Drawn("", tt.lines).Sheets[0]
		l := &lined{sheet: s, ys: []float64{100, 125}, left: 40, right: 300}
		got := ""
		for _, i := range l.above() {
			if got != "" {
				got += " "
			}
			got += s.PlainText(s.Phrases()[i].Glyphs)
		}
		if got != tt.want {
			t.Errorf("%v: got %q, want %q", tt.lines, got, tt.want)
		}
	}
}

// A break cuts a row where three texts stand side by side on its pages together, each in a
// column.
func TestCutRow(t *testing.T) {
	for _, tt := range []struct {
		name         string
		below, above string
		want         bool
	}{
		{"three below", "187 50 甲 150 乙 250 丙", "", true}, {"three above", "", "88 50 甲 150 乙 250 丙", true}, {"on both", "187 50 甲 150 乙", "88 250 丙", true}, {"two of one column", "187 50 甲 150 乙", "88 50 丙", false},
		{"one in none", "187 50 甲 150 乙", "88 200 丙 250 丁", false}, {"nothing", "", "", false},
	} {
		var first, second []string
		if tt.below != "" {
			first = []string{tt.below}
		}
		if tt.above != "" {
			second = []string{tt.above}
		}
		d := sheettest.Drawn("", append(ruledRows(100, 3), first...), append(ruledRows(100, 3), second...))
		at := func(s *sheet.Sheet) *lined {
			l := newLined(s, s.Phrases(), s.Hs, 40, 300)
			for k := range l.texts {
				s.Take(l.texts[k].glyphs)
			}
			return l
		}
		l, next := at(d.Sheets[0]), at(d.Sheets[1])
		all := func(s *sheet.Sheet) (out []int) {
			for i := range s.Phrases() {
				out = append(out, i)
			}
			return out
		}
		if got := cutRow(l, all(l.sheet), next, all(next.sheet)); got != tt.want {
			t.Errorf("%s: got %v", tt.name, got)
		}
	}
}
