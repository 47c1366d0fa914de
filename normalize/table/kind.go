package table

import (
	"strings"
	"unicode/utf8"

	"ziping/normalize"
	"ziping/normalize/lexicon"
	"ziping/normalize/value"
	"ziping/text/blank"
	"ziping/text/num"
	"ziping/text/units"
)

// fullMark is the most that marks of a form add up to; a rate in percent that is
// more than largestRate is an amount of money rather.
var (
	fullMark    = num.FromInt(100)
	largestRate = num.FromInt(1000)
)

// Kind looks at a cell, once.
func (it *Item) Kind(lex *lexicon.Lexicon) Kind {
	if it.kind == nil {
		k := it.look(lex)
		k.Look = it.lookOf(&k)
		it.kind = &k
	}
	return *it.kind
}

func (it *Item) look(lex *lexicon.Lexicon) Kind {
	k := Kind{Runes: utf8.RuneCountInString(it.Text)}
	if value.IsNothing(it.Text) {
		k.Nothing = true
		return k
	}
	if it.Bare != "" {
		k.Level1, k.Level2 = lex.Level1[it.Bare], lex.Level2[it.Bare]
		k.Strong = (k.Level1 || k.Level2) && strings.HasSuffix(strings.TrimSuffix(it.Bare, lex.Words.AndOthers), lex.Words.Indicator)
	}
	if k.Level1 || k.Level2 {
		return k
	}
	if name, ok := Unnumbered(it.Folded, lex); ok && name != "" {
		k.Words, k.Numbered = true, true
		return k
	}
	if len(it.Text) > 90 {
		k.Words = true
		return k
	}
	if _, ok := value.Comparator(it.Text); ok {
		k.OpAlone = true
		return k
	}
	var f normalize.Field // a look, of which nothing is kept
	value.Read(&f, it.Text, "2000")
	switch {
	case f.State == normalize.Garbled:
		k.Garbled = true
	case f.IsFigure() && f.Op == "" && (f.Unit == "" || units.Mark(f.Unit)):
		k.Plain = f.Unit == ""
		k.Quantity = !k.Plain
		k.Mark = f.Figure().Abs().Cmp(fullMark) <= 0
	case f.IsFigure() && f.Op == "" && utf8.RuneCountInString(f.Unit) >= longestUnit && !strings.ContainsAny(f.Unit, "/("): // 15间受雨季影响
		k.Words = true
	case f.IsFigure() || f.Date != "" || f.Op == normalize.OpRange:
		k.Quantity = true
		k.Op = f.Op != "" && f.Op != normalize.OpRange
	default:
		s := it.Folded
		op, _ := value.CutOp(s)
		k.Op = op != "" && !strings.HasPrefix(s, lex.Words.Achieved) || lex.Words.TimeBound.Has(s)
		k.Words = true
		if !k.Op && (value.Misread(s) || value.LooksNumeric(it.Text) && strings.Trim(s, "0123456789.,-") == "") {
			k.Garbled, k.Words = true, false
		}
	}
	return k
}

// The lengths that tell words apart, in characters.
const (
	longestSort     = 5  // a sort of target: 正向指标
	longestUnit     = 6  // a unit
	longestLevel1   = 14 // the name of a first level
	longestLevel2   = 20 // the name of a second level
	longestSentence = 60 // what a target says in words
	longestBound    = 10 // words with a bound that are no name of an indicator
	longestQuantity = 12 // a quantity that is no name
)

// lookOf is the row of the table of costs that a cell belongs to.
func (it *Item) lookOf(k *Kind) Look {
	switch {
	case k.Nothing:
		return Nothing
	case k.Level1 && k.Level2:
		return either(k.Strong, eitherLevel, eitherLevelBare)
	case k.Level1:
		return either(k.Strong, levelOne, levelOneBare)
	case k.Level2:
		return either(k.Strong, levelTwo, levelTwoBare)
	case k.OpAlone:
		return operator
	case k.Garbled && !value.Unreadable(it.Text):
		return garbled
	case k.Garbled:
		return unread
	case k.Op && k.Words:
		return either(k.Runes <= longestBound, boundInWords, longBoundInWords)
	case k.Op:
		return either(k.Runes <= longestQuantity, bound, longBound)
	case k.Words && value.Unreadable(it.Text):
		return unread
	case k.Words:
		return it.wordsLook(k)
	}
	return it.figureLook(k)
}

func (it *Item) wordsLook(k *Kind) Look {
	switch {
	case k.Numbered:
		return numberedName
	case k.Runes > longestSentence:
		return longText
	case value.LooksNumeric(it.Text):
		return figureAndWords
	case k.Runes <= longestUnit && value.IsGrade(it.Text):
		return gradeWord
	case k.Runes <= longestSort:
		return shortWord
	case k.Runes <= longestUnit:
		return word
	case k.Runes <= longestLevel1:
		return phrase
	case k.Runes <= longestLevel2:
		return longPhrase
	}
	return sentence
}

// figureLook tells figures by what money, rates and marks can be.
func (it *Item) figureLook(k *Kind) Look {
	f := it.Figure()
	switch {
	case !f.IsFigure():
		return either(k.Runes <= longestQuantity, quantity, longQuantity)
	case f.Unit == "%":
		return percent
	case f.Unit != "":
		return either(k.Mark, points, amount)
	case k.Mark:
		return mark
	}
	return either(f.Figure().Abs().Cmp(largestRate) <= 0, figure, largeFigure)
}

func either(is bool, a, b Look) Look {
	if is {
		return a
	}
	return b
}

// IsTemplateRow reports a row left over from the blank form: 指标2:, ……, 指标1:/.
func IsTemplateRow(name string, lex *lexicon.Lexicon) bool {
	s := blank.Fold(name)
	s = strings.TrimRight(s, ":")
	if strings.Trim(s, "….·") == "" {
		return true
	}
	name, numbered := Unnumbered(s, lex)
	return numbered && value.IsNothing(name)
}

// Unnumbered is a folded name without the 指标1: it begins with, and whether it does.
func Unnumbered(s string, lex *lexicon.Lexicon) (string, bool) {
	rest, ok := strings.CutPrefix(s, lex.Words.Indicator)
	rest = strings.TrimLeft(rest, "0123456789")
	if !ok || rest != "" && rest[0] != ':' {
		return s, false
	}
	return strings.TrimPrefix(rest, ":"), true
}
