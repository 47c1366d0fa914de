package batch

import (
	"context"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// A folder is written by one run at a time: another is refused before it has
// done anything, and told whose it is.
func TestOneRunAFolder(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	in, out := filepath.Join(dir, "in"), filepath.Join(dir, "out")
	tree(t, in, "a.txt", "form a", "b.txt", "form b")
	r := newRun(out, in)
	second := newRun(out, in)
	var refused error
	r.Done = func(e Event) {
		if refused == nil {
			_, refused = second.try(t.Context())
		}
	}
	want(t, "first run", r.do(t).OK, 2)
	var held *HeldError
	if !errors.As(refused, &held) || held.PID != os.Getpid() || held.Elsewhere || held.Since.IsZero() {
		t.Errorf("got %v, want a HeldError that names this process", refused)
	}
	want(t, "runs of the second", len(second.fake.runs), 0)
	want(t, "second run after the first", second.do(t).Reused, 2)
	want(t, "files", listing(t, out), []string{"a.json", "a.xlsx", "b.json", "b.xlsx", "run.ndjson", "summary.xlsx"})
}

// A lock that a run left behind counts for nothing once its process is gone.
// One of another host is believed: nobody here can look.
func TestLocksLeftBehind(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	in, out := filepath.Join(dir, "in"), filepath.Join(dir, "out")
	tree(t, in, "a.txt", "form a")
	host, err := os.Hostname()
	if err != nil {
		t.Fatal(err)
	}
	left := func(h Holder) string {
		raw, err := json.Marshal(h)
		if err != nil {
			t.Fatal(err)
		}
		return string(raw)
	}
	unfinished := part("gone.json")
	tree(t, out, lockName, left(Holder{PID: 1 << 30, Host: host, Since: time.Now()}), unfinished, "half")
	newRun(out, in).do(t)
	want(t, "files", listing(t, out), []string{"a.json", "a.xlsx", "run.ndjson", "summary.xlsx"})

	tree(t, out, lockName, left(Holder{PID: 7, Host: host + "-2", Since: time.Now()}))
	_, err = newRun(out, in).try(t.Context())
	var held *HeldError
	if !errors.As(err, &held) || !held.Elsewhere || held.Host != host+"-2" || held.File != filepath.Join(out, lockName) {
		t.Errorf("got %v, want a HeldError of another host", err)
	}
	tree(t, out, lockName, "")
	newRun(out, in).do(t)
}

func TestLockIsNoLink(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	in, out := filepath.Join(dir, "in"), filepath.Join(dir, "out")
	tree(t, in, "a.txt", "form a")
	tree(t, out, "precious", "mine")
	if err := os.Symlink("precious", filepath.Join(out, lockName)); err != nil {
		t.Skip(err)
	}
	if _, err := newRun(out, in).try(t.Context()); err == nil {
		t.Error("got no error for a lock that is a link")
	}
	want(t, "what it leads to", contents(t, out)["precious"], "mine")
}

// Damaged lines of our own account are set aside, and their inputs done again;
// the whole is then as if nothing had happened.
func TestDamagedAccount(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	in := filepath.Join(dir, "in")
	tree(t, in, "a.txt", "form a", "b.txt", "form b!", "c.txt", "bad", "d.txt", "form d")
	sound := filepath.Join(dir, "sound")
	newRun(sound, in).do(t)
	lines := strings.SplitAfter(contents(t, sound)[journalName], "\n")[:4]
	nothing := strings.Repeat("\x00", 100)
	for name, c := range map[string]struct {
		account string
		reused  int
		aside   int
	}{
		"torn":                {lines[0] + lines[1][:30] + "\n" + lines[2] + lines[3], 3, 1},
		"torn and run on":     {lines[0] + lines[1][:30] + lines[2] + lines[3], 2, 1},
		"torn at the end":     {lines[0] + lines[1] + lines[2] + lines[3][:40], 3, 1},
		"zeros for a line":    {lines[0] + nothing + "\n" + lines[2] + lines[3], 3, 1},
		"zeros before a line": {lines[0] + nothing + lines[1] + lines[2] + lines[3], 4, 0},
		"zeros inside":        {lines[0] + lines[1][:30] + nothing + lines[1][60:] + lines[2] + lines[3], 3, 1},
		"zeros at the end":    {lines[0] + lines[1] + lines[2] + nothing, 3, 0},
		"doubled":             {lines[0] + lines[1] + lines[1] + lines[2] + lines[3], 4, 0},
		"doubled in one line": {lines[0] + strings.TrimSuffix(lines[1], "\n") + lines[1] + lines[2] + lines[3], 3, 1},
		"other bytes":         {lines[0] + "\x9f\x01\xff\n" + lines[2] + lines[3], 3, 1},
		"all torn":            {lines[0][:50], 0, 1},
	} {
		t.Run(name, func(t *testing.T) {
			out := filepath.Join(dir, name)
			files := contents(t, sound)
			files[journalName] = c.account
			for file, text := range files {
				tree(t, out, file, text)
			}
			r := newRun(out, in)
			r.Key = "1" // the same version: the outputs are the same bytes
			totals := r.do(t)
			want(t, "reused", totals.Reused, c.reused)
			want(t, "inputs", totals.Inputs, 4)
			got := contents(t, out)
			want(t, "set aside", strings.Count(got[damagedName], "\n"), c.aside)
			delete(got, damagedName)
			delete(got, journalName)
			whole := contents(t, sound)
			delete(whole, journalName)
			want(t, "contents", got, whole)
			want(t, "account", accountText(t, out), accountText(t, sound))
		})
	}
}

// What a damaged line still claims may be written over by another version; what
// someone changed since may not.
func TestDamagedLinesKeepTheirClaims(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	in, out := filepath.Join(dir, "in"), filepath.Join(dir, "out")
	tree(t, in, "a.txt", "form a", "b.txt", "form b")
	newRun(out, in).do(t)
	torn := strings.ReplaceAll(contents(t, out)[journalName], `,"findings"`, `,"fin`)
	tree(t, out, journalName, torn, "b.json", "changed by hand")
	tree(t, in, "a.txt", "form a2", "b.txt", "form b2")
	totals := newRun(out, in).do(t)
	want(t, "totals", totals, Totals{Inputs: 2, OK: 1, Failed: 1, Findings: map[string]int{"error": 0}, Account: Accounted{Inputs: 2}})
	got := contents(t, out)
	want(t, "a.json", got["a.json"], "json of form a2")
	want(t, "b.json", got["b.json"], "changed by hand")
}

// An abrupt end while the account is set right loses nothing and doubles nothing.
func TestSetAsideTwice(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	for range 2 {
		if err := setAside(root, [][]byte{[]byte("{\"path\":\"a\n"), []byte("x")}); err != nil {
			t.Fatal(err)
		}
	}
	want(t, "set aside", contents(t, dir)[damagedName], "{\"path\":\"a\nx\n")
}

func TestOpenGivesTheFolderUpWhenItFails(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	in, out := filepath.Join(dir, "in"), filepath.Join(dir, "out")
	tree(t, in, "a.txt", "form a")
	tree(t, out, summaryName, "mine")
	if _, err := newRun(out, in).try(context.Background()); err == nil {
		t.Fatal("got no error")
	}
	want(t, "files", listing(t, out), []string{summaryName})
}

// accountText is run.ndjson without the times.
func accountText(t *testing.T, dir string) string {
	t.Helper()
	var b strings.Builder
	for _, l := range account(t, dir) {
		raw, err := encode(l)
		if err != nil {
			t.Fatal(err)
		}
		b.Write(raw)
	}
	return b.String()
}
