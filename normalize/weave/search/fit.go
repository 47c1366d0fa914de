package search

// What a cell of a list can be, for the search in grid.go. A cost of
// infinite says that it cannot stand there at all.

import (
	"strings"

	"ziping/normalize/lexicon"
	"ziping/normalize/table"
	"ziping/normalize/weave/stream"
	"ziping/text/hanzi"
	"ziping/text/units"
)

// skip is the cost of leaving column c of a row empty.
func (g *Grid) skip(c int) int {
	switch {
	case c == g.Name:
		return table.Infinite
	case c == g.level2 || c == g.level1 || g.points(c):
		return 0
	case c < g.Name: // 序号
		return lostCell
	case g.exact:
		return lostCell
	}
	switch g.Columns[c].ID {
	case "reason":
		return 0
	case "op", "unit": // none with a target in words
		return lostUnit
	case "other":
		if g.mostlyBlank(c) {
			return 0
		}
	}
	return lostCell
}

// mostlyBlank reports a further column that most rows leave empty.
func (g *Grid) mostlyBlank(c int) bool {
	head, words := g.cells.Tokens[g.Columns[c].Token].Bare, &g.cells.Lex.Words
	if g.review && (words.FiguresEnd.End(head) || words.ValuesEnd.End(head)) {
		return false
	}
	return words.MostlyBlank.In(head) && !words.NeverBlank.Has(head)
}

// fits is the cost of cell k in column c, or infinite.
func (g *Grid) fits(k, c int) int {
	id := g.Columns[c].ID
	if g.Blank(k) {
		switch {
		case c == g.Name:
			return blankName
		case c < g.Name:
			return table.Infinite
		}
		return 0
	}
	if g.cells.Tokens[g.Body[k]].Uncut {
		return yes(c >= g.Name)
	}
	switch g.budget[k] {
	case levelOfBudget:
		return yes(c == g.level1 || c == g.level2)
	case nameOfBudget:
		return yes(c == g.Name)
	}
	if g.numbers != nil && g.numbers[k] {
		return yes(c == g.Name)
	}
	x := &g.Kinds[k]
	if c < g.Name && c != g.level1 && c != g.level2 { // points of a level, 序号
		return yes(x.Plain && !x.Op)
	}
	words := &g.cells.Lex.Words
	level := x.Level1 || x.Level2
	t := &g.cells.Tokens[g.Body[k]]
	if lexicon.PointsOnly(t.Text) { // (50分): a first level whose name is lost
		return yes(c == g.level1)
	}
	if g.pointed(t) && (!level || id == "name") { // 政策制定(15分), 决策(10分)
		return yes(c == g.level1 || c == g.level2)
	}
	switch id {
	case "level1":
		if !x.Level1 && marked(g, k, c) && (x.Level2 || g.mayBeLevel(k)) {
			return called
		}
		if !level && strangeLevel(g, k, 1) {
			return unknown
		}
		if !x.Level1 {
			return table.Infinite
		}
		return 0
	case "level2":
		switch {
		case !level && g.mayBeLevel(k) && marked(g, k, c):
			return called
		case !level && (strangeLevel(g, k, 2) || (behindFull(g, k) || behindFirst(g, k)) && g.mayBeLevel(k)):
			return unknown
		case !x.Level2:
			return table.Infinite
		case x.Level1 && g.strange: // where levels are not known it may be either
			return 2 * unknown
		case x.Level1 && (strings.HasPrefix(t.Bare, words.Satisfaction) || g.cost && strings.HasPrefix(t.Bare, words.Cost)):
			if !x.Strong && strings.HasPrefix(t.Bare, words.Satisfaction) && k+1 < len(g.Kinds) && !g.Kinds[k+1].Level2 { // 满意度 | 读者满意度: a level is missing, if it is a first one
				return lostLevel
			}
			return 24
		}
		return 0
	case "name":
		switch {
		case level && x.Strong:
			return table.Infinite
		case level:
			return 4
		case table.IsTemplateRow(t.Text, g.cells.Lex), emptyRow(g.Kinds, k):
			return 0
		case hanzi.Count(t.Text) < 2 && x.Runes < 4:
			return table.Infinite
		case x.Op && words.MarksFor.In(t.Text): // ≥90%得10分 is what marks are given for
			return table.Infinite
		case x.Runes <= 3 && stream.ColOf(g.Columns, "unit") >= 0:
			return slack + 1 // 平方米 is a unit rather
		case x.Words && strings.Contains(t.Folded, ",") && stream.ColOf(g.Columns, "reason") >= 0:
			return clauses
		case g.numbers != nil && (x.Words && !x.OpAlone || counts(x, t)):
			return noNumber
		case x.Words && !x.OpAlone, counts(x, t):
			return 0
		}
		return table.Infinite
	}
	if level || table.IsTemplateRow(t.Text, g.cells.Lex) {
		return table.Infinite
	}
	if g.exact {
		return g.fitsExact(x, t, id)
	}
	switch id {
	case "op":
		return yes(x.OpAlone || x.Nothing)
	case "unit":
		return yes(x.Nothing || x.Words && !x.Op && x.Runes <= 6)
	case "target", "actual":
		if stream.ColOf(g.Columns, "unit") >= 0 && units.Is(t.Text) {
			return table.Infinite
		}
		if x.Op && id == "actual" && !x.OpAlone {
			return slack + 1 // ≥95% is a target rather, although some copy it
		}
		return yes(!x.OpAlone && !x.Garbled)
	case "weight":
		return yes(x.Nothing || x.Mark && !g.shares || g.shares && share(t))
	case "score":
		return yes(x.Mark || x.Nothing)
	case "reason":
		return yes(x.Words && !x.Op || x.Nothing || counts(x, t))
	}
	return g.fitsOther(k, c)
}

