package checks

import (
	"strings"

	"ziping/extract"
	"ziping/normalize"
	"ziping/normalize/lexicon"
	"ziping/normalize/num"
	"ziping/score"
	"ziping/score/identity"
	"ziping/score/prose"
	"ziping/score/rubric"
)

// fundWords are the words that name a column of the money block, as they stand
// directly before a figure in a narrative. Only these are taken: 支出100万元 may be any.
var fundWords = []struct {
	column normalize.Column
	name   extract.Text
	words  []string
}{
	{normalize.ExecutionRate, extract.Text{ZH: "执行率", EN: "the execution rate"}, []string{"预算执行率", "资金执行率", "支出实现率", "预算资金执行率", "资金支付率", "支付进度", "执行率", "预算完成率"}},
	{normalize.Executed, extract.Text{ZH: "执行数", EN: "the amount executed"}, []string{"全年执行数", "预算执行数", "执行数", "全年执行", "实际支出", "全年支出", "实际执行", "累计支出", "资金支出", "执行资金", "实际使用资金", "支付资金"}},
	{normalize.Budget, extract.Text{ZH: "预算数", EN: "the budget"}, []string{"全年预算数", "全年预算", "调整后预算数", "调整后预算", "调整预算数", "预算数", "预算资金", "预算总额", "项目预算"}},
	{normalize.Initial, extract.Text{ZH: "年初预算", EN: "the initial budget"}, []string{"年初预算数", "年初预算", "年初部门预算", "年初预算安排"}},
	{normalize.Balance, extract.Text{ZH: "结余", EN: "the balance"}, []string{"结余资金", "年末结余", "资金结余", "结转结余", "结余"}},
}

// funds compares sums of money and rates of the narrative with the fund table's total.
func (n *narrative) funds(p *score.Pass) {
	if p.Report.Funds == nil {
		return
	}
	total := p.Report.Funds.Row("total")
	if total == nil {
		total = identity.BudgetRow(p.Report)
	}
	if total == nil {
		return
	}
	for s := range n.sources {
		src := &n.sources[s]
		if src.role == expects || src.role == reasons {
			continue
		}
		for k := range src.text.Mentions {
			m := &src.text.Mentions[k]
			if n.ties[s][k].row >= 0 || m.Part != "" || m.Among != prose.Alone || m.Kind != prose.Level || m.Year != 0 && m.Year != n.year && src.own {
				continue
			}
			if _, base := rubric.Unit(m.Unit); base != "元" && base != "%" {
				continue
			}
			if c, ok := fundColumn(src.text.Quote(m.Words)); ok {
				n.fund(p, src, m, total, c)
			}
		}
	}
	n.marks(p)
}

// fundColumn reads the column that the words before a figure name, where they
// name nothing else.
func fundColumn(words string) (normalize.Column, bool) {
	s := lexicon.Fold(words)
	if i := strings.IndexAny(s, "0123456789"); i >= 0 && strings.HasPrefix(s[i:], "20") && strings.Contains(s, "年") {
		_, s, _ = strings.Cut(s, "年")
	}
	if i := strings.IndexAny(s, "0123456789"); i >= 0 {
		s = s[:i]
	}
	for _, tail := range []string{"共计", "合计", "总计", "约", "达到", "达", "为", "是", "共", "了", ":"} {
		s = strings.TrimSuffix(s, tail)
	}
	if c, ok := fundNames[s]; ok {
		return c, true
	}
	for _, head := range fundHeads {
		if rest, ok := strings.CutPrefix(s, head); ok {
			if c, ok := fundNames[rest]; ok {
				return c, true
			}
		}
	}
	return "", false
}

// fundHeads may stand before a column's name.
var fundHeads = []string{"度", "本年度", "本项目", "该项目", "项目", "本单位", "我局", "我单位", "部门", "财政", "资金", "截至年底", "全年"}

// fundNames is fundWords by word.
var fundNames = func() map[string]normalize.Column {
	m := map[string]normalize.Column{}
	for _, f := range fundWords {
		for _, w := range f.words {
			m[w] = f.column
		}
	}
	return m
}()

