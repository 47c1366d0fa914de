// Package scale knows what offices call their grades, and reads the scales that the notes
// of forms print: 90分以上为优秀, 80-90分为良好, ….
//
//	s := scale.Printed(report)    // nil where it prints none
//	scale.Earned(s, total).Name   // 良好
package scale

import (
	_ "embed"
	"regexp"
	"slices"
	"strings"
	"sync"

	"ziping/normalize"
	"ziping/text/blank"
	"ziping/text/datafile"
	"ziping/text/num"
)

//go:embed scale.yaml
var scaleYAML []byte

// names is the data of scale.yaml.
type names struct {
	Grades  [][]string
	Passing []string
	Class   string // may stand behind a name: A级
	Words   struct{ Drop, From, Below, Dashes, Is []string }
}

var words = datafile.Once(scaleYAML, func(text []byte) (*names, error) {
	n := &names{}
	return n, datafile.Decode("scale", text, n)
})

// Step is a grade of a scale and the total from which it is given.
type Step struct {
	Name string
	Rank int
	From num.Decimal
}

// Passing reports a grade that says only that nothing is wrong: offices that know only
// this and its opposite give it to any total.
func Passing(name string) bool { return slices.Contains(words().Passing, name) }

// Rank is the rank of a grade, 0 for the best; -1 for what is none.
func Rank(name string) int {
	name = strings.TrimSuffix(blank.Fold(name), words().Class)
	return slices.IndexFunc(words().Grades, func(list []string) bool { return slices.Contains(list, name) })
}

// scalePatterns read one step of a scale each, in each of the ways of printing them:
// 90以上为优, 80-90为良, 60以下为差; 优(90-100), 优≥90; 85≤良<95, 差<60.
// The figure is the least total of the grade; the lowest has none.
var scalePatterns = sync.OnceValue(func() [][]*regexp.Regexp {
	s := words().Words
	var names []string
	for _, list := range words().Grades {
		names = append(names, list...)
	}
	slices.SortFunc(names, func(a, b string) int { return len(b) - len(a) })
	oneOf := func(list []string) string {
		quoted := make([]string, len(list))
		for i, w := range list {
			quoted[i] = regexp.QuoteMeta(w)
		}
		return "(?:" + strings.Join(quoted, "|") + ")"
	}
	name, n := "(?P<name>"+oneOf(names)[3:], `(\d+(?:\.\d+)?)`
	from := strings.Replace(n, "(", "(?P<from>", 1)
	end := `(?:[^\p{Han}A-Za-z]|$)`
	compile := func(list ...string) []*regexp.Regexp {
		out := make([]*regexp.Regexp, len(list))
		for i, p := range list {
			out[i] = regexp.MustCompile(p)
		}
		return out
	}
	return [][]*regexp.Regexp{
		compile(from+oneOf(s.From)+oneOf(s.Is)+"?"+name+end, from+oneOf(s.Dashes)+n+oneOf(s.Is)+"?"+name+end, n+oneOf(s.Below)+oneOf(s.Is)+"?"+name+end),
		compile(name+`[(:]?`+from+"(?:"+oneOf(s.Dashes)+n+"|"+oneOf(s.From)+")", name+`[(:]?`+n+oneOf(s.Below), name+`\(?[≥>]=?`+from, name+`\(?[<≤]=?`+n),
		compile(from+`[≤<]=?`+name+`[<≤]`, name+`[≥>]=?`+from, name+`[<≤]=?`+n),
	}
})

// longestScale is the length in bytes of what prints a scale.
const longestScale = 2000

// of reads the scale that a text prints; nil where it prints none, or one that does
// not hang together: fewer than three grades, two bounds for one, a worse grade for more.
func of(text string) []Step {
	s := blank.Fold(text)
	if len(s) > longestScale || !strings.ContainsAny(s, "0123456789") {
		return nil
	}
	for _, w := range words().Words.Drop {
		s = strings.ReplaceAll(s, w, "")
	}
	for _, patterns := range scalePatterns() {
		if scale := scaleBy(patterns, s); scale != nil {
			return scale
		}
	}
	return nil
}

// scaleBy reads a scale whose steps are all printed in one of the ways.
func scaleBy(patterns []*regexp.Regexp, s string) []Step {
	steps := map[int]Step{}
	for _, p := range patterns {
		for _, m := range p.FindAllStringSubmatch(s, -1) {
			x := Step{Name: m[p.SubexpIndex("name")]}
			x.Rank = Rank(x.Name)
			old, told := steps[x.Rank]
			i := p.SubexpIndex("from")
			switch {
			case i < 0 && told: // the upper bound of 85≤良<95
				continue
			case i >= 0:
				x.From = bound(m[i])
			}
			if told && !old.From.IsZero() && !old.From.Equal(x.From) {
				return nil
			}
			steps[x.Rank] = x
		}
	}
	const fewest = 3
	var out []Step
	for rank := range words().Grades {
		x, ok := steps[rank]
		if !ok {
			continue
		}
		if len(out) > 0 && x.From.Cmp(out[len(out)-1].From) >= 0 {
			return nil
		}
		out = append(out, x)
	}
	if len(out) < fewest {
		return nil
	}
	return out
}

// bound is the figure of a bound; of 1.90 that of the bound behind a note's number.
func bound(s string) num.Decimal {
	if number, rest, ok := strings.Cut(s, "."); ok && len(number) == 1 && number != "0" {
		s = rest
	}
	return num.MustParse(s)
}

// Printed is the scale that a text of the form prints, its notes first.
func Printed(r *normalize.Report) []Step {
	for i := range r.Other {
		if f := r.Other[i].Field; !f.IsBlank() {
			if s := of(f.Text); s != nil {
				return s
			}
		}
	}
	for i := range r.Unplaced {
		if s := of(r.Unplaced[i].Text); s != nil {
			return s
		}
	}
	return nil
}

// Earned is the step of a scale that a total reaches.
func Earned(scale []Step, total num.Decimal) *Step {
	for i := range scale {
		if total.Cmp(scale[i].From) >= 0 {
			return &scale[i]
		}
	}
	return nil
}
