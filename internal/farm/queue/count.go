package queue

import (
	"context"
	"errors"
	"strings"

	"github.com/nats-io/nats.go/jetstream"

	"ziping/internal/farm"
)

// Count is how far a job is.
type Count struct {
	Waiting map[farm.Class]int // tasks that are queued or given out
	Done    int                // results
	Dead    map[string]int     // by class
}

// Count counts a job's messages.
func (q *Queue) Count(ctx context.Context, job string) (Count, error) {
	c := Count{Waiting: map[farm.Class]int{}, Dead: map[string]int{}}
	err := errors.Join(
		q.names(ctx, tasks, q.subject("task", "*", "*", job, "*"), func(p []string) { c.Waiting[farm.Class(p[len(p)-3])]++ }),
		q.names(ctx, results, q.subject("result", job, "*"), func([]string) { c.Done++ }),
		q.names(ctx, dead, q.subject("dead", job, "*", "*"), func(p []string) { c.Dead[p[len(p)-2]]++ }))
	return c, err
}

// Waits reports whether a task of a job is queued or given out. Of a task that is neither
// the result is there: it is stored before the task goes.
func (q *Queue) Waits(ctx context.Context, job string) (bool, error) {
	ctx, cancel := context.WithTimeout(ctx, attempt)
	defer cancel()
	s, err := q.JS.Stream(ctx, q.stream(tasks))
	if err == nil {
		_, err = s.GetMsg(ctx, 1, jetstream.WithGetMsgSubject(q.subject("task", "*", "*", job, "*")))
	}
	if errors.Is(err, jetstream.ErrMsgNotFound) {
		return false, nil
	}
	return err == nil, q.Explain(err)
}

// Leader is the server that leads the work queue.
func (q *Queue) Leader(ctx context.Context) (string, error) {
	s, err := q.JS.Stream(ctx, q.stream(tasks))
	if err != nil {
		return "", q.Explain(err)
	}
	if c := s.CachedInfo().Cluster; c != nil {
		return c.Leader, nil
	}
	return "", nil
}

// DoneKeys are the keys of a job that have a result.
func (q *Queue) DoneKeys(ctx context.Context, job string) (map[string]bool, error) {
	out := map[string]bool{}
	err := q.names(ctx, results, q.subject("result", job, "*"), func(p []string) { out[p[len(p)-1]] = true })
	return out, err
}

// names hands on the subjects of the messages that a stream holds, in their parts.
func (q *Queue) names(ctx context.Context, stream, subject string, do func(parts []string)) error {
	return q.settled(ctx, func(ctx context.Context) error {
		s, err := q.JS.Stream(ctx, q.stream(stream))
		if err != nil {
			return err
		}
		info, err := s.Info(ctx, jetstream.WithSubjectFilter(subject))
		if err != nil {
			return err
		}
		for name := range info.State.Subjects {
			do(strings.Split(name, "."))
		}
		return nil
	})
}
