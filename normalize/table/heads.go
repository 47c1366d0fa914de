package table

import (
	"cmp"
	"slices"

	"ziping/normalize"
	"ziping/normalize/lexicon"
)

// Tell says of each line what it heads and whether it is a title. It is done
// once, when the lines are made and before anything is read of them.
func Tell(lines []*Line, lex *lexicon.Lexicon) {
	for _, l := range lines {
		l.Title, l.Heads = sortOfLine(l, lex), blockOfLine(l, lex)
	}
	for i := range lines {
		if i+1 < len(lines) && lines[i].Heads == NoHead && lines[i+1].Heads == IndicatorHead && headsAbove(lines[i], lines[i+1], lex) {
			lines[i].Heads = IndicatorHead
		}
	}
}

// headsAbove reports a row with headings of the list that stands over the one with those of
// the levels, and goes on where that ends: 评价指标 | | | 评分标准 | 自评分, over 一级指标 |
// 二级指标 | 三级指标.
func headsAbove(l, below *Line, lex *lexicon.Lexicon) bool {
	if l.Loose || l.Table != below.Table || len(l.Items) < 2 || l.HasFigure() {
		return false
	}
	known, last := 0, below.Items[len(below.Items)-1].Col
	for i := range l.Items {
		if lex.IndicatorColumn[l.Items[i].Bare] != "" {
			known++
		}
	}
	return known >= 2 && 2*known > len(l.Items) && l.Items[0].Col <= below.Items[0].Col && l.Items[len(l.Items)-1].Col > last
}

func blockOfLine(l *Line, lex *lexicon.Lexicon) HeadKind {
	switch {
	case headsRemarks(l, lex):
		return RemarkHead
	case headsPeople(l, lex):
		return PeopleHead
	case !namesTwo(l, lex):
		return NoHead
	case sideNames(l, lex):
		return SideHead
	case fundsHeader(l, lex):
		return FundHead
	case indicatorHeader(l, lex):
		return IndicatorHead
	case goalsHeader(l, lex):
		return GoalHead
	}
	return NoHead
}

// headsRemarks reports the heading of a small table of remarks.
func headsRemarks(l *Line, lex *lexicon.Lexicon) bool {
	return !l.Loose && len(l.Items) > 1 && lex.RemarkBlock[l.Items[0].Bare] &&
		slices.ContainsFunc(l.Items[1:], func(it Item) bool { return lex.RemarkColumn[it.Bare] })
}

// headsPeople reports the heading of a table of people: what heads their names, first or
// behind the label of the table, and what is said of each and nothing else.
func headsPeople(l *Line, lex *lexicon.Lexicon) bool {
	at := slices.IndexFunc(l.Items, func(it Item) bool { return lex.PersonHeading[it.Bare] })
	return !l.Loose && (at == 0 || at == 1) &&
		!slices.ContainsFunc(l.Items[at+1:], func(it Item) bool { return !lex.PersonColumn[it.Bare] })
}

// namesTwo reports a line with two headings in it, which most lines are not and every
// row of headings is.
func namesTwo(l *Line, lex *lexicon.Lexicon) bool {
	n := 0
	for i := range l.Items {
		if b := l.Items[i].Bare; b != "" && lex.Heads(b) {
			if n++; n == 2 {
				return true
			}
		}
	}
	return false
}

// The heading rows of the blocks, told by how many of their columns they name.
// A row that also holds what stands under such headings is none: there heading
// and rows have run together, and what belongs where cannot be told.

// A money block has room before its columns for the block's name and the sources. A
// table with several columns of words there lists something else (任务名称 | 项目级次
// | 主要内容 | 批复金额 | 实际支出金额).
func fundsHeader(l *Line, lex *lexicon.Lexicon) bool {
	n, groups, strange, named := 0, 0, 0, false
	for i := range l.Items {
		b := l.Items[i].Bare
		id := lex.FundColumn[b]
		named = named || id == "label" || len(lex.Block[b]) > 0 || lex.Source[b] != ""
		if id == "" && n == 0 {
			strange++
		}
		switch {
		case id == "group":
			groups++
		case HeadsWhole(l, i, lex):
			n++
		case id == "" && lex.Source[b] != "" && n > 0: // before the columns it stands over the labels
			return false
		case IsFundColumn(id) && id != string(normalize.Weight) && id != string(normalize.Score):
			n++
		}
	}
	return n+groups >= 2 && !l.HasFigure() && (named || strange < 3)
}

