// Package worker does the work on inputs in processes of their own: the binary
// itself, started with a hidden subcommand, which takes one job after another
// over a pipe. A goroutine that hangs, eats memory or runs out of stack cannot
// be ended; a process can, and takes nothing with it.
//
//	pool := worker.NewPool(worker.Settings{Path: exe, Args: []string{"worker"}})
//	defer pool.Close()
//	answer, err := pool.Do(worker.Job{Name: "read", Param: param, Data: data}) // safe for use by several goroutines
//
// In the worker process:
//
//	worker.Serve(os.Stdin, os.Stdout, handle)
//
// What a job means is the business of whoever calls Do and of handle; this
// package knows processes, limits and ends. What a worker answers is input too:
// the caller holds it to what the job promises.
package worker

import (
	"encoding/json"
	"fmt"
	"sync"
	"time"

	"ziping/extract"
)

// Settings say how workers are started and what they may take.
type Settings struct {
	Path string   // of the program
	Name string   // its first argument, os.Args[0]
	Args []string // that make it a worker
	// Stall ends an input on which nothing moved for so long; 0 means 60 s, or
	// Total if that is shorter.
	Stall time.Duration
	// Total ends an input after so long in any case; 0 means 10 min. For each page
	// that was read from a picture it has half a minute more.
	Total time.Duration
	// Memory ends an input whose worker takes more, in bytes; 0 means 1 GB.
	Memory int64
	// Inputs is how many a worker does before another takes its place; 0 means 2,000.
	// What libraries keep of each does not add up over a night.
	Inputs int
	// Preparing is called when a worker begins a preparation of some seconds.
	Preparing func()
	// Crashed is called before the first input is tried again whose worker crashed while
	// it ran what workers keep on disk between them, which may be the cause.
	Crashed func()
}

// defaultTotal and defaultMemory are the limits where none are set.
const (
	defaultTotal  = 10 * time.Minute
	defaultMemory = 1 << 30
)

// stage names what workers do, in a Defect.
const stage = "worker"

// pageTime is what an input may take longer for each page read from a picture.
const pageTime = 30 * time.Second

// Where a worker's own collector begins to work hard, at the latest. Near it half of the
// time goes into collecting, so it lies above what the largest input within the limits of
// the readers holds at once (some 200 MB while a workbook of twenty thousand rows is
// written).
const (
	softMemory      = 370 << 20
	besideMemory    = 180 << 20 // where the process holds more that the collector does not see
	preparingMemory = 300 << 20 // during a preparation: with a little less it takes half as long again
)

// Job is work on one input.
type Job struct {
	Name  string // what to do, as the worker's Handle knows it
	Param any    // how, as JSON
	Data  []byte // the content of the input
	// Prepares says that the job may begin with a preparation which one worker does
	// for all: others that may need it wait until one has got on.
	Prepares bool
}

// Pool keeps workers. One is started when an input finds none idle.
type Pool struct {
	s      Settings
	turns  turns
	crash  sync.Once
	mu     sync.Mutex
	idle   []*process
	closed bool
}

// NewPool returns a pool without workers.
func NewPool(s Settings) *Pool {
	p := &Pool{s: s}
	p.Limit(s.Total, s.Memory)
	if p.s.Inputs <= 0 {
		p.s.Inputs = 2000
	}
	return p
}

// Limit sets what an input may take; 0 means the default. It is for the time
// before the first input.
func (p *Pool) Limit(total time.Duration, memory int64) {
	if p.s.Total = total; total <= 0 {
		p.s.Total = defaultTotal
	}
	if p.s.Memory = memory; memory <= 0 {
		p.s.Memory = defaultMemory
	}
	if p.s.Stall <= 0 {
		p.s.Stall = time.Minute
	}
	p.s.Stall = min(p.s.Stall, p.s.Total)
}

