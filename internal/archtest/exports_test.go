package archtest

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
)

// What a package exports, others use. A name that none does is either not meant
// to be exported, or not meant to be.

// unused is the list of exported names that no other package uses yet. It only
// shrinks: a name that is used, or gone, is struck out.
const unused = "testdata/unused.txt"

func TestExportsAreUsed(t *testing.T) {
	ex := exportsOf(sources(t))
	data, err := os.ReadFile(unused)
	if err != nil {
		t.Fatal(err)
	}
	listed := strings.Fields(string(data))
	var counts []string
	found := map[string]bool{}
	for dir, p := range ex {
		counts = append(counts, fmt.Sprintf("%4d %s", len(p.decls), dir))
		for name := range p.decls {
			if !p.used[name] {
				found[dir+"."+name] = true
			}
		}
	}
	for name := range found {
		if !slices.Contains(listed, name) {
			t.Errorf("%s is exported, and no other package uses it", name)
		}
	}
	for _, name := range listed {
		if !found[name] {
			t.Errorf("%s is used or gone: strike it out of %s", name, unused)
		}
	}
	slices.SortFunc(counts, func(a, b string) int { return strings.Compare(b, a) })
	t.Logf("exported names by package:\n%s", strings.Join(counts, "\n"))
	if len(ex) < 20 {
		t.Errorf("looked at %d packages only; is the walk broken?", len(ex))
	}
}

// exports are what a package exports and what of it others use. Methods are
// Type.Name.
type exports struct {
	decls map[string]*declared
	used  map[string]bool
}

// declared is an exported name's declaration: the expressions in which other
// names of its package stand that whoever uses it meets.
type declared struct {
	meets []ast.Node
	of    string // the type of a method, or of a constant: its values stand together
}

// exportsOf are the exports of every package of the program. The tools are none
// of it, but use it.
func exportsOf(all []source) map[string]*exports {
	ex := map[string]*exports{}
	interfaces := map[string]bool{} // methods that some interface asks for
	for _, m := range strings.Fields("Error Unwrap Is As String AppendText Format Len Less Swap Push Pop Read Write Close ReadAt Seek Reallocate MarshalJSON UnmarshalJSON MarshalText UnmarshalText MarshalYAML UnmarshalYAML") {
		interfaces[m] = true
	}
	for _, s := range all {
		if !s.test && s.file.Name.Name != "main" && firstPart(s.dir) != "tools" {
			if ex[s.dir] == nil {
				ex[s.dir] = &exports{map[string]*declared{}, map[string]bool{}}
			}
			ex[s.dir].declare(s.file)
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			if i, ok := n.(*ast.InterfaceType); ok {
				for _, m := range i.Methods.List {
					for _, name := range m.Names {
						interfaces[name.Name] = true
					}
				}
			}
			return true
		})
	}
	called := map[string]map[string]bool{} // by a selector's name: the folders it stands in
	for _, s := range all {
		s.uses(ex, called)
	}
	for dir, p := range ex {
		for name, d := range p.decls {
			_, method, isMethod := strings.Cut(name, ".")
			if !isMethod {
				continue
			}
			elsewhere := len(called[method])
			if called[method][dir] {
				elsewhere--
			}
			if elsewhere > 0 || interfaces[method] {
				p.used[name] = true
			}
			if elsewhere > 0 && p.decls[d.of] != nil {
				p.used[d.of] = p.used[d.of] || !interfaces[method]
			}
		}
		p.spread()
	}
	return ex
}

// declare takes in the exported names of a file.
func (p *exports) declare(f *ast.File) {
	add := func(id *ast.Ident, of string, meets ...ast.Node) {
		if id.IsExported() {
			p.decls[id.Name] = &declared{meets, of}
		}
	}
	for _, d := range f.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			if d.Recv == nil {
				add(d.Name, "", d.Type)
			} else if of := receiver(d.Recv.List[0].Type); d.Name.IsExported() {
				p.decls[of+"."+d.Name.Name] = &declared{[]ast.Node{d.Type}, of}
			}
		case *ast.GenDecl:
			of := "" // goes on from the line above, as iota does
			for _, spec := range d.Specs {
				switch s := spec.(type) {
				case *ast.TypeSpec:
					add(s.Name, "", s.Type)
				case *ast.ValueSpec:
					if id, ok := s.Type.(*ast.Ident); ok {
						of = id.Name
					} else if len(s.Values) > 0 {
						of = ""
					}
					meets := []ast.Node{&ast.CompositeLit{Type: s.Type, Elts: s.Values}} // the line without its names
					for _, id := range s.Names {
						add(id, of, meets...)
					}
				}
			}
		}
	}
}

