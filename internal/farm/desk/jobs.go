package desk

import (
	"context"
	"errors"

	"ziping/extract"
	"ziping/internal/farm"
	"ziping/internal/farm/store"
)

// job is the job of a task, nil if the task is of none that is there now.
func (d *desk) job(ctx context.Context, t *task) (*farm.Job, error) {
	d.mu.Lock()
	j := d.jobs[t.Job]
	d.mu.Unlock()
	if j != nil && of(j, t) {
		return j, nil
	}
	j, err := d.q.Job(ctx, t.Job)
	var none *farm.Problem
	if errors.As(err, &none) && none.Err == nil { // not that nobody could say
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	d.mu.Lock()
	d.jobs[t.Job] = j
	d.mu.Unlock()
	if !of(j, t) {
		return nil, nil
	}
	return j, nil
}

// of reports whether a task is one of a job as it was submitted last. One that cannot be
// read is: content tells of it.
func of(j *farm.Job, t *task) bool {
	return t.Err != nil || farm.KeyOf(&j.Plan, &t.Input) == t.Key
}

// store opens the store of a job, if this worker may use it.
func (d *desk) store(ctx context.Context, j *farm.Job) (store.Store, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if s := d.stores[j.Store]; s != nil {
		return s, nil
	}
	if j.Store != store.NATS && j.Store != d.o.Store {
		return nil, &farm.Problem{
			Message: extract.Text{ZH: "任务 " + j.ID + " 的存储是 " + j.Store + "，本工作机没有获准使用", EN: "job " + j.ID + " keeps its files in " + j.Store + ", which this worker was not given"},
			Hint:    extract.Text{ZH: "请用 ziping-farm work --store " + j.Store + " 启动", EN: "start it with ziping-farm work --store " + j.Store},
		}
	}
	s, err := store.Open(ctx, j.Store, d.q.JS, d.q)
	if err == nil {
		d.stores[j.Store] = s
	}
	return s, err
}
