package funds

import (
	"cmp"
	"slices"

	"ziping/normalize"
	"ziping/normalize/lexicon"
	"ziping/normalize/table"
	"ziping/normalize/value"
	"ziping/text/units"
)

// headingGoesOn reports a second heading row: it names columns and holds no figure or source.
// That of a list names columns too (分值, 得分), and ends a block of money without rows.
func (p *Reader) headingGoesOn(l *table.Line) bool {
	if l.Heads == table.IndicatorHead || len(l.Items) == 1 && p.Lex.Source[l.Items[0].Bare] != "" { // 上年结转, a row that has nothing
		return false
	}
	n := 0
	for k := range l.Items {
		it := &l.Items[k]
		if p.Lex.Source[it.Bare] != "" && p.Lex.FundColumn[it.Bare] == "" || it.Figure().IsFigure() || value.IsNothing(it.Text) || l.Loose { // 上年结转 | / | /
			return false
		}
		if id := p.Lex.FundColumn[it.Bare]; id != "" {
			n++
		}
	}
	return n > 0
}

// heading takes a row of headings: where the labels of the rows stand, and the
// headings that may be columns.
func (p *Reader) heading(l *table.Line, level int, t *fundTable) {
	for k := range l.Items {
		it := &l.Items[k]
		if it.Claimed {
			continue
		}
		it.Claimed, it.Role = true, normalize.RoleHeading
		p.UnitFrom(it)
		id := cmp.Or(p.Lex.FundColumn[it.Bare], p.Lex.FundBeside[it.Bare])
		if table.HeadsWhole(l, k, p.Lex) { // 年初预算 | 追加 | 合计 | 支出
			id = string(normalize.Budget)
			for i := range t.headings { // 上年结转 | 本年预算 | 合计
				if h := &t.headings[i]; h.Level == level && h.May[0] == id {
					h.May = []string{string(normalize.Initial)}
				}
			}
		}
		if id == string(normalize.Score) && p.points == nil { // 得分(10分)
			p.points = p.pointsField(it)
		}
		isBlock := len(p.Lex.Block[it.Bare]) > 0
		if it.Bare == "" && k == 0 && units.MoneyName(it.Text) != "" { // (万元), the latter half of a label
			if it.Role = normalize.RoleLabel; t.labelCol < 0 {
				t.labelCol, t.labelHead, t.labelRow = it.Col, it.Col, level
			}
			continue
		}
		switch {
		case id == "" && p.Lex.Source[it.Bare] != "" && headsFigure(p.Lines, l, it): // 上年结余 | 本年预算, and figures under both
			h := table.Heading{Item: it, Level: level, May: []string{lexicon.Further}}
			if p.Lex.Source[it.Bare] == "carryover" {
				h.May = []string{string(normalize.CarriedIn), lexicon.Further}
			}
			t.headings = append(t.headings, h)
		case id == "" && p.Lex.Source[it.Bare] != "": // 年度总金额 over the labels
			t.labelCol, t.labelHead, t.labelRow = it.Col, it.Col, level
		case id == "label", isBlock && (id == "" || id == "group" && k == 0 && t.labelCol < 0):
			if isBlock && t.labelCol < 0 {
				it.Role = normalize.RoleLabel
				t.labelCol, t.labelHead, t.labelRow = it.Col+it.Span, it.Col, level
				p.points = p.pointsField(it)
			} else { // the heading over the sources: 资金结构, 年度预算数(万元)
				t.labelCol, t.labelHead, t.labelRow = it.Col, it.Col, level
			}
		default:
			h := table.Heading{Item: it, Level: level, May: []string{cmp.Or(id, lexicon.Further)}} // 得分计算方法, 原因, or a column nobody knows
			if m, ok := p.Lex.FundMeaning[it.Bare]; ok {
				h.May, h.Parts, h.Sure = m.May, m.Parts, m.Sure
			} else if id == "group" {
				h.May = []string{lexicon.Over}
			}
			t.headings = append(t.headings, h)
		}
	}
}

// headsFigure reports a figure right below a heading: no label of a row stands there.
func headsFigure(lines []*table.Line, l *table.Line, heading *table.Item) bool {
	i := slices.Index(lines, l) + 1
	return i < len(lines) && lines[i].Table == l.Table && slices.ContainsFunc(lines[i].Items, func(it table.Item) bool {
		return it.Col == heading.Col && it.Figure().IsFigure()
	})
}

// wordsUnder takes the first heading for the label of the block, or of the rows, where it may
// be a column of money by its words and rows have words under it and no figures (预算执行 |
// 年初预算 | 预算合计 | 支出).
func (t *fundTable) wordsUnder(lines []*table.Line) {
	if len(t.headings) < 3 || t.labelCol >= 0 || len(t.headings[0].May) < 2 {
		return
	}
	first := t.headings[0].Item
	words := 0
	for _, l := range lines {
		if l.Heads != table.NoHead || l.Loose || !first.Covers(l.Items[0].Col) {
			break
		}
		if l.Items[0].Figure().IsFigure() {
			return
		}
		words++
	}
	if words > 0 {
		over := t.headings[0].Slot(t.headings[0].May[0])
		t.over = &over
		t.headings[0].May = []string{table.Aside}
		t.labelCol, t.labelHead = first.Col, first.Col
	}
}

