package main

import (
	"io"
	"net/http"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// The figures of a worker can be read by Prometheus and by people, on this machine alone
// unless it is said otherwise.
func TestFigures(t *testing.T) {
	t.Parallel()
	url := oneServer(t)
	in := filepath.Join(t.TempDir(), "in")
	forms(t, in, 6)
	run(t, exitOK, "submit", in, "-o", filepath.Join(t.TempDir(), "out"), "--to", "json", "--job", "j", "--nats", url)
	w := start(t, "work", "--nats", url, "--name", "<one>", "--metrics", ":0")
	q := dial(t, url, "main")
	defer q.Close()
	until(t, "all is done", results(q, "j", 5, 5))
	at := regexp.MustCompile(`http://127\.0\.0\.1:\d+/`).FindString(w.said.String())
	if at == "" {
		t.Fatalf("the worker said %s", w.said)
	}
	get := func(path string) string {
		t.Helper()
		r, err := http.Get(at + path)
		if err != nil {
			t.Fatal(err)
		}
		defer r.Body.Close()
		text, err := io.ReadAll(r.Body)
		if err != nil {
			t.Fatal(err)
		}
		return string(text)
	}
	until(t, "the last is counted", func() error {
		if !strings.Contains(get("metrics"), "\nziping_farm_tasks_done_total 5\n") {
			return io.ErrNoProgress
		}
		return nil
	})
	text := get("metrics")
	if !strings.Contains(text, "# TYPE ziping_farm_tasks_held gauge\nziping_farm_tasks_held 0\n") || !strings.Contains(text, "ziping_farm_tasks_failed_total 1\n") {
		t.Errorf("metrics: %s", text)
	}
	for line := range strings.Lines(text) {
		if !regexp.MustCompile(`^(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+ [0-9.e+]+)\n$`).MatchString(line) {
			t.Errorf("not the text format: %q", line)
		}
	}
	if page := get(""); !strings.Contains(page, "Worker &lt;one&gt;") || !strings.Contains(page, "<td>tasks done<td>5") {
		t.Errorf("page: %s", page)
	}
}
