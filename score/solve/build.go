package solve

import (
	"strconv"
	"strings"

	"ziping/normalize"
	"ziping/normalize/num"
	"ziping/score/identity"
)

// cell is one printed figure of a system.
type cell struct {
	path  string
	field *normalize.Field
	n     num.Decimal
	blank bool // nothing is printed; counts as 0 until freed
	// loose cells (rates, the grade) stand in no row: freeing them drops the
	// rows they gave bounds to, and their value follows from the others.
	loose bool
}

// system is all that hangs together with one contradiction: cells, the rows
// over them, and which rows stem from which identity.
type system struct {
	in     Input
	root   string // the group of cells it stands for
	cells  []cell
	values []int64 // printed, in units of 10^-places
	places int32
	rows   []*row
	broken []contradiction
	index  map[string]int
	tooBig bool // a figure or the number of cells is beyond bounds
}

// contradiction is an identity that disagrees, or the grade, with its cells.

type contradiction struct {
	identity int // in Input.Tested; -1 for the grade
	cells    cells
}

// minPlaces are the places that values are worked out to at least: money and
// marks have two.
const minPlaces = 2

// build returns a system for every connected part of the form that holds a
// contradiction. Parts that do not share a cell cannot explain each other: the
// money of a form and its scores, most often.
func build(in Input) []*system {
	groups := newJoiner()
	for i := range in.Tested {
		if t := &in.Tested[i]; usable(in.Report, &t.Identity) {
			for _, p := range t.Parts {
				groups.join(t.Result, p.Path)
			}
		}
	}
	graded := in.Grade != nil && in.Grade.Printed && in.Grade.Outcome != identity.Untestable
	if graded {
		groups.join(gradePath, totalPath)
	}
	var out []*system
	open := func(path string) {
		root := groups.root(path)
		for _, s := range out {
			if s.root == root {
				return
			}
		}
		out = append(out, &system{in: in, root: root, index: map[string]int{}, places: minPlaces})
	}
	for i := range in.Tested {
		if t := &in.Tested[i]; t.Outcome == identity.Disagree {
			open(t.Result)
		}
	}
	if graded && in.Grade.Outcome == identity.Disagree {
		open(gradePath)
	}
	for _, s := range out {
		s.fill(groups)
	}
	return out
}

const (
	gradePath = "grade"
	totalPath = "total.score"
)

// usable reports whether an identity says something of its cells: nothing in it
// is garbled, its whole is printed, and not all parts are blank.
func usable(r *normalize.Report, id *identity.Identity) bool {
	parts := 0
	for _, p := range id.Parts {
		if _, ok := identity.Number(r, p.Path); ok {
			parts++
		} else if !p.Blank {
			return false
		}
	}
	_, whole := identity.Number(r, id.Result)
	switch id.Kind {
	case identity.Range:
		return whole || parts > 0 && identity.Field(r, id.Result).IsBlank()
	case identity.Ratio:
		return whole && parts == len(id.Parts)
	}
	return parts > 0 && (whole || isFullMark(r, id.Result))
}

// isFullMark reports a full mark that nobody filled in: a printed 100 belongs
// to the blank form, and 100 is meant where none is printed. It is never in doubt.
func isFullMark(r *normalize.Report, path string) bool {
	if path != "total.weight" {
		return false
	}
	f := identity.Field(r, path)
	n, ok := f.Number()
	return f.IsBlank() || ok && n.Equal(num.FromInt(identity.FullMark))
}

// fill takes in all identities of the group that s stands for.
func (s *system) fill(groups *joiner) {
	var mine []int
	for i := range s.in.Tested {
		t := &s.in.Tested[i]
		if groups.root(t.Result) == s.root && usable(s.in.Report, &t.Identity) {
			mine = append(mine, i)
			s.addCells(&t.Identity)
		}
	}
	graded := s.in.Grade != nil && s.in.Grade.Printed && groups.root(gradePath) == s.root
	if graded {
		s.addCell(totalPath, false)
		s.addCell(gradePath, true)
	}
	if len(s.cells) > maxCells {
		s.tooBig = true
		return
	}
	s.values = make([]int64, len(s.cells))
	for i := range s.cells {
		if c := &s.cells[i]; !c.loose {
			s.values[i] = s.scaled(c.n)
		}
	}
	if s.tooBig {
		return
	}
	for i := range s.cells {
		if s.cells[i].blank {
			s.positive(i)
		}
	}
	for _, i := range mine {
		s.identity(i)
	}
	if graded {
		s.grade()
	}
	for _, r := range s.rows {
		r.judge(s.values)
	}
}

// addCells takes in the cells of an identity.
func (s *system) addCells(id *identity.Identity) {
	if !isFullMark(s.in.Report, id.Result) {
		s.addCell(id.Result, id.Kind == identity.Ratio)
	}
	for _, p := range id.Parts {
		s.addCell(p.Path, false)
	}
}

func (s *system) addCell(path string, loose bool) {
	if _, ok := s.index[path]; ok {
		return
	}
	c := cell{path: path, field: identity.Field(s.in.Report, path), loose: loose}
	if path != gradePath {
		n, ok := identity.Number(s.in.Report, path)
		c.n, c.blank = n, !ok
		if !loose {
			s.places = max(s.places, n.Significant())
		}
	}
	s.index[path] = len(s.cells)
	s.cells = append(s.cells, c)
}

// scaled is n in units of the system's places.
func (s *system) scaled(n num.Decimal) int64 {
	v, ok := toInt(n, s.places)
	if !ok {
		s.tooBig = true
	}
	return v
}

// toInt is n × 10^places, which must be a whole number below 10^17.
func toInt(n num.Decimal, places int32) (int64, bool) {
	text := n.Shift(places).String()
	if len(text) > 18 || strings.ContainsRune(text, '.') {
		return 0, false
	}
	v, err := strconv.ParseInt(text, 10, 64)
	return v, err == nil
}
