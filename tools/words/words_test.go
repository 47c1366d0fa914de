// Package words holds instructions that are written as numbers, since Go's assembler does
// not know them, to what Go's disassembler calls them.
package words

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

const kernel = "../../extract/ocr/kernel"

// instruction is a macro of words_arm64.h: what it takes, and what it is called.
var instruction = regexp.MustCompile(`^#define (\w+)\((.*?)\) WORD[23]\(.*\)\s+// (.*)$`)

// operands are numbers of registers, and of lanes.
var operands = []map[string]int{
	{"d": 31, "n": 6, "m": 5, "i": 0}, {"d": 8, "n": 17, "m": 15, "i": 1},
	{"d": 0, "n": 31, "m": 0, "i": 2}, {"d": 21, "n": 10, "m": 10, "i": 3},
	{"d": 16, "n": 1, "m": 8, "i": 4}, {"d": 1, "n": 16, "m": 4, "i": 5},
	{"d": 2, "n": 2, "m": 2, "i": 6}, {"d": 4, "n": 8, "m": 1, "i": 7},
}

func TestWordsOfArm64(t *testing.T) {
	header, err := os.ReadFile(filepath.Join(kernel, "words_arm64.h"))
	if err != nil {
		t.Fatal(err)
	}
	code := "#include \"words_arm64.h\"\nTEXT ·all(SB), 4, $0-0\n"
	var want []string
	for line := range strings.Lines(string(header)) {
		m := instruction.FindStringSubmatch(strings.TrimSpace(line))
		if m == nil {
			if strings.HasPrefix(line, "#define") && !strings.HasPrefix(line, "#define WORD") {
				t.Errorf("it is not said what this is: %s", line)
			}
			continue
		}
		name, takes, called := m[1], strings.Split(m[2], ", "), m[3]
		for _, o := range operands {
			if strings.Contains(called, ".s[i]") && o["i"] > 3 {
				continue // there are four lanes
			}
			var given []string
			of := []string{"[i]", fmt.Sprintf("[%d]", o["i"])}
			for _, p := range takes {
				given = append(given, fmt.Sprint(o[p]))
				of = append(of, "V"+p, fmt.Sprint("v", o[p]), "S"+p, fmt.Sprint("s", o[p]))
			}
			code += fmt.Sprintf("\t%s(%s)\n", name, strings.Join(given, ", "))
			want = append(want, strings.NewReplacer(of...).Replace(called))
		}
	}
	if len(want) < 100 {
		t.Fatalf("found %d instructions only", len(want))
	}
	got := disassembled(t, code+"\tRET\n")
	if len(got) != len(want)+1 {
		t.Fatalf("%d instructions came out of %d", len(got), len(want)+1)
	}
	for i, w := range want {
		if got[i] != w {
			t.Errorf("got %q, want %q", got[i], w)
		}
	}
}

// disassembled is what Go's disassembler says of code that Go's assembler assembled.
func disassembled(t *testing.T, code string) (all []string) {
	t.Helper()
	dir := t.TempDir()
	source, object := filepath.Join(dir, "all.s"), filepath.Join(dir, "all.o")
	if err := os.WriteFile(source, []byte(code), 0o600); err != nil {
		t.Fatal(err)
	}
	tool := func(args ...string) string {
		cmd := exec.Command("go", append([]string{"tool"}, args...)...)
		cmd.Env = append(os.Environ(), "GOOS=linux", "GOARCH=arm64")
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("go tool %s: %v\n%s", strings.Join(args, " "), err, out)
		}
		return string(out)
	}
	tool("asm", "-I", kernel, "-p", "words", "-o", object, source)
	cmd := exec.Command("go", "tool", "objdump", "-gnu", object)
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go tool objdump: %v", err)
	}
	for line := range strings.Lines(string(out)) {
		if _, said, ok := strings.Cut(line, "// "); ok {
			all = append(all, strings.TrimSpace(said))
		}
	}
	return all
}
