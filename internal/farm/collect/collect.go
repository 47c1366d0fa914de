// Package collect joins the plan of a job with its results and has ziping write the
// outputs, the account and the summary: the same bytes as a run on one machine.
package collect

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"ziping/extract"
	"ziping/internal/farm"
	"ziping/internal/farm/pack"
	"ziping/internal/farm/program"
	"ziping/internal/farm/queue"
	"ziping/internal/farm/store"
	"ziping/internal/relay"
)

// Options say how a job is collected.
type Options struct {
	Flags   []string // of relay-gather
	Wait    bool     // until all is done
	Stdout  io.Writer
	Stderr  io.Writer
	Trouble func(error)
	Each    func(done, of int)
	Patience
}

// Collected is what was there.
type Collected struct {
	Whole        bool // all of it was submitted
	Lost         bool // what is not done waits nowhere: servers lost it
	Inputs, Done int  // Done counts those that could not be read too
	Tasks        int
	Again        int // tasks that were given out more than once
	Tries        int // deliveries of all tasks
	Work         time.Duration
}

// flushEvery is how long results may wait for others to be written with, while there are
// none for now.
const flushEvery = 300 * time.Millisecond

// Do collects a job. The error is a *program.ExitError where ziping ended otherwise than
// well.
func Do(ctx context.Context, q *queue.Queue, p *program.Program, j *farm.Job, o Options) (c Collected, err error) {
	if p.Name != j.Plan.Program {
		return c, &farm.Problem{
			Message: extract.Text{ZH: fmt.Sprintf("任务 %s 由 ziping %s 提交，此处是 %s", j.ID, j.Plan.Program, p.Name), EN: fmt.Sprintf("job %s was submitted by ziping %s, this is %s", j.ID, j.Plan.Program, p.Name)},
			Hint:    extract.Text{ZH: "请用同一版本收取，或重新提交", EN: "collect it with the same version, or submit it again"},
		}
	}
	if o.Wait {
		if j, err = submitted(ctx, q, j, o.Forsaken); err != nil {
			return c, err
		}
		o.Wait = j.Whole // for what nobody submits nobody can wait
	}
	c.Whole = j.Whole
	s, err := store.Open(ctx, j.Store, q.JS, q)
	if err != nil {
		return c, err
	}
	waiting := map[string][]relay.Input{}
	var unread []relay.Input
	err = q.Inputs(ctx, j, func(in relay.Input) error {
		c.Inputs++
		if in.Failure != nil {
			unread = append(unread, in)
			return nil
		}
		key := farm.KeyOf(&j.Plan, &in)
		waiting[key] = append(waiting[key], in)
		return nil
	})
	if err != nil {
		return c, err
	}
	dir := j.Dir // the summary leads to the inputs from where they were submitted
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		dir = "" // another machine
	}
	g, err := p.Gather(&j.Plan, dir, append(o.Flags, "--lang", j.Plan.Lang), o.Stdout, o.Stderr)
	if err != nil {
		return c, err
	}
	for i := range unread {
		if err := g.Add(&relay.Done{Input: unread[i]}, nil); err != nil {
			return c, err
		}
		c.Done++
	}
	tasks := len(waiting)
	gone := &gone{q: q, job: j.ID, every: o.Ask}
	flushed := time.Now()
	var buf []byte // for what comes out of packs
	err = q.Results(ctx, j.ID, func(r *farm.Result, packed []byte) (err error) {
		if len(waiting) == 0 || r == nil && !o.Wait {
			return queue.ErrEnough
		}
		if r == nil && gone.all(ctx) {
			c.Lost = true
			return queue.ErrEnough
		}
		if r == nil {
			if now := time.Now(); now.Sub(flushed) > flushEvery {
				flushed = now
				return g.Flush()
			}
			return nil
		}
		inputs, mine := waiting[r.Key]
		if !mine { // of the job as it was submitted before
			return nil
		}
		if r.Place != "" {
			if packed, err = fetch(ctx, s, r, o.Trouble); err != nil {
				return err
			}
		}
		var blobs [][]byte
		if blobs, buf, err = pack.Unpack(buf, packed, r.Small, r.Blobs); err != nil {
			return damaged(r.Key, err)
		}
		for i := range inputs {
			if err := g.Add(&relay.Done{Input: inputs[i], Error: r.Error, MS: r.MS}, blobs); err != nil {
				return err
			}
			c.Done++
		}
		delete(waiting, r.Key)
		c.Tasks++
		c.Tries += r.Tries
		c.Work += time.Duration(r.MS) * time.Millisecond
		if r.Tries > 1 {
			c.Again++
		}
		if o.Each != nil {
			o.Each(c.Tasks, tasks)
		}
		return nil
	})
	var exit *program.ExitError
	if errors.As(err, &exit) {
		return c, err
	}
	if err != nil {
		g.Cut()
		return c, err
	}
	return c, g.End()
}

// fetch brings the outputs of an input out of the store, the same that were put in.
func fetch(ctx context.Context, s store.Store, r *farm.Result, trouble func(error)) (packed []byte, err error) {
	err = store.Patiently(ctx, trouble, func() (err error) { packed, err = s.Get(ctx, r.Place); return err })
	if sum := sha256.Sum256(packed); err == nil && hex.EncodeToString(sum[:]) == r.SHA256 {
		return packed, nil
	}
	return nil, damaged(r.Place, err)
}

func damaged(what string, err error) error {
	return &farm.Problem{
		Message: extract.Text{ZH: "存储中的 " + what + " 缺失或损坏", EN: what + " is missing from the store, or damaged"},
		Hint:    extract.Text{ZH: "请用 ziping-farm forget 去掉任务后重新提交", EN: "take the job away with ziping-farm forget, and submit it again"}, Err: err,
	}
}
