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
	solve.SlipZero:    {ZH: "汇总行未填（为 0）", EN: "a sum left at 0"},
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
	solve.SlipColumn:  {ZH: "数填错了列（与相邻一列相混）", EN: "a figure stands in the next column"},
	solve.SlipFollow:  {ZH: "等级与总分不符", EN: "the grade does not follow from the total"},
}

// why says what a repair rests on: whether it is the only smallest one, what on the
// form speaks for or against it, and which slip explains it.
func (p *plan) why(s *solve.Solution, set *solve.Set) string {
	n := strconv.Itoa(len(set.Changes))
	zh, en := "改动 "+n+" 处即可使相关勾稽全部成立", "changing "+cellCount(len(set.Changes))+" makes every sum concerned agree"
	e := p.weigh(set)
	switch {
	case p.onlyOne(s):
		zh, en = zh+"，且没有改动同样少的其他方案", en+"; no other change as small does"
		if !p.isForced(set) {
			zh, en = zh+"；但没有两处相互独立的数据佐证，未更正", en+"; but no two independent figures bear it out, so that it is not applied"
		}
	case len(s.Sets) > 1:
		n := strconv.Itoa(len(s.Sets))
		zh, en = zh+"；改动同样少的方案共 "+n+" 种，表内数据不足以判定是哪一种", en+"; "+n+" changes are equally small and the form cannot tell which is right"
	case fillsZero(set) || e.contradicted():
		zh, en = zh+"，但差错未必在此处，请人工核对", en+", but the fault may lie elsewhere; a person should look"
	}
	if !set.Determined {
		zh, en = zh+"；只能确定取值范围，所列为最可能的值", en+"; only a range is proved, the value given is the likeliest in it"
	}
	for _, own := range []extract.Text{p.slip(set), e.say()} {
		if own.ZH != "" {
			zh, en = zh+"。"+own.ZH, en+". "+own.EN
		}
	}
	return extract.Text{ZH: zh, EN: en}.In(p.lang)
}

// say tells the evidence in words.
func (e *evidence) say() extract.Text {
	var zh, en []string
	add := func(z, e string) { zh, en = append(zh, z), append(en, e) }
	for _, w := range e.for_ {
		add("与表中“"+w+"”相符", "the form says “"+w+"”")
	}
	if e.ruleFor {
		add("与评分规则算出的得分相符", "the scoring rule gives this score")
	}
	for _, w := range e.against {
		add("与表中“"+w+"”矛盾", "the form says “"+w+"”, which speaks against it")
	}
	if e.ruleAgainst {
		add("原得分与评分规则相符，改后不符", "the scoring rule gives the score as printed")
	}
	return extract.Text{ZH: strings.Join(zh, "；"), EN: strings.Join(en, "; ")}
}

func cellCount(n int) string {
	if n == 1 {
		return "one cell"
	}
	return strconv.Itoa(n) + " cells"
}

// slip names the slips of a set, each once.
func (p *plan) slip(set *solve.Set) extract.Text {
	var zh, en []string
	seen := map[solve.Slip]bool{}
	for i := range set.Changes {
		k := set.Changes[i].Slip
		if t, ok := slips[k]; ok && !seen[k] {
			zh, en = append(zh, t.ZH), append(en, t.EN)
		}
		seen[k] = true
	}
	if zh == nil {
		return extract.Text{}
	}
	return extract.Text{ZH: "成因：" + strings.Join(zh, "；"), EN: "cause: " + strings.Join(en, "; ")}
}
