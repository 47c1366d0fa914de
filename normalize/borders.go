package normalize

import "ziping/text/num"

// PointsDivideElsewhere reports that the points printed with the first levels, one after the
// other, are those of the rows in their order, from the first to the last: whatever rows the
// levels seem to reach over, these points are right.
func (r *Report) PointsDivideElsewhere() bool {
	var points, rows num.Decimal // so far
	at, groups := 0, 0
	for i := range r.Indicators {
		l := r.Indicators[i].Level1
		if l == nil || l.Weight == "" {
			continue
		}
		n, err := num.Parse(l.Weight)
		if err != nil {
			return false
		}
		groups++
		for points = points.Add(n); at < len(r.Indicators) && rows.Cmp(points) < 0; at++ {
			w, ok := r.Indicators[at].Weight.Number()
			if !ok {
				return false
			}
			rows = rows.Add(w)
		}
		if !rows.Equal(points) {
			return false
		}
	}
	return groups > 1 && at == len(r.Indicators)
}

// MarksMoved reports an indicator whose weight or score stood elsewhere.
func (r *Report) MarksMoved(n int) bool {
	x := &r.Indicators[n]
	for i := range r.Moves {
		if r.Moves[i].Field != IndicatorPath(n, "") {
			continue
		}
		for _, c := range r.Moves[i].Cells {
			if x.Weight != nil && c.Text == x.Weight.Text || x.Score != nil && c.Text == x.Score.Text {
				return true
			}
		}
	}
	return false
}
