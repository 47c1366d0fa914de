package solve

import (
	"strconv"
	"strings"

	"ziping/normalize"
	"ziping/score/identity"
	"ziping/text/num"
)

// cell is one printed figure of a system.
type cell struct {
	path  normalize.Path
	field *normalize.Field
	n     num.Decimal
	blank bool // nothing is printed; counts as 0 until freed
	// loose cells (rates, the grade) stand in no row: freeing them drops the
	// rows they gave bounds to, and their value follows from the others.
	loose bool
	bad   bool // printed, and no number
	at    int  // number within its system, -1 before it has one
}

// form is all cells of a form, in groups that hang together.
type form struct {
	in     Input
	cells  []cell
	index  map[normalize.Path]int
	group  []int   // union-find over cells
	use    [][]int // cells of each identity, the result first; nil for one that says nothing
	graded bool    // there is a grade with a printed band
	grade  int     // its cell, and that of the total
	total  int
	rating rateStyle
}

// system is one group of cells with the rows over them.
type system struct {
	*form
	members []int   // cells of the form; rows speak of their places here
	values  []int64 // printed, in units of 10^-places
	places  int32
	rows    []*row
	broken  []contradiction
	tooBig  bool // a figure is beyond bounds
}

// contradiction is an identity that disagrees, or the grade, with its cells.
type contradiction struct {
	identity int // in Input.Tested
	grade    bool
	cells    cells
}

// minPlaces are the places that values are worked out to at least: money and
// marks have two.
const minPlaces = 2

// build returns a system for every connected part of the form that holds a
// contradiction. Parts that do not share a cell cannot explain each other: the
// money of a form and its scores, most often.
func build(in Input) []*system {
	f := newForm(in)
	var out []*system
	seen := map[int]bool{}
	open := func(c int) {
		if root := f.root(c); !seen[root] {
			seen[root] = true
			out = append(out, &system{form: f, places: minPlaces})
			out[len(out)-1].fill(root)
		}
	}
	for i := range in.Tested {
		if in.Tested[i].Outcome == identity.Disagree {
			open(f.use[i][len(f.use[i])-1])
		}
	}
	if f.graded && in.Grade.Outcome == identity.Disagree {
		open(f.grade)
	}
	return out
}

// newForm numbers the cells that identities speak of and joins those that
// stand in one.
func newForm(in Input) *form {
	f := &form{in: in, index: make(map[normalize.Path]int, len(in.Tested)*3/2), use: make([][]int, len(in.Tested))}
	f.rating = rateStyleOf(in)
	for i := range in.Tested {
		t := &in.Tested[i]
		list := make([]int, 0, len(t.Parts)+1)
		list = append(list, f.cell(t.Result, t.Kind == identity.Ratio))
		for _, p := range t.Parts {
			list = append(list, f.cell(p.Path, false))
		}
		if t.Premise != "" || !f.speaks(t, list) {
			continue
		}
		if f.isFullMark(list[0]) {
			list[0] = -1
		}
		f.use[i] = list
		for _, c := range list[:len(list)-1] {
			if c >= 0 {
				f.join(c, list[len(list)-1])
			}
		}
	}
	if g := in.Grade; g != nil && g.Printed && g.Outcome != identity.Untestable {
		f.graded, f.grade, f.total = true, f.cell(normalize.GradePath, true), f.cell(normalize.TotalScorePath, false)
		f.join(f.grade, f.total)
	}
	return f
}

// cell is the number of the cell at a path.
func (f *form) cell(path normalize.Path, loose bool) int {
	if i, ok := f.index[path]; ok {
		return i
	}
	c := cell{path: path, loose: loose, at: -1}
	c.field, _ = f.in.Report.Field(path)
	if path != normalize.GradePath {
		var ok bool
		c.n, ok = identity.NumberOf(c.field, path)
		c.blank = !ok && (c.field.IsBlank() || path.IsLevel())
		c.bad = !ok && !c.blank
	}
	i := len(f.cells)
	f.index[path] = i
	f.cells = append(f.cells, c)
	f.group = append(f.group, i)
	return i
}

// speaks reports whether an identity says something of its cells: nothing in it
// is garbled, its whole is printed, and not all parts are blank.
func (f *form) speaks(t *identity.Tested, list []int) bool {
	printed := 0
	for _, c := range list[1:] {
		if f.cells[c].bad {
			return false
		}
		if !f.cells[c].blank {
			printed++
		}
	}
	whole := &f.cells[list[0]]
	switch {
	case whole.bad:
		return false
	case t.Kind == identity.Range:
		return !whole.blank || printed > 0
	case t.Kind == identity.Ratio:
		return !whole.blank && printed == len(t.Parts)
	}
	return printed > 0 && !whole.blank // a full mark that is not printed is no operand
}

// isFullMark reports a full mark that nobody filled in: a printed 100 belongs
// to the blank form. It is never in doubt.
func (f *form) isFullMark(c int) bool {
	x := &f.cells[c]
	return x.path == normalize.TotalWeightPath && x.n.Equal(num.FromInt(identity.FullMark))
}

func (f *form) root(c int) int {
	for f.group[c] != c {
		f.group[c] = f.group[f.group[c]]
		c = f.group[c]
	}
	return c
}

func (f *form) join(a, b int) { f.group[f.root(a)] = f.root(b) }

// fill takes in the cells and identities of one group.
func (s *system) fill(root int) {
	for i := range s.cells {
		if s.root(i) != root {
			continue
		}
		c := &s.cells[i]
		c.at = len(s.members)
		s.members = append(s.members, i)
		if !c.loose {
			s.places = max(s.places, c.n.Significant())
		}
	}
	if len(s.members) > maxCells {
		return // without rows nothing is decided
	}
	s.places += s.spread(root)
	s.values = make([]int64, len(s.members))
	for n, i := range s.members {
		if c := &s.cells[i]; !c.loose {
			s.values[n] = s.scaled(c.n)
		}
	}
	for n, i := range s.members {
		if c := &s.cells[i]; c.blank {
			s.positive(n)
		}
	}
	for i, list := range s.use {
		if list != nil && s.root(list[len(list)-1]) == root {
			s.identity(i, list)
		}
	}
	if s.graded && s.root(s.grade) == root {
		s.gradeRows()
	}
	for _, r := range s.rows {
		r.judge(s.values)
	}
}

// spread is the most places that a figure gains by being told in another unit of
// the group's.
func (s *system) spread(root int) (places int32) {
	for i, list := range s.use {
		if list != nil && s.root(list[len(list)-1]) == root {
			places = max(places, -finestScale(&s.in.Tested[i].Identity))
		}
	}
	return places
}

// member is the cell with a number in the system.
func (s *system) member(n int) *cell { return &s.cells[s.members[n]] }

// scaled is n in units of the system's places.
func (s *system) scaled(n num.Decimal) int64 {
	v, ok := toInt(n, s.places)
	if !ok {
		s.tooBig = true
	}
	return v
}

// toInt is n × 10^places, which must be a whole number nearer than farValue.
func toInt(n num.Decimal, places int32) (int64, bool) {
	text := n.Shift(places).String()
	if strings.ContainsRune(text, '.') { // to make an error takes longer
		return 0, false
	}
	v, err := strconv.ParseInt(text, 10, 64)
	return v, err == nil && abs(v) < farValue
}
