package desk

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"sync"
	"time"

	"ziping/extract"
	"ziping/internal/batch"
	"ziping/internal/farm"
	"ziping/internal/farm/pack"
	"ziping/internal/farm/queue"
	"ziping/internal/farm/store"
	"ziping/internal/worker"
)

// do does one task and hands on what came of it.
func (d *desk) do(ctx, drain context.Context, t *task, storing *sync.WaitGroup) {
	if drain.Err() != nil || d.replaced.Load() {
		d.giveBack(t)
		return
	}
	if t.Tries > 1 {
		d.f.Again.Add(1)
	}
	job, err := d.job(ctx, t)
	switch {
	case err != nil:
		d.trouble(err)
		d.giveBack(t)
		return
	case job == nil: // gone, or submitted anew with other options
		t.Done()
		d.release(t)
		return
	}
	begun := time.Now()
	r := &farm.Result{Key: t.Key, Worker: d.o.Name, Tries: t.Tries}
	var blobs [][]byte
	if t.Tries > d.o.Tries {
		r.Error, r.Failed = farm.Poisoned(t.Tries-1), farm.Poison
	} else {
		content, err := d.content(ctx, job, t)
		var mine *extract.Error
		if err != nil && !errors.As(err, &mine) { // nothing of the input's
			if ctx.Err() == nil {
				d.trouble(err)
				t.Later(d.o.Later)
			}
			d.release(t)
			return
		}
		if err == nil {
			var answer worker.Answer
			answer, err = d.o.Pool.Do(job.Plan.Work(&t.Input, content))
			if err == nil {
				blobs = append([][]byte{answer.Value}, answer.Blobs...)
				r.Failed = failureOf(answer.Value)
			}
		}
		if err != nil {
			r.Error = worker.AsFailure(err)
			r.Failed = string(r.Error.Kind)
		}
	}
	took := time.Since(begun)
	r.MS = took.Milliseconds()
	d.f.Busy.Add(r.MS)
	t.Data = nil
	d.hand.worked(t, took)
	d.finish(ctx, job, &parcel{t, queue.Sending{Job: t.Job, Result: r}}, blobs, storing)
}

// finish packs what came of a task and leaves it to be sent; what is too large for a
// message is stored first, beside the next task.
func (d *desk) finish(ctx context.Context, job *farm.Job, p *parcel, blobs [][]byte, storing *sync.WaitGroup) {
	r := p.Result
	for _, b := range blobs {
		r.Blobs = append(r.Blobs, len(b))
		d.f.Bytes.Add(int64(len(b)))
	}
	p.Pack, r.Small = pack.Pack(blobs)
	if d.q.Inline(len(p.Pack)) {
		d.out <- p
		return
	}
	large := p.Pack
	sum := sha256.Sum256(large)
	p.Pack, r.Place, r.SHA256 = nil, store.OutputName(r.Key), hex.EncodeToString(sum[:])
	d.storing <- struct{}{} // a store that is slow, or full, holds the work up
	storing.Go(func() {
		defer func() { <-d.storing }()
		if d.otherProgram() {
			d.giveBack(p.task)
			return
		}
		s, err := d.store(ctx, job)
		if err == nil {
			err = store.Patiently(ctx, d.trouble, func() error { return s.Put(ctx, r.Place, large) })
		}
		if err != nil {
			d.trouble(err)
			d.giveBack(p.task)
			return
		}
		d.out <- p
	})
}

// failureOf is the kind of failure that an answer tells of, "" of one that is none.
func failureOf(answer []byte) string {
	if !bytes.Contains(answer, []byte(`"`+batch.Failed+`"`)) { // as of most
		return ""
	}
	var out struct {
		Status  batch.Status
		Failure *batch.Failure
	}
	if json.Unmarshal(answer, &out) == nil && out.Status == batch.Failed && out.Failure != nil {
		return out.Failure.Kind
	}
	return ""
}

// content is what an input holds, the same that was submitted. What is wrong with that is
// an *extract.Error; any other error is about this worker and its store.
func (d *desk) content(ctx context.Context, j *farm.Job, t *task) ([]byte, error) {
	data := t.Data
	if t.Err != nil {
		return nil, unreadable(extract.Text{ZH: "队列中的任务损坏", EN: "its task in the queue is damaged"}, t.Err)
	}
	if t.Place != "" {
		s, err := d.store(ctx, j)
		if err != nil {
			return nil, err
		}
		err = store.Patiently(ctx, d.trouble, func() (err error) { data, err = s.Get(ctx, t.Place); return err })
		if err != nil && !errors.Is(err, store.ErrNone) {
			return nil, err
		}
		if err != nil {
			return nil, unreadable(extract.Text{ZH: "存储中取不到输入", EN: "the store does not give the input"}, err)
		}
	}
	if sum := sha256.Sum256(data); t.Input.SHA256 != "" && hex.EncodeToString(sum[:]) != t.Input.SHA256 {
		return nil, unreadable(extract.Text{ZH: "提交之后，输入的内容改变了", EN: "the input has changed since it was submitted"}, nil)
	}
	return data, nil
}

func unreadable(why extract.Text, err error) error {
	return &extract.Error{
		Kind: extract.ErrRead, Reason: why, Err: err,
		Hint: extract.Text{ZH: "请重新提交：ziping-farm submit --again", EN: "submit it again: ziping-farm submit --again"},
	}
}
