package main

import (
	"bufio"
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// What arrives while a folder is watched is converted, a line for each file; meanwhile the
// output is held, and at the end it is what convert writes.
func TestWatch(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no signal to send")
	}
	dir := t.TempDir()
	in := filepath.Join(dir, "in")
	forms(t, in, 2)
	flags := []string{"--to", "json"}
	cmd := exec.Command("ziping", append([]string{"watch", in, "-o", filepath.Join(dir, "out"), "--settle", "50ms", "--every", "100ms"}, flags...)...)
	cmd.Env = append(os.Environ(), "LANG=en")
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(stdout)
	next := func() string {
		t.Helper()
		if !lines.Scan() {
			_ = cmd.Wait()
			t.Fatalf("it ended: %s", &stderr)
		}
		return lines.Text()
	}
	next()
	next()
	form, err := os.ReadFile(filepath.Join(in, "001.txt"))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range []struct{ name, content, want string }{
		{"new/late.txt", string(form), "new/late.json"}, {"letter.txt", "no form", "skipped"}, {"torn.xlsx", "PK\x03\x04 cut off", "failed"},
	} {
		name := filepath.Join(in, f.name)
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(f.content), 0o666); err != nil {
			t.Fatal(err)
		}
		if got := next(); !strings.Contains(got, filepath.Base(f.name)) || !strings.Contains(got, f.want) {
			t.Errorf("got %q, want a line of %s with %s", got, f.name, f.want)
		}
	}
	convert := func(out string) ([]byte, int) {
		cmd := exec.Command("ziping", append([]string{"convert", in, "-o", filepath.Join(dir, out)}, flags...)...)
		cmd.Env = append(os.Environ(), "LANG=en")
		said, _ := cmd.CombinedOutput()
		return said, cmd.ProcessState.ExitCode()
	}
	if said, status := convert("out"); status != exitUsage || !strings.Contains(string(said), "being written to") {
		t.Errorf("a second run got status %d: %s", status, said)
	}
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	for lines.Scan() {
		t.Errorf("got %q behind the end", lines.Text())
	}
	_ = cmd.Wait()
	if status := cmd.ProcessState.ExitCode(); status != exitSomeFailed {
		t.Errorf("got status %d, want %d: %s", status, exitSomeFailed, &stderr)
	}
	if said, status := convert("again"); status != exitSomeFailed {
		t.Fatalf("convert got status %d: %s", status, said)
	}
	if d := differ(tree(t, filepath.Join(dir, "again")), tree(t, filepath.Join(dir, "out"))); len(d) > 0 {
		t.Errorf("%v are not as convert writes them", d)
	}
}
