package narrative

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"ziping/extract"
	"ziping/normalize"
	"ziping/score"
	"ziping/score/checks/cite"
	"ziping/text/blank"
)

// TXT05 finds text that was left over: prompts and placeholders of the blank
// form, and slogans of another time.
var TXT05 = score.Check{
	Doc: score.Doc{
		ID: "TXT-05", Name: "leftover-text", Level: score.Notice,
		Title: extract.Text{ZH: "没有模板提示语、占位符和过时的文字", EN: "No template prompts, placeholders or text of another occasion"},
		What: extract.Text{
			ZH: "没有留下填写提示(100字以内、请填写)、占位(指标2：、……、×××)，也没有已经过时的任务(2021 年起仍写“打赢脱贫攻坚战”；“巩固脱贫攻坚成果”不算)。词语和年份见 score/checks/narrative/leftover.yaml。",
			EN: "No prompts (100字以内, 请填写), placeholders (指标2:, ……, ×××) and no task of another time are left: “winning the fight against poverty” from 2021 on (consolidating its results is no such text). The words and years are those of score/checks/narrative/leftover.yaml.",
		},
		Why:    extract.Text{ZH: "模板文字没有删，说明内容没有人看过；过时的任务说明是照抄往年的。", EN: "Prompts left in show that nobody read the form; old tasks show that it was copied."},
		Right:  extract.Text{ZH: "完成灌区节水改造项目 1 个", EN: "one irrigation project completed"},
		Wrong:  extract.Text{ZH: "对照年度目标，说明相关任务目标的完成情况(100字以内)", EN: "“say how the yearly goals were met (within 100 characters)”"},
		Fix:    extract.Text{ZH: "不更正：应由填报人删改。", EN: "None: the office must edit it."},
		Source: extract.Text{ZH: "青神 2023、天长 2022、福州 2023 年自评表", EN: "forms of Qingshen 2023, Tianchang 2022 and Fuzhou 2023"},
		Since:  "0.1",
	},
	Run: leftoverText,
}

func leftoverText(p *score.Pass) {
	r := p.Report
	year := 0
	if !r.Year.IsBlank() {
		year, _ = strconv.Atoi(r.Year.Value)
	}
	test := func(f *normalize.Field, path func() normalize.Path) {
		if f.IsBlank() {
			return
		}
		zh, en := leftover(f.Text, year)
		if zh == "" {
			p.Agree()
			return
		}
		p.Found(score.Finding{Field: path(), At: cite.Place(f), Stated: cite.Clip(f.Text), Verdict: score.Undetermined, Message: p.Say(zh, en)})
	}
	for i, g := range r.Goals {
		test(g.Expected, func() normalize.Path { return normalize.GoalPath(i, normalize.Expected) })
		test(g.Actual, func() normalize.Path { return normalize.GoalPath(i, normalize.Actual) })
	}
	for i := range r.Indicators {
		x := &r.Indicators[i]
		test(x.Name, func() normalize.Path { return normalize.IndicatorPath(i, normalize.Name) })
		test(x.Reason, func() normalize.Path { return normalize.IndicatorPath(i, normalize.Reason) })
		for _, c := range []struct {
			name normalize.Column
			f    *normalize.Field
		}{{normalize.Target, x.Target}, {normalize.Actual, x.Actual}} {
			if _, number := c.f.Number(); !number {
				test(c.f, func() normalize.Path { return normalize.IndicatorPath(i, c.name) })
			}
		}
	}
	for i, l := range r.Other {
		test(l.Field, func() normalize.Path { return normalize.OtherPath(i) })
	}
}

// leftover says what of a text was left over; zh is empty where nothing was.
func leftover(text string, year int) (zh, en string) {
	if placeholder(blank.Trim(text)) {
		return "“" + cite.Clip(text) + "”是模板留下的占位文字", "“" + cite.Clip(text) + "” is a placeholder of the template"
	}
	data := leftovers()
	if i, n := data.prompt(text); n > 0 {
		return "留有模板的填写提示“" + around(text, i, n) + "”", "a prompt of the template was left in: “" + around(text, i, n) + "”"
	}
	if t, i := data.task(text, year); t != nil {
		quote, until := around(text, i, len(t.Name)), strconv.Itoa(t.Until)
		return "“" + quote + "”是 " + until + " 年底已完成的任务，表的年度是 " + strconv.Itoa(year),
			"“" + quote + "” was done by the end of " + until + "; the form is for " + strconv.Itoa(year)
	}
	return "", ""
}

// placeholder reports a whole text that is one: ……, 指标2:, 目标3:, 产出指标1:.
func placeholder(s string) bool {
	if s == "" {
		return false
	}
	if strings.Trim(s, "….·。") == "" {
		return true
	}
	s = strings.TrimRight(s, ":\uff1a….·")
	for _, w := range []string{"指标", "目标"} {
		if rest, ok := strings.CutPrefix(s, w); ok && rest != "" && strings.Trim(rest, "0123456789一二三四五六七八九十") == "" {
			return true
		}
	}
	return false
}

// around quotes the clause that holds the found words, at most twelve
// characters on either side of them.
func around(text string, i, n int) string {
	from, to := i, i+n
	for k := 0; from > 0 && k < 12; k++ {
		r, size := utf8.DecodeLastRuneInString(text[:from])
		if endsClause(r) {
			break
		}
		from -= size
	}
	for k := 0; to < len(text) && k < 12; k++ {
		r, size := utf8.DecodeRuneInString(text[to:])
		if endsClause(r) {
			break
		}
		to += size
	}
	return blank.Line(text[from:to])
}

func endsClause(r rune) bool {
	return strings.ContainsRune(",.;:\uff0c。\uff1b\uff1a、!?\uff01\uff1f\n", r)
}
