// Package worker reads risky inputs in processes of their own: the binary
// itself, started with a hidden subcommand, which takes one input after another
// over a pipe. A goroutine that hangs or eats memory cannot be ended; a process
// can.
//
//	pool := worker.NewPool(worker.Settings{Path: exe, Args: []string{"worker"}})
//	defer pool.Close()
//	doc, err := pool.Read(data, o) // safe for use by several goroutines
//
// In the worker process:
//
//	worker.Serve(os.Stdin, os.Stdout, worker.Work{Read: read, Over: over})
package worker

import (
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
	// Stall ends an input on which nothing moved for so long; 0 means 60 s.
	Stall time.Duration
	// Total ends an input after so long in any case; 0 means 10 min. For each page
	// that was read from a picture it has half a minute more.
	Total time.Duration
	// Memory ends an input whose worker takes more, in bytes; 0 means 1 GB.
	Memory int64
	// Preparing is called when a worker begins a preparation of some seconds.
	Preparing func()
	// Crashed is called before the first input whose worker crashed is tried again:
	// what workers keep on disk between them may be the cause.
	Crashed func()
}

// stage names what workers do, in a Defect.
const stage = "worker"

// pageTime is what an input may take longer for each page read from a picture.
const pageTime = 30 * time.Second

// softMemory is where a worker's own collector begins to work hard, and
// preparingMemory where it does during a preparation. A little less makes a
// preparation take half as long again, as it would free memory again and again.
const softMemory, preparingMemory = 240 << 20, 300 << 20

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
	if s.Stall <= 0 {
		s.Stall = time.Minute
	}
	if s.Total <= 0 {
		s.Total = 10 * time.Minute
	}
	if s.Memory <= 0 {
		s.Memory = 1 << 30
	}
	return &Pool{s: s}
}

// Read reads one input in a worker. A worker that crashes or is ended takes its
// input with it and nothing else; a crash is tried once more in a fresh one.
func (p *Pool) Read(data []byte, o extract.Options) (*extract.Document, error) {
	r, err := p.ask(data, request{Options: o}, func(r *reply) bool { return sound(r.Document, o.Limits) })
	if err != nil {
		return nil, err
	}
	r.Document.Layers = r.Layers
	return r.Document, nil
}

// Over makes a PDF of one input with text laid over its pictures, in a worker as Read
// does.
func (p *Pool) Over(data []byte, layers []extract.Layer, o extract.Options) ([]byte, error) {
	r, err := p.ask(data, request{Options: o, Over: true, Layers: layers}, func(r *reply) bool { return len(r.file) > 0 })
	return r.file, err
}

// ask has a worker do something with an input. An answer must keep the promises of its
// kind.
func (p *Pool) ask(data []byte, ask request, kept func(*reply) bool) (reply, error) {
	done := p.turns.wait()
	defer done(false)
	for try := 0; ; try++ {
		w, err := p.get(try > 0)
		if err != nil {
			return reply{}, cannotStart(err)
		}
		used := w.used
		r, end := w.do(data, ask, func() { done(true) })
		if end == ended {
			if r.Error == nil && !kept(&r) {
				w.kill()
				return reply{}, (&extract.Defect{Stage: stage, Value: "an answer that breaks the promises of its kind"}).AsError()
			}
			p.put(w)
			if r.Error != nil {
				return reply{}, r.Error.err()
			}
			done(true)
			return r, nil
		}
		w.kill()
		// What a worker of many inputs could not do, a fresh one may.
		if try == 0 && (end == broke || used) {
			if end == broke && p.s.Crashed != nil {
				p.crash.Do(p.s.Crashed)
			}
			continue
		}
		switch end {
		case stalled:
			return reply{}, stuck(fmt.Sprintf("%d 秒没有进展", int(p.s.Stall.Seconds())), fmt.Sprintf("no progress for %d seconds", int(p.s.Stall.Seconds())))
		case tooLong:
			return reply{}, stuck(fmt.Sprintf("超过 %d 分钟仍未读完", int(p.s.Total.Minutes())), fmt.Sprintf("not done after %d minutes", int(p.s.Total.Minutes())))
		case tooBig:
			return reply{}, stuck(fmt.Sprintf("读取需要的内存超过 %d MB", p.s.Memory>>20), fmt.Sprintf("reading it takes more than %d MB of memory", p.s.Memory>>20))
		}
		return reply{}, w.crash()
	}
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

func (p *Pool) put(w *process) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.closed {
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
		Hint:   extract.Text{ZH: "文件可能异常庞大或损坏；请只保留自评表所在的页，或用 --pages 指定", EN: "the file may be unusually large, or damaged; keep the pages with the form alone, or name them with --pages"},
	}
}

func cannotStart(err error) *extract.Error {
	return &extract.Error{
		Kind:   extract.ErrInternal,
		Reason: extract.Text{ZH: "不能启动读取进程：" + err.Error(), EN: "cannot start the process that reads it: " + err.Error()},
		Hint:   extract.Text{ZH: "请检查系统是否允许 ziping 启动自身", EN: "check that the system lets ziping start itself"},
		Err:    err,
	}
}
