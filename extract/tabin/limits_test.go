package tabin

import (
	"errors"
	"testing"

	"ziping/extract"
)

// A limit that is passed names the line, a file that is too large none.
func TestLimits(t *testing.T) {
	limits := func(change func(*extract.Limits)) extract.Limits {
		l := extract.DefaultLimits()
		change(&l)
		return l
	}
	for _, tt := range []struct {
		name, text string
		limits     extract.Limits
		place      string // of the error; "-" for none
	}{
		{"as large as may be", "甲\t乙\n", limits(func(l *extract.Limits) { l.Bytes = 8 }), "-"},
		{"too large", "甲\t乙\n", limits(func(l *extract.Limits) { l.Bytes = 7 }), ""},
		{"cells as long as may be", "甲乙\t乙\n", limits(func(l *extract.Limits) { l.CellRunes = 2 }), "-"},
		{"a cell too long", "甲\t乙\n丙丁戊\t1\n", limits(func(l *extract.Limits) { l.CellRunes = 2 }), "line 2"},
		{"rows too many", "甲\t乙\n丙\t1\n丁\t2\n", limits(func(l *extract.Limits) { l.Rows = 2 }), "line 3"},
		{"lines too many", "甲\n乙\n\n丙\n", limits(func(l *extract.Limits) { l.Rows = 2 }), "line 3"},
		{"cells too many", "甲\t乙\n丙\t1\n", limits(func(l *extract.Limits) { l.Cells = 3 }), "line 2"},
	} {
		_, err := Read([]byte(tt.text), extract.Options{Limits: tt.limits, Lang: extract.EN})
		var e *extract.Error
		if errors.As(err, &e) != (tt.place != "-") || e != nil && e.Place.In(extract.EN) != tt.place {
			t.Errorf("%s: got %v at %q, want %q", tt.name, err, e.Place.In(extract.EN), tt.place)
		}
	}
}

// What parts the cells of a text is told from its rows, whatever stands in quotes.
func TestTake(t *testing.T) {
	for _, tt := range []struct {
		text string
		want census
	}{
		{"甲,乙,丙\n1,2,3\n", census{lines: 2, commas: 2}},
		{"甲;乙;丙\n1;2;3", census{lines: 2, semicolons: 2}},
		{"甲|乙|丙\n\n", census{lines: 1, bar: 1}},
		{"甲,乙\n修路,5\n1,200\n", census{lines: 3, oneComma: 2}},
		{",乙\n修路,\n", census{lines: 2, oneComma: 2}},
		{"甲;乙\n1;2\n", census{lines: 2, oneSemicolon: 1}},
		{"\"甲,乙,丙\", \"a\nb\",丁\n", census{lines: 1, commas: 1}},
		{" \"甲,乙,丙\"\n", census{lines: 1}},
		{"甲\"乙,丙\",丁,戊\n", census{lines: 1, commas: 1}},
		{"甲,乙\n丙\t丁\n", census{lines: 1, oneComma: 1, tab: true}},
		{"  \n甲\n", census{lines: 1}},
	} {
		if got := take(tt.text, 10, 100); got != tt.want {
			t.Errorf("%q: got %+v, want %+v", tt.text, got, tt.want)
		}
	}
	for text, want := range map[string]census{"甲,乙,丙\n丁\n戊,己,庚\n": {lines: 2, commas: 1}, "甲\n乙\n\t\n": {lines: 2, tab: true}, "甲\n乙\n\"a\tb\"\n\t": {lines: 2, tab: true}, "甲\n乙\n\"a\tb\"\n": {lines: 2}} {
		if got := take(text, 2, 100); got != want {
			t.Errorf("two rows of %q: got %+v, want %+v", text, got, want)
		}
	}
}

// Figures beside each other show a row, by how many blanks part them.
func TestFigureRuns(t *testing.T) {
	for text, want := range map[string][2]int{
		"": {}, "总额": {}, "880": {}, "总额 880": {}, "总额 880 880": {0, 1}, "总额 880 880 10": {0, 2}, "880 880 10 10": {0, 2},
		"总额  880  880": {1, 0}, "880  880  10  10": {2, 0}, "880  880 10": {0, 2}, "880 880 完成 10 10": {0, 2}, "880  880  完成  10 10": {1, 1},
		"８８０ １０": {0, 1}, "880　10": {1, 0}, "≥6200盏 -20.5": {0, 1}, "2024年3月 10": {}, "10  完成 20 30": {0, 1}, "10 20  30": {0, 2}, "10  20  30 完成  40": {2, 0}, "93.5% 100%": {0, 1}, "一 10 20公里内外": {},
	} {
		if wide, narrow := figureRuns(text); [2]int{wide, narrow} != want {
			t.Errorf("%q: got %d and %d, want %v", text, wide, narrow, want)
		}
	}
}

// A text without columns is told by what its lines hold.
func TestFlatDialects(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		want       dialect
		ok         bool
	}{
		{"figures apart by one blank", "总额 880 880 10 10\n财政 880 870 9 9\n", blanks, true},
		{"figures apart by wide blanks", "总额  880  880  10\n财政  880  870  9\n", wideBlanks, true},
		{"figures of one row alone", "总额 880 880 10 10\n", 0, false},
		{"words", "项目名称 修路\n主管部门 水务局\n", 0, false},
		{"cells that are closed, and lone ones", "甲 |\n|\n|\n|\n乙 |\n", cells, true},
		{"two lone bars", "甲 |\n|\n|\n乙 |\n", 0, false},
		{"eight closed cells", "甲 |\n乙 |\n丙 |\n丁 |\n戊 |\n己 |\n庚 |\n辛 |\n", cells, true},
		{"eight closed cells of sixteen lines", "甲 |\n乙 |\n丙 |\n丁 |\n戊 |\n己 |\n庚 |\n辛 |\n1\n2\n3\n4\n5\n6\n7\n8\n", 0, false},
		{"rows of one width", "1|2|3\n1|2|3\n1|2|3\n1|2|3\n1|2|3\n", 0, false},
		{"rows of many widths", "1|2|3\n1|2|3|4\n1|2|3|4|5\n1|2|3|4|5|6\n1|2|3|4|5|6|7\n", collapsed, true},
		{"rows of which six in ten have one width", "1|2|3\n1|2|3\n1|2|3\n1|2|3|4\n1|2|3|4|5\n", 0, false},
		{"rows of which five in ten have", "1|2|3\n1|2|3\n1|2|3\n1|2|3|4\n1|2|3|4|5\n1|2|3|4|5|6\n", collapsed, true},
		{"paragraphs, some of them blank", "甲\n\n \n\n乙\n\n \n\n丙\n\n \n\n丁\n\n", paragraphs, true},
		{"two blank paragraphs", "甲\n\n \n\n乙\n\n \n\n丙\n\n丁\n\n", 0, false},
		{"two blank paragraphs behind a blank line", " \n甲\n\n \n\n乙\n\n \n\n丙\n\n丁\n\n", 0, false},
		{"a tab", "总额 880 880 10 10\n财政\t880 870 9 9\n", 0, false},
	} {
		if got, ok := flat(tt.text); got != tt.want || ok != tt.ok {
			t.Errorf("%s: got %v %v, want %v %v", tt.name, got, ok, tt.want, tt.ok)
		}
	}
}
