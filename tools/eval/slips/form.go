// Package slips plants slips of the pen in sound forms and says, by an
// arithmetic of its own, which findings and repairs must come of them. What the
// program says is held against it.
//
//	for _, f := range list { // from Load
//		p := f.With("funds.total.budget", "812.19")
//		p.Broken() // what exact arithmetic says of the planted form
//	}
package slips

import (
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strings"

	"ziping/extract"
	"ziping/extract/tabin"
	"ziping/normalize"
	"ziping/normalize/read"
	"ziping/tools/eval/forms"
)

// Form is a form as it stands on paper, with the path of the field that each
// cell holds. Figures are what is printed now; Sound is what was read before
// anything was planted.
type Form struct {
	Name    string
	Before  []string
	After   []string
	Rows    int
	Cols    int
	Cells   []Cell
	Figures map[string]Figure
	Planted map[string]bool   // cells that print something else than in the sound form
	Heading map[string]Figure // those that no cell of their own holds
	Sound   *normalize.Report
	promise []promise
}

// Cell is one cell with its spans.
type Cell struct {
	Row, Col, RowSpan, ColSpan int
	Text, Path                 string
}

// Load reads the sound forms of a folder of tab texts; skip names those that
// are not.
func Load(dir fs.FS, skip ...string) ([]*Form, error) {
	names, err := fs.Glob(dir, "*.txt")
	if err != nil {
		return nil, err
	}
	var out []*Form
	for _, name := range names {
		if slices.ContainsFunc(skip, func(s string) bool { return strings.Contains(name, s) }) {
			continue
		}
		data, err := fs.ReadFile(dir, name)
		if err != nil {
			return nil, err
		}
		doc, err := tabin.Read(data, extract.Options{Limits: extract.DefaultLimits()})
		if err != nil {
			return nil, err
		}
		for _, n := range read.Run(doc, read.Options{}) {
			out = append(out, newForm(strings.TrimSuffix(name, ".txt"), &n))
		}
	}
	return out, nil
}

func newForm(name string, n *normalize.Form) *Form {
	l := n.Draw()
	f := &Form{Name: name, Rows: l.Rows, Cols: l.Cols, Sound: &n.Report, Figures: map[string]Figure{}}
	for _, b := range l.Before {
		f.Before = append(f.Before, b.Text)
	}
	for _, a := range l.After {
		f.After = append(f.After, a.Text)
	}
	for _, c := range l.Cells {
		f.Cells = append(f.Cells, Cell{c.Row, c.Col, c.RowSpan, c.ColSpan, c.Text, c.Path.String()})
	}
	f.Heading = map[string]Figure{}
	for _, x := range n.Report.Fields() { // 得分(20分) gives every row a weight that no cell holds
		path := x.Path.String()
		if isFigure(path) && f.cell(path) < 0 && !x.Path.IsLevel() {
			if v, ok := parseFigure(x.Field.Value); ok {
				f.Heading[path] = v
			}
		}
	}
	f.readFigures()
	f.promise = f.promises()
	return f
}

var plainFigure = regexp.MustCompile(`-?[0-9][0-9,]*(\.[0-9]+)?`)

// figureIn finds the figure of a path in its cell's text.
func figureIn(path, text string) (from, to int, ok bool) {
	at := plainFigure.FindAllStringIndex(text, -1)
	if len(at) != 1 || !isFigure(path) {
		return 0, 0, false
	}
	return at[0][0], at[0][1], true
}

var figurePaths = regexp.MustCompile(`^funds\.\w+\.(initial|carried_in|adjustment|budget|executed|execution_rate|balance|balance_rate|weight|score)$|^indicators\[\d+\]\.(weight|score|level1|level2)$|^total\.(weight|score)$`)

func isFigure(path string) bool { return figurePaths.MatchString(path) }

func (f *Form) readFigures() {
	maps.Copy(f.Figures, f.Heading)
	for _, c := range f.Cells {
		if from, to, ok := figureIn(c.Path, c.Text); ok {
			if n, ok := parseFigure(c.Text[from:to]); ok {
				f.Figures[c.Path] = n
			}
		}
	}
}

// cell is the index of the cell that holds a path, -1 if none.
func (f *Form) cell(path string) int {
	return slices.IndexFunc(f.Cells, func(c Cell) bool { return c.Path == path })
}

// Paths lists the cells that hold one figure, sorted.
func (f *Form) Paths() (out []string) {
	for p := range f.Figures {
		if f.cell(p) >= 0 {
			out = append(out, p)
		}
	}
	slices.Sort(out)
	return out
}

// Text is what the cell of a path prints.
func (f *Form) Text(path string) string {
	if i := f.cell(path); i >= 0 {
		return f.Cells[i].Text
	}
	return ""
}

// WithText is the form with another text in the cell of a path.
func (f *Form) WithText(path, text string) *Form {
	g := *f
	g.Cells = slices.Clone(f.Cells)
	g.Cells[f.cell(path)].Text = text
	g.Planted = maps.Clone(f.Planted)
	if g.Planted == nil {
		g.Planted = map[string]bool{}
	}
	g.Planted[path] = true
	g.Figures = map[string]Figure{}
	g.readFigures()
	return &g
}

// With is the form with another figure in the cell of a path; the words around
// it stay.
func (f *Form) With(path, figure string) *Form {
	text := f.Text(path)
	from, to, _ := figureIn(path, text)
	return f.WithText(path, text[:from]+figure+text[to:])
}

// Print is the figure that a path prints.
func (f *Form) Print(path string) string {
	text := f.Text(path)
	from, to, _ := figureIn(path, text)
	return text[from:to]
}

// Tabs is the form as tab text.
func (f *Form) Tabs() string {
	grid := make([][]string, f.Rows)
	for i := range grid {
		grid[i] = make([]string, f.Cols)
	}
	for _, c := range f.Cells {
		grid[c.Row][c.Col] = strings.ReplaceAll(c.Text, "\n", "")
	}
	lines := slices.Clone(f.Before)
	lines = append(lines, "")
	for _, row := range grid {
		lines = append(lines, strings.Join(row, "\t"))
	}
	return strings.Join(append(append(lines, ""), f.After...), "\n") + "\n"
}

// Form is the form as producers of files take it.
func (f *Form) Form() *forms.Form {
	out := &forms.Form{ID: f.Name, Rows: f.Rows, Cols: f.Cols, Below: f.After}
	for i, b := range f.Before {
		switch i {
		case 0:
			out.Title = b
		case 1:
			out.Sub = b
		default:
			out.Above = append(out.Above, b)
		}
	}
	for range f.Cols {
		out.Widths = append(out.Widths, 12)
	}
	for _, c := range f.Cells {
		out.Cells = append(out.Cells, forms.Cell{Row: c.Row, Col: c.Col, RowSpan: c.RowSpan, ColSpan: c.ColSpan, Text: c.Text, Kind: forms.Value})
	}
	return out
}
