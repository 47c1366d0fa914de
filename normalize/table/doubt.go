package table

import (
	"slices"
	"strings"

	"ziping/normalize"
	"ziping/normalize/value"
)

// RunTogether is the doubt of a row of which nothing stands under the heading of the target
// and whose name holds one (道路里程≥3公里3公里5050), or of which there is nothing but a
// name that ends in a figure: 道路里程3公里5050. What else it holds cannot be told.
func RunTogether(items []*Item, slots []Slot, at []int) *Doubt {
	if !HasSlot(slots, "target") {
		return nil
	}
	for k, it := range items {
		if slots[at[k]].ID == "name" && (value.HoldsTarget(it.Text) || k == len(items)-1 && endsInFigure(it.Folded)) {
			return &Doubt{Cells: []Item{*it}, IDs: []string{"name", "target", "actual", "weight", "score"}}
		}
	}
	return nil
}

func endsInFigure(s string) bool { return strings.TrimRight(s, "0123456789") != s }

// spoil makes a field garbled that one of the held cells may belong to, unless
// something certain stands there.
func (d *Doubt) spoil(to **normalize.Field) {
	if *to != nil && d.holds(*to) {
		**to = normalize.Field{Text: (*to).Text, State: normalize.Garbled, Reading: normalize.Doubtful, At: (*to).At}
	}
	if *to != nil && (*to).State != normalize.Blank {
		return
	}
	for k := range d.Cells {
		if !value.IsNothing(d.Cells[k].Text) {
			at := d.Cells[k].At
			*to = &normalize.Field{Text: d.Cells[k].Text, State: normalize.Garbled, Reading: normalize.Doubtful, At: &at}
			return
		}
	}
}

// holds reports a field that is one of the held cells.
func (d *Doubt) holds(f *normalize.Field) bool {
	return f.At != nil && slices.ContainsFunc(d.Cells, func(it Item) bool { return it.At.Key() == f.At.Key() })
}

// SpoilIndicator makes the fields of a row that a held cell may belong to garbled:
// printed, and not understood.
func (d *Doubt) SpoilIndicator(x *normalize.Indicator) {
	for _, id := range d.IDs {
		switch id {
		case "name":
			d.unname(x.Name)
		case "level1", "level2":
			to := x.Slot(normalize.Column(id))
			if *to == nil || !d.holds(*to) {
				*to = nil // the one above may not be its own
			}
			d.spoil(to)
		case "target", "actual", "weight", "score": // what sums and rates are made of
			d.spoil(x.Slot(normalize.Column(id)))
		}
	}
}

// SpoilFunds makes the columns of a money row garbled that a held figure may
// belong to.
func (d *Doubt) SpoilFunds(r *normalize.FundRow) {
	for _, id := range d.IDs {
		if to := r.Slot(normalize.Column(id)); to != nil {
			d.spoil(to)
		}
	}
}

// unname makes the name of an indicator garbled that is one of the held cells.
func (d *Doubt) unname(name *normalize.Field) {
	if name != nil && d.holds(name) {
		name.State, name.Reading, name.Value = normalize.Garbled, normalize.Doubtful, ""
	}
}
