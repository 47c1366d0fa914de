package main

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"strconv"
	"strings"
)

// change is one change of one file.
type change struct {
	id       int // in its package, from 1
	file     string
	line     int
	function string
	what     string // in one line: n < 3 → n <= 3

	// The change as bytes of the file: those from at to end become text.
	at, end  int
	text     string
	measured bool // a bound between two measured lengths; see measured
	// The change as a switch; none where it must be built by itself.
	wraps []wrap
}

func (c *change) String() string {
	return fmt.Sprintf("%s:%d %s: %s", c.file, c.line, c.function, c.what)
}

// finder collects the changes of one file.
type finder struct {
	p        *pkg
	file     string // relative to the module
	src      []byte
	fset     *token.FileSet
	types    *types.Info
	function string
	fixed    bool // in a declaration of constants, which cannot be switched
	signs    map[ast.Expr]bool
}

// declared finds the changes of a declaration.
func (f *finder) declared(d ast.Decl) {
	switch d := d.(type) {
	case *ast.FuncDecl:
		if d.Body != nil {
			f.function = d.Name.Name
			f.walk(d.Body, d.Type)
		}
		f.function = ""
	case *ast.GenDecl:
		outer := f.function
		f.fixed = d.Tok == token.CONST
		for _, s := range d.Specs {
			if v, ok := s.(*ast.ValueSpec); ok {
				if outer == "" {
					f.function = v.Names[0].Name
				}
				for _, x := range v.Values {
					f.walk(x, nil)
				}
			}
		}
		f.function, f.fixed = outer, false
	}
}

// walk finds the changes in a node; of is the function whose return statements they are.
func (f *finder) walk(root ast.Node, of *ast.FuncType) {
	ast.Inspect(root, func(n ast.Node) bool {
		switch x := n.(type) {
		case *ast.FuncLit:
			if x != root {
				f.walk(x.Body, x.Type)
				return false
			}
		case *ast.GenDecl:
			f.declared(x)
			return false
		case *ast.CallExpr: // capacities and lengths change nothing that shows, nor does how far from nothing a sign is
			switch fun := x.Fun.(type) {
			case *ast.Ident:
				if fun.Name == "make" {
					return false
				}
			case *ast.SelectorExpr:
				if f.text(fun) == "math.Inf" {
					return false
				}
			}
		case *ast.IfStmt:
			if cannotHappen(x) {
				return false
			}
			f.condition(x.Cond)
		case *ast.SwitchStmt:
			f.cases(x)
		case *ast.ReturnStmt:
			f.results(x, of)
			f.sign(x.Results...)
		case *ast.AssignStmt:
			f.sign(x.Rhs...)
		case *ast.KeyValueExpr:
			f.sign(x.Value)
		case *ast.UnaryExpr:
			if f.signs[x] {
				return false
			}
		case *ast.BinaryExpr:
			f.operator(x)
		case *ast.BasicLit:
			f.constant(x)
		case *ast.Ident:
			switch x.Name {
			case "true":
				f.negate(x, "false")
			case "false":
				f.negate(x, "true")
			}
		case *ast.CompositeLit:
			f.elements(x)
			if f.numbered(x) {
				f.constantIn(x.Type)
				for _, e := range x.Elts {
					if kv, ok := e.(*ast.KeyValueExpr); ok {
						f.constantIn(kv.Key)
						e = kv.Value
					}
					f.walk(e, of)
				}
				return false
			}
		case *ast.ArrayType:
			f.constantIn(x.Len)
			return false
		case *ast.BlockStmt:
			f.statements(x.List)
		case *ast.CaseClause:
			f.statements(x.Body)
		}
		return true
	})
}

// sign marks values that are -1, which say no place, or less, whatever they are below nothing.
func (f *finder) sign(list ...ast.Expr) {
	if f.signs == nil {
		f.signs = map[ast.Expr]bool{}
	}
	for _, e := range list {
		f.signs[e] = f.text(e) == "-1"
	}
}

// cannotHappen reports an if whose body is a panic alone: what it guards
// against is a defect of the program, and no test can reach it.
func cannotHappen(x *ast.IfStmt) bool {
	if len(x.Body.List) != 1 || x.Else != nil {
		return false
	}
	s, ok := x.Body.List[0].(*ast.ExprStmt)
	return ok && isPanic(s)
}

func isPanic(s *ast.ExprStmt) bool {
	call, ok := s.X.(*ast.CallExpr)
	if !ok {
		return false
	}
	id, ok := call.Fun.(*ast.Ident)
	return ok && id.Name == "panic"
}

