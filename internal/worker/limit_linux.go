package worker

import (
	"bytes"
	"fmt"
	"os"
	"strconv"
)

// limit watches the memory of a worker. Linux has no limit on resident memory
// that a process could be given, so the parent looks.
type limit struct {
	statm string
	bytes int64
}

func bind(p *os.Process, bytes int64) *limit {
	return &limit{fmt.Sprintf("/proc/%d/statm", p.Pid), bytes}
}

// over reports that the worker takes more than it may.
func (l *limit) over() bool {
	data, err := os.ReadFile(l.statm)
	if err != nil {
		return false
	}
	fields := bytes.Fields(data)
	if len(fields) < 2 {
		return false
	}
	pages, err := strconv.ParseInt(string(fields[1]), 10, 64)
	return err == nil && pages*int64(os.Getpagesize()) > l.bytes
}

// passed reports that the system ended the worker for its memory.
func (l *limit) passed() bool { return false }

func (l *limit) release() {}
