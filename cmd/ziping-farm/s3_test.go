package main

import (
	"io/fs"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ziping/internal/farm/store/s3test"
)

// Inputs that lie in a bucket are read there and stay there; large outputs come to lie
// beside them. What is collected is what one machine makes of a copy of the bucket.
func TestS3(t *testing.T) {
	t.Parallel()
	url := oneServer(t)
	dir := t.TempDir()
	in := filepath.Join(dir, "in")
	forms(t, in, 8)
	long(t, in)
	want := singleIn(t, dir, "in", "--to", "json")
	fake := &s3test.Server{Objects: map[string][]byte{}}
	err := filepath.WalkDir(in, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		rel, _ := filepath.Rel(dir, path)
		fake.Objects["2024/"+filepath.ToSlash(rel)] = data
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	inputs := len(fake.Objects)
	web := httptest.NewServer(fake.Handler())
	t.Cleanup(web.Close)
	place := "?region=r&endpoint=" + web.URL
	out := filepath.Join(t.TempDir(), "out")
	// Where the copy is: the summary leads to the inputs.
	runIn(t, dir, exitOK, "submit", "s3://forms/2024/in"+place, "-o", out, "--store", "s3://forms"+place, "--to", "json", "--job", "j", "--nats", url)
	// A worker that was not given the bucket takes nothing away from one that was.
	said := run(t, exitOK, "work", "--idle", "1ms", "--nats", url)
	if !strings.Contains(said, "which this worker was not given") {
		t.Errorf("a worker without the store said %s", said)
	}
	start(t, "work", "--nats", url, "--store", "s3://forms"+place)
	runIn(t, dir, exitSomeFailed, "collect", "--wait", "--nats", url)
	same(t, want, out)
	if added := len(fake.Objects) - inputs; added != 1 || fake.Puts != 1 {
		t.Errorf("%d objects were added by %d puts, one large output was wanted", added, fake.Puts)
	}
}
