package place

import (
	"unicode/utf8"

	"ziping/normalize"
	"ziping/normalize/draft"
	"ziping/normalize/lexicon"
	"ziping/normalize/table"
	"ziping/normalize/value"
	"ziping/text/num"
)

// footPlacer reads the rows below the list of indicators.
type footPlacer struct {
	*draft.Draft
	slots []table.Slot // columns of the latest list of indicators
	off   int          // by how many columns all its rows stand off their headings
}

// foot reads a row below the indicators: the total, the grade, and remarks.
// A row may hold several: 其他需要说明事项 | 无 | 总分 | 100 | 96 | 优.
func (p *footPlacer) foot(l *table.Line) bool {
	if !p.startsFoot(l) {
		return false
	}
	for i := 0; i < len(l.Items); i++ {
		it := &l.Items[i]
		if it.Claimed {
			continue
		}
		switch id := p.Lex.Foot[it.Bare]; {
		case id == "" && p.footPair(it): // 总分:97.31分
		case id == "total" || id == "" && i == 0 && p.totalLabel(l):
			it.Claimed, it.Role = true, normalize.RoleLabel
			i = p.totals(l, i+1, it.Bare) - 1
		case id == "grade":
			it.Claimed, it.Role = true, normalize.RoleLabel
			if i+1 < len(l.Items) && p.Report.Grade == nil && isGradeName(&l.Items[i+1]) {
				i++
				p.fileGrade(&l.Items[i], l.Items[i].Text)
			}
		case id == "other":
			it.Claimed, it.Role = true, normalize.RoleLabel
			if i+1 < len(l.Items) && p.Lex.Foot[l.Items[i+1].Bare] == "" {
				i++
				l.Items[i].Role = normalize.RoleText
				p.Other(it.Text, &l.Items[i], l.Items[i].Text)
			} else {
				p.Report.Other = append(p.Report.Other, normalize.Labelled{Label: it.Text, Field: &normalize.Field{State: normalize.Blank}})
			}
		default:
			p.grade(it)
		}
	}
	return true
}

// isGradeName reports a cell that can be the grade behind its label, whatever the office
// calls its grades: 合格, A, 较好.
func isGradeName(it *table.Item) bool {
	const longest = 4 // characters
	return utf8.RuneCountInString(it.Folded) <= longest && !it.Figure().IsFigure() && !value.IsNothing(it.Text) && it.Folded != ""
}

// grade takes a cell that is a grade and nothing else, if it is the first one.
func (p *footPlacer) grade(it *table.Item) bool {
	if value.GradeLetter(it.Text) == "" {
		return false
	}
	if p.Report.Grade == nil {
		p.fileGrade(it, it.Text)
	}
	return true
}

// fileGrade files what a cell says of the grade.
func (p *footPlacer) fileGrade(it *table.Item, text string) {
	p.Report.Grade = value.Grade(text)
	p.Report.Grade.At = it.Ref()
	it.Claimed, it.Role, it.Path = true, normalize.RoleValue, normalize.GradePath
}

func (p *footPlacer) startsFoot(l *table.Line) bool {
	it := l.First()
	if it == nil {
		return false
	}
	below := len(p.Blocks) > 0 || len(p.slots) > 0 // a block stands above, if only the list being read
	if id := p.Lex.Foot[it.Bare]; id != "" {
		// 合计 before there is a list belongs to the money, whose heading was lost.
		if p.Lex.Source[it.Bare] != "" {
			return len(p.slots) > 0
		}
		return id != "other" || below
	}
	if kv, ok := cutColon(it.Text); ok && len(l.Items) <= 3 && below && p.Lex.Foot[lexicon.Bare(kv[0])] == "total" {
		return true
	}
	return p.totalLabel(l) || len(l.Items) == 1 && value.GradeLetter(it.Text) != ""
}

