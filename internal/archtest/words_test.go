package archtest

import (
	"fmt"
	"go/ast"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

// longestWord is the longest vocabulary in characters; what is longer, or has a
// full-width mark, is a message to people.
const longestWord = 10

// TestWordsAreData counts the Chinese words that stand in Go, by package. They
// are data: a heading that no reader knows is taught without Go. The list may
// only shrink.
func TestWordsAreData(t *testing.T) {
	got := map[string]int{}
	eachFile(t, func(path string, f *ast.File, _ *token.FileSet) {
		dir := filepath.ToSlash(filepath.Dir(path))
		if !anyUnder(dir, []string{"extract", "normalize", "score"}) {
			return
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
				if s, err := strconv.Unquote(lit.Value); err == nil && isWord(s) {
					got[dir]++
				}
			}
			return true
		})
	})
	data, err := os.ReadFile("testdata/words.txt")
	if err != nil {
		t.Fatal(err)
	}
	allowed := map[string]int{}
	for line := range strings.Lines(string(data)) {
		var dir string
		var n int
		if _, err := fmt.Sscan(line, &dir, &n); err != nil {
			t.Fatalf("testdata/words.txt: %q: %v", line, err)
		}
		allowed[dir] = n
	}
	for dir, n := range got {
		if n > allowed[dir] {
			t.Errorf("%s: %d Chinese words in Go, %d are allowed: put them with the data", dir, n, allowed[dir])
		}
	}
	for dir, n := range allowed {
		if got[dir] < n {
			t.Logf("%s: %d Chinese words in Go, the list says %d: shorten testdata/words.txt", dir, got[dir], n)
		}
	}
	if t.Failed() {
		var lines []string
		for dir, n := range got {
			lines = append(lines, fmt.Sprintf("%s %d", dir, n))
		}
		slices.Sort(lines)
		t.Logf("counted:\n%s", strings.Join(lines, "\n"))
	}
}

// isWord reports Chinese text that is no message.
func isWord(s string) bool {
	han := 0
	for _, r := range s {
		switch {
		case unicode.Is(unicode.Han, r):
			han++
		case strings.ContainsRune("，。；：“”、（）", r):
			return false
		}
	}
	return han > 0 && han <= longestWord
}
