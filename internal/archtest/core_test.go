package archtest

import (
	"os/exec"
	"strings"
	"testing"
)

// What the core links, whoever imports it, has no queue and no store in it: the whole graph
// of imports is looked at, not only this module's.
func TestTheCoreLinksNoQueue(t *testing.T) {
	deps := func(program string) map[string]bool {
		t.Helper()
		cmd := exec.Command("go", "list", "-deps", program)
		cmd.Dir = module
		out, err := cmd.Output()
		if err != nil {
			t.Fatalf("go list: %v", err)
		}
		all := map[string]bool{}
		for line := range strings.Lines(string(out)) {
			all[strings.TrimSpace(line)] = true
		}
		return all
	}
	barred := func(all map[string]bool) (found []string) {
		for p := range all {
			if strings.Contains(p, "nats") || strings.Contains(p, "minio") || strings.HasPrefix(p, "ziping/internal/farm") {
				found = append(found, p)
			}
		}
		return found
	}
	core := deps("./cmd/ziping")
	if found := barred(core); len(found) > 0 {
		t.Errorf("cmd/ziping links %v", found)
	}
	if !core["ziping/internal/relay"] || len(core) < 150 {
		t.Errorf("looked at %d packages only; is the list broken?", len(core))
	}
	farm := deps("./cmd/ziping-farm")
	if len(barred(farm)) < 5 {
		t.Error("cmd/ziping-farm links no queue; does this test see anything?")
	}
	for _, p := range []string{"ziping/internal/pipeline", "ziping/extract/pdfin", "ziping/render/xlsxout"} {
		if farm[p] {
			t.Errorf("cmd/ziping-farm links %s: the work is ziping's", p)
		}
	}
}
