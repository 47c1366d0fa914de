package read

import (
	"slices"

	"ziping/normalize"
	"ziping/normalize/lexicon"
	"ziping/normalize/value"
)

// fundHeadingGoesOn reports a second heading row: it names columns and holds no figure or source.
func (p *fundReader) fundHeadingGoesOn(l *line) bool {
	n := 0
	for k := range l.items {
		it := &l.items[k]
		if p.lex.Source[it.bare] != "" && p.lex.FundColumn[it.bare] == "" || it.figureOf().IsFigure() || l.loose {
			return false
		}
		if id := p.lex.FundColumn[it.bare]; id != "" {
			n++
		}
	}
	return n > 0
}

func (p *fundReader) fundHeading(l *line, t *fundTable) {
	for k := range l.items {
		it := &l.items[k]
		if it.claimed {
			continue
		}
		it.claimed, it.role = true, normalize.RoleHeading
		p.moneyUnitFrom(it)
		id := p.lex.FundColumn[it.bare]
		isBlock := len(p.lex.Block[it.bare]) > 0
		switch {
		case id == "group":
		case id == "" && p.lex.Source[it.bare] != "": // 年度总金额 over the labels
			t.labelCol = it.col
		case id == "label", isBlock && id == "":
			if isBlock && t.labelCol < 0 {
				it.role = normalize.RoleLabel
				t.labelCol = it.col + it.span
				p.points = p.pointsField(it)
			} else { // the heading over the sources: 资金结构, 年度预算数(万元)
				t.labelCol = it.col
			}
		case id != "" && id != "other" && !hasSlot(t.slots, id):
			t.slots = append(t.slots, slot{col: it.col, span: it.span, id: id, label: it.text})
		default: // 得分计算方法, 原因, or a column nobody knows
			t.slots = append(t.slots, slot{col: it.col, span: it.span, id: "other", label: it.text})
		}
	}
}

// pointsField reads marks printed with a block label: 预算执行情况(20分).
func (p *fundReader) pointsField(it *item) *normalize.Field {
	pts, ok := lexicon.Points(it.text)
	if !ok {
		return nil
	}
	f := value.Figure(pts)
	f.Text, f.At = it.text, it.ref()
	return f
}

// straighten moves the heading where a row that stands in place as far as it
// goes, and has a cell for each column, shows that the heading is off: 分值 and
// 得分 one column to the right of their figures.
func (p *fundReader) straighten(t *fundTable, b block) {
	for _, r := range t.rows {
		if len(r.cells) != len(t.slots) || len(r.cells) < 2 || r.label.col != t.labelCol && r.label.col+r.label.span != t.labelCol+1 {
			continue
		}
		same := 0
		for same < len(t.slots) && t.slots[same].covers(r.cells[same].col) {
			same++
		}
		if same == len(t.slots) || same == 0 && !t.headingOff(r) {
			continue
		}
		m := normalize.Move{Field: normalize.FundsPath, Evidence: "表头列数与“" + r.label.text + "”行的数值一一对应，按数值所在列对齐表头", EvidenceEN: "the headings and the figures of row " + r.label.text + " match one to one; the headings are put over the figures"}
		for k := same; k < len(t.slots); k++ {
			from, to := t.slots[k].col, r.cells[k].col
			t.slots[k].col, t.slots[k].span = to, 1
			for _, l := range p.lines[b.head:b.body] {
				for n := range l.items {
					if it := &l.items[n]; it.col == from && it.text == t.slots[k].label {
						it.to = to
						if len(m.Cells) == 0 {
							m.At = it.at
						}
						m.Cells = append(m.Cells, normalize.MovedCell{Text: it.text, From: from, To: to})
					}
				}
			}
		}
		p.rep.Moves = append(p.rep.Moves, m)
		return
	}
}

// headingOff reports that the heading as a whole stands off its figures: most
// rows have their label where the full row r has its own, and their figures are
// in columns that r has figures in.
func (t *fundTable) headingOff(r fundLine) bool {
	same := 0
	for _, other := range t.rows {
		if other.label.col != r.label.col {
			continue
		}
		same++
		for _, c := range other.cells {
			if !slices.ContainsFunc(r.cells, func(o *item) bool { return o.col == c.col }) {
				return false
			}
		}
	}
	for k, c := range r.cells {
		if fundFit(c, t.slots[k].id) >= costChange {
			return false
		}
	}
	return 2*same > len(t.rows)
}

// commonLabelCol is the column in which most labels stand.
func commonLabelCol(rows []fundLine, col int) int {
	most := 0
	for i := range rows {
		n := 0
		for k := range rows {
			if rows[k].label.col == rows[i].label.col {
				n++
			}
		}
		if n > most {
			most, col = n, rows[i].label.col
		}
	}
	return col
}
