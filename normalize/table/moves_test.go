package table

import "testing"

// TestMovesCost holds what moves cost: nothing in place, the row as a whole once, and each
// change within it.
func TestMovesCost(t *testing.T) {
	slots := make([]Slot, 9)
	for k := range slots {
		slots[k] = Slot{Col: k, Span: 1}
	}
	for _, tt := range []struct {
		cols, at []int
		want     int
	}{
		{nil, nil, 0},
		{[]int{0, 1, 2}, []int{0, 1, 2}, 0},
		{[]int{0, 1, 2}, []int{1, 2, 3}, costShift + 1},
		{[]int{2, 3, 4}, []int{0, 1, 2}, costShift + 2},
		{[]int{0, 1, 2}, []int{0, 2, 3}, CostChange + 1},
		{[]int{0, 1, 2}, []int{0, 2, 5}, 2*CostChange + 3},
		{[]int{1, 2, 3}, []int{0, 1, 3}, costShift + CostChange + 2},
		{[]int{0, 2, 3}, []int{1, 3, 3}, costShift + CostChange + 2},
	} {
		var cells []*Item
		for _, col := range tt.cols {
			cells = append(cells, &Item{Col: col, Span: 1})
		}
		if got := MovesCost(cells, slots, tt.at); got != tt.want {
			t.Errorf("%v at %v: %d, want %d", tt.cols, tt.at, got, tt.want)
		}
	}
}

// TestIndexOf tells the columns of an id.
func TestIndexOf(t *testing.T) {
	slots := []Slot{{ID: "name", Col: 2, Span: 2}, {ID: "score", Col: 5, Span: 1}}
	for id, want := range map[string]int{"name": 0, "score": 1, "weight": -1} {
		if got := IndexOf(slots, id); got != want || HasSlot(slots, id) != (want >= 0) {
			t.Errorf("%s: %d, want %d", id, got, want)
		}
	}
	for col, want := range map[int]bool{1: false, 2: true, 3: true, 4: false, 5: false} {
		if got := InSlot(slots, "name", &Item{Col: col, Span: 1}); got != want {
			t.Errorf("column %d: %v", col, got)
		}
		if InSlot(slots, "weight", &Item{Col: col, Span: 1}) {
			t.Errorf("column %d under a heading that is not there", col)
		}
	}
}
