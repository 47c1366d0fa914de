package sight

import "testing"

// TestGuarded: painting that does not come back is known to be what ended reading.
func TestGuarded(t *testing.T) {
	l := &Looker{}
	if !l.guarded(func() bool { return l.Painting }) || l.Painting {
		t.Error("painting is not marked while it is done, or still when it is over")
	}
	func() {
		defer func() { _ = recover() }()
		l.guarded(func() bool { panic("the engine ended") })
	}()
	if !l.Painting {
		t.Error("painting that did not come back is not marked")
	}
}
