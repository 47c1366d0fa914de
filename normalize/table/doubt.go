package table

import (
	"ziping/normalize"
	"ziping/normalize/value"
)

// spoil makes a field garbled that one of the held cells may belong to, unless
// something certain stands there.
func (d *Doubt) spoil(to **normalize.Field) {
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

// SpoilIndicator makes the fields of a row that a held cell may belong to garbled:
// printed, and not understood.
func (d *Doubt) SpoilIndicator(x *normalize.Indicator) {
	for _, id := range d.IDs {
		switch id {
		case "name":
			d.unname(x.Name)
		case "level1", "level2":
			to := x.Slot(normalize.Column(id))
			*to = nil // the one above may not be its own
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
	for k := range d.Cells {
		if name != nil && name.At != nil && name.At.Key() == d.Cells[k].At.Key() {
			name.State, name.Reading, name.Value = normalize.Garbled, normalize.Doubtful, ""
		}
	}
}
