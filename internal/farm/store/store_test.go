package store_test

import (
	"bytes"
	"context"
	"errors"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"ziping/internal/farm"
	"ziping/internal/farm/queue"
	"ziping/internal/farm/serve"
	"ziping/internal/farm/store"
	"ziping/internal/farm/store/s3test"
)

// opened are the stores, with their addresses.
func opened(t *testing.T) (map[string]store.Store, *s3test.Server, string) {
	t.Helper()
	s, err := serve.Start(serve.Options{Listen: "127.0.0.1:0", Data: t.TempDir()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Stop)
	q, err := queue.Dial(queue.Options{URL: s.URL()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(q.Close)
	fake := &s3test.Server{Objects: map[string][]byte{}}
	web := httptest.NewServer(fake.Handler())
	t.Cleanup(web.Close)
	t.Setenv("AWS_ACCESS_KEY_ID", "known")
	t.Setenv("AWS_SECRET_ACCESS_KEY", "secret")
	bucket := "s3://forms?endpoint=" + web.URL + "&region=r"
	out := map[string]store.Store{}
	for name, where := range map[string]string{"nats": "nats", "folder": t.TempDir(), "s3": bucket} {
		if out[name], err = store.Open(context.Background(), where, q.JS, q); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
	}
	return out, fake, web.URL
}

// Every store keeps what has a name as it is, whoever puts it again, and gives it back
// byte for byte.
func TestStores(t *testing.T) {
	stores, fake, _ := opened(t)
	ctx := context.Background()
	large := bytes.Repeat([]byte("一二三四"), 400_000) // of several pieces
	for kind, s := range stores {
		for name, data := range map[string][]byte{store.InputName(strings.Repeat("ab", 32)): large, store.OutputName("00ff"): []byte("x"), store.OutputName("0100"): {}} {
			if _, err := s.Get(ctx, name); !errors.Is(err, store.ErrNone) {
				t.Errorf("%s: what was not put: %v", kind, err)
			}
			var all sync.WaitGroup
			for range 4 {
				all.Go(func() {
					if err := s.Put(ctx, name, data); err != nil {
						t.Errorf("%s: %v", kind, err)
					}
				})
			}
			all.Wait()
			if got, err := s.Get(ctx, name); err != nil || !bytes.Equal(got, data) {
				t.Errorf("%s: got %d bytes, %v; want %d", kind, len(got), err, len(data))
			}
		}
	}
	if fake.Puts != 12 || len(fake.Objects) != 3 {
		t.Errorf("S3 has %d objects after %d puts", len(fake.Objects), fake.Puts)
	}
}

// What is wrong with S3 is told with a remedy.
func TestProblemsOfS3(t *testing.T) {
	stores, fake, url := opened(t)
	ctx := context.Background()
	fake.Full = true
	told(t, stores["s3"].Put(ctx, "a", []byte("x")), "the bucket forms is full")
	other, err := store.Open(ctx, "s3://none?endpoint="+url+"&region=r", nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	told(t, other.Put(ctx, "a", nil), "there is no bucket none")
	t.Setenv("AWS_ACCESS_KEY_ID", "unknown")
	wrong, err := store.Open(ctx, "s3://forms?endpoint="+url+"&region=r", nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	told(t, wrong.Put(ctx, "a", nil), "does not accept these keys")
	_, err = wrong.Get(ctx, "a")
	told(t, err, "does not accept these keys")
	_, err = store.Open(ctx, "ftp://x", nil, nil)
	told(t, err, `--store: "ftp://x" is not valid`)
	_, err = store.Open(ctx, filepath.Join(t.TempDir(), "none"), nil, nil)
	told(t, err, "cannot be opened")
}

func told(t *testing.T, err error, want string) {
	t.Helper()
	var p *farm.Problem
	if !errors.As(err, &p) || !strings.Contains(p.Message.EN, want) || p.Message.ZH == "" || p.Hint.ZH == "" || p.Hint.EN == "" {
		t.Errorf("got %v, want %q in both languages, with a remedy", err, want)
	}
}

// The inputs of a bucket come in the order of their names, without what the store keeps
// there itself.
func TestInputsOfABucket(t *testing.T) {
	_, fake, url := opened(t)
	for _, name := range []string{"2024/b.txt", "2024/a.txt", "2024/sub/", "2023/c.txt", store.OutputName("00ff")} {
		fake.Objects[name] = []byte(name)
	}
	b, err := store.OpenInputs("s3://forms/2024?region=r&endpoint=" + url)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	err = b.Each(context.Background(), func(o store.Object) error {
		names = append(names, o.Name)
		return nil
	})
	if got := strings.Join(names, " "); err != nil || got != "2024/a.txt 2024/b.txt" {
		t.Errorf("got %s, %v", got, err)
	}
	if !b.SameBucket("s3://forms?endpoint="+url) || b.SameBucket("s3://other") || b.SameBucket("/forms") {
		t.Error("the bucket is not known again")
	}
}

// A folder gives nothing that lies outside of it, whatever a name says.
func TestFolderKeepsInside(t *testing.T) {
	dir := t.TempDir()
	outside := filepath.Join(t.TempDir(), "secret")
	if err := os.WriteFile(outside, []byte("secret"), 0o600); err != nil {
		t.Fatal(err)
	}
	s, err := store.Open(context.Background(), dir, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	rel, _ := filepath.Rel(dir, outside)
	for _, name := range []string{outside, rel, "a/../" + rel} {
		if data, err := s.Get(context.Background(), filepath.ToSlash(name)); err == nil {
			t.Errorf("%s gave %q", name, data)
		}
		if err := s.Put(context.Background(), filepath.ToSlash(name)+"2", []byte("x")); err == nil {
			t.Errorf("%s2 was written", name)
		}
	}
	if got := store.Inside(dir, filepath.Join(dir, "a", "b.txt")); got != "a/b.txt" {
		t.Errorf("Inside: got %q", got)
	}
	if got := store.Inside(dir, outside) + store.Inside("nats", outside); got != "" {
		t.Errorf("Inside of what lies outside: got %q", got)
	}
}

// A store of the servers that is full says so and keeps nothing of what it could not take;
// with more room the same bytes are put.
func TestFullObjectStore(t *testing.T) {
	s, err := serve.Start(serve.Options{Listen: "127.0.0.1:0", Data: t.TempDir()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Stop)
	q, err := queue.Dial(queue.Options{URL: s.URL(), StoreBytes: 300 << 10})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(q.Close)
	ctx := context.Background()
	o, err := store.Open(ctx, store.NATS, q.JS, q)
	if err != nil {
		t.Fatal(err)
	}
	data := bytes.Repeat([]byte("x"), 1<<20)
	told(t, o.Put(ctx, "a", data), "the store is full")
	if _, err := o.Get(ctx, "a"); !errors.Is(err, store.ErrNone) {
		t.Errorf("what did not fit: %v", err)
	}
	if err := o.Put(ctx, "b", data[:1000]); err != nil {
		t.Errorf("what fits: %v", err)
	}
	stream, err := q.JS.Stream(ctx, "OBJ_"+q.Bucket())
	if err != nil {
		t.Fatal(err)
	}
	config := stream.CachedInfo().Config
	config.MaxBytes = -1
	if _, err := q.JS.UpdateStream(ctx, config); err != nil {
		t.Fatal(err)
	}
	if err := o.Put(ctx, "a", data); err != nil {
		t.Errorf("with more room: %v", err)
	}
	if got, err := o.Get(ctx, "a"); err != nil || !bytes.Equal(got, data) {
		t.Errorf("got %d bytes, %v", len(got), err)
	}
}
