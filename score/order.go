package score

import (
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
// before the tables: they are titles mostly.
func compareRefs(a, b *extract.Ref) int {
	switch {
	case a == nil || b == nil:
		return boolOrder(a == nil) - boolOrder(b == nil)
	case a.IsLine() || b.IsLine():
		if a.IsLine() && b.IsLine() {
			return a.Line - b.Line
		}
		return boolOrder(b.IsLine()) - boolOrder(a.IsLine())
	case a.Table != b.Table:
		return a.Table - b.Table
	case a.Row != b.Row:
		return a.Row - b.Row
	}
	return a.Col - b.Col
}

func boolOrder(b bool) int {
	if b {
		return 1
	}
	return 0
}
