package sets_test

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"
)

// webAddress is one of a page.
var webAddress = regexp.MustCompile(`[a-z0-9-]+\.(com|cn|net|org|gov)\b`)

// TestSourcesAreNamed: a rule is cited by the notice or form it stands in, never by the
// address of a page that copied it.
func TestSourcesAreNamed(t *testing.T) {
	files, err := filepath.Glob("*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatalf("got %d files, %v", len(files), err)
	}
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		if at := webAddress.Find(data); at != nil {
			t.Errorf("%s cites %s", f, at)
		}
	}
}
