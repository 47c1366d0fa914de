package sound

import (
	"cmp"
	"fmt"
	"sort"
	"strings"

	"ziping/internal/pipeline"
	"ziping/normalize"
	"ziping/score"
	"ziping/tools/eval/measure"
)

// Told is what came of one copy.
type Told struct {
	Status  string // ok, partial, failed
	Want    int    // fields of the form
	Right   int
	Wrong   []string // fields read otherwise, missing or too many, each with what was drawn and what was read
	Errors  []string // findings of level error
	Applied []string // corrections
	Whole   bool     // the form has a total, by which its end is known
}

// HoldAll compares what the program reads in a copy of forms that follow each other with
// what was drawn of each. There must be a result for each.
func HoldAll(all []*Form, out *pipeline.Outcome) Told {
	t := all[0].Hold(out)
	for _, f := range all[1:] {
		u := f.Hold(out)
		t.Want, t.Right, t.Wrong, t.Whole = t.Want+u.Want, t.Right+u.Right, append(t.Wrong, u.Wrong...), t.Whole && u.Whole
	}
	if n := len(out.Result.Reports); n > len(all) || n < len(all) && n > 0 {
		t.Wrong = append([]string{fmt.Sprintf("%d results for %d forms", n, len(all))}, t.Wrong...)
	}
	return t
}

// Hold compares what the program reads in a copy with the form as drawn.
func (f *Form) Hold(out *pipeline.Outcome) Told {
	t := Told{Status: string(out.Result.Status), Want: len(f.Truth), Whole: f.ended}
	got := out.Result.Reports
	if len(got) == 0 {
		t.Wrong = []string{"nothing read"}
		return t
	}
	var read map[string]string
	for i := range got {
		fields := f.fields(&got[i].Report)
		right := 0
		for path, want := range f.Truth {
			if v, ok := fields[path]; ok && same(path, v, want) {
				right++
			}
		}
		if read == nil || right > t.Right {
			read, t.Right = fields, right
		}
	}
	for path, want := range f.Truth {
		if v, ok := read[path]; !ok || !same(path, v, want) {
			t.Wrong = append(t.Wrong, fmt.Sprintf("%s: %q read %q", path, want, v))
		}
		delete(read, path)
	}
	for path, v := range read {
		t.Wrong = append(t.Wrong, fmt.Sprintf("%s: nothing printed, read %q", path, v))
	}
	sort.Strings(t.Wrong)
	for _, g := range got {
		for _, x := range g.Findings {
			if x.Level == score.Error && x.Verdict == score.Inconsistent {
				t.Errors = append(t.Errors, fmt.Sprintf("%s %s: %s / %s", x.Check, x.Field, x.Stated, x.Expected))
			}
		}
		for _, x := range g.Repairs {
			if x.Applied {
				for _, e := range x.Edits {
					t.Applied = append(t.Applied, fmt.Sprintf("%s: %s → %s", e.Field, e.Old, e.New))
				}
			}
		}
	}
	return t
}

// counted are the last names of paths whose field counts where it is read but
// nothing was printed.
var counted = map[string]bool{"initial": true, "carried_in": true, "adjustment": true, "budget": true, "executed": true, "execution_rate": true, "balance": true, "balance_rate": true, "weight": true, "score": true, "target": true, "actual": true, "name": true, "level1": true, "level2": true, "grade": true}

// fields are what a report read, by the paths of Truth: the places of rows of
// money by their labels, those of indicators by their names in order.
func (f *Form) fields(rep *normalize.Report) map[string]string {
	out := map[string]string{}
	place := f.places(rep)
	drawn := map[string]string{} // labels, by their letters
	for path := range f.Truth {
		if rest, ok := strings.CutPrefix(path, "funds["); ok {
			name, _, _ := strings.Cut(rest, "]")
			drawn[bare(name)] = name
		}
	}
	label := map[string]string{}
	if rep.Funds != nil {
		for _, r := range rep.Funds.Rows {
			label[r.Source] = cmp.Or(drawn[bare(r.Label)], r.Label)
			if _, unnamed := drawn[""]; unnamed && r.Source == "total" {
				label[r.Source] = "" // the whole, whatever the reader calls it
			}
		}
	}
	for _, x := range rep.Fields() {
		v := x.Field.Value
		if x.Field.State == normalize.Garbled {
			v = x.Field.Text
		}
		path := x.Path.String()
		last := path[strings.LastIndex(path, ".")+1:]
		if x.Field.State != normalize.Parsed && x.Field.State != normalize.Garbled || isBlank(x.Field.Text) && isBlank(v) {
			continue
		}
		switch {
		case strings.HasPrefix(path, "funds."):
			source, column, _ := strings.Cut(strings.TrimPrefix(path, "funds."), ".")
			path = "funds[" + label[source] + "]." + column
		case strings.HasPrefix(path, "indicators["):
			var k int
			var rest string
			if _, err := fmt.Sscanf(path, "indicators[%d].%s", &k, &rest); err != nil {
				continue
			}
			path = fmt.Sprintf("indicators[%d].%s", place[k], rest)
			if last == "target" || last == "actual" || last == "reason" || last == "name" {
				v = x.Field.Text
			}
		}
		if _, ok := f.Truth[path]; ok || counted[last] && !strings.Contains(path, "other") {
			out[path] = v
		}
	}
	return out
}

// bare is a label without its brackets, one of which may be lost.
func bare(label string) string {
	return strings.NewReplacer("(", "", ")", "").Replace(measure.Fold(label))
}

// places says for each indicator read which of the drawn ones it is: the next
// with its name, else one past all.
func (f *Form) places(rep *normalize.Report) []int {
	var names []string
	for k := 0; ; k++ {
		n, ok := f.Truth[fmt.Sprintf("indicators[%d].name", k)]
		if !ok {
			break
		}
		names = append(names, measure.Fold(n))
	}
	out := make([]int, len(rep.Indicators))
	next, over := 0, len(names)
	for i, ind := range rep.Indicators {
		out[i] = over
		name := ""
		if ind.Name != nil {
			name = measure.Fold(ind.Name.Text)
		}
		for k := next; k < len(names); k++ {
			if names[k] == name {
				out[i], next = k, k+1
				break
			}
		}
		if out[i] == over {
			over++
		}
	}
	return out
}

// same compares what was read with what was drawn: figures by value, words by
// their letters.
func same(path, got, want string) bool {
	if measure.Fold(got) == measure.Fold(want) {
		return true
	}
	last := path[strings.LastIndex(path, ".")+1:]
	switch last {
	case "target", "actual", "reason", "name", "level1", "level2", "project", "organisation", "expected":
		return false
	}
	return isFigure(got) && isFigure(want) && number(got) == number(want)
}

func isFigure(s string) bool {
	s = strings.ReplaceAll(strings.TrimSuffix(strings.TrimPrefix(s, "-"), "%"), ",", "")
	return s != "" && strings.Trim(s, "0123456789.") == ""
}

// number is a printed figure in millionths; forms drawn here have two places.
func number(s string) int64 {
	s = strings.ReplaceAll(strings.TrimSuffix(s, "%"), ",", "")
	sign := int64(1)
	if strings.HasPrefix(s, "-") {
		s, sign = s[1:], -1
	}
	whole, frac, _ := strings.Cut(s, ".")
	var v int64
	for _, c := range whole + (frac + "000000")[:6] {
		v = v*10 + int64(c-'0')
	}
	return sign * v
}
