package weave

import (
	"slices"

	"ziping/normalize/table"
	"ziping/normalize/value"
)

// heading is a run of column headings in the stream.
type heading struct {
	kind   table.BlockKind
	label  int      // token of the block's label, -1 if there is none
	upper  []headed // the upper row of two
	lower  []headed // the columns, in their order
	end    int      // first token after it
	source bool     // a column 资金来源 stands over the labels
}

// headed is one heading: which token, and the column it heads.
type headed struct {
	token int
	id    string
	col   int
}

// columns are the ids of the columns from left to right.
func (h *heading) columns() []headed { return h.lower }

// headingAt finds the headings of a block that start at token i, with or
// without the block's label in front.
func (w *cells) headingAt(i int) (heading, bool) {
	start, label := i, -1
	if len(w.blocks(w.toks[i].Bare)) > 0 {
		label = i
		start = w.skipBlanks(i + 1)
	}
	if start >= len(w.toks) {
		return heading{}, false
	}
	for _, try := range []func(int, int) (heading, bool){w.fundHeads, w.goalHeads, w.indicatorHeads} {
		if h, ok := try(start, label); ok {
			return h, true
		}
		if label >= 0 && start > i {
			if h, ok := try(i, -1); ok {
				return h, true
			}
		}
	}
	return heading{}, false
}

// mostHeadings bounds the columns of a block; no form has half as many.
const mostHeadings = 48

// run collects the headings from token i on, by the list they are looked up in.
// Empty cells between them are passed over; one heading that nobody knows may
// stand between two known ones.
func (w *cells) run(i int, list map[string]string) (out []headed, end int) {
	end = i
	for k := i; k < len(w.toks) && len(out) < mostHeadings; k++ {
		t := &w.toks[k]
		if t.blank {
			continue
		}
		id := list[t.Bare]
		if id == "" {
			next := w.skipBlanks(k + 1)
			strange := len(out) > 1 && next < len(w.toks) && list[w.toks[next].Bare] != "" && !w.lex.Knows(t.Bare) && t.Bare != "" && !value.IsFigure(t.Text) && len(t.Bare) <= 36
			if !strange {
				break
			}
			id = "other"
		}
		out = append(out, headed{token: k, id: id})
		end = k + 1
	}
	return out, end
}

// fundHeads: 年初预算数 全年预算数 全年执行数 分值 执行率 得分, or two rows:
// 预算安排 拨付情况 结余情况 分值 得分 over 年初…① 年中…② 小计③ ….
func (w *cells) fundHeads(i, label int) (heading, bool) {
	h := heading{kind: table.FundBlock, label: label}
	if label >= 0 && !slices.Contains(w.blocks(w.toks[label].Bare), "funds") {
		return h, false
	}
	if ids := w.blocks(w.toks[i].Bare); len(ids) > 0 && ids[0] == "funds" && w.lex.FundColumn[w.toks[i].Bare] == "" {
		h.source = true // 资金来源, 年度预算数(万元): over the labels
		h.upper = append(h.upper, headed{token: i, id: "label"})
		i = w.skipBlanks(i + 1)
	}
	run, end := w.run(i, w.lex.FundColumn)
	h.end = end
	var groups, top, low []headed
	main := 0
	for k, x := range run {
		switch {
		case x.id == "label" && k == 0:
			h.source = true
			h.upper = append(h.upper, x)
		case x.id == "group":
			if len(low) > 0 {
				return h, false
			}
			groups = append(groups, x)
		case len(groups) > 0 && main == 0 && (x.id == "weight" || x.id == "score" || x.id == "other"):
			top = append(top, x)
		default:
			if isMoneyColumn(x.id) {
				main++
			}
			low = append(low, x)
		}
	}
	if main < 2 || repeated(low) || repeated(top) {
		return h, false
	}
	h.lower = append(low, top...)
	base := 2
	for k := range h.lower {
		h.lower[k].col = base + k
	}
	for k := range h.upper {
		h.upper[k].col = 1
	}
	for _, g := range groups {
		g.col = w.groupColumn(g, h.lower)
		h.upper = append(h.upper, g)
	}
	if len(groups) > 0 {
		for k := range top {
			h.upper = append(h.upper, h.lower[len(low)+k])
		}
		h.lower = h.lower[:len(low)+len(top)]
	}
	return h, true
}

