package worker

import (
	"bufio"
	"io"
	"os/exec"
	"time"
)

// process is one running worker.
type process struct {
	s       Settings
	cmd     *exec.Cmd
	in      io.WriteCloser
	replies chan reply // closed when the worker ends
	limit   *limit
	used    bool          // it has read an input before
	garbled error         // why listening ended; to be read once replies is closed
	last    head          // what it printed, which is what Go prints of a crash
	gone    chan struct{} // closed when it was waited for, after kill
}

// end is how a worker's work on an input ended.
type end int

const (
	ended   end = iota // with a reply
	broke              // the worker ended
	stalled            // nothing moved
	tooLong
	tooBig
)

// start starts a worker.
func start(s Settings) (*process, error) {
	cmd := exec.Command(s.Path)
	cmd.Args = append([]string{s.Name}, s.Args...)
	in, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	w := &process{s: s, cmd: cmd, in: in, replies: make(chan reply), gone: make(chan struct{})}
	cmd.Stderr, cmd.WaitDelay = &w.last, time.Second
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	w.limit = bind(cmd.Process, s.Memory)
	go w.listen(bufio.NewReaderSize(out, 64<<10))
	return w, nil
}

func (w *process) listen(out io.Reader) {
	defer close(w.replies)
	for {
		var r reply
		if err := readFrame(out, &r); err != nil {
			w.garbled = err
			return
		}
		if r.Size != 0 {
			var err error
			if r.file, err = take(out, int64(r.Size)); err != nil {
				w.garbled = err
				return
			}
		}
		w.replies <- r
	}
}

// do has one input worked on, and watches. works is called whenever the worker gets
// on with it.
func (w *process) do(data []byte, ask request, works func()) (reply, end) {
	w.used = true
	sent := make(chan error, 1)
	ask.Size = len(data)
	go func() { sent <- writeFrame(w.in, ask, data) }()
	tick := time.NewTicker(100 * time.Millisecond)
	defer tick.Stop()
	begun := time.Now()
	moved := begun
	for {
		select {
		case r, alive := <-w.replies:
			switch {
			case !alive && w.limit.passed():
				return r, tooBig
			case !alive:
				return r, broke
			case r.Preparing:
				if w.s.Preparing != nil {
					w.s.Preparing()
				}
				moved = time.Now()
			case r.Progress:
				moved = time.Now()
				if r.Page {
					begun = begun.Add(pageTime)
				}
				works()
			default:
				return r, ended
			}
		case now := <-tick.C:
			switch {
			case w.limit.over():
				return reply{}, tooBig
			case now.Sub(moved) > w.s.Stall:
				return reply{}, stalled
			case now.Sub(begun) > w.s.Total:
				return reply{}, tooLong
			}
		}
	}
}

// kill ends the worker whatever it does.
func (w *process) kill() {
	_ = w.in.Close()
	_ = w.cmd.Process.Kill()
	go func() {
		for range w.replies { // what it said last, so that listen ends
		}
		_ = w.cmd.Wait()
		w.limit.release()
		close(w.gone)
	}()
}
