package sound

import (
	"fmt"
	"strings"

	"ziping/tools/eval/forms"
)

// source is a row of money with what it prints, in hundredths; a part has the
// row above it of one depth less as its whole.
type source struct {
	label string
	depth int
	cents map[string]int
	blank bool
}

// money is the block of funds. Parts add up to their wholes in each column.
func (d *draw) money(columns []string, side bool) {
	var rows []*source
	for _, s := range pick(d, d.Sources) {
		bare := strings.TrimLeft(s, "·")
		rows = append(rows, &source{label: bare, depth: (len(s) - len(bare)) / len("·"), cents: map[string]int{}})
	}
	has := map[string]bool{}
	for _, c := range columns {
		_, field := column(c)
		has[field] = true
	}
	d.whole = rows[0].label
	for i := len(rows) - 1; i >= 0; i-- {
		d.amounts(rows, i, has)
	}
	if grouped := strings.Contains(strings.Join(columns, " "), ">"); !grouped && len(rows) == 1 && d.IntN(2) == 0 {
		d.pairs(columns, rows[0], side)
		return
	}
	places := []int{2, 2, 2, 0}[d.IntN(4)]
	from := 0
	if side {
		from = 1
	}
	e := d.cut(from, d.f.Cols, len(columns)+1)
	heads := d.headings(e[1:], columns)
	if side {
		d.put(d.row, 0, len(rows)+heads, 1, forms.Label, pick(d, d.Side["money"]), "")
	}
	d.put(d.row, e[0], heads, e[1]-e[0], forms.Heading, pick(d, d.SourceHead), "")
	empty := []string{"", "", "", "-", "—", "/"}[d.IntN(6)]
	scored := d.IntN(4) > 0 && !d.inList && !d.unscored
	weight := []int{1000, 1000, 2000, 500}[d.IntN(4)]
	for i, c := range columns {
		head, field := column(c)
		for k, r := range rows {
			text := ""
			path := "funds[" + r.label + "]." + field
			total := rows[0].cents
			if total["budget"] == 0 {
				total["budget"] = 1
			}
			rate := (total["executed"]*100000/total["budget"] + 5) / 10 // hundredths of a percent
			d.spent = rate
			switch field {
			case "weight", "score":
				if k == 0 && scored && has["score"] {
					text = d.budgetMark(field, path, weight, rate)
				} else {
					text, path = empty, ""
				}
			case "execution_rate":
				b := r.cents["budget"]
				switch {
				case r.blank || b == 0:
					text, path = empty, ""
				default:
					text = percent((r.cents["executed"]*100000/b+5)/10, strings.Contains(head, "%"))
				}
			default:
				switch v := r.cents[field]; {
				case r.blank:
					text, path = empty, ""
				default:
					text = money(v)
					if places == 0 {
						text = fmt.Sprint(v)
					}
					if d.thousands {
						text = grouped(text)
					}
				}
			}
			if path != "" {
				d.f.Summed = append(d.f.Summed, path)
			}
			if isBlank(text) {
				path = ""
			}
			d.put(d.row+heads+k, e[i+1], 1, e[i+2]-e[i+1], forms.Number, text, path)
		}
	}
	for k, r := range rows {
		d.put(d.row+heads+k, e[0], 1, e[1]-e[0], forms.Label, r.label, "")
	}
	d.row += len(rows) + heads
}

func isBlank(s string) bool { return strings.Trim(s, "-—/") == "" }

// budgetMark prints the budget's weight, or the score that its rate earns of it, in
// hundredths.
func (d *draw) budgetMark(field, path string, weight, rate int) string {
	points, text := weight, d.share(weight)
	if field == "score" {
		points = (weight*rate + 5000) / 10000
		text = d.written(points)
	}
	d.give(field, path, points)
	return text
}

// give counts the points of the budget.
func (d *draw) give(field, path string, points int) {
	if field == "weight" {
		d.full -= points
	} else {
		d.got += points
	}
	d.f.Summed = append(d.f.Summed, path)
}

// amounts fills a row: from its parts if it has any, which are filled before it.
func (d *draw) amounts(rows []*source, i int, has map[string]bool) {
	r := rows[i]
	parts := false
	for _, p := range rows[i+1:] {
		if p.depth <= r.depth {
			break
		}
		if p.depth == r.depth+1 && !p.blank {
			parts = true
			for f, v := range p.cents {
				r.cents[f] += v
			}
		}
	}
	if parts {
		return
	}
	if i > 1 && d.IntN(4) == 0 {
		r.blank = true
		return
	}
	size := []int{100000, 3000000, 50000000}[d.IntN(3)]
	initial := 1000 + d.IntN(size)
	r.cents["initial"] = initial
	if has["carried_in"] && d.IntN(2) == 0 {
		r.cents["carried_in"] = d.IntN(size / 5)
	}
	if has["adjustment"] && d.IntN(3) > 0 {
		r.cents["adjustment"] = d.IntN(size/4) - min(size/8, initial/2)
	}
	r.cents["budget"] = initial + r.cents["carried_in"] + r.cents["adjustment"]
	if !has["adjustment"] && d.IntN(3) == 0 {
		r.cents["budget"] += d.IntN(size / 5)
	}
	r.cents["executed"] = r.cents["budget"]
	if d.IntN(3) > 0 {
		r.cents["executed"] -= d.IntN(1 + r.cents["budget"]/3)
	}
	r.cents["balance"] = r.cents["budget"] - r.cents["executed"]
}

// money prints hundredths with two places.
func money(cents int) string {
	sign := ""
	if cents < 0 {
		sign, cents = "-", -cents
	}
	return fmt.Sprintf("%s%d.%02d", sign, cents/100, cents%100)
}

// grouped puts commas between thousands.
func grouped(s string) string {
	whole, rest, _ := strings.Cut(s, ".")
	sign := strings.TrimRight(whole, "0123456789")
	whole = whole[len(sign):]
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if rest != "" {
		rest = "." + rest
	}
	return sign + whole + rest
}

// hundredths prints points with the places they need.
func hundredths(v int) string {
	return strings.TrimSuffix(strings.TrimRight(money(v), "0"), ".")
}

func percent(v int, headed bool) string {
	if headed {
		return hundredths(v)
	}
	return hundredths(v) + "%"
}
