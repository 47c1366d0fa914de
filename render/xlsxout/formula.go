package xlsxout

import (
	"fmt"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"ziping/normalize"
	"ziping/score/identity"
	"ziping/text/num"
)

// formulas makes totals, balances, rates and sums live wherever the identity
// gives exactly what stands in the cell.
func (d *drawing) formulas(list []identity.Tested) {
	uses := map[normalize.Path][]identity.Term{} // result -> parts, to keep circles out
	for i := range list {
		t := &list[i]
		if t.Outcome != identity.Agree || uses[t.Result] != nil || !d.sheet.nums[t.Result] {
			continue
		}
		f, ok := d.sheet.exact(t)
		if !ok || reaches(uses, t.Parts, t.Result) {
			continue
		}
		uses[t.Result] = t.Parts
		d.k.formula(d.sheet.name, d.sheet.at[t.Result], f)
	}
}

// reaches reports whether one of the parts is computed from path.
func reaches(uses map[normalize.Path][]identity.Term, parts []identity.Term, path normalize.Path) bool {
	for _, p := range parts {
		if p.Path == path || reaches(uses, uses[p.Path], path) {
			return true
		}
	}
	return false
}

// exact is the formula of an identity whose value is exactly the stated one.
func (s *formSheet) exact(t *identity.Tested) (string, bool) {
	body, ok := s.expression(&t.Identity, "")
	if !ok {
		return "", false
	}
	stated := t.Stated
	switch t.Kind {
	case identity.Sum:
		if !stated.Equal(t.Expected) {
			return "", false
		}
		if p := stated.Significant(); p > 0 || stated.Places() > 0 {
			return fmt.Sprintf("ROUND(%s,%d)", body, max(p, stated.Places())), true
		}
		return body, true
	case identity.Ratio:
		for p := stated.Significant(); p <= stated.Places(); p++ {
			percent := int32(0)
			if s.percent(t.Result) {
				percent = 2
			}
			switch {
			case t.Expected.Round(p).Equal(stated):
				return fmt.Sprintf("ROUND(%s,%d)", body, p+percent), true
			case t.Expected.Truncate(p).Equal(stated):
				return fmt.Sprintf("ROUNDDOWN(%s,%d)", body, p+percent), true
			}
		}
	}
	return "", false
}

// percent reports whether a rate's cell holds a fraction shown as a percent.
func (s *formSheet) percent(path normalize.Path) bool { return s.fraction[path] }

// expression writes the parts of an identity as a formula over the cells of
// the sheet; prefix is put before every cell ('自评表'!).
func (s *formSheet) expression(t *identity.Identity, prefix string) (string, bool) {
	switch t.Kind {
	case identity.Ratio:
		if len(t.Parts) != 2 || !s.nums[t.Parts[0].Path] || !s.nums[t.Parts[1].Path] {
			return "", false
		}
		f := prefix + s.at[t.Parts[0].Path] + "/" + prefix + s.at[t.Parts[1].Path] + times(t.Parts[0].Scale-t.Parts[1].Scale)
		if !s.percent(t.Result) {
			f = "100*" + f
		}
		return f, true
	case identity.Sum:
		return s.sum(t, prefix)
	}
	return "", false
}

// times brings a figure to a unit 10^−n times as large.
func times(n int32) string {
	switch {
	case n > 0:
		return "*" + num.FromInt(1).Shift(n).String()
	case n < 0:
		return "/" + num.FromInt(1).Shift(-n).String()
	}
	return ""
}

// sum adds the parts. A blank one is part of the formula, so that the total follows when
// somebody fills it in; SUM takes it for nothing, and so it does a dash in its place.
// Three or more parts in one column become ranges.
func (s *formSheet) sum(t *identity.Identity, prefix string) (string, bool) {
	var plus, minus, others []string // others are in another unit than the result
	blanks := map[string]bool{}
	for _, p := range t.Parts {
		cell := s.at[p.Path]
		if p.Blank && cell == "" {
			continue
		}
		if !s.nums[p.Path] && !p.Blank {
			return "", false
		}
		blanks[cell] = p.Blank
		unit := times(p.Scale - t.Scale)
		switch {
		case p.Coef != 1 && p.Coef != -1:
			return "", false
		case unit != "":
			others = append(others, sign(p.Coef)+term(prefix+cell, p.Blank)+unit)
		case p.Coef == 1:
			plus = append(plus, cell)
		default:
			minus = append(minus, cell)
		}
	}
	if len(plus)+len(others) == 0 {
		return "", false
	}
	var f string
	switch {
	case len(plus) > 2 || slices.ContainsFunc(plus, func(c string) bool { return blanks[c] }):
		f = "SUM(" + strings.Join(ranges(plus, prefix), ",") + ")"
	case len(plus) > 0:
		f = prefix + strings.Join(plus, "+"+prefix)
	}
	for _, m := range minus {
		f += "-" + term(prefix+m, blanks[m])
	}
	f = strings.TrimPrefix(f+strings.Join(others, ""), "+")
	if !t.Constant.Equal(num.Decimal{}) {
		f += "+" + t.Constant.String()
	}
	return f, true
}

func sign(coef int) string {
	if coef < 0 {
		return "-"
	}
	return "+"
}

// term is a cell in a sum; a blank one may hold a dash, which SUM passes over.
func term(cell string, blank bool) string {
	if blank {
		return "SUM(" + cell + ")"
	}
	return cell
}

// ranges joins cells that stand under each other: C8,C9,C10 become C8:C10.
func ranges(cells []string, prefix string) []string {
	type at struct{ col, row int }
	var list []at
	for _, c := range cells {
		col, row, err := excelize.CellNameToCoordinates(c)
		if err == nil {
			list = append(list, at{col, row})
		}
	}
	slices.SortFunc(list, func(a, b at) int {
		if a.col != b.col {
			return a.col - b.col
		}
		return a.row - b.row
	})
	var out []string
	for i := 0; i < len(list); {
		j := i
		for j+1 < len(list) && list[j+1].col == list[i].col && list[j+1].row == list[j].row+1 {
			j++
		}
		c := prefix + cellName(list[i].col, list[i].row)
		if j > i {
			c += ":" + cellName(list[j].col, list[j].row)
		}
		out = append(out, c)
		i = j + 1
	}
	return out
}
