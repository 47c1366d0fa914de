package main

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ziping/internal/farm/queue"
)

// An input that was given out too often is given up: the account tells why, the queue of
// the dead has it by its class, and submit --again has it done once more.
func TestPoison(t *testing.T) {
	t.Parallel()
	url := oneServer(t)
	in := filepath.Join(t.TempDir(), "in")
	forms(t, in, 5)
	out := filepath.Join(t.TempDir(), "out")
	want := single(t, in, "--to", "json")
	submit := []string{"submit", in, "-o", out, "--to", "json", "--job", "j", "--nats", url}
	run(t, exitOK, submit...)
	q := dial(t, url, "main")
	defer q.Close()
	ctx := context.Background()
	jobs, err := q.Jobs(ctx)
	if err != nil || len(jobs) != 1 {
		t.Fatalf("%v, %v", jobs, err)
	}
	// Taken and given back, as by workers that end before they could say anything.
	line, err := q.Line(ctx, jobs[0].Plan.Program, "small", 0)
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		var all []*queue.Delivery
		until(t, "all tasks are taken", func() error {
			some, err := line.Take(10)
			if all = append(all, some...); err == nil && len(all) < 4 {
				err = os.ErrNotExist
			}
			return err
		})
		for _, d := range all {
			d.Back()
		}
	}
	if said := run(t, exitOK, "work", "--tries", "2", "--idle", "100ms", "--nats", url); !strings.Contains(said, "4 given up") {
		t.Errorf("work said %s", said)
	}
	run(t, exitAllFailed, "collect", "j", "--nats", url)
	account, err := os.ReadFile(filepath.Join(out, "run.ndjson"))
	if err != nil || strings.Count(string(account), "given to workers 2 times without a result") != 5 {
		t.Errorf("the account says %s, %v", account, err)
	}
	if said := run(t, exitOK, "status", "j", "--nats", url); !strings.Contains(said, "given up [poison] 4") || !strings.Contains(said, "torn.xlsx") {
		t.Errorf("status said %s", said)
	}
	if said := run(t, exitOK, append(submit, "--again")...); !strings.Contains(said, "4 tasks queued") || !strings.Contains(said, "4 that failed are done again") {
		t.Errorf("submit --again said %s", said)
	}
	run(t, exitOK, "work", "--idle", "100ms", "--nats", url)
	run(t, exitSomeFailed, "collect", "j", "--nats", url)
	same(t, want, out)
	var status struct {
		Jobs []struct{ Dead map[string]int }
	}
	if err := json.Unmarshal([]byte(run(t, exitOK, "status", "--json", "--nats", url)), &status); err != nil || len(status.Jobs) != 1 || len(status.Jobs[0].Dead) != 0 {
		t.Errorf("after all was done: %v, %v", status, err)
	}
}

// The programs may be replaced while a worker works: it ends, so that the new one is
// started, and what it had taken is done by that.
func TestReplaced(t *testing.T) {
	t.Parallel()
	url := oneServer(t)
	in := filepath.Join(t.TempDir(), "in")
	forms(t, in, 6)
	run(t, exitOK, "submit", in, "-o", filepath.Join(t.TempDir(), "out"), "--to", "json", "--job", "j", "--nats", url)
	program := filepath.Join(t.TempDir(), "ziping")
	link := func() {
		t.Helper()
		data, err := os.ReadFile(zipingPath)
		if err == nil {
			_ = os.Remove(program)
			err = os.WriteFile(program, data, 0o700)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	link()
	tenant := []string{"--nats", url, "--tenant", "idle"} // where nothing waits yet
	w := start(t, append([]string{"work", "--ziping", program, "--name", "old"}, tenant...)...)
	q := dial(t, url, "idle")
	defer q.Close()
	until(t, "the worker is there", func() error { return present(q, "old") })
	link()
	run(t, exitOK, append([]string{"submit", in, "-o", filepath.Join(t.TempDir(), "out"), "--to", "json", "--job", "j"}, tenant...)...)
	if err := w.Wait(); err == nil || !strings.Contains(w.said.String(), "another version of ziping was put in place") {
		t.Errorf("the worker ended with %v and said %s", err, w.said)
	}
	c, err := q.Count(context.Background(), "j")
	if err != nil || c.Done != 0 {
		t.Errorf("%d results by a program that is not known, %v", c.Done, err)
	}
	run(t, exitOK, append([]string{"work", "--ziping", program, "--idle", "100ms"}, tenant...)...)
	if err := results(q, "j", 5, 5)(); err != nil {
		t.Error(err)
	}
}

// present reports whether a worker answers.
func present(q *queue.Queue, name string) error {
	all, err := q.Roll(rollWait)
	for _, w := range all {
		if w.Worker == name {
			return nil
		}
	}
	if err == nil {
		err = os.ErrNotExist
	}
	return err
}
