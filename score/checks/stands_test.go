package checks

import (
	"testing"

	"ziping/extract"
)

// TestStands: what is read before what, in lines and in one table.
func TestStands(t *testing.T) {
	line := func(n int) *extract.Ref { return &extract.Ref{Table: -1, Line: n} }
	cell := func(table, row, col int) *extract.Ref { return &extract.Ref{Table: table, Row: row, Col: col} }
	for _, tt := range []struct {
		a, b *extract.Ref
		want bool
	}{
		{line(1), line(2), true}, {line(2), line(2), false}, {line(2), line(1), false},
		{line(1), cell(0, 5, 5), false}, {cell(0, 5, 5), line(9), false},
		{cell(0, 1, 1), cell(0, 1, 2), true}, {cell(0, 1, 1), cell(0, 1, 1), false}, {cell(0, 1, 2), cell(0, 1, 1), false},
		{cell(0, 1, 2), cell(0, 2, 1), true}, {cell(0, 2, 1), cell(0, 1, 2), false}, {cell(0, 1, 1), cell(1, 2, 2), false},
	} {
		if got := stands(tt.a, tt.b); got != tt.want {
			t.Errorf("%+v before %+v: %v", *tt.a, *tt.b, got)
		}
	}
}
