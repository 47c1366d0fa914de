package slips

import (
	"fmt"
	"slices"
	"strings"

	"ziping/normalize"
)

// promise is one thing that the form's structure says of its figures.
type promise struct {
	check, result string
	parts         []string
	minus         int    // index of the part that is subtracted, -1 if none
	kind          string // sum, ratio, range, grade
	rounded       bool   // money and totals may be rounded, weights not
}

func (p *promise) key() string { return p.check + " " + p.result }

func (p *promise) has(path string) bool { return p.result == path || slices.Contains(p.parts, path) }

// promises lists what a form promises, from its rows, columns and merged cells.
func (f *Form) promises() (out []promise) {
	has := func(source string, c string) bool { return f.column(source, c) }
	add := func(check, kind, result string, minus int, parts ...string) {
		out = append(out, promise{check, result, parts, minus, kind, strings.HasPrefix(check, "FND") || check == "SUM-01"})
	}
	if m := f.Sound.Funds; m != nil {
		for _, r := range m.Rows {
			path := func(c string) string { return "funds." + r.Source + "." + c }
			base := "budget"
			if !has(r.Source, base) {
				base = "initial"
			}
			if has(r.Source, "budget") && has(r.Source, "initial") && (has(r.Source, "adjustment") || has(r.Source, "carried_in")) {
				parts := []string{path("initial")}
				for _, c := range []string{"carried_in", "adjustment"} {
					if has(r.Source, c) {
						parts = append(parts, path(c))
					}
				}
				add("FND-01", "sum", path("budget"), -1, parts...)
			}
			if has(r.Source, "budget") && has(r.Source, "executed") && has(r.Source, "balance") {
				add("FND-02", "sum", path("balance"), 1, path("budget"), path("executed"))
			}
			if has(r.Source, base) && has(r.Source, "executed") && has(r.Source, "execution_rate") {
				add("FND-03", "ratio", path("execution_rate"), -1, path("executed"), path(base))
			}
			if has(r.Source, "budget") && has(r.Source, "balance") && has(r.Source, "balance_rate") {
				add("FND-04", "ratio", path("balance_rate"), -1, path("balance"), path("budget"))
			}
			for _, split := range append([][]string{r.Parts}, r.Splits...) {
				for _, c := range normalize.MoneyColumns {
					var parts []string
					for _, s := range split {
						if has(s, string(c)) {
							parts = append(parts, "funds."+s+"."+string(c))
						}
					}
					if len(parts) > 0 && has(r.Source, string(c)) {
						add("FND-05", "sum", path(string(c)), -1, parts...)
					}
				}
			}
		}
	}
	budget := f.budgetRow()
	var weights, scores []string
	for i := range f.Sound.Indicators {
		w, s := fmt.Sprintf("indicators[%d].weight", i), fmt.Sprintf("indicators[%d].score", i)
		if f.cell(w) >= 0 {
			weights = append(weights, w)
		}
		if f.cell(s) >= 0 {
			scores = append(scores, s)
		}
		if f.cell(w) >= 0 && f.cell(s) >= 0 {
			add("SCR-01", "range", s, -1, w)
		}
	}
	for _, c := range f.Cells { // points printed with a level
		if !strings.HasSuffix(c.Path, ".level1") && !strings.HasSuffix(c.Path, ".level2") {
			continue
		}
		if _, ok := f.Figures[c.Path]; !ok {
			continue
		}
		var parts []string
		for _, w := range weights {
			if row := f.Cells[f.cell(w)].Row; row >= c.Row && row < c.Row+c.RowSpan {
				parts = append(parts, w)
			}
		}
		if len(parts) > 0 {
			add("WGT-02", "sum", c.Path, -1, parts...)
		}
	}
	if budget != "" {
		w, s := "funds."+budget+".weight", "funds."+budget+".score"
		if _, ok := f.Figures[w]; ok {
			add("SCR-01", "range", s, -1, w)
		}
		scores = append(scores, s)
		if _, ok := f.Figures[w]; ok {
			weights = append(weights, w)
		} else {
			weights = nil // its share is not known
		}
	}
	if _, printed := f.Figures["total.weight"]; printed && len(weights) > 0 && strings.HasPrefix(weights[0], "indicators") {
		add("WGT-01", "sum", "total.weight", -1, weights...)
	}
	if len(scores) > 0 && f.cell("total.score") >= 0 {
		add("SUM-01", "sum", "total.score", -1, scores...)
	}
	if f.Sound.Grade != nil && f.Sound.Grade.Threshold != "" {
		add("GRD-01", "grade", "grade", -1, "total.score")
	}
	return out
}

func (f *Form) column(source, c string) bool {
	r := f.Sound.Funds.Row(source)
	return r != nil && r.Column(normalize.Column(c)) != nil
}

// budgetRow is the source of the row with the budget's score.
func (f *Form) budgetRow() string {
	if f.Sound.Funds == nil {
		return ""
	}
	if _, ok := f.Figures["funds.total.score"]; ok {
		return "total"
	}
	for _, r := range f.Sound.Funds.Rows {
		if _, ok := f.Figures["funds."+r.Source+".score"]; ok {
			return r.Source
		}
	}
	return ""
}
