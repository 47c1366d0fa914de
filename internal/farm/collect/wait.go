package collect

import (
	"context"
	"time"

	"ziping/internal/farm"
	"ziping/internal/farm/queue"
)

// forsaken is how long nobody submits before a job that is not whole is left as it is: far
// longer than a submit takes to connect again.
const forsaken = 10 * time.Second

// submitted waits until a job is whole, as long as someone submits it.
func submitted(ctx context.Context, q *queue.Queue, j *farm.Job) (*farm.Job, error) {
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
	asked time.Time
	found int // how often, one after the other, none waited
}

// The queue is asked so often, and believed when it has said so as often: a server that
// follows another may be a moment behind, and what is done may not have been read yet.
const (
	askEvery = 2 * time.Second
	believed = 3
)

// all reports whether all tasks are gone. It is asked when all results there are were read.
func (g *gone) all(ctx context.Context) bool {
	now := time.Now()
	if now.Sub(g.asked) < askEvery {
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