// HeadsWhole reports a heading of what the columns before it add up to, which is called as
// the source of the whole money: 年初预算 | 追加 | 合计 | 支出. What was there at first and
// what came to it stand before it, and more columns behind.
func HeadsWhole(l *Line, k int, lex *lexicon.Lexicon) bool {
	b := l.Items[k].Bare
	if lex.Source[b] != "total" || lex.FundColumn[b] != "" || k < 2 || k+1 >= len(l.Items) {
		return false
	}
	id := func(k int) normalize.Column {
		b := l.Items[k].Bare
		return normalize.Column(cmp.Or(lex.FundColumn[b], lex.FundBeside[b]))
	}
	first, more := id(k-2), id(k-1)
	if !IsFundColumn(string(id(k + 1))) {
		return false
	}
	if first == normalize.Budget || more == normalize.Budget { // 上年结转 | 本年预算 | 合计
		return first == normalize.CarriedIn || more == normalize.CarriedIn
	}
	return (first == normalize.Initial || first == normalize.CarriedIn) && (more == normalize.Initial || more == normalize.CarriedIn || more == normalize.Adjustment)
}

func goalsHeader(l *Line, lex *lexicon.Lexicon) bool {
	var expected, block bool
	actual, both := 0, 0 // both: names the block and is a column, 年度目标完成情况
	if len(l.Items) < 2 || goalsBeside(l, lex) {
		return false
	}
	for i := range l.Items {
		b := l.Items[i].Bare
		switch lex.GoalColumn[b] {
		case "expected":
			expected = true
		case "actual":
			actual++
		case "":
			if id := lex.IndicatorColumn[b]; id == "level1" || id == "level2" || id == "name" {
				return false
			}
		}
		for _, id := range lex.Block[b] {
			if id == "goals" && lex.GoalColumn[b] == "actual" {
				both++
			}
			block = block || id == "goals"
		}
	}
	return expected && actual > 0 || block && actual > min(both, 1)
}

// goalsBeside reports a row in which each heading has its text beside it: 年度目标 | 建好路
// | 完成情况 | 已建好.
func goalsBeside(l *Line, lex *lexicon.Lexicon) bool {
	if len(l.Items) != 4 || lex.GoalColumn[l.Items[0].Bare] != "expected" || lex.GoalColumn[l.Items[2].Bare] != "actual" {
		return false
	}
	for _, k := range []int{1, 3} {
		if b := l.Items[k].Bare; lex.Heads(b) || lex.GoalColumn[b] != "" || len(lex.Block[b]) > 0 || lex.IndicatorColumn[b] != "" {
			return false
		}
	}
	return true
}

func indicatorHeader(l *Line, lex *lexicon.Lexicon) bool {
	name := false
	seen := make([]string, 0, 16)
	if len(l.Items) < 3 {
		return false
	}
	for i := range l.Items {
		it := &l.Items[i]
		id := lex.IndicatorColumn[it.Bare]
		if i > 0 && id == "" && len(lex.Block[it.Bare]) == 0 && (lex.Level1[it.Bare] || lex.Level2[it.Bare]) {
			return false // heading and rows have run together
		}
		if id == "" || id == "other" || slices.Contains(seen, id) {
			continue
		}
		seen = append(seen, id)
		name = name || id == "name" || id == "level1" || slices.Contains(lex.ListMeaning[id].May, "name")
	}
	has := func(id string) bool { return slices.Contains(seen, id) }
	// 预期目标 | 实际完成情况 | 未完成原因 heads goals, which have no marks.
	return len(seen) >= 3 && (name || has("target") && has("actual") && (has("weight") || has("score") || !goalsHeader(l, lex)))
}

// sideNames reports a row that names sources side by side: three of them, or
// two and a column of money.
func sideNames(l *Line, lex *lexicon.Lexicon) bool {
	if l.Loose || len(l.Items) < 3 {
		return false
	}
	sources, columns := 0, 0
	for k := range l.Items {
		if lex.Source[l.Items[k].Bare] != "" && !HeadsWhole(l, k, lex) {
			sources++
		}
	}
	if sources < 2 {
		return false
	}
	for k := range l.Items {
		b := l.Items[k].Bare
		switch {
		case lex.Split[b] != "":
			return false
		case lex.Source[b] == "" && IsFundColumn(lex.FundColumn[b]):
			columns++
		}
	}
	return (sources >= 3 || sources == 2 && columns > 0) && !l.HasFigure()
}

// IsFundColumn reports the id of a money column.
func IsFundColumn(id string) bool {
	var r normalize.FundRow
	return r.Slot(normalize.Column(id)) != nil
}

// NamesIndicators reports a row with headings of the list of indicators, which
// may have lost the rest of them.
func NamesIndicators(l *Line, lex *lexicon.Lexicon) bool {
	for k := range l.Items {
		switch lex.IndicatorColumn[l.Items[k].Bare] {
		case "level1", "level2", "name":
			return true
		}
	}
	return false
}
