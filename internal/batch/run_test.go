package batch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

func TestRunMirrorsAFolder(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	in, out := filepath.Join(dir, "in"), filepath.Join(dir, "out")
	tree(t, in, "a/b.txt", "form b!", "c.txt", "form c", "README", "letter", "d.txt", "bad", "e.txt", "panic",
		".hidden.txt", "form", "~$c.txt", "form", ".git/x.txt", "form")
	totals := newRun(out, in).do(t)
	want(t, "files", listing(t, out), []string{"a/b.json", "a/b.xlsx", "c.json", "c.xlsx", "run.ndjson", "summary.xlsx"})
	want(t, "totals", totals, Totals{Inputs: 5, OK: 2, Failed: 2, Skipped: 1, Findings: map[string]int{"error": 1}, Account: Accounted{Inputs: 5}})
	var paths []string
	for _, l := range account(t, out) {
		paths = append(paths, strings.TrimPrefix(l.Path, filepath.ToSlash(in)+"/")+" "+string(l.Status))
	}
	want(t, "account", paths, []string{"README skipped", "a/b.txt ok", "c.txt ok", "d.txt failed", "e.txt failed"})
}

// A defect in the Runner fails its input: the account names where, and who
// listens gets the cause.
func TestRunTellsDefects(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	in, out := filepath.Join(dir, "in"), filepath.Join(dir, "out")
	tree(t, in, "a.txt", "panic", "b.txt", "form b")
	r := newRun(out, in)
	var cause error
	r.Done = func(e Event) {
		if e.Line.Error != nil {
			cause = e.Line.Error.Cause
		}
	}
	r.do(t)
	lines := account(t, out)
	want(t, "error", *lines[0].Error, Failure{Kind: "internal", Message: "a defect", Where: "here:1"})
	want(t, "the other", lines[1].Status, OK)
	want(t, "cause", cause, errGone)
}

func TestRunAgainDoesNothing(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	in, out := filepath.Join(dir, "in"), filepath.Join(dir, "out")
	tree(t, in, "a.txt", "form a", "b.txt", "bad", "c.txt", "letter")
	r := newRun(out, in)
	r.do(t)
	before := contents(t, out)
	totals := r.do(t)
	want(t, "reused", totals.Reused, 3)
	want(t, "runs", len(r.fake.runs), 0)
	want(t, "contents", contents(t, out), before)
}

func TestRunDoesAgainWhatChanged(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	in, out := filepath.Join(dir, "in"), filepath.Join(dir, "out")
	tree(t, in, "a.txt", "form a", "b.txt", "form b", "c.txt", "form c", "d.txt", "form d", "e.txt", "form e")
	r := newRun(out, in)
	r.do(t)
	tree(t, in, "a.txt", "form other", "b.txt", "bad")
	if err := os.Remove(filepath.Join(out, "c.xlsx")); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(in, "e.txt")); err != nil {
		t.Fatal(err)
	}
	r.do(t)
	want(t, "runs", sorted(r.fake.runs), []string{"a.txt", "b.txt", "c.txt"})
	got := contents(t, out)
	want(t, "a.json", got["a.json"], "json of form other")
	want(t, "c.xlsx", got["c.xlsx"], "xlsx of form c")
	if _, ok := got["b.xlsx"]; ok {
		t.Error("b.xlsx tells of what b.txt no longer says")
	}
	if _, ok := got["e.xlsx"]; !ok {
		t.Error("e.xlsx was taken away with its input")
	}
	want(t, "lines", len(account(t, out)), 5)
	if !strings.Contains(got[summaryName], "e.txt") {
		t.Error("the summary does not tell of what DIR still holds")
	}
}

