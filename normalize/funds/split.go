package funds

import (
	"ziping/normalize"
	"ziping/normalize/lexicon"
	"ziping/normalize/money"
	"ziping/normalize/table"
	"ziping/normalize/value"
	"ziping/text/blank"
)

// splitRow reads a row of these lists, where a cell holds label and figure:
// 其中:一般公共预算:2283.14万元 | 其中:基本支出:2959.41万元.
func (p *Reader) splitRow(l *table.Line) bool {
	headings := 0
	for k := range l.Items {
		if it := &l.Items[k]; !it.Claimed && p.Lex.Split[it.Bare] != "" {
			it.Claimed, it.Role = true, normalize.RoleLabel
			p.split.cols = append(p.split.cols, it.Col)
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
	for k := range l.Items {
		it := &l.Items[k]
		if it.Claimed {
			continue
		}
		label, value, ok := money.Entry(it.Text, p.Lex)
		if !ok {
			continue
		}
		source := p.Lex.Source[lexicon.Bare(label)]
		if source == "" {
			continue
		}
		list := 0
		switch placed := len(p.split.cols) == 2 && !l.Woven; {
		case source == "basic" || source == "project", placed && source != "general_budget" && it.Col >= p.split.cols[1], !placed && n > 0:
			list = 1
		}
		if list < len(p.split.cols) {
			it.To = p.split.cols[list]
		}
		p.split.lists[list] = append(p.split.lists[list], fileAmount(p, l, k, source, blank.Trim(label), value))
		n++
	}
	return n > 0
}

// splitWithout opens lists whose headings were lost: in a row of them stands where money came
// from beside what it was spent on, each with its amount.
//
//	其中:一般公共预算 | 69.4 | 其中:基本支出 | 31.2
func splitWithout(p *Reader, label *table.Item, cells []*table.Item) {
	if p.split.open || !besideAmount(p.Lex, cells) {
		return
	}
	from, on := p.Lex.Source[label.Bare], p.Lex.Source[cells[1].Bare]
	if spent := on == "basic" || on == "project"; !spent || from == "" || from == "total" || from == "basic" || from == "project" {
		return
	}
	p.split.open, p.split.cols = true, []int{label.Col, cells[1].Col}
}

// besideAmount reports behind a source an amount, and another source with one: of which columns
// they are is not said.
func besideAmount(lex *lexicon.Lexicon, cells []*table.Item) bool {
	return len(cells) == 3 && cells[0].Figure().IsFigure() && cells[2].Figure().IsFigure() && lex.Source[cells[1].Bare] != "" && lex.FundColumn[cells[1].Bare] == ""
}

// fileAmount files a source whose amount the cell at place k names with it, or the next one
// has, and returns what the source is called in the record.
func fileAmount(p *Reader, l *table.Line, k int, source, label, amount string) string {
	row := normalize.FundRow{Source: p.uniqueSource(source), Label: label}
	row.Budget = p.splitValue(l, k, amount, normalize.FundPath(row.Source, normalize.Budget))
	p.Report.Funds.Rows = append(p.Report.Funds.Rows, row)
	return row.Source
}

// splitValue is the figure behind a label of the parallel lists, in the same
// cell or in the next one.
func (p *Reader) splitValue(l *table.Line, k int, text string, path normalize.Path) *normalize.Field {
	it := &l.Items[k]
	it.Claimed = true
	if k+1 < len(l.Items) && text == "" {
		if next := &l.Items[k+1]; !next.Claimed && (next.Figure().IsFigure() || value.IsNothing(next.Text)) {
			it.Role = normalize.RoleLabel
			next.Claimed, next.Role, next.Path = true, normalize.RoleNumber, path
			return next.Field()
		}
	}
	it.Role, it.Path = normalize.RoleText, path
	f := value.Figure(text)
	f.At = it.Ref()
	return f
}
