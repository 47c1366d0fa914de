package funds

import (
	"slices"
	"strings"

	"ziping/normalize"
	"ziping/normalize/lexicon"
	"ziping/normalize/table"
	"ziping/normalize/value"
	"ziping/text/units"
)

// HeadsPairs takes a row of headings over money printed in pairs; its columns stand
// over the figures that have no heading of their own:
//
//	预算安排情况 |      | 资金到位情况 |      | 资金执行情况 |      | 预算执行进度(%)
//	预算数：     | 1260 | 到位数：     | 1260 | 执行数：     | 1150 | 91.3
func (p *Reader) HeadsPairs(i int) bool {
	if i+1 >= len(p.Lines) || p.Lines[i+1].Table != p.Lines[i].Table || !InPairs(p.Lines[i+1], p.Lex) {
		return false
	}
	p.above = p.above[:0]
	for k := range p.Lines[i].Items {
		it := &p.Lines[i].Items[k]
		it.Claimed, it.Role = true, normalize.RoleHeading
		p.UnitFrom(it)
		if id := p.Lex.FundColumn[it.Bare]; table.IsFundColumn(id) {
			p.above = append(p.above, table.Slot{Col: it.Col, Span: it.Span, ID: id, Label: it.Text})
		}
	}
	return true
}

// pairsBelow reports that the next row of the table is one of pairs, or a single pair
// under this one:
//
//	项目资金 | 全年预算数 | 2350
//	         | 全年执行数 | 2201
//
// Points that stand over money are the form's: 自评得分 | 96.4 | 评价等级 | 优.
func pairsBelow(l *table.Line, lines []*table.Line, lex *lexicon.Lexicon) bool {
	i := slices.Index(lines, l) + 1
	if i >= len(lines) || lines[i].Table != l.Table || !slices.ContainsFunc(l.Items, func(it table.Item) bool {
		kind := normalize.Column(lex.FundColumn[it.Bare]).Kind()
		return kind != "" && kind != normalize.Marks
	}) {
		return false
	}
	below, last := lines[i], len(l.Items)-2
	return InPairs(below, lex) || !below.Loose && pair(l, last, lex) && slices.ContainsFunc(below.Items, func(it table.Item) bool {
		return it.Col == l.Items[last].Col && pair(below, slices.IndexFunc(below.Items, func(o table.Item) bool { return o.Col == it.Col }), lex)
	})
}

// headsWhole reports a row that begins with the whole money, as a source is called, over
// one that begins with what was spent of it:
//
//	项目总投入(万元) | 1860
//	实际支出(万元)   | 1785.6
func headsWhole(l *table.Line, lines []*table.Line, lex *lexicon.Lexicon) bool {
	i := slices.Index(lines, l) + 1
	if i >= len(lines) || lines[i].Table != l.Table {
		return false
	}
	first, below := &l.Items[0], lines[i]
	return lex.Source[first.Bare] == "total" && lex.FundColumn[first.Bare] == "" && isAmount(&l.Items[1]) && below.Items[0].Col == first.Col &&
		lex.FundColumn[below.Items[0].Bare] == string(normalize.Executed) && pair(below, 0, lex)
}

// InPairs reports a row with two pairs of heading and figure.
func InPairs(l *table.Line, lex *lexicon.Lexicon) bool { return !l.Loose && pairsIn(l, lex) >= 2 }

// pairsIn counts the pairs of heading and figure in a row.
func pairsIn(l *table.Line, lex *lexicon.Lexicon) (n int) {
	for k := range l.Items {
		if pair(l, k, lex) {
			n++
		}
	}
	return n
}

