package overview

import (
	"bufio"
	"encoding/gob"
	"errors"
	"fmt"
	"io"
	"os"
)

// held keeps rows in a temporary file until those that stand before them are written.
type held[T any] struct {
	scratch string
	f       *os.File
	b       *bufio.Writer
	enc     *gob.Encoder
}

func newHeld[T any](scratch string) *held[T] { return &held[T]{scratch: scratch} }

func (h *held[T]) add(row T) error {
	if h.f == nil {
		f, err := os.CreateTemp(h.scratch, "held-")
		if err != nil {
			return fmt.Errorf("overview: %w", err)
		}
		h.f, h.b = f, bufio.NewWriterSize(f, 1<<16)
		h.enc = gob.NewEncoder(h.b)
	}
	return h.enc.Encode(&row)
}

// each hands the rows on in their order.
func (h *held[T]) each(do func(*T) error) error {
	if h.f == nil {
		return nil
	}
	if err := h.b.Flush(); err != nil {
		return err
	}
	if _, err := h.f.Seek(0, io.SeekStart); err != nil {
		return err
	}
	dec := gob.NewDecoder(bufio.NewReaderSize(h.f, 1<<16))
	for {
		var row T
		switch err := dec.Decode(&row); {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		}
		if err := do(&row); err != nil {
			return err
		}
	}
}

func (h *held[T]) close() error {
	if h.f == nil {
		return nil
	}
	return errors.Join(h.f.Close(), os.Remove(h.f.Name()))
}
