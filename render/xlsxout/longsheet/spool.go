package longsheet

import (
	"bufio"
	"compress/flate"
	"fmt"
	"io"
	"os"
)

// spool keeps what is written in a scratch file, compressed a little, until it is read.
type spool struct {
	f *os.File
	b *bufio.Writer
	z *flate.Writer // nil once it is being read
}

func newSpool(scratch string) (*spool, error) {
	f, err := os.CreateTemp(scratch, "rows-")
	if err != nil {
		return nil, fmt.Errorf("longsheet: %w", err)
	}
	return &spool{f: f}, nil
}

func (s *spool) write(p []byte) error {
	if s.z == nil {
		s.b = bufio.NewWriterSize(s.f, 1<<16)
		z, err := flate.NewWriter(s.b, flate.BestSpeed)
		if err != nil {
			return fmt.Errorf("longsheet: %w", err)
		}
		s.z = z
	}
	if _, err := s.z.Write(p); err != nil {
		return fmt.Errorf("longsheet: %w", err)
	}
	return nil
}

// read reads from the beginning; nothing may be written after it.
func (s *spool) read() (io.Reader, error) {
	if s.z != nil {
		err := s.z.Close()
		if e := s.b.Flush(); err == nil {
			err = e
		}
		if err != nil {
			return nil, fmt.Errorf("longsheet: %w", err)
		}
		s.z = nil
	}
	if s.b == nil { // nothing was written
		return eof{}, nil
	}
	return flate.NewReader(bufio.NewReaderSize(io.NewSectionReader(s.f, 0, 1<<62), 1<<16)), nil
}

// eof is a reader of nothing.
type eof struct{}

func (eof) Read([]byte) (int, error) { return 0, io.EOF }

func (s *spool) close() error {
	err := s.f.Close()
	if e := os.Remove(s.f.Name()); err == nil {
		err = e
	}
	return err
}
