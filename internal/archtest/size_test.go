package archtest

import (
	"fmt"
	"go/ast"
	"path/filepath"
	"strings"
	"testing"
)

// The most that a reader can be asked to hold at once.
const (
	mostMethods = 25    // of one type
	mostLines   = 2_500 // of one package, without its tests
)

// A type with more methods is several things under one name.
func TestTypesAreSmall(t *testing.T) {
	counts := methodsOf(sources(t))
	for of, n := range counts {
		if n > mostMethods {
			t.Errorf("%s has %d methods, %d are allowed: what part of its state has methods of its own?", of, n, mostMethods)
		}
	}
	if len(counts) < 100 {
		t.Errorf("looked at %d types only; is the walk broken?", len(counts))
	}
}

// methodsOf counts the methods of the types of stage packages, without tests.
func methodsOf(all []source) map[string]int {
	counts := map[string]int{}
	for _, s := range all {
		if s.test || !anyUnder(s.dir, stages) {
			continue
		}
		for _, d := range s.file.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && f.Recv != nil {
				counts[s.dir+"."+receiver(f.Recv.List[0].Type)]++
			}
		}
	}
	return counts
}

// Methods are counted over the files of a package, by pointer or value, and not
// those of tests or of what is no stage.
func TestMethodsOf(t *testing.T) {
	got := methodsOf([]source{
		parsed(t, "score/a/a.go", `package a
			type T[E any] struct{ U }
			type U struct{}
			func (t *T[E]) One() {}
			func (T[E]) two()    {}
			func (U) One()       {}
			func Three()         {}`),
		parsed(t, "score/a/b.go", "package a\nfunc (t *T[E]) four() {}"),
		parsed(t, "score/a/a_test.go", "package a\nfunc (t *T[E]) five() {}"),
		parsed(t, "score/b/b.go", "package b\ntype T struct{}\nfunc (T) One() {}"),
		parsed(t, "internal/c/c.go", "package c\ntype T struct{}\nfunc (T) One() {}"),
	})
	if s := fmt.Sprint(got); s != "map[score/a.T:3 score/a.U:1 score/b.T:1]" {
		t.Errorf("got %s", s)
	}
}

// A package with more lines is several packages.
func TestPackagesAreSmall(t *testing.T) {
	lines := map[string]int{}
	walkGo(t, func(path string, data []byte) {
		if dir := filepath.ToSlash(filepath.Dir(path)); anyUnder(dir, stages) && !strings.HasSuffix(path, "_test.go") {
			lines[dir] += strings.Count(string(data), "\n")
		}
	})
	for dir, n := range lines {
		if n > mostLines {
			t.Errorf("%s has %d lines, %d are allowed: what of it can others not see?", dir, n, mostLines)
		}
	}
	if len(lines) < 50 {
		t.Errorf("looked at %d packages only; is the walk broken?", len(lines))
	}
}
