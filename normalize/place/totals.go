package place

import (
	"slices"

	"ziping/normalize"
	"ziping/normalize/funds"
	"ziping/normalize/lexicon"
	"ziping/normalize/marks"
	"ziping/normalize/table"
	"ziping/normalize/value"
	"ziping/text/num"
)

// totalRow is the row that the total was read from.
type totalRow struct {
	label string
	items []*table.Item
	score *table.Item // nil where the row has no figure for it
}

// totals takes the figures after a total's label: weight and score, by the
// columns of the indicators or, where they are elsewhere, by what they can be. A
// grade may stand between them, in the column of reasons: 总分 | 100 | 优 | 96.
func (p *footPlacer) totals(l *table.Line, i int, label string) int {
	var found []*table.Item
	for ; i < len(l.Items); i++ {
		it := &l.Items[i]
		if p.grade(it) {
			continue
		}
		if !value.IsNothing(it.Text) && !value.Figure(it.Text).IsFigure() && !value.LooksNumeric(it.Text) {
			break
		}
		found = append(found, it)
	}
	if slices.ContainsFunc(found, marks.Beyond) {
		return i
	}
	t := p.Total()
	if p.row.score != nil && len(found) > 0 { // another total stands above
		defer p.settle(p.row, *t)
		*t, p.row = normalize.Total{}, totalRow{}
	}
	p.row.label = label
	above := t.Score // printed over the list as well: 自评总分: 69
	take := func(it *table.Item, to **normalize.Field, path normalize.Path) {
		f := it.MarkField()
		if to == &t.Score && above.IsFigure() && !(f.IsFigure() && f.Figure().Equal(above.Figure())) {
			return // which of the two is the form's is not known
		}
		it.Claimed, it.Role, it.Path = true, normalize.RoleNumber, path
		*to = f
		if p.row.items = append(p.row.items, it); to == &t.Score && f.IsFigure() && len(p.slots) > 0 { // one in the head is no other row
			p.row.score = it
		}
	}
	if above.IsFigure() && len(p.slots) > 0 {
		t.Score = nil
		defer func() {
			if !t.Score.IsFigure() {
				t.Score = above
			}
		}()
	}
	weightSlot, scoreSlot := p.slotOf("weight"), p.slotOf("score")
	for _, id := range []string{table.Level1Points, table.Level2Points} { // of a list that has points of groups alone
		if weightSlot == nil {
			weightSlot = p.slotOf(id)
		}
	}
	marks := p.marksSlots()
	off := 0
	if p.inColumns(found, p.off) > p.inColumns(found, 0) { // a total stands under the rows that it adds up
		off = p.off
	}
	if len(found) > 1 {
		off = p.offBySums(found, off)
	}
	if len(found) == 1 && (p.Lex.Words.TotalOfScores.In(label) || scoreAlone(p, found[0])) {
		weightSlot = nil
	}
	inColumns := p.inColumns(found, off)
	scoreFirst := weightSlot != nil && scoreSlot != nil && scoreSlot.Col < weightSlot.Col // in the order of their headings
	scored := slices.IndexFunc(found, func(it *table.Item) bool { return p.addsUp(it) == normalize.Score })
	switch {
	case scored == 0 && len(found) > 1 && inColumns == 0 && t.Score == nil && !scoreFirst: // no full mark: the score, and what others gave
		take(found[0], &t.Score, normalize.TotalScorePath)
		p.part(label, found[1:])
	case inColumns > 0 && weightSlot != nil && t.Score == nil && t.Weight == nil && !(len(found) == 2 && inColumns == 1 && (rowsMoved(p) || p.addsUp(found[0]) == normalize.Weight && p.addsUp(found[1]) == normalize.Score)):
		for _, it := range found {
			switch {
			case weightSlot.Covers(it.Col + off):
				take(it, &t.Weight, normalize.TotalWeightPath)
			case scoreSlot != nil && (scoreSlot.Covers(it.Col+off) || t.Score == nil && reachesOver(it, off, scoreSlot) && !reachesOver(it, off, weightSlot)):
				take(it, &t.Score, normalize.TotalScorePath)
			default:
				p.Other(label+" "+p.slotAt(it, off).Label, it, it.Text)
				it.Role = normalize.RoleNumber
			}
		}
		if t.Score == nil {
			t.Score = &normalize.Field{State: normalize.Blank}
		}
	case len(found) > 2 && len(found) == len(marks) && t.Score == nil && t.Weight == nil: // slipped together: a figure for each column of marks
		for k, it := range found {
			switch marks[k].ID {
			case "weight":
				take(it, &t.Weight, normalize.TotalWeightPath)
			case "score":
				take(it, &t.Score, normalize.TotalScorePath)
			default:
				p.Other(label+" "+marks[k].Label, it, it.Text)
				it.Role = normalize.RoleNumber
			}
		}
	case len(found) >= 2 && t.Score == nil:
		weight, score := found[0], found[1]
		if scoreFirst {
			weight, score = score, weight
		}
		take(weight, &t.Weight, normalize.TotalWeightPath)
		take(score, &t.Score, normalize.TotalScorePath)
	case len(found) == 1 && t.Weight == nil && weightSlot != nil && (scoreSlot == nil || !scoreSlot.Covers(found[0].Col)) && p.addsUp(found[0]) == normalize.Weight:
		take(found[0], &t.Weight, normalize.TotalWeightPath)
		if t.Score == nil {
			t.Score = &normalize.Field{State: normalize.Blank}
		}
	case len(found) == 1 && len(p.slots) == 0 && above.IsFigure(): // printed in the head once more
		take(found[0], &t.Score, normalize.TotalScorePath)
	case len(found) == 1 && (t.Score == nil || t.Score.State == normalize.Blank):
		take(found[0], &t.Score, normalize.TotalScorePath)
	}
	return i
}