func TestRunWithOtherOptions(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	in, out := filepath.Join(dir, "in"), filepath.Join(dir, "out")
	tree(t, in, "a.txt", "form a")
	r := newRun(out, in)
	r.Formats = []string{"xlsx"}
	r.do(t)
	r.Formats = []string{"json"}
	r.do(t)
	want(t, "runs for another format", len(r.fake.runs), 1)
	want(t, "outputs", len(account(t, out)[0].Outputs), 2)
	r.Formats = []string{"xlsx", "json"}
	r.do(t)
	want(t, "runs for both", len(r.fake.runs), 0)
	r.Formats, r.Key = []string{"json"}, "2"
	r.do(t)
	want(t, "runs with another key", len(r.fake.runs), 1)
	want(t, "earlier", account(t, out)[0].Earlier, []Written{{"a.xlsx", hashOf([]byte("xlsx of form a"))}})
	tree(t, in, "a.txt", "form b")
	r.Formats = []string{"xlsx"}
	if totals := r.do(t); totals.Failed > 0 {
		t.Errorf("a file that an earlier run made was taken for a stranger's: %+v", account(t, out))
	}
}

func TestRunNeverOverwritesAStrangersFile(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	in, out := filepath.Join(dir, "in"), filepath.Join(dir, "out")
	tree(t, in, "a.txt", "form a", "b.txt", "form b")
	tree(t, out, "a.json", "mine")
	r := newRun(out, in)
	totals := r.do(t)
	want(t, "failed", totals.Failed, 1)
	got := contents(t, out)
	want(t, "a.json", got["a.json"], "mine")
	if _, ok := got["a.xlsx"]; ok {
		t.Error("a.xlsx was written though a.json could not be")
	}
	want(t, "error", account(t, out)[0].Error, &Failure{Kind: KindExists, Message: filepath.Join(out, "a.json")})
	r.do(t)
	want(t, "still there", contents(t, out)["a.json"], "mine")
	r.Force = true
	r.do(t)
	want(t, "with force", contents(t, out)["a.json"], "json of form a")
}

func TestRunKeepsAFileChangedByHand(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	in, out := filepath.Join(dir, "in"), filepath.Join(dir, "out")
	tree(t, in, "a.txt", "form a")
	r := newRun(out, in)
	r.do(t)
	tree(t, out, "a.xlsx", "with my notes")
	r.do(t)
	want(t, "unchanged input", contents(t, out)["a.xlsx"], "with my notes")
	tree(t, in, "a.txt", "form b")
	want(t, "failed", r.do(t).Failed, 1)
	want(t, "changed input", contents(t, out)["a.xlsx"], "with my notes")
}

func TestRunGoesOnAfterAnAbruptEnd(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	in, out := filepath.Join(dir, "in"), filepath.Join(dir, "out")
	tree(t, in, "a.txt", "form a", "b.txt", "form b")
	whole := newRun(out, in)
	whole.do(t)
	wanted := contents(t, out)
	// As if the power had gone after b's outputs and in the middle of its line.
	data := []byte(wanted[journalName])
	cut := len(data) - 20
	tree(t, out, journalName, string(data[:cut]), part("b.json"), "half")
	if err := os.Remove(filepath.Join(out, summaryName)); err != nil {
		t.Fatal(err)
	}
	r := newRun(out, in)
	totals := r.do(t)
	want(t, "totals", totals, Totals{Inputs: 2, OK: 2, Reused: 1, Findings: map[string]int{"error": 0}, Account: Accounted{Inputs: 2}})
	got := contents(t, out)
	want(t, "set aside", got[damagedName], string(data[strings.Index(string(data), "\n")+1:cut])+"\n")
	delete(got, damagedName)
	delete(got, journalName)
	delete(wanted, journalName)
	want(t, "contents", got, wanted)
}

