package queue

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"

	"ziping/extract"
	"ziping/internal/farm"
	"ziping/internal/relay"
)

// PutJob tells of a job, or tells anew.
func (q *Queue) PutJob(ctx context.Context, j *farm.Job, trouble func(error)) error {
	raw, err := json.Marshal(j)
	if err != nil {
		return err
	}
	_, err = q.put(ctx, &nats.Msg{Subject: q.subject("plan", j.ID, "head"), Data: raw}, trouble)
	return err
}

// Job finds a job; an unknown one is a *farm.Problem that names those there are.
func (q *Queue) Job(ctx context.Context, id string) (j *farm.Job, err error) {
	err = q.settled(ctx, func(ctx context.Context) error {
		j, err = q.job(ctx, id)
		return err
	})
	return j, err
}

func (q *Queue) job(ctx context.Context, id string) (*farm.Job, error) {
	s, err := q.JS.Stream(ctx, q.stream(plans))
	if errors.Is(err, jetstream.ErrStreamNotFound) {
		return nil, noFarm(q.o.URL, q.Tenant)
	}
	if err != nil {
		return nil, err
	}
	m, err := s.GetLastMsgForSubject(ctx, q.subject("plan", id, "head"))
	if errors.Is(err, jetstream.ErrMsgNotFound) {
		return nil, q.noJob(ctx, id)
	}
	if err != nil {
		return nil, err
	}
	j := new(farm.Job)
	return j, json.Unmarshal(m.Data, j)
}

func (q *Queue) noJob(ctx context.Context, id string) error {
	var names []string
	if all, err := q.Jobs(ctx); err == nil {
		for _, j := range all {
			names = append(names, j.ID)
		}
	}
	hint := extract.Text{ZH: "没有任何任务；请先 ziping-farm submit", EN: "there are none; ziping-farm submit comes first"}
	if names != nil {
		hint = extract.Text{ZH: "现有：" + strings.Join(names, "、"), EN: "there are: " + strings.Join(names, ", ")}
	}
	return &farm.Problem{Message: extract.Text{ZH: fmt.Sprintf("没有任务 %q", id), EN: fmt.Sprintf("there is no job %q", id)}, Hint: hint}
}

// Jobs are all jobs of the tenant, the latest last.
func (q *Queue) Jobs(ctx context.Context) ([]*farm.Job, error) {
	var all []*farm.Job
	err := q.each(ctx, plans, q.subject("plan", "*", "head"), func(m jetstream.Msg) error {
		j := new(farm.Job)
		if err := json.Unmarshal(m.Data(), j); err != nil {
			return err
		}
		all = append(all, j)
		return nil
	})
	slices.SortFunc(all, func(a, b *farm.Job) int { return cmp.Or(a.At.Compare(b.At), strings.Compare(a.ID, b.ID)) })
	return all, err
}

// PutInputs puts the n-th chunk of a job's inputs.
func (q *Queue) PutInputs(ctx context.Context, job string, n int, inputs []relay.Input, trouble func(error)) error {
	var b bytes.Buffer
	z, err := gzip.NewWriterLevel(&b, gzip.BestSpeed)
	if err != nil {
		return err
	}
	enc := json.NewEncoder(z)
	enc.SetEscapeHTML(false)
	for i := range inputs {
		if err := enc.Encode(&inputs[i]); err != nil {
			return err
		}
	}
	if err := z.Close(); err != nil {
		return err
	}
	_, err = q.put(ctx, &nats.Msg{Subject: q.subject("plan", job, "inputs", fmt.Sprintf("%08d", n)), Data: b.Bytes()}, trouble)
	return err
}

// Inputs hands on the inputs of a job in the order in which they were submitted.
func (q *Queue) Inputs(ctx context.Context, j *farm.Job, each func(relay.Input) error) error {
	for n := range j.Chunks {
		var m *jetstream.RawStreamMsg
		err := q.settled(ctx, func(ctx context.Context) error {
			s, err := q.JS.Stream(ctx, q.stream(plans))
			if err == nil {
				m, err = s.GetLastMsgForSubject(ctx, q.subject("plan", j.ID, "inputs", fmt.Sprintf("%08d", n)))
			}
			return err
		})
		if err != nil {
			return err
		}
		z, err := gzip.NewReader(bytes.NewReader(m.Data))
		if err != nil {
			return err
		}
		for dec := json.NewDecoder(z); ; {
			var in relay.Input
			if err := dec.Decode(&in); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				return err
			}
			if err := each(in); err != nil {
				return err
			}
		}
	}
	return nil
}

// Forget takes a job away, with its tasks and results. What was collected stays.
func (q *Queue) Forget(ctx context.Context, job string) error {
	for _, x := range [][2]string{
		{tasks, q.subject("task", "*", "*", job, ">")}, {results, q.subject("result", job, ">")},
		{dead, q.subject("dead", job, ">")}, {plans, q.subject("plan", job, ">")},
	} {
		if err := q.purge(ctx, x[0], x[1]); err != nil {
			return err
		}
	}
	return nil
}

func (q *Queue) purge(ctx context.Context, stream, subject string) error {
	s, err := q.JS.Stream(ctx, q.stream(stream))
	if err == nil {
		err = s.Purge(ctx, jetstream.WithPurgeSubject(subject))
	}
	return q.Explain(err)
}