// reachesOver reports a cell that begins before a column and goes on over it, as one that is
// merged with the empty ones beside it.
func reachesOver(it *table.Item, off int, s *table.Slot) bool {
	return it.Col+off < s.Col && s.Col < it.Col+off+it.Span
}

// settle decides between two rows of totals, of which the earlier gave old: 合计 of the
// list and 总分 of the form. The form's is the one with the larger full mark or, where
// none is printed, the one that has the budget's score as well. The other is of a part.
func (p *footPlacer) settle(earlier totalRow, old normalize.Total) {
	t, later := p.Total(), p.row
	if p.encloses(t, &old) {
		p.part(earlier.label, earlier.items)
		return
	}
	*t, p.row = old, earlier
	p.part(later.label, later.items)
}

// encloses reports that one total is of more than another.
func (p *footPlacer) encloses(whole, part *normalize.Total) bool {
	if whole.Weight.IsFigure() && part.Weight.IsFigure() {
		return whole.Weight.Figure().Cmp(part.Weight.Figure()) > 0
	}
	if !whole.Score.IsFigure() || !part.Score.IsFigure() || p.Report.Funds == nil {
		return false
	}
	more := whole.Score.Figure().Sub(part.Score.Figure())
	return slices.ContainsFunc(p.Report.Funds.Rows, func(r normalize.FundRow) bool {
		return r.Score != nil && r.Score.IsFigure() && more.Sign() > 0 && r.Score.Figure().Equal(more)
	})
}

// part files the marks of a row that adds up a part of the list, each under the heading
// of its column where it stands in one.
func (p *footPlacer) part(label string, items []*table.Item) {
	inColumns := p.inColumns(items, p.off) > 0
	marks := p.marksSlots()
	for k, it := range items {
		name := label
		if inColumns {
			name += " " + p.slotAt(it, p.off).Label
		} else if len(items) == len(marks) {
			name += " " + marks[k].Label
		}
		p.Other(name, it, it.Text)
		it.Role = normalize.RoleNumber
	}
}

