// Package work takes tasks, has them done by ziping's worker processes, stores what came
// of them and then, not before, acknowledges.
//
// A worker may end in any way at any moment: what it had taken is given to another once
// its time to answer is over. While it lives it says so, for every task it holds.
package work

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"sync"
	"sync/atomic"
	"time"

	"ziping/extract"
	"ziping/internal/batch"
	"ziping/internal/farm"
	"ziping/internal/farm/program"
	"ziping/internal/farm/queue"
	"ziping/internal/farm/store"
	"ziping/internal/worker"
)

// Options say how a worker works.
type Options struct {
	Name    string // of this worker, as results name it
	Jobs    int    // inputs at once
	Tries   int    // how often a task is given out before it is poison
	AckWait time.Duration
	Pool    *worker.Pool
	Program *program.Program
	// Store is the only folder or bucket that this worker reads and writes, whatever a job
	// says; "" for that of the servers.
	Store   string
	Trouble func(error) // while servers are away or full
	Each    func(Event)
	// Idle ends it when nothing has waited for so long; 0 means never.
	Idle time.Duration
}

// Event tells that an input is done.
type Event struct {
	Task   *farm.Task
	Failed string // the kind of its failure
	Fresh  bool   // it was not done by another in the meantime
	MS     int64
}

// Figures are what a worker has done until now.
type Figures struct {
	Taken, Done, Failed, Twice, Dead, Again, Holds, Bytes atomic.Int64
	Waits                                                 atomic.Int64 // that servers were away or full
	Busy                                                  atomic.Int64 // milliseconds of work
}

// errReplaced says that another version of ziping stands where this worker's was: it took
// nothing more, so that the new one can be started.
var errReplaced = &farm.Problem{
	Message: extract.Text{ZH: "ziping 已换成另一版本；已取的任务交还，本工作机结束", EN: "another version of ziping was put in place; tasks were given back and this worker ends"},
	Hint:    extract.Text{ZH: "请重新启动 ziping-farm work", EN: "start ziping-farm work again"},
}

// desk is a worker at work.
type desk struct {
	o       Options
	q       *queue.Queue
	f       *Figures
	mu      sync.Mutex
	jobs    map[string]*farm.Job
	stores  map[string]store.Store
	held    map[*queue.Delivery]bool
	freed   chan struct{} // a slot is free
	few     chan struct{} // closed when the results that wait for it are sent
	fewer   int           // how many they are
	replace atomic.Bool
}

// window is how many tasks a worker holds for each input it does at once: one more is on
// its way while results are stored.
const window = 8

// starve is how often large tasks come first, so that small ones never end their waiting.
const starve = 16

// Run works until drain is done: then it takes nothing more, finishes what is under way
// and gives back the rest. When ctx is done too it ends at once.
func Run(ctx, drain context.Context, q *queue.Queue, o Options, f *Figures) error {
	d := &desk{o: o, q: q, f: f, jobs: map[string]*farm.Job{}, stores: map[string]store.Store{}, held: map[*queue.Delivery]bool{}, freed: make(chan struct{}, 1)}
	var lines []*queue.Line
	ackWait := o.AckWait
	for _, class := range farm.Classes {
		l, err := q.Line(ctx, o.Program.Name, class, o.AckWait)
		if err != nil {
			return err
		}
		lines, ackWait = append(lines, l), min(ackWait, l.AckWait)
	}
	stop := make(chan struct{})
	defer close(stop)
	go d.heartbeat(ackWait/3, stop)
	work := make(chan *queue.Delivery)
	slots := make(chan struct{}, window*o.Jobs) // a task has one until its result is stored
	var doing, storing sync.WaitGroup
	for range o.Jobs {
		doing.Go(func() {
			for t := range work {
				d.do(ctx, drain, t, slots, &storing)
			}
		})
	}
	d.take(ctx, drain, lines, work, slots)
	close(work)
	for _, l := range lines {
		l.Leave()
	}
	doing.Wait()
	storing.Wait()
	if d.replace.Load() {
		return errReplaced
	}
	return nil
}

