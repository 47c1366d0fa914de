package normalize

import (
	"fmt"
	"slices"
	"unicode/utf8"

	"ziping/text/num"
)

// PathedField is a Field with its path, as findings and repairs name it.
type PathedField struct {
	Path  Path
	Field *Field
}

// Fields lists every field of the report in printed order.
func (r *Report) Fields() []PathedField {
	var out []PathedField
	r.walk(func(p Path, f *Field) { out = append(out, PathedField{p, f}) })
	return out
}

// Each calls do with every field of the report, in printed order.
func (r *Report) Each(do func(f *Field)) {
	r.walk(func(_ Path, f *Field) { do(f) })
}

// Field returns the field at p, nil where its record has no such place: a form
// without a column, a form without a foot. It is an error if the report has no
// such record (another source of money, an indicator too many), or if p names no
// field at all.
func (r *Report) Field(p Path) (*Field, error) {
	if p.part == totalPart && p.column != "" && r.Total == nil {
		return nil, nil
	}
	at, err := r.Slot(p)
	if err != nil {
		return nil, err
	}
	return *at, nil
}

// Slot returns the address of the Field at p, to set it; errors are as for
// Field, and a report without Total has no place for it.
func (r *Report) Slot(p Path) (**Field, error) {
	if at := r.slot(p); at != nil {
		return at, nil
	}
	return nil, fmt.Errorf("the form has no place %q", p.String())
}

func (r *Report) slot(p Path) **Field {
	switch p.part {
	case noPart:
		return otherSlot(r.Other, p)
	case fundsPart:
		row := r.Funds.Row(p.source)
		if row == nil {
			return nil
		}
		if p.other > 0 {
			return otherSlot(row.Other, p)
		}
		return row.Slot(p.column)
	case goalsPart:
		if i := int(p.index) - 1; i >= 0 && i < len(r.Goals) {
			return r.Goals[i].slot(p.column)
		}
		return nil
	case indicatorsPart:
		i := int(p.index) - 1
		if i < 0 || i >= len(r.Indicators) {
			return nil
		}
		if p.other > 0 {
			return otherSlot(r.Indicators[i].Other, p)
		}
		return r.Indicators[i].Slot(p.column)
	case totalPart:
		if r.Total != nil {
			return r.Total.slot(p.column)
		}
		return nil
	}
	return r.once(p.part)
}

func otherSlot(ls []Labelled, p Path) **Field {
	if i := int(p.other) - 1; i >= 0 && i < len(ls) {
		return &ls[i].Field
	}
	return nil
}

// once is where a field that the form has once is kept.
func (r *Report) once(x part) **Field {
	switch x {
	case titlePart:
		return &r.Title
	case yearPart:
		return &r.Year
	case organisationPart:
		return &r.Organisation
	case codePart:
		return &r.Code
	case projectPart:
		return &r.Project
	case moneyUnitPart:
		return &r.MoneyUnit
	case gradePart:
		return &r.Grade
	}
	return nil
}

// walk visits the fields that are there.
func (r *Report) walk(visit func(p Path, f *Field)) {
	add := func(p Path, f *Field) {
		if f != nil {
			visit(p, f)
		}
	}
	other := func(p Path, ls []Labelled) {
		for i := range ls {
			p.other = int32(i + 1)
			add(p, ls[i].Field)
		}
	}
	for x := titlePart; x < gradePart; x++ {
		add(Path{part: x}, *r.once(x))
	}
	if r.Funds != nil {
		for i := range r.Funds.Rows {
			row := &r.Funds.Rows[i]
			for _, c := range FundColumns {
				add(FundPath(row.Source, c), row.Column(c))
			}
			other(FundPath(row.Source, ""), row.Other)
		}
	}
	for i := range r.Goals {
		for _, c := range goalColumns {
			add(GoalPath(i, c), *r.Goals[i].slot(c))
		}
	}
	for i := range r.Indicators {
		x := &r.Indicators[i]
		for _, c := range IndicatorColumns {
			add(IndicatorPath(i, c), *x.Slot(c))
		}
		other(IndicatorPath(i, ""), x.Other)
	}
	if r.Total != nil {
		for _, c := range totalColumns {
			add(Path{part: totalPart, column: c}, *r.Total.slot(c))
		}
	}
	add(GradePath, r.Grade)
	other(Path{}, r.Other)
}