// sideLabels takes the headings left of the labels of the rows for what they are: a
// name of the whole block that is worded as a column's is (全年预算数（万元） | 项目资金
// | 年初预算数 | …). No figure stands left of its row's label. Headings of a row below have
// lost empty cells there.
func (t *fundTable) sideLabels() {
	for k := range t.headings {
		if h := &t.headings[k]; t.labelHead > h.Item.Col && h.Level == t.labelRow && h.May[0] != lexicon.Further {
			h.May = []string{table.Aside}
		}
	}
}

// overOthers takes a heading in words that nobody knows for the name of those below it,
// where they stand side by side under all of it: 执行情况 over 实际到位数 and 全年执行数.
func (t *fundTable) overOthers() {
	for k := range t.headings {
		h := &t.headings[k]
		if h.May[0] != lexicon.Further || h.Item.Span < 2 {
			continue
		}
		n, wide := 0, 0
		for _, o := range t.headings {
			if o.Level == h.Level+1 && o.Item.Col >= h.Item.Col && o.Item.Col+o.Item.Span <= h.Item.Col+h.Item.Span {
				n, wide = n+1, wide+o.Item.Span
			}
		}
		if n > 1 && wide == h.Item.Span {
			h.May = []string{lexicon.Over}
		}
	}
}

// columns makes columns of the headings.
func (t *fundTable) columns() {
	t.overOthers()
	for k, id := range table.Columns(t.headings, map[string]int{string(normalize.Budget): table.NoBudget}) {
		switch h := &t.headings[k]; id {
		case lexicon.Over:
		case table.Aside:
			h.Item.Role = normalize.RoleLabel
		default:
			t.slots = append(t.slots, h.Slot(id))
		}
	}
	table.SortSlots(t.slots)
}

// pointsField reads marks printed with a block label: 预算执行情况(20分).
func (p *Reader) pointsField(it *table.Item) *normalize.Field {
	pts, ok := lexicon.Points(it.Text)
	if !ok {
		return nil
	}
	f := value.Figure(pts)
	f.Text, f.At = it.Text, it.Ref()
	return f
}

// straighten moves the heading where a row that stands in place as far as it
// goes, and has a cell for each column, shows that the heading is off: 分值 and
// 得分 one column to the right of their figures.
func (p *Reader) straighten(t *fundTable, b table.Block) {
	for _, r := range t.rows {
		if len(r.Cells) != len(t.slots) || len(r.Cells) < 2 || r.Label.Col != t.labelCol && r.Label.Col+r.Label.Span != t.labelCol+1 {
			continue
		}
		same := 0
		for same < len(t.slots) && t.slots[same].Covers(r.Cells[same].Col) {
			same++
		}
		if same == len(t.slots) || same == 0 && !t.headingOff(r, p.Lex) {
			continue
		}
		m := normalize.Move{Field: normalize.FundsPath, Evidence: "表头列数与“" + r.Label.Text + "”行的数值一一对应，按数值所在列对齐表头", EvidenceEN: "the headings and the figures of row " + r.Label.Text + " match one to one; the headings are put over the figures"}
		for k := same; k < len(t.slots); k++ {
			from, to := t.slots[k].Col, r.Cells[k].Col
			t.slots[k].Col, t.slots[k].Span = to, 1
			for _, l := range p.Lines[b.Head:b.Body] {
				for n := range l.Items {
					if it := &l.Items[n]; it.Col == from && it.Text == t.slots[k].Label {
						it.To = to
						if len(m.Cells) == 0 {
							m.At = it.At
						}
						m.Cells = append(m.Cells, normalize.MovedCell{Text: it.Text, From: from, To: to})
					}
				}
			}
		}
		p.Report.Moves = append(p.Report.Moves, m)
		return
	}
}

// headingOff reports that the heading as a whole stands off its figures: most
// rows have their label where the full row r has its own, and their figures are
// in columns that r has figures in.
func (t *fundTable) headingOff(r fundLine, lex *lexicon.Lexicon) bool {
	same := 0
	for _, other := range t.rows {
		if other.Label.Col != r.Label.Col {
			continue
		}
		same++
		for _, c := range other.Cells {
			if !slices.ContainsFunc(r.Cells, func(o *table.Item) bool { return o.Col == c.Col }) {
				return false
			}
		}
	}
	for k, c := range r.Cells {
		if c.Kind(lex).FitMoney(t.slots[k].ID) >= table.CostChange {
			return false
		}
	}
	return 2*same > len(t.rows)
}
