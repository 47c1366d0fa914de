package main

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ziping/extract"
	"ziping/internal/batch"
	"ziping/internal/dataset"
)

// contents are the files of a dataset by name.
func contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	entries, err := os.ReadDir(filepath.Join(dir, dataset.Dir))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		raw, err := os.ReadFile(filepath.Join(dir, dataset.Dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		out[e.Name()] = string(raw)
	}
	return out
}

func compare(t *testing.T, what string, got, want map[string]string) {
	t.Helper()
	if len(got) != len(want) {
		t.Errorf("%s: %d files, want %d", what, len(got), len(want))
	}
	for name := range want {
		if got[name] != want[name] {
			t.Errorf("%s: %s is not the same", what, name)
		}
	}
}

// However DIR came to hold what it does, its dataset is the same, byte for byte: made
// at once, in two runs, put together of shards, after other formats.
func TestSameWhateverTheWay(t *testing.T) {
	from, once := inputs(t), t.TempDir()
	rest, _ := filepath.Glob(filepath.Join(from, "[m-z]*.txt")) // the others are enough
	for _, name := range rest {
		if err := os.Remove(name); err != nil {
			t.Fatal(err)
		}
	}
	convert(t, from, once, batch.Shard{})
	data(t, once, dataset.Formats...)
	want := contents(t, once)

	twice := t.TempDir()
	names, _ := filepath.Glob(filepath.Join(from, "h*.txt"))
	aside := t.TempDir()
	for _, name := range names {
		if err := os.Rename(name, filepath.Join(aside, filepath.Base(name))); err != nil {
			t.Fatal(err)
		}
	}
	convert(t, from, twice, batch.Shard{})
	data(t, twice, "csv", "parquet")
	for _, name := range names {
		if err := os.Rename(filepath.Join(aside, filepath.Base(name)), name); err != nil {
			t.Fatal(err)
		}
	}
	convert(t, from, twice, batch.Shard{})
	if v, err := dataset.Verify(twice); err != nil || !v.Stale || v.Whole() {
		t.Errorf("after another run verify says %+v, %v", v, err)
	}
	data(t, twice, dataset.Formats...)
	compare(t, "in two runs", contents(t, twice), want)

	var shards []string
	for i := range 3 {
		dir := t.TempDir()
		convert(t, from, dir, batch.Shard{Index: i + 1, Count: 3})
		data(t, dir, "csv")
		shards = append(shards, dir)
	}
	merged := t.TempDir()
	if _, err := batch.Merge(shards, merged, batch.Options{}); err != nil {
		t.Fatal(err)
	}
	data(t, merged, dataset.Formats...)
	compare(t, "of shards", contents(t, merged), want)

	data(t, merged, "csv")
	for name := range contents(t, merged) {
		if filepath.Ext(name) != ".csv" && name != "dataset.json" {
			t.Errorf("%s stayed, and is asked for no more", name)
		}
	}
}

// What is up to date is not written again; what is damaged is told and, when asked, made
// anew; what someone put there stays.
func TestWhoseFilesTheyAre(t *testing.T) {
	from, dir := t.TempDir(), t.TempDir()
	write(t, filepath.Join(from, "nasty.txt"), []byte(nasty))
	convert(t, from, dir, batch.Shard{})
	o := dataset.Options{Formats: []string{"csv"}, Sinks: sinks, Version: "test"}
	file := filepath.Join(dir, dataset.Dir, "funds.csv")

	write(t, file, []byte("mine\n"))
	var foreign *dataset.ForeignError
	if err := dataset.Check(dir, o.Formats); !errors.As(err, &foreign) {
		t.Errorf("a file of someone else: Check says %v", err)
	}
	if _, _, err := dataset.Write(t.Context(), dir, o); !errors.As(err, &foreign) {
		t.Errorf("a file of someone else: got %v", err)
	}
	if raw, _ := os.ReadFile(file); string(raw) != "mine\n" {
		t.Errorf("it was written over: %q", raw)
	}
	if err := os.Remove(file); err != nil {
		t.Fatal(err)
	}
	if _, again, err := dataset.Write(t.Context(), dir, o); err != nil || !again {
		t.Errorf("the first one: %v, %v", again, err)
	}
	if _, again, err := dataset.Write(t.Context(), dir, o); err != nil || again {
		t.Errorf("up to date: written %v, %v", again, err)
	}
	write(t, file, []byte("changed\n"))
	if v, err := dataset.Verify(dir); err != nil || len(v.Damage) != 1 || v.Damage[0] != (dataset.Damage{Output: "dataset/funds.csv", State: batch.Changed}) {
		t.Errorf("changed since: verify says %+v, %v", v, err)
	}
	if _, _, err := dataset.Write(t.Context(), dir, o); !errors.As(err, &foreign) {
		t.Errorf("changed since: got %v", err)
	}
	o.Force = true
	if _, again, err := dataset.Write(t.Context(), dir, o); err != nil || !again {
		t.Errorf("with force: %v, %v", again, err)
	}
	if v, err := dataset.Verify(dir); err != nil || !v.Whole() {
		t.Errorf("made anew: verify says %+v, %v", v, err)
	}
}

