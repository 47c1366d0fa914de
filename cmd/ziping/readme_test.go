package main

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ziping/extract"
	"ziping/internal/pipeline"
)

// readmes are the two READMEs, which tell the same in two languages.
var readmes = []string{"README.md", "README.en.md"}

func readPage(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

var shellBlock = regexp.MustCompile("(?s)```(?:sh)?\n(.*?)```")

// shellCommands are the commands of a page that stand in blocks of their own.
func shellCommands(page string) (out []string) {
	for _, m := range shellBlock.FindAllStringSubmatch(page, -1) {
		out = append(out, m[1])
	}
	return out
}

// Both READMEs give the same commands, and CI runs the two that come first.
func TestReadmesGiveTheSameCommands(t *testing.T) {
	zh, en := shellCommands(readPage(t, readmes[0])), shellCommands(readPage(t, readmes[1]))
	if d := cmp.Diff(zh, en); d != "" {
		t.Errorf("the READMEs differ:\n%s", d)
	}
	if len(zh) < 3 || zh[0] != "go run ./cmd/ziping convert samples -o out\n" || zh[1] != "go test ./...\n" {
		t.Fatalf("got the commands %q", zh)
	}
	ci := readPage(t, ".ci/run")
	for _, want := range []string{"go run ./cmd/ziping convert samples -o ", "go test -json ./..."} {
		if !strings.Contains(ci, want) {
			t.Errorf(".ci/run lacks %q, which is a command of the README", want)
		}
	}
}

var commandCell = regexp.MustCompile("(?m)^\\| `(ziping [^`]*)` \\|")

// The tables of commands list what the program has, as its help calls it.
func TestReadmesListTheCommands(t *testing.T) {
	all := commands(extract.ZH)
	want := []string{"ziping PATH..."}
	for _, c := range all {
		if c.Parent() == all[0] {
			want = append(want, "ziping "+c.Use)
		}
	}
	slices.Sort(want)
	for _, name := range readmes {
		var got []string
		for _, m := range commandCell.FindAllStringSubmatch(readPage(t, name), -1) {
			got = append(got, m[1])
		}
		slices.Sort(got)
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%s: the table of commands is not that of the program:\n%s", name, d)
		}
	}
}

var (
	flagName = regexp.MustCompile("`(?:ziping [^`]*)?(--[a-z-]+)")
	linkTo   = regexp.MustCompile(`\]\(([^)#]+)`)
)

// Flags and files that a page names are there.
func TestReadmesNameWhatIsThere(t *testing.T) {
	all := commands(extract.ZH)
	known := map[string]bool{}
	for _, c := range all {
		for _, name := range flagNames(c) {
			known["--"+name] = true
		}
	}
	for _, name := range append([]string{"docs/install.md", "docs/install.zh.md"}, readmes...) {
		page := readPage(t, name)
		for _, m := range flagName.FindAllStringSubmatch(page, -1) {
			if !known[m[1]] {
				t.Errorf("%s: no command has %s", name, m[1])
			}
		}
		for _, m := range linkTo.FindAllStringSubmatch(page, -1) {
			if _, err := os.Stat(filepath.Join("..", "..", filepath.Dir(filepath.FromSlash(name)), filepath.FromSlash(m[1]))); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
		if name == readmes[0] || name == readmes[1] {
			if n := len(pipeline.Catalog()); !strings.Contains(page, "33") || n != 33 {
				t.Errorf("%s says that there are 33 checks; there are %d", name, n)
			}
		}
	}
}
