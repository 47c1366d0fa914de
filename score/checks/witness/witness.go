// Package witness finds amounts that were filled in in 元 under a heading of 万元, by
// what else the form tells of them.
package witness

import (
	"slices"

	"ziping/normalize"
	"ziping/score"
	"ziping/score/checks/cite"
	"ziping/score/prose"
	"ziping/score/wording"
	"ziping/text/num"
	"ziping/text/units"
)

// What else on a form tells that an amount was filled in in 元 under a heading of
// 万元: the same figure in a text or an indicator with its unit, or a row whose
// amounts fit the sums once they are divided by ten thousand.

// tooLarge is how often 元 goes into 万元, as a power of ten.
const tooLarge = 4

// leastWitnessed is the least amount that a text bears witness of: 20 is too common.
var leastWitnessed = num.FromInt(1_000)

// amount is one that a text gives, in yuan: what it says, and what its print can stand
// for. A print of few digits stands for too much to bear witness but of itself.
type amount struct {
	says, low, high num.Decimal
	made            bool // of what one costs and how many there are
}

// is reports an amount that the text can mean.
func (a *amount) is(n num.Decimal) bool {
	return a.says.Equal(n) || a.low.Cmp(n) <= 0 && n.Cmp(a.high) <= 0
}

// telling is the least figure, without its point, of a print that stands for what it was
// rounded from.
const telling = 1_000

// Words tell of what an amount is.
type Words struct {
	WholeCost []string `yaml:"whole_cost"` // names of what all of a project costs
	Each      []string `yaml:"each"`       // before an amount: it is one of many
}

// told lists the amounts of money that texts and indicators give with a unit, and those
// that indicators make together.
func told(r *normalize.Report, words *Words) (out []amount) {
	add := func(n num.Decimal, magnitude int32, unit string) {
		power, money := units.Money(unit)
		if !money {
			return
		}
		power += magnitude
		a := amount{says: n.Shift(power), low: n.Shift(power), high: n.Shift(power)}
		if digits := n.Shift(n.Places()).Abs(); digits.Cmp(num.FromInt(telling)) >= 0 {
			half := num.New(5, n.Places()+1).Shift(power)
			a.low, a.high = a.says.Sub(half), a.says.Add(half)
		}
		out = append(out, a)
	}
	read := func(f *normalize.Field) {
		if f.IsBlank() {
			return
		}
		if n, ok := f.Number(); ok {
			add(n, 0, f.Unit)
			return
		}
		for _, m := range prose.Read(f.Text).Mentions {
			if perOne(f.Text, m.At.Start, words.Each) {
				continue
			}
			add(m.Number, m.Power, m.Unit)
		}
	}
	read(r.Title)
	read(r.Project)
	for i := range r.Other {
		read(r.Other[i].Field)
	}
	for _, g := range r.Goals {
		read(g.Expected)
		read(g.Actual)
	}
	for i := range r.Indicators {
		x := &r.Indicators[i]
		if x.Name.IsBlank() || !hasOne(x.Name.Text, words.Each) {
			read(x.Target)
			read(x.Actual)
		}
		read(x.Name)
		read(x.Reason)
	}
	out = append(out, products(r.Indicators, func(x *normalize.Indicator) *normalize.Field { return x.Target })...)
	return append(out, products(r.Indicators, func(x *normalize.Indicator) *normalize.Field { return x.Actual })...)
}

