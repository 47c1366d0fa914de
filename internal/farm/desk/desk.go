// Package desk is a worker at work: it takes tasks, has them done by ziping's worker
// processes, stores what came of them and then, not before, acknowledges.
//
//	take    asks the queue for as much as is done in a moment          (take.go, pace.go)
//	do      has one input done                                          (do.go, jobs.go)
//	post    sends results by the handful, then acknowledges             (post.go)
//
// A worker may end in any way at any moment: what it had taken is given to another once
// its time to answer is over. While it lives it says so, for every task it holds (hand.go).
package desk

import (
	"context"
	"sync"
	"sync/atomic"
	"time"

	"ziping/extract"
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
	// Idle ends it when nothing has waited for so long; 0 means never.
	Idle time.Duration
	// Later is when a task is given out again that this worker could not begin.
	Later time.Duration
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
	o        Options
	q        *queue.Queue
	f        *Figures
	hand     *hand
	waiting  chan *task    // taken, and not begun
	out      chan *parcel  // done, and not sent
	storing  chan struct{} // has one for each that is being stored
	replaced atomic.Bool

	mu     sync.Mutex
	jobs   map[string]*farm.Job
	stores map[string]store.Store
}

// Run works until drain is done: then it takes nothing more, finishes what is under way
// and gives back the rest. When ctx is done too it ends at once.
func Run(ctx, drain context.Context, q *queue.Queue, o Options, f *Figures) error {
	d := &desk{
		o: o, q: q, f: f, hand: newHand(o.Jobs), jobs: map[string]*farm.Job{}, stores: map[string]store.Store{},
		waiting: make(chan *task, mostAhead*o.Jobs), out: make(chan *parcel, handful), storing: make(chan struct{}, o.Jobs),
	}
	var lines []*line
	ackWait := o.AckWait
	for _, class := range farm.Classes {
		l, err := q.Line(ctx, o.Program.Name, class, o.AckWait)
		if err != nil {
			return err
		}
		lines, ackWait = append(lines, d.hand.line(l, class)), min(ackWait, l.AckWait)
	}
	hints, err := q.Hints()
	if err != nil {
		return err
	}
	defer hints.Leave()
	stop := make(chan struct{})
	defer close(stop)
	go d.hand.heartbeat(ackWait/3, stop)
	var doing, storing, posting sync.WaitGroup
	for range o.Jobs {
		doing.Go(func() {
			for t := range d.waiting {
				d.do(ctx, drain, t, &storing)
			}
		})
	}
	posting.Go(func() { d.post(ctx) })
	d.take(drain, lines, hints.C)
	for more := true; more; { // what nobody has begun is another's at once
		select {
		case t := <-d.waiting:
			d.giveBack(t)
		default:
			more = false
		}
	}
	close(d.waiting)
	for _, l := range lines {
		l.Leave()
	}
	doing.Wait()
	storing.Wait()
	close(d.out)
	posting.Wait()
	if d.replaced.Load() {
		return errReplaced
	}
	return nil
}

func (d *desk) trouble(err error) {
	d.f.Waits.Add(1)
	if d.o.Trouble != nil {
		d.o.Trouble(err)
	}
}

// release lets a task go.
func (d *desk) release(t *task) {
	d.f.Holds.Add(-1)
	d.hand.release(t)
}

// giveBack gives a task to another worker.
func (d *desk) giveBack(t *task) {
	t.Back()
	d.release(t)
}
