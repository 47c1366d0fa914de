package worker

import (
	"bytes"
	"fmt"
	"os"
	"strconv"
	"syscall"

	"golang.org/x/sys/unix"
)

// limit watches the memory of a worker. Linux has no limit on resident memory
// that a process could be given, so the parent looks; what comes faster than it
// can look runs into a limit on all memory that can be written to.
type limit struct {
	statm string
	bytes int64
}

func bind(p *os.Process, bytes int64) *limit {
	most := uint64(2*bytes + 512<<20)
	_ = unix.Prlimit(p.Pid, unix.RLIMIT_DATA, &unix.Rlimit{Cur: most, Max: most}, nil)
	return &limit{fmt.Sprintf("/proc/%d/statm", p.Pid), bytes}
}

// widen lets a pipe hold a whole input or output, so that the two processes wait
// less for one another. One that stays as it was is only slower.
func widen(pipe any) (room int) {
	if c, ok := pipe.(syscall.Conn); ok {
		if raw, err := c.SyscallConn(); err == nil {
			_ = raw.Control(func(fd uintptr) {
				_, _ = unix.FcntlInt(fd, unix.F_SETPIPE_SZ, pipeBytes) // else it stays as it is
				room, _ = unix.FcntlInt(fd, unix.F_GETPIPE_SZ, 0)
			})
		}
	}
	return max(0, room)
}

// over reports that the worker takes more than it may.
func (l *limit) over() bool { return l.holds() > l.bytes }

// holds is how much memory the worker has now, 0 if that cannot be told.
func (l *limit) holds() int64 {
	data, err := os.ReadFile(l.statm)
	if err != nil {
		return 0
	}
	fields := bytes.Fields(data)
	if len(fields) < 2 {
		return 0
	}
	pages, err := strconv.ParseInt(string(fields[1]), 10, 64)
	if err != nil {
		return 0
	}
	return pages * int64(os.Getpagesize())
}

// passed reports that the worker was ended for its memory.
func (l *limit) passed(*os.ProcessState) bool { return false }

func (l *limit) release() {}
