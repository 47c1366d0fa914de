//go:build !windows

package worker

import (
	"os"
	"syscall"
)

// killed reports that a process was ended from outside, as a system short of
// memory does.
func killed(s *os.ProcessState) bool {
	ws, ok := s.Sys().(syscall.WaitStatus)
	return ok && ws.Signaled() && ws.Signal() == syscall.SIGKILL
}