// startsPairs reports a row of money in pairs that begins with the budget, and is none of the
// list: 年初预算数 | 100 | 调整后预算数 | 110.
func startsPairs(l *table.Line, lex *lexicon.Lexicon) bool {
	if len(l.Items) < 4 {
		return false
	}
	first := lex.FundColumn[l.Items[0].Bare]
	if slices.Contains(lex.Blocks(l.Items[0].Bare), "funds") {
		first = lex.FundColumn[l.Items[1].Bare]
	}
	return (first == string(normalize.Initial) || first == string(normalize.Budget)) && funds.InPairs(l, lex)
}

// within reports a total that a row of the list follows: one that stands directly
// under the headings, or below a group.
func (p *footPlacer) within(i int) bool {
	name := table.IndexOf(p.slots, "name")
	if name < 0 || p.StartsBlock(i) || !p.startsFoot(p.Lines[i]) || i+1 == len(p.Lines) || startsPairs(p.Lines[i+1], p.Lex) || p.StartsBlock(i+1) {
		return false
	}
	named, marked := false, false
	next := p.Lines[i+1]
	for k := range next.Items {
		it := &next.Items[k]
		switch s := p.slotAt(it, 0); {
		case s == nil || it.Claimed:
		case s.ID == "name":
			named = !it.Figure().IsFigure()
		case s.ID == "weight", s.ID == "score", s.ID == "target":
			marked = marked || it.Figure().IsFigure()
		}
	}
	return named && marked && next.Table == p.Lines[i].Table && !p.startsFoot(next)
}

// subtotal is the label of a row of the list that adds up the rows of a group: 小计, and
// marks behind it; nil where it is none.
func (p *footPlacer) subtotal(l *table.Line) *table.Item {
	it := l.First()
	if it == nil || it.Bare == "" || !p.Lex.Words.Subtotal.End(it.Bare) {
		return nil
	}
	figures := 0
	for k := range l.Items {
		switch o := &l.Items[k]; {
		case o == it, o.Claimed, value.IsNothing(o.Text):
		case o.Figure().IsFigure():
			if o.Figure().Unit != "%" || p.inShares() {
				figures++
			}
		default:
			return nil
		}
	}
	if figures == 0 {
		return nil
	}
	return it
}

// inShares reports a list whose weights are printed in percent, those of its rows or the
// budget's.
func (p *footPlacer) inShares() bool {
	percent := func(f *normalize.Field) bool { return f.IsFigure() && f.Unit == "%" }
	if n := len(p.Report.Indicators); n > 0 {
		return percent(p.Report.Indicators[n-1].Weight)
	}
	return p.Report.Funds != nil && slices.ContainsFunc(p.Report.Funds.Rows, func(r normalize.FundRow) bool { return percent(r.Weight) })
}

// takeSubtotal files such a row.
func (p *footPlacer) takeSubtotal(l *table.Line, label *table.Item) {
	label.Claimed, label.Role = true, normalize.RoleLabel
	var marks []*table.Item
	for k := range l.Items {
		if it := &l.Items[k]; !it.Claimed && it.Figure().IsFigure() {
			marks = append(marks, it)
		}
	}
	p.part(label.Bare, marks)
}

// marksSlots are the columns of the list that hold marks, in their order.
func (p *footPlacer) marksSlots() (out []*table.Slot) {
	for k := range p.slots {
		switch p.slots[k].ID {
		case table.Level1Points, table.Level2Points, "weight", "score":
			out = append(out, &p.slots[k])
		}
	}
	return out
}

// inColumns counts the figures that stand under weights or scores when moved by so
// many columns; none where another stands in a column that cannot hold it.
func (p *footPlacer) inColumns(found []*table.Item, off int) int {
	marks := 0
	seen := map[*table.Slot]bool{}
	for _, it := range found {
		s := p.slotAt(it, off)
		if s == nil || seen[s] {
			return 0
		}
		seen[s] = true
		switch s.ID {
		case "weight", "score":
			marks++
		case lexicon.Further, "coefficient", table.Level1Points, table.Level2Points:
		default:
			return 0
		}
	}
	return marks
}

