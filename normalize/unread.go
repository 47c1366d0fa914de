package normalize

import "ziping/extract"

// UnreadWithin reports a row that no field claims among the rows of some indicators, the
// first to the last of them: it may name another group.
func (r *Report) UnreadWithin(first, last int) bool {
	from, to := rowOf(&r.Indicators[first]), rowOf(&r.Indicators[last])
	if from == nil || to == nil {
		return false
	}
	for i := range r.Unplaced {
		u := &r.Unplaced[i].At
		if u.Table == from.Table && u.Table == to.Table && u.Row > from.Row && u.Row < to.Row && r.rowIsBare(u) {
			return true
		}
	}
	return false
}

// rowIsBare reports that no indicator stands in the row of a cell.
func (r *Report) rowIsBare(u *extract.Ref) bool {
	for i := range r.Indicators {
		if at := rowOf(&r.Indicators[i]); at != nil && at.Table == u.Table && at.Row == u.Row {
			return false
		}
	}
	return true
}

// rowOf is where an indicator stands, nil where nothing of it was printed.
func rowOf(x *Indicator) *extract.Ref {
	for _, f := range []*Field{x.Name, x.Weight, x.Score} {
		if f != nil && f.At != nil {
			return f.At
		}
	}
	return nil
}

// BeginsWithin reports a list whose first row stands under no first level, in a list that has
// a place for one: it may begin below what is missing of it.
func (r *Report) BeginsWithin() bool {
	return len(r.Indicators) > 0 && r.Indicators[0].Level1 != nil && r.Indicators[0].Level1.State == Absent
}
