package paper

import (
	"ziping/normalize"
	"ziping/text/blank"
)

// blanks says which field a blank cell is: what is left empty belongs to the record of its
// row and the column it stands in, as what is filled in does. Only fields that are printed
// blank are named, each once.
func (b *builder) blanks() {
	named := map[normalize.Path]bool{}
	for i := range b.out.Cells {
		named[b.out.Cells[i].Path] = true
	}
	sources := b.sources()
	for _, k := range b.d.Blocks {
		if k.Body >= k.End || b.rowOf[k.Body] < 0 || b.rowOf[k.End-1] < 0 {
			continue
		}
		b.blanksOf(b.rowOf[k.Body], b.rowOf[k.End-1], named, sources)
	}
}

// blanksOf does so for a block's rows.
func (b *builder) blanksOf(first, last int, named map[normalize.Path]bool, sources map[string]normalize.Path) {
	columns := map[int]normalize.Column{} // by column of the layout
	records := map[int]normalize.Path{}   // by row
	var empty []*normalize.LayoutCell
	for i := range b.out.Cells {
		c := &b.out.Cells[i]
		if c.Row < first || c.Row > last || c.RowSpan > 1 {
			continue
		}
		record := c.Path.Record()
		switch {
		case blank.None(c.Text) && c.Path.IsZero():
			empty = append(empty, c)
			continue
		case record.IsZero():
			if !blank.None(c.Text) {
				record = sources[blank.Fold(c.Text)]
			}
		case c.Path.Column() != "" && columns[c.Col] == "":
			columns[c.Col] = c.Path.Column()
		}
		if r, ok := records[c.Row]; ok && !record.IsZero() && r != record {
			record = normalize.Path{} // two records side by side
		} else if record.IsZero() {
			continue
		}
		records[c.Row] = record
	}
	for _, c := range empty {
		record, column := records[c.Row], columns[c.Col]
		if record.IsZero() || column == "" {
			continue
		}
		path := record.In(column)
		if f, _ := b.d.Report.Field(path); f != nil && f.State == normalize.Blank && !named[path] {
			c.Path, named[path] = path, true
		}
	}
}

// sources are the rows of money by their labels, where just one has the label.
func (b *builder) sources() map[string]normalize.Path {
	out := map[string]normalize.Path{}
	if b.d.Report.Funds == nil {
		return out
	}
	for i := range b.d.Report.Funds.Rows {
		row := &b.d.Report.Funds.Rows[i]
		label := blank.Fold(row.Label)
		if _, ok := out[label]; ok {
			out[label] = normalize.Path{}
			continue
		}
		out[label] = normalize.FundPath(row.Source, "")
	}
	return out
}