func isMoneyColumn(id string) bool {
	switch id {
	case "initial", "carried_in", "adjustment", "budget", "executed", "execution_rate", "balance", "balance_rate":
		return true
	}
	return false
}

// repeated reports a column that stands twice, which no order can be read from.
func repeated(cols []headed) bool {
	seen := map[string]bool{}
	for _, c := range cols {
		if c.id != "other" && seen[c.id] {
			return true
		}
		seen[c.id] = true
	}
	return false
}

// groupColumn is the first column that a group (预算安排, 拨付情况, 结余情况) lies over.
func (w *cells) groupColumn(g headed, cols []headed) int {
	want := "initial"
	switch b := w.toks[g.token].Bare; {
	case w.lex.Words.GroupExecuted.Has(b):
		want = "executed"
	case w.lex.Words.GroupBalance.Has(b):
		want = "balance"
	}
	for _, c := range cols {
		if c.id == want {
			return c.col
		}
	}
	return cols[0].col
}

// indicatorHeads: 一级指标 二级指标 三级指标 年度指标值 …; where 年度指标值 lies
// over 指标性质 指标值 度量单位 the upper row comes first in the stream.
func (w *cells) indicatorHeads(i, label int) (heading, bool) {
	h := heading{kind: table.IndicatorBlock, label: label}
	if label >= 0 && !slices.Contains(w.blocks(w.toks[label].Bare), "indicators") {
		return h, false
	}
	run, end := w.run(i, w.lex.IndicatorColumn)
	h.end = end
	first := slices.IndexFunc(run, func(x headed) bool { return x.id == "level1" || x.id == "name" })
	if first < 0 {
		return h, false
	}
	if first > 0 { // the upper row stands in front
		upper, lower := run[:first], run[first:]
		if upper[0].id != "target" || !slices.ContainsFunc(lower, func(x headed) bool { return x.id == "target" }) || repeated(upper) || repeated(lower) {
			return h, false
		}
		h.lower = append(slices.Clone(lower), upper[1:]...)
		for k := range h.lower {
			h.lower[k].col = 1 + k
		}
		over := slices.IndexFunc(lower, func(x headed) bool { return x.id == "op" || x.id == "target" || x.id == "unit" })
		h.upper = append(h.upper, headed{token: upper[0].token, id: "target", col: 1 + over})
		h.upper = append(h.upper, h.lower[len(lower):]...)
		h.lower = slices.Clone(h.lower)
		return h, true
	}
	kinds := map[string]bool{}
	for k := range run {
		if run[k].id != "other" {
			kinds[run[k].id] = true
		}
		run[k].col = 1 + k
	}
	h.lower = run
	return h, len(kinds) >= 3 && !repeated(run)
}

// goalHeads: 年度总体目标 | 预期目标 | 实际完成情况.
func (w *cells) goalHeads(i, label int) (heading, bool) {
	h := heading{kind: table.GoalBlock, label: label}
	if label >= 0 && !slices.Contains(w.blocks(w.toks[label].Bare), "goals") {
		return h, false
	}
	run, end := w.run(i, w.lex.GoalColumn)
	h.end = end
	var expected, actual bool
	for k := range run {
		run[k].col = 1 + 3*k
		expected = expected || run[k].id == "expected"
		actual = actual || run[k].id == "actual"
	}
	if expected && actual {
		if k := w.skipBlanks(end); k < len(w.toks) && w.lex.IndicatorColumn[w.toks[k].Bare] == "reason" {
			run = append(run, headed{token: k, id: "reason", col: 1 + 3*len(run)})
			h.end = k + 1
		}
	}
	h.lower = run
	return h, expected && actual && !repeated(run)
}

// startsSomething reports a cell that belongs to no value before it: a label, a
// block, a heading, a title.
func (w *cells) startsSomething(i int) bool {
	t := &w.toks[i]
	if t.uncut || w.lex.Head[t.Bare] != "" || len(w.blocks(t.Bare)) > 0 || table.TitleOf(t.Text, w.lex) != table.NoTitle || table.YearAlone(t.Text) {
		return true
	}
	if w.afterList && w.lex.Foot[t.Bare] != "" {
		return true
	}
	_, ok := w.headingAt(i)
	return ok
}

func (w *cells) headsNext(i int) bool {
	_, ok := w.headingAt(i)
	return ok
}

func colOf(cols []headed, id string) int {
	for k := range cols {
		if cols[k].id == id {
			return k
		}
	}
	return -1
}
