package queue

import (
	"bytes"
	"context"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"

	"ziping/internal/farm"
	"ziping/internal/frame"
)

// Sending is a result on its way, and what became of it.
type Sending struct {
	Job    string
	Result *farm.Result
	Pack   []byte // what goes with it

	Fresh bool // no other worker had stored it
	Err   error
}

// PutResults stores what came of some tasks: each that has no error is there, by this
// worker or another.
func (q *Queue) PutResults(ctx context.Context, all []*Sending, trouble func(error)) {
	on := make([]sent, len(all))
	for i, s := range all {
		s.Result.Inline = len(s.Pack)
		var b bytes.Buffer
		_ = frame.Write(&b, s.Result, s.Pack) // plain data, and a buffer that grows
		on[i] = q.send(&nats.Msg{Subject: q.resultSubject(s.Job, s.Result.Key), Data: b.Bytes(), Header: nats.Header{}})
	}
	for i, s := range all {
		s.Fresh, s.Err = q.answered(ctx, on[i], trouble)
	}
}

// Results hands on the results of a job as they come, nil when there is none for now, until
// each says ErrEnough.
func (q *Queue) Results(ctx context.Context, job string, each func(r *farm.Result, pack []byte) error) error {
	return q.follow(ctx, results, q.subject("result", job, "*"), func(m jetstream.Msg) error {
		if m == nil {
			return each(nil, nil)
		}
		r := new(farm.Result)
		in := bytes.NewReader(m.Data())
		if err := frame.Read(in, r); err != nil {
			return err
		}
		pack, err := frame.Blob(in, r.Inline)
		if err != nil {
			return err
		}
		return each(r, pack)
	})
}

// Withdraw takes results of a job away, so that its tasks can be done again.
func (q *Queue) Withdraw(ctx context.Context, job, key string) error {
	if err := q.purge(ctx, dead, q.subject("dead", job, "*", key)); err != nil {
		return err
	}
	return q.purge(ctx, results, q.resultSubject(job, key))
}