// condition negates a condition, and drops its branch. The condition stays in
// the text, so that what it names is still used.
func (f *finder) condition(x ast.Expr) {
	f.negate(x, "!("+f.text(x)+")")
	c := f.add(x, "false && ("+f.text(x)+")")
	f.around(c, x, "(!"+on(c)+" && (", "))")
}

// negate is a change of a boolean to its opposite.
func (f *finder) negate(x ast.Expr, text string) {
	c := f.add(x, text)
	f.around(c, x, "((", ") != "+on(c)+")")
}

// cases negates and drops the cases of a switch without a tag, and drops those of one with a tag.
func (f *finder) cases(x *ast.SwitchStmt) {
	for _, s := range x.Body.List {
		c := s.(*ast.CaseClause)
		switch {
		case x.Tag == nil:
			for _, e := range c.List {
				f.condition(e)
			}
		case len(c.List) == 1:
			f.replace(c.Pos(), c.End(), "", "without "+oneLine(f.text(c)))
		default:
			for i, e := range c.List {
				f.without(e, i, c.List)
			}
		}
	}
}

// results negates the boolean results of a return statement.
func (f *finder) results(x *ast.ReturnStmt, of *ast.FuncType) {
	if of == nil || of.Results == nil {
		return
	}
	var types []ast.Expr
	for _, r := range of.Results.List {
		for range max(1, len(r.Names)) {
			types = append(types, r.Type)
		}
	}
	if len(types) != len(x.Results) {
		return
	}
	for i, e := range x.Results {
		if id, ok := types[i].(*ast.Ident); !ok || id.Name != "bool" {
			continue
		}
		if id, ok := e.(*ast.Ident); ok && (id.Name == "true" || id.Name == "false") {
			continue // changed as a constant
		}
		f.negate(e, "!("+f.text(e)+")")
	}
}

// edges are the comparisons that differ at one value alone, with the function of switch.go that is either.
var edges = map[token.Token]struct{ to, either string }{
	token.LSS: {"<=", "mutantLess"}, token.LEQ: {"<", "mutantAtMost"}, token.GTR: {">=", "mutantMore"}, token.GEQ: {">", "mutantAtLeast"},
}

func (f *finder) operator(x *ast.BinaryExpr) {
	left, right := f.text(x.X), f.text(x.Y)
	switch x.Op {
	case token.LAND, token.LOR:
		// a and b is not (not a or not b)
		to := map[token.Token]string{token.LAND: " || ", token.LOR: " && "}[x.Op]
		c := f.add(x, "("+left+")"+to+"("+right+")")
		f.around(c, x, "(", " != "+on(c)+")")
		f.around(c, x, "(", ")")
		f.around(c, x.X, "((", ") != "+on(c)+")")
		f.around(c, x.Y, "((", ") != "+on(c)+")")
	case token.EQL:
		f.negate(x, left+" != "+right)
	case token.NEQ:
		f.negate(x, left+" == "+right)
	default:
		e, ok := edges[x.Op]
		if !ok {
			return
		}
		c := f.add(x, left+" "+e.to+" "+right)
		if f.fixed || f.types.Types[x].Value != nil || !plain(f.types.TypeOf(x.X)) {
			return
		}
		c.measured = f.measured(x.X) && f.measured(x.Y)
		f.around(c, x, e.either+"("+strconv.Itoa(c.id)+", ", ")")
		f.over(c, x.OpPos, len(x.Op.String()), ",")
	}
}

// measured reports a length as it was measured, or what was computed of some: a fraction
// that is no constant, nor holds a count (a whole number made a fraction). Two of them
// differ in their last places but for chance, so that a bound between them at which no
// page of any test stands (switch.go notes where both are the same) is one that no page
// needs on this side or on that. What was computed of counts beforehand, and has a name
// by now, is not told from a length.
func (f *finder) measured(x ast.Expr) bool {
	tv := f.types.Types[x]
	if b, ok := tv.Type.Underlying().(*types.Basic); !ok || b.Info()&types.IsFloat == 0 || tv.Value != nil {
		return false
	}
	length := true
	ast.Inspect(x, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok || len(call.Args) != 1 {
			return true
		}
		if b, ok := f.types.TypeOf(call.Args[0]).Underlying().(*types.Basic); ok && f.types.Types[call.Fun].IsType() && b.Info()&types.IsInteger != 0 {
			length = false
		}
		return true
	})
	return length
}

