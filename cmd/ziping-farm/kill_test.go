//go:build unix

package main

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"ziping/internal/farm/queue"
)

// cluster is three servers that hold everything threefold.
type cluster struct {
	servers [3]*process
	args    [3][]string
	url     string
}

func newCluster(t *testing.T) *cluster {
	t.Helper()
	c := &cluster{}
	var clients, peers [3]string
	for i := range 3 {
		clients[i], peers[i] = address(t), address(t)
	}
	for i := range 3 {
		c.args[i] = []string{"serve", "--listen", clients[i], "--cluster", peers[i], "--name", fmt.Sprint("s", i), "--data", t.TempDir()}
		for k := range 3 {
			if k != i {
				c.args[i] = append(c.args[i], "--route", peers[k])
			}
		}
		c.servers[i] = start(t, c.args[i]...)
	}
	c.url = "nats://" + strings.Join(clients[:], ",nats://")
	return c
}

// prepared is a queue of a tenant once the servers have agreed on who leads.
func (c *cluster) prepared(t *testing.T, tenant string) *queue.Queue {
	t.Helper()
	q := dial(t, c.url, tenant)
	t.Cleanup(q.Close)
	until(t, "three servers make the streams", func() error {
		q, err := queue.Dial(queue.Options{URL: c.url, Tenant: tenant, Replicas: 3})
		if err != nil {
			return err
		}
		defer q.Close()
		return q.Prepare(context.Background())
	})
	return q
}

// Three servers, three workers: the server that leads and one worker are killed in the
// middle and started again later. Every output is there once, byte for byte that of one
// machine, and so is the account.
func TestKilled(t *testing.T) {
	t.Parallel()
	c := newCluster(t)
	in := filepath.Join(t.TempDir(), "in")
	const inputs = 100
	forms(t, in, inputs)
	want := single(t, in, "--to", "json")
	tasks := inputs - 1 // one is there twice
	q := c.prepared(t, "main")
	begun := time.Now()
	lap := func(what string) { t.Logf("%v: %s", time.Since(begun).Round(time.Millisecond), what) }
	out := filepath.Join(t.TempDir(), "out")
	run(t, exitOK, "submit", in, "-o", out, "--to", "json", "--job", "j", "--nats", c.url, "--replicas", "3")
	lap("submitted")
	first := worker(t, c.url, "first")
	until(t, "some are done", results(q, "j", 3, inputs))
	first.kill()
	leader := 0
	if name, err := q.Leader(context.Background()); err == nil {
		_, _ = fmt.Sscanf(name, "s%d", &leader)
	}
	c.servers[leader].kill()
	lap("a worker and the leader are dead")
	others := []*process{worker(t, c.url, "second"), worker(t, c.url, "third")}
	defer func() {
		if t.Failed() {
			for _, p := range others {
				p.kill()
				t.Logf("a worker said: %s", p.said)
			}
		}
	}()
	until(t, "work goes on without them", results(q, "j", 20, inputs))
	lap("it goes on")
	c.servers[leader] = start(t, c.args[leader]...)
	worker(t, c.url, "first again")
	said := run(t, exitSomeFailed, "collect", "j", "--wait", "--nats", c.url)
	lap("collected: " + said)
	same(t, want, out)
	if err := results(q, "j", tasks, tasks)(); err != nil {
		t.Errorf("%v, want just %d", err, tasks)
	}
}

// worker starts one that may be silent for a second.
func worker(t *testing.T, url, name string) *process {
	t.Helper()
	return start(t, "work", "--nats", url, "--name", name, "--jobs", "1", "--ack-wait", "1s")
}

// A worker is cut off, here frozen, for longer than it may be silent, and comes back when
// another has done what it holds: no output is lost and none is there twice.
func TestFrozen(t *testing.T) {
	t.Parallel()
	url := oneServer(t)
	in := filepath.Join(t.TempDir(), "in")
	const inputs = 60
	forms(t, in, inputs)
	want := single(t, in, "--to", "json")
	tasks := inputs - 1
	q := dial(t, url, "main")
	t.Cleanup(q.Close)
	out := filepath.Join(t.TempDir(), "out")
	run(t, exitOK, "submit", in, "-o", out, "--to", "json", "--job", "j", "--nats", url)
	first := worker(t, url, "first")
	until(t, "some are done", results(q, "j", 1, inputs))
	_ = first.Process.Signal(syscall.SIGSTOP)
	second := worker(t, url, "second")
	until(t, "the other has done all, what the first holds too", results(q, "j", tasks, tasks))
	_ = first.Process.Signal(syscall.SIGCONT)
	until(t, "the first has let go of what it held", func() error {
		all, err := q.Roll(100 * time.Millisecond)
		for _, w := range all {
			if w.Worker == "first" && w.Held == 0 {
				return nil
			}
		}
		return fmt.Errorf("%v: %w", all, err)
	})
	for _, p := range []*process{first, second} {
		_ = p.Process.Signal(syscall.SIGTERM)
		if err := p.Wait(); err != nil {
			t.Errorf("a worker that was asked to end: %v, %s", err, p.said)
		}
	}
	run(t, exitSomeFailed, "collect", "j", "--wait", "--nats", url)
	same(t, want, out)
	if err := results(q, "j", tasks, tasks)(); err != nil {
		t.Errorf("%v, want just %d", err, tasks)
	}
	t.Logf("first: %s second: %s", first.said, second.said)
}
