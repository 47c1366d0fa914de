package tabin

import (
	"encoding/csv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"ziping/extract"
)

// read gives the rows of a text, cells by | and rows by newline; loose lines are in brackets.
func rowsOf(t *testing.T, text string) string {
	t.Helper()
	d, err := Read([]byte(text), extract.Options{Limits: extract.DefaultLimits()})
	if err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	var b strings.Builder
	for _, l := range d.Lines {
		b.WriteString("[" + l.Text + "] ")
	}
	for _, tab := range d.Tables {
		row, col := 0, 0
		for _, c := range tab.Cells {
			for ; row < c.Row; row, col = row+1, 0 {
				b.WriteString(" / ")
			}
			for ; col < c.Col; col++ {
				b.WriteString("|")
			}
			b.WriteString(strings.ReplaceAll(c.Text, "\n", "¶"))
		}
	}
	return b.String()
}

func TestQuotedCells(t *testing.T) {
	for name, c := range map[string][2]string{
		"a tab in quotes":          {"a,b,c\n\"x\ty\",1,2\n3,4,5\n", "a|b|c / x\ty|1|2 / 3|4|5"},
		"line ends in quotes":      {"a,b,c\n\"x\r\ny\rz\nw\",1,2\n3,4,5\n", "a|b|c / x¶y¶z¶w|1|2 / 3|4|5"},
		"doubled quotes":           {"a,b,c\n\"x\"\"y\"\"\",1,2\n3,4,5\n", "a|b|c / x\"y\"|1|2 / 3|4|5"},
		"blanks around quotes":     {"a,b,c\n\"x,y\" , \"z\", 2\n3,4,5\n", "a|b|c / x,y|z|2 / 3|4|5"},
		"a byte-order mark":        {"\ufeffsep=;\n\"a\tb\";c\n1;2\n", "a\tb|c / 1|2"},
		"an empty quoted cell":     {"a,b,c\n\"\",\"\"\"\",2\n3,4,5\n", "a|b|c / |\"|2 / 3|4|5"},
		"semicolons":               {"a;b;c\n\"x;y\";1,5;2\n3;4;5\n", "a|b|c / x;y|1,5|2 / 3|4|5"},
		"sep=":                     {"sep=;\na;b\n1;2,5,3,4\n", "a|b / 1|2,5,3,4"},
		"sep= in quotes":           {"\"sep=,\"\r\na,b\r\n1,2\r\n", "a|b / 1|2"},
		"sep=| ":                   {"sep=|\na|b\n1|\n", "a|b / 1"},
		"tabs, line ends":          {"a\tb\n\"x\ny\"\t1\n", "a|b / x¶y|1"},
		"tabs, a tab in quotes":    {"a\tb\n\"x\ty\"\t1\n", "a|b / x\ty|1"},
		"tabs, words in quotes":    {"a\tb\n\"x\"\t1\n\"十四五\"规划\t2\n", "a|b / \"x\"|1 / \"十四五\"规划|2"},
		"tabs, every cell quoted":  {"\"a\"\t\"b\"\n\"x\"\t\"\"\n", "a|b / x"},
		"a quote never closed":     {"a\tb\n\"x\t1\ny\t2\n", "a|b / \"x|1 / y|2"},
		"one quote in words":       {"a,b,c\n\"x\"y,1,2\n3,4,5\n", "a|b|c / \"x\"y|1|2 / 3|4|5"},
		"commas in quotes only":    {"甲\t\"1,2,3\"\n乙\t\"4,5,6\"\n丙\t\"7,8,9\"\n", "甲|\"1,2,3\" / 乙|\"4,5,6\" / 丙|\"7,8,9\""},
		"a line, then quoted cell": {"标题\n\na\t\"x\ny\"\n", "[标题] a|x¶y"},
	} {
		if got := rowsOf(t, c[0]); got != c[1] {
			t.Errorf("%s: got %q, want %q", name, got, c[1])
		}
	}
}

// What a program writes as CSV is read back, whatever stands in its cells.
func TestCSVRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cell := rapid.StringMatching(`[甲乙1-9][甲乙0-9,;|"\t\n ]{0,6}[甲乙1-9"]`)
		rows := rapid.SliceOfN(rapid.SliceOfN(cell, 3, 3), 3, 6).Draw(t, "rows")
		var b strings.Builder
		w := csv.NewWriter(&b)
		w.UseCRLF = rapid.Bool().Draw(t, "crlf")
		w.Comma = rapid.SampledFrom([]rune{',', ';'}).Draw(t, "separator")
		if err := w.WriteAll(rows); err != nil {
			t.Fatal(err)
		}
		d, err := Read([]byte("sep="+string(w.Comma)+"\n"+b.String()), extract.Options{Limits: extract.DefaultLimits()})
		if err != nil {
			t.Fatal(err)
		}
		for i, row := range rows {
			for k, want := range row {
				if got, _ := d.At(extract.Ref{Table: 0, Row: i, Col: k, Line: -1}); got != want {
					t.Fatalf("row %d cell %d of %q: got %q, want %q", i, k, b.String(), got, want)
				}
			}
		}
	})
}

// Lines are counted through quoted cells, so that what stands behind them is found.
func TestLinesBehindQuotedCells(t *testing.T) {
	text := "sep=,\na,b\n\"x\ny\r\nz\",\"1\"\"\"\nc,\"d\""
	pos := extract.Positions{}
	d, err := Read([]byte(text), extract.Options{Limits: extract.DefaultLimits(), Positions: pos})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []struct {
		row, col, line int
		text           string
	}{{0, 0, 2, "a"}, {1, 0, 3, "x\ny\nz"}, {1, 1, 3, `1"`}, {2, 0, 6, "c"}, {2, 1, 6, "d"}} {
		ref := extract.Ref{Row: want.row, Col: want.col}
		if got, _ := d.At(ref); got != want.text || pos[ref.Key()].Line != want.line {
			t.Errorf("cell %d,%d is %q on line %d, want %q on line %d", want.row, want.col, got, pos[ref.Key()].Line, want.text, want.line)
		}
	}
}

// A row may end in any number of empty cells, and has no more others than the limit.
func TestColumnLimit(t *testing.T) {
	l := extract.DefaultLimits()
	l.Cols = 3
	for text, fits := range map[string]bool{
		"a\tb\tc\t\t\t\t\n": true, "\"a\nb\"\tb\tc\t\t\t\n": true, "a\tb\tc\td\n": false, "\"a\nb\"\tb\tc\t\td\n": false, "\"a\nb\"\tb\tc\td\t\n": false,
		"sep=|\na|b|c|d\n": false, "|a|b|\n|c|d|\n": true, "|a|b|c|d|\n": false, "\"a\nb\"\t\n": true,
	} {
		d, err := Read([]byte(text), extract.Options{Limits: l})
		if (err == nil) != fits {
			t.Errorf("%q: %v", text, err)
		}
		if err == nil && len(d.Tables) != 1 {
			t.Errorf("%q is no table", text)
		}
	}
}
