package read

import (
	"ziping/normalize"
	"ziping/normalize/value"
)

// rowDoubt is what a row holds that found no certain column: the cells, and
// the columns they may belong to.
type rowDoubt struct {
	cells []item
	ids   []string
}

// spoil makes a field garbled that one of the held cells may belong to, unless
// something certain stands there.
func (d *rowDoubt) spoil(to **normalize.Field) {
	if *to != nil && (*to).State != normalize.Blank {
		return
	}
	for k := range d.cells {
		if !value.IsNothing(d.cells[k].text) {
			at := d.cells[k].at
			*to = &normalize.Field{Text: d.cells[k].text, State: normalize.Garbled, Reading: normalize.Doubtful, At: &at}
			return
		}
	}
}

// doubtful makes the fields of a row that a held cell may belong to garbled:
// printed, and not understood.
func doubtful(x *normalize.Indicator, d *rowDoubt) {
	for _, id := range d.ids {
		switch id {
		case "target", "actual", "weight", "score": // what sums and rates are made of
			d.spoil(x.Slot(normalize.Column(id)))
		}
	}
}

// doubtfulMoney makes the columns of a money row garbled that a held figure may
// belong to.
func doubtfulMoney(r *normalize.FundRow, d *rowDoubt) {
	for _, id := range d.ids {
		if to := r.Slot(normalize.Column(id)); to != nil {
			d.spoil(to)
		}
	}
}
