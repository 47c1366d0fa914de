package queue

import (
	"bytes"
	"context"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"

	"ziping/internal/farm"
	"ziping/internal/frame"
)

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
