package marks

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"ziping/extract"
	"ziping/normalize/lexicon"
	"ziping/normalize/table"
	"ziping/normalize/value"
	"ziping/text/num"
)

var columns = []table.Slot{
	{Col: 0, Span: 1, ID: "name", Missing: 30},
	{Col: 1, Span: 1, ID: "target", Missing: 6},
	{Col: 2, Span: 1, ID: "actual", Missing: 5},
	{Col: 3, Span: 1, ID: "weight", Missing: 3},
	{Col: 4, Span: 1, ID: "score", Missing: 3},
}

// listed is a list of rows, a line for each, whose cells say behind @ in which of the columns
// they are read; one that begins with ! does not stand as it is printed. Figures fit marks
// best, 8.0 hardly and 8.00 not.
func listed(slots []table.Slot, rows string) *List {
	l := &List{Slots: slots}
	for line := range strings.SplitSeq(strings.TrimSpace(rows), "\n") {
		r := Row{Printed: true}
		for c := range strings.FieldsSeq(line) {
			if c == "!" {
				r.Printed = false
				continue
			}
			text, at, _ := strings.Cut(c, "@")
			col, _ := strconv.Atoi(at)
			it := table.NewItem(lexicon.Default(), text, col, 1, 1, extract.Ref{})
			r.Cells, r.At = append(r.Cells, &it), append(r.At, col)
		}
		r.Fit = func(c, s int) int {
			it := r.Cells[c]
			mark := slots[s].ID == "weight" || slots[s].ID == "score"
			switch bare := it.Figure().IsFigure() && it.Figure().Unit == ""; {
			case (slots[s].ID == "name") != !it.Figure().IsFigure(), mark && !bare:
				return table.Infinite
			case mark && it.Text == "8.0":
				return doubtful - 1
			case mark && it.Text == "8.00":
				return doubtful
			case !mark && bare:
				return 5
			}
			return 0
		}
		l.Rows = append(l.Rows, r)
	}
	return l
}

