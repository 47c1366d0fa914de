package sound

import (
	"strings"

	"ziping/tools/eval/forms"
)

// pairs are the whole money as labels with their values beside them, some to a row, under
// no source: 年初预算数 | 100 | 全年预算数 | 120.
func (d *draw) pairs(columns []string, whole *source, side bool) {
	whole.label, d.whole = "", ""
	from := 0
	if side {
		from = 1
	}
	rate := (whole.cents["executed"]*100000/max(1, whole.cents["budget"]) + 5) / 10
	d.spent = rate
	weight := []int{1000, 1000, 2000, 500}[d.IntN(4)]
	scored := hasField(columns, "weight") && hasField(columns, "score") && !d.inList && !d.unscored
	n := min(2+d.IntN(2), (d.f.Cols-from)/2)
	top := d.row
	for at := 0; at < len(columns); {
		k := min(n, len(columns)-at)
		e := d.cut(from, d.f.Cols, 2*k)
		for i, c := range columns[at : at+k] {
			label, field := column(c)
			text, path := "", "funds["+whole.label+"]."+field
			switch {
			case (field == "weight" || field == "score") && scored:
				text = d.budgetMark(field, path, weight, rate)
			case field == "weight" || field == "score":
				text = "-"
			case field == "execution_rate":
				text = percent(rate, strings.Contains(label, "%"))
			default:
				text = money(whole.cents[field])
				if d.thousands {
					text = grouped(text)
				}
			}
			if isBlank(text) {
				path = ""
			} else {
				d.f.Summed = append(d.f.Summed, path)
			}
			d.put(d.row, e[2*i], 1, e[2*i+1]-e[2*i], forms.Label, label, "")
			d.put(d.row, e[2*i+1], 1, e[2*i+2]-e[2*i+1], forms.Number, text, path)
		}
		at += k
		d.row++
	}
	if side {
		d.put(top, 0, d.row-top, 1, forms.Label, pick(d, d.Side["money"]), "")
	}
}
