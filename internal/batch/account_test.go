package batch

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"
)

// brief is the account with paths under in, for reading in a test.
func brief(t *testing.T, in, out string) []string {
	t.Helper()
	var lines []string
	short := func(path string) string { return strings.TrimPrefix(path, filepath.ToSlash(in)+"/") }
	for _, l := range account(t, out) {
		s := short(l.Path) + " " + string(l.Status)
		for _, w := range l.Outputs {
			s += " " + w.Path
		}
		if l.Gone {
			s += " gone"
		}
		if l.SameAs != "" {
			s += " as " + short(l.SameAs)
		}
		lines = append(lines, s)
	}
	return lines
}

// The account and the summary tell of everything in DIR, in one order, in however
// many runs it came there.
func TestAccountIsCumulative(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	in := filepath.Join(dir, "in")
	tree(t, in, "a.txt", "form a", "b/c.txt", "form c", "b.txt", "form b", "d.txt", "bad")
	once := filepath.Join(dir, "once")
	newRun(once, in).do(t)
	out := filepath.Join(dir, "out")
	for _, name := range []string{"d.txt", "b.txt", "a.txt", "b/c.txt"} {
		away := filepath.Join(dir, "away")
		if err := os.Rename(in, away); err != nil {
			t.Fatal(err)
		}
		data, err := os.ReadFile(filepath.Join(away, name))
		if err != nil {
			t.Fatal(err)
		}
		tree(t, in, name, string(data))
		newRun(out, in).do(t)
		if err := errors.Join(os.RemoveAll(in), os.Rename(away, in)); err != nil {
			t.Fatal(err)
		}
	}
	want(t, "on the way", brief(t, in, out), []string{"a.txt ok a.xlsx a.json gone", "b/c.txt ok b/c.xlsx b/c.json", "b.txt ok b.xlsx b.json gone", "d.txt failed gone"})
	want(t, "reused", newRun(out, in).do(t).Reused, 4)
	want(t, "account", accountText(t, out), accountText(t, once))
	want(t, "summary", contents(t, out)[summaryName], contents(t, once)[summaryName])
}

// What became of the inputs of earlier runs is said: gone, elsewhere, there again,
// the same as another.
func TestAccountTellsOfInputs(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	in, out := filepath.Join(dir, "in"), filepath.Join(dir, "out")
	tree(t, in, "a.txt", "form a", "b.txt", "form b", "c.txt", "form c", "copy.txt", "form c")
	newRun(out, in).do(t)
	want(t, "two of one content", brief(t, in, out)[3], "copy.txt ok copy.xlsx copy.json as c.txt")
	if err := errors.Join(os.Remove(filepath.Join(in, "a.txt")), os.Rename(filepath.Join(in, "b.txt"), filepath.Join(in, "e.txt"))); err != nil {
		t.Fatal(err)
	}
	totals := newRun(out, in).do(t)
	want(t, "account", totals.Account, Accounted{Inputs: 5, Gone: 2, Moved: 1, Same: 1})
	want(t, "lines", brief(t, in, out), []string{"a.txt ok a.xlsx a.json gone", "b.txt ok b.xlsx b.json gone as e.txt", "c.txt ok c.xlsx c.json", "copy.txt ok copy.xlsx copy.json as c.txt", "e.txt ok e.xlsx e.json"})
	before := contents(t, out)
	want(t, "again", newRun(out, in).do(t).Account, totals.Account)
	want(t, "contents", contents(t, out), before)
	tree(t, in, "a.txt", "form a")
	r := newRun(out, in)
	want(t, "back", r.do(t).Reused, 4)
	want(t, "line of what came back", brief(t, in, out)[0], "a.txt ok a.xlsx a.json")
}

// An input that takes another's name takes its place in the account; the same one
// by another path is not done again.
func TestAccountOfOneName(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	out := filepath.Join(dir, "out")
	tree(t, dir, "x/a.txt", "form a", "y/a.txt", "form other", "z/a.txt", "form other")
	do := func(name string) (Totals, []string) {
		r := newRun(out, filepath.Join(dir, name))
		totals := r.do(t)
		return totals, brief(t, dir, out)
	}
	do("x/a.txt")
	_, lines := do("y/a.txt")
	want(t, "another content", lines, []string{"y/a.txt ok a.xlsx a.json"})
	want(t, "a.json", contents(t, out)["a.json"], "json of form other")
	totals, lines := do("z/a.txt")
	want(t, "by another path", totals.Reused, 1)
	want(t, "its line", lines, []string{"z/a.txt ok a.xlsx a.json"})

	// One that fails takes nothing over, and takes nothing away.
	tree(t, dir, "v/a.txt", "bad", "w/a.txt", "letter")
	do("v/a.txt")
	_, lines = do("w/a.txt")
	want(t, "after two that failed", lines, []string{"v/a.txt failed", "w/a.txt failed", "z/a.txt ok a.xlsx a.json"})
	want(t, "a.json", contents(t, out)["a.json"], "json of form other")
}

