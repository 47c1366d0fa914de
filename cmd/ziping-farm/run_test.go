package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A farm of one server and one worker makes what one machine makes, whatever of it passes
// through the queue, the servers' store or a shared folder; asked again it does nothing
// twice.
func TestFarm(t *testing.T) {
	t.Parallel()
	url := oneServer(t)
	share := t.TempDir()
	in := filepath.Join(share, "forms")
	forms(t, in, 12)
	long(t, in)
	flags := []string{"--to", "json,docx", "--no-repair"}
	want := single(t, in, flags...)
	place := t.TempDir() // beside that of the single run, as the summary leads to the inputs
	for _, store := range []string{"nats", share} {
		t.Run(strings.ReplaceAll(store, "/", "_"), func(t *testing.T) {
			out := filepath.Join(place, "out")
			_ = os.RemoveAll(out)
			tenant := "t" + filepath.Base(filepath.Dir(store))
			tenant = strings.ToLower(strings.ReplaceAll(tenant, ".", "n"))
			at := []string{"--nats", url, "--tenant", tenant}
			submit := append([]string{"submit", in, "-o", out, "--job", "one", "--store", store, "--queue-bytes", "64M"}, append(flags, at...)...)
			if said := run(t, exitOK, submit...); !strings.Contains(said, "13 inputs, 12 tasks queued") {
				t.Errorf("submit said %s", said)
			}
			if said := run(t, exitOK, submit...); !strings.Contains(said, " 0 tasks queued, 12 known") {
				t.Errorf("submit said the second time %s", said)
			}
			if said := run(t, exitSomeFailed, append([]string{"collect"}, at...)...); !strings.Contains(said, "13 inputs are not done yet") {
				t.Errorf("collect said before any work %s", said)
			}
			work := []string{"work", "--idle", "1ms", "--jobs", "2"}
			if store != "nats" {
				work = append(work, "--store", store)
			}
			said := run(t, exitOK, append(work, at...)...)
			if !strings.Contains(said, "12 done, 1 of them failed, 0 twice, 0 given up") {
				t.Errorf("work said %s", said)
			}
			if said := run(t, exitOK, append([]string{"status", "one"}, at...)...); !strings.Contains(said, "12 done  0 waiting") {
				t.Errorf("status said %s", said)
			}
			for range 2 {
				run(t, exitSomeFailed, append([]string{"collect"}, at...)...) // a torn file failed
				same(t, want, out)
			}
			if store == share {
				packs, _ := filepath.Glob(filepath.Join(share, ".ziping-farm", "out", "*", "*"))
				copies, _ := filepath.Glob(filepath.Join(share, ".ziping-farm", "in"))
				if len(packs) != 1 || len(copies) != 0 {
					t.Errorf("the folder has %v and %v; one large output, and no copy of an input that lies in it, were wanted", packs, copies)
				}
			}
			if said := run(t, exitOK, submit...); !strings.Contains(said, " 0 tasks queued, 12 known") {
				t.Errorf("submit said when all was done %s", said)
			}
			run(t, exitOK, append([]string{"forget", "one"}, at...)...)
			if said := run(t, exitOK, submit...); !strings.Contains(said, " 12 tasks queued, 0 known") {
				t.Errorf("submit said of a job that had been forgotten %s", said)
			}
			run(t, exitOK, append([]string{"forget", "one"}, at...)...)
			if said := run(t, exitAllFailed, append([]string{"collect", "one"}, at...)...); !strings.Contains(said, `there is no job "one"`) {
				t.Errorf("collect said of a job that is gone %s", said)
			}
		})
	}
}
