package worker

import "sync"

// turns lets inputs into workers one at a time until one of them got on with
// its work. What a first worker prepares for all (compiling takes seconds and
// 300 MB) is then done once, not by every core at the same time.
type turns struct {
	first sync.Mutex
	mu    sync.Mutex
	open  bool
}

// wait returns when the caller may go on. It must call done, as soon as its
// worker gets on (true), or when its work has ended (any number of times).
func (t *turns) wait() (done func(works bool)) {
	if t.isOpen() {
		return func(bool) {}
	}
	t.first.Lock()
	if t.isOpen() {
		t.first.Unlock()
		return func(bool) {}
	}
	leave := sync.OnceFunc(t.first.Unlock)
	return func(works bool) {
		if works {
			t.mu.Lock()
			t.open = true
			t.mu.Unlock()
		}
		leave()
	}
}

func (t *turns) isOpen() bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.open
}
