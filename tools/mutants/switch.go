package main

import (
	"cmp"
	_ "embed"
	"go/ast"
	"go/token"
	"slices"
	"strconv"
	"strings"
)

// A file with switches holds all of its changes at once; the environment says
// which one is on. Each is words put around the text, so that a change inside
// another's text is no trouble:
//
//	if n < 3 && ok {
//	if (!mutant(2) && ((((mutantLess(4, n, 3)) != mutant(3) && (ok) != mutant(3)) != mutant(3)) != mutant(1))) {

// wrap puts words around the bytes from at to end, or in their place.
type wrap struct {
	at, end       int
	before, after string
	over          bool
}

// on is the switch of a change.
func on(c *change) string { return "mutant(" + strconv.Itoa(c.id) + ")" }

func (f *finder) around(c *change, n ast.Node, before, after string) {
	if f.fixed {
		return
	}
	c.wraps = append(c.wraps, wrap{at: f.fset.Position(n.Pos()).Offset, end: f.fset.Position(n.End()).Offset, before: before, after: after})
}

// over puts words in the place of others.
func (f *finder) over(c *change, at token.Pos, n int, words string) {
	p := f.fset.Position(at).Offset
	c.wraps = append(c.wraps, wrap{at: p, end: p + n, before: words, over: true})
}

// switched is a file with the switches of its changes.
func switched(src []byte, wraps []wrap) []byte {
	type insertion struct {
		at, far, order int
		closes         bool
		words          string
		skip           int
	}
	var all []insertion
	for i, w := range wraps {
		if w.over {
			all = append(all, insertion{at: w.at, far: w.end, order: i, words: w.before, skip: w.end - w.at})
			continue
		}
		all = append(all, insertion{at: w.at, far: w.end, order: i, words: w.before}, insertion{at: w.end, far: w.at, order: i, closes: true, words: w.after})
	}
	// At one place what closes comes first, the inner before the outer; then
	// what opens, the outer before the inner. Of two around the same text the
	// one found first is the outer.
	slices.SortStableFunc(all, func(a, b insertion) int {
		switch {
		case a.at != b.at:
			return a.at - b.at
		case a.closes != b.closes:
			return map[bool]int{true: -1, false: 1}[a.closes]
		case a.closes:
			return cmp.Or(b.far-a.far, b.order-a.order)
		}
		return cmp.Or(b.far-a.far, a.order-b.order)
	})
	var out strings.Builder
	done := 0
	for _, x := range all {
		out.Write(src[done:x.at])
		out.WriteString(x.words)
		done = x.at + x.skip
	}
	out.Write(src[done:])
	return []byte(out.String())
}

// support is the file that switches need, laid into the package under test.
//
//go:embed support.txt
var support string
