package batch

import (
	"context"
	"errors"
	"io"
	"iter"
	"os"
)

// Content is what reading an input gave. Data is the whole content, or only its
// head where Size passes the limit.
type Content struct {
	Data []byte
	Size int64
}

// Whole reports whether Data is all there is.
func (c Content) Whole() bool { return c.Size == int64(len(c.Data)) }

var errNotAFile = errors.New("not a file")

// Read reads an input, but of one larger than limit only the head, so that a
// huge file costs nothing. stdin is read where the input is standard input.
func Read(in Input, stdin io.Reader, limit int64) (Content, error) {
	if in.Err != nil {
		return Content{}, in.Err
	}
	if in.content != nil {
		return *in.content, nil
	}
	if in.File == "" {
		return readLimited(stdin, limit, 0)
	}
	found, err := os.Lstat(in.File)
	if err == nil && !in.Named && !found.Mode().IsRegular() { // a folder, a link, a pipe that took its place
		err = errNotAFile
	}
	if err != nil {
		return Content{}, err
	}
	f, err := os.Open(in.File)
	if err != nil {
		return Content{}, err
	}
	defer f.Close()
	info, err := f.Stat()
	switch {
	case err != nil:
		return Content{}, err
	case !in.Named && !os.SameFile(found, info):
		return Content{}, errNotAFile
	case info.IsDir():
		return Content{}, errNotAFile
	case info.Size() > limit:
		data, err := io.ReadAll(io.LimitReader(f, headBytes))
		return Content{data, info.Size()}, err
	}
	return readLimited(f, limit, info.Size())
}

func readLimited(r io.Reader, limit, size int64) (Content, error) {
	data := make([]byte, 0, size+1)
	for {
		n, err := r.Read(data[len(data):cap(data)])
		data = data[:len(data)+n]
		switch {
		case int64(len(data)) > limit:
			return Content{data[:min(int64(len(data)), headBytes)], int64(len(data))}, nil
		case err == io.EOF:
			return Content{data, int64(len(data))}, nil
		case err != nil:
			return Content{}, err
		}
		if len(data) == cap(data) {
			data = append(data, 0)[:len(data)]
		}
	}
}

// InOrder does something for every input on several goroutines and hands the
// results on in the order of the inputs. Only as many results as there are
// workers, twice, are in memory. It ends early once ctx is done.
func InOrder[T any](ctx context.Context, inputs iter.Seq[Input], workers int, do func(Input) T, then func(T)) {
	type job struct {
		in   Input
		done chan T
	}
	jobs := make(chan job)
	queue := make(chan chan T, 2*workers)
	go func() {
		defer close(queue)
		defer close(jobs)
		for in := range inputs {
			j := job{in, make(chan T, 1)}
			select {
			case <-ctx.Done():
				return
			case queue <- j.done:
			}
			jobs <- j
		}
	}()
	for range workers {
		go func() {
			for j := range jobs {
				j.done <- do(j.in)
			}
		}()
	}
	for done := range queue {
		then(<-done)
	}
}
