package main

import (
	"errors"
	"io"
	"syscall"
)

// sink is standard output that remembers that a write failed, so that a report
// cut off by a full disk does not pass for a whole one.
type sink struct {
	w     io.Writer
	err   error
	wrote bool // something
}

func (s *sink) Write(p []byte) (int, error) {
	n, err := s.w.Write(p)
	s.wrote = s.wrote || n > 0
	if err != nil && s.err == nil {
		s.err = err
	}
	return n, err
}

// failed is the failure, if it is one: a reader that had enough, such as head,
// is none.
func (s *sink) failed() error {
	if errors.Is(s.err, syscall.EPIPE) || errors.Is(s.err, io.ErrClosedPipe) {
		return nil
	}
	return s.err
}
