package batch

import (
	"fmt"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// names lists what the outputs of a plan are called.
func names(t *testing.T, dir string, formats []string, paths ...string) []string {
	t.Helper()
	for i, p := range paths {
		if p != Stdin {
			paths[i] = filepath.Join(dir, filepath.FromSlash(p))
		}
	}
	plan, err := NewPlan(paths)
	if err != nil {
		t.Fatal(err)
	}
	plan.Claiming(func(name string, head []byte) bool { return len(head) > 0 && head[0] != 'p' })
	var out []string
	for in := range plan.Inputs(formats) {
		out = append(out, in.Out)
	}
	return out
}

func TestNames(t *testing.T) {
	t.Parallel()
	all := []string{"xlsx", "pdf", "json"}
	long := strings.Repeat("长", 83)
	for _, tt := range []struct {
		name    string
		files   []string
		paths   []string
		formats []string
		want    []string
	}{
		{"the folder's own name is dropped", []string{"s/a/b.pdf", "f", "s/c.txt", "f"}, []string{"s"}, all, []string{"a/b", "c"}},
		{"a named file", []string{"s/a/b.pdf", "f"}, []string{"s/a/b.pdf"}, all, []string{"b"}},
		{"standard input", nil, []string{Stdin}, all, []string{"stdin"}},
		{"several folders keep their names", []string{"x/a.txt", "f", "y/a.txt", "f"}, []string{"x", "y"}, all, []string{"x/a", "y/a"}},
		{"two of one stem", []string{"s/b.pdf", "f", "s/b.txt", "f", "s/c.txt", "f"}, []string{"s"}, all, []string{"b.pdf", "b.txt", "c"}},
		{"in the other case", []string{"s/B.pdf", "f", "s/b.txt", "f"}, []string{"s"}, all, []string{"B.pdf", "b.txt"}},
		{"only the case differs", []string{"s/B.txt", "f", "s/b.txt", "f"}, []string{"s"}, all, []string{"B.txt", "b.txt-2"}},
		{"a photograph takes no name", []string{"s/b.png", "photo", "s/b.txt", "f"}, []string{"s"}, all, []string{"b.png", "b"}},
		{"a full name is the stem of another", []string{"s/b.pdf", "f", "s/b.pdf.txt", "f", "s/b.txt", "f"}, []string{"s"}, all, []string{"b.pdf", "b.pdf.txt", "b.txt"}},
		{"the run's own", []string{"s/summary.txt", "f", "s/a/summary.txt", "f"}, []string{"s"}, all, []string{"a/summary", "summary.txt"}},
		{"the run's own is not written", []string{"s/summary.txt", "f"}, []string{"s"}, []string{"json"}, []string{"summary"}},
		{"a folder has the name", []string{"s/b.txt", "f", "s/b.xlsx/c.txt", "f"}, []string{"s"}, all, []string{"b.txt", "b.xlsx/c"}},
		{"files of one name from two folders", []string{"x/a.txt", "f", "y/a.txt", "f"}, []string{"x/a.txt", "y/a.txt"}, all, []string{"a.txt", "a.txt-2"}},
		{"a file and a folder at the top", []string{"s/a.txt", "f", "a.csv", "f"}, []string{"s", "a.csv"}, all, []string{"a.csv", "a.txt"}},
		{"what is named twice comes once", []string{"s/a.txt", "f", "s/b.txt", "f"}, []string{"s", "s/b.txt", "s"}, all, []string{"b", "a"}},
		{"a folder in a named folder", []string{"s/a/b.txt", "f"}, []string{"s/a", "s"}, all, []string{"a/b"}},
		{"no extension", []string{"s/report", "f", "s/2023.12", "f", "s/2023.自评表", "f", "s/x.tar.gz", "f"}, []string{"s"}, all, []string{"2023.12", "2023.自评表", "report", "x.tar"}},
		{"devices of Windows", []string{"s/con.txt", "f", "s/LPT1.txt", "f", "s/nul/x.txt", "f"}, []string{"s"}, all, []string{"LPT1_", "con_", "nul_/x"}},
		{"a device's name beside its substitute", []string{"s/con.txt", "f", "s/con_.txt", "f", "s/nul/x.txt", "f", "s/nul_/x.txt", "f"}, []string{"s"}, all, []string{"con_", "con_-2", "nul__/x", "nul_/x"}},
		{"names as long as can be", []string{"s/" + long + ".csv", "f", "s/" + long + ".txt", "f"}, []string{"s"}, all, []string{long[:240], long[:240] + "-2"}},
		{"a format of two parts", []string{"s/b.pdf", "f", "s/b.searchable.pdf", "f", "s/c.pdf", "f"}, []string{"s"}, []string{"pdf", "searchable.pdf"}, []string{"b.pdf", "b.searchable.pdf", "c"}},
		{"a format of two parts alone", []string{"s/b.pdf", "f", "s/b.searchable.pdf", "f"}, []string{"s"}, []string{"xlsx", "searchable.pdf"}, []string{"b", "b.searchable"}},
		{"a folder that ends in a dot", []string{"s/a./x.txt", "f"}, []string{"s"}, all, []string{"a._/x"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			dir := t.TempDir()
			tree(t, dir, tt.files...)
			want(t, "names", names(t, dir, tt.formats, tt.paths...), tt.want)
		})
	}
}

func TestPlanErrors(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	tree(t, dir, "x/a/1.txt", "f", "y/a/1.txt", "f")
	if _, err := NewPlan([]string{filepath.Join(dir, "no")}); err == nil {
		t.Error("a missing path: got no error")
	}
	if _, err := NewPlan([]string{filepath.Join(dir, "x", "a"), filepath.Join(dir, "y", "a")}); err == nil {
		t.Error("two folders of one name: got no error")
	}
}

// Many inputs of one name are named in time that grows as they do.
func TestNamesOfOneBase(t *testing.T) {
	made := func(n int) float64 {
		names := make([]string, n)
		return testing.AllocsPerRun(1, func() {
			for i := range names {
				names[i] = "report.txt"
			}
			number(names, make([]bool, n))
		})
	}
	few, many := made(500), made(4000)
	if many > 12*few { // eight times as many
		t.Errorf("got %v allocations for 500 names and %v for 4,000", few, many)
	}
	names := []string{"a-2", "a", "a", "A", "a", "a-2"}
	number(names, make([]bool, len(names)))
	want(t, "names", names, []string{"a-2", "a", "a-3", "A-4", "a-5", "a-2-2"})
}

func TestOutermost(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	tree(t, dir, "a/b/c/x", "", "ab/x", "")
	var all []folder
	for _, name := range []string{"a/b/c", "a", "ab", "a/b"} {
		all = append(all, folder{file: filepath.Join(dir, name), path: name})
	}
	var got []string
	for _, f := range outermost(all) {
		got = append(got, f.path)
	}
	want(t, "outermost", got, []string{"a", "ab"})
}

// TestManyInAFolder lists a folder of many files and looks at what stays in memory of each.
func TestManyInAFolder(t *testing.T) {
	const n = 5_000
	dir := t.TempDir()
	for i := range n {
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%06d.txt", i)), nil, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	p, err := NewPlan([]string{dir})
	if err != nil {
		t.Fatal(err)
	}
	held := func() uint64 {
		var m runtime.MemStats
		runtime.GC()
		runtime.GC()
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	before := held()
	l := p.named(p.folders[0], []string{"xlsx", "json"})
	if got := (held() - before) / n; got > 100 {
		t.Errorf("%d bytes are held for each file, want at most 100", got)
	}
	if in := l.input(l.entries[n-1]); in.Out != "004999" || in.Path != path.Join(filepath.ToSlash(dir), "004999.txt") {
		t.Errorf("got %+v", in)
	}
}
