package measure

import (
	"math"
	"strings"
	"testing"
)

// table reads rows of cells parted by |. A cell "^" belongs to the one above,
// "<" to the one on its left; "." is empty.
func table(s string) Table {
	var t Table
	at := map[[2]int]int{}
	for r, line := range strings.Split(strings.TrimSpace(s), "\n") {
		t.Rows = r + 1
		for c, text := range strings.Split(line, "|") {
			t.Cols = max(t.Cols, c+1)
			text = strings.TrimSpace(text)
			switch text {
			case "^":
				i := at[[2]int{r - 1, c}]
				at[[2]int{r, c}] = i
				t.Cells[i].RowSpan = r - t.Cells[i].Row + 1
				continue
			case "<":
				i := at[[2]int{r, c - 1}]
				at[[2]int{r, c}] = i
				t.Cells[i].ColSpan = c - t.Cells[i].Col + 1
				continue
			case ".":
				text = ""
			}
			at[[2]int{r, c}] = len(t.Cells)
			t.Cells = append(t.Cells, Cell{r, c, 1, 1, Fold(text)})
		}
	}
	return t
}

const form = `
资金 | 预算 | <   | 执行 | 分值
^    | 年初 | 全年 | ^   | ^
合计 | 10.5 | 11   | 9   | .
其他 | 3    | .    | 3   | 5`

func near(t *testing.T, what string, got, want float64) {
	t.Helper()
	if math.Abs(got-want) > 1e-9 {
		t.Errorf("%s: got %.4f want %.4f", what, got, want)
	}
}

func TestRightReading(t *testing.T) {
	truth := table(form)
	s := Compare(truth, []Table{truth}, Options{Ruled: true})
	if !s.Whole || s.Cell.F1() != 1 || s.Adjacency.F1() != 1 || s.Span.F1() != 1 || s.Number.F1() != 1 {
		t.Errorf("got %+v", s)
	}
	if s.Cell.True != 14 || s.Number.True != 6 || s.Span.True != 14 {
		t.Errorf("got %d cells, %d numbers, %d places", s.Cell.True, s.Number.True, s.Span.True)
	}
}

// The form has these relations. To the right: 资金–预算 资金–年初 预算–执行
// 年初–全年 全年–执行 执行–分值, 合计–10.5–11–9, 其他–3–3–5. Below:
// 资金–合计–其他, 预算–年初 预算–全年, 年初–10.5–3, 全年–11, 执行–9–3, 分值–5.
func TestRelationsByHand(t *testing.T) {
	n := 0
	for _, k := range neighbours(table(form)) {
		n += k
	}
	if n != 12+10 {
		t.Errorf("got %d relations, want 22", n)
	}
	r := neighbours(table(form))
	for _, want := range []relation{{"资金", "年初", false}, {"预算", "全年", true}, {"分值", "5", true}, {"3", "3", false}} {
		if r[want] != 1 {
			t.Errorf("relation %v: got %d want 1", want, r[want])
		}
	}
}

func TestWrongReadings(t *testing.T) {
	truth := table(form)
	for _, c := range []struct {
		name                       string
		found                      string
		cell, number, span         float64
		whole                      bool
		wrong, missing, adjWorse   bool
		rightSpans, rightAdjacency int
	}{
		{name: "one digit wrong", found: strings.Replace(form, "10.5", "16.5", 1), cell: 13.0 / 14, number: 5.0 / 6, span: 13.0 / 14, wrong: true, missing: true, adjWorse: true, rightSpans: 13, rightAdjacency: 18},
		{name: "a merge not seen", found: strings.Replace(form, "| <   |", "| . |", 1), cell: 1, number: 1, span: 13.0 / 14, adjWorse: true, rightSpans: 13, rightAdjacency: 21},
		{name: "a number over an empty place", found: strings.Replace(form, "| 9   | .", "| 9 | 7", 1), cell: 28.0 / 29, number: 12.0 / 13, span: 28.0 / 29, wrong: true, adjWorse: true, rightSpans: 14, rightAdjacency: 21},
	} {
		s := Compare(truth, []Table{table(c.found)}, Options{Ruled: true})
		near(t, c.name+" cell", s.Cell.F1(), c.cell)
		near(t, c.name+" number", s.Number.F1(), c.number)
		near(t, c.name+" span", s.Span.F1(), c.span)
		if s.Whole != c.whole || len(s.Wrong) > 0 != c.wrong || len(s.Missing) > 0 != c.missing || s.Adjacency.F1() < 1 != c.adjWorse {
			t.Errorf("%s: got %+v", c.name, s)
		}
		if s.Span.Right != c.rightSpans || s.Adjacency.Right != c.rightAdjacency {
			t.Errorf("%s: got %d spans and %d relations right, want %d and %d", c.name, s.Span.Right, s.Adjacency.Right, c.rightSpans, c.rightAdjacency)
		}
	}
}

func TestTableInTwoPieces(t *testing.T) {
	lines := strings.Split(strings.TrimSpace(form), "\n")
	a, b := table(strings.Join(lines[:2], "\n")), table(strings.Join(lines[2:], "\n"))
	s := Compare(table(form), []Table{a, b}, Options{Ruled: true})
	if s.Whole || s.Cell.F1() != 1 || s.Adjacency.F1() == 1 {
		t.Errorf("got %+v", s)
	}
}

func TestNoRulingsNoEmptyCells(t *testing.T) {
	for _, c := range []struct {
		name, truth, found string
		ruled, whole       bool
	}{
		{"a merge that is not there", "a | . | b\nc | d | e", "a | < | b\nc | d | e", true, false},
		{"the same without ink to see it by", "a | . | b\nc | d | e", "a | < | b\nc | d | e", false, false}, // a stands over d now
		{"a text lost", "a | b | .\nc | d | e", "a | b\nc | d", false, false},
		{"an empty row and column lost", "a | b | .\n. | . | .\nc | d | .", "a | b\nc | d", false, true},
		{"an empty row and column lost, ruled", "a | b | .\n. | . | .\nc | d | .", "a | b\nc | d", true, false},
	} {
		if s := Compare(table(c.truth), []Table{table(c.found)}, Options{Ruled: c.ruled}); s.Whole != c.whole {
			t.Errorf("%s: got whole %v", c.name, s.Whole)
		}
	}
}

func TestFold(t *testing.T) {
	if got := Fold("1 2３%（a）\n 中　文"); got != "123%(a)中文" {
		t.Errorf("got %q", got)
	}
	for s, want := range map[string]bool{"12": true, "-1,234.50": true, "93.11%": true, "": false, "-": false, "≥5": false, "2023年": false, "12%以上": false, "—": false} {
		if IsNumber(s) != want {
			t.Errorf("IsNumber(%q): got %v", s, !want)
		}
	}
}

func TestAssign(t *testing.T) {
	a, b, other := table("甲 | 1\n乙 | 2"), table("丙 | 1\n丁 | 3"), table("x | y\nz | w")
	got := Assign([]Table{a, b}, []Table{b, other, a}, true)
	if len(got[0]) != 1 || len(got[1]) != 1 || got[0][0].Cells[0].Text != "甲" {
		t.Errorf("got %v", got)
	}
	if got := Assign([]Table{a, b}, []Table{other}, false); len(got[0]) != 1 {
		t.Error("a table of nothing must count against a form when nothing else is in the file")
	}
}
