package pipeline

import "ziping/extract"

// Sound reports that a Document keeps the promises of its kind and the limits
// of the input. A worker reads what may be hostile; what it says is input too,
// and the stages behind it index and allocate by these figures.
func Sound(d *extract.Document, l extract.Limits) bool {
	if d == nil || d.Schema != extract.DocumentSchema || over(len(d.Pages), l.Pages) || over(len(d.Tables), l.Cells) {
		return false
	}
	for i := range d.Tables {
		t := &d.Tables[i]
		if t.Rows < 0 || t.Cols < 0 || over(t.Rows, l.Rows) || over(t.Cols, l.Cols) || over(len(t.Cells), l.Cells) {
			return false
		}
		for j := range t.Cells {
			c := &t.Cells[j]
			if c.Row < 0 || c.Col < 0 || c.RowSpan < 1 || c.ColSpan < 1 || c.RowSpan > t.Rows-c.Row || c.ColSpan > t.Cols-c.Col {
				return false
			}
		}
	}
	for i := range d.Lines {
		if b := d.Lines[i].Before; b < 0 || b > len(d.Tables) {
			return false
		}
	}
	return true
}

// over reports that a limit is passed; 0 is no limit.
func over(n, limit int) bool { return limit > 0 && n > limit }
