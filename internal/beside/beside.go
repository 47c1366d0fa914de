// Package beside runs a program of this project that lies beside this one.
//
//	if path, ok := beside.Find("ziping-data"); ok {
//		status, err := beside.Run(ctx, path, []string{"out"}, os.Stdout, os.Stderr)
//	}
//
// It looks nowhere else: a program of that name that others put on the path is none
// of ours.
package beside

import (
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"time"
)

// Find returns where a program lies: beside this one, or beside what this one's name
// leads to.
func Find(name string) (path string, ok bool) {
	self, err := os.Executable()
	if err != nil {
		return "", false
	}
	if runtime.GOOS == "windows" {
		name += ".exe"
	}
	real, err := filepath.EvalSymlinks(self)
	if err != nil {
		real = self
	}
	for _, from := range []string{self, real} {
		path = filepath.Join(filepath.Dir(from), name)
		if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() {
			return path, true
		}
	}
	return "", false
}

// patience is how long a program that is to end may take about it.
const patience = 10 * time.Second

// Run runs a program and returns its exit status. Once ctx is done the program is told
// to end. An error means that it did not run, or was ended from outside.
func Run(ctx context.Context, path string, args []string, stdout, stderr io.Writer) (status int, err error) {
	cmd := exec.CommandContext(ctx, path, args...)
	cmd.Stdout, cmd.Stderr = stdout, stderr
	cmd.Cancel = func() error { return cmd.Process.Signal(os.Interrupt) }
	cmd.WaitDelay = patience
	err = cmd.Run()
	var exit *exec.ExitError
	if errors.As(err, &exit) && exit.ExitCode() >= 0 {
		return exit.ExitCode(), nil
	}
	return 0, err
}
