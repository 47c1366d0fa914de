package queue

import (
	"encoding/json"
	"time"

	"github.com/nats-io/nats.go"
)

// Here is what a worker says of itself when it is asked.
type Here struct {
	Worker  string `json:"worker"`
	Program string `json:"program"`
	Jobs    int    `json:"jobs"`
	Held    int64  `json:"held"`
	Done    int64  `json:"done"`
	Failed  int64  `json:"failed"`
	Leaving bool   `json:"leaving,omitempty"` // it takes nothing more
}

// Answer has a worker answer when it is asked for.
func (q *Queue) Answer(say func() Here) error {
	_, err := q.NC.Subscribe(q.subject("roll"), func(m *nats.Msg) {
		if raw, err := json.Marshal(say()); err == nil {
			_ = m.Respond(raw) // whoever asked has gone
		}
	})
	return q.Explain(err)
}

// Roll asks all workers of the tenant for themselves and gives them so long to answer.
func (q *Queue) Roll(wait time.Duration) ([]Here, error) {
	in := q.NC.NewInbox()
	sub, err := q.NC.SubscribeSync(in)
	if err != nil {
		return nil, q.Explain(err)
	}
	defer func() { _ = sub.Unsubscribe() }() // the connection ends it else
	if err := q.NC.PublishRequest(q.subject("roll"), in, nil); err != nil {
		return nil, q.Explain(err)
	}
	var all []Here
	for deadline := time.Now().Add(wait); ; {
		m, err := sub.NextMsg(time.Until(deadline))
		if err != nil { // nobody else answers in time
			return all, nil
		}
		var h Here
		if json.Unmarshal(m.Data, &h) == nil && h.Worker != "" {
			all = append(all, h)
		}
	}
}

// Hint tells workers that wait that there is something to do. It may be lost: they ask
// by themselves too, now and then.
func (q *Queue) Hint() { _ = q.NC.Publish(q.subject("hint"), nil) }

// Hints are what Hint tells.
type Hints struct {
	C   <-chan struct{} // has one if there were any since it was looked at last
	sub *nats.Subscription
}

// Hints hands on hints until they are left.
func (q *Queue) Hints() (*Hints, error) {
	c := make(chan struct{}, 1)
	sub, err := q.NC.Subscribe(q.subject("hint"), func(*nats.Msg) {
		select {
		case c <- struct{}{}:
		default: // it is known
		}
	})
	return &Hints{c, sub}, q.Explain(err)
}

// Leave ends them.
func (h *Hints) Leave() { _ = h.sub.Unsubscribe() } // the connection ends them else

// Submitting has whoever asks know that a job is being submitted, until the connection ends.
func (q *Queue) Submitting(job string) error {
	_, err := q.NC.Subscribe(q.subject("submitting", job), func(m *nats.Msg) {
		_ = m.Respond(nil) // whoever asked has gone
	})
	return q.Explain(err)
}

// Submits reports whether someone is submitting a job.
func (q *Queue) Submits(job string) bool {
	_, err := q.NC.Request(q.subject("submitting", job), nil, attempt)
	return err == nil
}
