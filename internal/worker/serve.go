package worker

import (
	"bufio"
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"sync"
	"syscall"
	"time"

	"ziping/extract"
	"ziping/internal/frame"
)

// Handle does one job inside a worker and reports as it gets on.
type Handle func(job string, param json.RawMessage, data []byte, r Reporter) (Answer, error)

// Answer is what came of a job: a value, as JSON, and any number of blobs.
type Answer struct {
	Value json.RawMessage
	Blobs [][]byte
}

// Reporter tells the parent that an input is getting on.
type Reporter struct {
	out  *pipe
	soft *int64 // the collector's limit between preparations
}

// Progress says that something moved, unless something was said just before: to be told
// costs the parent as much as a small input's whole way through a stage.
func (r Reporter) Progress() {
	if r.out != nil && !r.out.saidJustNow() {
		r.say(reply{Progress: true})
	}
}

// Page says that the picture of a page was read, which takes seconds.
func (r Reporter) Page() { r.say(reply{Progress: true, Page: true}) }

// Preparing says that a preparation of some seconds begins, which takes memory until
// the input is read.
func (r Reporter) Preparing() {
	debug.SetMemoryLimit(preparingMemory)
	r.say(reply{Preparing: true})
}

// Keeps says that from now on the process runs what workers keep on disk.
func (r Reporter) Keeps() { r.say(reply{Progress: true, Keeps: true}) }

// Beside says that from now on the process holds memory that its collector does not see.
func (r Reporter) Beside() {
	if r.soft != nil {
		*r.soft = min(*r.soft, besideMemory)
		debug.SetMemoryLimit(*r.soft)
	}
}

func (r Reporter) say(m reply) {
	if r.out != nil {
		_ = r.out.send(m)
	}
}

// pipe carries whole messages, whoever sends them.
type pipe struct {
	mu   sync.Mutex
	out  io.Writer
	said time.Time // when something was said last, or asked
}

func (p *pipe) send(r reply) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.said = time.Now()
	return frame.Write(p.out, r, r.blobs...)
}

// justNow is less than the parent lets pass between two looks.
const justNow = watchEvery / 2

func (p *pipe) saidJustNow() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return time.Since(p.said) < justNow
}

// asked begins an input: the parent knows that it does.
func (p *pipe) asked() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.said = time.Now()
}

// deepest bounds the stack of a worker, so that a recursion without end is over
// before it takes all the memory there is.
const deepest = 64 << 20

// Serve is the worker: it does the jobs that come on in, one after another,
// until in ends.
func Serve(in io.Reader, out io.Writer, handle Handle) error {
	// Ctrl-C and the end of a session reach the whole group; the parent decides
	// what becomes of its workers, and they end when it does.
	signal.Ignore(os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	debug.SetMaxStack(deepest)
	debug.SetGCPercent(-1) // until the first input is done, the limit on memory is enough
	requests := make(chan job)
	// Reading goes on while an input is worked on, so that a worker ends when
	// its parent does, whatever it is doing.
	go receive(bufio.NewReaderSize(in, 64<<10), requests)
	p := &pipe{out: out}
	var once, first sync.Once
	soft := int64(softMemory)
	for j := range requests {
		once.Do(func() {
			soft = min(softMemory, j.Memory/4*3)
			debug.SetMemoryLimit(soft)
			go watchSelf(j.Memory)
		})
		p.asked()
		if err := p.send(answer(j, handle, Reporter{p, &soft})); err != nil {
			return err
		}
		first.Do(func() { debug.SetGCPercent(400) }) // short work on a small heap
		if debug.SetMemoryLimit(-1) == preparingMemory {
			debug.SetMemoryLimit(soft)
		}
	}
	return nil
}

type job struct {
	request
	data []byte
}

func receive(in io.Reader, to chan<- job) {
	for {
		var j job
		if err := frame.Read(in, &j.request); err != nil {
			os.Exit(0)
		}
		var err error
		if j.data, err = frame.Blob(in, j.Size); err != nil {
			os.Exit(0)
		}
		to <- j
	}
}

// answer does one job. A panic ends it, not the worker.
func answer(j job, handle Handle, to Reporter) (r reply) {
	defer func() {
		if p := recover(); p != nil {
			r = reply{Error: AsFailure(extract.Caught(stage, p))}
		}
	}()
	a, err := handle(j.Job, j.Param, j.data, to)
	if err != nil {
		return reply{Error: AsFailure(err)}
	}
	return a.reply()
}

// AsFailure is an error made ready for a pipe.
func AsFailure(err error) *Failure {
	e := extract.AsError(stage, err)
	f := &Failure{Kind: e.Kind, Place: e.Place, Reason: e.Reason, Hint: e.Hint}
	_ = errors.As(e, &f.Defect)
	return f
}
