package money

import (
	"strings"

	"ziping/normalize/lexicon"
	"ziping/text/blank"
)

// Entry cuts 其中:基本支出:2959.41万元 into label and value; the value may be empty.
func Entry(text string, lex *lexicon.Lexicon) (label, value string, ok bool) {
	s := strings.ReplaceAll(text, "\uff1a", ":")
	for _, prefix := range lex.Words.PartOf {
		s, _ = blank.CutPrefix(s, prefix)
	}
	s = blank.Trim(s)
	label, value, ok = strings.Cut(s, ":")
	if !ok && s != "" { // the colon is left out where the figure has a cell of its own
		return s, "", true
	}
	return label, blank.Trim(value), ok
}