// constant moves a whole number by one, a fraction by a factor.
func (f *finder) constant(x *ast.BasicLit) {
	switch x.Kind {
	case token.INT:
		n, err := strconv.ParseInt(x.Value, 0, 64)
		if err != nil {
			return
		}
		c := f.add(x, strconv.FormatInt(n+1, 10))
		if t := f.types.TypeOf(x); plain(t) {
			f.around(c, x, "(", " + mutantOne["+t.String()+"]("+strconv.Itoa(c.id)+"))")
		}
	case token.FLOAT:
		if v, err := strconv.ParseFloat(x.Value, 64); err == nil && v == 0 {
			return // no factor moves it
		}
		c := f.add(x, "("+x.Value+" * 1.6)")
		if t := f.types.TypeOf(x); plain(t) {
			f.around(c, x, "(", " * mutantFactor["+t.String()+"]("+strconv.Itoa(c.id)+"))")
		}
	}
}

// plain reports a type that the functions of switch.go take by its name.
func plain(t types.Type) bool {
	b, ok := t.(*types.Basic)
	return ok && b.Info()&(types.IsInteger|types.IsFloat|types.IsString) != 0 && b.Info()&types.IsUntyped == 0
}

// numbered reports a list whose keys, where it has any, are numbers that must be constant.
func (f *finder) numbered(x *ast.CompositeLit) bool {
	t := f.types.TypeOf(x)
	if t == nil {
		return false
	}
	switch t.Underlying().(type) {
	case *types.Slice, *types.Array:
		return true
	}
	return false
}

// constantIn finds the changes in what must be constant, and cannot be switched.
func (f *finder) constantIn(x ast.Expr) {
	if x == nil {
		return
	}
	outer := f.fixed
	f.fixed = true
	f.walk(x, nil)
	f.fixed = outer
}

// elements drops the elements of a slice or map, one at a time.
func (f *finder) elements(x *ast.CompositeLit) {
	t := f.types.TypeOf(x)
	if t == nil || len(x.Elts) < 2 {
		return
	}
	switch t.Underlying().(type) {
	case *types.Slice, *types.Map, *types.Array:
	default:
		return
	}
	_, slice := t.(*types.Slice)
	for i, e := range x.Elts {
		c := f.without(e, i, x.Elts)
		if slice && x.Type != nil {
			f.around(c, x, "mutantWithout("+strconv.Itoa(c.id)+", "+strconv.Itoa(i)+", ", ")")
		}
	}
}

// without drops one of a list that commas part.
func (f *finder) without(e ast.Expr, i int, list []ast.Expr) *change {
	at, end := e.Pos(), e.End()
	if i > 0 {
		at = list[i-1].End()
	} else {
		end = list[1].Pos()
	}
	return f.replace(at, end, "", "without "+oneLine(f.text(e)))
}

// statements drops what stands in a block by itself: a call whose result
// nobody takes, an assignment, a jump behind other statements.
func (f *finder) statements(list []ast.Stmt) {
	for i, s := range list {
		switch x := s.(type) {
		case *ast.ExprStmt:
			if isPanic(x) {
				continue
			}
		case *ast.IncDecStmt:
		case *ast.AssignStmt:
			if x.Tok == token.DEFINE {
				continue
			}
		case *ast.BranchStmt:
			if i == 0 { // alone it is the branch, which is dropped with its condition
				continue
			}
		default:
			continue
		}
		c := f.replace(s.Pos(), s.End(), "", "without "+oneLine(f.text(s)))
		f.around(c, s, "if !"+on(c)+" { ", " }")
	}
}

// add is the change of a node's text to another.
func (f *finder) add(n ast.Node, text string) *change {
	return f.replace(n.Pos(), n.End(), text, oneLine(f.text(n))+" → "+oneLine(text))
}

func (f *finder) replace(at, end token.Pos, text, what string) *change {
	p := f.fset.Position(at)
	f.p.changes = append(f.p.changes, change{
		id: len(f.p.changes) + 1, file: f.file, line: p.Line, function: f.function,
		at: p.Offset, end: f.fset.Position(end).Offset, text: text, what: what,
	})
	return &f.p.changes[len(f.p.changes)-1]
}

func (f *finder) text(n ast.Node) string {
	return string(f.src[f.fset.Position(n.Pos()).Offset:f.fset.Position(n.End()).Offset])
}

// oneLine is a text for a list: blanks once, and not more than a line of it.
func oneLine(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if r := []rune(s); len(r) > 100 {
		return string(r[:99]) + "…"
	}
	return s
}
