package copied

import (
	"slices"

	"ziping/normalize/lexicon"
	"ziping/normalize/table"
	"ziping/normalize/value"
)

// Programs that know no merged cells put the text of one into each place that it was merged
// over:
//
//	绩效指标 | 一级指标 | 二级指标 | 三级指标 | 分值 | 得分 | 得分
//	绩效指标 | 产出指标 | 数量指标 | 培训人次 | 50   | 48   | 48
//	绩效指标 | 合计     | 合计     | 合计     | 100  | 98   | 98
//
// Two equal headings side by side, or three equal labels, show that a table was copied so, or the label of a block
// before its headings and again below. Then cells are one that say the same under one heading,
// or as a label; and labels that go on from row to row, from the left on.

// merged are the rows of a table whose cells say the same in several places.
type merged struct {
	rows []*table.Line
	lex  *lexicon.Lexicon
	over map[int]*table.Item // of each column the heading above the row at hand
}

// giveBack merges the cells of a table again.
func giveBack(rows []*table.Line, lex *lexicon.Lexicon) {
	m := merged{rows: rows, lex: lex, over: map[int]*table.Item{}}
	if slices.ContainsFunc(rows, hasSpan) || !slices.ContainsFunc(rows, m.repeats) && !m.repeatsBeside() {
		return
	}
	for i, l := range rows {
		heads := m.heads(l)
		l.Items = m.across(l, heads)
		if !heads {
			continue
		}
		if i > 0 {
			m.secondHeadings(rows[i-1], l)
		}
		if i == 0 || !m.heads(rows[i-1]) {
			clear(m.over)
		}
		for k := range l.Items {
			for c := range l.Items[k].Span {
				m.over[l.Items[k].Col+c] = &l.Items[k]
			}
		}
	}
	m.down()
}

func hasSpan(l *table.Line) bool {
	return slices.ContainsFunc(l.Items, func(it table.Item) bool { return it.Span > 1 || it.RowSpan > 1 })
}

// run is where the equal cells end that begin at item k.
func run(items []table.Item, k int) int {
	to := k + 1
	for to < len(items) && items[to].Col == items[to-1].Col+1 && items[to].Folded == items[k].Folded {
		to++
	}
	return to
}

// repeats reports a row that shows that cells were put into several places.
func (m *merged) repeats(l *table.Line) bool {
	for k := range l.Items {
		if n := run(l.Items, k) - k; n > 2 && m.label(&l.Items[k]) || n > 1 && m.heads(l) && m.lex.Heads(l.Items[k].Bare) && !m.besideItsHeading(l, k) {
			return true
		}
	}
	return false
}

// heads reports a row of headings: several, or two and nothing else, and no figure.
func (m *merged) heads(l *table.Line) bool {
	const fewest = 3
	n, others := 0, 0
	for k := range l.Items {
		switch it := &l.Items[k]; {
		case k > 0 && it.Folded == l.Items[k-1].Folded:
		case m.lex.Heads(it.Bare):
			n++
		default:
			others++
		}
	}
	return (n >= fewest || n == fewest-1 && others == 0) && !l.HasFigure()
}

// repeatsBeside reports the label of a block before its headings and again before a row below them.
func (m *merged) repeatsBeside() bool {
	for i, l := range m.rows[:max(0, len(m.rows)-1)] {
		if next := m.rows[i+1]; l.Items[0].Col == next.Items[0].Col && l.Items[0].Folded == next.Items[0].Folded && m.labels(&l.Items[0]) && m.heads(l) && !m.heads(next) {
			return true
		}
	}
	return false
}

// labels reports the label of a block.
func (m *merged) labels(it *table.Item) bool { return len(m.lex.Blocks(it.Bare)) > 0 }

// label reports a text that is a label of the head or of the foot, or of a row that adds up.
func (m *merged) label(it *table.Item) bool {
	l := m.lex
	return (l.Head[it.Bare] != "" || l.Foot[it.Bare] != "" || l.Words.Subtotal.Has(it.Bare)) && !m.labels(it)
}

// across merges equal cells of a row.
func (m *merged) across(l *table.Line, heads bool) []table.Item {
	out := l.Items[:0:0]
	for k := 0; k < len(l.Items); {
		it := l.Items[k]
		to := run(l.Items, k)
		if m.besideItsHeading(l, k) {
			to = k + 1
		}
		behind := len(out) > 0 && m.lex.Head[out[len(out)-1].Bare] != "" // a value behind its label
		if !heads && (to-k < len(l.Items) || m.ofGoals(&it)) && !m.label(&it) && !behind && !m.valueOfLabel(l, k) {
			to = k + m.underOne(l.Items[k:to])
		}
		it.Span = to - k
		out, k = append(out, it), to
	}
	return out
}

