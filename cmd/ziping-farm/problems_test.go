package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/nats-io/nats.go/jetstream"

	"ziping/internal/relay"
)

// says holds what ziping-farm says to a problem, in both languages, and that it knows a
// remedy.
func says(t *testing.T, status int, zh, en string, args ...string) {
	t.Helper()
	for lang, want := range map[string]string{"zh": zh, "en": en} {
		said := run(t, status, append(args, "--lang", lang)...)
		hint := map[string]string{"zh": "建议：", "en": "hint: "}[lang]
		if !strings.Contains(said, want) || !strings.Contains(said, hint) {
			t.Errorf("ziping-farm %s said %q, want %q and a remedy", strings.Join(args, " "), said, want)
		}
	}
}

func TestNoServer(t *testing.T) {
	t.Parallel()
	in := filepath.Join(t.TempDir(), "in")
	forms(t, in, 5)
	at := []string{"--nats", "nats://user:secret@" + address(t)}
	for _, args := range [][]string{{"submit", in, "-o", "out"}, {"work"}, {"status"}, {"collect", "--wait"}} {
		says(t, exitAllFailed, "没有服务器应答：nats://***@", "no server answers at nats://***@", append(args, at...)...)
	}
	says(t, exitAllFailed, "找不到可用的 ziping", "no ziping that can be used", "work", "--ziping", filepath.Join(in, "letter.txt"))
}

