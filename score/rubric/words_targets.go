package rubric

import (
	"strings"

	"ziping/extract"
)

func formulaWords(fs []Formula) extract.Text {
	var l list
	for i := range fs {
		t := fs[i].Words()
		l.add(t.ZH, t.EN)
	}
	t := l.text()
	return extract.Text{ZH: strings.ReplaceAll(t.ZH, "；", "，或 "), EN: strings.ReplaceAll(t.EN, "; ", ", or ")}
}

// Words are the formula in words, without figures.
func (f *Formula) Words() extract.Text {
	var t extract.Text
	switch f.Kind {
	case KindRatio:
		t = extract.Text{ZH: "完成值÷指标值×分值", EN: "actual ÷ target × weight"}
	case KindInverse:
		t = extract.Text{ZH: "指标值÷完成值×分值", EN: "target ÷ actual × weight"}
	case KindExcess:
		t = extract.Text{ZH: "（1−偏离÷指标值）×分值", EN: "(1 − what it is off ÷ target) × weight"}
	case KindNone:
		t = extract.Text{ZH: "不得分", EN: "nothing"}
	case KindFormula:
		t = extract.Text{ZH: f.Points.String(), EN: f.Points.String()}
	case KindStep:
		t = extract.Text{ZH: "每差 " + f.Per.String() + " 扣 " + f.Deduct.String(), EN: f.Deduct.String() + " off for each " + f.Per.String() + " it is off"}
		if f.Relative {
			t = extract.Text{ZH: "每差 " + f.Per.String() + "% 扣 " + f.Deduct.String(), EN: f.Deduct.String() + " off for each " + f.Per.String() + " % it is off"}
		}
		t = extract.Text{ZH: t.ZH + wholeWords[f.Whole].ZH, EN: t.EN + wholeWords[f.Whole].EN}
	}
	if !f.Floor.IsZero() {
		t = extract.Text{ZH: t.ZH + "（不足 " + f.Floor.String() + "% 不得分）", EN: t.EN + " (nothing below " + f.Floor.String() + " %)"}
	}
	return t
}

// words are the lines on what is not a missed figure.
func (t *Targets) words() []Line {
	var out []Line
	add := func(headZH, headEN, zh, en string) {
		out = append(out, Line{extract.Text{ZH: headZH, EN: headEN}, extract.Text{ZH: zh, EN: en}})
	}
	switch {
	case t.OnTime && t.LateIsZero:
		add("日期", "Dates", "按期得满分，逾期不得分", "full marks in time, nothing after")
	case t.OnTime:
		add("日期", "Dates", "按期得满分，逾期由评价人定", "full marks in time, a matter of judgement after")
	}
	if t.NegativeIsZero {
		add("负值", "Negatives", "完成值为负按 0 计", "a negative actual counts as 0")
	}
	if t.ZeroIsLimit {
		add("指标值为 0", "Target of 0", "超过即不得分", "nothing if it is passed")
	}
	var b list
	for i := range t.Bands {
		x := &t.Bands[i]
		says := strings.Join(append(append([]string(nil), x.Words...), x.Has...), "、")
		b.add(x.Top.String()+"%–"+x.Low.String()+"%:"+says, x.Top.String()+"–"+x.Low.String()+" %: "+says)
	}
	if len(t.Bands) > 0 {
		add("定性", "In words", b.text().ZH, b.text().EN)
	}
	if t.Coefficient != "" {
		add("系数", "Coefficient", "“"+t.Coefficient+"”栏×分值", "column "+t.Coefficient+" × weight")
	}
	if t.Deduction != "" {
		add("扣分", "Deduction", "分值减“"+t.Deduction+"”栏", "weight less column "+t.Deduction)
	}
	for i := range t.Named {
		f := formulaWords(t.Named[i].Formulas)
		names := strings.Join(t.Named[i].Names, "、")
		add("另可", "Also", names+":"+f.ZH, names+": "+f.EN)
	}
	for i := range t.Over {
		v := &t.Over[i]
		from := v.From.String()
		switch {
		case v.Judged:
			add("超额", "Passed by far", "完成 "+from+"% 以上的可酌减", "from "+from+" % on fewer marks are a matter of judgement")
		case v.ByExcess:
			add("超额", "Passed by far", "超出 "+from+"% 的部分按比例扣", "what passes "+from+" % is taken off in proportion")
		default:
			add("超额", "Passed by far", "完成 "+from+"% 以上又没有原因的扣分值的 "+v.Cut.String()+"%", v.Cut.String()+" % of the weight off from "+from+" % on, if no reason is given")
		}
	}
	for _, u := range t.Unfilled {
		add("未填报", "Not filled in", u.Level+"至多 "+u.Top.String()+" 分", "at most "+u.Top.String()+" points under "+u.Level)
	}
	return out
}
