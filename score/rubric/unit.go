package rubric

import (
	"strings"

	"ziping/normalize"
	"ziping/text/num"
)

// scales are the number words in front of a unit, with their powers of ten.
var scales = []struct {
	word  string
	power int32
}{{"百万", 6}, {"千万", 7}, {"万亿", 12}, {"百亿", 10}, {"千亿", 11}, {"亿", 8}, {"万", 4}, {"千", 3}, {"百", 2}}

// synonyms are other spellings of what is counted, with a power of ten where
// the unit is a multiple of the usual one.
var synonyms = map[string]struct {
	base  string
	power int32
}{
	"名": {"人", 0}, "位": {"人", 0}, "人员": {"人", 0}, "场次": {"场", 0}, "场(次)": {"场", 0},
	"公里": {"米", 3}, "km": {"米", 3}, "平方米": {"㎡", 0}, "m2": {"㎡", 0}, "m²": {"㎡", 0}, "公斤": {"克", 3}, "kg": {"克", 3},
	"天": {"日", 0}, "百分比": {"%", 0}, "百分点": {"%", 0}, "个百分点": {"%", 0}, "‰": {"%", -1},
}

// Unit splits a printed unit into its power of ten and what is counted:
// 万人次 is 4 and 人次. Two units are of a kind when what is counted is equal.
func Unit(unit string) (power int32, base string) {
	base = unit
	if !strings.HasPrefix(unit, "百分") {
		for _, s := range scales {
			if rest, ok := strings.CutPrefix(unit, s.word); ok {
				power, base = s.power, rest
				break
			}
		}
	}
	if same, ok := synonyms[base]; ok {
		return power + same.power, same.base
	}
	return power, base
}

// inUnitOf returns the actual's number in the target's unit. ok is false where
// the units are of different kinds, or where one is missing and that matters:
// 97% beside a bare ≥90 may be 97 or 0.97.
func inUnitOf(target, actual *normalize.Field, n num.Decimal) (num.Decimal, bool) {
	if target.Unit == actual.Unit {
		return n, true
	}
	tp, tb := Unit(target.Unit)
	ap, ab := Unit(actual.Unit)
	if target.Unit == "" || actual.Unit == "" {
		return n, tp == 0 && ap == 0 && tb != "%" && ab != "%"
	}
	return n.Shift(ap - tp), tb == ab
}