// totalLabel reports a row that only adds up: a label that ends in 总分 or 合计,
// and figures behind it.
func (p *footPlacer) totalLabel(l *table.Line) bool {
	it := l.First()
	if len(l.Items) < 2 || len(p.slots) == 0 || it.Bare == "" || len(it.Bare) > 30 {
		return false
	}
	if w := p.Lex.Words.Total; !w.Begin(it.Bare) && !w.End(it.Bare) {
		return false
	}
	figures := 0
	for i := range l.Items {
		o := &l.Items[i]
		switch {
		case o == it, o.Claimed, value.IsNothing(o.Text):
		case o.Figure().IsFigure() && o.Figure().Unit != "%":
			figures++
		case value.GradeLetter(o.Text) == "":
			return false
		}
	}
	return figures > 0 && figures <= 2
}

// footPair takes a total or a grade printed with its label in one cell.
func (p *footPlacer) footPair(it *table.Item) bool {
	kv, ok := cutColon(it.Text)
	if !ok || kv[1] == "" {
		return false
	}
	switch p.Lex.Foot[lexicon.Bare(kv[0])] {
	case "total":
		f := value.Mark(kv[1])
		if t := p.Total(); f.IsFigure() && t.Score == nil {
			f.At = it.Ref()
			t.Score = f
			it.Claimed, it.Role, it.Path = true, normalize.RoleValue, normalize.TotalScorePath
			return true
		}
	case "grade":
		if p.Report.Grade == nil && value.GradeLetter(kv[1]) != "" {
			p.fileGrade(it, kv[1])
			return true
		}
	}
	return false
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
	t := p.Total()
	above := t.Score // printed over the list as well: 自评总分: 69
	take := func(it *table.Item, to **normalize.Field, path normalize.Path) {
		f := it.MarkField()
		if to == &t.Score && above.IsFigure() && !(f.IsFigure() && f.Figure().Equal(above.Figure())) {
			return // which of the two is the form's is not known
		}
		it.Claimed, it.Role, it.Path = true, normalize.RoleNumber, path
		*to = f
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
	marks := p.marksSlots()
	off := 0
	if p.inColumns(found, p.off) > p.inColumns(found, 0) { // a total stands under the rows that it adds up
		off = p.off
	}
	if len(found) == 1 && p.Lex.Words.TotalOfScores.In(label) {
		weightSlot = nil
	}
	switch {
	case p.inColumns(found, off) > 0 && weightSlot != nil && t.Score == nil && t.Weight == nil:
		for _, it := range found {
			switch {
			case weightSlot.Covers(it.Col + off):
				take(it, &t.Weight, normalize.TotalWeightPath)
			case scoreSlot != nil && scoreSlot.Covers(it.Col+off):
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
		take(found[0], &t.Weight, normalize.TotalWeightPath)
		take(found[1], &t.Score, normalize.TotalScorePath)
	case len(found) == 1 && t.Weight == nil && weightSlot != nil && (scoreSlot == nil || !scoreSlot.Covers(found[0].Col)) && p.weightsAlone(found[0]):
		take(found[0], &t.Weight, normalize.TotalWeightPath)
		if t.Score == nil {
			t.Score = &normalize.Field{State: normalize.Blank}
		}
	case len(found) == 1 && (t.Score == nil || t.Score.State == normalize.Blank):
		take(found[0], &t.Score, normalize.TotalScorePath)
	}
	return i
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
		case lexicon.Further, "coefficient", "reason", table.Level1Points, table.Level2Points:
		default:
			return 0
		}
	}
	return marks
}

// slotAt is the column of the list that a cell stands in.
func (p *footPlacer) slotAt(it *table.Item, off int) *table.Slot {
	for i := range p.slots {
		if p.slots[i].Covers(it.Col + off) {
			return &p.slots[i]
		}
	}
	return nil
}

// weightsAlone reports a figure that all weights make together and the scores do not:
// where its row has moved out of its columns, the sum tells which it is.
func (p *footPlacer) weightsAlone(it *table.Item) bool {
	var weights, scores num.Decimal
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
	f := it.Figure()
	return f.IsFigure() && f.Figure().Cmp(weights) == 0 && f.Figure().Cmp(scores) != 0
}

func (p *footPlacer) slotOf(id string) *table.Slot {
	for i := range p.slots {
		if p.slots[i].ID == id {
			return &p.slots[i]
		}
	}
	return nil
}
