//go:build unix

package pipeline

import (
	"bytes"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// Rules that come through a pipe can be read once: what stands for them must be
// what was read, or the results of other rules would be taken for theirs.
func TestRulesFromAPipe(t *testing.T) {
	data, err := os.ReadFile("../../score/rubric/sets/mof-2020.yaml")
	if err != nil {
		t.Fatal(err)
	}
	pipe := filepath.Join(t.TempDir(), "rules")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Skip(err)
	}
	keys := map[string]bool{}
	for _, rules := range [][]byte{data, append(bytes.Clone(data), "\n# other\n"...)} {
		written := make(chan error, 1)
		go func() { written <- os.WriteFile(pipe, rules, 0o600) }()
		a, err := NewAuditor(AuditOptions{Rules: pipe})
		if err != nil {
			t.Fatal(err)
		}
		if err := <-written; err != nil {
			t.Fatal(err)
		}
		keys[a.Key()] = true
	}
	if len(keys) != 2 {
		t.Errorf("got %v, want a key for each", keys)
	}
}
