package score

import (
	"strconv"
	"strings"

	"ziping/extract"
	"ziping/score/solve"
)

var undecided = extract.Text{
	ZH: "矛盾过多或数值过大，未能在限定步数内判定哪些单元格有误，请人工核对",
	EN: "not decided within the limit of steps: too much disagrees, or the figures are too large; a person should look",
}

// slips says in words how a figure came to be wrong.
var slips = map[solve.Slip]extract.Text{
	solve.SlipZero:    {ZH: "汇总数未填，仍为 0", EN: "a sum left at 0"},
	solve.SlipSign:    {ZH: "正负号有误", EN: "the sign is wrong"},
	solve.SlipUnit:    {ZH: "元与万元混用", EN: "元 and 万元 mixed up"},
	solve.SlipPoint:   {ZH: "小数点错位", EN: "the decimal point is misplaced"},
	solve.SlipSwap:    {ZH: "相邻两位数字颠倒", EN: "two neighbouring digits changed places"},
	solve.SlipDigit:   {ZH: "一位数字有误", EN: "one digit is wrong"},
	solve.SlipLost:    {ZH: "漏写一位数字", EN: "a digit is missing"},
	solve.SlipExtra:   {ZH: "多写一位数字", EN: "a digit too many"},
	solve.SlipBlank:   {ZH: "应填而未填", EN: "left blank"},
	solve.SlipNought:  {ZH: "应填数而填了 0", EN: "0 printed for a figure"},
	solve.SlipDoubled: {ZH: "一位数字重复", EN: "a digit printed twice"},
	solve.SlipCopied:  {ZH: "抄成了相邻一行的数", EN: "the figure of the row above or below was copied"},
	solve.SlipColumn:  {ZH: "数填错了列(与相邻一列相混)", EN: "a figure stands in the next column"},
	solve.SlipFollow:  {ZH: "等级与总分不符", EN: "the grade does not follow from the total"},
}

// why says what a repair rests on: whether it is the only smallest one, and
// which slip explains it.
func (p *plan) why(s *solve.Solution, set *solve.Set) string {
	zh, en := "改动 "+strconv.Itoa(len(set.Changes))+" 处即可使相关勾稽全部成立", "changing "+cellCount(len(set.Changes))+" makes every sum concerned agree"
	switch {
	case s.Unique():
		zh, en = zh+"，别无同样小的改法", en+"; no other change as small does"
	case len(s.Sets) > 1:
		n := strconv.Itoa(len(s.Sets))
		zh, en = zh+"；同样小的改法共 "+n+" 种，表内数据不足以判定是哪一种", en+"; "+n+" changes are equally small and the form cannot tell which is right"
	}
	if s.Unique() && !p.isForced(set) {
		zh, en = zh+"；但没有两处互相独立的数据佐证，未更正", en+"; but no two independent figures bear it out, so that it is not applied"
	}
	if !set.Determined {
		zh, en = zh+"；只能确定取值范围，所列为最可能的值", en+"; only a range is proved, the value given is the likeliest in it"
	}
	if slip := p.slip(set); slip != "" {
		zh, en = zh+"。"+slip, en+". "+slip
	}
	return extract.Text{ZH: zh, EN: en}.In(p.lang)
}

func cellCount(n int) string {
	if n == 1 {
		return "one cell"
	}
	return strconv.Itoa(n) + " cells"
}

// slip names the slips of a set, each once.
func (p *plan) slip(set *solve.Set) string {
	var words []string
	seen := map[solve.Slip]bool{}
	for i := range set.Changes {
		k := set.Changes[i].Slip
		if t, ok := slips[k]; ok && !seen[k] {
			words = append(words, t.In(p.lang))
		}
		seen[k] = true
	}
	if p.lang == extract.EN {
		return strings.Join(words, "; ")
	}
	return strings.Join(words, ";")
}
