package queue

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"

	"ziping/internal/farm"
	"ziping/internal/frame"
)

// Line is where tasks of one class wait for workers of one program.
//
// It is asked through one subscription that stays: what comes late, because servers or
// this machine were busy, comes with the next asking. The client's own fetch would leave
// it lying until its time to be acknowledged is over.
type Line struct {
	q       *Queue
	ask     string // subject
	in      *nats.Subscription
	AckWait time.Duration // within which a worker has to say that it is still at it
}

// lingering is how long a line is kept that nobody asks for tasks.
const lingering = 30 * 24 * time.Hour

// Line finds the line of a class, or makes it. Workers of another program have lines of
// their own and never see these tasks.
func (q *Queue) Line(ctx context.Context, program string, class farm.Class, ackWait time.Duration) (l *Line, err error) {
	err = q.settled(ctx, func(ctx context.Context) error {
		l, err = q.line(ctx, program, class, ackWait)
		return err
	})
	return l, err
}

func (q *Queue) line(ctx context.Context, program string, class farm.Class, ackWait time.Duration) (*Line, error) {
	name := "work-" + farm.Token(program) + "-" + string(class)
	stream, err := q.JS.Stream(ctx, q.stream(tasks))
	if err != nil {
		return nil, err
	}
	c, err := stream.Consumer(ctx, name)
	if errors.Is(err, jetstream.ErrConsumerNotFound) {
		c, err = stream.CreateOrUpdateConsumer(ctx, jetstream.ConsumerConfig{
			Durable: name, Description: program, FilterSubject: q.subject("task", farm.Token(program), string(class), ">"),
			AckPolicy: jetstream.AckExplicitPolicy, AckWait: ackWait, MaxDeliver: -1, MaxAckPending: 1_000_000, InactiveThreshold: lingering,
		})
	}
	if err != nil {
		return nil, err
	}
	in, err := q.NC.SubscribeSync(q.NC.NewInbox())
	if err != nil {
		return nil, err
	}
	ask := "$JS.API.CONSUMER.MSG.NEXT." + q.stream(tasks) + "." + name
	return &Line{q, ask, in, c.CachedInfo().Config.AckWait}, nil
}

// Delivery is a task given to a worker.
type Delivery struct {
	farm.Task
	Data  []byte // the content, where it came along
	Tries int    // how often it was given out, this time included
	Err   error  // it cannot be read
	m     *nats.Msg
}

// late is how long an answer is waited for before it is left to come with the next.
const late = time.Second

// Take takes tasks that wait, at most n but for those that come late, and does not wait
// for any.
func (l *Line) Take(n int) (out []*Delivery, err error) {
	m := &nats.Msg{Subject: l.ask, Reply: l.in.Subject, Data: fmt.Appendf(nil, `{"batch":%d,"no_wait":true}`, n)}
	if err := l.q.NC.PublishMsg(m); err != nil {
		return nil, err
	}
	for len(out) < n {
		m, err := l.in.NextMsg(late)
		switch {
		case errors.Is(err, nats.ErrTimeout):
			return out, nil
		case err != nil:
			return out, err
		case m.Reply == "" && m.Header.Get("Status") == "503":
			return out, nats.ErrNoResponders
		case m.Reply == "": // there are no more
			return out, nil
		}
		out = append(out, delivery(m))
	}
	return out, nil
}

// Leave gives back what came late, and asks for nothing more.
func (l *Line) Leave() {
	for {
		m, err := l.in.NextMsg(10 * time.Millisecond)
		if err != nil {
			break
		}
		if m.Reply != "" {
			_ = m.Nak() // else it comes again by itself, later
		}
	}
	_ = l.in.Unsubscribe() // the connection ends it else
}

func delivery(m *nats.Msg) *Delivery {
	d := &Delivery{m: m, Tries: 1}
	if meta, err := m.Metadata(); err == nil {
		d.Tries = int(meta.NumDelivered)
	}
	r := bytes.NewReader(m.Data)
	if d.Err = frame.Read(r, &d.Task); d.Err == nil {
		d.Data, d.Err = frame.Blob(r, d.Content)
	}
	if d.Err != nil || d.Key == "" { // what stands in its name is enough to tell of it
		parts := strings.Split(m.Subject, ".")
		d.Job, d.Key = parts[len(parts)-2], parts[len(parts)-1]
	}
	return d
}

// Working says that the worker is still at it.
func (d *Delivery) Working() { _ = d.m.InProgress() } // else another takes it, which does no harm

// Done takes the task out of the queue.
func (d *Delivery) Done() { _ = d.m.Ack() } // else it comes again, and its result is there

// Back gives the task to another worker.
func (d *Delivery) Back() { _ = d.m.Nak() } // else that happens once the time to answer is over

// Later gives the task back for a while: this worker cannot do it now.
func (d *Delivery) Later(after time.Duration) { _ = d.m.NakWithDelay(after) }
