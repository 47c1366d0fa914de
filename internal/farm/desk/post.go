package desk

import (
	"context"
	"slices"
	"time"

	"ziping/extract"
	"ziping/internal/farm"
	"ziping/internal/farm/queue"
)

// parcel is a task that is done with its result on its way.
type parcel struct {
	*task
	queue.Sending
}

// Results are sent by the handful: to wake the other side costs as much as what it is
// woken for. None waits longer than a moment, or for another that is not under way.
const (
	handful      = 32
	handfulBytes = 1 << 20
	handfulWait  = 250 * time.Millisecond
)

// post sends what is done until there is no more.
func (d *desk) post(ctx context.Context) {
	for {
		p, more := <-d.out
		if !more {
			return
		}
		some := []*parcel{p}
		bytes := len(p.Pack)
		late := time.NewTimer(handfulWait)
	gather:
		for len(some) < handful && bytes < handfulBytes && (!d.hand.idle() || len(d.out) > 0) {
			select {
			case p, more := <-d.out:
				if !more {
					break gather
				}
				some = append(some, p)
				bytes += len(p.Pack)
			case <-late.C:
				break gather
			}
		}
		late.Stop()
		d.send(ctx, some)
	}
}

// send stores results and then acknowledges their tasks. Whatever stops it before that,
// the tasks come again.
func (d *desk) send(ctx context.Context, some []*parcel) {
	if d.otherProgram() {
		for _, p := range some {
			d.giveBack(p.task)
		}
		return
	}
	all := make([]*queue.Sending, len(some))
	for i, p := range some {
		all[i] = &p.Sending
	}
	d.q.PutResults(ctx, all, d.trouble)
	for _, p := range some {
		d.sent(ctx, p)
	}
}

// otherProgram reports that ziping was replaced, and who knows which one did what is done:
// nothing of it may be stored.
func (d *desk) otherProgram() bool {
	if d.o.Program.Replaced() {
		d.replaced.Store(true)
	}
	return d.replaced.Load()
}

// dying are the kinds of failure that a dead letter is written of, besides farm.Poison.
var dying = []string{string(extract.ErrInternal), string(extract.ErrStuck), string(extract.ErrRead)}

func (d *desk) sent(ctx context.Context, p *parcel) {
	if p.Sending.Err != nil {
		d.trouble(p.Sending.Err)
		d.giveBack(p.task)
		return
	}
	kind := p.Result.Failed
	if p.Fresh && (kind == farm.Poison || slices.Contains(dying, kind)) {
		letter := &farm.Dead{Task: p.Task, Class: kind, Error: p.Result.Error, Worker: d.o.Name, Tries: p.Tries}
		if err := d.q.PutDead(ctx, letter, d.trouble); err != nil {
			d.trouble(err)
		}
		d.f.Dead.Add(1)
	}
	p.Done()
	d.f.Done.Add(1)
	if !p.Fresh {
		d.f.Twice.Add(1)
	}
	if kind != "" {
		d.f.Failed.Add(1)
	}
	d.release(p.task)
}