func TestRunOnlyItsOwnNames(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	in := filepath.Join(dir, "in")
	tree(t, in, "a.txt", "form a")
	t.Run("a summary of someone else", func(t *testing.T) {
		out := filepath.Join(dir, "out1")
		tree(t, out, summaryName, "mine")
		_, err := newRun(out, in).try(t.Context())
		var exists *ExistsError
		if !errors.As(err, &exists) {
			t.Errorf("got %v, want an ExistsError", err)
		}
	})
	t.Run("a journal of someone else", func(t *testing.T) {
		for i, text := range []string{"{\"level\":\"info\"}\n", "{\"level\":\"info\"}", "x"} {
			out := filepath.Join(dir, fmt.Sprintf("out2-%d", i))
			tree(t, out, journalName, text)
			_, err := newRun(out, in).try(t.Context())
			var foreign *ForeignJournalError
			if !errors.As(err, &foreign) {
				t.Errorf("%q: got %v, want a ForeignJournalError", text, err)
			}
			want(t, "journal", contents(t, out)[journalName], text)
		}
	})
	t.Run("folders in one another", func(t *testing.T) {
		for _, pair := range [][2]string{{filepath.Join(in, "out"), in}, {in, in}, {dir, in}} {
			_, err := newRun(pair[0], pair[1]).try(t.Context())
			var overlap *OverlapError
			if !errors.As(err, &overlap) {
				t.Errorf("%v: got %v, want an OverlapError", pair, err)
			}
		}
	})
	t.Run("a link that hides it", func(t *testing.T) {
		link := filepath.Join(dir, "link")
		if err := os.Symlink(in, link); err != nil {
			t.Skip(err)
		}
		_, err := newRun(filepath.Join(link, "out"), in).try(t.Context())
		var overlap *OverlapError
		if !errors.As(err, &overlap) {
			t.Errorf("got %v, want an OverlapError", err)
		}
	})
}

func TestRunNeverChangesAnInput(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	tree(t, dir, "a.xlsx", "form a")
	r := newRun(dir, filepath.Join(dir, "a.xlsx"))
	r.Force = true
	r.do(t)
	got := contents(t, dir)
	want(t, "input", got["a.xlsx"], "form a")
	want(t, "output", got["a.xlsx.xlsx"], "xlsx of form a")
}

func TestRunStaysInDir(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	in, out, away := filepath.Join(dir, "in"), filepath.Join(dir, "out"), filepath.Join(dir, "away")
	tree(t, in, "sub/a.txt", "form a")
	tree(t, away, "keep", "")
	tree(t, out, journalName, "")
	if err := os.Symlink(away, filepath.Join(out, "sub")); err != nil {
		t.Skip(err)
	}
	totals := newRun(out, in).do(t)
	want(t, "failed", totals.Failed, 1)
	want(t, "away", listing(t, away), []string{"keep"})
}

func TestRunUnreadable(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "windows" || os.Getuid() == 0 {
		t.Skip("everything can be read here")
	}
	dir := t.TempDir()
	in, out := filepath.Join(dir, "in"), filepath.Join(dir, "out")
	tree(t, in, "a.txt", "form a", "b.txt", "form b")
	if err := os.Chmod(filepath.Join(in, "a.txt"), 0); err != nil {
		t.Fatal(err)
	}
	totals := newRun(out, in).do(t)
	want(t, "failed", totals.Failed, 1)
	want(t, "done", totals.OK, 1)
}

