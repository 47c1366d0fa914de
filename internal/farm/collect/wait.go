package collect

import (
	"context"
	"time"

	"ziping/internal/farm"
	"ziping/internal/farm/queue"
)

// Patience is for how long what is missing is waited for.
type Patience struct {
	// Forsaken is how long nobody submits before a job that is not whole is left as it
	// is: far longer than a submit takes to connect again.
	Forsaken time.Duration
	// Ask is how often the queue is asked whether tasks wait. It is believed when it has
	// said three times that none does: a server that follows another may be a moment
	// behind, and what is done may not have been read yet.
	Ask time.Duration
}

// DefaultPatience is for servers that may be far away.
var DefaultPatience = Patience{Forsaken: 10 * time.Second, Ask: 2 * time.Second}

// submitted waits until a job is whole, as long as someone submits it.
func submitted(ctx context.Context, q *queue.Queue, j *farm.Job, forsaken time.Duration) (*farm.Job, error) {
	seen := time.Now()
	for pause := 20 * time.Millisecond; !j.Whole; pause = min(2*pause, time.Second) {
		if q.Submits(j.ID) {
			seen = time.Now()
		} else if time.Since(seen) > forsaken {
			break
		}
		select {
		case <-time.After(pause):
		case <-ctx.Done():
			return j, ctx.Err()
		}
		var err error
		if j, err = q.Job(ctx, j.ID); err != nil {
			return j, err
		}
	}
	return j, nil
}

// gone finds out that no task of a job waits any more. What has no result then will have
// none: servers that lost power have forgotten the last moment before it.
type gone struct {
	q     *queue.Queue
	job   string
	every time.Duration
	asked time.Time
	found int // how often, one after the other, none waited
}

// believed is how often the queue has to say that no task waits.
const believed = 3

// all reports whether all tasks are gone. It is asked when all results there are were read.
func (g *gone) all(ctx context.Context) bool {
	now := time.Now()
	if now.Sub(g.asked) < g.every {
		return false
	}
	g.asked = now
	waits, err := g.q.Waits(ctx, g.job)
	if err == nil && !waits {
		j, err := g.q.Job(ctx, g.job)
		waits = err != nil || !j.Whole // it is being submitted again
	}
	if g.found++; err != nil || waits {
		g.found = 0
	}
	return g.found >= believed
}
