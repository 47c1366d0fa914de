package xlsxout

import (
	"fmt"
	"math"
	"strings"

	"ziping/normalize"
	"ziping/render"
	"ziping/render/xlsxout/numfmt"
	"ziping/score"
)

const (
	lineHeight = 14.0  // points of a line of 10 pt text
	maxHeight  = 400.0 // points; a row can have 409
	maxWidth   = 250   // characters; a column can have 255
)

// drawing is one form sheet while it is drawn.
type drawing struct {
	k      *book
	sheet  *formSheet
	layout normalize.Layout
	edits  map[normalize.Path]score.Edit // applied edits by path
	why    map[normalize.Path]*score.Repair
	report *score.Report
	list   *render.List
	spots  render.Spots[string]
	marks  *marks
	styled map[string]style // of the lines outside the table, by cell
	long   map[string]bool  // cells of several lines: some programs show only the first of one that is a link
	own    int              // sheet rows of the form itself; what explains it follows
	top    int              // sheet row (from 1) of the layout's first row
	start  []int            // sheet row of each layout row
	count  []int            // sheet rows it takes: more than one where a row cannot be high enough
	width  []int
	height []float64 // points of each sheet row, from the first
}

// form draws the form as it looks on paper.
func (k *book) form(i int) {
	fm := &k.b.Forms[i]
	name := k.say("自评表", "Form")
	if len(k.b.Forms) > 1 {
		name = fmt.Sprintf("%s%d", name, i+1)
	}
	k.sheets = append(k.sheets, formSheet{name: name, at: map[normalize.Path]string{}, nums: map[normalize.Path]bool{}, fraction: map[normalize.Path]bool{}, tested: map[normalize.Path][]int{}, repairs: map[int][]int{}})
	k.sheet(name)
	layout := fm.CorrectedLayout
	d := &drawing{k: k, sheet: &k.sheets[i], layout: layout, report: fm.Report, list: &k.lists[i], styled: map[string]style{}, long: map[string]bool{}, edits: map[normalize.Path]score.Edit{}, why: map[normalize.Path]*score.Repair{}}
	for n := range fm.Report.Repairs {
		r := &fm.Report.Repairs[n]
		for _, finding := range r.Explains {
			d.sheet.repairs[finding] = append(d.sheet.repairs[finding], n)
		}
		if r.Applied {
			for _, e := range r.Edits {
				d.edits[e.Field], d.why[e.Field] = e, r
			}
		}
	}
	for n := range fm.Corrected.Identities {
		result := fm.Corrected.Identities[n].Result
		d.sheet.tested[result] = append(d.sheet.tested[result], n)
	}
	d.columns()
	row := d.lines(1, d.layout.Before, true)
	d.top = row
	d.rows()
	row = d.top + total(d.count)
	d.lines(row, d.layout.After, false)
	d.own = len(d.height)
	for n := range d.layout.Cells {
		c := &d.layout.Cells[n]
		first, _ := d.rowsOf(c)
		d.spots.Put(c.Path, c.At, cellName(c.Col+1, first))
	}
	d.marks = newMarks(d)
	d.marks.explain()
	p := d.plan()
	for n := range d.layout.Cells {
		d.cell(&d.layout.Cells[n], p.top[n])
	}
	d.formulas(fm.Corrected.Identities)
	d.marks.write()
	d.sheet.spots = d.spots
	d.print(i, p)
}

// figureOf is how a cell stands in the sheet as a number. ok is false where it
// stands as text.
func figureOf(c *normalize.LayoutCell) (digits, format string, ok bool) {
	if c.Role != normalize.RoleNumber && c.Path.Column() != normalize.Actual {
		return "", "", false
	}
	digits, format, ok = numfmt.Printed(c.Text)
	if c.Role != normalize.RoleNumber && strings.Contains(format, `"`) {
		return "", "", false
	}
	return digits, format, ok
}

