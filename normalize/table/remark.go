package table

// RemarkLabels is how many cells a row of remarks begins with that are its labels: one, and
// the number of the row with what stands behind it, before the columns or in front of as
// many cells as they hold.
func RemarkLabels(l *Line, columns []Slot) int {
	for k := 0; k < min(2, len(l.Items)) && len(columns) > 0; k++ {
		it := &l.Items[k]
		if it.Figure().IsFigure() && (it.Col < columns[0].Col || len(l.Items)-len(columns) > k+1) {
			return min(k+2, len(l.Items))
		}
	}
	return 1
}
