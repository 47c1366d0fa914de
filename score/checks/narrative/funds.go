package narrative

import (
	"slices"
	"strings"

	"ziping/extract"
	"ziping/normalize"
	"ziping/score"
	"ziping/score/budgetmarks"
	"ziping/score/checks/cite"
	"ziping/score/prose"
	"ziping/score/wording"
	"ziping/text/blank"
	"ziping/text/num"
	"ziping/text/units"
)

// funds compares sums of money and rates of the narrative with the fund table's total.
func (n *narrative) funds(p *score.Pass) {
	if p.Report.Funds == nil {
		return
	}
	total := p.Report.Funds.Row("total")
	if total == nil {
		total = budgetmarks.Row(p.Report)
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
			if _, base := units.Split(m.Unit); base != "元" && base != "%" {
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
	s := blank.Fold(words)
	if i := strings.IndexAny(s, "0123456789"); i >= 0 && strings.HasPrefix(s[i:], "20") && strings.Contains(s, "年") {
		_, s, _ = strings.Cut(s, "年")
	}
	if i := strings.IndexAny(s, "0123456789"); i >= 0 {
		s = s[:i]
	}
	data := narrativeWords()
	for _, tail := range data.FundTails {
		s = strings.TrimSuffix(s, tail)
	}
	if c, ok := data.column[s]; ok {
		return c, true
	}
	for _, head := range data.FundHeads {
		if rest, ok := strings.CutPrefix(s, head); ok {
			if c, ok := data.column[rest]; ok {
				return c, true
			}
		}
	}
	return "", false
}

// columnName names a column in messages.
func columnName(c normalize.Column) extract.Text {
	f := narrativeWords().Funds[c]
	return extract.Text{ZH: f.ZH, EN: f.EN}
}

// fund compares one figure with a column of the total, or with any cell of the
// fund table that has it: a text may speak of a source without naming it again.
func (n *narrative) fund(p *score.Pass, src *source, m *prose.Mention, total *normalize.FundRow, c normalize.Column) {
	want, ok := fundFigure(p.Report, total, c)
	if !ok {
		p.Untestable()
		return
	}
	_, base := units.Split(m.Unit)
	if base != want.base {
		return
	}
	for i := range p.Report.Funds.Rows {
		for _, other := range normalize.FundColumns {
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
		Field: src.path, At: cite.Place(src.field), Verdict: score.Undetermined,
		Stated: v.Shift(-want.power).String(), Expected: want.value.Shift(-want.power).String(), Against: wording.Table,
		Operands: []normalize.Path{normalize.FundPath(total.Source, c)},
		Message: p.Say(
			"资金：文字写 "+printedOf(told)+"，表中"+columnName(c).ZH+"为 "+cite.Clip(field.Text)+difference(p, v, &want)+"；原文"+quoted(told),
			"funds: the text says "+printedOf(told)+", "+columnName(c).EN+" in the table is "+cite.Clip(field.Text)+difference(p, v, &want)+"; in the text: "+quoted(told)),
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
	if c == normalize.Weight || c == normalize.Score {
		return figure{}, false
	}
	unit := f.Unit
	if unit == "" && r.MoneyUnit != nil {
		unit = blank.Fold(r.MoneyUnit.Value)
	}
	power, base := units.Split(unit)
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
			if m.Unit != "分" || m.Kind != prose.Level || !namesTotal(src.text.Quote(m.Words)) {
				continue
			}
			places := m.Number.Places() // marks may be told in fewer places than the form has
			if v := m.Value; !v.Equal(total) && (m.Hedge != prose.Plain || !v.Equal(total.Round(places)) && !v.Equal(total.Truncate(places))) {
				told := []toldFigure{{src, m}}
				p.Found(score.Finding{
					Field: src.path, At: cite.Place(src.field), Verdict: score.Undetermined, Stated: v.String(), Expected: total.String(), Against: wording.Table, Operands: []normalize.Path{normalize.TotalScorePath},
					Message: p.Say(
						"总分：文字写"+quoted(told)+"，表中为 "+total.Printed(),
						"total: the text says "+quoted(told)+", the table "+total.Printed()),
				})
				continue
			}
			p.Agree()
		}
	}
}

// namesTotal reports words that name the marks of the whole form directly before a figure.
func namesTotal(words string) bool {
	s := blank.Fold(words)
	if i := strings.IndexAny(s, "0123456789"); i >= 0 {
		s = s[:i]
	}
	s = strings.TrimRight(s, "为是:达到")
	return slices.ContainsFunc(narrativeWords().Marks, func(w string) bool { return strings.HasSuffix(s, w) })
}
