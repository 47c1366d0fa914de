package identity

import (
	"ziping/normalize"
	"ziping/text/num"
)

// A row with a weight and no score may have got none, or one that the copy lost and the
// total counts; so may one with a score and no weight. A sum of marks that such rows
// would explain is no error.

// emptyMarks takes back a sum of marks that comes short by what its empty cells may hold:
// no more than the weights of the rows without scores, no less than the scores of those
// without weights.
func (w *premises) emptyMarks(t *Tested) {
	var room num.Decimal
	empty := false
	for i := range t.Parts {
		path := t.Parts[i].Path
		beside := besideMark(path)
		if f, _ := w.r.Field(path); beside.IsZero() || !f.IsBlank() {
			continue
		}
		if n, ok := Number(w.r, beside); ok && n.Sign() > 0 {
			room, empty = room.Add(n), true
		}
	}
	if !empty {
		return
	}
	switch over := t.lack().Cmp(room); t.Check {
	case "WGT-01", "WGT-02":
		if over >= 0 {
			t.unshown(BlanksNothing)
		}
	case "SUM-01":
		if weights := w.only("WGT-01"); weights.is(Disagree) && weights.lack().Sign() > 0 { // rows that are missing may have had points, too
			over = t.lack().Cmp(room.Add(weights.lack()))
		}
		if over <= 0 {
			t.unshown(BlanksNothing)
		}
	}
}

// besideMark is the score beside a weight, and the weight beside a score.
func besideMark(p normalize.Path) normalize.Path {
	other := map[normalize.Column]normalize.Column{normalize.Weight: normalize.Score, normalize.Score: normalize.Weight}[p.Column()]
	if other == "" {
		return normalize.Path{}
	}
	if i, ok := p.Indicator(); ok {
		return normalize.IndicatorPath(i, other)
	}
	if source, ok := p.Fund(); ok {
		return normalize.FundPath(source, other)
	}
	return normalize.Path{}
}