// Smaller reports an amount of a form in 万元 that was filled in in 元, as a finding of
// the pass; false where nothing tells of one.
func Smaller(p *score.Pass, unit string, words *Words) bool {
	if power, money := units.Money(unit); !money || power != tooLarge {
		return false
	}
	if path, n, made, ok := witnessed(p.Report, words); ok {
		f, _ := p.Report.Field(path)
		says := p.Say("，而表内文字写 ", ", but a text of the form says ")
		if made {
			says = p.Say("，而表内单价乘以数量得 ", ", but what one costs times how many there are makes ")
		}
		p.Found(score.Finding{
			Field: path, At: cite.Place(f), Stated: n.Printed() + unit, Expected: n.Shift(-tooLarge).String() + unit, Against: wording.InYuan, Operands: []normalize.Path{normalize.MoneyUnitPath}, Verdict: score.Undetermined,
			Message: p.Say(
				"金额单位："+unit+"，填报 "+n.Printed()+says+n.Shift(-tooLarge).String()+unit+"，可能是按元填的",
				"the unit is "+unit+" and the amount "+n.Printed()+says+n.Shift(-tooLarge).String()+unit+"; it may have been filled in yuan"),
		})
		return true
	}
	if path, n, cost := bounded(p.Report, words.WholeCost); cost != nil {
		f, _ := p.Report.Field(path)
		p.Found(score.Finding{
			Field: path, At: cite.Place(f, cost.Target), Stated: n.Printed() + unit, Expected: n.Shift(-tooLarge).String() + unit, Against: wording.InYuan, Operands: []normalize.Path{normalize.MoneyUnitPath}, Verdict: score.Undetermined,
			Message: p.Say(
				"金额单位："+unit+"，填报 "+n.Printed()+"，而“"+cite.Clip(cost.Name.Text)+"”为 "+cite.Target(cost)+"，可能是按元填的",
				"the unit is "+unit+" and the amount "+n.Printed()+", but “"+cite.Clip(cost.Name.Text)+"” is "+cite.Target(cost)+"; it may have been filled in yuan"),
		})
		return true
	}
	if row, f, n := ofRate(p.Report); f != nil {
		path := pathOf(row, f)
		p.Found(score.Finding{
			Field: path, At: cite.Place(f), Stated: n.Printed() + unit, Expected: n.Shift(-tooLarge).String() + unit, Against: wording.InYuan, Verdict: score.Undetermined,
			Operands: []normalize.Path{normalize.FundPath(row.Source, normalize.ExecutionRate), normalize.MoneyUnitPath},
			Message: p.Say(
				cite.Source(row)+"：填报 "+n.Printed()+"，除以一万后与执行率 "+row.ExecutionRate.Text+" 相符，可能是按元填的",
				cite.Source(row)+": "+n.Printed()+" fits the rate "+row.ExecutionRate.Text+" once divided by ten thousand; it may have been filled in yuan"),
		})
		return true
	}
	if row, f, n := oneCell(p.Report); f != nil {
		path := pathOf(row, f)
		p.Found(score.Finding{
			Field: path, At: cite.Place(f), Stated: n.Printed() + unit, Expected: n.Shift(-tooLarge).String() + unit, Against: wording.InYuan, Verdict: score.Undetermined,
			Operands: []normalize.Path{normalize.MoneyUnitPath},
			Message: p.Say(
				cite.Source(row)+"：填报 "+n.Printed()+"，除以一万后与表内其他金额相符，可能是按元填的",
				cite.Source(row)+": "+n.Printed()+" fits the other amounts once divided by ten thousand; it may have been filled in yuan"),
		})
		return true
	}
	if row := wholeRow(p.Report); row != nil {
		f := largestOf(row)
		p.Found(score.Finding{
			Field: normalize.FundPath(row.Source, ""), At: cite.Place(f), Stated: f.Text, Verdict: score.Undetermined,
			Operands: []normalize.Path{normalize.MoneyUnitPath},
			Message: p.Say(
				"“"+cite.Source(row)+"”一行的金额除以一万后各列合计才相符，这一行可能是按元填的",
				"the amounts of row “"+cite.Source(row)+"” fit the totals once divided by ten thousand; the row may have been filled in yuan"),
		})
		return true
	}
	return false
}

// witnessed is an amount that a text gives, in yuan, as the very figure printed under
// 万元, where no text gives it as it is printed.
func witnessed(r *normalize.Report, words *Words) (path normalize.Path, n num.Decimal, made, ok bool) {
	texts := told(r, words)
	at := func(n num.Decimal) int {
		return slices.IndexFunc(texts, func(a amount) bool { return a.is(n) })
	}
	for i := range r.Funds.Rows {
		row := &r.Funds.Rows[i]
		for _, c := range normalize.MoneyColumns {
			n, printed := row.Column(c).Number()
			if !printed || row.Column(c).Unit != "" && row.Column(c).Unit != r.MoneyUnit.Value || n.Cmp(leastWitnessed) < 0 || at(n) < 0 || at(n.Shift(tooLarge)) >= 0 {
				continue
			}
			return normalize.FundPath(row.Source, c), n, texts[at(n)].made, true
		}
	}
	return path, n, false, false
}

// wholeRow is the one row whose amounts, in every column they stand in, make the total
// once they are divided by ten thousand, and not as printed.
func wholeRow(r *normalize.Report) *normalize.FundRow {
	total := r.Funds.Row("total")
	if total == nil || len(total.Parts) < 2 {
		return nil
	}
	sums := map[normalize.Column]num.Decimal{} // of the parts, as printed
	for _, source := range total.Parts {
		if x := r.Funds.Row(source); x != nil {
			for _, c := range normalize.MoneyColumns {
				n, _ := x.Column(c).Number()
				sums[c] = sums[c].Add(n)
			}
		}
	}
	var found *normalize.FundRow
	for _, source := range total.Parts {
		row := r.Funds.Row(source)
		if row == nil || !dividedFits(sums, total, row) {
			continue
		}
		if n, _ := largestOf(row).Number(); n.Cmp(leastWitnessed) < 0 { // a ten-thousandth of it is next to nothing
			continue
		}
		if found != nil {
			return nil
		}
		found = row
	}
	return found
}

