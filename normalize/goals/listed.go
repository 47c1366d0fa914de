package goals

import (
	"ziping/normalize"
	"ziping/normalize/table"
)

// listed reads goals in rows of their own behind one label, which stands beside the first
// of them: 年度履职目标 | 目标1:建成5万亩, and below it | 目标2:保有120万千瓦. What was done
// may be listed below in the same way; where it has as many rows, they go together. It
// returns the line behind them, i where there are none.
func (p *Reader) listed(i int) int {
	l := p.Lines[i]
	if l.Loose || len(l.Items) != 2 || l.Items[0].Claimed || !p.tells(&l.Items[1]) {
		return i
	}
	id := ID(l.Items[0].Bare, p.Lex)
	if id == "" && p.namesGoals(&l.Items[0]) {
		id = "expected"
	}
	rows := []*table.Item{&l.Items[1]}
	end := i + 1
	for ; end < len(p.Lines) && !p.Lines[end].Loose && !p.StartsBlock(end) && !p.endsGoals(end); end++ {
		below := p.Lines[end]
		if below.Table != l.Table || len(below.Items) != 1 || below.Items[0].Col != rows[0].Col || !p.tells(&below.Items[0]) {
			break
		}
		rows = append(rows, &below.Items[0])
	}
	if len(rows) < 2 || id != "expected" && id != "actual" {
		return i
	}
	l.Items[0].Claimed, l.Items[0].Role = true, normalize.RoleLabel
	open := p.openGoals()
	for k, it := range rows {
		f := it.Words()
		it.Claimed, it.Role = true, normalize.RoleText
		n := len(p.Report.Goals)
		switch {
		case id == "actual" && open == len(rows):
			n += k - open
			p.Report.Goals[n].Actual = f
		case id == "actual":
			p.Report.Goals = append(p.Report.Goals, normalize.Goal{Actual: f})
		default:
			p.Report.Goals = append(p.Report.Goals, normalize.Goal{Expected: f})
		}
		it.Path = normalize.GoalPath(n, normalize.Column(id))
	}
	return end
}

// openGoals counts the latest goals of which nothing is said yet that was done.
func (p *Reader) openGoals() (n int) {
	for n < len(p.Report.Goals) && p.Report.Goals[len(p.Report.Goals)-1-n].Actual == nil {
		n++
	}
	return n
}
