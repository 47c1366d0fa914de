// Package printed reads what texts on a form say of its marks, outside the cells
// that are marks: 预算资金执行率10分 in a note, 得分(20分*执行率) in a heading,
// 绩效指标(90分) beside the list. Such words are no operand of the form's sums: a
// note may tell the general rule. They are evidence of which of several repairs is
// meant, and speak against one that breaks what they say.
package printed

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"ziping/extract"
	"ziping/normalize"
	"ziping/score/budgetmarks"
	"ziping/score/identity"
	"ziping/text/blank"
	"ziping/text/num"
)

// Note says that the figures at Paths come to Points, in the Words of the form.
type Note struct {
	Paths  []normalize.Path
	Points num.Decimal
	Words  string
}

// Holds reports whether the note is kept by the given figures; ok is false where one
// of them is not known.
func (n *Note) Holds(figure func(normalize.Path) (num.Decimal, bool)) (holds, ok bool) {
	var sum num.Decimal
	for _, p := range n.Paths {
		x, ok := figure(p)
		if !ok {
			return false, false
		}
		sum = sum.Add(x)
	}
	return sum.Equal(n.Points), true
}

// Notes lists what the texts around a report say of its marks, in printed order.
func Notes(doc *extract.Document, r *normalize.Report) []Note {
	x := reader{r: r, marks: make(map[extract.Ref]bool, 8*len(r.Indicators)+64), top: map[int]int{}}
	x.look()
	for t := range doc.Tables {
		last, ours := x.top[t]
		if !ours {
			continue
		}
		for k := range doc.Tables[t].Cells {
			c := &doc.Tables[t].Cells[k]
			x.text(c.Text, extract.CellRef(t, c), c.Row <= last)
		}
	}
	for i := range r.Other {
		if f := r.Other[i].Field; f != nil && f.At != nil && f.At.IsLine() {
			x.text(f.Text, *f.At, false)
		}
	}
	return x.notes
}

// reader gathers the notes of one report.
type reader struct {
	r     *normalize.Report
	marks map[extract.Ref]bool // cells that are marks themselves
	top   map[int]int          // the report's tables, with the last row of its money in each
	notes []Note
}

// look learns where the form's own marks stand.
func (x *reader) look() {
	mark := func(f *normalize.Field) {
		if f != nil && f.At != nil {
			x.marks[f.At.Key()] = true
		}
	}
	latest := -1
	x.r.Each(func(f *normalize.Field) {
		if f.At == nil || f.At.IsLine() || f.At.Table == latest {
			return
		}
		latest = f.At.Table
		if _, seen := x.top[latest]; !seen {
			x.top[latest] = -1
		}
	})
	for i := range x.r.Indicators {
		in := &x.r.Indicators[i]
		for _, f := range []*normalize.Field{in.Level1, in.Level2, in.Name, in.Target, in.Actual, in.Weight, in.Score, in.Reason} {
			mark(f)
		}
	}
	if x.r.Funds == nil {
		return
	}
	for i := range x.r.Funds.Rows {
		row := &x.r.Funds.Rows[i]
		for _, c := range normalize.FundColumns {
			if f := row.Column(c); f != nil && f.At != nil {
				mark(f)
				if c != normalize.Weight {
					x.top[f.At.Table] = max(x.top[f.At.Table], f.At.Row)
				}
			}
		}
	}
}

// text reads the notes of one text.
func (x *reader) text(text string, at extract.Ref, head bool) {
	point := words().Point
	if x.marks[at.Key()] || !strings.Contains(text, point) {
		return
	}
	s := blank.Fold(text)
	for from := 0; ; {
		i := strings.Index(s[from:], point)
		if i < 0 {
			return
		}
		i += from
		from = i + len(point)
		number := len(strings.TrimRight(s[:i], "0123456789."))
		points, err := num.Parse(s[number:i])
		if err != nil || points.Sign() <= 0 {
			continue
		}
		name := nameBefore(s[:number])
		if name == "" {
			continue
		}
		behind := s[from:]
		x.note(name, points, behind, s[number-len(name)-joint(s[:number]):from], head)
	}
}

// joint is the length of what stands between a name and its points.
func joint(s string) int {
	for _, w := range words().Joints {
		if strings.HasSuffix(s, w) {
			return len(w)
		}
	}
	return 0
}

// nameBefore is the run of letters before the points.
func nameBefore(s string) string {
	s = s[:len(s)-joint(s)]
	from := len(s)
	for from > 0 {
		r, size := utf8.DecodeLastRuneInString(s[:from])
		if !unicode.IsLetter(r) {
			break
		}
		from -= size
	}
	return s[from:]
}

// note adds what a name and its points say of the form's figures.
func (x *reader) note(name string, points num.Decimal, behind, said string, head bool) {
	add := func(paths ...normalize.Path) {
		if len(paths) > 0 {
			x.notes = append(x.notes, Note{Paths: paths, Points: points, Words: said})
		}
	}
	w := words()
	ends := func(list []string) bool {
		return slices.ContainsFunc(list, func(w string) bool { return strings.HasSuffix(name, w) })
	}
	budget := budgetmarks.Row(x.r)
	switch {
	case budget != nil && (ends(w.Budget) || head && ends(w.Columns) || timesRate(behind)):
		add(normalize.FundPath(budget.Source, normalize.Weight))
	case ends(w.Full):
		add(normalize.TotalWeightPath)
	default:
		if level := x.level(name); level != nil {
			add(level.points...)
			add(level.weights...)
			return
		}
		if ends(w.List) {
			add(x.weights(0, len(x.r.Indicators))...)
		}
	}
}

// timesRate reports points that are multiplied by the rate.
func timesRate(behind string) bool {
	w := words()
	for _, sign := range w.Times {
		if rest, ok := strings.CutPrefix(behind, sign); ok {
			return slices.ContainsFunc(w.Budget, func(b string) bool { return strings.HasPrefix(rest, b) })
		}
	}
	return false
}

// weights are the paths of the weights of rows; nil where the list has none.
func (x *reader) weights(from, to int) (out []normalize.Path) {
	for i := from; i < to; i++ {
		if x.r.Indicators[i].Weight == nil {
			return nil
		}
		out = append(out, normalize.IndicatorPath(i, normalize.Weight))
	}
	return out
}

// group is the rows under one level.
type group struct{ points, weights []normalize.Path }

// level is the group whose name ends a note's, of several the one with the longest
// name; nil where there is none, or two of one name.
func (x *reader) level(name string) *group {
	var found *group
	longest := 0
	for _, column := range []normalize.Column{normalize.Level1, normalize.Level2} {
		for from := 0; from < len(x.r.Indicators); {
			head := x.of(from, column)
			to := from + 1
			for to < len(x.r.Indicators) && x.of(to, column) == head {
				to++
			}
			switch {
			case head == "" || !strings.HasSuffix(name, head) || len(head) < longest:
			case len(head) == longest:
				found = nil
			default:
				longest = len(head)
				found = &group{weights: x.weights(from, to)}
				path := normalize.IndicatorPath(from, column)
				if _, ok := identity.Number(x.r, path); ok {
					found.points = []normalize.Path{path}
				}
			}
			from = to
		}
	}
	return found
}

func (x *reader) of(i int, column normalize.Column) string {
	f := x.r.Indicators[i].Level1
	if column == normalize.Level2 {
		f = x.r.Indicators[i].Level2
	}
	if f.IsBlank() {
		return ""
	}
	return blank.Fold(f.Value)
}
