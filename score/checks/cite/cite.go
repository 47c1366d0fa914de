// Package cite names in a finding what it speaks of: the place of a field, an
// indicator by its name, a target as it is printed, a text cut to one line.
//
//	score.Finding{At: cite.Row(x.Actual, x), Message: p.Say(cite.Name(x)+"：…", cite.Name(x)+": …")}
//
// Every check says it in the same way.
package cite

import (
	"strings"
	"unicode/utf8"

	"ziping/extract"
	"ziping/normalize"
	"ziping/text/blank"
)

// Place is the place of the first of the fields that has one. A blank cell of
// a ragged row has none; its row's name or score stands for it.
func Place(fields ...*normalize.Field) *extract.Ref {
	for _, f := range fields {
		if f != nil && f.At != nil {
			return f.At
		}
	}
	return nil
}

// Row is the place to show for an indicator: the field, else its row's other cells.
func Row(f *normalize.Field, x *normalize.Indicator) *extract.Ref {
	return Place(f, x.Score, x.Weight, x.Actual, x.Target, x.Name)
}

// Name is how a message names an indicator.
func Name(x *normalize.Indicator) string {
	if x.Name.IsBlank() {
		return "—"
	}
	return Clip(x.Name.Text)
}

// Source is how a message names a row of money: its label without a colon behind it.
func Source(row *normalize.FundRow) string {
	label := strings.TrimRight(Clip(row.Label), ":\uff1a")
	if label == "" {
		return "—"
	}
	return label
}

// Target is a target for a message: as printed, with comparator and unit put
// together where the form prints them in columns of their own (≥ | 100 | %).
func Target(x *normalize.Indicator) string {
	t := x.Target
	if n, ok := t.Number(); ok && t.Text != "" && t.Text[0] >= '0' && t.Text[0] <= '9' && (t.Op != normalize.OpEqual || OwnColumn(t)) {
		unit := ""
		if OwnColumn(t) {
			unit = t.Unit
		}
		return comparators[t.Op] + n.Printed() + unit
	}
	return Clip(t.Text)
}

var comparators = map[normalize.Op]string{
	normalize.OpAtLeast: "≥", normalize.OpAtMost: "≤", normalize.OpMore: ">", normalize.OpLess: "<", normalize.OpEqual: "=",
}

// Clip shortens a text for a message to one line of at most forty characters.
func Clip(s string) string {
	if len(s) > 480 { // a whole narrative: its beginning is all that is shown
		s = strings.ToValidUTF8(s[:480], "")
	}
	s = blank.Line(s)
	if utf8.RuneCountInString(s) <= 40 {
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

// OwnColumn reports a target whose unit stands in a column of its own (度量单位).
func OwnColumn(t *normalize.Field) bool {
	return !strings.Contains(t.Text, t.Unit) && (t.Unit != "%" || !strings.ContainsAny(t.Text, "%\uff05") && !strings.Contains(t.Text, "百分"))
}

// mostListed is how many places a message names of many.
const mostListed = 3

// Listed names the places of one finding that speaks of several, the first few of many.
func Listed(r *normalize.Report, paths []normalize.Path) extract.Text {
	var zh, en []string
	for i, p := range paths {
		if i == mostListed {
			break
		}
		zh, en = append(zh, r.Label(p, extract.ZH)), append(en, r.Label(p, extract.EN))
	}
	t := extract.Text{ZH: strings.Join(zh, "、"), EN: strings.Join(en, ", ")}
	if len(paths) > mostListed {
		t.ZH, t.EN = t.ZH+"……", t.EN+", …"
	}
	return t
}