// lines writes the lines above or below the table, each over the whole width.
func (d *drawing) lines(row int, lines []normalize.LayoutLine, before bool) int {
	seen := map[string]bool{}
	for _, l := range lines {
		if before && seen[l.Text] { // a title copied twice with the page
			continue
		}
		seen[l.Text] = true
		st := style{kind: note}
		switch {
		case l.Role == normalize.RoleTitle:
			st.kind = title
		case before:
			st.kind = caption
		}
		from, to := cellName(1, row), cellName(d.cols(), row)
		d.spots.Put(normalize.Path{}, &l.At, from)
		d.styled[from] = st
		d.k.text(d.sheet.name, from, l.Text, st)
		d.k.style(d.sheet.name, from, to, st)
		if d.cols() > 1 {
			merge(d.k.on[d.sheet.name], from, to)
		}
		h := float64(linesNeeded(l.Text, d.span(0, d.cols())))*lineHeight + 6
		if st.kind == title { // of 16 pt
			h = float64(linesNeeded(l.Text, d.span(0, d.cols())*10/17)) * 28
		}
		d.setHeight(row, min(h, maxHeight))
		row++
	}
	return row
}

// rows finds the height of each row, and gives a row that would be higher than
// a sheet allows several rows, merged.
func (d *drawing) rows() {
	n := d.layout.Rows
	height := make([]float64, n)
	for i := range height {
		height[i] = lineHeight + 6
	}
	for pass := range 2 { // single rows first, then what spans several
		for i := range d.layout.Cells {
			c := &d.layout.Cells[i]
			if c.Text == "" || (c.RowSpan > 1) != (pass == 1) {
				continue
			}
			need := float64(linesNeeded(c.Text, d.span(c.Col, c.ColSpan)))*lineHeight + 6
			have := 0.0
			for r := c.Row; r < min(c.Row+c.RowSpan, n); r++ {
				have += height[r]
			}
			if need > have {
				height[min(c.Row+c.RowSpan, n)-1] += need - have
			}
		}
	}
	d.start, d.count = make([]int, n), make([]int, n)
	row := d.top
	for i, h := range height {
		d.start[i], d.count[i] = row, int(math.Ceil(h/maxHeight))
		for range d.count[i] {
			d.setHeight(row, h/float64(d.count[i]))
			row++
		}
	}
}

// setHeight sets the height of the next row.
func (d *drawing) setHeight(row int, h float64) {
	d.height = append(d.height, h)
	d.k.on[d.sheet.name].Height(row, h)
	// The library sizes notes by the rows they lie over.
	d.k.do(func() error { return d.k.f.SetRowHeight(d.sheet.name, row, h) })
}

// cell writes a cell; top sets its words at its upper end.
func (d *drawing) cell(c *normalize.LayoutCell, top bool) {
	first, end := d.rowsOf(c)
	from, to := cellName(c.Col+1, first), cellName(c.Col+c.ColSpan, end)
	st := style{kind: kindOf(c.Role), top: top}
	_, changed := d.edits[c.Path]
	if m := d.marks.cells[from]; m != nil {
		st.level = m.level
	}
	st.changed = changed && !c.Path.IsZero()
	digits, format, isNumber := figureOf(c)
	if isNumber {
		st.format = format
		d.k.number(d.sheet.name, from, digits, st)
	} else {
		d.k.text(d.sheet.name, from, c.Text, st)
	}
	d.k.style(d.sheet.name, from, to, st)
	if from != to {
		merge(d.k.on[d.sheet.name], from, to)
	}
	if !c.Path.IsZero() && d.sheet.at[c.Path] == "" {
		d.sheet.at[c.Path] = from
		d.sheet.nums[c.Path] = isNumber
		d.sheet.fraction[c.Path] = strings.HasSuffix(format, "%")
	}
	d.long[from] = !isNumber && linesNeeded(c.Text, d.span(c.Col, c.ColSpan)) > 1
	if st.changed {
		d.marks.note(from).changed = c.Path
	}
}

func kindOf(r normalize.Role) kind {
	switch r {
	case normalize.RoleHeading:
		return heading
	case normalize.RoleLabel:
		return label
	case normalize.RoleNumber:
		return figure
	case normalize.RoleText:
		return words
	case normalize.RoleTitle:
		return title
	case normalize.RoleCaption:
		return caption
	case normalize.RoleNote:
		return note
	}
	return value
}
