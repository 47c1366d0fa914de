package score

import (
	"ziping/normalize"
	"ziping/score/identity"
	"ziping/score/retype"
	"ziping/score/solve"
)

// text is the whole cell after a change; for a place without a cell on paper,
// the figure alone.
func (p *plan) text(c *solve.Change) string {
	cell := ""
	if c.Field != nil {
		cell = c.Field.Text
		if c.Field.At != nil {
			if t, ok := p.doc.At(*c.Field.At); ok {
				cell = t
			}
		}
	}
	return p.retyped(c, cell)
}

// retyped is the text of a cell after a change in it.
func (p *plan) retyped(c *solve.Change, text string) string {
	cell := retype.Cell{Text: text}
	if c.Field != nil {
		cell.Field = c.Field.Text
	}
	switch {
	case c.NewGrade != "":
		return cell.Grade(c.NewGrade, c.Band)
	case c.Blank || c.Field == nil:
		return cell.Fill(c.New, p.styleOf(c))
	}
	return cell.Figure(c.Old, c.New, p.styleOf(c))
}

// styleOf is the style of a change's column: how the other amounts are printed
// where the cell itself is blank or 0, and to which places rates are padded.
func (p *plan) styleOf(c *solve.Change) retype.Style {
	var s retype.Style
	if _, ok := c.Path.Fund(); !ok || c.Path.Column().Kind() != normalize.Rate && !c.Blank && !c.Old.IsZero() {
		return s
	}
	units := map[string]bool{}
	for _, f := range identity.RateColumn(p.report, c.Path) {
		n, ok := f.Number()
		if !ok || n.IsZero() {
			continue
		}
		s.Places = max(s.Places, n.Places())
		if like := retype.StyleOf(f.Text); like.Group != "" {
			s.Group = like.Group
		}
		units[f.Unit] = true
		s.Unit = f.Unit
	}
	if len(units) > 1 || c.Path.Column().Kind() == normalize.Marks {
		s.Unit = ""
	}
	return s
}
