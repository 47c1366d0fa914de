package main

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"github.com/nats-io/nats.go/jetstream"
)

// Tasks that servers lost in a power cut are not waited for: collect ends and says what
// brings them, and that does.
func TestLost(t *testing.T) {
	t.Parallel()
	at, data := address(t), t.TempDir()
	url := "nats://" + at
	server := start(t, "serve", "--listen", at, "--data", data)
	in, out := filepath.Join(t.TempDir(), "in"), filepath.Join(t.TempDir(), "out")
	forms(t, in, 12)
	want := single(t, in, "--to", "json")
	submit := []string{"submit", in, "-o", out, "--job", "one", "--to", "json", "--nats", url}
	q := dial(t, url, "main")
	defer q.Close()
	run(t, exitOK, submit...)
	ctx := context.Background()
	tasks, err := q.JS.Stream(ctx, "ZIPING-MAIN-TASKS")
	if err != nil {
		t.Fatal(err)
	}
	if err := tasks.Purge(ctx, jetstream.WithPurgeKeep(7)); err != nil {
		t.Fatal(err)
	}
	server.kill()
	start(t, "serve", "--listen", at, "--data", data)
	dial(t, url, "main").Close()
	run(t, exitOK, "work", "--idle", "1ms", "--nats", url)
	if said := run(t, exitSomeFailed, "collect", "--wait", "--nats", url); !strings.Contains(said, "5 inputs are not done and no task waits for them") {
		t.Errorf("collect said %s", said)
	}
	if said := run(t, exitOK, submit...); !strings.Contains(said, " 4 tasks queued, 7 known") {
		t.Errorf("submit said %s", said)
	}
	run(t, exitOK, "work", "--idle", "1ms", "--nats", url)
	run(t, exitSomeFailed, "collect", "--wait", "--nats", url) // a torn file failed
	same(t, want, out)
}

// A job whose submit was killed is not waited for either.
func TestForsaken(t *testing.T) {
	t.Parallel()
	url := oneServer(t)
	place := t.TempDir()
	in, out := filepath.Join(place, "in"), filepath.Join(place, "out")
	forms(t, in, 12)
	submit := []string{"submit", in, "-o", out, "--job", "one", "--to", "json", "--nats", url}
	run(t, exitOK, submit...)
	q := dial(t, url, "main")
	defer q.Close()
	ctx := context.Background()
	j, err := q.Job(ctx, "one")
	if err != nil {
		t.Fatal(err)
	}
	j.Whole = false
	if err := q.PutJob(ctx, j, nil); err != nil {
		t.Fatal(err)
	}
	run(t, exitOK, "work", "--idle", "1ms", "--nats", url)
	if said := run(t, exitSomeFailed, "collect", "--wait", "--nats", url); !strings.Contains(said, "not submitted to its end") {
		t.Errorf("collect said %s", said)
	}
	if err := q.Submitting("one"); err != nil { // while someone submits, it waits
		t.Fatal(err)
	}
	c := start(t, "collect", "--wait", "--nats", url)
	run(t, exitOK, submit...)
	if _ = c.Wait(); c.ProcessState.ExitCode() != exitSomeFailed || strings.Contains(c.said.String(), "not done") {
		t.Errorf("collect ended with %d and said %s", c.ProcessState.ExitCode(), c.said)
	}
}
