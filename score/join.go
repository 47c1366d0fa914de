package score

import (
	"slices"
	"strconv"
	"strings"

	"ziping/extract"
	"ziping/normalize"
)

// One notice for one cause. What a check finds row by row is mostly a habit of whoever
// filled the form in; told row by row it buries what matters.

// mostJoined bounds the message of a joined notice, in bytes.
const mostJoined = 1500

// Joined reports a notice that speaks of several places: Operands lists them all, its
// own Field among them.
func (f *Finding) Joined() bool {
	return f.Level == Notice && len(f.Operands) > 1 && slices.Contains(f.Operands, f.Field)
}

// join makes one notice of those of a check that says that its rows have one cause.
func join(all []Finding, checks []Check, lang extract.Lang) []Finding {
	habits := map[string]bool{}
	for i := range checks {
		habits[checks[i].Doc.ID] = checks[i].Habit
	}
	at := map[string]int{}
	var out []Finding
	for _, f := range all {
		k, seen := at[f.Check]
		switch {
		case !habits[f.Check] || f.Level != Notice || f.Joined():
			out = append(out, f)
		case !seen:
			at[f.Check] = len(out)
			out = append(out, f)
		default:
			out[k].take(&f, lang)
		}
	}
	for _, k := range at {
		if f := &out[k]; f.Joined() {
			f.Message = extract.Text{ZH: strconv.Itoa(len(f.Operands)) + " 处：", EN: strconv.Itoa(len(f.Operands)) + " places: "}.In(lang) + f.Message
		}
	}
	return out
}

// take adds another place to a notice.
func (f *Finding) take(g *Finding, lang extract.Lang) {
	if !f.Joined() {
		f.Operands = []normalize.Path{f.Field}
	}
	f.Operands = append(f.Operands, g.Field)
	more := extract.Text{ZH: "……", EN: " …"}.In(lang)
	switch {
	case len(f.Message)+len(g.Message) <= mostJoined:
		f.Message += extract.Text{ZH: "；", EN: "; "}.In(lang) + g.Message
	case !strings.HasSuffix(f.Message, more):
		f.Message += more
	}
	if g.Verdict == Inconsistent {
		f.Verdict = Inconsistent
	}
}