func TestRunInterrupted(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	in, out := filepath.Join(dir, "in"), filepath.Join(dir, "out")
	for i := range 20 {
		tree(t, in, fmt.Sprintf("%02d.txt", i), "form")
	}
	r := newRun(out, in)
	ctx, cancel := context.WithCancel(t.Context())
	ended := 0
	r.Done = func(Event) {
		if ended++; ended == 5 {
			cancel()
		}
	}
	totals, err := r.try(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if !totals.Interrupted || totals.Inputs < 5 || totals.Inputs > 10 {
		t.Errorf("got %+v, want a run interrupted after 5 inputs or a few more", totals)
	}
	want(t, "lines", len(account(t, out)), totals.Inputs)
	want(t, "inputs in the summary of what is there", strings.Count(contents(t, out)[summaryName], "\n"), totals.Inputs)
	first := totals.Inputs
	r.Done = nil
	totals = r.do(t)
	want(t, "reused", totals.Reused, first)
	want(t, "inputs", totals.Inputs, 20)
	want(t, "lines", len(account(t, out)), 20)
	want(t, "inputs in the summary", strings.Count(contents(t, out)[summaryName], "\n"), 20)
}

func TestRunIsTheSameWhateverTheWorkers(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	in := filepath.Join(dir, "in")
	for i := range 40 {
		tree(t, in, fmt.Sprintf("%d/%d.txt", i%7, i), fmt.Sprintf("form %d%s", i, strings.Repeat("!", i%3)))
	}
	var first map[string]string
	var lines []Line
	for _, workers := range []int{1, 2, 8} {
		out := filepath.Join(dir, fmt.Sprint("out", workers))
		r := newRun(out, in)
		r.Workers = workers
		r.do(t)
		got, account := contents(t, out), account(t, out)
		delete(got, journalName)
		if first == nil {
			first, lines = got, account
		}
		want(t, fmt.Sprint(workers, " workers"), got, first)
		want(t, fmt.Sprint("account of ", workers, " workers"), fmt.Sprintf("%+v", account), fmt.Sprintf("%+v", lines))
	}
}

func TestReadLimit(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	tree(t, dir, "small", strings.Repeat("x", 1000), "large", strings.Repeat("x", 1001))
	for _, tt := range []struct {
		name  string
		whole bool
		size  int64
	}{{"small", true, 1000}, {"large", false, 1001}} {
		c, err := Read(Input{Path: tt.name, File: filepath.Join(dir, tt.name)}, nil, 1000)
		if err != nil || c.Size != tt.size || tt.whole != (int64(len(c.Data)) == c.Size && c.Size <= 1000) {
			t.Errorf("%s: got %d of %d bytes and %v", tt.name, len(c.Data), c.Size, err)
		}
	}
	c, err := Read(Input{Path: Stdin}, strings.NewReader(strings.Repeat("x", 200_000)), 100_000)
	if err != nil || c.Whole() || len(c.Data) > headBytes {
		t.Errorf("endless standard input: got %d of %d bytes and %v", len(c.Data), c.Size, err)
	}
	if _, err := Read(Input{Path: "x", File: "x", Err: errGone}, nil, 10); !errors.Is(err, errGone) {
		t.Errorf("got %v, want the walk's error", err)
	}
}

// Links that were put in later lead neither outputs nor inputs elsewhere.
func TestLinksPutInLater(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	in, out := filepath.Join(dir, "in"), filepath.Join(dir, "out")
	tree(t, in, "sub/a.txt", "form a", "b.txt", "form b")
	tree(t, out, "other/keep", "")
	if err := os.Symlink("other", filepath.Join(out, "sub")); err != nil {
		t.Skip(err)
	}
	totals := newRun(out, in).do(t)
	want(t, "failed", totals.Failed, 1)
	want(t, "behind the link", listing(t, filepath.Join(out, "other")), []string{"keep"})

	// Between the walk and the reading of it an input is replaced.
	tree(t, dir, "secret", "form secret")
	if err := errors.Join(os.Remove(filepath.Join(in, "b.txt")), os.Symlink(filepath.Join(dir, "secret"), filepath.Join(in, "b.txt"))); err != nil {
		t.Fatal(err)
	}
	if c, err := Read(Input{Path: "b.txt", File: filepath.Join(in, "b.txt")}, nil, 1000); err == nil {
		t.Errorf("got %q through a link", c.Data)
	}
	if _, err := Read(Input{Path: "b.txt", File: filepath.Join(in, "b.txt"), Named: true}, nil, 1000); err != nil {
		t.Errorf("a link that is named: got %v", err)
	}
}

// A summary leaves nothing behind, nor does one that was killed before it.
func TestSummaryScratch(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	in, out := filepath.Join(dir, "in"), filepath.Join(dir, "out")
	tree(t, in, "a.txt", "form a")
	tree(t, out, journalName, "", scratchName+"/excelize-1", "left")
	r := newRun(out, in)
	r.Summary = func(w io.Writer, scratch string) (Summary, error) {
		want(t, "scratch at first", listing(t, scratch), []string{})
		return list{w}, os.WriteFile(filepath.Join(scratch, "excelize-2"), nil, 0o666)
	}
	r.do(t)
	want(t, "files", listing(t, out), []string{"a.json", "a.xlsx", "run.ndjson", "summary.xlsx"})
}
