package normalize

import (
	"slices"

	"ziping/extract"
)

// Column is a column of the money block, of the list of indicators or of the
// goals, by the name that paths and JSON give it. A name means the same in every
// list it stands in: weight and score are marks, beside money as in the list.
type Column string

// The columns of the money block, in their usual printed order; Weight and Score
// are columns of the list of indicators too.
const (
	Initial       Column = "initial"
	CarriedIn     Column = "carried_in"
	Adjustment    Column = "adjustment"
	Budget        Column = "budget"
	Executed      Column = "executed"
	ExecutionRate Column = "execution_rate"
	Balance       Column = "balance"
	BalanceRate   Column = "balance_rate"
	Weight        Column = "weight"
	Score         Column = "score"
)

// The columns that the list of indicators has alone.
const (
	Level1 Column = "level1"
	Level2 Column = "level2"
	Name   Column = "name"
	Target Column = "target"
	Actual Column = "actual"
	Reason Column = "reason"
)

// Expected is the goals' column beside Actual.
const Expected Column = "expected"

// Kind is what stands in a column.
type Kind string

// The kinds of columns.
const (
	Money Kind = "money" // amounts in the form's unit; they add up
	Rate  Kind = "rate"  // percents
	Marks Kind = "marks" // points
	Words Kind = "words" // texts, quantities among them
)

// column is what is known of one column. Name is how a heading says it, short
// how a sentence does.
type column struct {
	id          Column
	kind        Kind
	name, short extract.Text
}

// columns is the only list of all columns.
var columns = []column{
	{Initial, Money, extract.Text{ZH: "年初预算数", EN: "initial budget"}, extract.Text{ZH: "年初预算"}},
	{CarriedIn, Money, extract.Text{ZH: "历年结余结转", EN: "carried in"}, extract.Text{ZH: "上年结转"}},
	{Adjustment, Money, extract.Text{ZH: "年中调整金额", EN: "adjustment"}, extract.Text{ZH: "年中调整"}},
	{Budget, Money, extract.Text{ZH: "全年预算数", EN: "budget"}, extract.Text{ZH: "预算数"}},
	{Executed, Money, extract.Text{ZH: "全年执行数", EN: "executed"}, extract.Text{ZH: "执行数"}},
	{ExecutionRate, Rate, extract.Text{ZH: "执行率", EN: "execution rate"}, extract.Text{}},
	{Balance, Money, extract.Text{ZH: "结余金额", EN: "balance"}, extract.Text{ZH: "结余"}},
	{BalanceRate, Rate, extract.Text{ZH: "结余率", EN: "balance rate"}, extract.Text{}},
	{Weight, Marks, extract.Text{ZH: "分值", EN: "weight"}, extract.Text{}},
	{Score, Marks, extract.Text{ZH: "得分", EN: "score"}, extract.Text{}},
	{Level1, Words, extract.Text{ZH: "一级指标", EN: "level 1"}, extract.Text{}},
	{Level2, Words, extract.Text{ZH: "二级指标", EN: "level 2"}, extract.Text{}},
	{Name, Words, extract.Text{ZH: "三级指标", EN: "name"}, extract.Text{}},
	{Target, Words, extract.Text{ZH: "指标值", EN: "target"}, extract.Text{}},
	{Actual, Words, extract.Text{ZH: "完成值", EN: "actual"}, extract.Text{}},
	{Reason, Words, extract.Text{ZH: "偏差原因", EN: "reason"}, extract.Text{}},
	{Expected, Words, extract.Text{ZH: "预期目标", EN: "expected goals"}, extract.Text{}},
}

// The columns of each list, in their usual printed order. MoneyColumns are those
// of FundColumns that hold money.
var (
	FundColumns      = []Column{Initial, CarriedIn, Adjustment, Budget, Executed, ExecutionRate, Balance, BalanceRate, Weight, Score}
	MoneyColumns     = slices.DeleteFunc(slices.Clone(FundColumns), func(c Column) bool { return c.Kind() != Money })
	IndicatorColumns = []Column{Level1, Level2, Name, Target, Actual, Weight, Score, Reason}
	goalColumns      = []Column{Expected, Actual}
	totalColumns     = []Column{Weight, Score}
)

func (c Column) info() *column {
	for i := range columns {
		if columns[i].id == c {
			return &columns[i]
		}
	}
	return &column{id: c}
}

// Kind is what stands in the column, "" for a name that is no column's.
func (c Column) Kind() Kind { return c.info().kind }

// Label is the column as a heading says it, "" for a name that is no column's:
// 年初预算数, initial budget.
func (c Column) Label(lang extract.Lang) string { return c.info().name.In(lang) }

// Short is the column as a sentence says it: 年初预算.
func (c Column) Short(lang extract.Lang) string {
	x := c.info()
	if lang == extract.ZH && x.short.ZH != "" {
		return x.short.ZH
	}
	return x.name.In(lang)
}

// Slot returns the address of a column's Field, nil for a column that the money
// block has not.
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
	case Weight:
		return &r.Weight
	case Score:
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

// Slot returns the address of a column's Field, nil for a column that the list
// of indicators has not.
func (x *Indicator) Slot(c Column) **Field {
	switch c {
	case Level1:
		return &x.Level1
	case Level2:
		return &x.Level2
	case Name:
		return &x.Name
	case Target:
		return &x.Target
	case Actual:
		return &x.Actual
	case Weight:
		return &x.Weight
	case Score:
		return &x.Score
	case Reason:
		return &x.Reason
	}
	return nil
}

func (g *Goal) slot(c Column) **Field {
	switch c {
	case Expected:
		return &g.Expected
	case Actual:
		return &g.Actual
	}
	return nil
}

func (t *Total) slot(c Column) **Field {
	switch c {
	case Weight:
		return &t.Weight
	case Score:
		return &t.Score
	}
	return nil
}
