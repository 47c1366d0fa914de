package tally

import (
	"os/exec"
	"syscall"

	"golang.org/x/sys/unix"
)

// wait waits for a program and for what it left behind, and says what CPU time
// all of them took and how much memory the largest of them held.
func wait(cmd *exec.Cmd) (seconds, mb float64, err error) {
	add := func(r *unix.Rusage) {
		seconds += float64(r.Utime.Nano()+r.Stime.Nano()) / 1e9
		mb = max(mb, float64(r.Maxrss)/1024)
	}
	err = cmd.Wait()
	if r, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok {
		add(&unix.Rusage{Utime: unix.Timeval{Sec: r.Utime.Sec, Usec: r.Utime.Usec}, Stime: unix.Timeval{Sec: r.Stime.Sec, Usec: r.Stime.Usec}, Maxrss: r.Maxrss})
	}
	for {
		var r unix.Rusage
		pid, e := unix.Wait4(-1, nil, 0, &r)
		switch {
		case pid > 0:
			add(&r)
		case e != unix.EINTR:
			return seconds, mb, err
		}
	}
}

// adopt makes this process the parent of what its children leave behind.
func adopt() { _ = unix.Prctl(unix.PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) }
