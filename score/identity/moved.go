package identity

import (
	"slices"

	"ziping/normalize"
	"ziping/text/num"
)

// The cells of a row that stood under other headings were put back by what each may hold.
// That its weight and score are these is shown by the sums over the list, if at all.

// movedRows takes back what rests on marks that were put back where neither sum of the list is
// borne out: a score beyond its weight, and a sum with a share among its marks (0.6个百分点).
func (w *premises) movedRows() {
	if w.only("WGT-01").is(Agree) || w.only("SUM-01").is(Agree) {
		return
	}
	for i := range w.tested {
		t := &w.tested[i]
		n, ok := t.Result.Indicator()
		if t.is(Disagree) && (ok && t.Kind == Range && w.r.MarksMoved(n) || !ok && slices.ContainsFunc(t.Parts, w.noMark)) {
			t.unshown(CellsPlaced)
		}
	}
}

// noMark reports a weight or score that was put back and is a share.
func (w *premises) noMark(part Term) bool {
	n, ok := part.Path.Indicator()
	f, _ := w.r.Field(part.Path)
	return ok && f != nil && f.Unit == "%" && w.r.MarksMoved(n)
}

// movedGroups takes back the points of levels that have too many as others have too few, where
// all weights make the full mark and rows were put back: one stands under the wrong level. So
// does one where the points are right of rows that begin and end elsewhere.
func movedGroups(w *premises) {
	if failing := failingGroups(w); len(failing) > 1 && w.r.PointsDivideElsewhere() {
		for _, t := range failing {
			t.unshown(GroupBounded)
		}
	}
	ofList := func(m normalize.Move) bool { _, ok := m.Field.Indicator(); return ok }
	if !w.only("WGT-01").is(Agree) || !slices.ContainsFunc(w.r.Moves, ofList) {
		return
	}
	var off num.Decimal
	failing := failingGroups(w)
	for _, t := range failing {
		if t.Result.Column() == normalize.Level1 {
			off = off.Add(t.lack())
		}
	}
	if len(failing) > 1 && off.IsZero() {
		for _, t := range failing {
			t.unshown(CellsPlaced)
		}
	}
}
