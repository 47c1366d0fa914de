package queue

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
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

// Withdraw takes results of a job away, so that its tasks can be done again.
func (q *Queue) Withdraw(ctx context.Context, job, key string) error {
	if err := q.purge(ctx, dead, q.subject("dead", job, "*", key)); err != nil {
		return err
	}
	return q.purge(ctx, results, q.resultSubject(job, key))
}

// PutDead tells of an input that no worker could finish.
func (q *Queue) PutDead(ctx context.Context, d *farm.Dead, trouble func(error)) error {
	d.Content = 0
	var b bytes.Buffer
	if err := frame.Write(&b, d); err != nil {
		return err
	}
	_, err := q.put(ctx, &nats.Msg{Subject: q.subject("dead", d.Job, d.Class, d.Key), Data: b.Bytes()}, trouble)
	return err
}

// Dead are the inputs of a job that no worker could finish.
func (q *Queue) Dead(ctx context.Context, job string, each func(*farm.Dead) error) error {
	return q.each(ctx, dead, q.subject("dead", job, ">"), func(m jetstream.Msg) error {
		d := new(farm.Dead)
		if err := frame.Read(bytes.NewReader(m.Data()), d); err != nil {
			return err
		}
		return each(d)
	})
}

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
