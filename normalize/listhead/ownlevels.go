package listhead

import (
	"slices"

	"ziping/normalize/draft"
	"ziping/normalize/lexicon"
	"ziping/normalize/table"
)

// OwnLevels takes headings left of the names, under no name of a level, for levels: 指标 |
// 分解指标, and 指标类别 | 指标名称 over 数量指标 | 开放天数. One that may be the name itself
// needs nothing more; under any other a known level must stand, and no figure.
func OwnLevels(p *draft.Draft, headings []table.Heading, body int) {
	levelScores(headings)
	oneDeeper(p, headings, body)
	ownNames(p, headings, body)
	deepest(p, headings, body)
	ownTargets(headings, p.Lex)
	name := -1
	for k := range headings {
		switch h := &headings[k]; {
		case h.May[0] == "level2":
			levelBefore(p, headings, k, body)
			return
		case h.May[0] == "level1":
			return
		case name < 0 && (h.May[0] == "name" || h.May[0] == table.Aside && slices.Contains(h.May, "name")):
			name = k
		}
	}
	for k := range max(name, 0) {
		h := &headings[k]
		one, two := levelsUnder(p, h.Item, body)
		switch {
		case h.Level != headings[name].Level:
		case slices.Contains(h.May, "name"), one: // 满意度 beside 产出 is a first level too
			h.May = []string{"level1"}
			return
		case two:
			h.May = []string{"level2"}
			return
		}
	}
}

// levelScores takes scores before the names for those of levels, where others stand behind:
// 一级指标 | 得分 | 二级指标 | 三级指标 | 分值 | 得分.
func levelScores(headings []table.Heading) {
	is := func(h table.Heading, id string) bool { return h.May[0] == id }
	name := slices.IndexFunc(headings, func(h table.Heading) bool { return is(h, "name") })
	if name < 0 || !slices.ContainsFunc(headings[name:], func(h table.Heading) bool { return is(h, "score") }) {
		return
	}
	for k := range headings[:name] {
		if is(headings[k], "score") {
			headings[k].May = []string{lexicon.Further}
		}
	}
}

// oneDeeper takes a heading that may be the name, before those of the first and second
// levels, for the first level, where no other heading is the name and rows have words under
// the last of the three and none under it: 评价内容 | 一级指标 | 二级指标, over 履职产出 |
// 数量 | 开放天数.
func oneDeeper(p *draft.Draft, headings []table.Heading, body int) {
	at := -1
	for k := range headings {
		switch h := &headings[k]; {
		case !slices.Contains(h.May, "name"):
		case len(h.May) == 1 || at >= 0:
			return
		default:
			at = k
		}
	}
	if at < 0 || at+2 >= len(headings) {
		return
	}
	three := headings[at : at+3]
	if three[1].May[0] == "level1" && three[2].May[0] == "level2" && three[0].Level == three[2].Level && onceForSeveral(p, headings, at, body) {
		three[0].May, three[1].May, three[2].May = []string{"level1"}, []string{"level2"}, []string{"name"}
	}
}

// onceForSeveral reports that words under the heading at are printed once for several rows
// that have words two columns on: rows with both, and rows with the latter alone; and that no
// first level stands under the heading between, which is then what it says.
func onceForSeveral(p *draft.Draft, headings []table.Heading, at, body int) bool {
	both, alone := false, false
	for _, l := range linesOf(p, body) {
		under := func(k int) *table.Item {
			i := slices.IndexFunc(l.Items, func(it table.Item) bool { return headings[k].Item.Covers(it.Col) })
			if i < 0 {
				return nil
			}
			return &l.Items[i]
		}
		if it := under(at + 1); it != nil && p.Lex.Level1[it.Bare] && !p.Lex.Level2[it.Bare] {
			return false
		}
		if first := under(at); first != nil && headings[at].May[0] == table.Aside && !(under(at+1) != nil && under(at+1).Kind(p.Lex).Level2 && under(at+1).Kind(p.Lex).Strong) {
			continue // a level that has moved under the label beside the list
		}
		if isRow(p, l) && under(at+2) != nil {
			both, alone = both || under(at) != nil, alone || under(at) == nil
		}
	}
	return both && alone
}

// deepest takes the heading of the second levels for that of the names where the list has
// no other, nor a column that may be one, and most of the words under it are no known
// levels, but for the budget's own and first levels that a row begins with, which has moved: 一级指标 | 二级指标 | 年度指标值, over 产出指标 | 培训人次 | ≥3240人次.
func deepest(p *draft.Draft, headings []table.Heading, body int) {
	second := -1
	for k := range headings {
		switch h := &headings[k]; {
		case slices.Contains(h.May, "name"):
			if h.May[0] != table.Aside {
				return
			}
		case h.May[0] == "level2":
			second = k
		}
	}
	if second < 0 {
		return
	}
	known, words := 0, 0
	for _, l := range linesOf(p, body) {
		for k := range l.Items {
			it := &l.Items[k]
			if nothing := k == 0 && p.Lex.Level1[it.Bare] || p.Lex.SaysBudget(it.Bare); headings[second].Item.Covers(it.Col) && !it.Figure().IsFigure() && isRow(p, l) && !nothing {
				words++
				if p.Lex.Level2[it.Bare] || p.Lex.Level1[it.Bare] {
					known++
				}
			}
		}
	}
	if words == 0 || 2*known < words {
		headings[second].May = []string{"name"}
	}
}