// Pairs reads money printed as pairs of heading and figure in a row:
//
//	项目资金(万元) | 年初预算数 | 100.00 | 全年预算数 | 110.00 | 全年执行数 | 105.00 | 执行率 | 95.45%
//
// A row that names no source is that of the whole money; pairs may go on in the
// next row.
func (p *Reader) Pairs(l *table.Line) bool {
	if l.Loose || len(l.Items) < 2 {
		return false
	}
	if fileSources(p, l) || fileParts(p, l) || fileInCells(p, l) {
		return true
	}
	pairs := pairsIn(l, p.Lex)
	goesOn := p.pairs != nil && p.pairs.Table == l.Table && l.Row <= p.pairs.Row+1
	whole := pairs == 0 && headsWhole(l, p.Lines, p.Lex)
	if pairs < 2 && !whole && !(pairs == 1 && !holdsMore(l, p.above) && (goesOn || pairsBelow(l, p.Lines, p.Lex))) {
		return false
	}
	p.pairs, p.paired = l, nil
	source, label, named := "total", "", -1
	parts := partsBehind(l, p.Lex)
	for k := range l.Items {
		it := &l.Items[k]
		if whole {
			break
		}
		if slices.Contains(parts, k) {
			continue
		}
		if s := p.Lex.Source[it.Bare]; s != "" && p.Lex.FundColumn[it.Bare] == "" {
			source, label, named = s, it.Text, k
			p.UnitFrom(it)
			it.Claimed, it.Role = true, normalize.RoleLabel
			break
		}
		if label == "" && len(p.Lex.Block[it.Bare]) > 0 {
			label = it.Text
		}
	}
	row := record(p, source, label)
	summed := sumsUp(l, p.Lex)
	for k := range l.Items {
		it := &l.Items[k]
		id := columnOf(l, k, p.Lex)
		switch {
		case k == summed, whole && k == 0, k == named && k+1 < len(l.Items) && isAmount(&l.Items[k+1]) && !headsBudget(l, p.Lex):
			id = string(normalize.Budget) // 项目总金额 | 210 | 已支付 | 199.5
		case summed >= 0 && id == string(normalize.Budget):
			id = string(normalize.Initial)
		}
		switch {
		case slices.Contains(parts, k), slices.Contains(parts, k-1):
		case it.Claimed && k != summed && !(k == named && id == string(normalize.Budget)):
		case id != "" && (k == summed || k == named) || whole && k == 0 || pair(l, k, p.Lex):
			figure := &l.Items[k+1]
			p.paired = append(p.paired, table.Slot{Col: it.Col, Span: figure.Col - it.Col, ID: id, Label: it.Text})
			if (&amount{column: normalize.Column(id), cell: figure, to: figure.To}).fileIn(row) {
				p.UnitFrom(it)
				it.Claimed, it.Role = true, normalize.RoleLabel
			}
		case len(p.Lex.Block[it.Bare]) > 0:
			p.UnitFrom(it)
			it.Claimed, it.Role = true, normalize.RoleLabel
			if source == "total" && row.Weight == nil { // 预算执行情况(10分)
				row.Weight = p.pointsField(it)
			}
			if k+1 < len(l.Items) && isAmount(&l.Items[k+1]) && row.Budget == nil && !headsBudget(l, p.Lex) { // 预算资金 | 480 | 实际支出 | 456
				figure := &l.Items[k+1]
				p.paired = append(p.paired, table.Slot{Col: it.Col, Span: figure.Col - it.Col, ID: string(normalize.Budget), Label: it.Text})
				(&amount{column: normalize.Budget, cell: figure, to: figure.To}).fileIn(row)
			}
		case p.Lex.FundColumn[it.Bare] == lexicon.Further && k+1 < len(l.Items) && isAmount(&l.Items[k+1]): // 到位数
			p.paired = append(p.paired, table.Slot{Col: it.Col, Span: l.Items[k+1].Col - it.Col, ID: lexicon.Further, Label: it.Text})
			(&amount{column: lexicon.Further, label: it.Text, cell: &l.Items[k+1]}).fileIn(row)
			it.Claimed, it.Role = true, normalize.RoleLabel
		case isAmount(it) && columnAbove(p.above, it) != nil:
			(&amount{column: normalize.Column(columnAbove(p.above, it).ID), cell: it, to: it.To}).fileIn(row)
		default:
			fileCell(row, it, p.Lex)
			_, unit := units.MoneyIn(it.Text)
			if k == 0 && !it.Claimed && p.Lex.Head[it.Bare] == "" && (unit || p.Lex.Words.MoneyLabel.In(it.Bare)) && pair(l, 1, p.Lex) { // 资金执行 | 实际支出 | 1584 | 执行率 | 96%, 支出规模(万元) | 年初预算 | 98
				it.Claimed, it.Role = true, normalize.RoleLabel
				p.UnitFrom(it)
			}
		}
	}
	filePartsBehind(p, l, parts)
	return true
}

// partsBehind are the places of parts of the amounts right before them in a row of pairs:
// 预算数 | 180 | 其中:财政拨款 | 160 | 执行数 | 163.80 | 其中:财政拨款 | 150.
func partsBehind(l *table.Line, lex *lexicon.Lexicon) (parts []int) {
	for k := 2; k+1 < len(l.Items); k++ {
		if it := &l.Items[k]; lex.Words.PartOf.Begin(it.Text) && lex.Source[it.Bare] != "" && isAmount(&l.Items[k+1]) && pair(l, k-2, lex) {
			parts = append(parts, k)
		}
	}
	return parts
}

// filePartsBehind files such parts, those of one source in one row.
func filePartsBehind(p *Reader, l *table.Line, parts []int) {
	for _, k := range parts {
		it, figure := &l.Items[k], &l.Items[k+1]
		row := record(p, p.Lex.Source[it.Bare], it.Text)
		if (&amount{column: normalize.Column(columnOf(l, k-2, p.Lex)), cell: figure, to: figure.To}).fileIn(row) {
			it.Claimed, it.Role = true, normalize.RoleLabel
		}
	}
}

