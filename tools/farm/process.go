//go:build linux

package main

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"time"

	"golang.org/x/sys/unix"
)

// part is a program under way with all that it started: its processor time and the most
// memory that it, and the largest of the others, held.
type part struct {
	cmd  *exec.Cmd
	said bytes.Buffer

	mu   sync.Mutex
	cpu  map[int]time.Duration // by process, as seen last
	peak map[int]int64         // bytes
	stop chan struct{}

	ended time.Duration // the processor time of all, once it has ended
}

// ticks is what the kernel counts processor time in, a second.
const ticks = 100

// lookEvery is how often the processes are looked at: rarely, since to look takes from the
// cores that are measured. Every 10 ms, over all processes of the machine, took a fifth of
// two cores.
const lookEvery = 250 * time.Millisecond

func begin(program string, args ...string) (*part, error) {
	p := &part{cmd: exec.Command(program, args...), cpu: map[int]time.Duration{}, peak: map[int]int64{}, stop: make(chan struct{})}
	p.cmd.Env = append(os.Environ(), "LANG=en", "ZIPING_LANG=en")
	p.cmd.Stdout, p.cmd.Stderr = &p.said, &p.said
	if err := p.cmd.Start(); err != nil {
		return nil, err
	}
	go func() {
		for {
			select {
			case <-p.stop:
				return
			case <-time.After(lookEvery):
				p.look()
			}
		}
	}()
	return p, nil
}

// look sees what the program and all below it have used.
func (p *part) look() {
	p.mu.Lock()
	defer p.mu.Unlock()
	for todo := []int{p.cmd.Process.Pid}; len(todo) > 0; todo = todo[1:] {
		pid := todo[0]
		todo = append(todo, children(pid)...)
		p.cpu[pid] = max(p.cpu[pid], used(pid))
		p.peak[pid] = max(p.peak[pid], highest(pid))
	}
}

// children are the processes that a process started and that still run.
func children(pid int) (all []int) {
	lists, _ := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/children", pid)) // a pattern that is one
	for _, f := range lists {
		text, _ := os.ReadFile(f) // it has ended
		for _, word := range strings.Fields(string(text)) {
			if n, err := strconv.Atoi(word); err == nil {
				all = append(all, n)
			}
		}
	}
	return all
}

// used is the processor time of a process until now.
func used(pid int) time.Duration {
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return 0
	}
	text := string(data)
	fields := strings.Fields(text[strings.LastIndexByte(text, ')')+1:])
	if len(fields) < 13 {
		return 0
	}
	user, _ := strconv.Atoi(fields[11])
	system, _ := strconv.Atoi(fields[12])
	return time.Duration(user+system) * time.Second / ticks
}

// highest is the most memory that a process held.
func highest(pid int) int64 {
	f, err := os.Open(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0
	}
	defer f.Close()
	for lines := bufio.NewScanner(f); lines.Scan(); {
		if rest, ok := strings.CutPrefix(lines.Text(), "VmHWM:"); ok {
			n, _ := strconv.ParseInt(strings.TrimSuffix(strings.TrimSpace(rest), " kB"), 10, 64)
			return n << 10
		}
	}
	return 0
}

// adopt makes this process the parent of what its children leave behind: workers are ended
// and not waited for, and their time counts too.
func adopt() { _ = unix.Prctl(unix.PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) } // it is counted as seen last else

// wait waits for its end, and that of what it left behind; status is the exit status.
func (p *part) wait() (status int) {
	_ = p.cmd.Wait() // the status tells
	close(p.stop)
	p.mu.Lock()
	defer p.mu.Unlock()
	p.ended = p.cmd.ProcessState.UserTime() + p.cmd.ProcessState.SystemTime()
	for pid := range p.cpu {
		var u unix.Rusage
		if n, err := unix.Wait4(pid, nil, 0, &u); err == nil && n == pid {
			p.ended += time.Duration(u.Utime.Nano() + u.Stime.Nano())
		}
	}
	return p.cmd.ProcessState.ExitCode()
}

// total is the processor time of the program and all that it started: as the system says
// once it has ended, as seen last before.
func (p *part) total() (all time.Duration) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.ended > 0 {
		return p.ended
	}
	for _, d := range p.cpu {
		all += d
	}
	return all
}

// below is the processor time of what the program started, as seen last.
func (p *part) below() (all time.Duration) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for pid, d := range p.cpu {
		if pid != p.cmd.Process.Pid {
			all += d
		}
	}
	return all
}

// memory is the most that the program held itself, and the largest of those it started.
func (p *part) memory() (own, other int64) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for pid, n := range p.peak {
		if pid == p.cmd.Process.Pid {
			own = n
		} else {
			other = max(other, n)
		}
	}
	return own, other
}

func mb(n int64) string { return fmt.Sprintf("%d MB", n>>20) }
