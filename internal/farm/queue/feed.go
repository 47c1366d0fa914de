package queue

import (
	"bytes"
	"context"
	"fmt"
	"sync"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"

	"ziping/internal/farm"
	"ziping/internal/frame"
)

// Feed queues tasks, many at a time.
type Feed struct {
	q       *Queue
	ctx     context.Context
	inOrder bool
	trouble func(error)
	sent    chan sent     // and not answered
	done    chan struct{} // closed when all are

	mu     sync.Mutex
	fresh  int
	hinted time.Time
	err    error
}

// hintEvery is how often workers are told that tasks wait, at most.
const hintEvery = 50 * time.Millisecond

// atOnce is how many messages are on their way at a time.
const atOnce = 128

// NewFeed begins to queue tasks, in their order or as it goes fastest, until Wait. trouble
// is called while servers are away or the queue is full, which is waited out.
func (q *Queue) NewFeed(ctx context.Context, inOrder bool, trouble func(error)) *Feed {
	f := &Feed{q: q, ctx: ctx, inOrder: inOrder, trouble: trouble, sent: make(chan sent, atOnce), done: make(chan struct{})}
	go func() {
		defer close(f.done)
		for s := range f.sent {
			f.count(q.answered(ctx, s, trouble))
		}
	}()
	return f
}

// Add queues a task, or finds that it waits already. again gives it to workers although it
// may have been done. The error is that of an earlier task.
func (f *Feed) Add(j *farm.Job, t *farm.Task, content []byte, again bool) error {
	t.Content = len(content)
	var b bytes.Buffer
	if err := frame.Write(&b, t, content); err != nil {
		return err
	}
	m := &nats.Msg{Subject: f.q.taskSubject(j.Plan.Program, farm.ClassOf(t.Input.Size), t.Job, t.Key), Data: b.Bytes(), Header: nats.Header{}}
	if t.Oldest {
		m.Subject = f.q.taskSubject(j.Plan.Program, farm.Middle, t.Job, t.Key)
	}
	// A message that was sent twice because its answer was lost may find its task done and
	// gone: for two minutes its id is known.
	id := fmt.Sprintf("%d.%s", j.Born, t.Key)
	if again {
		id += fmt.Sprintf(".%d", time.Now().UnixNano())
	}
	m.Header.Set(jetstream.MsgIDHeader, id)
	if f.inOrder { // one that has to be sent again would stand behind the next
		f.count(f.q.put(f.ctx, m, f.trouble))
	} else {
		f.sent <- f.q.send(m)
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.err
}

// count counts a task that was answered for.
func (f *Feed) count(fresh bool, err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if fresh {
		f.fresh++
		if now := time.Now(); now.Sub(f.hinted) > hintEvery {
			f.hinted = now
			f.q.Hint()
		}
	}
	if f.err == nil {
		f.err = err
	}
}

// Wait returns when all tasks are queued, and how many were not before. It ends the feed.
func (f *Feed) Wait() (fresh int, err error) {
	close(f.sent)
	<-f.done
	f.q.Hint()
	return f.fresh, f.err
}
