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
}

// ticks is what the kernel counts processor time in, a second.
const ticks = 100

// lookEvery is how often the processes are looked at.
const lookEvery = 10 * time.Millisecond

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
	children := map[int][]int{}
	stats, _ := filepath.Glob("/proc/[0-9]*/stat")
	used := map[int]time.Duration{}
	for _, f := range stats {
		data, err := os.ReadFile(f)
		if err != nil {
			continue
		}
		text := string(data)
		end := strings.LastIndexByte(text, ')')
		fields := strings.Fields(text[end+1:])
		pid, _ := strconv.Atoi(text[:strings.IndexByte(text, ' ')])
		if len(fields) < 13 {
			continue
		}
		parent, _ := strconv.Atoi(fields[1])
		user, _ := strconv.Atoi(fields[11])
		system, _ := strconv.Atoi(fields[12])
		children[parent] = append(children[parent], pid)
		used[pid] = time.Duration(user+system) * time.Second / ticks
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	for todo := []int{p.cmd.Process.Pid}; len(todo) > 0; todo = todo[1:] {
		pid := todo[0]
		todo = append(todo, children[pid]...)
		p.cpu[pid] = max(p.cpu[pid], used[pid])
		p.peak[pid] = max(p.peak[pid], highest(pid))
	}
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

// wait waits for its end; status is the exit status.
func (p *part) wait() (status int) {
	_ = p.cmd.Wait() // the status tells
	close(p.stop)
	return p.cmd.ProcessState.ExitCode()
}

// total is the processor time of the program and all that it started, as seen last: what
// the kernel says of a process that has ended counts some of those below it twice.
func (p *part) total() (all time.Duration) {
	p.mu.Lock()
	defer p.mu.Unlock()
	own := p.cpu[p.cmd.Process.Pid]
	for pid, d := range p.cpu {
		if pid != p.cmd.Process.Pid {
			all += d
		}
	}
	return all + own
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
