package identity

import (
	"fmt"
	"strings"
	"testing"

	"ziping/normalize"
	"ziping/normalize/value"
	"ziping/text/num"
)

// Forms of these tests are written down in short: figures as printed, _ for a blank
// cell, . for no such place, ? for one that cannot be read.

// cell is one figure of a short form.
func cell(s string) *normalize.Field {
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

// money is a form with a block of money: the columns, then rows of a source, its
// parts in brackets, and its figures. @ marks a column without a key of its own.
//
//	initial adjustment budget
//	total(central,local) 300.00 20.00 320.00
func money(t testing.TB, unit, block string) *normalize.Report {
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
				row.Other = append(row.Other, normalize.Labelled{Label: label, Field: cell(cells[i+1])})
				continue
			}
			at := row.Slot(normalize.Column(c))
			if at == nil {
				t.Fatalf("no column %s", c)
			}
			*at = cell(cells[i+1])
		}
		r.Funds.Rows = append(r.Funds.Rows, row)
	}
	return r
}

// marks is a form with indicators, each as level1 level2 weight score, a level with
// points as 产出(60), one that goes on as ″. total is the full mark and the total.
func marks(t testing.TB, total string, rows ...string) *normalize.Report {
	t.Helper()
	r := &normalize.Report{}
	level := func(s string, before *normalize.Field) *normalize.Field {
		switch s {
		case "″":
			again := *before
			again.Weight = ""
			return &again
		case ".", "_":
			return cell(s)
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
		r.Indicators = append(r.Indicators, normalize.Indicator{Level1: one, Level2: two, Name: value.Words(fmt.Sprint("指标", i+1)), Weight: cell(c[2]), Score: cell(c[3])})
	}
	if weight, score, ok := strings.Cut(total, " "); ok {
		r.Total = &normalize.Total{Weight: cell(weight), Score: cell(score)}
	}
	return r
}

// said is every identity of a form in a line: what is tested, and what came of it.
func said(r *normalize.Report) string {
	var b strings.Builder
	for _, x := range Unconditional(r) {
		fmt.Fprintf(&b, "%s %s", x.Check, x.Result)
		for i, p := range x.Parts {
			sign := map[bool]string{true: " =", false: " +"}[i == 0]
			if x.Kind != Sum {
				sign = map[bool]string{true: " :", false: " /"}[i == 0]
			}
			if p.Coef < 0 {
				sign = " -"
			}
			if p.Coef != 1 && p.Coef != -1 {
				sign += fmt.Sprint(p.Coef)
			}
			fmt.Fprintf(&b, "%s %s", sign, short(x.Result, p.Path))
			if p.Blank {
				b.WriteString("(blank)")
			}
		}
		fmt.Fprintf(&b, ": %s", x.Outcome)
		if x.Outcome == Disagree {
			fmt.Fprintf(&b, " %s≠%s", x.Stated.Printed(), x.Expected)
			if low, high, ok := Interval(r, &x); ok {
				fmt.Fprintf(&b, " [%s %s]", low, high)
			}
		}
		b.WriteString("\n")
	}
	return strings.TrimSpace(b.String())
}

// short names a part by what differs from the result.
func short(result, part normalize.Path) string {
	a, b := result.Record(), part.Record()
	switch {
	case a == b:
		return string(part.Column())
	case result.Column() == part.Column() && b != normalize.FundsPath:
		return strings.TrimPrefix(b.String(), "funds.")
	}
	return part.String()
}

func want(t *testing.T, r *normalize.Report, lines string) {
	t.Helper()
	lines = strings.ReplaceAll(strings.TrimSpace(lines), "\t", "")
	if got := said(r); got != lines {
		t.Errorf("got\n%s\nwant\n%s", got, lines)
	}
}

func dec(s string) num.Decimal { return num.MustParse(s) }