// ofGoals reports a cell under a heading of goals: what was wanted and what was done may be the same.
func (m *merged) ofGoals(it *table.Item) bool {
	above := m.over[it.Col]
	return above != nil && m.lex.GoalColumn[above.Bare] != ""
}

// besideItsHeading reports the label of a block that is a heading too, before its headings: 总体目标
// beside 总体目标 are two cells.
func (m *merged) besideItsHeading(l *table.Line, k int) bool {
	it := &l.Items[k]
	return k == 0 && m.labels(it) && (m.lex.GoalColumn[it.Bare] != "" || m.lex.FundColumn[it.Bare] != "" || m.lex.IndicatorColumn[it.Bare] != "")
}

// valueOfLabel reports a text in a row of the head or the foot: it stands under no heading.
func (m *merged) valueOfLabel(l *table.Line, k int) bool {
	return !l.Items[k].Figure().IsFigure() && m.label(&l.Items[0])
}

// underOne is how many of some equal cells stand under the heading that the first of them does.
// Words stand under no headings of money, and figures under none in a row of their own.
func (m *merged) underOne(items []table.Item) int {
	figure := items[0].Figure().IsFigure() || value.IsNothing(items[0].Text)
	above := m.over[items[0].Col]
	if above != nil && !figure && m.lex.FundColumn[above.Bare] != "" && m.lex.IndicatorColumn[above.Bare] == "" {
		return len(items)
	}
	if above == nil && figure {
		return 1
	}
	n := slices.IndexFunc(items, func(o table.Item) bool { return m.over[o.Col] != above })
	if n < 0 {
		return len(items)
	}
	return n
}

// secondHeadings takes out of a second row of headings what the first has said, where the first
// has a heading over several of the second.
func (m *merged) secondHeadings(first, second *table.Line) {
	if !m.heads(first) {
		return
	}
	above := func(col int) *table.Item {
		i := slices.IndexFunc(first.Items, func(o table.Item) bool { return o.Covers(col) })
		if i < 0 {
			return nil
		}
		return &first.Items[i]
	}
	under := 0 // headings with another above them
	for k := range second.Items {
		it := &second.Items[k]
		if o := above(it.Col); o == nil || o.Folded != it.Folded {
			if o == nil || o.Span == 1 {
				return
			}
			under++
		}
	}
	if under == 0 {
		return
	}
	second.Items = slices.DeleteFunc(second.Items, func(it table.Item) bool {
		o := above(it.Col)
		if o.Folded != it.Folded {
			return false
		}
		o.RowSpan++
		return true
	})
}

// down merges labels that go on from row to row: those of blocks, and those of levels with
// what stands beside them, as long as all left of them go on too.
func (m *merged) down() {
	last := map[int]*table.Item{} // of each column the label that goes on
	levels := map[int]bool{}      // the columns left of the names that have a heading
	heads := false                // the row above is one of headings
	for _, l := range m.rows {
		above := heads
		if heads = m.heads(l); heads && !above {
			clear(last)
			name := slices.IndexFunc(l.Items, func(it table.Item) bool { return m.lex.IndicatorColumn[it.Bare] == "name" })
			clear(levels)
			for k := range max(0, name) {
				levels[l.Items[k].Col] = m.lex.IndicatorColumn[l.Items[k].Bare] != ""
			}
		}
		l.Items = m.goesOn(l, last, levels)
	}
}

// goesOn takes the labels out of a row that go on from the row above, and notes those that may
// go on below: labels of blocks, and levels with what stands beside them.
func (m *merged) goesOn(l *table.Line, last map[int]*table.Item, levels map[int]bool) []table.Item {
	on := 0 // labels that go on
	for on < len(l.Items) {
		it := &l.Items[on]
		if was := last[it.Col]; was == nil || was.Folded != it.Folded || was.Span != it.Span {
			break
		}
		on++
	}
	if on == len(l.Items) { // nothing else stands in the row
		return l.Items
	}
	for k := range on {
		last[l.Items[k].Col].RowSpan++
	}
	rest := l.Items[on:]
	for col := range last {
		if col >= rest[0].Col {
			delete(last, col)
		}
	}
	for k := range rest {
		if it := &rest[k]; k < len(rest)-1 && (levels[it.Col] && !m.label(&rest[0]) || k == 0 && on == 0 && m.besideBlock(l)) {
			last[it.Col] = it
		}
	}
	return rest
}

// besideBlock reports a row that begins with the label of a block: one that is known, or one
// before its headings.
func (m *merged) besideBlock(l *table.Line) bool {
	return m.labels(&l.Items[0]) || m.heads(l) || slices.ContainsFunc(l.Items[1:], func(it table.Item) bool { return m.lex.RemarkColumn[it.Bare] })
}
