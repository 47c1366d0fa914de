package read

import (
	"strings"

	"ziping/normalize"
	"ziping/normalize/lexicon"
	"ziping/normalize/value"
	"ziping/text/num"
)

var (
	hundred  = num.FromInt(100)
	thousand = num.FromInt(1000)
)

// splitState holds the parallel lists 按收入性质分 and 按支出性质分, each of
// which adds up to the total.
type splitState struct {
	open  bool
	cols  []int // columns of the two headings
	lists [2][]string
}

// splitRow reads a row of these lists, where a cell holds label and figure:
// 其中:一般公共预算:2283.14万元 | 其中:基本支出:2959.41万元.
func (p *placer) splitRow(l *line) bool {
	headings := 0
	for k := range l.items {
		if it := &l.items[k]; !it.claimed && p.lex.Split[it.bare] != "" {
			it.claimed, it.role = true, normalize.RoleLabel
			p.split.cols = append(p.split.cols, it.col)
			headings++
		}
	}
	if headings > 0 {
		p.split.open = true
		return true
	}
	if !p.split.open {
		return false
	}
	n := 0
	for k := range l.items {
		it := &l.items[k]
		if it.claimed {
			continue
		}
		label, value, ok := splitEntry(it.text)
		if !ok {
			continue
		}
		source := p.lex.Source[lexicon.Bare(label)]
		if source == "" {
			continue
		}
		list := 0
		if source == "basic" || source == "project" || n > 0 || len(p.split.cols) == 2 && source != "general_budget" && it.col >= p.split.cols[1] {
			list = 1
		}
		row := normalize.FundRow{Source: p.uniqueSource(source), Label: strings.TrimSpace(label)}
		row.Budget = p.splitValue(l, k, value, normalize.FundPath(row.Source, normalize.Budget))
		if list < len(p.split.cols) {
			it.to = p.split.cols[list]
		}
		p.rep.Funds.Rows = append(p.rep.Funds.Rows, row)
		p.split.lists[list] = append(p.split.lists[list], row.Source)
		n++
	}
	return n > 0
}

// splitValue is the figure behind a label of the parallel lists, in the same
// cell or in the next one.
func (p *placer) splitValue(l *line, k int, text, path string) *normalize.Field {
	it := &l.items[k]
	it.claimed = true
	if k+1 < len(l.items) && text == "" {
		if next := &l.items[k+1]; !next.claimed && (next.figureOf().IsFigure() || value.IsNothing(next.text)) {
			it.role = normalize.RoleLabel
			next.claimed, next.role, next.path = true, normalize.RoleNumber, path
			return next.figureField()
		}
	}
	it.role, it.path = normalize.RoleText, path
	f := value.Figure(text)
	f.At = ref(it)
	return f
}

// splitEntry cuts 其中:基本支出:2959.41万元 into label and value; the value may be empty.
func splitEntry(text string) (label, value string, ok bool) {
	s := strings.ReplaceAll(text, "\uff1a", ":")
	s = strings.TrimSpace(s)
	for _, prefix := range []string{"其中:", "其中"} {
		s = strings.TrimSpace(strings.TrimPrefix(s, prefix))
	}
	label, value, ok = strings.Cut(s, ":")
	if !ok && s != "" { // the colon is left out where the figure has a cell of its own
		return s, "", true
	}
	return label, strings.TrimSpace(value), ok
}

// readRates turns rates printed as fractions (0.958) into percents, where the
// row's own amounts say that they are, and no more rates of their column are
// printed in percent. One fraction among percents is a slip of the point, and
// stays as printed.
func readRates(f *normalize.Funds) {
	for _, c := range []struct{ rate, part normalize.Column }{{normalize.ExecutionRate, normalize.Executed}, {normalize.BalanceRate, normalize.Balance}} {
		var fractions []*normalize.Field
		percents := 0
		for i := range f.Rows {
			r := &f.Rows[i]
			_, base := r.Base()
			switch rate := r.Column(c.rate); rateForm(rate, r.Column(c.part), base) {
			case inPercent:
				percents++
			case asFraction:
				fractions = append(fractions, rate)
			}
		}
		if percents > len(fractions) {
			continue
		}
		for _, rate := range fractions {
			n, _ := rate.Number()
			rate.SetNumber(n.Shift(2))
		}
	}
}

// rateShape is how a rate is printed, as far as it tells.
type rateShape int

const (
	untold     rateShape = iota
	inPercent            // 95.8, 95.8%
	asFraction           // 0.958
)

func rateForm(rate, part, whole *normalize.Field) rateShape {
	n, ok := rate.Number()
	if !ok || n.IsZero() {
		return untold
	}
	if rate.Unit == "%" || n.Abs().Cmp(num.New(15, 1)) > 0 {
		return inPercent
	}
	a, ok1 := part.Number()
	b, ok2 := whole.Number()
	if !ok1 || !ok2 {
		return untold
	}
	q, ok := a.Quo(b, 6)
	if !ok {
		return untold
	}
	// Nearer to the quotient than to the quotient in percent.
	if n.Sub(q).Abs().Cmp(n.Sub(q.Shift(2)).Abs()) < 0 {
		return asFraction
	}
	return untold
}

// rowAgreement counts the sums of a row that hold in a placement of its cells.
func rowAgreement(slots []slot, cells []*item, at []int) int {
	var r normalize.FundRow
	for k, c := range cells {
		if to := r.Slot(normalize.Column(slots[at[k]].id)); to != nil {
			*to = c.figureOf()
		}
	}
	agree := 0
	number := func(f *normalize.Field) num.Decimal { n, _ := f.Number(); return n }
	if r.Budget != nil && r.Initial != nil && (r.Adjustment != nil || r.CarriedIn != nil) &&
		number(r.Budget).Equal(number(r.Initial).Add(number(r.CarriedIn)).Add(number(r.Adjustment))) {
		agree++
	}
	if r.Budget != nil && r.Executed != nil && r.Balance != nil && number(r.Balance).Equal(number(r.Budget).Sub(number(r.Executed))) {
		agree++
	}
	if r.Budget != nil && r.Executed != nil && r.ExecutionRate != nil {
		if q, ok := number(r.Executed).Quo(number(r.Budget), 4); ok && q.Shift(2).Sub(number(r.ExecutionRate)).Abs().Cmp(num.FromInt(1)) < 0 {
			agree++
		}
	}
	return agree
}
