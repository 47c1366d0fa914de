package batch

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"sync/atomic"
	"time"
)

// Options say how a run works.
type Options struct {
	Formats  []string // outputs wanted, in order
	Key      string   // stands for version and options: what has another key is done again
	Force    bool     // overwrite files in DIR that no run made
	FailFast bool     // begin no other input once one has failed
	Workers  int      // 0: one for each core
	Limit    int64    // bytes of an input that are read; what is larger comes as its head
	Stdin    io.Reader
	Runner   Runner
	// Summary begins the summary of DIR; scratch is a folder for its temporary files.
	Summary  func(w io.Writer, scratch string) (Summary, error)
	Anew     bool // the summary tells of something else than the one in DIR
	Messages Messages
	Done     func(Event) // called after each input, never twice at once; may be nil
	Hold     *Hold       // of DIR, where one run follows another; nil takes it for this run alone
}

// Event tells that an input has ended. Reused means that an earlier run had
// finished it. Changed are outputs of such a run that someone has changed since,
// and that stay as they are.
type Event struct {
	Line    *Line
	Reused  bool
	Changed []string
}

// Totals are what a run comes to.
type Totals struct {
	Inputs, OK, Partial, Failed, Skipped, Reused int
	Findings                                     map[string]int
	Interrupted                                  bool
	Stopped                                      bool // at a failure, by FailFast
	Account                                      Accounted
}

// OverlapError says that DIR lies in an input folder, or holds one.
type OverlapError struct{ Dir, Folder string }

func (e *OverlapError) Error() string { return e.Dir + " and " + e.Folder + " overlap" }

// ExistsError names a file of the run's own whose place in DIR is taken.
type ExistsError struct{ Path string }

func (e *ExistsError) Error() string { return e.Path + " exists and no earlier run made it" }

// Run is a run into one folder.
type Run struct {
	plan      *Plan
	dir       string // as given
	real      string // absolute, links resolved
	o         Options
	root      *os.Root
	lock      *lock
	since     time.Time // when the account was written last, before this run
	damaged   int
	journal   *journal
	protected map[string]bool // inputs, by real path: never written over, whatever Force says

	mu     sync.Mutex
	lines  []span // by the inputs' order
	totals Totals
	fatal  error
	stale  sync.Once // takes the old summary away before the first new output
}

// Open prepares a run of a plan into a folder, which it makes if need be.
// Nothing is done yet: *OverlapError, *HeldError, *ExistsError and
// *ForeignJournalError come before any work. Do must follow, or Close.
func Open(plan *Plan, dir string, o Options) (*Run, error) {
	if err := plan.Overlap(dir); err != nil {
		return nil, err
	}
	if o.Workers < 1 {
		o.Workers = runtime.GOMAXPROCS(0)
	}
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return nil, err
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	r := &Run{plan: plan, dir: dir, real: resolve(dir), o: o, root: root, protected: map[string]bool{}}
	r.protect()
	if o.Hold == nil {
		if r.lock, err = acquire(root, dir); err == nil && r.lock.stale {
			sweep(root)
		}
	}
	if err == nil {
		r.journal, err = r.openJournal()
	}
	if err != nil {
		r.Close()
		return nil, err
	}
	r.totals.Findings = map[string]int{}
	return r, nil
}

// Overlap reports a DIR that lies in an input folder, or holds one.
func (p *Plan) Overlap(dir string) error {
	for _, f := range p.folders {
		if !f.archive && (inside(dir, f.file) || inside(f.file, dir)) {
			return &OverlapError{dir, f.path}
		}
	}
	return nil
}

// Close gives DIR up. Do does so by itself.
func (r *Run) Close() {
	r.lock.release()
	r.root.Close()
}

// Damaged returns how many lines of the account were damaged and set aside.
func (r *Run) Damaged() int { return r.damaged }

// protect keeps outputs from taking the place of inputs that lie in DIR.
func (r *Run) protect() {
	r.plan.inDir = nil
	for _, in := range r.plan.files {
		if in.File == "" {
			continue
		}
		id := fileID(in.File)
		r.protected[id] = true
		if filepath.Dir(id) == r.real {
			r.plan.inDir = append(r.plan.inDir, filepath.Base(id))
		}
	}
}