func columnName(c normalize.Column) extract.Text {
	for _, f := range fundWords {
		if f.column == c {
			return f.name
		}
	}
	return extract.Text{}
}

// fund compares one figure with a column of the total, or with any cell of the
// fund table that has it: a text may speak of a source without naming it again.
func (n *narrative) fund(p *score.Pass, src *source, m *prose.Mention, total *normalize.FundRow, c normalize.Column) {
	want, ok := fundFigure(p.Report, total, c)
	if !ok {
		p.Untestable()
		return
	}
	_, base := rubric.Unit(m.Unit)
	if base != want.base {
		return
	}
	for i := range p.Report.Funds.Rows {
		for _, other := range normalize.Columns {
			if f, ok := fundFigure(p.Report, &p.Report.Funds.Rows[i], other); ok && f.base == want.base && fits(m, &f, false) {
				p.Agree()
				return
			}
		}
	}
	field := total.Column(c)
	v, _, _, _ := valueOf(m)
	told := []toldFigure{{src, m}}
	p.Found(score.Finding{
		Field: src.path, At: placeOf(src.field), Verdict: score.Undetermined,
		Stated: v.Shift(-want.power).String(), Expected: want.value.Shift(-want.power).String(),
		Operands: []string{normalize.FundPath(total.Source, c)},
		Message: p.Say(
			"资金:文字写 "+printedOf(told)+",表上"+columnName(c).ZH+" "+clip(field.Text)+where(p, field)+difference(p, v, &want)+";原文"+quoted(told),
			"funds: the text says "+printedOf(told)+", "+columnName(c).EN+" in the table is "+clip(field.Text)+where(p, field)+difference(p, v, &want)+"; in the text: "+quoted(told)),
	})
}

// fundFigure is a cell of the fund table in yuan, or a rate in percent.
func fundFigure(r *normalize.Report, row *normalize.FundRow, c normalize.Column) (figure, bool) {
	f := row.Column(c)
	v, ok := f.Number()
	if !ok {
		return figure{}, false
	}
	if c == normalize.ExecutionRate || c == normalize.BalanceRate {
		return figure{ok: true, value: v, base: "%", unit: num.New(1, v.Places())}, true
	}
	if c == normalize.FundWeight || c == normalize.FundScore {
		return figure{}, false
	}
	unit := f.Unit
	if unit == "" && r.MoneyUnit != nil {
		unit = lexicon.Fold(r.MoneyUnit.Value)
	}
	power, base := rubric.Unit(unit)
	if base != "元" {
		return figure{}, false
	}
	return figure{ok: true, value: v.Shift(power), power: power, base: base, unit: num.New(1, v.Places()).Shift(power)}, true
}

// marks compares the marks a text gives the whole form with the printed total.
func (n *narrative) marks(p *score.Pass) {
	if p.Report.Total == nil {
		return
	}
	total, ok := p.Report.Total.Score.Number()
	if !ok {
		return
	}
	for s := range n.sources {
		src := &n.sources[s]
		for k := range src.text.Mentions {
			m := &src.text.Mentions[k]
			words := lexicon.Fold(src.text.Quote(m.Words))
			if m.Unit != "分" || m.Kind != prose.Level || !says(words, []string{"自评得分", "自评总分", "综合得分", "评价得分", "总得分", "总分为", "自评分"}) {
				continue
			}
			f := figure{ok: true, value: total, unit: num.New(1, total.Places())}
			if v, _, _, _ := valueOf(m); !v.Equal(total) && !fits(m, &f, false) {
				told := []toldFigure{{src, m}}
				p.Found(score.Finding{
					Field: src.path, At: placeOf(src.field), Verdict: score.Undetermined, Stated: v.String(), Expected: total.String(), Operands: []string{"total.score"},
					Message: p.Say(
						"总分:文字写"+quoted(told)+",表上是 "+total.Printed(),
						"total: the text says "+quoted(told)+", the table "+total.Printed()),
				})
				continue
			}
			p.Agree()
		}
	}
}
