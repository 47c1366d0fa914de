package worker

import (
	"bufio"
	"io"
	"os/exec"
	"time"

	"ziping/internal/frame"
)

// process is one running worker.
type process struct {
	s       Settings
	cmd     *exec.Cmd
	in      io.WriteCloser
	replies chan reply // closed when the worker ends
	limit   *limit
	room    int           // bytes that its pipe takes without waiting for it; 0 if nobody can tell
	inputs  int           // that it has done
	keeps   bool          // it runs what workers keep on disk
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
	w.room = widen(in)
	widen(out)
	go w.listen(bufio.NewReaderSize(out, 256<<10))
	return w, nil
}

func (w *process) listen(out io.Reader) {
	defer close(w.replies)
	for {
		var r reply
		if err := readReply(out, &r); err != nil {
			w.garbled = err
			return
		}
		w.replies <- r
	}
}

// longestPreparation is far more than preparing takes on a slow machine with much to do.
const longestPreparation = 5 * time.Minute

// watchEvery is how often a worker's memory and progress are looked at.
const watchEvery = 50 * time.Millisecond

// A request takes at most so many bytes for one of its param, and so many besides.
const (
	asJSON      = 6 // \u003c
	besideParam = 4 << 10
)

// do has one job done, and watches. works is called whenever the worker gets
// on with it.
func (w *process) do(r request, data []byte, works func()) (reply, end) {
	w.inputs++
	// A worker that does not listen is seen by what it does not say.
	ask := func() { _ = frame.Write(w.in, r, data) }
	if asJSON*len(r.Param)+len(data)+besideParam <= w.room { // it has taken all that came before
		ask()
	} else {
		go ask()
	}
	tick := time.NewTicker(watchEvery)
	defer tick.Stop()
	begun := time.Now()
	moved := begun
	var prepares time.Time // since when it prepares, which is no time of the input's
	for {
		select {
		case r, alive := <-w.replies:
			if !prepares.IsZero() {
				begun, prepares = begun.Add(time.Since(prepares)), time.Time{}
			}
			switch {
			case !alive:
				return r, broke
			case r.Preparing:
				if w.s.Preparing != nil {
					w.s.Preparing()
				}
				moved, prepares = time.Now(), time.Now()
			case r.Progress:
				moved = time.Now()
				w.keeps = w.keeps || r.Keeps
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
			case !prepares.IsZero() && now.Sub(prepares) <= longestPreparation:
			case now.Sub(moved) > w.s.Stall:
				return reply{}, stalled
			case now.Sub(begun) > w.s.Total:
				return reply{}, tooLong
			}
		}
	}
}

// worn reports that a worker has done its share, or keeps more memory than the
// work to come should find taken.
func (w *process) worn() bool {
	const look = 16 // costs some microseconds
	return w.inputs >= w.s.Inputs || w.inputs%look == 0 && w.limit.holds() > w.s.Memory/2
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
