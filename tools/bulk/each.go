package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// What one input may take, hostile or not.
const (
	mostSeconds = 5
	mostMB      = 500
)

// each runs the program over the files of a folder one by one and prints what each took:
// seconds, processor time and memory of all its processes (on Linux), and how it ended. It
// is an error if one takes more than it may.
func each(program, dir string, args []string) error {
	files, err := regular(dir)
	if err != nil {
		return err
	}
	over := 0
	fmt.Println("seconds    cpu     MB  exit  status                input")
	for _, name := range files {
		took, err := alone(program, name, args)
		if err != nil {
			return err
		}
		mark := ""
		if took.wall > mostSeconds*time.Second || took.mb > mostMB {
			over++
			mark = "  OVER"
		}
		fmt.Printf("%7.2f %6.2f %6d %5d  %-20s  %s%s\n", took.wall.Seconds(), took.cpu.Seconds(), took.mb, took.exit, took.status, filepath.Base(name), mark)
	}
	if over > 0 {
		return fmt.Errorf("%d of %d inputs took more than %d s or %d MB", over, len(files), mostSeconds, mostMB)
	}
	return nil
}

type taken struct {
	wall, cpu time.Duration
	mb, exit  int
	status    string
}

func alone(program, name string, args []string) (t taken, err error) {
	out, err := os.MkdirTemp("", "each-")
	if err != nil {
		return t, err
	}
	defer os.RemoveAll(out)
	cmd := exec.Command(program, append([]string{"convert", name, "-o", out, "--json"}, args...)...)
	var said bytes.Buffer
	cmd.Stdout = &said
	begun := time.Now()
	if err := cmd.Start(); err != nil {
		return t, err
	}
	stop, done := make(chan bool), make(chan bool)
	go func() {
		cpu := map[int]time.Duration{}
		defer close(done)
		for {
			mb := 0
			for _, pid := range append(children(cmd.Process.Pid), cmd.Process.Pid) {
				mb += resident(pid)
				cpu[pid] = max(cpu[pid], used(pid))
			}
			t.mb = max(t.mb, mb)
			select {
			case <-stop:
				for _, d := range cpu {
					t.cpu += d
				}
				return
			case <-time.After(10 * time.Millisecond):
			}
		}
	}()
	_ = cmd.Wait() // how it ended is told by its code
	t.wall = time.Since(begun)
	close(stop)
	<-done
	t.exit = cmd.ProcessState.ExitCode()
	var line struct {
		Status string
		Error  struct{ Kind string }
	}
	for _, l := range bytes.Split(said.Bytes(), []byte("\n")) {
		if json.Unmarshal(l, &line) == nil && line.Status != "" {
			t.status = line.Status
			if line.Error.Kind != "" {
				t.status += " " + line.Error.Kind
			}
		}
	}
	return t, nil
}

// used is the processor's time of a process.
func used(pid int) time.Duration {
	data, _ := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	_, rest, _ := strings.Cut(string(data), ") ")
	fields := strings.Fields(rest)
	if len(fields) < 13 {
		return 0
	}
	user, _ := strconv.Atoi(fields[11])
	system, _ := strconv.Atoi(fields[12])
	return time.Duration(user+system) * time.Second / 100 // ticks
}