// Row returns the fund row of a source, or nil.
func (f *Funds) Row(source string) *FundRow {
	if f == nil {
		return nil
	}
	if len(f.Rows) > fewRows {
		return f.indexed(source)
	}
	for i := range f.Rows {
		if f.Rows[i].Source == source {
			return &f.Rows[i]
		}
	}
	return nil
}

// fewRows are found as quickly without an index. A form has some ten; what is no
// form may have as many as an input.
const fewRows = 64

// indexed is Row by an index, which grows with the rows. They may change their
// order, and never their names.
func (f *Funds) indexed(source string) *FundRow {
	i, ok := f.index[source]
	if ok && (i >= len(f.Rows) || f.Rows[i].Source != source) {
		f.index, f.known, ok = nil, 0, false
	}
	if !ok {
		if f.index == nil {
			f.index = make(map[string]int, len(f.Rows))
		}
		for ; f.known < len(f.Rows); f.known++ {
			if s := f.Rows[f.known].Source; !has(f.index, s) {
				f.index[s] = f.known
			}
		}
		if i, ok = f.index[source]; !ok {
			return nil
		}
	}
	return &f.Rows[i]
}

func has(index map[string]int, s string) bool {
	_, ok := index[s]
	return ok
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

// OthersBetween reports an amount of no key printed between two amounts of the row, and none
// of the row's own: it may be part of the way from one to the other, added or taken off
// (年初预算 | 追加 | 追减 | 调整后预算, 全年执行数 | 财政收回 | 结余).
func (r *FundRow) OthersBetween(one, two *Field) bool {
	if one == nil || two == nil || one.At == nil || two.At == nil {
		return false
	}
	from, to := one.At, two.At
	return r.other(func(o Labelled, n num.Decimal) bool {
		if o.At == nil {
			return false
		}
		between := o.At.Row == from.Row && (o.At.Col > from.Col) != (o.At.Col > to.Col) ||
			o.At.Col == from.Col && (o.At.Row > from.Row) != (o.At.Row > to.Row) // of a block whose sources stand across
		return between && !slices.ContainsFunc([]*Field{r.Initial, r.Budget, r.Executed}, func(f *Field) bool {
			own, ok := f.Number()
			return ok && own.Equal(n)
		})
	})
}

// HasAmount reports an amount of no key in the row, or what was carried into it, for which is
// holds.
func (r *FundRow) HasAmount(is func(n num.Decimal) bool) bool {
	carried, ok := r.CarriedIn.Number()
	return ok && !carried.IsZero() && is(carried) || r.other(func(_ Labelled, n num.Decimal) bool { return is(n) })
}

func (r *FundRow) other(is func(o Labelled, n num.Decimal) bool) bool {
	return slices.ContainsFunc(r.Other, func(o Labelled) bool {
		n, ok := o.Number()
		return ok && !n.IsZero() && is(o, n)
	})
}

// MayBeSum reports a row of the list whose marks may be those of others: one with its number,
// a name and marks and nothing else, or one that is named as a part of another.
func (x *Indicator) MayBeSum() bool {
	const longestCount = 3 // characters of the number of a row: (一)
	if x.PartOf {
		return true
	}
	if !x.Target.IsBlank() || !x.Actual.IsBlank() && (!x.Actual.IsFigure() || x.Actual.Unit != "") { // a score may have slipped there
		return false
	}
	return !slices.ContainsFunc(x.Other, func(o Labelled) bool {
		return !o.IsBlank() && !o.IsFigure() && utf8.RuneCountInString(o.Text) > longestCount
	})
}