// TestSettle: rows move where only so the weights make the full mark and the scores the total.
func TestSettle(t *testing.T) {
	const fixed = "甲@0 90%@1 90%@2 92@3 90@4\n"
	wide := slices.Clone(columns)
	for k := range 12 {
		wide = append(wide, table.Slot{Col: 5 + k, Span: 1, ID: "other"})
	}
	for _, tt := range []struct {
		about, rows, total string // weight and score of the total and of the budget, - for none
		slots              []table.Slot
		want               string
	}{
		{"of 8 points 8", fixed + "乙@0 90%@1 8@2 8@3", "- 98 0 0", columns, "[0 1 3 4]"},
		{"no score yet", fixed + "乙@0 90%@1 8@2 8@3", "- 90 0 0", columns, ""},
		{"no total", fixed + "乙@0 90%@1 8@2 8@3", "- - 0 0", columns, ""},
		{"no column of marks", fixed + "乙@0 90%@1 8@2 8@3", "- 98 0 0", columns[:4], ""},
		{"no column of full marks", "甲@0 90%@1 90%@2 90@3\n乙@0 90%@1 8@2 8@3", "0 98 0 0", append(slices.Clone(columns[:3]), columns[4]), ""},
		{"the full mark is printed", "甲@0 90%@1 90%@2 42@3 40@4\n乙@0 90%@1 8@2 8@3", "50 48 0 0", columns, "[0 1 3 4]"},
		{"and another", "甲@0 90%@1 90%@2 42@3 40@4\n乙@0 90%@1 8@2 8@3", "60 48 0 0", columns, ""},
		{"beside the budget's", "甲@0 90%@1 90%@2 82@3 80@4\n乙@0 90%@1 8@2 8@3", "- 97 10 9", columns, "[0 1 3 4]"},
		{"the budget's stand in the list", fixed + "乙@0 90%@1 8@2 8@3", "- 98 10 9", columns, "[0 1 3 4]"},
		{"the budget's stand in the list, and it holds", fixed + "乙@0 90%@1 8@2 8@3", "- 90 8 8", columns, ""},
		{"with the budget's it holds", "甲@0 90%@1 90%@2 82@3 80@4\n乙@0 90%@1 8@2 8@3", "- 89 10 9", columns, ""},
		{"either of two", "甲@0 90%@1 90%@2 84@3 80@4\n乙@0 90%@1 8@2 8@3\n丙@0 80%@1 8@2 8@3", "- 88 0 0", columns, ""},
		{"both of two", "甲@0 90%@1 90%@2 84@3 80@4\n乙@0 90%@1 8@2 8@3\n丙@0 80%@1 8@2 8@3", "- 96 0 0", columns, "[0 1 3 4] [0 1 3 4]"},
		{"one of two that differ", "甲@0 90%@1 90%@2 86@3 80@4\n乙@0 90%@1 8@2 8@3\n丙@0 80%@1 6@2 6@3", "- 86 0 0", columns, "- [0 1 3 4]"},
		{"a row with both marks stays", "甲@0 90%@1 90%@2 90@3 90@4\n乙@0 90%@1 4@3 4@4\n丙@0 90%@1 10@2 10@3", "- 94 0 0", columns, ""},
		{"not where it does not stand as printed", "甲@0 90%@1 90%@2 90@3 90@4\n! 乙@0 90%@1 4@3 4@4\n丙@0 90%@1 10@2 10@3", "- 94 0 0", columns, "[0 1 2 4] -"},
		{"one without a score may move", fixed + "乙@0 90%@1 90%@2 8@3\n! 丙@0 90%@1 90%@2 8@3", "- 98 0 0", columns, ""},
		{"nor one whose cells leave too much empty", "甲@0 90%@1 90%@2 100@3 90@4\n! 乙@0 8@3", "- 98 0 0", slices.Concat(columns[:2], []table.Slot{{Col: 2, Span: 1, ID: "actual", Missing: 6}}, columns[3:]), ""},
		{"just not too much", "甲@0 90%@1 90%@2 100@3 90@4\n! 乙@0 8@3", "- 98 0 0", columns, "[0 4]"},
		{"hardly a mark", "甲@0 90%@1 90%@2 92@3 90@4\n! 乙@0 90%@1 8.0@2 8.0@3", "- 98 0 0", columns, "[0 1 3 4]"},
		{"no mark", "甲@0 90%@1 90%@2 92@3 90@4\n! 乙@0 90%@1 8.00@2 8.00@3", "- 98 0 0", columns, ""},
		{"of those with the same marks the nearest", "甲@0 90%@1 90%@2 100@3 90@4\n! 乙@0 8@2 8@3", "- 98 0 0", columns, "[0 2 4]"},
		{"too many ways", fixed + "! 乙@0 90%@1 8@2 8@3 0@5 0@6 0@7 0@8 0@9 0@10", "- 98 0 0", wide, ""},
		{"no column of scores, and none in all", "甲@0 90%@1 90%@2 92@3\n! 乙@0 90%@1 8@2", "- 0 0 0", columns[:4], ""},
		{"no column of full marks, and none in all", "甲@0 90%@1 90%@2 90@3\n! 乙@0 90%@1 8@2", "0 98 0 0", append(slices.Clone(columns[:3]), columns[4]), ""},
		{"nor what is empty behind", "甲@0 90%@1 90%@2 92@3 98@4\n! 乙@0 8@4", "- 98 0 0", slices.Concat(columns[:2], []table.Slot{{Col: 2, Span: 1, ID: "actual", Missing: 6}}, columns[3:]), ""},
		{"to what is looked at first", fixed + "! 乙@0 90%@1 8@3 8@4", "- 90 0 0", columns, "[0 1 2 3]"},
		{"either of two, to what is looked at first", "甲@0 90%@1 90%@2 84@3 80@4\n! 乙@0 90%@1 8@3 8@4\n! 丙@0 80%@1 8@3 8@4", "- 88 0 0", columns, ""},
		{"as read it holds, though a figure hardly fits", fixed + "! 乙@0 90%@1 8.00@3 8@4\n! 丙@0 90%@1 8@2 0@4", "- 98 0 0", columns, ""},
		{"without units among figures", "甲@0 90%@1 90%@2 92@3 90@4\n乙@0 8@1 8@2 8@3", "- 98 0 0", columns, "[0 1 3 4]"},
	} {
		l := listed(tt.slots, tt.rows)
		var figures [4]string
		fmt.Sscan(tt.total, &figures[0], &figures[1], &figures[2], &figures[3])
		total := Total{Budget: Sum{num.MustParse(figures[2]), num.MustParse(figures[3])}}
		if figures[0] != "-" {
			total.Weight = value.Figure(figures[0])
		}
		if figures[1] != "-" {
			total.Score = value.Figure(figures[1])
		}
		changed := l.Settle(total)
		var got []string
		for k := range l.Rows {
			if k == 0 {
				continue
			}
			s := "-"
			if slices.Contains(changed, k) {
				s = fmt.Sprint(l.Rows[k].At)
			}
			got = append(got, s)
		}
		if g := strings.Join(got, " "); g != tt.want && !(len(changed) == 0 && tt.want == "") {
			t.Errorf("%s: got %s, want %s", tt.about, g, tt.want)
		}
	}
}

// TestOpen: a list is open where a row does not stand as it is printed, or answers a target with
// a unit by a bare figure and ends before its score.
func TestOpen(t *testing.T) {
	const fixed = "甲@0 90%@1 90%@2 92@3 90@4\n"
	for rows, want := range map[string]bool{
		fixed:                               false,
		fixed + "! 乙@0 90%@1 90%@2 8@3 8@4": true,
		fixed + "乙@0 90%@1 8@2 8@3":         true,
		fixed + "乙@0 90%@1 8@2 8@4":         false,
		fixed + "乙@0 90%@1 8@3":             false,
		fixed + "乙@0 8@2 8@3":               false,
		fixed + "乙@0 9@1 8@2 8@3":           false,
		fixed + "乙@0 90%@1 90%@2 8@3":       false,
		fixed + "乙@0 已建成@1 8@2 8@3":         true,
		fixed + "乙@0 90%@1 已建成@2 8@3":       false,
	} {
		if got := listed(columns, rows).Open(); got != want {
			t.Errorf("%s: got %v", rows, got)
		}
	}
}
