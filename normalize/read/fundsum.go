package read

import (
	"ziping/normalize"
	"ziping/normalize/lexicon"
	"ziping/normalize/value"
	"ziping/text/blank"
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
func (p *fundReader) splitRow(l *line) bool {
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
		row := normalize.FundRow{Source: p.uniqueSource(source), Label: blank.Trim(label)}
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
func (p *fundReader) splitValue(l *line, k int, text string, path normalize.Path) *normalize.Field {
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
	f.At = it.ref()
	return f
}
