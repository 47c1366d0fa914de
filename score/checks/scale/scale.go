// Package scale knows what offices call their grades, and reads the scales that the notes
// of forms print: 90分以上为优秀, 80-90分为良好, ….
//
//	s := scale.Printed(report)    // nil where it prints none
//	scale.Earned(s, total).Name   // 良好
package scale

import (
	"cmp"
	_ "embed"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"ziping/normalize"
	"ziping/score/band"
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
	Between []string
}

var words = datafile.Once(scaleYAML, func(text []byte) (*names, error) {
	n := &names{}
	err := datafile.Decode("scale", text, n)
	slices.SortStableFunc(n.Between, func(a, b string) int { return len(b) - len(a) })
	return n, err
})

// Step is a grade of a scale and the totals for which it is given.
type Step struct {
	Name string
	Rank int
	Band band.Band
}

// Passing reports a grade that says only that nothing is wrong: offices that know only
// this and its opposite give it to any total.
func Passing(name string) bool { return slices.Contains(words().Passing, name) }

// Rank is the rank of a grade, 0 for the best; -1 for what is none.
func Rank(name string) int {
	name = strings.TrimSuffix(blank.Fold(name), words().Class)
	return slices.IndexFunc(words().Grades, func(list []string) bool { return slices.Contains(list, name) })
}

// longestScale is the length in bytes of what prints a scale.
const (
	longestScale = 2000
	fewestSteps  = 3
)

// gradeNames finds the names of grades in a text: longer ones first, and none that is a part
// of another word.
var gradeNames = sync.OnceValue(func() *regexp.Regexp {
	var list []string
	for _, l := range words().Grades {
		list = append(list, l...)
	}
	slices.SortFunc(list, func(a, b string) int { return len(b) - len(a) })
	return regexp.MustCompile(strings.Join(list, "|"))
})

// item is a name of a grade or an interval in a text.
type item struct {
	from, to int
	name     string
	band     band.Band
}

// itemsOf lists the grades and intervals of a text in their order. An interval may lie
// about its grade (85≤良<95) and then stands before it.
func itemsOf(s string) []item {
	var out []item
	for _, f := range band.In(s) {
		out = append(out, item{from: f.From, to: f.To, band: f.Band})
	}
	for _, at := range gradeNames().FindAllStringIndex(s, -1) {
		if r, _ := utf8.DecodeRuneInString(withoutBetween(s[at[1]:])); !unicode.IsLetter(r) {
			out = append(out, item{from: at[0], to: at[1], name: s[at[0]:at[1]]})
		}
	}
	slices.SortStableFunc(out, func(a, b item) int { return cmp.Compare(a.from, b.from) })
	return out
}

// withoutBetween is a text without what may stand between a grade and its interval.
func withoutBetween(s string) string {
	for {
		i := slices.IndexFunc(words().Between, func(w string) bool { return strings.HasPrefix(s, w) })
		if i < 0 {
			return s
		}
		s = s[len(words().Between[i]):]
	}
}

// numbered are the numbers of notes that a figure stands right behind: 1.90分以上.
var numbered = regexp.MustCompile(`(^|[^\d.])[1-9]\.(\d{2,3}(?:\D|$))`)

// of reads the scale that a text prints; nil where it prints none, or one that does
// not hang together: fewer than three grades, two intervals for one, a worse grade for more.
func of(text string) []Step {
	if len(text) > 3*longestScale || !strings.ContainsAny(text, "0123456789") {
		return nil
	}
	s := band.Plain(numbered.ReplaceAllString(blank.Fold(text), "$1$2"))
	if len(s) > longestScale {
		return nil
	}
	items := itemsOf(s)
	if len(items) < 2*fewestSteps {
		return nil
	}
	first := items[0].name != ""
	if steps := pairs(s, items, first); steps != nil {
		return steps
	}
	return pairs(s, items, !first)
}

// pairs reads a scale whose grades stand all before their intervals, or all behind.
func pairs(s string, items []item, nameFirst bool) []Step {
	steps := map[int]Step{}
	for i := range len(items) - 1 {
		name, interval := items[i], items[i+1]
		about := interval.name != "" && name.name == "" && interval.to <= name.to
		if !nameFirst || about {
			name, interval = interval, name
		}
		if name.name == "" || interval.name != "" {
			continue
		}
		if gap := s[min(items[i].to, items[i+1].from):items[i+1].from]; withoutBetween(gap) != "" {
			continue
		}
		x := Step{Name: name.name, Rank: Rank(name.name), Band: interval.band}
		if _, told := steps[x.Rank]; told {
			return nil
		}
		steps[x.Rank] = x
	}
	var out []Step
	for rank := range words().Grades {
		if x, ok := steps[rank]; ok {
			out = append(out, x)
		}
	}
	if len(out) < fewestSteps || !descend(out) {
		return nil
	}
	return ofHundred(out)
}

// descend reports that each grade is given for less than the one before. One without an
// upper end goes up to that.
func descend(steps []Step) bool {
	for i := range steps {
		b := &steps[i].Band
		if !b.HasLow && i+1 < len(steps) {
			return false
		}
		if i == 0 {
			continue
		}
		better := &steps[i-1].Band
		switch {
		case b.HasLow && b.Low.Cmp(better.Low) >= 0, b.HasHigh && b.High.Cmp(better.Low) > 0:
			return false
		case !b.HasHigh:
			b.High, b.HasHigh, b.HighOpen = better.Low, true, !better.LowOpen
		}
	}
	return true
}

// ofHundred makes a scale in parts of one (0.90以上为优) one of hundred.
func ofHundred(steps []Step) []Step {
	if steps[0].Band.Low.Cmp(num.FromInt(1)) > 0 {
		return steps
	}
	for i := range steps {
		b := &steps[i].Band
		b.Low, b.High = b.Low.Shift(2), b.High.Shift(2)
	}
	return steps
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

// Earned is the step of a scale that a total reaches; nil for one between two of them.
func Earned(scale []Step, total num.Decimal) *Step {
	for i := range scale {
		if scale[i].Band.Holds(total) {
			return &scale[i]
		}
	}
	return nil
}
