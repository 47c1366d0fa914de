package worker

import (
	"testing"
	"time"
)

// What gets on quickly says so rarely; after a silence it says so at once.
func TestProgressIsSaidRarely(t *testing.T) {
	var n writes
	p := &pipe{out: &n}
	r := Reporter{out: p}
	p.asked()
	for range 1000 {
		r.Progress()
	}
	if n > 1 { // 1 where the machine stood still
		t.Errorf("said %d times within a moment", n)
	}
	before := n
	time.Sleep(justNow)
	if r.Progress(); n != before+1 {
		t.Errorf("said %d times after a silence, want 1", n-before)
	}
	if r.Page(); n != before+2 {
		t.Error("a page was not told, which gives its input more time")
	}
}

// writes counts messages.
type writes int

func (w *writes) Write(p []byte) (int, error) {
	*w++
	return len(p), nil
}
