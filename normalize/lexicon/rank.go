package lexicon

import "strings"

// Rank is what a bare text heads in a list of indicators: 1 where it can only be a first
// level, 2 only a second one, 0 where it may be either (成本指标) or is none.
func (l *Lexicon) Rank(bare string) int {
	switch {
	case l.Level1[bare] && !l.Level2[bare]:
		return 1
	case l.Level2[bare] && !l.Level1[bare]:
		return 2
	}
	return 0
}

// HeadsNothing reports a level that another of its rank, or one above it, follows at
// once: of its rows none was filled in. Both must be called indicators, for the name of
// one may be a level's word too (服务对象满意度). A text behind the last cell is "". So
// it is of a block's label that is a level's word, and stands among them: 绩效指标.
func (l *Lexicon) HeadsNothing(bare, next string) bool {
	called := func(s string) bool {
		return strings.HasSuffix(strings.TrimSuffix(s, l.Words.AndOthers), l.Words.Indicator)
	}
	switch r := l.Rank(bare); {
	case r == 0 || !called(bare):
		return false
	case next == "":
		return true
	case r == 1:
		return l.Rank(next) == 1 && called(next)
	}
	return (l.Level1[next] || l.Level2[next]) && called(next)
}

// Blocks are the kinds of block that a bare label names; 年度绩效目标2 is numbered.
func (l *Lexicon) Blocks(bare string) []string {
	if ids := l.Block[bare]; len(ids) > 0 || bare == "" {
		return ids
	}
	return l.Block[strings.TrimRight(bare, "0123456789")]
}