// take takes tasks as long as there is room.
func (d *desk) take(ctx, drain context.Context, lines []*queue.Line, work chan<- *queue.Delivery, slots chan struct{}) {
	idle, since := time.Duration(0), time.Now()
	for round := 0; ; round++ {
		select {
		case slots <- struct{}{}:
		case <-drain.Done():
			return
		}
		free := 1
		for len(slots) > window*d.o.Jobs/2 { // in handfuls: to ask costs as much as a small input
			select {
			case <-d.freed:
			case <-drain.Done():
				<-slots
				return
			}
		}
		for more := true; more; {
			select {
			case slots <- struct{}{}:
				free++
			default:
				more = false
			}
		}
		got, err := d.some(lines, round, free)
		for range free - len(got) {
			<-slots
		}
		if err != nil && drain.Err() == nil {
			d.trouble(d.q.Explain(err))
		}
		for _, t := range got {
			select {
			case work <- t:
			case <-drain.Done():
				d.giveBack(t, slots)
			}
		}
		if len(got) > 0 {
			idle, since = 0, time.Now()
			continue
		}
		switch {
		case drain.Err() != nil || d.replace.Load():
			return
		case d.o.Idle > 0 && time.Since(since) > d.o.Idle && d.holds() == 0:
			return
		}
		idle = min(max(2*idle, 10*time.Millisecond), time.Second)
		select {
		case <-time.After(idle):
		case <-drain.Done():
			return
		case <-ctx.Done():
			return
		}
	}
}

// some takes what waits in the first line that has anything: of large inputs no more than
// are done at once, so that others have some too.
func (d *desk) some(lines []*queue.Line, round, free int) ([]*queue.Delivery, error) {
	var last error
	for i := range lines {
		if d.replace.Load() {
			return nil, nil
		}
		at := i
		if round%starve == starve-1 {
			at = len(lines) - 1 - i
		}
		n := free
		if at > 0 {
			n = min(free, d.o.Jobs)
		}
		got, err := lines[at].Take(n)
		if err != nil {
			last = err
		}
		if len(got) > 0 {
			d.mu.Lock()
			for _, t := range got {
				d.held[t] = true
			}
			d.mu.Unlock()
			d.f.Taken.Add(int64(len(got)))
			d.f.Holds.Add(int64(len(got)))
			return got, last
		}
	}
	return nil, last
}

func (d *desk) holds() int {
	d.mu.Lock()
	defer d.mu.Unlock()
	return len(d.held)
}

// heartbeat says of every task held that it is being worked on.
func (d *desk) heartbeat(every time.Duration, stop <-chan struct{}) {
	tick := time.NewTicker(max(every, 10*time.Millisecond))
	defer tick.Stop()
	for {
		select {
		case <-stop:
			return
		case <-tick.C:
			d.mu.Lock()
			for t := range d.held {
				t.Working()
			}
			d.mu.Unlock()
		}
	}
}

// release lets a task go.
func (d *desk) release(t *queue.Delivery, slots <-chan struct{}) {
	d.mu.Lock()
	delete(d.held, t)
	d.mu.Unlock()
	d.f.Holds.Add(-1)
	<-slots
	select {
	case d.freed <- struct{}{}:
	default: // it is known
	}
}

func (d *desk) giveBack(t *queue.Delivery, slots <-chan struct{}) {
	t.Back()
	d.release(t, slots)
}

func (d *desk) trouble(err error) {
	d.f.Waits.Add(1)
	if d.o.Trouble != nil {
		d.o.Trouble(err)
	}
}

