package queue_test

import (
	"context"
	"net"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/nats-io/nats.go"

	"ziping/internal/farm"
	"ziping/internal/farm/queue"
	"ziping/internal/farm/serve"
)

// A server that lost power comes back without the last results, and gives their numbers to
// the next: whoever reads them misses none.
func TestResultsAfterAPowerCut(t *testing.T) {
	t.Parallel()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	at := l.Addr().String()
	_ = l.Close()
	data, before := filepath.Join(t.TempDir(), "data"), filepath.Join(t.TempDir(), "before")
	up := func() *serve.Server {
		t.Helper()
		s, err := serve.Start(serve.Options{Listen: at, Data: data})
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	s := up()
	q, err := queue.Dial(queue.Options{URL: "nats://" + at})
	if err != nil {
		t.Fatal(err)
	}
	defer q.Close()
	if err := q.Prepare(ctx); err != nil {
		t.Fatal(err)
	}
	s.Stop()
	if err := os.CopyFS(before, os.DirFS(data)); err != nil {
		t.Fatal(err)
	}
	s = up()
	put := func(keys ...string) {
		t.Helper()
		var all []*queue.Sending
		for _, k := range keys {
			all = append(all, &queue.Sending{Job: "j", Result: &farm.Result{Key: k}})
		}
		q.PutResults(ctx, all, nil)
		for _, s := range all {
			if s.Err != nil {
				t.Fatal(s.Err)
			}
		}
	}
	keys, ended := make(chan string, 100), make(chan error, 1)
	seen := map[string]bool{}
	go func() {
		ended <- q.Results(ctx, "j", func(r *farm.Result, _ []byte) error {
			if r != nil {
				keys <- r.Key
			}
			return nil
		})
	}()
	read := func(n int) {
		t.Helper()
		for len(seen) < n {
			select {
			case k := <-keys:
				seen[k] = true
			case err := <-ended:
				t.Fatalf("reading ended with %v after %v, want %d", err, seen, n)
			}
		}
	}
	put("a", "b")
	read(2)
	s.Stop()
	if err := os.RemoveAll(data); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(before, data); err != nil {
		t.Fatal(err)
	}
	s = up()
	defer s.Stop()
	put("c", "d")
	read(4)
}

// Whoever stops does not wait for servers that are away.
func TestCloseWithoutServer(t *testing.T) {
	t.Parallel()
	s, err := serve.Start(serve.Options{Listen: "127.0.0.1:0", Data: t.TempDir()})
	if err != nil {
		t.Fatal(err)
	}
	q, err := queue.Dial(queue.Options{URL: s.URL()})
	if err != nil {
		t.Fatal(err)
	}
	away := q.NC.StatusChanged(nats.RECONNECTING)
	s.Stop()
	<-away
	closed := make(chan struct{})
	go func() { q.Close(); close(closed) }()
	select {
	case <-closed:
	case <-time.After(5 * time.Second):
		t.Error("waited for servers that are away")
	}
}
