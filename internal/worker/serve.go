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

// Over makes, inside a worker, a PDF of one input with text laid over its pictures.
type Over func(data []byte, layers []extract.Layer, o extract.Options, r Reporter) ([]byte, error)

// Work is what a worker can do; Over may be nil.
type Work struct {
	Read Read
	Over Over
}

// Reporter tells the parent that an input is getting on.
type Reporter struct{ out io.Writer }

// Progress says that something moved.
func (r Reporter) Progress() { _ = writeFrame(r.out, reply{Progress: true}, nil) }

// Page says that the picture of a page was read, which takes seconds.
func (r Reporter) Page() { _ = writeFrame(r.out, reply{Progress: true, Page: true}, nil) }

// Preparing says that a preparation of some seconds begins, which takes memory until
// the input is read.
func (r Reporter) Preparing() {
	debug.SetMemoryLimit(preparingMemory)
	_ = writeFrame(r.out, reply{Preparing: true}, nil)
}

// Serve is the worker: it works on the inputs that come on in, one after another,
// until in ends.
func Serve(in io.Reader, out io.Writer, work Work) error {
	// Ctrl-C reaches the whole group; the parent decides what becomes of it.
	signal.Ignore(os.Interrupt)
	debug.SetMemoryLimit(softMemory)
	debug.SetGCPercent(-1) // until the first input is read, the limit above is enough
	requests := make(chan job)
	// Reading goes on while an input is worked on, so that a worker ends when
	// its parent does, whatever it is doing.
	go receive(bufio.NewReader(in), requests)
	for j := range requests {
		r := answer(j, work, Reporter{out})
		if err := writeFrame(out, r, r.file); err != nil {
			return err
		}
		debug.SetMemoryLimit(softMemory)
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

// answer works on one input. A panic ends it, not the worker.
func answer(j job, work Work, to Reporter) (r reply) {
	defer func() {
		if p := recover(); p != nil {
			r = reply{Error: asFailure(extract.Caught(stage, p))}
		}
	}()
	if j.Over {
		file, err := work.Over(j.data, j.Layers, j.Options, to)
		if err != nil {
			return reply{Error: asFailure(err)}
		}
		return reply{Size: len(file), file: file}
	}
	doc, err := work.Read(j.data, j.Options, to)
	if err != nil {
		return reply{Error: asFailure(err)}
	}
	if doc == nil {
		return reply{}
	}
	return reply{Document: doc, Layers: doc.Layers}
}

func asFailure(err error) *failure {
	e := extract.AsError(stage, err)
	f := &failure{Kind: e.Kind, Place: e.Place, Reason: e.Reason, Hint: e.Hint}
	_ = errors.As(e, &f.Defect)
	return f
}
