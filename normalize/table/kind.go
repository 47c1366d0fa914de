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

// fullMark is the most that marks of a form add up to.
var fullMark = num.FromInt(100)

// Kind looks at a cell, once.
func (it *Item) Kind(lex *lexicon.Lexicon) Kind {
	if it.kind == nil {
		k := it.look(lex)
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
		k.Mark = f.Figure().Cmp(fullMark) <= 0
	case f.IsFigure() || f.Date != "" || f.Op == normalize.OpRange:
		k.Quantity = true
		k.Op = f.Op != "" && f.Op != normalize.OpRange
		k.percent = f.IsFigure() && f.Unit == "%" && f.Op == ""
	default:
		s := it.Folded
		op, _ := value.CutOp(s)
		k.Op = op != "" && !strings.HasPrefix(s, lex.Words.Achieved)
		k.Words = true
		if !k.Op && (value.Misread(s) || value.LooksNumeric(it.Text) && strings.Trim(s, "0123456789.,-") == "") {
			k.Garbled, k.Words = true, false
		}
	}
	return k
}

// Fit is the cost of such a cell standing in a column of the list of indicators.
func (k Kind) Fit(id string) int {
	level := k.Level1 || k.Level2
	figure := k.Plain || k.Quantity || k.Garbled
	switch id {
	case "level1":
		switch {
		case k.Level1 && k.Level2:
			return 2
		case k.Level1 && !k.Strong:
			return 2
		case k.Level1:
			return 0
		case k.Level2 && k.Strong:
			return 40
		case k.Level2:
			return 32
		case k.Nothing:
			return 5
		case figure || k.Op || k.OpAlone:
			return Unfit
		case k.Runes > 14:
			return 40
		}
		return 25
	case "level2":
		switch {
		case k.Level2 && !k.Strong:
			return 2
		case k.Level2:
			return 0
		case k.Level1:
			return 40
		case k.Nothing:
			return 5
		case figure || k.Op || k.OpAlone:
			return Unfit
		case k.Runes > 20:
			return 40
		}
		return 15
	case "name":
		switch {
		case level && k.Strong:
			return 35
		case level:
			return 6
		case k.Nothing:
			return 10
		case k.Quantity && k.Runes > 12:
			return 20 // 2021年11月30日前完成资金支付
		case k.Plain || k.OpAlone || k.Garbled || k.Quantity && !k.Words:
			return 50
		case k.Op && k.Runes <= 10:
			return 30
		}
		return 0
	case "op":
		switch {
		case k.OpAlone || k.Nothing:
			return 0
		case k.Words && k.Runes <= 5: // 正向指标
			return 5
		}
		return Unfit
	case "unit":
		if k.Nothing || k.Words && k.Runes <= 6 {
			return 0
		}
		return Unfit
	case "target":
		switch {
		case level:
			return Unfit
		case k.Op, k.Quantity:
			return 0
		case k.Plain, k.Nothing:
			return 2
		case k.OpAlone:
			return 20
		case k.Runes > 60:
			return 15
		}
		return 8
	case "actual":
		switch {
		case level:
			return Unfit
		case k.Quantity && !k.Op, k.Plain, k.Nothing:
			return 0
		case k.Op:
			return 10
		case k.Runes > 60:
			return 12
		}
		return 6
	case "weight", "score":
		switch {
		case k.Mark:
			return 0
		case k.Nothing:
			return 3
		case k.Garbled:
			return 6
		case k.Plain:
			return 20
		case k.percent && id == "weight":
			return 8
		}
		return Unfit
	case "coefficient":
		if figure && k.Mark || k.Nothing || k.percent {
			return 0
		}
		if k.Words {
			return 20
		}
		return 4
	case "reason":
		switch {
		case level, k.Op:
			return Unfit
		case k.Plain || k.Quantity || k.Garbled:
			return 40
		case k.Nothing:
			return 3
		}
		return 0
	}
	if k.Words || k.Nothing {
		return 3
	}
	return 8
}

// IsTemplateRow reports a row left over from the blank form: 指标2:, ……
func IsTemplateRow(name string, lex *lexicon.Lexicon) bool {
	s := blank.Fold(name)
	s = strings.TrimRight(s, ":")
	if strings.Trim(s, "….·") == "" {
		return true
	}
	rest, ok := strings.CutPrefix(s, lex.Words.Indicator)
	return ok && strings.Trim(rest, "0123456789") == ""
}
