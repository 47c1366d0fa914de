package batch

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// What an account lists is no input, wherever the folder is entered from; files beside it
// are, and a run.ndjson that is none of ours lists nothing.
func TestOwnOutputsAreNoInputs(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	account := `{"path":"in/a.txt","status":"ok","outputs":[{"path":"a.xlsx","sha256":"00"},{"path":"b/c.json","sha256":"00"}],"earlier":[{"path":"old.pdf","sha256":"00"}],"ms":1}` + "\ntorn\n" +
		`{"path":"in/d.txt","status":"failed","error":{"kind":"empty","message":"x"},"ms":1}` + "\n"
	for name, text := range map[string]string{
		"desk/form.txt": "x", "desk/out/run.ndjson": account, "desk/out/run.damaged.ndjson": "torn\n", "desk/out/summary.xlsx": "x", "desk/out/a.xlsx": "x",
		"desk/out/b/c.json": "x", "desk/out/old.pdf": "x", "desk/out/mine.txt": "x", "desk/out/b/a.xlsx": "x", "desk/out/dataset/form.csv": "x", "desk/out/b/dataset/x.csv": "x",
		"desk/other/run.ndjson": `{"time":1}` + "\n", "desk/other/a.xlsx": "x",
	} {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(file), 0o777), os.WriteFile(file, []byte(text), 0o666)); err != nil {
			t.Fatal(err)
		}
	}
	for _, tt := range []struct {
		from, want string
		own        int
	}{
		{"desk", "form.txt other/a.xlsx other/run.ndjson out/b/a.xlsx out/b/dataset/x.csv out/mine.txt", 7},
		{"desk/out", "b/a.xlsx b/dataset/x.csv mine.txt", 7},
	} {
		p, err := NewPlan([]string{filepath.Join(dir, filepath.FromSlash(tt.from))})
		if err != nil {
			t.Fatal(err)
		}
		p.Count() // the folders are walked more than once
		var got []string
		for in := range p.Inputs(nil) {
			got = append(got, in.rel)
		}
		slices.Sort(got)
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("%s: got %s\nwant %s", tt.from, s, tt.want)
		}
		n, dirs := p.Own()
		if n != tt.own || len(dirs) != 1 || dirs[0] != filepath.Join(dir, "desk", "out") {
			t.Errorf("%s: got %d of ours in %v", tt.from, n, dirs)
		}
	}
}
