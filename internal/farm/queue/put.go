package queue

import (
	"context"
	"errors"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
)

// attempt is how long one try may take, and patience the longest pause between two.
const (
	attempt  = 5 * time.Second
	patience = 2 * time.Second
)

// grace is how long an answer is waited for after the servers said that this user may not
// ask something: that comes from elsewhere, and may have been something else.
const grace = 300 * time.Millisecond

// try is the time that one attempt has. It is cancelled where the servers do not let this
// user ask: then no answer comes, and refusal tells why.
func (q *Queue) try(ctx context.Context) (try context.Context, done func()) {
	try, cancel := context.WithTimeout(ctx, attempt)
	refused := func() { time.AfterFunc(grace, cancel) }
	q.heeding.Store(&refused, nil)
	return try, func() { q.heeding.Delete(&refused); cancel() }
}

// put gives a message its name, as often as it takes: servers may be away or full for a
// while, which the message waits out. fresh is false if the name was given before. trouble
// is called with what went wrong before each pause; it may be nil.
func (q *Queue) put(ctx context.Context, m *nats.Msg, trouble func(error)) (fresh bool, err error) {
	for pause := 20 * time.Millisecond; ; pause = min(2*pause, patience) {
		try, done := q.try(ctx)
		ack, err := q.JS.PublishMsg(try, m)
		done()
		switch {
		case err == nil:
			return !ack.Duplicate, nil
		case exists(err):
			return false, nil
		case ctx.Err() != nil:
			return false, ctx.Err()
		case errors.Is(err, context.Canceled):
			return false, q.refusal()
		case hopeless(err):
			return false, q.Explain(err)
		case q.refusal() != nil:
			return false, q.refusal()
		}
		if trouble != nil {
			trouble(q.Explain(err))
		}
		select {
		case <-time.After(pause):
		case <-ctx.Done():
			return false, ctx.Err()
		}
	}
}

// sent is a message on its way.
type sent struct {
	m      *nats.Msg
	answer jetstream.PubAckFuture // nil if it could not be sent
}

// send sends a message and does not wait for its answer: messages that are sent one behind
// the other travel together, and so do their answers. To wake the other side costs as much
// as what it is woken for.
func (q *Queue) send(m *nats.Msg) sent {
	answer, err := q.JS.PublishMsgAsync(m)
	if err != nil {
		answer = nil // answered puts it
	}
	return sent{m, answer}
}

// answered waits for the answer to what was sent; what did not go through at once is put as
// often as it takes.
func (q *Queue) answered(ctx context.Context, s sent, trouble func(error)) (fresh bool, err error) {
	if s.answer != nil {
		select {
		case <-ctx.Done():
			return false, ctx.Err()
		case ack := <-s.answer.Ok():
			return !ack.Duplicate, nil
		case err := <-s.answer.Err():
			if exists(err) {
				return false, nil
			}
		}
	}
	return q.put(ctx, s.m, trouble)
}

// hopeless reports what waiting does not help.
func hopeless(err error) bool {
	return errors.Is(err, nats.ErrMaxPayload) || errors.Is(err, nats.ErrConnectionClosed) || errors.Is(err, jetstream.ErrStreamNotFound) ||
		errors.Is(err, nats.ErrPermissionViolation) || errors.Is(err, nats.ErrAuthorization) || errors.Is(err, jetstream.ErrStreamMessageExceedsMaximum)
}

// electing is how long servers may take to agree on who leads after one of them died.
const electing = time.Minute

// settled does what the servers are asked for once they have a leader.
func (q *Queue) settled(ctx context.Context, do func(context.Context) error) error {
	deadline := time.Now().Add(electing)
	for told := false; ; {
		try, done := q.try(ctx)
		err := do(try)
		done()
		if errors.Is(err, context.Canceled) && ctx.Err() == nil {
			return q.refusal()
		}
		if err == nil || !leaderless(err) || ctx.Err() != nil || time.Now().After(deadline) {
			return q.Explain(err)
		}
		if refusal := q.refusal(); refusal != nil {
			return refusal
		}
		if !told && q.o.Waiting != nil {
			q.o.Waiting()
		}
		told = true
		select {
		case <-time.After(100 * time.Millisecond):
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// leaderless reports that servers are there, and nobody of them answers for a stream.
func leaderless(err error) bool {
	var api *jetstream.APIError
	return errors.Is(err, context.DeadlineExceeded) || errors.Is(err, nats.ErrTimeout) || errors.Is(err, nats.ErrNoResponders) || errors.Is(err, jetstream.ErrNoStreamResponse) ||
		errors.Is(err, nats.ErrConnectionReconnecting) || errors.Is(err, nats.ErrDisconnected) || errors.As(err, &api) && (api.Code == 503 || api.ErrorCode == codeNoQuorum) && !errors.Is(err, jetstream.ErrJetStreamNotEnabled) && !errors.Is(err, jetstream.ErrJetStreamNotEnabledForAccount)
}

// inline is the largest message that carries contents itself: larger ones belong in the
// store, which takes them in pieces.
const inline = 256 << 10

// Inline reports whether contents of a size go with their message.
func (q *Queue) Inline(size int) bool { return int64(size) <= min(inline, q.NC.MaxPayload()/2) }
