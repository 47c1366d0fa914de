//go:build !windows

package worker

import (
	"os"
	"syscall"
)

// killed reports that a process was ended from outside, as a system short of
// memory does, or whoever shuts it down. Signals of a crash are its own.
func killed(s *os.ProcessState) bool {
	ws, ok := s.Sys().(syscall.WaitStatus)
	if !ok || !ws.Signaled() {
		return false
	}
	switch ws.Signal() {
	case syscall.SIGKILL, syscall.SIGTERM, syscall.SIGINT, syscall.SIGHUP, syscall.SIGQUIT, syscall.SIGXCPU:
		return true
	}
	return false
}
