package main

import (
	"bufio"
	"encoding/json"
	"io"
	"os"
	"strings"

	"ziping/internal/batch"
	"ziping/internal/pipeline"
	"ziping/score/cross"
)

// crossing collects the forms of an account to be compared. What is known of each lies
// in a file, so that memory does not grow with what they say.
type crossing struct {
	set   *cross.Set
	store *spooled
}

// newCrossing begins one with its file in a folder, "" for that of the system.
func newCrossing(folder string) (*crossing, error) {
	f, err := os.CreateTemp(folder, "cross-*")
	if err != nil {
		return nil, err
	}
	store := &spooled{f: f, w: bufio.NewWriterSize(f, 1<<16)}
	return &crossing{cross.New(store), store}, nil
}

func (c *crossing) close() {
	_ = c.store.f.Close()
	_ = os.Remove(c.store.f.Name())
}

// add takes the forms of an input. One that is another's copy, or is elsewhere now, is
// told of there.
func (c *crossing) add(l *batch.Line, d *pipeline.Digest) error {
	if l.SameAs != "" {
		return nil
	}
	for i := range d.Reports {
		if err := c.set.Add(&cross.Entry{Path: l.Path, Output: workbook(l.Outputs), Form: i + 1, Facts: d.Reports[i].Cross}); err != nil {
			return err
		}
	}
	return nil
}

// spooled keeps entries in a file.
type spooled struct {
	f    *os.File
	w    *bufio.Writer
	ends []int64
}

// Put writes an entry.
func (s *spooled) Put(e *cross.Entry) error {
	raw, err := json.Marshal(e)
	if err != nil {
		return err
	}
	end := int64(len(raw))
	if n := len(s.ends); n > 0 {
		end += s.ends[n-1]
	}
	s.ends = append(s.ends, end)
	_, err = s.w.Write(raw)
	return err
}

// Get reads one.
func (s *spooled) Get(i int) (*cross.Entry, error) {
	if s.w.Buffered() > 0 {
		if err := s.w.Flush(); err != nil {
			return nil, err
		}
	}
	from := int64(0)
	if i > 0 {
		from = s.ends[i-1]
	}
	raw := make([]byte, s.ends[i]-from)
	if _, err := s.f.ReadAt(raw, from); err != nil && err != io.EOF {
		return nil, err
	}
	e := new(cross.Entry)
	return e, json.Unmarshal(raw, e)
}

// crossTitles are the checks across forms in words.
func (a *app) crossTitles() map[string]string {
	titles := map[string]string{}
	for _, d := range cross.Docs() {
		titles[d.ID] = strings.TrimSpace(d.Title.In(a.lang))
	}
	return titles
}
