package read

import (
	"strings"
	"unicode/utf8"

	"ziping/normalize"
	"ziping/normalize/lexicon"
	"ziping/normalize/value"
	"ziping/text/blank"
)

// kind is what a cell looks like, without regard to where it stands.
type kind struct {
	level1, level2 bool // its words are those of a level
	strong         bool // and it says 指标, which an indicator's name does not
	nothing        bool // -, —, /
	plain          bool // a figure without comparator or unit
	mark           bool // a plain figure from 0 to 100, or one in 分
	quantity       bool // a figure with a unit, a percent, a date, a range
	op             bool // starts with a comparator
	opAlone        bool // is a comparator: ≥, 定性
	garbled        bool // digits that are no figure
	percent        bool // 40%
	words          bool
	runes          int
}

// kindOf looks at a cell, once.
func (it *item) kindOf(lex *lexicon.Lexicon) kind {
	if it.kind == nil {
		k := it.look(lex)
		it.kind = &k
	}
	return *it.kind
}

func (it *item) look(lex *lexicon.Lexicon) kind {
	k := kind{runes: utf8.RuneCountInString(it.text)}
	if value.IsNothing(it.text) {
		k.nothing = true
		return k
	}
	if it.bare != "" {
		k.level1, k.level2 = lex.Level1[it.bare], lex.Level2[it.bare]
		k.strong = (k.level1 || k.level2) && strings.HasSuffix(strings.TrimSuffix(it.bare, "等"), "指标")
	}
	if k.level1 || k.level2 {
		return k
	}
	if len(it.text) > 90 {
		k.words = true
		return k
	}
	if _, ok := value.Comparator(it.text); ok {
		k.opAlone = true
		return k
	}
	var f normalize.Field // a look, of which nothing is kept
	value.Read(&f, it.text, "2000")
	switch {
	case f.State == normalize.Garbled:
		k.garbled = true
	case f.IsFigure() && f.Op == "" && (f.Unit == "" || f.Unit == "分"):
		k.plain = f.Unit == ""
		k.quantity = !k.plain
		k.mark = f.Figure().Cmp(hundred) <= 0
	case f.IsFigure() || f.Date != "" || f.Op == normalize.OpRange:
		k.quantity = true
		k.op = f.Op != "" && f.Op != normalize.OpRange
		k.percent = f.IsFigure() && f.Unit == "%" && f.Op == ""
	default:
		s := it.folded
		op, _ := value.CutOp(s)
		k.op = op != "" && !strings.HasPrefix(s, "达到")
		k.words = true
		if !k.op && (value.Misread(s) || value.LooksNumeric(it.text) && strings.Trim(s, "0123456789.,-") == "") {
			k.garbled, k.words = true, false
		}
	}
	return k
}

// fit is the cost of such a cell standing in a column of the list of indicators.
func (k kind) fit(id string) int {
	level := k.level1 || k.level2
	figure := k.plain || k.quantity || k.garbled
	switch id {
	case "level1":
		switch {
		case k.level1 && k.level2:
			return 2
		case k.level1 && !k.strong:
			return 2
		case k.level1:
			return 0
		case k.level2 && k.strong:
			return 40
		case k.level2:
			return 32
		case k.nothing:
			return 5
		case figure || k.op || k.opAlone:
			return costUnfit
		case k.runes > 14:
			return 40
		}
		return 25
	case "level2":
		switch {
		case k.level2 && !k.strong:
			return 2
		case k.level2:
			return 0
		case k.level1:
			return 40
		case k.nothing:
			return 5
		case figure || k.op || k.opAlone:
			return costUnfit
		case k.runes > 20:
			return 40
		}
		return 15
	case "name":
		switch {
		case level && k.strong:
			return 35
		case level:
			return 6
		case k.nothing:
			return 10
		case k.quantity && k.runes > 12:
			return 20 // 2021年11月30日前完成资金支付
		case k.plain || k.opAlone || k.garbled || k.quantity && !k.words:
			return 50
		case k.op && k.runes <= 10:
			return 30
		}
		return 0
	case "op":
		switch {
		case k.opAlone || k.nothing:
			return 0
		case k.words && k.runes <= 5: // 正向指标
			return 5
		}
		return costUnfit
	case "unit":
		if k.nothing || k.words && k.runes <= 6 {
			return 0
		}
		return costUnfit
	case "target":
		switch {
		case level:
			return costUnfit
		case k.op, k.quantity:
			return 0
		case k.plain, k.nothing:
			return 2
		case k.opAlone:
			return 20
		case k.runes > 60:
			return 15
		}
		return 8
	case "actual":
		switch {
		case level:
			return costUnfit
		case k.quantity && !k.op, k.plain, k.nothing:
			return 0
		case k.op:
			return 10
		case k.runes > 60:
			return 12
		}
		return 6
	case "weight", "score":
		switch {
		case k.mark:
			return 0
		case k.nothing:
			return 3
		case k.garbled:
			return 6
		case k.plain:
			return 20
		case k.percent && id == "weight":
			return 8
		}
		return costUnfit
	case "coefficient":
		if figure && k.mark || k.nothing || k.percent {
			return 0
		}
		if k.words {
			return 20
		}
		return 4
	case "reason":
		switch {
		case level, k.op:
			return costUnfit
		case k.plain || k.quantity || k.garbled:
			return 40
		case k.nothing:
			return 3
		}
		return 0
	}
	if k.words || k.nothing {
		return 3
	}
	return 8
}

// isTemplateRow reports a row left over from the blank form: 指标2:, ……
func isTemplateRow(name string) bool {
	s := blank.Fold(name)
	s = strings.TrimRight(s, ":")
	if strings.Trim(s, "….·") == "" {
		return true
	}
	rest, ok := strings.CutPrefix(s, "指标")
	return ok && strings.Trim(rest, "0123456789") == ""
}
