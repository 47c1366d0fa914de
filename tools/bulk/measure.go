package main

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// measure runs a program over inputs and prints, for each tenth of them, how many were
// done in a second and what the parent and all its workers held (on Linux); then how
// long the same command takes when all is done, and after a tenth is taken away.
func measure(program, in string, args []string) error {
	out, err := os.MkdirTemp("", "bulk-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(out)
	all, err := count(in)
	if err != nil {
		return err
	}
	args = append([]string{"convert", in, "-o", out, "--json"}, args...)
	fmt.Printf("%d inputs, %s %s\n", all, program, strings.Join(args, " "))
	fmt.Println("tenth  inputs/s  parent MB  workers MB")
	begun := time.Now()
	if err := watch(program, args, all); err != nil {
		return err
	}
	fmt.Printf("all in %v\n", time.Since(begun).Round(time.Second/10))
	begun = time.Now()
	if err := watch(program, args, 0); err != nil {
		return err
	}
	fmt.Printf("again, with nothing to do, in %v\n", time.Since(begun).Round(time.Second/10))
	account, err := os.ReadFile(filepath.Join(out, "run.ndjson"))
	if err != nil {
		return err
	}
	lines := strings.SplitAfter(string(account), "\n")
	if err := os.WriteFile(filepath.Join(out, "run.ndjson"), []byte(strings.Join(lines[:len(lines)/10*9], "")), 0o666); err != nil {
		return err
	}
	begun = time.Now()
	if err := watch(program, args, 0); err != nil {
		return err
	}
	fmt.Printf("again, with the last tenth of the account gone, in %v\n", time.Since(begun).Round(time.Second/10))
	return nil
}

func count(dir string) (n int, err error) {
	err = filepath.WalkDir(dir, func(_ string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			n++
		}
		return err
	})
	return n, err
}

// watch runs the program and looks at it as its inputs end.
func watch(program string, args []string, all int) error {
	cmd := exec.Command(program, args...)
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	peak := highest(cmd.Process.Pid)
	lines := bufio.NewScanner(stdout)
	lines.Buffer(nil, 1<<20)
	done, tenth, since := 0, 0, time.Now()
	for lines.Scan() {
		if done++; all > 0 && done*10/all > tenth {
			tenth = done * 10 / all
			parent, workers := held(cmd.Process.Pid)
			fmt.Printf("%5d  %8.0f  %9d  %10d\n", tenth, float64(all)/10/time.Since(since).Seconds(), parent, workers)
			since = time.Now()
		}
	}
	fmt.Printf("the parent held %d MB at most\n", peak())
	err = cmd.Wait()
	if cmd.ProcessState.ExitCode() == 3 { // some inputs are made to fail
		return nil
	}
	return err
}

// held is how many megabytes a process and its children hold.
func held(pid int) (parent, workers int) {
	for _, child := range children(pid) {
		workers += resident(child)
	}
	return resident(pid), workers
}

// highest looks at a process until it is asked, and tells how many megabytes it held
// at most.
func highest(pid int) func() int {
	stop, out := make(chan bool), make(chan int)
	go func() {
		most := 0
		for {
			data, _ := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
			if _, rest, ok := strings.Cut(string(data), "VmHWM:"); ok {
				kb, _ := strconv.Atoi(strings.Fields(rest)[0])
				most = kb >> 10
			}
			select {
			case <-stop:
				out <- most
				return
			case <-time.After(200 * time.Millisecond):
			}
		}
	}()
	return func() int {
		close(stop)
		return <-out
	}
}

// children are the processes that a process has started and that still run.
func children(pid int) (out []int) {
	tasks, _ := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/children", pid))
	for _, t := range tasks {
		data, _ := os.ReadFile(t)
		for _, child := range strings.Fields(string(data)) {
			if id, err := strconv.Atoi(child); err == nil {
				out = append(out, id)
			}
		}
	}
	return out
}

func resident(pid int) int {
	data, _ := os.ReadFile(fmt.Sprintf("/proc/%d/statm", pid))
	fields := strings.Fields(string(data))
	if len(fields) < 2 {
		return 0
	}
	pages, _ := strconv.Atoi(fields[1])
	return pages * os.Getpagesize() >> 20
}
