package worker

import (
	"bufio"
	"errors"
	"io"
	"os"
	"os/signal"
	"runtime/debug"

	"ziping/extract"
)

// Read reads one input inside a worker and reports as it gets on.
type Read func(data []byte, o extract.Options, r Reporter) (*extract.Document, error)

// Reporter tells the parent that an input is getting on.
type Reporter struct{ out io.Writer }

// Progress says that something moved.
func (r Reporter) Progress() { _ = writeFrame(r.out, reply{Progress: true}, nil) }

// Page says that the picture of a page was read, which takes seconds.
func (r Reporter) Page() { _ = writeFrame(r.out, reply{Progress: true, Page: true}, nil) }

// Preparing says that a preparation of some seconds begins.
func (r Reporter) Preparing() { _ = writeFrame(r.out, reply{Preparing: true}, nil) }

// Serve is the worker: it reads the inputs that come on in, one after another,
// until in ends.
func Serve(in io.Reader, out io.Writer, read Read) error {
	// Ctrl-C reaches the whole group; the parent decides what becomes of it.
	signal.Ignore(os.Interrupt)
	debug.SetMemoryLimit(softMemory)
	debug.SetGCPercent(-1) // until the first input is read, the limit above is enough
	requests := make(chan job)
	// Reading goes on while an input is worked on, so that a worker ends when
	// its parent does, whatever it is doing.
	go receive(bufio.NewReader(in), requests)
	for j := range requests {
		r := answer(j, read, Reporter{out})
		if err := writeFrame(out, r, nil); err != nil {
			return err
		}
		debug.SetGCPercent(400) // short work on a small heap
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
		if err := readFrame(in, &j.request); err != nil || j.Size < 0 || j.Size > maxFrame {
			os.Exit(0)
		}
		j.data = make([]byte, j.Size)
		if _, err := io.ReadFull(in, j.data); err != nil {
			os.Exit(0)
		}
		to <- j
	}
}

// answer reads one input. A panic ends it, not the worker.
func answer(j job, read Read, to Reporter) (r reply) {
	defer func() {
		if p := recover(); p != nil {
			r = reply{Error: asFailure(extract.Caught(stage, p))}
		}
	}()
	doc, err := read(j.data, j.Options, to)
	if err != nil {
		return reply{Error: asFailure(err)}
	}
	return reply{Document: doc}
}

func asFailure(err error) *failure {
	e := extract.AsError(stage, err)
	f := &failure{Kind: e.Kind, Place: e.Place, Reason: e.Reason, Hint: e.Hint}
	_ = errors.As(e, &f.Defect)
	return f
}
