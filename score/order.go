package score

import (
	"cmp"
	"ziping/extract"
)

// The order of findings.

// compareFindings orders by weight of the level, then as printed.
func compareFindings(a, b Finding) int {
	if d := levelOrder(a.Level) - levelOrder(b.Level); d != 0 {
		return d
	}
	return compareRefs(a.At, b.At)
}

func levelOrder(l Level) int {
	switch l {
	case Error:
		return 0
	case Rule:
		return 1
	}
	return 2
}

// compareRefs orders places as printed; no place comes last. Lines count as
// before the tables (they are titles mostly): their table is none, -1.
func compareRefs(a, b *extract.Ref) int {
	switch {
	case a == nil && b == nil:
		return 0
	case a == nil:
		return 1
	case b == nil:
		return -1
	}
	return cmp.Or(cmp.Compare(a.Table, b.Table), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Row, b.Row), cmp.Compare(a.Col, b.Col))
}
