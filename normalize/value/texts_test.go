package value

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"ziping/normalize"
)

var update = flag.Bool("update", false, "write golden files anew")

// TestTexts reads every text of testdata/texts.txt in all the ways there are:
// as a target, an actual, a figure, a mark, a grade. What each is read as
// stands in texts.golden, in the words of the texts' order: a rule that is
// taken away shows there.
func TestTexts(t *testing.T) {
	data, err := os.ReadFile("testdata/texts.txt")
	if err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	for _, line := range strings.Split(strings.TrimSpace(string(data)), "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			fmt.Fprintln(&got, line)
			continue
		}
		text := line
		if n := 0; strings.HasPrefix(line, "*") { // *30 甲: so many times
			fmt.Sscanf(line, "*%d %s", &n, &text)
			text = strings.Repeat(text, n)
		}
		text = strings.ReplaceAll(text, "␣", " ")
		var is []string
		for _, x := range []struct {
			name string
			yes  bool
		}{{"nothing", IsNothing(text)}, {"figure", IsFigure(text)}, {"like a figure", LooksNumeric(text)}, {"misread", Misread(text)}} {
			if x.yes {
				is = append(is, x.name)
			}
		}
		if op, ok := Comparator(text); ok {
			is = append(is, "comparator "+string(op))
		}
		fmt.Fprintf(&got, "%s\n  target %s; actual %s\n  figure %s; mark %s; grade %q %s\n", line, told(Target(text, "2022")), told(Actual(text, "")), told(Figure(text)), told(Mark(text)), GradeLetter(text), told(Grade(text)))
		if len(is) > 0 {
			fmt.Fprintf(&got, "  is %s\n", strings.Join(is, ", "))
		}
	}
	const golden = "testdata/texts.golden"
	if *update {
		if err := os.WriteFile(golden, []byte(got.String()), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	g, w := strings.Split(got.String(), "\n"), strings.Split(string(want), "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			t.Fatalf("%s, line %d: got\n%s\nwant\n%s", golden, i+1, g[i], w[i])
		}
	}
	if len(g) != len(w) {
		t.Fatalf("%s: got %d lines, want %d", golden, len(g), len(w))
	}
}

// told is a field in short: state, comparator, value and unit.
func told(f *normalize.Field) string {
	var parts []string
	if f.State != normalize.Parsed {
		parts = append(parts, string(f.State))
	}
	if f.Op != "" {
		parts = append(parts, string(f.Op))
	}
	switch {
	case f.Low != "" || f.High != "":
		parts = append(parts, f.Low+".."+f.High)
	case f.IsFigure():
		parts = append(parts, "number "+f.Value)
	case f.Date != "":
		parts = append(parts, "date "+f.Date)
	case f.Value != "" && f.Value == f.Text:
		parts = append(parts, "words")
	case f.Value != "":
		parts = append(parts, f.Value)
	}
	if f.Unit != "" {
		parts = append(parts, "of "+f.Unit)
	}
	if f.Threshold != "" {
		parts = append(parts, "by "+f.Threshold)
	}
	if len(parts) == 0 {
		return "—"
	}
	return strings.Join(parts, " ")
}
