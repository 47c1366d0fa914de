// Package formtest holds a package's reading of small forms to tables of them:
// text files of tiny forms, each named for the rule it holds, with what must be
// read of it.
//
//	func TestForms(t *testing.T) { formtest.Check(t, "testdata/forms.txt", formtest.Placed) }
//
// A file is cases one after another:
//
//	## a row of the whole
//	@head
//	资金来源	中央	合计
//	金额	60	100
//	=> funds central budget 60
//	=> funds total budget 100
//
// A line @head stands for the lines of the case named "@head", which is no case
// itself. What is read is written by -update, and read in the diff.
package formtest

import (
	"flag"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"
)

var update = flag.Bool("update-forms", false, "write what is read of the forms")

// Check reads each form of a file and compares what read says of it.
func Check(t *testing.T, path string, read func(t *testing.T, text string) []string) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	parts := map[string]string{}
	head, cases, _ := strings.Cut(string(data), "## ")
	out.WriteString(head)
	for c := range strings.SplitSeq(cases, "\n## ") {
		name, body, _ := strings.Cut(c, "\n")
		form, want := cut(body)
		out.WriteString("## " + name + "\n" + form)
		if strings.HasPrefix(name, "@") {
			parts[name] = form
			continue
		}
		got := read(t, expand(form, parts))
		for k, l := range got {
			l = strings.ReplaceAll(l, "\n", "⏎")
			got[k] = l
			out.WriteString("=> " + l + "\n")
		}
		if d := difference(got, want); d != "" && !*update {
			t.Errorf("%s: %s", name, d)
		}
	}
	if *update {
		if err := os.WriteFile(path, []byte(out.String()), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// Numbered is Check for forms drawn at random: the file has their numbers, and read says what is
// read of the form that is drawn.
func Numbered(t *testing.T, path string, read func(t *testing.T, draw *rand.Rand) []string) {
	t.Helper()
	Check(t, path, func(t *testing.T, numbers string) (out []string) {
		for n := range strings.SplitSeq(strings.TrimSuffix(numbers, "\n"), " ") {
			seed, err := strconv.ParseUint(n, 10, 64)
			if err != nil {
				t.Fatal(err)
			}
			for _, said := range read(t, rand.New(rand.NewPCG(seed, 0))) {
				out = append(out, n+" "+said)
			}
		}
		return out
	})
}

// cut parts the lines of a form from those that say what is read of it.
func cut(body string) (form string, want []string) {
	var b strings.Builder
	for l := range strings.Lines(body) {
		l = strings.TrimSuffix(l, "\n")
		if said, ok := strings.CutPrefix(l, "=> "); ok {
			want = append(want, said)
			continue
		}
		b.WriteString(l + "\n")
	}
	return b.String(), want
}

func expand(form string, parts map[string]string) string {
	var b strings.Builder
	for l := range strings.Lines(form) {
		if part, ok := parts[strings.TrimSuffix(l, "\n")]; ok {
			l = part
		}
		b.WriteString(l)
	}
	return b.String()
}

// difference is the first line in which two lists differ, or "".
func difference(got, want []string) string {
	for k := range max(len(got), len(want)) {
		g, w := "nothing more", "nothing more"
		if k < len(got) {
			g = got[k]
		}
		if k < len(want) {
			w = want[k]
		}
		if g != w {
			return "got " + g + "; want " + w
		}
	}
	return ""
}
