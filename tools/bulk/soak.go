package main

import (
	"bufio"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

// A soak is one run of the program that goes on for hours over the files of a folder,
// again and again under new names. What a run leaks shows in what it holds at the end
// and did not hold at the beginning: memory, open files, temporary files.

// soakLines is how many lines a soak prints of itself.
const soakLines = 20

// ofAFolder is how many links lie in one folder of a soak.
const ofAFolder = 200

// soak runs a program over the files of a folder for as long, then stops it as a user
// would, and prints what it held over the time.
func soak(program, seeds string, long time.Duration, perSecond float64, args []string) error {
	files, err := regular(seeds)
	if err != nil {
		return err
	}
	tmp, err := os.MkdirTemp("", "soak-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(tmp)
	in, out, scratch := filepath.Join(tmp, "in"), filepath.Join(tmp, "out"), filepath.Join(tmp, "tmp")
	if err := os.Mkdir(scratch, 0o777); err != nil {
		return err
	}
	if err := again(files, in, int(long.Seconds()*perSecond)+len(files)); err != nil {
		return err
	}
	cmd := exec.Command(program, append([]string{"convert", in, "-o", out, "--json"}, args...)...)
	cmd.Env = append(os.Environ(), "TMPDIR="+scratch)
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	fmt.Printf("%d files again and again for %v: %s\n", len(files), long, strings.Join(cmd.Args, " "))
	if err := cmd.Start(); err != nil {
		return err
	}
	ended := make(chan int)
	go func() {
		lines, n := bufio.NewScanner(stdout), 0
		lines.Buffer(nil, 1<<20)
		for lines.Scan() {
			n++
			select {
			case ended <- n:
			default:
			}
		}
		close(ended)
	}()
	if err := observe(cmd, ended, long, out, scratch); err != nil {
		return err
	}
	err = cmd.Wait()
	fmt.Printf("ended with %d; left behind: %d temporary files, of those in the output %s\n", cmd.ProcessState.ExitCode(), under(scratch), strings.Join(unfinished(out), ", "))
	var exit *exec.ExitError
	if errors.As(err, &exit) && exit.ExitCode() > 0 { // interrupted, or some were made to fail
		return nil
	}
	return err
}

// observe prints what a running program holds, and interrupts it when its time is over.
func observe(cmd *exec.Cmd, ended <-chan int, long time.Duration, out, scratch string) error {
	fmt.Println("minutes   inputs  inputs/s  parent MB  workers MB  parent files  workers files  temporary files")
	begun, tick := time.Now(), time.NewTicker(long/soakLines)
	defer tick.Stop()
	last := 0
	n, done := 0, 0
	for {
		select {
		case count, ok := <-ended:
			if !ok {
				fmt.Printf("no inputs are left after %v\n", time.Since(begun).Round(time.Second))
				return nil
			}
			done = count
		case <-tick.C:
			parent, workers := held(cmd.Process.Pid)
			mine, theirs := open(cmd.Process.Pid)
			fmt.Printf("%7.1f  %7d  %8.1f  %9d  %10d  %12d  %13d  %15d\n", time.Since(begun).Minutes(), done,
				float64(done-last)/(long/soakLines).Seconds(), parent, workers, mine, theirs, under(scratch)+len(unfinished(out)))
			last = done
			if n++; n == soakLines {
				if err := cmd.Process.Signal(syscall.SIGINT); err != nil {
					return err
				}
				for range ended {
				}
				return nil
			}
		}
	}
}

// regular are the files of a folder.
func regular(dir string) (out []string, err error) {
	err = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && d.Type().IsRegular() {
			out = append(out, path)
		}
		return err
	})
	if err == nil && len(out) == 0 {
		err = fmt.Errorf("%s has no files", dir)
	}
	return out, err
}

// again fills a folder with files of the same content, n of them: links where the disk
// has them, else copies.
func again(files []string, dir string, n int) error {
	for i := range n {
		from := files[i%len(files)]
		to := filepath.Join(dir, fmt.Sprintf("%04d", i/ofAFolder), fmt.Sprintf("%06d%s", i, filepath.Ext(from)))
		if i%ofAFolder == 0 {
			if err := os.MkdirAll(filepath.Dir(to), 0o777); err != nil {
				return err
			}
		}
		if os.Link(from, to) == nil {
			continue
		}
		data, err := os.ReadFile(from)
		if err == nil {
			err = os.WriteFile(to, data, 0o666)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// open counts the open files of a process and of its children.
func open(pid int) (parent, workers int) {
	for _, child := range children(pid) {
		workers += descriptors(child)
	}
	return descriptors(pid), workers
}

func descriptors(pid int) int {
	entries, _ := os.ReadDir(fmt.Sprintf("/proc/%d/fd", pid))
	return len(entries)
}

// under counts the files below a folder.
func under(dir string) int {
	n, _ := count(dir)
	return n
}

// unfinished are files in an output folder that no reader of it should meet: parts,
// locks, scratch.
func unfinished(out string) (names []string) {
	_ = filepath.WalkDir(out, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && strings.HasPrefix(d.Name(), ".") {
			names = append(names, d.Name())
		}
		return nil
	})
	return names
}
