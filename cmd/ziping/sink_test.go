package main

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"syscall"
	"testing"
)

// broken is a standard output that takes nothing.
type broken struct{ err error }

func (b broken) Write([]byte) (int, error) { return 0, b.err }

// What could not be written is said, whatever the command; a reader that went
// away is nothing to complain of.
func TestLostOutput(t *testing.T) {
	for _, c := range []struct {
		args string
		err  error
		want int
	}{
		{"check ../../samples/bj-project-2016.txt", syscall.ENOSPC, exitAllFailed},
		{"check --json ../../samples/bj-project-2016.txt", syscall.ENOSPC, exitAllFailed},
		{"extract ../../samples/bj-project-2016.txt", syscall.ENOSPC, exitAllFailed},
		{"explain", syscall.ENOSPC, exitAllFailed},
		{"explain", syscall.EPIPE, exitOK},
		{"convert ../../samples/bj-project-2016.txt --to json -o " + t.TempDir(), errors.New("gone"), exitSomeFailed},
	} {
		var stderr bytes.Buffer
		a := &app{stdin: strings.NewReader(""), stdout: broken{c.err}, stderr: io.Writer(&stderr), getenv: func(string) string { return "" }, width: func() int { return 0 }}
		if got := a.run(strings.Fields(c.args)); got != c.want {
			t.Errorf("%s, %v: got exit status %d, want %d", c.args, c.err, got, c.want)
		}
		if said := strings.Contains(stderr.String(), "标准输出"); said != (c.want != exitOK) || strings.Count(stderr.String(), "ziping: ") > 3 {
			t.Errorf("%s, %v: got %q on stderr", c.args, c.err, stderr.String())
		}
	}
}
