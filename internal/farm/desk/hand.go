package desk

import (
	"sync"
	"time"

	"ziping/internal/farm"
	"ziping/internal/farm/queue"
)

// task is one that this worker holds.
type task struct {
	*queue.Delivery
	line *line
	done bool // but for its result, which is on its way
}

// hand is the tasks that a worker holds, from when they are given to it until they are
// acknowledged or given back.
type hand struct {
	jobs  int
	freed chan struct{} // something was done, since it was looked at last

	mu    sync.Mutex
	lines []*line
	tasks map[*task]bool
}

func newHand(jobs int) *hand {
	return &hand{jobs: jobs, freed: make(chan struct{}, 1), tasks: map[*task]bool{}}
}

// line adds a line that tasks come from.
func (h *hand) line(l *queue.Line, class farm.Class) *line {
	h.lines = append(h.lines, &line{Line: l, each: guess[class]})
	return h.lines[len(h.lines)-1]
}

// hold holds what came of a line.
func (h *hand) hold(l *line, all []*queue.Delivery) (out []*task) {
	h.mu.Lock()
	defer h.mu.Unlock()
	l.undone += len(all)
	for _, d := range all {
		t := &task{Delivery: d, line: l}
		h.tasks[t] = true
		out = append(out, t)
	}
	return out
}

// worked says that a task is done and took so long.
func (h *hand) worked(t *task, took time.Duration) {
	h.mu.Lock()
	t.line.took(took)
	h.settle(t)
	h.mu.Unlock()
	h.tell()
}

func (h *hand) settle(t *task) {
	if !t.done {
		t.done = true
		t.line.undone--
	}
}

// release lets a task go.
func (h *hand) release(t *task) {
	h.mu.Lock()
	h.settle(t)
	delete(h.tasks, t)
	h.mu.Unlock()
	h.tell()
}

func (h *hand) tell() {
	select {
	case h.freed <- struct{}{}:
	default: // it is known
	}
}

func (h *hand) room(l *line) int {
	h.mu.Lock()
	defer h.mu.Unlock()
	return room(h.lines, l, h.jobs)
}

func (h *hand) enough() bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	return enough(h.lines, h.jobs)
}

// idle reports that all that is held is done.
func (h *hand) idle() bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	_, tasks := undone(h.lines)
	return tasks == 0
}

// empty reports that nothing is held.
func (h *hand) empty() bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	return len(h.tasks) == 0
}

// heartbeat says of every task held that it is being worked on.
func (h *hand) heartbeat(every time.Duration, stop <-chan struct{}) {
	tick := time.NewTicker(max(every, 10*time.Millisecond))
	defer tick.Stop()
	for {
		select {
		case <-stop:
			return
		case <-tick.C:
			h.mu.Lock()
			for t := range h.tasks {
				t.Working()
			}
			h.mu.Unlock()
		}
	}
}
