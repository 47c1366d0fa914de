package normalize

import (
	"fmt"
	"strconv"
	"strings"
)

// Column is a column of the money block.
type Column string

// The columns of the money block, in their usual printed order.
const (
	Initial       Column = "initial"
	CarriedIn     Column = "carried_in"
	Adjustment    Column = "adjustment"
	Budget        Column = "budget"
	Executed      Column = "executed"
	ExecutionRate Column = "execution_rate"
	Balance       Column = "balance"
	BalanceRate   Column = "balance_rate"
	FundWeight    Column = "weight"
	FundScore     Column = "score"
)

// Columns lists every column; MoneyColumns those that hold money and add up.
var (
	Columns      = []Column{Initial, CarriedIn, Adjustment, Budget, Executed, ExecutionRate, Balance, BalanceRate, FundWeight, FundScore}
	MoneyColumns = []Column{Initial, CarriedIn, Adjustment, Budget, Executed, Balance}
)

// Slot returns the address of a column's Field, nil for an unknown column.
func (r *FundRow) Slot(c Column) **Field {
	switch c {
	case Initial:
		return &r.Initial
	case CarriedIn:
		return &r.CarriedIn
	case Adjustment:
		return &r.Adjustment
	case Budget:
		return &r.Budget
	case Executed:
		return &r.Executed
	case ExecutionRate:
		return &r.ExecutionRate
	case Balance:
		return &r.Balance
	case BalanceRate:
		return &r.BalanceRate
	case FundWeight:
		return &r.Weight
	case FundScore:
		return &r.Score
	}
	return nil
}

// Column returns a column's Field, nil where the row has none.
func (r *FundRow) Column(c Column) *Field {
	if p := r.Slot(c); p != nil {
		return *p
	}
	return nil
}

// Base is the column that a row's rates are shares of, and its Field: the budget,
// or the initial budget where the form has that one only (Beijing 2016:
// 年初预算数(A) | 全年执行数(B) | 执行率(B/A)).
func (r *FundRow) Base() (Column, *Field) {
	if r.Budget == nil && r.Initial != nil && r.Adjustment == nil && r.CarriedIn == nil {
		return Initial, r.Initial
	}
	return Budget, r.Budget
}

// Row returns the fund row of a source, or nil.
func (f *Funds) Row(source string) *FundRow {
	if f == nil {
		return nil
	}
	for i := range f.Rows {
		if f.Rows[i].Source == source {
			return &f.Rows[i]
		}
	}
	return nil
}

// FundPath is the path of a fund field: funds.total.budget.
func FundPath(source string, c Column) string { return "funds." + source + "." + string(c) }

// IndicatorPath is the path of an indicator's field: indicators[3].score.
func IndicatorPath(i int, field string) string { return "indicators[" + strconv.Itoa(i) + "]." + field }

// PathedField is a Field with its path, as findings and repairs name it.
type PathedField struct {
	Path  string
	Field *Field
}

// Fields lists every field of the report in printed order.
func (r *Report) Fields() []PathedField {
	var out []PathedField
	r.walk(func(p spot, f *Field) { out = append(out, PathedField{p.path(), f}) })
	return out
}

// Each calls do with every field of the report, in printed order, without the
// cost of naming it.
func (r *Report) Each(do func(f *Field)) {
	r.walk(func(_ spot, f *Field) { do(f) })
}

// spot says where in a report a field stands; path puts it in words.
type spot struct {
	block string // title, funds, goals, indicators …
	row   string // source of a fund row
	index int    // of a goal or an indicator
	name  string
	other int // index among the further labelled fields, from 1
}

func (p spot) path() string {
	s := p.block
	switch {
	case p.row != "":
		s += "." + p.row
	case p.block == "goals" || p.block == "indicators":
		s += "[" + strconv.Itoa(p.index) + "]"
	}
	if p.name != "" {
		s += "." + p.name
	}
	if p.other > 0 {
		s = strings.TrimPrefix(s+".other["+strconv.Itoa(p.other-1)+"]", ".")
	}
	return s
}

// walk visits the fields that are there.
func (r *Report) walk(visit func(p spot, f *Field)) {
	add := func(p spot, f *Field) {
		if f != nil {
			visit(p, f)
		}
	}
	other := func(p spot, ls []Labelled) {
		for i := range ls {
			p.other = i + 1
			add(p, ls[i].Field)
		}
	}
	for _, x := range []struct {
		name string
		f    *Field
	}{{"title", r.Title}, {"year", r.Year}, {"organisation", r.Organisation}, {"code", r.Code}, {"project", r.Project}, {"money_unit", r.MoneyUnit}} {
		add(spot{block: x.name}, x.f)
	}
	if r.Funds != nil {
		for i := range r.Funds.Rows {
			row := &r.Funds.Rows[i]
			for _, c := range Columns {
				add(spot{block: "funds", row: row.Source, name: string(c)}, row.Column(c))
			}
			other(spot{block: "funds", row: row.Source}, row.Other)
		}
	}
	for i := range r.Goals {
		add(spot{block: "goals", index: i, name: "expected"}, r.Goals[i].Expected)
		add(spot{block: "goals", index: i, name: "actual"}, r.Goals[i].Actual)
	}
	for i := range r.Indicators {
		x := &r.Indicators[i]
		for _, name := range indicatorFields {
			add(spot{block: "indicators", index: i, name: name}, x.field(name))
		}
		other(spot{block: "indicators", index: i}, x.Other)
	}
	if r.Total != nil {
		add(spot{block: "total", name: "weight"}, r.Total.Weight)
		add(spot{block: "total", name: "score"}, r.Total.Score)
	}
	add(spot{block: "grade"}, r.Grade)
	other(spot{}, r.Other)
}

var indicatorFields = []string{"level1", "level2", "name", "target", "actual", "weight", "score", "reason"}

// field is the field of that name, or nil.
func (x *Indicator) field(name string) *Field {
	if at := x.slot(name); at != nil {
		return *at
	}
	return nil
}

// slot is where the field of that name is kept; nil for a name it has not.
func (x *Indicator) slot(name string) **Field {
	switch name {
	case "level1":
		return &x.Level1
	case "level2":
		return &x.Level2
	case "name":
		return &x.Name
	case "target":
		return &x.Target
	case "actual":
		return &x.Actual
	case "weight":
		return &x.Weight
	case "score":
		return &x.Score
	case "reason":
		return &x.Reason
	}
	return nil
}

// Lookup returns the Field at a path, or nil. For many look-ups use Fields.
func (r *Report) Lookup(path string) *Field {
	for _, p := range r.Fields() {
		if p.Path == path {
			return p.Field
		}
	}
	return nil
}

// otherPath is the path of the ith labelled cell of a parent ("" for the form).
func otherPath(parent string, i int) string {
	return fmt.Sprintf("%s[%d]", strings.TrimPrefix(parent+".other", "."), i)
}
