package checks

import (
	"strings"
	"unicode/utf8"

	"ziping/extract"
	"ziping/normalize"
)

// placeOf is the place of the first of the fields that has one. A blank cell of
// a ragged row has none; its row's name or score stands for it.
func placeOf(fields ...*normalize.Field) *extract.Ref {
	for _, f := range fields {
		if f != nil && f.At != nil {
			return f.At
		}
	}
	return nil
}

// rowPlace is the place to show for an indicator: the field, else its row's other cells.
func rowPlace(f *normalize.Field, x *normalize.Indicator) *extract.Ref {
	return placeOf(f, x.Score, x.Weight, x.Actual, x.Target, x.Name)
}

// nameOf is how a message names an indicator.
func nameOf(x *normalize.Indicator) string {
	if x.Name.IsBlank() {
		return "—"
	}
	return clip(x.Name.Text)
}

// targetOf is a target for a message: as printed, with comparator and unit put
// together where the form prints them in columns of their own (≥ | 100 | %).
func targetOf(x *normalize.Indicator) string {
	t := x.Target
	if n, ok := t.Number(); ok && t.Text != "" && digit(rune(t.Text[0])) >= 0 && (t.Op != normalize.OpEqual || ownColumn(t)) {
		unit := ""
		if ownColumn(t) {
			unit = t.Unit
		}
		return comparators[t.Op] + n.Printed() + unit
	}
	return clip(t.Text)
}

var comparators = map[normalize.Op]string{
	normalize.OpAtLeast: "≥", normalize.OpAtMost: "≤", normalize.OpMore: ">", normalize.OpLess: "<", normalize.OpEqual: "=",
}

// clip shortens a text for a message to one line of at most forty characters.
func clip(s string) string {
	if len(s) > 480 { // a whole narrative: its beginning is all that is shown
		s = strings.ToValidUTF8(s[:480], "")
	}
	if strings.ContainsAny(s, " \t\r\n\u3000") {
		s = strings.Join(strings.Fields(s), " ")
	}
	if len(s) <= 40 || utf8.RuneCountInString(s) <= 40 {
		return s
	}
	n := 0
	for i := range s {
		if n == 39 {
			return s[:i] + "…"
		}
		n++
	}
	return s
}

// hasDigit reports a digit, half or full width.
func hasDigit(s string) bool {
	for _, r := range s {
		if r >= '0' && r <= '9' || r >= '\uff10' && r <= '\uff19' {
			return true
		}
	}
	return false
}