// fileCell files a cell that holds heading and figure both: 执行率:97.5%.
func fileCell(row *normalize.FundRow, it *table.Item, lex *lexicon.Lexicon) {
	id, f := inCell(it, lex)
	if f == nil {
		return
	}
	if to := row.Slot(id); *to == nil {
		*to, it.Claimed, it.Role, it.Path = f, true, normalize.RoleNumber, normalize.FundPath(row.Source, id)
	}
}

// headsBudget reports a row with a heading of a budget.
func headsBudget(l *table.Line, lex *lexicon.Lexicon) bool {
	return slices.ContainsFunc(l.Items, func(it table.Item) bool {
		id := lex.FundColumn[it.Bare]
		return id == string(normalize.Budget) || id == string(normalize.Initial)
	})
}

// holdsMore reports a row with figures that no words stand before and no heading above:
// a row of another table, which has a column named as money's is (过程 | 预算执行率 | 10 |
// 100% | 97% | 9.7).
func holdsMore(l *table.Line, above []table.Slot) bool {
	for k := range l.Items {
		if it := &l.Items[k]; it.Figure().IsFigure() && (k == 0 || l.Items[k-1].Figure().IsFigure()) && columnAbove(above, it) == nil {
			return true
		}
	}
	return false
}

// pair reports a heading of money at place k with its figure behind it.
func pair(l *table.Line, k int, lex *lexicon.Lexicon) bool {
	if k+1 >= len(l.Items) || !table.IsFundColumn(columnOf(l, k, lex)) {
		return false
	}
	figure := &l.Items[k+1]
	return !figure.Claimed && (figure.Figure().IsFigure() || value.IsNothing(figure.Text))
}

// columnOf is the column that the heading at place k names. One that stands over columns
// elsewhere names what stands behind it: 预算安排 | 1860.
func columnOf(l *table.Line, k int, lex *lexicon.Lexicon) string {
	id := lex.FundColumn[l.Items[k].Bare]
	if table.IsFundColumn(id) || k+1 >= len(l.Items) {
		if id == string(normalize.Adjustment) && slices.Contains(lex.FundMeaning[l.Items[k].Bare].May, string(normalize.Budget)) && isAdjusted(l, k, lex) {
			return string(normalize.Budget)
		}
		if id == string(normalize.Budget) && slices.Contains(lex.FundMeaning[l.Items[k].Bare].May, string(normalize.Initial)) && otherBudget(l, k, lex) {
			return string(normalize.Initial)
		}
		return id
	}
	rate := strings.HasSuffix(l.Items[k+1].Folded, "%")
	for _, may := range lex.FundMeaning[l.Items[k].Bare].May {
		if table.IsFundColumn(may) && rate == (normalize.Column(may) == normalize.ExecutionRate) {
			return may
		}
	}
	return id
}

// otherBudget reports a row in which another heading is that of the budget, whatever stands
// beside it: 项目预算金额 | 1280 | 项目调整后金额 | 1186.5.
func otherBudget(l *table.Line, k int, lex *lexicon.Lexicon) bool {
	for i := range l.Items {
		if b := l.Items[i].Bare; i != k && lex.FundColumn[b] == string(normalize.Budget) && len(lex.FundMeaning[b].May) < 2 && i+1 < len(l.Items) && l.Items[i+1].Figure().IsFigure() {
			return true
		}
	}
	return false
}

// isAdjusted reports that a figure that is what the budget was adjusted by, or the adjusted
// one (年初预算 | 4520 | 调整预算 | 4866 | 决算支出 | 4817), is the latter: no other of its row
// is the budget, and it is no less than what was spent.
func isAdjusted(l *table.Line, k int, lex *lexicon.Lexicon) bool {
	if k+1 >= len(l.Items) || !l.Items[k+1].Figure().IsFigure() {
		return false
	}
	spent := false
	for i := 0; i+1 < len(l.Items); i++ {
		switch f := l.Items[i+1].Figure(); lex.FundColumn[l.Items[i].Bare] {
		case string(normalize.Budget):
			return false
		case string(normalize.Executed):
			if !f.IsFigure() || f.Figure().Cmp(l.Items[k+1].Figure().Figure()) > 0 {
				return false
			}
			spent = true
		}
	}
	return spent
}

// sumsUp is the place of a heading of the whole in a row of pairs that ends with it,
// above which the money of this year and that carried over add up; -1 where there is none:
//
//	预算安排情况 | 上年结转 | 50 | 当年预算 | 950 | 合计 | 1000
func sumsUp(l *table.Line, lex *lexicon.Lexicon) int {
	k := len(l.Items) - 2
	if k < 4 || lex.Source[l.Items[k].Bare] != "total" || lex.FundColumn[l.Items[k].Bare] != "" || !isAmount(&l.Items[k+1]) {
		return -1
	}
	ids := map[string]bool{}
	for i := range k {
		if pair(l, i, lex) {
			ids[lex.FundColumn[l.Items[i].Bare]] = true
		}
	}
	if !ids[string(normalize.CarriedIn)] || !ids[string(normalize.Budget)] || ids[string(normalize.Initial)] {
		return -1
	}
	return k
}
