package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/spf13/cobra"

	"ziping/extract"
	"ziping/render/screen"
)

// commands are all commands that help tells of, in one language.
func commands(lang extract.Lang) (a *app, all []*cobra.Command) {
	a = &app{lang: lang, getenv: func(string) string { return "" }}
	each(a.root(), func(c *cobra.Command) { all = append(all, c) })
	return a, all
}

// Help fits a terminal of 80 columns, has an example and the exit status, and says
// nothing in the other language.
func TestHelpFits(t *testing.T) {
	for _, lang := range []extract.Lang{extract.ZH, extract.EN} {
		a, all := commands(lang)
		if len(all) < 12 {
			t.Fatalf("looked at %d commands only", len(all))
		}
		for _, c := range all {
			var b bytes.Buffer
			a.help(&b, c)
			for line := range strings.Lines(b.String()) {
				if line = strings.TrimSuffix(line, "\n"); screen.Width(line) > helpWidth {
					t.Errorf("%s --lang %s: %d columns: %q", c.CommandPath(), lang, screen.Width(line), line)
				}
			}
			p := pageOf(c)
			if len(p.examples) == 0 || len(p.exit) == 0 {
				t.Errorf("%s --lang %s: %d lines of examples, %d of exit status", c.CommandPath(), lang, len(p.examples), len(p.exit))
			}
		}
	}
}

// Every command has a man page of the words of its help; nothing in them is taken for
// a request of troff.
func TestManPages(t *testing.T) {
	for _, lang := range []extract.Lang{extract.ZH, extract.EN} {
		_, all := commands(lang)
		for _, c := range all {
			var b bytes.Buffer
			manPage(&b, c, lang)
			got := b.String()
			for _, want := range []string{c.Short, pageOf(c).text, pageOf(c).exit[0][1], pageOf(c).examples[0], pageOf(c).common[0][1]} {
				if !strings.Contains(got, roff(want)) {
					t.Errorf("%s --lang %s: the man page lacks %q", c.CommandPath(), lang, want)
				}
			}
			for line := range strings.Lines(got) {
				if strings.HasPrefix(line, "'") || strings.HasPrefix(line, ".") && !knownRequest(line) {
					t.Errorf("%s: %q is taken for a request", c.CommandPath(), line)
				}
			}
		}
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

func TestRoff(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"--jobs N", `\-\-jobs N`},
		{`a\b`, `a\eb`},
		{".TH is a request\n'so is this", "\\&.TH is a request\n\\&'so is this"},
	} {
		if got := roff(tt.in); got != tt.want {
			t.Errorf("roff(%q): got %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestJoined(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"one\ntwo", "one two"},
		{"核对表内\n算术", "核对表内算术"},
		{"写出\n--lang", "写出--lang"},
	} {
		if got := joined(tt.in); got != tt.want {
			t.Errorf("joined(%q): got %q, want %q", tt.in, got, tt.want)
		}
	}
}

// Where man is installed it reads the pages without a complaint.
func TestManReadsThePages(t *testing.T) {
	groff, err := exec.LookPath("groff")
	if err != nil {
		t.Skip("groff is not installed")
	}
	file := filepath.Join(t.TempDir(), "ziping-convert.1")
	_, all := commands(extract.EN)
	for _, c := range all {
		if err := writeManPage(file, c, extract.EN); err != nil {
			t.Fatal(err)
		}
		out, err := exec.Command(groff, "-k", "-man", "-Tutf8", "-ww", file).CombinedOutput()
		if err != nil || bytes.Contains(out, []byte("warning")) {
			t.Errorf("%s: %v: %s", c.CommandPath(), err, out)
		}
	}
	_ = os.Remove(file)
}
