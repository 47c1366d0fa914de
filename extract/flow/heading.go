package flow

// heading is the run of rows at the top that the file itself marks as heading
// and that names columns. A row of one text is a title; where it comes again,
// another form begins.
type heading struct{ texts []string }

// maxHeading is more rows than any heading has.
const maxHeading = 20

func heads(t *Table) heading {
	var h heading
	marked := 0
	for i := range t.Rows {
		if t.Rows[i].Header {
			marked++
		}
	}
	for i := range t.Rows {
		if !t.Rows[i].Header {
			break
		}
		if texts(&t.Rows[i]) < 2 || len(h.texts) == maxHeading {
			return heading{}
		}
		h.texts = append(h.texts, rowKey(&t.Rows[i]))
	}
	if marked == len(h.texts) { // nothing is repeated
		return heading{}
	}
	return h
}

// repeated returns the number of heading rows matched up to row i, the nth of
// them being matched before; 0 where row i is no repeated heading row.
func (h heading) repeated(t *Table, i, n int) int {
	if len(h.texts) == 0 || i < len(h.texts) {
		return 0
	}
	if n == len(h.texts) {
		n = 0
	}
	if n > 0 { // the first row matched all of the heading
		return n + 1
	}
	if i+len(h.texts) > len(t.Rows) {
		return 0
	}
	for k, want := range h.texts {
		if r := &t.Rows[i+k]; !r.Header || rowKey(r) != want {
			return 0
		}
	}
	return 1
}

// texts is the number of cells of a row with text.
func texts(r *Row) int {
	n := 0
	for i := range r.Cells {
		if text, _, _ := content(r.Cells[i].Blocks); text != "" {
			n++
		}
	}
	return n
}

// rowKey is a row's texts and widths as one string.
func rowKey(r *Row) string {
	var b []byte
	for i := range r.Cells {
		text, _, _ := content(r.Cells[i].Blocks)
		b = append(b, text...)
		b = append(b, 0, byte(r.Cells[i].ColSpan), 0)
	}
	return string(b)
}