func TestWrongCredentials(t *testing.T) {
	t.Parallel()
	at := address(t)
	config := filepath.Join(t.TempDir(), "server.conf")
	text := "listen: " + at + "\njetstream {}\nauthorization { users: [ {user: office, password: right}, {nkey: UDPXSA6ILTKAG7NNYUMSKBBARM2ANW6XHMPNSQVMA4REYZLE3DMXXBOR} ] }\n"
	if err := os.WriteFile(config, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	start(t, "serve", "--config", config, "--data", t.TempDir(), "--listen", at)
	dial(t, "nats://office:right@"+at, "main").Close()
	zh, en := "不接受所给的凭据", "does not accept these credentials"
	for _, url := range []string{"nats://" + at, "nats://office:wrong@" + at} {
		says(t, exitAllFailed, zh, en, "status", "--nats", url)
	}
	// Keys made for this test: the server knows the second.
	nkey := func(seed string) string {
		file := filepath.Join(t.TempDir(), "seed.nk")
		if err := os.WriteFile(file, []byte(seed+"\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		return file
	}
	says(t, exitAllFailed, zh, en, "work", "--nats", "nats://"+at, "--nkey", nkey("SUAH5N57HOKDGCOJZZ524I5MJMMHI4HBST3ZOMZLFMFGLELKURWWBSOBNE"))
	run(t, exitOK, "work", "--idle", "1ms", "--nats", "nats://"+at, "--nkey", nkey("SUAOMILEIJP36W6UAP44DU6LQ5XVAXXHSWC7767WAJ5SQVBGAMKVQ7DD4Q"))
	says(t, exitAllFailed, "--nkey "+config+" 不能用", "--nkey "+config+" cannot be used", "work", "--nats", "nats://"+at, "--nkey", config)
	says(t, exitAllFailed, "没有 other 的任务", "nothing was submitted", "status", "--tenant", "other", "--nats", "nats://office:right@"+at)
}

// A stream that is there and not as it has to be is left as it is.
func TestOtherSettings(t *testing.T) {
	t.Parallel()
	url := oneServer(t)
	q := dial(t, url, "main")
	defer q.Close()
	ctx := context.Background()
	if _, err := q.JS.CreateStream(ctx, jetstream.StreamConfig{Name: "ZIPING-MAIN-TASKS", Subjects: []string{"ziping.main.task.>"}}); err != nil {
		t.Fatal(err)
	}
	says(t, exitAllFailed, "流 ZIPING-MAIN-TASKS 已存在，但设置不同", "the stream ZIPING-MAIN-TASKS exists with other settings: retention=", "work", "--nats", url)
	s, err := q.JS.Stream(ctx, "ZIPING-MAIN-TASKS")
	if err != nil || s.CachedInfo().Config.Retention != jetstream.LimitsPolicy {
		t.Errorf("the stream was changed, or is gone: %v", err)
	}
}

// A queue that is full makes submit wait, a store that is full makes workers wait. Neither
// loses anything.
func TestFull(t *testing.T) {
	t.Parallel()
	url := oneServer(t)
	in := filepath.Join(t.TempDir(), "in")
	const inputs = 40
	forms(t, in, inputs)
	want := single(t, in, "--to", "json")
	out := filepath.Join(t.TempDir(), "out")
	q := dial(t, url, "main")
	t.Cleanup(q.Close)
	submit := start(t, "submit", in, "-o", out, "--to", "json", "--job", "j", "--nats", url, "--queue-bytes", "8K", "--store-bytes", "40K")
	waits := func(p *process, what string) {
		t.Helper()
		until(t, what, func() error {
			if c, err := q.Count(context.Background(), "j"); err != nil || len(c.Waiting) == 0 {
				return os.ErrNotExist
			}
			if !strings.Contains(p.said.String(), "the store is full") {
				return os.ErrNotExist
			}
			return nil
		})
	}
	waits(submit, "submit waits for room in the queue")
	work := start(t, "work", "--nats", url, "--jobs", "1", "--ack-wait", "2s")
	waits(work, "work waits for room in the store")
	ctx := context.Background()
	s, err := q.JS.Stream(ctx, "ZIPING-MAIN-RESULTS")
	if err != nil {
		t.Fatal(err)
	}
	if n := s.CachedInfo().State.Msgs; n == 0 || n >= inputs-1 {
		t.Errorf("%d results in a store that is full", n)
	}
	config := s.CachedInfo().Config
	config.MaxBytes = -1
	if _, err := q.JS.UpdateStream(ctx, config); err != nil {
		t.Fatal(err)
	}
	if err := submit.Wait(); err != nil {
		t.Errorf("submit: %v: %s", err, submit.said)
	}
	run(t, exitSomeFailed, "collect", "j", "--wait", "--nats", url)
	same(t, want, out)
	work.kill()
	for _, p := range []*process{submit, work} {
		if !strings.Contains(p.said.String(), "the store is full") || !strings.Contains(p.said.String(), "nothing is lost") {
			t.Errorf("it said %s", p.said)
		}
	}
}

// A worker asked to end finishes what it does and gives back the rest at once: nothing
// waits for its silence to be noticed.
func TestDrained(t *testing.T) {
	t.Parallel()
	url := oneServer(t)
	in := filepath.Join(t.TempDir(), "in")
	const inputs = 60
	forms(t, in, inputs)
	want := single(t, in, "--to", "json")
	out := filepath.Join(t.TempDir(), "out")
	q := dial(t, url, "main")
	t.Cleanup(q.Close)
	run(t, exitOK, "submit", in, "-o", out, "--to", "json", "--job", "j", "--nats", url)
	first := start(t, "work", "--nats", url, "--jobs", "1", "--ack-wait", "1h", "--name", "first")
	until(t, "some are done", results(q, "j", 1, inputs))
	_ = first.Process.Signal(os.Interrupt)
	if err := first.Wait(); err != nil {
		t.Errorf("a worker that was asked to end: %v: %s", err, first.said)
	}
	start(t, "work", "--nats", url, "--jobs", "1", "--ack-wait", "1h", "--name", "second")
	run(t, exitSomeFailed, "collect", "j", "--wait", "--nats", url) // for an hour, if first kept any
	same(t, want, out)
}

// A worker of another version never takes a task: there is one that only it could do.
func TestAnotherVersion(t *testing.T) {
	t.Parallel()
	url := oneServer(t)
	in := filepath.Join(t.TempDir(), "in")
	forms(t, in, 6)
	run(t, exitOK, "submit", in, "-o", filepath.Join(t.TempDir(), "out"), "--to", "json", "--job", "j", "--nats", url)
	other := filepath.Join(t.TempDir(), "ziping")
	if err := os.WriteFile(other, []byte("#!/bin/sh\necho 9.9.9 "+relay.Speech+"\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	said := run(t, exitOK, "work", "--idle", "300ms", "--nats", url, "--ziping", other)
	if !strings.Contains(said, "ziping 9.9.9") || !strings.Contains(said, " 0 done") {
		t.Errorf("a worker of another version said %s", said)
	}
	says(t, exitAllFailed, "由 ziping 0.1.0", "submitted by ziping 0.1.0", "collect", "j", "--nats", url, "--ziping", other)
	q := dial(t, url, "main")
	defer q.Close()
	if c, err := q.Count(context.Background(), "j"); err != nil || c.Done != 0 {
		t.Errorf("%d are done by another version, %v", c.Done, err)
	}
	if err := os.WriteFile(other, []byte("#!/bin/sh\necho 0.1.0\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	says(t, exitAllFailed, "属于另一次发布", "is of another release", "work", "--nats", url, "--ziping", other)
}
