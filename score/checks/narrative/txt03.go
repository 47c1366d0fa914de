package narrative

import (
	"strings"

	"ziping/extract"
	"ziping/normalize"
	"ziping/score"
	"ziping/score/checks/cite"
	"ziping/score/prose"
	"ziping/score/wording"
	"ziping/text/num"
)

// TXT03 finds completion percentages, and tasks, that imply another target than the table's.
var TXT03 = score.Check{
	Doc: score.Doc{
		ID: "TXT-03", Name: "narrative-target", Level: score.Notice,
		Title: extract.Text{ZH: "文字中的完成比例与表中的指标值相符", EN: "A stated completion percentage fits the table's target"},
		What: extract.Text{
			ZH: "“某数，完成目标的百分之几”推算出的目标与该指标的指标值相符；文字写明的任务数等于指标值；文字同时写了任务数和完成数的，比例算得对。比例和数都按填报的位数放宽（四舍五入或截尾）。对应不上指标的不查。",
			EN: "The target implied by “so many, x % of the target” is the table's; a task that the text states is the table's target; where it states task and result, the percentage is their quotient. Figures and percentages may be rounded or cut off at their printed places. What cannot be tied to a row is not tested.",
		},
		Why:    extract.Text{ZH: "文字按另一个目标算完成率，说明表里的目标不是下达的目标。", EN: "A percentage of another target means that the target in the table is not the one that was set."},
		Right:  extract.Text{ZH: "治理河道29.1公里，完成年度目标的103.93%；表中指标值 ≥28公里", EN: "29.1 km, 103.93 % of the goal; the table's target is ≥28 km"},
		Wrong:  extract.Text{ZH: "城镇新增就业14.46万人，完成省定目标的111.23%（推算目标为 13万人）；表中指标值 ≥125000人", EN: "14.46万人, 111.23 % of the goal (a goal of 130000); the table's target is ≥125000"},
		Fix:    extract.Text{ZH: "不更正：指标值、完成数和比例都可能错。", EN: "None: target, figure or percentage may be wrong."},
		Source: extract.Text{ZH: "福州 2023 年自评表", EN: "the 2023 Fuzhou form"},
		Since:  "0.2",
	},
	Run: narrativeTarget,
}

func narrativeTarget(p *score.Pass) {
	n := narrativeOf(p)
	for s := range n.sources {
		src := &n.sources[s]
		for k := range src.text.Mentions {
			m := &src.text.Mentions[k]
			switch {
			case m.Kind == prose.Completion && !n.namesRate(src, m):
				n.completion(p, s, k)
			case m.Kind == prose.Plan && src.role != expects:
				n.task(p, s, k)
			}
		}
	}
}

// namesRate reports a share that is an indicator's own (任务完成率) and no completion of another's.
func (n *narrative) namesRate(src *source, m *prose.Mention) bool {
	words := src.text.Quote(m.Words)
	for i := range n.rows {
		if name := n.rows[i].name; name != "" && n.rows[i].actual.base == "%" && strings.Contains(words, name) {
			return true
		}
	}
	return false
}

// base is what a completion percentage is of.
type base struct {
	row   int            // −1: of no row
	told  *prose.Mention // the figure beside it, nil where the words alone name the row
	exact bool           // the row is sure by the words
	task  *prose.Mention // the target that the text states
}

// baseOf finds what the kth mention, a completion percentage, is of: the words
// of its own clause, else the figure before it in its sentence, else the row of the reason.
func (n *narrative) baseOf(s, k int) base {
	src := &n.sources[s]
	ms := src.text.Mentions
	m := &ms[k]
	b := base{row: -1}
	if m.Subject.Len() >= 2 && m.Part == "" {
		for i := range n.rows {
			if n.compare(i, m).Exact {
				return base{row: i, exact: true}
			}
		}
	}
	for i := k - 1; i >= 0 && ms[i].Sentence == m.Sentence; i-- {
		q := &ms[i]
		if q.Kind == prose.Completion {
			break
		}
		if q.Kind == prose.Plan && b.task == nil && b.told == nil || q.Kind == prose.Plan && b.told != nil && b.task == nil && q.Clause >= b.told.Clause-1 {
			b.task = q
			continue
		}
		if q.Kind == prose.Level && b.told == nil {
			b.told = q
			t := n.ties[s][i]
			if t.row >= 0 && !t.foreign && t.column == normalize.Actual {
				b.row, b.exact = t.row, t.exact
				if !t.exact && !t.near && !t.fits {
					b.row = -1
				}
			}
		}
	}
	if b.told == nil && b.task == nil && src.role == reasons {
		b.row, b.exact = src.row, true
	}
	return b
}

