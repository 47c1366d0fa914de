package archtest

import (
	"go/ast"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

// What a person reads: messages in Go, words in the data of rules, forms and findings,
// and the documents. One term stands for one thing (docs/glossary.md), and sentences in
// Chinese have the marks of GB/T 15834.

// module is the folder of the module.
const module = "../.."

// vocabulary are the folders whose literals are words to be read, not said.
var vocabulary = []string{
	"text", "normalize/lexicon", "normalize/value", "normalize/formtest", "score/prose", "score/formtest", "score/sketch", "score/printed", "score/rubric/formula",
	"score/identity/band.go", "score/checks/cite", "score/checks/narrative/tie.go", "score/checks/narrative/funds.go", "extract/charset", "extract/docxin/eq.go", "extract/xlsxin", "extract/pdfin/signs", "extract/grid/words", "tools",
}

// texts are all texts with the place of each: path, or path:line.
func texts(t *testing.T) map[string][]string {
	t.Helper()
	out := map[string][]string{}
	eachFile(t, func(path string, f *ast.File, _ *token.FileSet) {
		path = filepath.ToSlash(path)
		if slices.ContainsFunc(vocabulary, func(v string) bool { return path == v || strings.HasPrefix(path, v+"/") }) {
			return
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
				if s, err := strconv.Unquote(lit.Value); err == nil {
					out[path] = append(out[path], s)
				}
			}
			return true
		})
	})
	add := func(path string) {
		data, err := os.ReadFile(filepath.Join(module, path))
		if err != nil {
			t.Fatal(err)
		}
		out[path] = append(out[path], strings.Split(string(data), "\n")...)
	}
	for _, dir := range []string{"docs", "score/rubric/sets", "score/wording", "normalize/family"} {
		err := fs.WalkDir(os.DirFS(module), dir, func(path string, d fs.DirEntry, err error) error {
			if err == nil && !d.IsDir() && (strings.HasSuffix(path, ".md") || strings.HasSuffix(path, ".yaml")) && path != "docs/glossary.md" {
				add(path)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	add("README.md")
	add("README.en.md")
	for _, system := range []string{"windows", "linux", "darwin"} {
		add("tools/release/texts/" + system + ".txt")
	}
	return out
}

func TestBannedWords(t *testing.T) {
	data, err := os.ReadFile("testdata/banned.txt")
	if err != nil {
		t.Fatal(err)
	}
	banned := strings.Split(strings.TrimSpace(string(data)), "\n")
	all := texts(t)
	if len(all) < 300 {
		t.Fatalf("looked at %d files only; is the walk broken?", len(all))
	}
	for path, lines := range all {
		for _, s := range lines {
			for _, w := range banned {
				if strings.Contains(s, w) {
					t.Errorf("%s: %q stands in %q", path, w, s)
				}
			}
		}
	}
}

// TestShouldBeIsSaidOnce holds that no message says by itself what a figure should be:
// those words belong to corrections (score/wording).
func TestShouldBeIsSaidOnce(t *testing.T) {
	for path, lines := range texts(t) {
		if !strings.HasSuffix(path, ".go") {
			continue
		}
		for _, s := range lines {
			if strings.Contains(s, "应为") {
				t.Errorf("%s: %q", path, s)
			}
		}
	}
}

var (
	quotedCode = regexp.MustCompile("`[^`]*`|\\]\\([^)]*\\)|https?://\\S*")
	halfMark   = regexp.MustCompile(`[\p{Han}”）》][,;:?!]|[,;:?!][\p{Han}“（《]`)
	halfRound  = regexp.MustCompile(`\p{Han}\(|\(\p{Han}|\p{Han}\)|\)\p{Han}`)
)

// chinese reports a sentence in Chinese: most of it, or its marks.
func chinese(s string) bool {
	han, latin := 0, 0
	for _, r := range s {
		switch {
		case unicode.Is(unicode.Han, r):
			han++
		case r < 128 && unicode.IsLetter(r):
			latin++
		}
	}
	return han > 0 && latin <= han/2
}

func TestMarksOfChineseSentences(t *testing.T) {
	for path, lines := range texts(t) {
		if strings.HasSuffix(path, ".yaml") {
			continue // flow lists have marks of their own
		}
		code := false
		for _, s := range lines {
			if strings.HasPrefix(s, "```") {
				code = !code
			}
			plain := quotedCode.ReplaceAllString(s, "`")
			if code || !chinese(plain) {
				continue
			}
			if m := halfMark.FindString(plain); m != "" {
				t.Errorf("%s: %q in %q", path, m, s)
			}
			if m := halfRound.FindString(plain); m != "" {
				t.Errorf("%s: %q in %q", path, m, s)
			}
		}
	}
}