// slotAt is the column of the list that a cell stands in.
func (p *footPlacer) slotAt(it *table.Item, off int) *table.Slot {
	if i := table.SlotAt(p.slots, it.Col+off); i >= 0 {
		return &p.slots[i]
	}
	return nil
}

// offBySums is by how many columns a row of totals has moved: off, unless it adds up the
// weights, and the scores if it has them, only when it is moved otherwise.
//
//	评价标准 | 分值 | 自评分 | 复核分
//	批复文件 | 100  | 98     | 97
//	100      | 98   | 97     |        the total
func (p *footPlacer) offBySums(found []*table.Item, off int) int {
	weights, scores := p.sums()
	holds := func(off int) (n int, whole bool) {
		if p.inColumns(found, off) == 0 {
			return 0, false
		}
		weight, score := false, scores.IsZero()
		for _, it := range found {
			f := it.Figure()
			switch s := p.slotAt(it, off); {
			case !f.IsFigure():
			case s.ID == "weight" && f.Figure().Equal(weights):
				n, weight = n+1, true
			case s.ID == "score" && f.Figure().Equal(scores):
				n, score = n+1, true
			}
		}
		return n, weight && score
	}
	most, _ := holds(off)
	for _, to := range []int{1, -1, 2, -2, 3, -3, 4, -4} {
		if n, whole := holds(to); n > most && whole {
			off, most = to, n
		}
	}
	return off
}

// addsUp is the column that a figure is the sum of, the marks of the other making another:
// where its row has moved out of its columns, the sum tells which it is. "" for neither.
func (p *footPlacer) addsUp(it *table.Item) normalize.Column {
	weights, scores := p.sums()
	f := it.Figure()
	switch {
	case !f.IsFigure() || weights.Equal(scores):
		return ""
	case f.Figure().Equal(weights):
		return normalize.Weight
	case f.Figure().Equal(scores):
		return normalize.Score
	}
	return ""
}

// scoreAlone reports the only figure of a total that is the score, wherever it stands: it
// adds up the scores or, of a list that lacks rows, has more places than the full marks have,
// or stands among rows that have moved. A total has the score rather.
func scoreAlone(p *footPlacer, it *table.Item) bool {
	weights, scores := p.sums()
	if weights.Equal(scores) && it.Figure().IsFigure() && it.Figure().Figure().Equal(scores) {
		return rowsMoved(p)
	}
	if by := p.addsUp(it); by != "" || scores.IsZero() || !it.Figure().IsFigure() || it.Figure().Figure().Equal(weights) {
		return by == normalize.Score
	}
	return it.Figure().Figure().Places() > weights.Places() || rowsMoved(p)
}

// rowsMoved reports that rows of the list stood off their headings: a total that has two
// figures, one under the marks, may have as well, and both are marks.
func rowsMoved(p *footPlacer) bool {
	return slices.ContainsFunc(p.Report.Moves, func(m normalize.Move) bool { _, ok := m.Field.Indicator(); return ok })
}

// sums are what the printed weights and scores make, the budget's included.
func (p *footPlacer) sums() (weights, scores num.Decimal) {
	add := func(sum *num.Decimal, f *normalize.Field) {
		if f != nil && f.IsFigure() {
			*sum = sum.Add(f.Figure())
		}
	}
	for i := range p.Report.Indicators {
		add(&weights, p.Report.Indicators[i].Weight)
		add(&scores, p.Report.Indicators[i].Score)
	}
	if f := p.Report.Funds; f != nil {
		for i := range f.Rows {
			add(&weights, f.Rows[i].Weight)
			add(&scores, f.Rows[i].Score)
		}
	}
	return weights, scores
}

func (p *footPlacer) slotOf(id string) *table.Slot {
	for i := range p.slots {
		if p.slots[i].ID == id {
			return &p.slots[i]
		}
	}
	return nil
}