// completion tests one completion percentage.
func (n *narrative) completion(p *score.Pass, s, k int) {
	src := &n.sources[s]
	m := &src.text.Mentions[k]
	if src.role == expects || m.OpenLow || m.OpenHigh || m.Value.Sign() <= 0 {
		return
	}
	b := n.baseOf(s, k)
	if m.Loose && b.told != nil && (b.told.Unit == "%" || m.Clause-b.told.Clause > 1) {
		p.Untestable() // 亮灯率98%,完成率104%: of the lamps, perhaps
		return
	}
	if b.told != nil && b.task != nil && sameUnits(b.told, b.task) {
		n.quotient(p, src, m, &b)
		return
	}
	if b.row < 0 {
		p.Untestable()
		return
	}
	r := &n.rows[b.row]
	if !r.target.ok || r.target.value.Sign() <= 0 || b.told == nil && !r.actual.ok {
		p.Untestable()
		return
	}
	share := span{m.Low, m.High}
	var got span
	if b.told != nil {
		_, low, high, _ := valueOf(b.told)
		got = span{low, high}
		if b.told.OpenLow || b.told.OpenHigh {
			p.Untestable()
			return
		}
	} else {
		got = span{r.actual.value, r.actual.value}
	}
	target := r.target.value
	ok := quotientHolds(got, target, share) || full(m, got, target)
	if !ok && r.actual.ok && b.told != nil {
		// A figure that the text has wrong is TXT-02's; the percentage may be right.
		ok = quotientHolds(span{r.actual.value, r.actual.value}, target, share)
	}
	if op := r.x.Target.Op; !ok && (op == normalize.OpAtMost || op == normalize.OpLess) {
		// spending 92 of at most 100 is 92 % of it, or reaches 108.7 % of the goal
		ok = reaches(target, got, share)
	}
	if ok {
		p.Agree()
		return
	}
	p.Found(n.otherTarget(p, src, m, &b, got))
}

// span is an interval of values; the high end counts as in it, for a notice
// must not come of the last digit of a print.
type span struct{ low, high num.Decimal }

// quotientHolds reports whether some value ÷ target can be the share in percent.
func quotientHolds(value span, target num.Decimal, share span) bool {
	return value.low.Mul(hundred).Cmp(target.Mul(share.high)) <= 0 && value.high.Mul(hundred).Cmp(target.Mul(share.low)) >= 0
}

// reaches reports whether target ÷ some value can be the share in percent.
func reaches(target num.Decimal, value, share span) bool {
	of := target.Mul(hundred)
	return value.low.Mul(share.low).Cmp(of) <= 0 && of.Cmp(value.high.Mul(share.high)) <= 0
}

// full reports 100 % said of a target that was met or passed: many offices say no more.
func full(m *prose.Mention, value span, target num.Decimal) bool {
	return m.Value.Equal(hundred) && value.high.Cmp(target) >= 0
}

// sameUnits reports figures of one unit; a task is often printed without (任务数158万).
func sameUnits(a, b *prose.Mention) bool {
	_, _, _, x := valueOf(a)
	_, _, _, y := valueOf(b)
	return x == y || (x == "" || y == "") && (a.Power > 0) == (b.Power > 0)
}

// quotient tests a percentage whose task and result the text states both.
func (n *narrative) quotient(p *score.Pass, src *source, m *prose.Mention, b *base) {
	_, low, high, _ := valueOf(b.told)
	task, taskLow, taskHigh, _ := valueOf(b.task)
	if taskLow.Sign() <= 0 || b.told.OpenLow || b.told.OpenHigh || b.task.OpenLow || b.task.OpenHigh {
		p.Untestable()
		return
	}
	told := span{low, high}
	if full(m, told, task) || quotientHolds(told, task, span{m.Low, m.High}) || quotientHolds(told, taskLow, span{m.Low, m.High}) || quotientHolds(told, taskHigh, span{m.Low, m.High}) {
		p.Agree()
		return
	}
	v, _, _, _ := valueOf(b.told)
	is, _ := v.Shift(2).Quo(task, max(m.Number.Places(), 2))
	f := score.Finding{
		Field: src.path, At: cite.Place(src.field), Verdict: score.Undetermined,
		Stated: m.Value.String(), Expected: is.String(), Against: wording.Share,
		Message: p.Say(
			src.text.Quote(b.told.At)+" ÷ "+src.text.Quote(b.task.At)+" = "+is.String()+"%，文字写 "+src.text.Quote(m.At)+"；原文"+quoted([]toldFigure{{src, b.task}, {src, b.told}, {src, m}}),
			src.text.Quote(b.told.At)+" ÷ "+src.text.Quote(b.task.At)+" = "+is.String()+"%, the text says "+src.text.Quote(m.At)+"; in the text: "+quoted([]toldFigure{{src, b.task}, {src, b.told}, {src, m}})),
	}
	if b.row >= 0 {
		f.Operands = []normalize.Path{normalize.IndicatorPath(b.row, normalize.Target), normalize.IndicatorPath(b.row, normalize.Actual)}
	}
	p.Found(f)
}