func dividedFits(sums map[normalize.Column]num.Decimal, total, row *normalize.FundRow) bool {
	for _, c := range normalize.MoneyColumns {
		whole, ok := total.Column(c).Number()
		own, printed := row.Column(c).Number()
		if !ok || !printed || own.IsZero() {
			continue
		}
		if whole.IsZero() { // left empty, and nothing is a ten-thousandth of it
			return false
		}
		divided := sums[c].Sub(own).Add(own.Shift(-tooLarge))
		if sums[c].Equal(whole) || divided.Sub(whole).Abs().Cmp(num.MustParse("0.01")) > 0 {
			return false
		}
	}
	return true
}

func largestOf(row *normalize.FundRow) *normalize.Field {
	var best *normalize.Field
	var most num.Decimal
	for _, c := range normalize.MoneyColumns {
		if n, ok := row.Column(c).Number(); ok && (best == nil || n.Cmp(most) > 0) {
			best, most = row.Column(c), n
		}
	}
	return best
}

// ofRate is an amount that fits the rate of its row once it is divided by ten thousand,
// and not as printed.
func ofRate(r *normalize.Report) (*normalize.FundRow, *normalize.Field, num.Decimal) {
	for i := range r.Funds.Rows {
		row := &r.Funds.Rows[i]
		rate, ok := row.ExecutionRate.Number()
		part, ok1 := row.Executed.Number()
		_, base := row.Base()
		whole, ok2 := base.Number()
		if !ok || !ok1 || !ok2 || whole.Sign() <= 0 {
			continue
		}
		fits := func(part, whole num.Decimal) bool {
			q, _ := part.Shift(2).Quo(whole, 4)
			return q.Sub(rate).Abs().Cmp(num.MustParse("0.011")) <= 0
		}
		switch {
		case fits(part, whole):
		case fits(part.Shift(-tooLarge), whole):
			return row, row.Executed, part
		case fits(part, whole.Shift(-tooLarge)):
			return row, base, whole
		}
	}
	return nil, nil, num.Decimal{}
}

// pathOf is the path of a cell of a row.
func pathOf(row *normalize.FundRow, f *normalize.Field) normalize.Path {
	for _, c := range normalize.MoneyColumns {
		if row.Column(c) == f {
			return normalize.FundPath(row.Source, c)
		}
	}
	return normalize.FundPath(row.Source, "")
}

// oneCell is an amount that alone keeps its column from adding up, and makes it once it
// is divided by ten thousand, in a column where no other does; or what was spent, where
// it is thousands of times the budget and no more than the budget once divided.
func oneCell(r *normalize.Report) (*normalize.FundRow, *normalize.Field, num.Decimal) {
	total := r.Funds.Row("total")
	columns, row, column := 0, (*normalize.FundRow)(nil), normalize.Column("")
	if total != nil && len(total.Parts) > 1 {
		for _, c := range normalize.MoneyColumns {
			if x := dividedPart(r, total, c); x != nil {
				columns, row, column = columns+1, x, c
			}
		}
	}
	if columns == 1 {
		f := row.Column(column)
		n, _ := f.Number()
		return row, f, n
	}
	thousands := num.FromInt(2_000)
	for i := range r.Funds.Rows {
		row := &r.Funds.Rows[i]
		spent, _ := row.Executed.Number()
		_, base := row.Base()
		whole, _ := base.Number()
		if whole.Sign() > 0 && spent.Cmp(whole.Mul(thousands)) >= 0 && spent.Shift(-tooLarge).Cmp(whole) <= 0 {
			return row, row.Executed, spent
		}
	}
	return nil, nil, num.Decimal{}
}

// dividedPart is the one part of a column that makes the total once divided.
func dividedPart(r *normalize.Report, total *normalize.FundRow, c normalize.Column) (found *normalize.FundRow) {
	whole, _ := total.Column(c).Number()
	var sum num.Decimal
	for _, source := range total.Parts {
		if x := r.Funds.Row(source); x != nil {
			n, _ := x.Column(c).Number()
			sum = sum.Add(n)
		}
	}
	for _, source := range total.Parts {
		x := r.Funds.Row(source)
		n, printed := x.Column(c).Number()
		if !printed || n.Cmp(leastWitnessed) < 0 || sum.Sub(n).Add(n.Shift(-tooLarge)).Sub(whole).Abs().Cmp(num.MustParse("0.01")) > 0 {
			continue
		}
		if found != nil {
			return nil
		}
		found = x
	}
	return found
}
