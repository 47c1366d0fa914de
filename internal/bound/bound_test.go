package bound

import (
	"bytes"
	"testing"
)

// failing is a test that may fail.
type failing struct {
	testing.TB
	failed bool
}

func (f *failing) Helper()               {}
func (f *failing) Errorf(string, ...any) { f.failed = true }
func (f *failing) Failed() bool          { return f.failed }

var kept [][]byte

// What grows with its input passes; what grows faster, or takes too much at once, does not.
func TestBounds(t *testing.T) {
	keep := func(n int) { kept = append(kept[:0], make([]byte, n)) }
	data := bytes.Repeat([]byte("a"), 4<<10)
	for _, c := range []struct {
		name  string
		limit Limit
		do    func([]byte)
		fails bool
	}{
		{"in proportion", PerByte(2_000), func(b []byte) { keep(1000 * len(b)) }, false},
		{"with the square", PerByte(1 << 30), func(b []byte) { keep(len(b) * len(b)) }, true},
		{"too much", Limit{PerByte: 10}, func(b []byte) { keep(100 * len(b)) }, true},
	} {
		f := &failing{}
		Growth(f, c.limit, data, c.do)
		if f.failed != c.fails {
			t.Errorf("%s: got failed %v, want %v", c.name, f.failed, c.fails)
		}
	}
}
