package main

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// small is a module of one package with the code of testdata, and a test.
func small(t *testing.T, test string) []*pkg {
	t.Helper()
	code, err := os.ReadFile(filepath.Join("testdata", "small.go.txt"))
	if err != nil {
		t.Fatal(err)
	}
	return module(t, string(code), test)
}

// module is a module of one package with a file of code and one of tests.
func module(t *testing.T, code, test string) []*pkg {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{"go.mod": "module small\n\ngo 1.26\n", "small.go": code, "small_test.go": test} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(dir)
	pkgs, err := packages([]string{"."})
	if err != nil {
		t.Fatal(err)
	}
	if len(pkgs) != 1 {
		t.Fatalf("got %d packages, want 1", len(pkgs))
	}
	return pkgs
}

// TestChanges lists every change of a small package.
func TestChanges(t *testing.T) {
	p := small(t, "package small\n")[0]
	if err := p.find(); err != nil {
		t.Fatal(err)
	}
	var got []string
	for i := range p.changes {
		c := &p.changes[i]
		alone := ""
		if len(c.wraps) == 0 {
			alone = " (built alone)"
		}
		got = append(got, c.function+": "+c.what+alone)
	}
	want := strings.TrimSpace(`
most: 3 → 4 (built alone)
words: without "a"
words: without "b"
rule: n < most && ok || s == "x" → !(n < most && ok || s == "x")
rule: n < most && ok || s == "x" → false && (n < most && ok || s == "x")
rule: n < most && ok || s == "x" → (n < most && ok) && (s == "x")
rule: n < most && ok → (n < most) || (ok)
rule: n < most → n <= most
rule: s == "x" → s != "x"
rule: true → false
rule: without note(w)
rule: w == s → !(w == s)
rule: w == s → false && (w == s)
rule: without n += 2
rule: without continue
rule: w == s → w != s
rule: 2 → 3
rule: without "a" (built alone)
rule: without "b" (built alone)
rule: without case "c": n-- (built alone)
rule: without n++
rule: without n--
rule: n >= 10 → !(n >= 10)
rule: n >= 10 → n > 10
rule: 10 → 11
share: 0.5 → (0.5 * 1.6)
place: w == s → !(w == s)
place: w == s → false && (w == s)
place: w == s → w != s
place: 1 → 2
`)
	if got := strings.Join(got, "\n"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestSurvivors tests every change of the small package by a test that holds
// some of its rules, and has one of the others marked as meaning nothing.
func TestSurvivors(t *testing.T) {
	if testing.Short() {
		t.Skip("builds packages")
	}
	small(t, `package small

import "testing"

func TestRule(t *testing.T) {
	if !rule(2, "x", false) || rule(5, "c", true) || !rule(10, "", true) || share(2) != 1 {
		t.Fatal()
	}
}
`)
	if err := os.WriteFile("same.txt", []byte("# why\nsmall.go\tmost\t3 → 4\tsaid so\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	var log bytes.Buffer
	r := runner{limit: 20 * time.Second, jobs: 2, log: &log}
	got, err := measure(&r, []string{"."}, "same.txt", 1, 0, false)
	if err != nil {
		t.Fatal(err)
	}
	if got[equivalent] != 1 || got.tested() != 29 || got[killed] < 8 || got[unseen] < 3 {
		t.Errorf("got %s\n%s", &got, &log)
	}
	for _, want := range []string{`words: without "a"`, "rule: n < most → n <= most (not reached)"} {
		if !strings.Contains(log.String(), want) {
			t.Errorf("got survivors\n%s\nwant %s among them", &log, want)
		}
	}
	if strings.Contains(log.String(), "0.5") || strings.Contains(log.String(), "most: ") {
		t.Errorf("got survivors\n%s", &log)
	}
	if err := os.WriteFile("same.txt", []byte("small.go\tmost\t3 → 5\tsaid so\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := measure(&r, []string{"."}, "same.txt", 1, 0, false); err == nil {
		t.Error("got no error for a mark of a change that is none")
	}
}

// TestBroken tests every change of code that holds numbers which must be constant, and
// a condition of a type of its own: switches that the compiler refuses are built one by
// one, and a change that does not compile is neither found nor survived.
func TestBroken(t *testing.T) {
	if testing.Short() {
		t.Skip("builds packages")
	}
	p := module(t, `package small

type flag bool

var names = [][]string{0: {"a"}, 1: {"b"}}

func name(of [2]int, f flag) string {
	if f {
		return names[of[0]][0]
	}
	return ""
}
`, `package small

import "testing"

func TestName(t *testing.T) {
	if name([2]int{1, 0}, true) != "b" || name([2]int{0, 1}, false) != "" {
		t.Fatal()
	}
}
`)[0]
	if err := os.WriteFile("none.txt", nil, 0o600); err != nil {
		t.Fatal(err)
	}
	var log bytes.Buffer
	r := runner{limit: 20 * time.Second, jobs: 2, log: &log}
	got, err := measure(&r, []string{"."}, "none.txt", 1, 0, false)
	if err != nil {
		t.Fatal(err)
	}
	if err := p.find(); err != nil {
		t.Fatal(err)
	}
	if got[broken] != 1 || got[killed] != len(p.changes)-1 { // 0 → 1 beside 1
		t.Errorf("got %s, of %d changes\n%s", &got, len(p.changes), &log)
	}
}

// TestUnmet tests bounds of lengths: one at which nothing stands is counted by itself; one
// of a count or a constant, one at which something stands, and one that nothing comes to,
// are not.
func TestUnmet(t *testing.T) {
	if testing.Short() {
		t.Skip("builds packages")
	}
	module(t, `package small

func wide(w, h float64) bool { return w > h*2 }

func counted(w float64, n int) bool { return w < float64(n)/2 }

func fixed(w float64) bool { return w < 1.5 }

func met(w, h float64) bool { return w <= h }

func far(w, h float64) bool { return w >= h }
`, `package small

import "testing"

func Test(t *testing.T) {
	if !wide(5, 2) || wide(3, 2) || !counted(1, 3) || counted(2, 3) || !fixed(1) || fixed(2) {
		t.Fatal()
	}
	met(1, 1)
}
`)
	if err := os.WriteFile("none.txt", nil, 0o600); err != nil {
		t.Fatal(err)
	}
	var log bytes.Buffer
	r := runner{limit: 20 * time.Second, jobs: 2, log: &log}
	got, err := measure(&r, []string{"."}, "none.txt", 1, 0, false)
	if err != nil {
		t.Fatal(err)
	}
	if got[unmet] != 1 || strings.Contains(log.String(), "w >= h*2") {
		t.Errorf("got %s\n%s", &got, &log)
	}
	for _, want := range []string{"w < float64(n)/2 → w <= float64(n)/2", "w < 1.5 → w <= 1.5", "w <= h → w < h", "w >= h → w > h"} {
		if !strings.Contains(log.String(), want) {
			t.Errorf("got survivors\n%s\nwant %s among them", &log, want)
		}
	}
	if got.withUnmet() <= got.survival() {
		t.Errorf("got %.1f %% with them, %.1f without", got.withUnmet(), got.survival())
	}
}

// sample is how many changes of each package TestSample makes.
var sample = flag.Int("sample", 0, "changes of each package of the project to test")

// TestSample holds the packages whose rules are held by tests to that: of a
// random sample no more than 15 in a hundred may survive.
func TestSample(t *testing.T) {
	if *sample == 0 {
		t.Skip("takes minutes: -sample 20")
	}
	t.Chdir(filepath.Join("..", ".."))
	var log bytes.Buffer
	r := runner{limit: 20 * time.Second, jobs: 1, log: &log}
	got, err := measure(&r, []string{"./score/checks/...", "./normalize/value", "./normalize/money", "./normalize/family"}, "tools/mutants/equivalent.txt", uint64(time.Now().UnixNano()), *sample, false)
	if err != nil {
		t.Fatal(err)
	}
	t.Log("\n" + log.String())
	if got.survival() > 15 {
		t.Errorf("got %.1f %% surviving, want at most 15", got.survival())
	}
}
