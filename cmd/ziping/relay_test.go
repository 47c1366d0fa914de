package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ziping/internal/frame"
	"ziping/internal/relay"
	"ziping/internal/worker"
)

// relayed does a folder by way of a plan, workers and a gathering, backwards, as nobody
// promises an order. cut leaves the end of the stream out.
func relayed(t *testing.T, in, out string, cut bool, flags ...string) (said string, status int) {
	t.Helper()
	plan := command(append([]string{relay.PlanCommand, in, "-o", out}, flags...)...)
	planned, err := plan.Output()
	if err != nil {
		t.Fatalf("plan: %v", err)
	}
	r := bytes.NewReader(planned)
	var head relay.Plan
	if err := frame.Read(r, &head); err != nil {
		t.Fatal(err)
	}
	pool := worker.NewPool(worker.Settings{Path: plan.Path, Name: "ziping", Args: []string{relay.WorkCommand}})
	defer pool.Close()
	var done [][]byte
	for {
		var i relay.Input
		if err := frame.Read(r, &i); err != nil {
			t.Fatal(err)
		}
		if i.End {
			break
		}
		content, err := frame.Blob(r, i.Content)
		if err != nil {
			t.Fatal(err)
		}
		d := relay.Done{Input: i}
		var blobs [][]byte
		if i.Failure == nil {
			answer, err := pool.Do(head.Work(&i, content))
			if err != nil {
				d.Error = worker.AsFailure(err)
			}
			if err == nil {
				blobs = append([][]byte{answer.Value}, answer.Blobs...)
			}
			for _, b := range blobs {
				d.Blobs = append(d.Blobs, len(b))
			}
		}
		var message bytes.Buffer
		if err := frame.Write(&message, d, blobs...); err != nil {
			t.Fatal(err)
		}
		done = append([][]byte{message.Bytes()}, done...)
	}
	var stream bytes.Buffer
	_ = frame.Write(&stream, head)
	stream.Write(bytes.Join(done, nil))
	if !cut {
		_ = frame.Write(&stream, relay.Input{End: true})
	}
	gather := command(relay.GatherCommand, "-o", out)
	gather.Stdin = &stream
	text, _ := gather.CombinedOutput()
	return string(text), gather.ProcessState.ExitCode()
}

// What was done elsewhere comes back as if it had been done here: every byte of the
// outputs and the summary, and the account but for the times.
func TestRelay(t *testing.T) {
	dir := t.TempDir()
	in := filepath.Join(dir, "in")
	forms(t, in, 12)
	put := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(in, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	first, err := os.ReadFile(filepath.Join(in, "001.txt"))
	if err != nil {
		t.Fatal(err)
	}
	put("again.txt", string(first))
	put("letter.txt", "此件无表。\n")
	put("torn.xlsx", "PK\x03\x04 cut off")
	put("both.csv", strings.ReplaceAll(string(first), "\t", ","))
	put("both.txt", string(first))
	if err := os.Symlink("001.txt", filepath.Join(in, "link.txt")); err != nil {
		t.Log("no links here:", err)
	}
	rules := filepath.Join(dir, "own.yaml")
	f, err := os.Create(rules)
	if err != nil {
		t.Fatal(err)
	}
	show := command("rules", "show", "hubei", "--yaml")
	show.Stdout, show.Stderr = f, io.Discard
	withRules := show.Run() == nil
	_ = f.Close()
	for _, flags := range [][]string{nil, {"--rules", rules, "--no-repair", "--to", "docx", "--dataset", "csv"}} {
		if flags != nil && !withRules {
			t.Log("no rules to show")
			continue
		}
		here, there := filepath.Join(t.TempDir(), "here"), filepath.Join(t.TempDir(), "there")
		said, _ := command(append([]string{"convert", in, "-o", here}, flags...)...).CombinedOutput()
		want := tree(t, here)
		if len(want) < 20 {
			t.Fatalf("convert made %d files: %s", len(want), said)
		}
		// Cut off, it is an interrupted run, which the next one finishes.
		if said, status := relayed(t, in, there, true, flags...); status != exitInterrupted {
			t.Errorf("a stream that was cut off: exit status %d, %s; want %d", status, said, exitInterrupted)
		}
		if _, err := os.Stat(filepath.Join(there, "summary.xlsx")); err != nil {
			t.Error("a stream that was cut off left no summary of what came:", err)
		}
		if said, status := relayed(t, in, there, false, flags...); status != exitSomeFailed || !strings.Contains(said, "done by an earlier run") {
			t.Errorf("exit status %d, %s; want %d", status, said, exitSomeFailed)
		}
		if d := differ(want, tree(t, there)); len(d) > 0 {
			t.Errorf("%v are not as convert writes them", d)
		}
	}
}

// A folder that lies in its own output is told of before anything is sent away.
func TestRelayPlanLooksAtTheOutput(t *testing.T) {
	in := filepath.Join(t.TempDir(), "in")
	forms(t, in, 1)
	cmd := command(relay.PlanCommand, in, "-o", filepath.Join(in, "out"))
	if text, _ := cmd.CombinedOutput(); cmd.ProcessState.ExitCode() != exitUsage || !strings.Contains(string(text), "lie in one another") {
		t.Errorf("exit status %d: %s", cmd.ProcessState.ExitCode(), text)
	}
}
