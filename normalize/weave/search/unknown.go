package search

import (
	"strings"

	"ziping/normalize/weave/stream"
)

// What tells that words nobody knows are a level, where the list is not one of such words
// altogether.

// marked reports words with marks behind them, in a column of levels that has one of marks
// behind it: what they name is as good as said.
func marked(g *Grid, k, c int) bool {
	return c+1 < len(g.Columns) && g.points(c+1) && k+1 < len(g.Kinds) && !g.Blank(k+1) && g.Kinds[k+1].Mark
}

// behindFirst reports words between a first level and other words: a second level that nobody
// knows, for none is without one.
func behindFirst(g *Grid, k int) bool {
	return !g.exact && k > 0 && k+1 < len(g.Kinds) && !g.Blank(k+1) && g.Kinds[k-1].Level1 && !g.Kinds[k-1].Level2 && g.Kinds[k+1].Words && !g.Kinds[k+1].Op
}

// behindFull reports words that stand once, behind a row that nothing is amiss in and before
// other words: they remark on it, or begin a row with a level that nobody knows. Full marks
// say that nothing is amiss. A list without marks does not say, and one that ends with them has
// no place for remarks: there such levels are taken for ones only if the list has others.
func behindFull(g *Grid, k int) bool {
	next := k + 1
	if g.exact || k < 2 || next >= len(g.Kinds) || g.Blank(k-1) || g.Blank(k-2) || g.Blank(next) {
		return false
	}
	if x := &g.Kinds[next]; !x.Words || x.Op || x.Level1 || x.Level2 {
		return false
	}
	if g.printed()[token(g, k).Bare] > 1 {
		return false
	}
	w, s := stream.ColOf(g.Columns, "weight"), stream.ColOf(g.Columns, "score")
	if w < 0 && s < 0 || s+1 == len(g.Columns) {
		return g.newLevels()
	}
	full, given := &g.Kinds[k-2], &g.Kinds[k-1]
	return w >= 0 && s == w+1 && full.Mark && given.Mark && token(g, k-2).Figure().Figure().Equal(token(g, k-1).Figure().Figure())
}

func token(g *Grid, k int) *stream.Token { return &g.cells.Tokens[g.Body[k]] }

// strangeLevel reports words that nobody knows and that may be a first level, or a second one,
// of a list whose levels are not known, or whose cells may be halves. They are called as the known ones are.
func strangeLevel(g *Grid, k, level int) bool {
	words := &g.cells.Lex.Words
	behind := g.rest != nil && level == 2 && (k > 0 && g.Kinds[k-1].Level1 || strings.Contains(token(g, k).Bare, words.Satisfaction)) // as some are, and others may be
	if g.said[level-1] && !behind && !strings.HasSuffix(token(g, k).Bare, words.Indicator) {
		return false
	}
	return (g.strange || g.rest != nil) && g.mayBeLevel(k)
}

// mayBeLevel reports words as short as the name of a level, of which nothing else is known.
func (g *Grid) mayBeLevel(k int) bool {
	const longest = 14
	x, t := &g.Kinds[k], &g.cells.Tokens[g.Body[k]]
	_, vague := g.cells.Lex.ListMeaning[g.cells.Lex.IndicatorColumn[t.Bare]] // 工作任务 heads columns, and is a level too
	known := g.cells.Lex.Knows(t.Bare) && !vague || g.cells.Lex.RemarkColumn[t.Bare]
	return x.Words && !x.Op && !x.OpAlone && x.Runes >= 2 && x.Runes <= longest && !known && !strings.ContainsAny(t.Bare, "0123456789:,;")
}
