package lexicon

import (
	"strings"
	"unicode/utf8"

	"ziping/text/bracket"
	"ziping/text/hanzi"
	"ziping/text/numerals"
)

// A copy may lose the first bracket of a remark: 年度指标值含单位). The column is the one
// that the text begins with.

// longestRemark is how long a remark without its bracket may be, and shortestColumn the
// heading before it, in characters.
const (
	longestRemark  = 6
	shortestColumn = 3
)

// Half returns the heading of a column that a text begins with, where words without
// a figure follow it that a bracket ends and none begins, else the bare text as it is.
func (l *Lexicon) Half(folded, bare string) string {
	if !strings.HasSuffix(folded, ")") || bracket.Open(folded) >= 0 || numerals.HasDigit(folded) || l.Knows(bare) {
		return bare
	}
	head := bare
	for range longestRemark {
		last, size := utf8.DecodeLastRuneInString(head)
		if head = head[:len(head)-size]; !hanzi.Is(last) || utf8.RuneCountInString(head) < shortestColumn {
			break
		}
		if l.IndicatorColumn[head] != "" || l.FundColumn[head] != "" || l.GoalColumn[head] != "" {
			return head
		}
	}
	return bare
}