// Do has a job done in a worker. A worker that crashes or is ended takes its
// input with it and nothing else; whatever happened, the input is tried once
// more in a fresh one, and what happens then is the error.
func (p *Pool) Do(j Job) (Answer, error) {
	param, err := json.Marshal(j.Param)
	if err != nil {
		return Answer{}, err
	}
	done := func(bool) {}
	if j.Prepares {
		done = p.turns.wait()
		defer done(false)
	}
	for try := 0; ; try++ {
		w, err := p.get(try > 0)
		if err != nil {
			return Answer{}, cannotStart(err)
		}
		r, end := w.do(request{j.Name, param, len(j.Data), p.s.Memory}, j.Data, func() { done(true) })
		if end == ended {
			p.put(w)
			if r.Error != nil {
				return Answer{}, r.Error.Err()
			}
			done(true)
			return r.answer(), nil
		}
		w.kill()
		if try == 0 {
			if end == broke && w.keeps && p.s.Crashed != nil {
				p.crash.Do(p.s.Crashed)
			}
			continue
		}
		return Answer{}, p.why(w, end)
	}
}

// why is the error of an input whose worker did not answer.
func (p *Pool) why(w *process, end end) *extract.Error {
	switch end {
	case stalled:
		return stuck(chinese(p.s.Stall)+"没有进展", fmt.Sprintf("no progress for %v", p.s.Stall))
	case tooLong:
		return stuck("超过 "+chinese(p.s.Total)+"仍未完成", fmt.Sprintf("not done after %v", p.s.Total))
	case tooBig:
		return p.tooBig()
	}
	e := w.crash()
	if w.outOfMemory() {
		return p.tooBig()
	}
	return e
}

func (p *Pool) tooBig() *extract.Error {
	return stuck(fmt.Sprintf("处理需要的内存超过 %d MB", p.s.Memory>>20), fmt.Sprintf("it takes more than %d MB of memory", p.s.Memory>>20))
}

// chinese is a time as people say it.
func chinese(d time.Duration) string {
	switch {
	case d%time.Minute == 0:
		return fmt.Sprintf("%d 分钟", d/time.Minute)
	case d%time.Second == 0:
		return fmt.Sprintf("%d 秒", d/time.Second)
	}
	return fmt.Sprintf("%d 毫秒", d.Milliseconds())
}

// get takes an idle worker or starts one.
func (p *Pool) get(fresh bool) (*process, error) {
	p.mu.Lock()
	if n := len(p.idle); n > 0 && !fresh {
		w := p.idle[n-1]
		p.idle = p.idle[:n-1]
		p.mu.Unlock()
		return w, nil
	}
	p.mu.Unlock()
	return start(p.s)
}

// put takes a worker back, unless it has done its share.
func (p *Pool) put(w *process) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.closed || w.worn() {
		w.kill()
		return
	}
	p.idle = append(p.idle, w)
}

// Close ends the idle workers; others end with their input.
func (p *Pool) Close() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.closed = true
	for _, w := range p.idle {
		w.kill()
	}
	p.idle = nil
}

func stuck(zh, en string) *extract.Error {
	return &extract.Error{
		Kind:   extract.ErrStuck,
		Reason: extract.Text{ZH: zh + "，已中止", EN: en + "; given up"},
		Hint:   extract.Text{ZH: "文件可能异常庞大或损坏；请只保留自评表所在的页，或用 --timeout、--memory 放宽上限", EN: "the file may be unusually large, or damaged; keep the pages with the form alone, or allow more with --timeout, --memory"},
	}
}

func cannotStart(err error) *extract.Error {
	return &extract.Error{
		Kind:   extract.ErrInternal,
		Reason: extract.Text{ZH: "不能启动处理文件的进程", EN: "cannot start the process that works on it: " + err.Error()},
		Hint:   extract.Text{ZH: "请检查系统是否允许 ziping 启动自身，进程数和内存是否已到上限", EN: "check that the system lets ziping start itself, and its limits of processes and memory"},
		Err:    err,
	}
}
