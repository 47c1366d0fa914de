package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"testing"
)

// BenchmarkProcess measures whole processes, start to end: one that only says
// its version, one that checks the seed form. The difference is the work, the
// first is what starting costs.
//
//	go test ./cmd/ziping -run '^$' -bench Process
func BenchmarkProcess(b *testing.B) {
	bin := filepath.Join(b.TempDir(), "ziping")
	if runtime.GOOS == "windows" {
		bin += ".exe"
	}
	if out, err := exec.Command("go", "build", "-o", bin, ".").CombinedOutput(); err != nil {
		b.Fatalf("%v: %s", err, out)
	}
	for _, bm := range []struct {
		name string
		args []string
		exit int
	}{
		{"version", []string{"--version"}, exitOK},
		{"check", []string{"check", "../../samples/fuzhou-hrss-2023.txt"}, exitFindings},
		{"check-json", []string{"check", "--json", "../../samples/fuzhou-hrss-2023.txt"}, exitFindings},
	} {
		b.Run(bm.name, func(b *testing.B) {
			for b.Loop() {
				cmd := exec.Command(bin, bm.args...)
				cmd.Env = append(os.Environ(), "LANG=en")
				_ = cmd.Run()
				if got := cmd.ProcessState.ExitCode(); got != bm.exit {
					b.Fatalf("exit status: got %d, want %d", got, bm.exit)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Milliseconds())/float64(b.N), "ms/process")
		})
	}
}