// Outputs under a name that their input no longer has are doubles, and go.
func TestAccountLeavesNoDoubles(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	in, out := filepath.Join(dir, "in"), filepath.Join(dir, "out")
	tree(t, in, "b.pdf", "form p")
	newRun(out, in).do(t)
	tree(t, in, "b.txt", "form t")
	newRun(out, in).do(t)
	want(t, "files", listing(t, out), []string{"b.pdf.json", "b.pdf.xlsx", "b.txt.json", "b.txt.xlsx", "run.ndjson", "summary.xlsx"})
	want(t, "lines", brief(t, in, out), []string{"b.pdf ok b.pdf.xlsx b.pdf.json", "b.txt ok b.txt.xlsx b.txt.json"})
}

// Names that are no UTF-8 stay apart, and are known again.
func TestNamesThatAreNoText(t *testing.T) {
	t.Parallel()
	if runtime.GOOS != "linux" {
		t.Skip("names are text here")
	}
	dir := t.TempDir()
	in, out := filepath.Join(dir, "in"), filepath.Join(dir, "out")
	tree(t, in, "\xc4\xe3.txt", "form 1", "\xc4\xe4.txt", "form 2", `\xC4\xE3.txt`, "form 3", "\xff/\xfe.txt", "form 4")
	totals := newRun(out, in).do(t)
	want(t, "done", totals.OK, 4)
	want(t, "lines", brief(t, in, out), []string{
		`\x5CxC4\x5CxE3.txt ok %5CxC4%5CxE3.xlsx %5CxC4%5CxE3.json`,
		`\xC4\xE3.txt ok %C4%E3.xlsx %C4%E3.json`, `\xC4\xE4.txt ok %C4%E4.xlsx %C4%E4.json`,
		`\xFF/\xFE.txt ok %FF/%FE.xlsx %FF/%FE.json`,
	})
	totals = newRun(out, in).do(t)
	want(t, "again", totals.Reused, 4)
	want(t, "gone", totals.Account.Gone, 0)
}

func TestShown(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"a", "自评表", "\xc4\xe3", `\xC4`, `a\b`, "\x00\xff", `\x5C`, "表\xe8\xa1", `\\xFF`} {
		if got := onDisk(shown(name)); got != name {
			t.Errorf("%q: shown as %q, on disk %q", name, shown(name), got)
		}
	}
}

// What someone changed since is told and stays, whether or not its input changed;
// Force makes it anew.
func TestChangedByHand(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	in, out := filepath.Join(dir, "in"), filepath.Join(dir, "out")
	tree(t, in, "a.txt", "form a", "b.txt", "form b")
	r := newRun(out, in)
	r.do(t)
	later := time.Now().Add(time.Minute)
	edit := func(name string) {
		tree(t, out, name, "my notes")
		if err := os.Chtimes(filepath.Join(out, name), later, later); err != nil {
			t.Fatal(err)
		}
	}
	edit("a.xlsx")
	edit("b.json")
	tree(t, in, "b.txt", "form b2")
	var told []string
	r.Done = func(e Event) {
		told = append(told, e.Changed...)
		if e.Line.Error != nil {
			told = append(told, e.Line.Error.Kind+" "+e.Line.Error.Message)
		}
	}
	totals := r.do(t)
	want(t, "told", sorted(told), sorted([]string{filepath.Join(out, "a.xlsx"), KindChanged + " " + filepath.Join(out, "b.json")}))
	want(t, "totals", fmt.Sprint(totals.OK, totals.Failed, totals.Reused), "1 1 1")
	want(t, "a.xlsx", contents(t, out)["a.xlsx"], "my notes")
	want(t, "b.json", contents(t, out)["b.json"], "my notes")
	r.Force = true
	r.do(t)
	want(t, "a.xlsx, by force", contents(t, out)["a.xlsx"], "xlsx of form a")
	want(t, "b.json, by force", contents(t, out)["b.json"], "json of form b2")
}

// A disk that is full ends the run: what was done stands, nothing half done does,
// and the input at hand is none that failed.
func TestFullDisk(t *testing.T) {
	t.Parallel()
	small := smallDisk(t)
	dir := t.TempDir()
	in, out := filepath.Join(dir, "in"), filepath.Join(small, "out")
	big := strings.Repeat("x", 100_000)
	for i := range 40 {
		tree(t, in, fmt.Sprintf("%02d.txt", i), fmt.Sprintf("form %02d %s", i, big))
	}
	r := newRun(out, in)
	r.Limit, r.Workers = 1<<20, 2
	r.Summary = func(w io.Writer, _ string) (Summary, error) { return paths{w}, nil }
	totals, err := r.try(t.Context())
	var full *FullError
	if !errors.As(err, &full) || !errors.Is(err, syscall.ENOSPC) {
		t.Fatalf("got %v, want a FullError", err)
	}
	if totals.OK < 1 || totals.Failed > 0 || totals.OK > 39 {
		t.Errorf("got %+v, want some done and none failed", totals)
	}
	want(t, "lines", len(account(t, out)), totals.OK)
	for _, name := range listing(t, out) {
		if strings.HasPrefix(filepath.Base(name), ours) {
			t.Errorf("%s is left behind", name)
		}
	}
	roomier := filepath.Join(dir, "out")
	if err := os.CopyFS(roomier, os.DirFS(out)); err != nil {
		t.Fatal(err)
	}
	r.dir = roomier
	want(t, "reused on a larger disk", r.do(t).Reused, totals.OK)
}

// paths is a Summary of paths alone.
type paths struct{ w io.Writer }

func (p paths) Add(l Line) error { _, err := fmt.Fprintln(p.w, l.Path); return err }
func (p paths) Close() error     { return nil }