// levelBefore takes the heading before that of the second levels for that of the first ones,
// where known ones stand under it (指标 | 二级指标 | 三级指标, over 产出 | 数量 | 开放天数).
func levelBefore(p *draft.Draft, headings []table.Heading, second, body int) {
	if second == 0 {
		return
	}
	h := &headings[second-1]
	if one, _ := levelsUnder(p, h.Item, body); one && h.Level == headings[second].Level && (h.May[0] == lexicon.Further || h.May[0] == "name") {
		h.May = []string{"level1"}
	}
}

// levelsUnder reports words under a heading that are first levels alone, and such as may be
// second levels; none where figures stand there too.
func levelsUnder(p *draft.Draft, heading *table.Item, body int) (one, two bool) {
	for _, l := range linesOf(p, body) {
		for k := range l.Items {
			it := &l.Items[k]
			switch {
			case !heading.Covers(it.Col):
			case it.Figure().IsFigure():
				return false, false
			default:
				one, two = one || p.Lex.Level1[it.Bare] && !p.Lex.Level2[it.Bare], two || p.Lex.Level2[it.Bare]
			}
		}
	}
	return one, two
}

// ownNames finds the names of a list that has no heading for them. Of two headings side by
// side that may head them the second does where the first is printed once for several rows
// or has known levels under it (指标 | 指标内容); else it is the one nobody knows left of the targets, or of the marks,
// under which most rows have words.
func ownNames(p *draft.Draft, headings []table.Heading, body int) {
	sure := slices.ContainsFunc(headings, func(h table.Heading) bool { return h.May[0] == "name" })
	for k := range headings {
		if !slices.Contains(headings[k].May, "name") {
			continue
		}
		if sure && headings[k].May[0] == table.Aside {
			return
		}
		if k+1 < len(headings) && slices.Contains(headings[k+1].May, "name") &&
			(named(p, headings[k].Item, body) < named(p, headings[k+1].Item, body) || onlyHasLevels(p, headings[k].Item, headings[k+1].Item, body)) {
			headings[k].May, headings[k+1].May = []string{"level1"}, []string{"name"}
		} else if namesBehind(p, headings, k, body) {
			headings[k].May, headings[k+1].May = []string{"level1"}, []string{"name"}
		}
		return
	}
	for k := range headings[:max(0, len(headings)-1)] {
		h, next := &headings[k], headings[k+1].May[0]
		if h.May[0] == lexicon.Further && (next == "target" || next == "weight") && 2*named(p, h.Item, body) > len(linesOf(p, body)) {
			h.May = []string{"name"}
			return
		}
	}
}

// namesBehind reports that what a heading of names stands over is printed once for several
// rows, each of which has words under the next heading: no name is left out (评价内容 |
// 评价要点, over 预算管理 | 预算编制 and | 预算执行).
func namesBehind(p *draft.Draft, headings []table.Heading, k, body int) bool {
	if p.Lex.IndicatorColumn[headings[k].Item.Bare] == "name" || k+1 == len(headings) || headings[k+1].May[0] != lexicon.Further || headings[k+1].Level != headings[k].Level || headings[k+1].Item.Col > headings[k].Item.Col+1 {
		return false
	}
	rows := 0
	for _, l := range linesOf(p, body) {
		if isRow(p, l) && headings[k+1].Item.Col <= l.Items[len(l.Items)-1].Col {
			rows++
		}
	}
	n, next := named(p, headings[k].Item, body), named(p, headings[k+1].Item, body)
	return n < next && next*4 >= rows*3
}

// onlyHasLevels reports known first levels under a heading, and none under the other.
func onlyHasLevels(p *draft.Draft, heading, other *table.Item, body int) bool {
	one, _ := levelsUnder(p, heading, body)
	too, _ := levelsUnder(p, other, body)
	return one && !too
}

// isRow reports a row of the list, which a text alone in its line is not, nor a total, nor a
// label with its value.
func isRow(p *draft.Draft, l *table.Line) bool {
	return len(l.Items) > 1 && p.Lex.Foot[l.Items[0].Bare] == "" && p.Lex.Head[l.Items[0].Bare] == ""
}

// named counts the rows with words under a heading.
func named(p *draft.Draft, heading *table.Item, body int) (n int) {
	for _, l := range linesOf(p, body) {
		if !isRow(p, l) {
			continue
		}
		for k := range l.Items {
			if it := &l.Items[k]; heading.Covers(it.Col) && !it.Figure().IsFigure() {
				n++
			}
		}
	}
	return n
}

// linesOf are the lines up to the next block.
func linesOf(p *draft.Draft, body int) []*table.Line {
	end := body
	for end < len(p.Lines) && !p.StartsBlock(end) {
		end++
	}
	return p.Lines[body:end]
}

// ownTargets takes a heading nobody knows for that of the targets where no other is, and what
// was done stands right of it (任务书要求 | 完成情况): an actual value is held against something.
func ownTargets(headings []table.Heading, lex *lexicon.Lexicon) {
	for k := range headings {
		if slices.Contains(headings[k].May, "target") || slices.Contains(headings[k].May, "adjusted_target") {
			return
		}
	}
	for k := 1; k < len(headings); k++ {
		if headings[k].May[0] == "actual" && headings[k-1].May[0] == lexicon.Further && lex.IndicatorColumn[headings[k-1].Item.Bare] == "" {
			headings[k-1].May = []string{"target"}
			return
		}
	}
}
