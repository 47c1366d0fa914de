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
// away are waited for.
func (q *Queue) follow(ctx context.Context, stream, subject string, do func(jetstream.Msg) error) error {
	next := uint64(1)
	for {
		err := q.readOn(ctx, stream, subject, &next, do)
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

// readOn reads a stream until something is wrong.
func (q *Queue) readOn(ctx context.Context, stream, subject string, next *uint64, do func(jetstream.Msg) error) error {
	s, err := q.JS.Stream(ctx, q.stream(stream))
	if err != nil {
		return err
	}
	c, err := s.OrderedConsumer(ctx, jetstream.OrderedConsumerConfig{
		FilterSubjects: []string{subject}, DeliverPolicy: jetstream.DeliverByStartSequencePolicy, OptStartSeq: *next,
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
		if errors.Is(err, nats.ErrTimeout) && ctx.Err() == nil {
			if !q.NC.IsConnected() {
				continue
			}
			if err := do(nil); err != nil {
				return &said{err}
			}
			continue
		}
		if err != nil {
			return err
		}
		meta, err := m.Metadata()
		if err != nil {
			return err
		}
		if meta.Sequence.Stream < *next {
			continue
		}
		*next = meta.Sequence.Stream + 1
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