// Records that the outputs tell of no more are left out, and that is said.
func TestChangedOutputsAreLeftOut(t *testing.T) {
	from, dir := t.TempDir(), t.TempDir()
	for _, name := range []string{"a.txt", "b.txt", "c.txt"} {
		write(t, filepath.Join(from, name), []byte(strings.Replace(nasty, "第,一", name, 1)))
	}
	convert(t, from, dir, batch.Shard{})
	write(t, filepath.Join(dir, "b.json"), []byte("{}"))
	if err := os.Remove(filepath.Join(dir, "c.json")); err != nil {
		t.Fatal(err)
	}
	m := data(t, dir, "sqlite")
	if m.Inputs != 3 || m.LeftOut != 2 || m.Rows["reports"] != 1 {
		t.Errorf("got %+v", m)
	}
	_, rows := query(t, openSQLite(t, filepath.Join(dir, dataset.Dir)), "SELECT records FROM files ORDER BY file")
	for i, want := range []string{"read", "changed", "missing"} {
		if len(rows) != 3 || rows[i][0] != want {
			t.Errorf("records are %v, want %s at %d", rows, want, i)
		}
	}
}

// A dataset that is interrupted, or cannot be made, leaves the one before as it was.
func TestNothingHalf(t *testing.T) {
	from, dir := t.TempDir(), t.TempDir()
	write(t, filepath.Join(from, "a.txt"), []byte(nasty))
	convert(t, from, dir, batch.Shard{})
	data(t, dir, dataset.Formats...)
	before := contents(t, dir)
	write(t, filepath.Join(from, "b.txt"), []byte(strings.Replace(nasty, "第,一", "second", 1)))
	convert(t, from, dir, batch.Shard{})
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	o := dataset.Options{Formats: dataset.Formats, Sinks: sinks, Version: "test"}
	if _, _, err := dataset.Write(ctx, dir, o); !errors.Is(err, context.Canceled) {
		t.Errorf("interrupted: got %v", err)
	}
	o.Sinks = map[string]dataset.Open{"sqlite": sinks["sqlite"], "csv": sinks["csv"], "parquet": full}
	if _, _, err := dataset.Write(t.Context(), dir, o); !errors.Is(err, errFull) {
		t.Errorf("a full disk: got %v", err)
	}
	compare(t, "after both", contents(t, dir), before)
}

var errFull = errors.New("full")

// full is a format whose disk is full at the end.
func full(string, []dataset.Table) (dataset.Sink, error) { return fullSink{}, nil }

type fullSink struct{}

func (fullSink) Row(int, []dataset.Value) error { return nil }
func (fullSink) Close() error                   { return errFull }

// The program says what it did and what stands in the way, in both languages.
func TestProgram(t *testing.T) {
	from, dir := t.TempDir(), t.TempDir()
	write(t, filepath.Join(from, "a.txt"), []byte(nasty))
	convert(t, from, dir, batch.Shard{})
	for _, tt := range []struct {
		args           []string
		status         int
		stdout, stderr string
	}{
		{[]string{dir, "--to", "csv"}, exitOK, "1 份表", ""},
		{[]string{dir, "--to", "csv", "--json"}, exitOK, `"schema":"ziping.dataset/1"`, ""},
		{[]string{dir, "--to", "csv,xml"}, exitUsage, "", "xml"},
		{[]string{dir, "--too"}, exitUsage, "", "--too"},
		{[]string{}, exitUsage, "", "需要一个文件夹"},
		{[]string{from}, exitUsage, "", "没有台账"},
		{[]string{filepath.Join(from, "a.txt")}, exitUsage, "", "不是文件夹"},
		{[]string{"--help"}, exitOK, "退出码", ""},
	} {
		var stdout, stderr bytes.Buffer
		p := program{&stdout, &stderr, extract.ZH}
		status := p.run(t.Context(), tt.args)
		if status != tt.status || !strings.Contains(stdout.String(), tt.stdout) || !strings.Contains(stderr.String(), tt.stderr) || (stderr.Len() > 0) != (tt.stderr != "") {
			t.Errorf("%v: status %d, %q, %q", tt.args, status, stdout.String(), stderr.String())
		}
	}
}

// Help is no wider than a terminal.
func TestHelpWidth(t *testing.T) {
	for _, line := range strings.Split(helpZH+"\n"+helpEN, "\n") {
		width := 0
		for _, r := range line {
			width++
			if r > 0x2e80 {
				width++
			}
		}
		if width > 80 {
			t.Errorf("%d columns: %s", width, line)
		}
	}
}
