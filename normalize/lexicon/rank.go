package lexicon

import "strings"

// Rank is what a bare text heads in a list of indicators: 1 where it can only be a first
// level, 2 only a second one, 0 where it may be either (成本指标) or is none.
func (lex *Lexicon) Rank(bare string) int {
	switch {
	case lex.Level1[bare] && !lex.Level2[bare]:
		return 1
	case lex.Level2[bare] && !lex.Level1[bare]:
		return 2
	}
	return 0
}

// HeadsNothing reports a level that another of its rank, or one above it, follows at
// once: of its rows none was filled in. Both must be called indicators, for the name of
// one may be a level's word too (服务对象满意度). A text behind the last cell is "". So
// it is of a block's label that is a level's word, and stands among them: 绩效指标.
func (lex *Lexicon) HeadsNothing(bare, next string) bool {
	called := func(s string) bool {
		return strings.HasSuffix(strings.TrimSuffix(s, lex.Words.AndOthers), lex.Words.Indicator)
	}
	switch r := lex.Rank(bare); {
	case r == 0 || !called(bare):
		return false
	case next == "":
		return true
	case r == 1:
		return lex.Rank(next) == 1 && called(next)
	}
	return (lex.Level1[next] || lex.Level2[next]) && called(next)
}
