package funds

import (
	"slices"

	"ziping/normalize"
	"ziping/normalize/lexicon"
	"ziping/normalize/table"
)

// Two rows of headings that were copied without their empty cells: those of the upper row
// that stand over others have lost the room that they took, and neither row stands over
// its figures. The order of the headings is left, and how many figures a full row has.
//
//	资金来源 | 预算安排 | 资金使用   | 结余     | 分值     | 得分
//	年初预算 | 调整后   | 到位资金   | 实际支出 | 结余资金 | 执行率
//	合计     | 500      | 480        | 480      | 456      | 24     | 95% | 10 | 9.5

// unpackHeads puts such headings over the figures of the fullest row, and tells it. Nothing
// is done where the headings stand in their places, or there are several ways to take them.
func unpackHeads(p *Reader, t *fundTable, b table.Block) {
	full, n := fullest(p.Lines[b.Body:])
	if n == 0 {
		return
	}
	from := full.Items[len(full.Items)-n].Col
	order := packedOrder(t.headings, n, from)
	if order == nil {
		return
	}
	m := normalize.Move{Field: normalize.FundsPath, At: order[0].Item.At, Evidence: "两行表头丢了空单元格，按次序与“" + full.Items[0].Text + "”行的数值一一对应", EvidenceEN: "the two rows of headings have lost their empty cells; in their order they match the figures of row " + full.Items[0].Text + " one to one"}
	for k := range order {
		h := &order[k]
		if h.Item.Col != from+k {
			m.Cells = append(m.Cells, normalize.MovedCell{Text: h.Item.Text, From: h.Item.Col, To: from + k})
			h.Item.To = from + k
		}
		at := *h.Item
		at.Col, at.Span = from+k, 1
		h.Item, h.Level = &at, b.Body-1
	}
	t.headings = order
	p.Report.Moves = append(p.Report.Moves, m)
}

// packedOrder is the order of columns of such headings over so many figures from a column
// on, nil for none.
func packedOrder(headings []table.Heading, figures, first int) (found []table.Heading) {
	var upper, lower []table.Heading
	for _, h := range headings {
		switch {
		case h.Item.Bare == "" || h.May[0] == table.Aside:
		case h.Level == headings[0].Level:
			upper = append(upper, h)
		default:
			lower = append(lower, h)
		}
	}
	over := len(upper) + len(lower) - figures
	if over < 1 || over > len(upper) || over >= len(lower) || !sideBySide(upper) || !sideBySide(lower) {
		return nil
	}
	last := lower[len(lower)-1].Item.Col
	for from := 0; from+over <= len(upper); from++ {
		if !canStandOver(upper, from, from+over) {
			continue
		}
		inPlace := lower[0].Item.Col >= max(first, upper[from].Item.Col) && (len(upper) == from+over || upper[from+over].Item.Col > last)
		if found != nil || inPlace {
			return nil
		}
		found = slices.Concat(upper[:from], lower, upper[from+over:])
	}
	return found
}

// sideBySide reports headings with no empty cell between them.
func sideBySide(list []table.Heading) bool {
	for k := range list {
		if list[k].Item.Col != list[0].Item.Col+k || list[k].Item.Span > 1 {
			return false
		}
	}
	return true
}

// canStandOver reports that the headings from and up to others can stand over the lower
// row, and the rest be columns.
func canStandOver(upper []table.Heading, from, to int) bool {
	for k := range upper {
		inside := k >= from && k < to
		switch id := upper[k].May[0]; {
		case inside && (isMarks(id) || id == string(normalize.ExecutionRate)), !inside && id == lexicon.Over && len(upper[k].May) == 1:
			return false
		}
	}
	return true
}

// fullest is the row of a block with the most figures side by side behind its label, and
// how many these are.
func fullest(lines []*table.Line) (full *table.Line, most int) {
	for _, l := range lines {
		if l.Heads != table.NoHead || l.Loose {
			break
		}
		n := 0
		for k := len(l.Items) - 1; k > 0 && isAmount(&l.Items[k]) && (n == 0 || l.Items[k].Col+1 == l.Items[k+1].Col); k-- {
			n++
		}
		if n > most {
			full, most = l, n
		}
	}
	return full, most
}
