// Package sketch writes forms of tests down in short: figures as printed, _ for a blank cell,
// . for no such place, ? for one that cannot be read.
//
//	sketch.Money(t, "万元", "initial adjustment budget\ntotal(central,local) 300.00 20.00 320.00")
//	sketch.Marks(t, "100 95", "产出(60) 数量 60 58", "效益 ″ 40 37")
//
// It is code of tests alone; no other imports it.
package sketch

import (
	"fmt"
	"strings"
	"testing"

	"ziping/normalize"
	"ziping/normalize/value"
)

// Cell is one figure of a short form.
func Cell(s string) *normalize.Field {
	switch s {
	case ".":
		return nil
	case "_":
		return &normalize.Field{State: normalize.Blank}
	case "?":
		return &normalize.Field{Text: s, State: normalize.Garbled}
	}
	return value.Figure(s)
}

// Money is a form with a block of money: the columns, then rows of a source, its
// parts in brackets, and its figures. @ marks a column without a key of its own.
//
//	initial adjustment budget
//	total(central,local) 300.00 20.00 320.00
func Money(t testing.TB, unit, block string) *normalize.Report {
	t.Helper()
	r := &normalize.Report{Funds: &normalize.Funds{}}
	if unit != "" {
		r.MoneyUnit = &normalize.Field{Text: unit, Value: unit, State: normalize.Parsed}
	}
	lines := strings.Split(strings.TrimSpace(block), "\n")
	columns := strings.Fields(lines[0])
	for _, line := range lines[1:] {
		cells := strings.Fields(line)
		if len(cells) != len(columns)+1 {
			t.Fatalf("%q has not %d figures", line, len(columns))
		}
		source, parts, sums := strings.Cut(strings.TrimSuffix(cells[0], ")"), "(")
		row := normalize.FundRow{Source: source, Label: source}
		if sums {
			splits := strings.Split(parts, ";")
			row.Parts = strings.Split(splits[0], ",")
			for _, s := range splits[1:] {
				row.Splits = append(row.Splits, strings.Split(s, ","))
			}
		}
		for i, c := range columns {
			if label, further := strings.CutPrefix(c, "@"); further {
				row.Other = append(row.Other, normalize.Labelled{Label: label, Field: Cell(cells[i+1])})
				continue
			}
			at := row.Slot(normalize.Column(c))
			if at == nil {
				t.Fatalf("no column %s", c)
			}
			*at = Cell(cells[i+1])
		}
		r.Funds.Rows = append(r.Funds.Rows, row)
	}
	return r
}

// Marks is a form with indicators, each as level1 level2 weight score, a level with
// points as 产出(60), one that goes on as ″. total is the full mark and the total.
func Marks(t testing.TB, total string, rows ...string) *normalize.Report {
	t.Helper()
	r := &normalize.Report{}
	level := func(s string, before *normalize.Field) *normalize.Field {
		switch s {
		case "″":
			again := *before
			again.Weight = ""
			return &again
		case ".", "_":
			return Cell(s)
		}
		f := value.Words(s)
		if _, points, ok := strings.Cut(strings.TrimSuffix(s, ")"), "("); ok {
			f.Weight = points
		}
		return f
	}
	var one, two *normalize.Field
	for i, row := range rows {
		c := strings.Fields(row)
		one, two = level(c[0], one), level(c[1], two)
		r.Indicators = append(r.Indicators, normalize.Indicator{Level1: one, Level2: two, Name: value.Words(fmt.Sprint("指标", i+1)), Weight: Cell(c[2]), Score: Cell(c[3])})
	}
	if weight, score, ok := strings.Cut(total, " "); ok {
		r.Total = &normalize.Total{Weight: Cell(weight), Score: Cell(score)}
	}
	return r
}

// WithBudget is a form with a block of money, as of [Money], above a list of 90 points of which
// 85 were got.
func WithBudget(t testing.TB, block, total string) *normalize.Report {
	t.Helper()
	r := Marks(t, total, "产出 数量 90 85")
	r.Funds = Money(t, "", block).Funds
	return r
}