func receiver(e ast.Expr) string {
	switch x := e.(type) {
	case *ast.StarExpr:
		return receiver(x.X)
	case *ast.IndexExpr:
		return receiver(x.X)
	case *ast.IndexListExpr:
		return receiver(x.X)
	case *ast.Ident:
		return x.Name
	}
	return ""
}

// spread marks what stands in the declaration of what is used, and the values
// of a type with the type.
func (p *exports) spread() {
	for again := true; again; {
		again = false
		mark := func(name string) {
			if p.decls[name] != nil && !p.used[name] {
				p.used[name], again = true, true
			}
		}
		for name, d := range p.decls {
			isMethod := strings.Contains(name, ".")
			if !isMethod && d.of != "" && p.used[d.of] {
				mark(name)
			}
			if !p.used[name] || isMethod && p.decls[d.of] != nil && !p.used[d.of] {
				continue
			}
			for _, m := range d.meets {
				ast.Inspect(m, func(n ast.Node) bool {
					if id, ok := n.(*ast.Ident); ok {
						mark(id.Name)
					}
					return true
				})
			}
		}
	}
}

// source is one file.
type source struct {
	path string
	dir  string
	test bool
	file *ast.File
}

// uses notes what a file uses of other packages.
func (s source) uses(ex map[string]*exports, called map[string]map[string]bool) {
	imports := map[string]*exports{}
	for _, spec := range s.file.Imports {
		path, _ := strconv.Unquote(spec.Path.Value)
		dir, ours := strings.CutPrefix(path, "ziping/")
		if !ours || dir == s.dir || ex[dir] == nil {
			continue
		}
		name := filepath.Base(dir)
		if spec.Name != nil {
			name = spec.Name.Name
		}
		imports[name] = ex[dir]
	}
	ast.Inspect(s.file, func(n ast.Node) bool {
		x, ok := n.(*ast.SelectorExpr)
		if !ok {
			return true
		}
		if id, ok := x.X.(*ast.Ident); ok && imports[id.Name] != nil {
			imports[id.Name].used[x.Sel.Name] = true
		}
		if called[x.Sel.Name] == nil {
			called[x.Sel.Name] = map[string]bool{}
		}
		called[x.Sel.Name][s.dir] = true
		return true
	})
}

// sources are all files of the module, tests too.
func sources(t *testing.T) []source {
	t.Helper()
	once.Do(func() {
		walkGo(t, func(path string, data []byte) { every = append(every, parsed(t, path, string(data))) })
	})
	return every
}

// places are those of all files; each file is parsed once for all tests.
var (
	places = token.NewFileSet()
	once   sync.Once
	every  []source
)

func parsed(t *testing.T, path, text string) source {
	t.Helper()
	f, err := parser.ParseFile(places, path, text, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	return source{filepath.ToSlash(path), filepath.ToSlash(filepath.Dir(path)), strings.HasSuffix(path, "_test.go"), f}
}

// A name is used where another package names it, meets it in what it names, or
// calls it; a package's own tests do not count.
func TestExportsOf(t *testing.T) {
	all := []source{
		parsed(t, "a/a.go", `package a
			type Kind int
			const (
				One Kind = iota
				Two
			)
			type Given struct{ In *Inner }
			type Inner struct{}
			type Alone struct{}
			func (*Inner) Called() {}
			func (*Inner) Uncalled() {}
			func (Inner) String() string { return "" }
			func Named(k Kind) (Given, error) { return Given{}, ErrOwn }
			func Tested() {}
			var ErrOwn error
			var T, Shadow = 1, 2`),
		parsed(t, "a/a_test.go", `package a_test
			import "ziping/a"
			func test() { a.Tested() }`),
		parsed(t, "b/b.go", `package b
			import other "ziping/a"
			func use(a struct{ Shadow int }) { g, _ := other.Named(0); g.In.Called(); _ = a.Shadow }`),
		parsed(t, "c/c_test.go", `package c
			import "ziping/a"
			var t = a.T`),
	}
	p := exportsOf(all)["a"]
	var got []string
	for name := range p.decls {
		if !p.used[name] {
			got = append(got, name)
		}
	}
	slices.Sort(got)
	if want := "Alone ErrOwn Inner.Uncalled Shadow Tested"; strings.Join(got, " ") != want {
		t.Errorf("got %q unused, want %q", got, want)
	}
}
