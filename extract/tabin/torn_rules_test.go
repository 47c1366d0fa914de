package tabin

import (
	"slices"
	"strings"
	"testing"

	"ziping/extract"
)

// mending is a mender that knows a few headings, before it joined any lines.
func mending(text string) *mender {
	m := &mender{separator: "\t", quotes: true, padded: true, open: -1, heading: func(s string) bool {
		return slices.Contains([]string{"项目名称", "合计", "单位"}, s)
	}}
	m.cut(text, 1000)
	m.goesOn = make([]bool, len(m.pieces))
	return m
}

// A line without a separator may be the end of the last cell above it, unless it says
// something of its own.
func TestStrays(t *testing.T) {
	for text, want := range map[string]bool{
		"甲\t会议\n纪要":       true,
		"甲\t会议\n纪要\t5":    false,
		"甲\t会议\n纪要\t5\t6": false,
		"甲\t5\n纪要":        false,
		"甲\t会议\n合计":       false,
		"甲\t会议\n单位：某局":    false,
	} {
		if got := mending(text).strays(1); got != want {
			t.Errorf("%q: got %v", text, got)
		}
	}
}

// Lines with separators are parts of one row only where none begins with a heading of its own.
func TestParted(t *testing.T) {
	for text, want := range map[string]bool{
		"甲\t乙\n丙\t丁":        true,
		"甲\t乙\n丙":           false, // one of them has separators
		"甲\t乙\n丙\n丁\t戊":     true,
		"甲\t乙\n\t丁":         true,
		"甲\t合计\n\t丁":        false,
		"甲\t合计\n丙\t丁":       false,
		"甲\t乙\n合计\t丁":       false,
		"甲\t乙\n丙\t丁\n合计\t戊": false,
		"甲\t项目\n名称\t丁":      true, // a heading together
		"合计\t乙\n丙\t丁":       true,
	} {
		m := mending(text)
		if got := m.parted(span{0, len(m.pieces)}); got != want {
			t.Errorf("%q: got %v", text, got)
		}
	}
}

// Lines have the separators of a row by chance where nothing goes over an end of them, or
// where each begins with a heading of its own, or counts on from the beginning of the one above.
func TestByChance(t *testing.T) {
	for text, want := range map[string]bool{
		"甲\t乙\n丙\t丁":         false,
		"甲\t乙\n\t丁":          true,
		"甲\t\n丙\t丁":          true,
		"甲\t\n乙\n丙\t丁":       false,
		"合计\t乙\n单位\t丁":       true,
		"合计\t乙\n丙\t丁":        false,
		"甲\t乙\n单位\t丁":        false,
		"合计\t项目\n名称\t丁":      false,
		"合计\t乙":              false,
		"合计\t乙\n单位\t丁\n丙\t":  false,
		"目标1：甲\t乙\n目标2：丙\t丁": true,
		"1.甲\t乙\n2.丙\t丁":     true,
		"甲\t乙\n2.丙\t丁":       false,
		"1.甲\t乙\n3.丙\t丁":     false,
		"1.甲\t1.乙\n2.丙\t丁":   false, // the list in the last cell goes on
		"1.甲\t乙\n丙\t丁":       false,
	} {
		m := mending(text)
		if got := byChance(m, span{0, len(m.pieces)}); got != want {
			t.Errorf("%q: got %v", text, got)
		}
	}
}

// A row has the separators of the table; a line without any goes with the cell that it may
// be part of.
func TestWholeRows(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		rows       []span
		covered    int
	}{
		{"one line each", "甲\t1\t2\n乙\t3\t4", []span{{0, 1}, {1, 2}}, 2},
		{"a torn row", "甲\t乙\n丙\t4\n乙\t3\t4", []span{{0, 2}, {2, 3}}, 3},
		{"an empty line in it", "甲\t乙\n\n丙\t4\n乙\t3\t4", []span{{0, 3}, {3, 4}}, 3},
		{"too many separators", "甲\t乙\n丙\t4\t5\n乙\t3\t4", []span{{1, 2}, {2, 3}}, 2},
		{"a line that goes on", "1\t2\t会议\n纪要\n3\t4\t5", []span{{0, 2}, {2, 3}}, 2},
		{"a heading beside the table", "1\t2\t会议\n单位\n3\t4\t5", []span{{0, 1}, {2, 3}}, 2},
		{"a labelled line beside the table", "1\t2\t会议\n单位：某局\n3\t4\t5", []span{{0, 1}, {2, 3}}, 2},
		{"an empty line beside the table", "1\t2\t会议\n\n3\t4\t5", []span{{0, 1}, {2, 3}}, 2},
		{"a heading in halves begins a row", "1\t2\t会议\n项目\n名称\t4\t5", []span{{0, 1}, {1, 3}}, 2},
		{"a heading in halves ends a row", "1\t2\t项目\n名称\n3\t4\t5", []span{{0, 2}, {2, 3}}, 2},
		{"a line before a heading", "1\t2\t会议\n纪要\n合计\t4\t5", []span{{0, 1}, {2, 3}}, 2},
		{"lines behind the last row", "1\t2\t会议\n纪要", []span{{0, 1}}, 1},
	} {
		m := mending(tt.text)
		if w := m.whole(0, len(m.pieces), 2); !slices.Equal(w.rows, tt.rows) || w.covered != tt.covered {
			t.Errorf("%s: got %v, %d lines, want %v, %d", tt.name, w.rows, w.covered, tt.rows, tt.covered)
		}
	}
}

