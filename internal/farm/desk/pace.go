package desk

import (
	"time"

	"ziping/internal/farm"
	"ziping/internal/farm/queue"
)

// A worker holds as much as it does in a moment, so that it never waits for the next task,
// and no more, so that in the end others have their share: hundreds of small inputs, two or
// three large ones. How long tasks of a class take it learns from those it did.
const (
	ahead     = 400 * time.Millisecond // of work, for each input done at once
	leastHeld = 2                      // tasks, for each
	mostAhead = 64
)

// guess is how long tasks of a class take before any was done.
var guess = map[farm.Class]time.Duration{farm.Small: 10 * time.Millisecond, farm.Middle: 100 * time.Millisecond, farm.Large: time.Second}

// line is where tasks of a class come from.
type line struct {
	*queue.Line
	each   time.Duration // that a task takes
	undone int           // tasks of it that are held and not done
}

// took learns from a task.
func (l *line) took(d time.Duration) { l.each += (max(d, time.Millisecond/10) - l.each) / 8 }

// room is how many tasks of a line may be taken, with what is held of all lines.
func room(lines []*line, of *line, jobs int) int {
	work, tasks := undone(lines)
	n := int((ahead*time.Duration(jobs) - work) / of.each)
	return max(0, min(max(n, leastHeld*jobs-tasks), mostAhead*jobs-tasks))
}

// enough reports that so much is held that it is early to ask for more: to ask costs as
// much as a small input.
func enough(lines []*line, jobs int) bool {
	work, tasks := undone(lines)
	return tasks > jobs && (work > ahead*time.Duration(jobs)/2 || tasks > mostAhead*jobs/2)
}

// undone is what is held and not done.
func undone(lines []*line) (work time.Duration, tasks int) {
	for _, l := range lines {
		work += time.Duration(l.undone) * l.each
		tasks += l.undone
	}
	return work, tasks
}
