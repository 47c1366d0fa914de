package queue

import (
	"context"
	"errors"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"

	"ziping/internal/farm"
)

// ErrEnough ends a reading of a stream by whoever reads it.
var ErrEnough = errors.New("enough")

// each hands on the messages that a stream holds now.
func (q *Queue) each(ctx context.Context, stream, subject string, do func(jetstream.Msg) error) error {
	return q.follow(ctx, stream, subject, func(m jetstream.Msg) error {
		if m == nil {
			return ErrEnough
		}
		return do(m)
	})
}

// What is held of a stream that is read, and how long nothing may come before that is said.
const (
	heldBytes = 8 << 20
	silence   = 500 * time.Millisecond
)

// follow hands on the messages of a stream in their order and as they come, each once,
// and nil whenever there is none for now. It ends when do says ErrEnough. Servers that are
// away are waited for; where they come back without what was read last, as after a power
// cut, all that they have is handed on again.
func (q *Queue) follow(ctx context.Context, stream, subject string, do func(jetstream.Msg) error) error {
	var p place
	for {
		err := q.readOn(ctx, stream, subject, &p, do)
		var said *said
		var problem *farm.Problem
		switch {
		case errors.As(err, &said) && errors.Is(said.err, ErrEnough):
			return nil
		case errors.As(err, &said):
			return said.err
		case ctx.Err() != nil:
			return ctx.Err()
		case errors.As(err, &problem), hopeless(err), errors.Is(err, jetstream.ErrStreamNotFound):
			return q.Explain(err)
		}
		select {
		case <-time.After(silence):
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// said is what whoever reads a stream said to a message.
type said struct{ err error }

func (s *said) Error() string { return s.err.Error() }

// place is how far a stream was read: the number of the message that was read last, 0 of
// none, and when it was stored. A number alone may be given again to another message.
type place struct {
	last uint64
	at   time.Time
}

// still reports whether what was read last is there and the same.
func (p *place) still(ctx context.Context, s jetstream.Stream) (bool, error) {
	if p.last == 0 {
		return true, nil
	}
	m, err := s.GetMsg(ctx, p.last)
	if errors.Is(err, jetstream.ErrMsgNotFound) {
		return false, nil
	}
	return err == nil && m.Time.Equal(p.at), err
}

// errAgain says that the servers were away meanwhile.
var errAgain = errors.New("connected again")

// readOn reads a stream until something is wrong, or may be.
func (q *Queue) readOn(ctx context.Context, stream, subject string, p *place, do func(jetstream.Msg) error) error {
	connections := q.NC.Stats().Reconnects
	s, err := q.JS.Stream(ctx, q.stream(stream))
	if err != nil {
		return err
	}
	if there, err := p.still(ctx, s); err != nil {
		return err
	} else if !there {
		*p = place{}
	}
	c, err := s.OrderedConsumer(ctx, jetstream.OrderedConsumerConfig{
		FilterSubjects: []string{subject}, DeliverPolicy: jetstream.DeliverByStartSequencePolicy, OptStartSeq: p.last + 1,
		InactiveThreshold: time.Minute,
	})
	if err != nil {
		return err
	}
	messages, err := c.Messages(jetstream.PullMaxBytes(heldBytes))
	if err != nil {
		return err
	}
	defer messages.Stop()
	if info, err := c.Info(ctx); err == nil && info.NumPending == 0 && info.Delivered.Consumer == 0 {
		if err := do(nil); err != nil {
			return &said{err}
		}
	}
	for {
		m, err := messages.Next(jetstream.NextMaxWait(silence))
		switch {
		case q.NC.Stats().Reconnects != connections:
			return errAgain
		case errors.Is(err, nats.ErrTimeout) && ctx.Err() == nil:
			if !q.NC.IsConnected() {
				continue
			}
			if err := do(nil); err != nil {
				return &said{err}
			}
			continue
		case err != nil:
			return err
		}
		meta, err := m.Metadata()
		if err != nil {
			return err
		}
		if meta.Sequence.Stream <= p.last {
			continue
		}
		*p = place{meta.Sequence.Stream, meta.Timestamp}
		err = do(m)
		if err == nil && meta.NumPending == 0 {
			err = do(nil)
		}
		if err != nil {
			return &said{err}
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
	}
}
