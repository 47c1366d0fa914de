package disjoint

import (
	"fmt"
	"testing"
)

// Numbers that are put together, one after the other, have the smallest of their set
// in common, in whatever order they came; others stay alone.
func TestUnion(t *testing.T) {
	for _, tt := range []struct {
		pairs [][2]int
		want  string
	}{
		{nil, "[0 1 2 3 4 5]"},
		{[][2]int{{2, 2}}, "[0 1 2 3 4 5]"},
		{[][2]int{{4, 1}}, "[0 1 2 3 1 5]"},
		{[][2]int{{1, 4}, {4, 5}}, "[0 1 2 3 1 1]"},
		{[][2]int{{5, 4}, {4, 3}, {3, 2}, {2, 1}}, "[0 1 1 1 1 1]"},
		{[][2]int{{4, 5}, {2, 3}, {3, 5}, {5, 3}}, "[0 1 2 2 2 2]"},
		{[][2]int{{0, 5}, {1, 4}, {5, 4}}, "[0 0 2 3 0 0]"},
	} {
		s := New(6)
		for _, p := range tt.pairs {
			s.Union(p[0], p[1])
		}
		var got []int
		for i := range s {
			got = append(got, s.Find(i))
		}
		if g := fmt.Sprint(got); g != tt.want {
			t.Errorf("%v: got %s, want %s", tt.pairs, g, tt.want)
		}
	}
}

// A long chain is shortened as it is looked through.
func TestFindShortens(t *testing.T) {
	s := New(1000)
	for i := 1; i < len(s); i++ {
		s[i] = i - 1
	}
	if got := s.Find(999); got != 0 || s[999] != 997 {
		t.Errorf("got %d, and 999 leads to %d", got, s[999])
	}
}
