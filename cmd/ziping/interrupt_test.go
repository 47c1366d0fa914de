package main

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// A run that is interrupted ends with 130; what was finished stands, and the
// same command goes on from there.
func TestInterrupt(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no signal to send")
	}
	dir := t.TempDir()
	in, out := filepath.Join(dir, "in"), filepath.Join(dir, "out")
	if err := os.Mkdir(in, 0o777); err != nil {
		t.Fatal(err)
	}
	seed, err := os.ReadFile("../../samples/fuzhou-hrss-2023.txt")
	if err != nil {
		t.Fatal(err)
	}
	const files = 150
	for i := range files {
		if err := os.WriteFile(filepath.Join(in, fmt.Sprintf("%03d.txt", i)), seed, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	args := []string{"convert", in, "-o", out, "--to", "json", "--json"}
	cmd := exec.Command("ziping", args...)
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
	lines.Buffer(nil, 1<<20)
	ended := 0
	for lines.Scan() {
		if ended++; ended == 3 {
			if err := cmd.Process.Signal(os.Interrupt); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := cmd.Wait(); err == nil || cmd.ProcessState.ExitCode() != exitInterrupted {
		t.Fatalf("got %v with exit status %d, want %d; stderr: %s", err, cmd.ProcessState.ExitCode(), exitInterrupted, &stderr)
	}
	if ended < 3 || ended >= files {
		t.Fatalf("got %d inputs ended, want some of %d", ended, files)
	}
	if !strings.Contains(stderr.String(), "interrupted") {
		t.Errorf("got stderr %q, want a word of the interruption", &stderr)
	}
	if made, _ := filepath.Glob(filepath.Join(out, "[0-9]*.json")); len(made) != ended {
		t.Errorf("got %d outputs, want %d", len(made), ended)
	}
	if parts, _ := filepath.Glob(filepath.Join(out, ".*")); len(parts) > 0 {
		t.Errorf("got %v left behind", parts)
	}
	if _, err := os.Stat(filepath.Join(out, "summary.xlsx")); err != nil {
		t.Errorf("got no summary of what was finished: %v", err)
	}
	start := time.Now()
	cmd = exec.Command("ziping", args...)
	cmd.Env = append(os.Environ(), "LANG=en")
	got, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(string(got), `"reused":true`); n != ended {
		t.Errorf("got %d inputs of the earlier run, want %d", n, ended)
	}
	t.Logf("%d before, %d after in %v", ended, files-ended, time.Since(start))
}