// do does one task and leaves the storing to run beside the next.
func (d *desk) do(ctx, drain context.Context, t *queue.Delivery, slots <-chan struct{}, storing *sync.WaitGroup) {
	if drain.Err() != nil || d.replace.Load() {
		d.giveBack(t, slots)
		return
	}
	if t.Tries > 1 {
		d.f.Again.Add(1)
	}
	job, err := d.job(ctx, t)
	if job == nil {
		if err == nil { // of a job that is gone, or was submitted anew with other options
			t.Done()
		} else {
			d.trouble(err)
			t.Back()
		}
		d.release(t, slots)
		return
	}
	begun := time.Now()
	r := &farm.Result{Key: t.Key, Worker: d.o.Name, Tries: t.Tries}
	var blobs [][]byte
	switch {
	case t.Tries > d.o.Tries:
		r.Error, r.Failed = farm.Poisoned(t.Tries-1), farm.Poison
	default:
		content, err := d.content(ctx, job, t)
		var mine *extract.Error
		if err != nil && !errors.As(err, &mine) { // nothing of the input's
			if ctx.Err() == nil {
				d.trouble(err)
				t.Later(later)
			}
			d.release(t, slots)
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
		if d.o.Program.Replaced() { // who knows which one did it
			d.replace.Store(true)
			d.giveBack(t, slots)
			return
		}
		if err != nil {
			r.Error = worker.AsFailure(err)
			r.Failed = string(r.Error.Kind)
		}
	}
	r.MS = time.Since(begun).Milliseconds()
	d.f.Busy.Add(r.MS)
	t.Data = nil
	storing.Go(func() {
		defer d.release(t, slots)
		d.finish(ctx, job, t, r, blobs)
	})
}

// finish stores a result and then acknowledges its task. Whatever stops it before that,
// the task comes again.
func (d *desk) finish(ctx context.Context, job *farm.Job, t *queue.Delivery, r *farm.Result, blobs [][]byte) {
	kind := r.Failed
	size := 0
	for _, b := range blobs {
		r.Blobs = append(r.Blobs, len(b))
		size += len(b)
	}
	d.f.Bytes.Add(int64(size))
	if !d.q.Inline(size) {
		pack := bytes.Join(blobs, nil)
		sum := sha256.Sum256(pack)
		r.Place, r.SHA256, blobs = store.OutputName(t.Key), hex.EncodeToString(sum[:]), nil
		s, err := d.store(ctx, job)
		if err == nil {
			err = store.Patiently(ctx, d.trouble, func() error { return s.Put(ctx, r.Place, pack) })
		}
		if err != nil {
			d.trouble(err)
			t.Back()
			return
		}
	}
	d.together()
	fresh, err := d.q.PutResult(ctx, t.Job, r, blobs, d.trouble)
	if err != nil {
		d.trouble(err)
		t.Back()
		return
	}
	if fresh && (kind == farm.Poison || kind == string(extract.ErrInternal) || kind == string(extract.ErrStuck) || kind == string(extract.ErrRead)) {
		letter := &farm.Dead{Task: t.Task, Class: kind, Error: r.Error, Worker: d.o.Name, Tries: t.Tries}
		if err := d.q.PutDead(ctx, letter, d.trouble); err != nil {
			d.trouble(err)
		}
		d.f.Dead.Add(1)
	}
	t.Done()
	d.f.Done.Add(1)
	if !fresh {
		d.f.Twice.Add(1)
	}
	if kind != "" {
		d.f.Failed.Add(1)
	}
	if d.o.Each != nil {
		d.o.Each(Event{&t.Task, kind, fresh, r.MS})
	}
}

// A result is sent at once where nothing else is on its way, else with the next few: to
// wake the other side costs as much as what it is woken for.
const (
	fewResults = 4
	fewWait    = 3 * time.Millisecond
)

// together waits until a few results are there, or none has come for a moment.
func (d *desk) together() {
	d.mu.Lock()
	if d.few == nil {
		d.few = make(chan struct{})
		open := d.few
		time.AfterFunc(fewWait, func() { d.send(open) })
	}
	open := d.few
	d.fewer++
	full := d.fewer >= fewResults
	d.mu.Unlock()
	if full {
		d.send(open)
	}
	<-open
}

// send lets those go that wait together.
func (d *desk) send(open chan struct{}) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.few == open {
		close(open)
		d.few, d.fewer = nil, 0
	}
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

// job is the job of a task, nil if the task is of none that is there now.
func (d *desk) job(ctx context.Context, t *queue.Delivery) (*farm.Job, error) {
	d.mu.Lock()
	j := d.jobs[t.Job]
	d.mu.Unlock()
	for fresh := false; ; fresh = true {
		if j != nil && (t.Err != nil || farm.KeyOf(&j.Plan, &t.Input) == t.Key) {
			return j, nil //nolint:nilerr // t.Err is told of by content
		}
		if fresh {
			return nil, nil
		}
		found, err := d.q.Job(ctx, t.Job)
		if gone(err) {
			return nil, nil
		}
		if err != nil {
			return nil, err
		}
		j = found
		d.mu.Lock()
		d.jobs[t.Job] = j
		d.mu.Unlock()
	}
}

// gone reports that there is no such job, and not that nobody could say.
func gone(err error) bool {
	var p *farm.Problem
	return errors.As(err, &p) && p.Err == nil
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

// later is when a task is given out again that this worker could not begin.
const later = 5 * time.Second

// content is what an input holds, the same that was submitted. What is wrong with that is
// an *extract.Error; any other error is about this worker and its store.
func (d *desk) content(ctx context.Context, j *farm.Job, t *queue.Delivery) ([]byte, error) {
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
