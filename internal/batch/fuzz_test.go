package batch

import (
	"bytes"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ziping/internal/bound"
)

// FuzzAccount: whatever run.ndjson holds, its sound lines are known, its damaged ones set
// aside, and nothing of a foreign file is touched; what is left reads again without damage.
func FuzzAccount(f *testing.F) {
	line := func(l Line) string {
		raw, err := encode(&l)
		if err != nil {
			f.Fatal(err)
		}
		return string(raw)
	}
	sha := strings.Repeat("0", 64)
	ok := line(Line{Path: "a.txt", SHA256: sha, Status: OK, Outputs: []Written{{"a.json", sha}, {"a.searchable.pdf", sha}}})
	bad := line(Line{Path: "b.txt", Status: Failed, Error: &Failure{Kind: "damaged", Message: "坏"}})
	for _, s := range []string{"", ok + bad, ok + ok, ok[:40], ok + bad[:20], "\x00\x00\x00\n" + ok, ok[:len(ok)-1] + bad, "notes\n", ok + "{}\n[]\nnull\n", strings.Repeat("\n", 50), "{\"path\":1}\n", `{"path":"../../x","status":"ok","outputs":[{"path":"../x","sha256":"` + sha + "\"}]}\n"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		bound.Growth(t, bound.PerByte(4_000), data, func(data []byte) { openAccount(t, data) })
	})
}

func openAccount(t *testing.T, data []byte) {
	dir := t.TempDir()
	name := filepath.Join(dir, journalName)
	if err := os.WriteFile(name, data, 0o666); err != nil {
		t.Fatal(err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	j, damaged, err := openJournal(root)
	var foreign *ForeignJournalError
	if errors.As(err, &foreign) {
		if now, err := os.ReadFile(name); err != nil || !bytes.Equal(now, data) {
			t.Error("a foreign file was touched")
		}
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{}
	for _, at := range j.inOrder() {
		l, err := j.read(at)
		if err != nil || !l.sound() {
			t.Fatalf("a line that is kept cannot be read: %v", err)
		}
		known[l.Path] = true
	}
	if err := j.close(); err != nil {
		t.Fatal(err)
	}
	for raw := range bytes.SplitAfterSeq(data, []byte("\n")) { // written whole, it counts
		var l Line
		if bytes.HasSuffix(raw, []byte("\n")) && json.Unmarshal(raw, &l) == nil && l.sound() && !known[l.Path] {
			t.Errorf("%q is forgotten", l.Path)
		}
	}
	if _, err := os.Stat(filepath.Join(dir, damagedName)); damaged > 0 && errors.Is(err, fs.ErrNotExist) {
		t.Error("damaged lines are nowhere")
	}
	again, more, err := openJournal(root)
	if err != nil || more > 0 || len(again.byPath) != len(known) {
		t.Fatalf("opened again: %d damaged, %d known of %d, %v", more, len(again.byPath), len(known), err)
	}
	_ = again.close()
}
