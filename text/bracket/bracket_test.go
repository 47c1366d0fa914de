package bracket

import "testing"

func TestOpen(t *testing.T) {
	for s, want := range map[string]int{"": 0, "单位": 0, "部门(单": 1, "位)": -1, "（单位)": 0, "((单": 2, "位））": -2, ")(": 0} {
		if got := Open(s); got != want {
			t.Errorf("%s: got %d, want %d", s, got, want)
		}
	}
}