func (r *Run) openJournal() (*journal, error) {
	info, err := r.root.Lstat(journalName)
	if err == nil {
		r.since = info.ModTime()
	}
	first := errors.Is(err, fs.ErrNotExist)
	if first && !r.o.Force {
		if _, err := r.root.Lstat(summaryName); err == nil {
			return nil, &ExistsError{filepath.Join(r.dir, summaryName)}
		}
	}
	j, damaged, err := openJournal(r.root)
	r.damaged = damaged
	var foreign *ForeignJournalError
	if errors.As(err, &foreign) && r.o.Force {
		if err := r.root.Remove(journalName); err != nil {
			return nil, err
		}
		j, r.damaged, err = openJournal(r.root)
	}
	return j, err
}

// Do works through the plan and returns what came of it. Once ctx is done no
// further input is begun; those under way are finished, and the account and the summary
// are written of what is there. An error means that DIR
// itself could not be written to; what was finished stands.
func (r *Run) Do(ctx context.Context) (Totals, error) {
	defer r.Close()
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	type job struct {
		seq int
		in  Input
	}
	jobs := make(chan job)
	var stopped atomic.Bool
	var workers sync.WaitGroup
	for range r.o.Workers {
		workers.Go(func() {
			for j := range jobs {
				e := r.one(ctx, j.in)
				if err := r.finish(j.seq, e); err != nil {
					r.fail(err)
					cancel()
				}
				if e.fatal == nil && e.line.Status == Failed && r.o.FailFast {
					stopped.Store(true)
					cancel()
				}
			}
		})
	}
	seq, whole := 0, true
	for in := range r.plan.Inputs(r.o.Formats) {
		r.mu.Lock()
		r.lines = append(r.lines, span{})
		r.mu.Unlock()
		if ctx.Err() == nil {
			select {
			case jobs <- job{seq, in}:
				seq++
				continue
			case <-ctx.Done():
			}
		}
		whole = false
		break
	}
	close(jobs)
	workers.Wait()
	r.totals.Stopped = stopped.Load()
	r.totals.Interrupted = !whole && r.fatal == nil && !r.totals.Stopped
	err := r.fatal
	if err != nil {
		err = errors.Join(err, r.journal.close())
	} else {
		err = r.close()
	}
	var full *FullError
	if isFull(err) && !errors.As(err, &full) {
		err = &FullError{r.full(journalName), err}
	}
	return r.totals, err
}

// dropSummary takes the summary of an earlier run away before the first new
// line: a summary that is there always tells of what the journal tells.
func (r *Run) dropSummary() {
	r.stale.Do(func() { r.root.Remove(summaryName) })
}

// ended is what became of one input: a new line, or one of an earlier run.
type ended struct {
	line   *Line
	reused bool
	at     span
	// moved says that the line is one of an earlier run under another path.
	moved   bool
	changed []string
	fatal   error // DIR takes no more
}

// finish enters an input that has ended into the account.
func (r *Run) finish(seq int, e ended) error {
	if e.fatal != nil {
		return e.fatal
	}
	if !e.reused || e.moved {
		r.dropSummary()
		at, err := r.journal.append(e.line)
		if err != nil {
			return err
		}
		e.at = at
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.lines[seq] = e.at
	r.count(e)
	if r.o.Done != nil {
		r.o.Done(Event{e.line, e.reused, e.changed})
	}
	return nil
}

func (r *Run) count(e ended) {
	t := &r.totals
	t.Inputs++
	switch e.line.Status {
	case OK:
		t.OK++
	case Partial:
		t.Partial++
	case Failed:
		t.Failed++
	case Skipped:
		t.Skipped++
	}
	if e.reused {
		t.Reused++
	}
	for level, n := range e.line.Findings {
		t.Findings[level] += n
	}
}

func (r *Run) fail(err error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.fatal == nil {
		r.fatal = err
	}
}
