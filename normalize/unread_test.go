package normalize_test

import (
	"testing"

	"ziping/extract"
	"ziping/normalize"
)

// TestUnreadWithin has three indicators in rows 2, 4 and 6 of a table.
func TestUnreadWithin(t *testing.T) {
	at := func(table, row int) *extract.Ref { return &extract.Ref{Table: table, Row: row} }
	for _, tt := range []struct {
		name        string
		at          *extract.Ref
		first, last int
		want        bool
	}{
		{"between them", at(0, 5), 0, 2, true},
		{"beside one of them", at(0, 4), 0, 2, false},
		{"below the last", at(0, 7), 0, 2, false},
		{"above the first", at(0, 3), 1, 2, false},
		{"in another table", at(1, 5), 0, 2, false},
		{"below the last of fewer", at(0, 5), 0, 1, false},
	} {
		r := normalize.Report{Unplaced: []normalize.Unplaced{{Text: "资金使用", At: *tt.at}}}
		for _, row := range []int{2, 4, 6} {
			r.Indicators = append(r.Indicators, normalize.Indicator{Name: &normalize.Field{At: at(0, row)}})
		}
		if got := r.UnreadWithin(tt.first, tt.last); got != tt.want {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
	}
}

// TestBeginsWithin: a list without a place for first levels begins nowhere else.
func TestBeginsWithin(t *testing.T) {
	for _, tt := range []struct {
		name  string
		first *normalize.Field
		want  bool
	}{
		{"under a level", &normalize.Field{State: normalize.Parsed}, false},
		{"with a place left empty", &normalize.Field{State: normalize.Blank}, false},
		{"in a form without first levels", nil, false},
		{"below what is missing", &normalize.Field{State: normalize.Absent}, true},
	} {
		r := normalize.Report{Indicators: []normalize.Indicator{{Level1: tt.first}, {Level1: &normalize.Field{State: normalize.Absent}}}}
		if got := r.BeginsWithin(); got != tt.want {
			t.Errorf("%s: got %v", tt.name, got)
		}
	}
	if (&normalize.Report{}).BeginsWithin() {
		t.Error("no list begins")
	}
}