// The last row is followed by none.
func TestNoMoreRecords(t *testing.T) {
	r := records{text: "甲\t乙", separator: "\t", ends: "\t\r\n", cols: 5, most: 100}
	if cells, line, more := r.next(); !more || line != 1 || len(cells) != 2 {
		t.Errorf("got %q in line %d, %v", cells, line, more)
	}
	if cells, line, more := r.next(); more || line != 0 || cells != nil {
		t.Errorf("behind the last: got %q in line %d, %v", cells, line, more)
	}
}

// A character that cannot be seen is told where it stands, of each kind so many times.
func TestOddCharacters(t *testing.T) {
	d, err := Read([]byte("标题\ufffd\n\n甲\t乙\ufffd\n"), opts)
	if err != nil {
		t.Fatal(err)
	}
	if len(d.Warnings) != 2 || d.Warnings[0].At == nil || *d.Warnings[0].At != extract.LineRef(0, &d.Lines[0]) || *d.Warnings[1].At != extract.CellRef(0, &d.Tables[0].Cells[1]) {
		t.Errorf("got %+v", d.Warnings)
	}
	if d, err = Read([]byte(strings.Repeat("甲\t乙\ufffd\n", maxOdd+1)), opts); err != nil || len(d.Warnings) != maxOdd {
		t.Errorf("got %d warnings, want %d: %v", len(d.Warnings), maxOdd, err)
	}
}

// A cell of several lines stands where its first line does.
func TestPlaceOfAParagraph(t *testing.T) {
	pos := extract.Positions{}
	if _, err := Read([]byte("甲\n\n \n\n乙\n丙\n\n \n\n丁\n\n \n\n戊\n"), extract.Options{Limits: extract.DefaultLimits(), Positions: pos}); err != nil {
		t.Fatal(err)
	}
	for row, want := range map[int]int{0: 1, 2: 5, 4: 10, 6: 14} {
		if got := pos[extract.Ref{Row: row}.Key()].Line; got != want {
			t.Errorf("row %d is in line %d, want %d", row, got, want)
		}
	}
}

// Empty lines part tables, unless more lines are in whole rows if they part nothing.
func TestBlocks(t *testing.T) {
	a := strings.Repeat("甲\t1\t2\t3\n", 8) + "乙\t丙\n丁\t戊\n\n" + "己\t庚\n" + strings.Repeat("甲\t1\t2\t3\n", 4) + "\n"
	for rows, want := range map[int]bool{2: false, 3: true} { // with 14 and 15 lines in whole rows, against 15
		if got := mending(a + strings.Repeat("甲\t1\t2\n", rows)).blocks(); got != want {
			t.Errorf("%d rows of another table: got %v", rows, got)
		}
	}
	for text, want := range map[string]bool{
		"甲\t1\t2\n乙\t1\t2\n\n丙\t1\t2\n丁\t1\t2":             false, // of one width
		"甲\t1\t2\n乙\t1\t2\n\n丙\t1\t2\t3\n丁\t1\t2\t3":       true,
		"丙\t1\t2\t3\n丁\t1\t2\t3\n\n甲\t1\t2\n乙\t1\t2":       true,
		"甲\t1\t2\n乙\t1\t2\n\n标题\n\n丙\t1\t2\t3\n丁\t1\t2\t3": true,
		"甲\t1\t2\n乙\t1\t2\n\n丙\t1\t2\t3\n丁\t1":             false, // one is not even
	} {
		if got := mending(text).blocks(); got != want {
			t.Errorf("%q: got %v", text, got)
		}
	}
}

// Lines between the rows of a table may be one of another width, and a bar parts cells
// whether headings are known or not.
func TestMendedTables(t *testing.T) {
	const rows = "甲\t1\t2\t3\n乙\t1\t2\t3\n丙\t1\t2\t3\n"
	const between = "子\t1\t2\t3\t4\t5\n寅\t1\t2\t3\t4\t5\n卯\t1\t2\t3\t4\t\n丑\t修"
	const behind = "路\t2\t3\t4\t5\n"
	never := func(string) bool { return false }
	if got, _, _ := mend(rows+between+"\n"+behind+rows, tabs, 1000, never); got != rows+between+lineEndInCell+behind+rows {
		t.Errorf("got %q", got)
	}
	got, even, _ := mend("甲 | 乙 | 丙 |\n修路\n修桥 | 5 | 6 |\n7 | 8 | 9 |\n", pipes, 1000, nil)
	if want := "甲 | 乙 | 丙 |\n修路" + lineEndInCell + "修桥 | 5 | 6 |\n7 | 8 | 9 |\n"; got != want || !even {
		t.Errorf("got %q, even %v", got, even)
	}
}

// What is beyond the most cells of a row stays one.
func TestSplitRow(t *testing.T) {
	r := records{separator: "\t", cols: 2}
	for in, want := range map[string][]string{"": {""}, "a": {"a"}, "a\tb": {"a", "b"}, "a\tb\tc": {"a", "b", "c"}, "a\tb\tc\td": {"a", "b", "c\td"}} {
		if r.split(in); !slices.Equal(r.cells, want) {
			t.Errorf("%q: got %q", in, r.cells)
		}
	}
}