// task tests a task that the text states without words of its own: it is of
// the figure before it (参保158.32万人,完成下达任务数158万的100.2%).
func (n *narrative) task(p *score.Pass, s, k int) {
	src := &n.sources[s]
	ms := src.text.Mentions
	m := &ms[k]
	if n.ties[s][k].row >= 0 || m.Part != "" {
		return // TXT-02 compares it
	}
	row := -1
	for i := k - 1; i >= 0 && ms[i].Sentence == m.Sentence && m.Clause-ms[i].Clause <= 1; i-- {
		if t := n.ties[s][i]; ms[i].Kind == prose.Level && t.row >= 0 && t.column == normalize.Actual && !t.foreign && (t.fits || t.near) && sameUnits(&ms[i], m) {
			row = t.row
			break
		}
		if ms[i].Kind == prose.Level {
			break
		}
	}
	if row < 0 || !m.Done && !m.Bare {
		return
	}
	r := &n.rows[row]
	if !r.target.ok {
		p.Untestable()
		return
	}
	v, _, _, _ := valueOf(m)
	if fits(m, &r.target, true) || m.Done && r.actual.ok && v.Equal(r.actual.value) {
		p.Agree()
		return
	}
	p.Found(score.Finding{
		Field: src.path, At: cite.Place(src.field), Verdict: score.Undetermined,
		Stated: v.Shift(-r.target.power).String(), Expected: r.target.value.Shift(-r.target.power).String(), Against: wording.Table,
		Operands: []normalize.Path{normalize.IndicatorPath(row, normalize.Target)},
		Message: p.Say(
			cite.Name(r.x)+"：文字写任务数 "+src.text.Quote(m.At)+"，表中指标值为 "+cite.Target(r.x)+difference(p, v, &r.target)+"；原文"+quoted([]toldFigure{{src, m}}),
			cite.Name(r.x)+": the text gives a task of "+src.text.Quote(m.At)+", the target in the table is "+cite.Target(r.x)+difference(p, v, &r.target)+"; in the text: "+quoted([]toldFigure{{src, m}})),
	})
}

// otherTarget is the finding that a percentage implies another target.
func (n *narrative) otherTarget(p *score.Pass, src *source, m *prose.Mention, b *base, got span) score.Finding {
	r := &n.rows[b.row]
	places := max(r.target.value.Places()+r.target.power, 0) + 2
	low, _ := got.low.Shift(2).Quo(m.High, places)
	high, _ := got.high.Shift(2).Quo(m.Low, places)
	v := r.actual.value
	if b.told != nil {
		v, _, _, _ = valueOf(b.told)
	}
	implied := impliedTarget(v, m.Value, low, high, r.target.power)
	unit := r.x.Target.Unit
	var quote, of string
	if b.told != nil {
		quote = quoted([]toldFigure{{src, b.told}, {src, m}})
		of = src.text.Quote(b.told.At)
	} else {
		quote = quoted([]toldFigure{{src, m}})
		of = r.actual.value.Shift(-r.actual.power).String() + r.x.Actual.Unit
	}
	share := src.text.Quote(m.At)
	f := score.Finding{
		Field: src.path, At: cite.Place(src.field), Verdict: score.Undetermined,
		Stated: m.Value.String(), Against: wording.Told, // a percentage, and the table has no figure of its unit
		Operands: []normalize.Path{normalize.IndicatorPath(b.row, normalize.Target), normalize.IndicatorPath(b.row, normalize.Actual)},
		Message: p.Say(
			cite.Name(r.x)+"："+of+" ÷ "+share+" 推算目标为 "+implied+unit+"，表中指标值为 "+cite.Target(r.x)+"；原文"+quote,
			cite.Name(r.x)+": "+of+" ÷ "+share+" makes a target of "+implied+unit+", the table's is "+cite.Target(r.x)+"; in the text: "+quote),
	}
	if q := n.fitting(src, m, b); q != "" {
		f.Message += p.Say("；该比例与另一处的“"+q+"”相符", "; the percentage fits “"+q+"”, said elsewhere")
	}
	return f
}

// fitting finds another figure told of the same row that the percentage does fit.
func (n *narrative) fitting(src *source, m *prose.Mention, b *base) string {
	for s := range n.sources {
		for k, t := range n.ties[s] {
			q := &n.sources[s].text.Mentions[k]
			if t.row != b.row || t.column != normalize.Actual || q == b.told || q.OpenLow || q.OpenHigh || b.told != nil && q.Value.Equal(b.told.Value) {
				continue
			}
			_, low, high, _ := valueOf(q)
			if quotientHolds(span{low, high}, n.rows[b.row].target.value, span{m.Low, m.High}) {
				return n.sources[s].text.QuoteOf(q)
			}
		}
	}
	return ""
}

// impliedTarget is the target that a percentage makes of a value, in units of
// 10^power: the round number between low and high if there is one, else about the quotient.
func impliedTarget(v, share, low, high num.Decimal, power int32) string {
	const digits = 3 // of a round number
	q, _ := v.Shift(2).Quo(share, 6)
	n := int32(len(q.Truncate(0).String()))
	for keep := int32(1); keep <= digits; keep++ {
		if r := q.Shift(keep - n).Round(0).Shift(n - keep); low.Cmp(r) <= 0 && r.Cmp(high) <= 0 {
			return r.Shift(-power).String()
		}
	}
	return "≈" + q.Shift(-power).Round(2).String()
}
