package desk

import (
	"sync"
	"testing"
	"time"

	"ziping/internal/farm"
	"ziping/internal/farm/queue"
)

// A worker holds much of what is done quickly and little of what takes long, whatever it
// holds of other lines, and asks again while it still has half.
func TestRoom(t *testing.T) {
	h := newHand(2)
	small, large := h.line(nil, farm.Small), h.line(nil, farm.Large)
	if n, m := h.room(small), h.room(large); n != 80 || m != 4 {
		t.Errorf("before any was done: room for %d small ones and %d large ones, want 80 and 4", n, m)
	}
	held := h.hold(small, make([]*queue.Delivery, 80))
	if !h.enough() || h.room(small) != 0 || h.room(large) != 0 {
		t.Error("with as much as it may hold: asks for more")
	}
	for _, task := range held {
		h.worked(task, 2*time.Millisecond)
	}
	if h.enough() || !h.idle() || h.empty() {
		t.Error("what is done and not sent counts as work")
	}
	if n := h.room(small); n != mostAhead*2 {
		t.Errorf("of what takes 2 ms: room for %d, want %d", n, mostAhead*2)
	}
	for _, task := range held {
		h.release(task)
	}
	if !h.empty() || small.undone != 0 {
		t.Errorf("%d are undone when all was let go", small.undone)
	}
	h.hold(large, make([]*queue.Delivery, 2))
	if h.enough() {
		t.Error("two that are being done and none that waits are enough")
	}
	h.hold(large, make([]*queue.Delivery, 2))
	if !h.enough() || h.room(small) != 0 {
		t.Error("four large ones are not enough for two at once")
	}
}

// Tasks are let go by whoever has them, and each counts once.
func TestHandIsShared(t *testing.T) {
	h := newHand(2)
	l := h.line(nil, farm.Small)
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for range 100 {
				task := h.hold(l, make([]*queue.Delivery, 1))[0]
				h.room(l)
				h.worked(task, time.Millisecond)
				h.release(task)
			}
		})
	}
	all.Wait()
	if l.undone != 0 || !h.empty() {
		t.Errorf("%d undone, empty %v", l.undone, h.empty())
	}
}
