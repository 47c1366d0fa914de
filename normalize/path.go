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
	add := func(path string, f *Field) {
		if f != nil {
			out = append(out, PathedField{path, f})
		}
	}
	other := func(path string, ls []Labelled) {
		for i, l := range ls {
			add(fmt.Sprintf("%s[%d]", strings.TrimPrefix(path+".other", "."), i), l.Field)
		}
	}
	add("title", r.Title)
	add("year", r.Year)
	add("organisation", r.Organisation)
	add("code", r.Code)
	add("project", r.Project)
	add("money_unit", r.MoneyUnit)
	if r.Funds != nil {
		for i := range r.Funds.Rows {
			row := &r.Funds.Rows[i]
			for _, c := range Columns {
				add(FundPath(row.Source, c), row.Column(c))
			}
			other("funds."+row.Source, row.Other)
		}
	}
	for i, g := range r.Goals {
		add(fmt.Sprintf("goals[%d].expected", i), g.Expected)
		add(fmt.Sprintf("goals[%d].actual", i), g.Actual)
	}
	for i := range r.Indicators {
		x := &r.Indicators[i]
		for _, name := range indicatorFields {
			add(IndicatorPath(i, name), x.field(name))
		}
		other(fmt.Sprintf("indicators[%d]", i), x.Other)
	}
	if r.Total != nil {
		add("total.weight", r.Total.Weight)
		add("total.score", r.Total.Score)
	}
	add("grade", r.Grade)
	other("", r.Other)
	return out
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