// emptyRow reports the first of the dashes behind a level that has no indicator:
// 生态效益指标 | / | / | / | /.
func emptyRow(kinds []table.Kind, k int) bool {
	if k == 0 || k+1 == len(kinds) || !kinds[k].Nothing || !kinds[k+1].Nothing {
		return false
	}
	return kinds[k-1].Level1 || kinds[k-1].Level2
}

// fitsExact is the cost of a cell where every column shows its cell, full or
// empty: the count decides, the kind of the cell little.
func (g *Grid) fitsExact(x *table.Kind, t *stream.Token, id string) int {
	f := x.Fit(id)
	switch {
	case f < table.Unfit:
		return f / lostCell
	case id == "weight" || id == "reason":
		return lostCell + 2
	}
	return table.Infinite
}

// fitsOther tells by the heading of a further column what it holds.
func (g *Grid) fitsOther(k, c int) int {
	x, t := &g.Kinds[k], &g.cells.Tokens[g.Body[k]]
	head, words := g.cells.Tokens[g.Columns[c].Token].Bare, &g.cells.Lex.Words
	switch {
	case strings.HasPrefix(head, words.YesOrNo):
		return yes(words.YesNo.Has(t.Folded) || x.Nothing)
	case words.ValuesEnd.End(head):
		return yes(!x.OpAlone && !x.Garbled)
	case g.Columns[c].ID == "coefficient", words.FiguresEnd.End(head), strings.Contains(head, words.FiguresHave):
		return yes(x.Plain || x.Quantity || x.Nothing)
	}
	return yes(x.Words && !x.Op || x.Op && words.MarksFor.In(t.Text) || x.Nothing || words.MostlyBlank.In(head) && counts(x, t))
}

// counts reports a quantity that says more than how much: 2家企业迁出.
func counts(x *table.Kind, t *stream.Token) bool { return x.Quantity && hanzi.Count(t.Text) >= 4 }

func yes(ok bool) int {
	if ok {
		return 0
	}
	return table.Infinite
}

// unlike is the cost of words answering a target in figures, or the reverse:
// the words may as well be the reason why nothing was achieved, or a name.
func (g *Grid) unlike(k, p, c int) int {
	if g.exact || g.Columns[c].ID != "actual" || g.Columns[p].ID != "target" && g.Columns[p].ID != "unit" {
		return 0
	}
	if x := &g.Kinds[k]; !x.Words && (x.Plain || x.Quantity) && g.Columns[p].ID == "target" && g.Kinds[k-1].Words && !g.Kinds[k-1].Op {
		return slack + 1
	}
	if !g.Kinds[k].Words || hanzi.Count(g.cells.Tokens[g.Body[k]].Text) < 4 {
		return 0
	}
	if g.Columns[p].ID == "target" && !g.Kinds[k-1].Quantity && !g.Kinds[k-1].Plain && !g.Kinds[k-1].Op {
		return 0
	}
	if g.cells.Lex.Words.Answers.Begin(g.cells.Tokens[g.Body[k]].Text) {
		return 0
	}
	return slack + 1
}

// pointed reports marks in brackets behind words in a list that has a column of its own for those of
// its rows.
func (g *Grid) pointed(t *stream.Token) bool {
	_, ok := lexicon.Points(t.Text)
	return ok && strings.HasSuffix(t.Folded, ")") && !strings.Contains(t.Folded, ":") && (g.level1 >= 0 || g.level2 >= 0) && stream.ColOf(g.Columns, "weight") >= 0
}
