// Package manualtest holds the commands of a program to what their help promises.
package manualtest

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/spf13/cobra"

	"ziping/cmd/internal/manual"
	"ziping/extract"
	"ziping/render/screen"
)

// Help holds every command to it in both languages: help fits a terminal of 80 columns and
// has the exit status and an example; its words are those of a man page, nothing in which
// is taken for a request of troff, and which groff, where it is installed, reads without a
// complaint. There are at least so many commands.
func Help(t *testing.T, least int, root func(extract.Lang) *cobra.Command) {
	for _, lang := range []extract.Lang{extract.ZH, extract.EN} {
		r, dir, n := root(lang), t.TempDir(), 0
		if err := manual.Man(dir, r, lang, "this"); err != nil {
			t.Fatal(err)
		}
		manual.Each(r, func(c *cobra.Command) {
			n++
			fits(t, c, lang)
			printed(t, filepath.Join(dir, strings.ReplaceAll(c.CommandPath(), " ", "-")+".1"), c, lang)
		})
		if n < least {
			t.Fatalf("looked at %d commands only", n)
		}
	}
}

func fits(t *testing.T, c *cobra.Command, lang extract.Lang) {
	var b bytes.Buffer
	manual.Help(&b, c, lang)
	for line := range strings.Lines(b.String()) {
		if line = strings.TrimSuffix(line, "\n"); screen.Width(line) > manual.Width {
			t.Errorf("%s --lang %s: %d columns: %q", c.CommandPath(), lang, screen.Width(line), line)
		}
	}
	if p := manual.Of(c); len(p.Examples) == 0 || len(p.Exit) == 0 {
		t.Errorf("%s --lang %s: %d lines of examples, %d of exit status", c.CommandPath(), lang, len(p.Examples), len(p.Exit))
	}
}

// literal is what troff prints of a text.
var literal = strings.NewReplacer(`\-`, "-", `\e`, `\`, `\&`, "")

func printed(t *testing.T, file string, c *cobra.Command, lang extract.Lang) {
	page, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	p := manual.Of(c)
	for _, want := range []string{c.Short, p.Text, p.Exit[0][1], p.Examples[0], p.Common[0][1]} {
		if !strings.Contains(literal.Replace(string(page)), want) {
			t.Errorf("%s --lang %s: the man page lacks %q", c.CommandPath(), lang, want)
		}
	}
	for line := range strings.Lines(string(page)) {
		if strings.HasPrefix(line, "'") || strings.HasPrefix(line, ".") && !knownRequest(line) {
			t.Errorf("%s: %q is taken for a request", c.CommandPath(), line)
		}
	}
	groff, err := exec.LookPath("groff")
	if err != nil || lang != extract.EN {
		return
	}
	out, err := exec.Command(groff, "-k", "-man", "-Tutf8", "-ww", file).CombinedOutput()
	if err != nil || bytes.Contains(out, []byte("warning")) {
		t.Errorf("%s: %v: %s", c.CommandPath(), err, out)
	}
}

func knownRequest(line string) bool {
	name, _, _ := strings.Cut(strings.TrimSpace(line), " ")
	switch name {
	case ".TH", ".SH", ".B", ".BR", ".TP", ".nf", ".fi":
		return true
	}
	return false
}
