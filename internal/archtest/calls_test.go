package archtest

import (
	"fmt"
	"go/ast"
	"maps"
	"slices"
	"testing"
)

// mostBackUp is how many of a hundred pairs of files of the stages may call against the
// order in which most of their package's calls run, so that a package can be read from
// its first file to its last.
const mostBackUp = 10

// TestCallsRunDown counts, file by file, who calls whom within each package of the stages.
func TestCallsRunDown(t *testing.T) {
	all := callsOf(sources(t))
	pairs, back := 0, 0
	for _, dir := range slices.Sorted(maps.Keys(all)) {
		p, b := len(all[dir]), backUp(all[dir])
		pairs, back = pairs+p, back+b
		if b > 0 {
			t.Logf("%3d of %3d  %s", b, p, dir)
		}
	}
	t.Logf("%d of %d calls between files run back up", back, pairs)
	if back*100 > pairs*mostBackUp {
		t.Errorf("%d of %d calls between files run back up, %d of a hundred are allowed", back, pairs, mostBackUp)
	}
	if pairs < 500 {
		t.Errorf("looked at %d pairs of files only; is the walk broken?", pairs)
	}
}

// call says that a function of one file calls one of another.
type call struct{ from, to string }

// callsOf are the calls between the files of each package of the stages, each pair of
// files once. A method that several files have is left out: without types nobody knows
// which is meant.
func callsOf(all []source) map[string]map[call]bool {
	type names struct{ functions, methods map[string][]string } // the files that declare them
	declared := map[string]*names{}
	for _, s := range all {
		if s.test || !anyUnder(s.dir, stages) {
			continue
		}
		n := declared[s.dir]
		if n == nil {
			n = &names{map[string][]string{}, map[string][]string{}}
			declared[s.dir] = n
		}
		for _, d := range s.file.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && f.Recv == nil {
				n.functions[f.Name.Name] = append(n.functions[f.Name.Name], s.path)
			} else if ok {
				n.methods[f.Name.Name] = append(n.methods[f.Name.Name], s.path)
			}
		}
	}
	out := map[string]map[call]bool{}
	for _, s := range all {
		n := declared[s.dir]
		if s.test || n == nil {
			continue
		}
		ast.Inspect(s.file, func(x ast.Node) bool {
			var to []string
			if c, ok := x.(*ast.CallExpr); ok {
				switch f := c.Fun.(type) {
				case *ast.Ident:
					to = n.functions[f.Name]
				case *ast.SelectorExpr:
					to = n.methods[f.Sel.Name]
				}
			}
			if len(to) == 1 && to[0] != s.path {
				if out[s.dir] == nil {
					out[s.dir] = map[call]bool{}
				}
				out[s.dir][call{s.path, to[0]}] = true
			}
			return true
		})
	}
	return out
}

// backUp is how many calls run against the order of the files that has few of them: files
// are moved one by one to where most of their calls run down, until none gains by it.
func backUp(calls map[call]bool) int {
	var order []string
	for c := range calls {
		for _, f := range []string{c.from, c.to} {
			if !slices.Contains(order, f) {
				order = append(order, f)
			}
		}
	}
	slices.Sort(order)
	cost := func(order []string) (n int) {
		at := map[string]int{}
		for i, f := range order {
			at[f] = i
		}
		for c := range calls {
			if at[c.from] > at[c.to] {
				n++
			}
		}
		return n
	}
	best := cost(order)
	for gained := true; gained; {
		gained = false
		for _, f := range slices.Clone(order) {
			rest := slices.DeleteFunc(slices.Clone(order), func(g string) bool { return g == f })
			for i := range order {
				moved := slices.Insert(slices.Clone(rest), i, f)
				if c := cost(moved); c < best {
					best, order, gained = c, moved, true
				}
			}
		}
	}
	return best
}

// One call back in a circle of three files, none in a row of them; methods of one name in
// two files are not followed.
func TestCallsOf(t *testing.T) {
	of := func(texts ...string) map[call]bool {
		var all []source
		for i, text := range texts {
			all = append(all, parsed(t, fmt.Sprintf("score/a/%c.go", 'a'+i), "package a\n"+text))
		}
		return callsOf(all)["score/a"]
	}
	row := of("func one() { two(); two() }", "func two() { x.three() }", "func (t) three() {}")
	if len(row) != 2 || backUp(row) != 0 {
		t.Errorf("got %v, %d back up, want two pairs and none", row, backUp(row))
	}
	circle := of("func one() { two() }", "func two() { three() }", "func three() { one() }")
	if len(circle) != 3 || backUp(circle) != 1 {
		t.Errorf("got %v, %d back up, want three pairs and one", circle, backUp(circle))
	}
	if twice := of("func one() { x.two() }", "func (t) two() {}", "func (u) two() {}"); len(twice) != 0 {
		t.Errorf("got %v, want none", twice)
	}
}
