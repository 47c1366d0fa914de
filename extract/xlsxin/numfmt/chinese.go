package numfmt

import (
	"strings"

	"ziping/text/numerals"
)

// numerals shows a number in Chinese numerals: in words where the format is
// General ([DBNum1]General shows 105 as 一百〇五), figure by figure where it has
// places ([DBNum2]0 shows 105 as 壹零伍).
func (s *section) numerals(d Decimal) (string, bool) {
	formal := s.numeral == 2
	if !s.general {
		if s.has(exponent) || len(s.tokens) > 0 && !s.has(digit) {
			return "", false
		}
		text, _ := s.numberText(d)
		return numerals.Digits(text, formal), true
	}
	sign := ""
	if d.neg {
		sign, d.neg = "-", false
	}
	var b strings.Builder
	for _, t := range s.tokens {
		switch t.kind {
		case whole:
			g, exact := general(d)
			before, behind, fraction := strings.Cut(g, ".")
			words, ok := numerals.Spell(before, formal)
			if !ok || !exact {
				return "", false
			}
			b.WriteString(sign + words)
			if fraction {
				b.WriteString("." + numerals.Digits(behind, formal))
			}
			sign = ""
		case literal, point:
			b.WriteString(t.text)
		}
	}
	return b.String(), true
}

// numeralDate writes a part of a date, such as 2023 or 12, in Chinese numerals:
// years figure by figure, the rest in words. ok is false for parts padded with
// zeros, of which programs make different things.
func numeralDate(word, figures string, formal bool) (text string, ok bool) {
	switch {
	case figures == "" || strings.Trim(figures, "0123456789") != "":
		return figures, true
	case word[0] == 'y' || word[0] == 'e' || word[0] == 'b':
		return numerals.Digits(figures, formal), true
	case len(word) > 1:
		return "", false
	}
	words, ok := numerals.Spell(figures, formal)
	if !formal { // 十二月, not 一十二月
		if rest, ten := strings.CutPrefix(words, "一十"); ten {
			words = "十" + rest
		}
	}
	return words, ok
}
