package breaks

import (
	"fmt"
	"strings"

	"ziping/extract/grid"
	"ziping/internal/pipeline"
	"ziping/tools/eval/forms"
	"ziping/tools/eval/looks"
	"ziping/tools/eval/measure"
	"ziping/tools/eval/typeset"
)

// Result is what became of forms printed on pages of one height.
type Result struct {
	Name   string
	List   []*forms.Form
	Breaks int // within forms
	Right  bool
	Tables int // for how many forms
	Forms  int
	Wrong  []string // figures that are not on the paper
	Found  grid.Found
}

// Name is the name of a result.
func Name(list []*forms.Form, m *Manner, height float64) string {
	return fmt.Sprintf("%s %s %.0f ×%d", m.Name, list[0].ID, height, len(list))
}

// Read prints forms in a manner on pages of a height and reads them again.
func Read(list []*forms.Form, m *Manner, height float64) *Result {
	l := m.Look
	l.Short = height / looks.A4
	set := typeset.Set(list, l, advance)
	r := &Result{Name: Name(list, m, height), List: list, Forms: len(list)}
	r.Breaks = len(set) - 1
	r.Found = grid.Find(m.Pages(set), grid.Options{Heading: pipeline.Heading})
	r.Tables = len(r.Found.Tables)
	r.Right = r.Tables == r.Forms
	var truths, found []measure.Table
	for _, f := range list {
		truths = append(truths, measure.FromForm(f))
	}
	for i := range r.Found.Tables {
		found = append(found, measure.FromExtract(&r.Found.Tables[i]))
	}
	for i, tables := range measure.Assign(truths, found, false) {
		s := measure.Compare(truths[i], tables, measure.Options{Ruled: true})
		r.Right = r.Right && s.Whole
		r.Wrong = append(r.Wrong, s.Wrong...)
	}
	return r
}

// Heights lists page heights a third of a line apart, from the lowest on which
// the forms can be set well.
func Heights(m *Manner, lowest, highest float64) []float64 {
	var out []float64
	for h := lowest; h <= highest; h += m.Look.Size * 1.3 / 3 {
		out = append(out, h)
	}
	return out
}

// Next is a form of the same kind with other contents: another project's.
func Next(f *forms.Form) *forms.Form {
	n := *f
	n.ID += "-next"
	n.Cells = append([]forms.Cell(nil), f.Cells...)
	digits := strings.NewReplacer("0", "3", "1", "5", "2", "4", "3", "7", "4", "6", "5", "8", "6", "9", "7", "2", "8", "0", "9", "1")
	for i := range n.Cells {
		c := &n.Cells[i]
		if c.Kind != forms.Number && c.Kind != forms.Value {
			continue
		}
		c.Text = digits.Replace(c.Text)
		if c.Row < 3 && c.Kind == forms.Value && c.Text != "" {
			c.Text = "另一" + c.Text
		}
	}
	return &n
}
