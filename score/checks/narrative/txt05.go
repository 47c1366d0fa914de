package narrative

import (
	"fmt"
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
			ZH: "没有留下填写提示（100字以内、请填写）、占位（指标2：、……、×××），也没有已经过时的任务（2021 年起仍写“打赢脱贫攻坚战”；“巩固脱贫攻坚成果”不算）。词语和年份见 score/checks/narrative/leftover.yaml。",
			EN: "No prompts (100字以内, 请填写), placeholders (指标2:, ……, ×××) and no task of another time are left: “winning the fight against poverty” from 2021 on (consolidating its results is no such text). The words and years are those of score/checks/narrative/leftover.yaml.",
		},
		Why:    extract.Text{ZH: "模板文字没有删，说明内容没有人看过；过时的任务说明是照抄往年的。", EN: "Prompts left in show that nobody read the form; old tasks show that it was copied."},
		Right:  extract.Text{ZH: "完成灌区节水改造项目 1 个", EN: "one irrigation project completed"},
		Wrong:  extract.Text{ZH: "对照年度目标，说明相关任务目标的完成情况（100字以内）", EN: "“say how the yearly goals were met (within 100 characters)”"},
		Fix:    extract.Text{ZH: "不更正：应由填报人删改。", EN: "None: the office must edit it."},
		Source: extract.Text{ZH: "青神 2023、天长 2022、福州 2023 年自评表", EN: "forms of Qingshen 2023, Tianchang 2022 and Fuzhou 2023"},
		Since:  "0.1",
	},
	Run: leftoverText,
}

func leftoverText(p *score.Pass) {
	year := 0
	if !p.Report.Year.IsBlank() {
		year, _ = strconv.Atoi(p.Report.Year.Value)
	}
	found := map[string][]leftoverAt{}
	var kinds []string
	eachText(p.Report, func(f *normalize.Field, path normalize.Path) {
		x := leftover(f.Text, year)
		if x.kind == "" {
			p.Agree()
			return
		}
		if found[x.kind] == nil {
			kinds = append(kinds, x.kind)
		}
		found[x.kind] = append(found[x.kind], leftoverAt{x, f, path})
	})
	for _, kind := range kinds {
		tellLeftover(p, found[kind])
	}
}

// eachText visits what a form says in words.
func eachText(r *normalize.Report, visit func(*normalize.Field, normalize.Path)) {
	words := func(f *normalize.Field, path normalize.Path) {
		if !f.IsBlank() {
			visit(f, path)
		}
	}
	for i, g := range r.Goals {
		words(g.Expected, normalize.GoalPath(i, normalize.Expected))
		words(g.Actual, normalize.GoalPath(i, normalize.Actual))
	}
	for i := range r.Indicators {
		x := &r.Indicators[i]
		words(x.Name, normalize.IndicatorPath(i, normalize.Name))
		words(x.Reason, normalize.IndicatorPath(i, normalize.Reason))
		if _, number := x.Target.Number(); !number {
			words(x.Target, normalize.IndicatorPath(i, normalize.Target))
		}
		if _, number := x.Actual.Number(); !number {
			words(x.Actual, normalize.IndicatorPath(i, normalize.Actual))
		}
	}
	for i, l := range r.Other {
		words(l.Field, normalize.OtherPath(i))
	}
}

// left is what was left over in a text: of one kind, in the words of one message.
type left struct {
	kind, quote string       // kind is empty where nothing was
	one, many   extract.Text // many with places for a count, a quote and the places
}

type leftoverAt struct {
	left
	field *normalize.Field
	path  normalize.Path
}

// tellLeftover makes one finding of all that is of one kind.
func tellLeftover(p *score.Pass, all []leftoverAt) {
	first := &all[0]
	f := score.Finding{Field: first.path, At: cite.Place(first.field), Stated: cite.Clip(first.field.Text), Verdict: score.Undetermined}
	if len(all) == 1 {
		f.Message = p.Say(first.one.ZH, first.one.EN)
		p.Found(f)
		return
	}
	for i := range all {
		f.Operands = append(f.Operands, all[i].path)
	}
	n, where := strconv.Itoa(len(all)), cite.Listed(p.Report, f.Operands)
	f.Message = p.Say(fmt.Sprintf(first.many.ZH, n, first.quote, where.ZH), fmt.Sprintf(first.many.EN, n, first.quote, where.EN))
	p.FoundIn(len(all), f)
}

// leftover says what of a text was left over.
func leftover(text string, year int) left {
	if placeholder(blank.Trim(text)) {
		q := cite.Clip(text)
		return left{
			"placeholder", q,
			extract.Text{ZH: "“" + q + "”是模板留下的占位文字", EN: "“" + q + "” is a placeholder of the template"},
			extract.Text{ZH: "%s 处留有模板的占位文字，如“%s”（%s）", EN: "%s placeholders of the template were left in, such as “%s” (%s)"},
		}
	}
	data := leftovers()
	if i, n := data.prompt(text); n > 0 {
		q := around(text, i, n)
		return left{
			"prompt", q,
			extract.Text{ZH: "留有模板的填写提示“" + q + "”", EN: "a prompt of the template was left in: “" + q + "”"},
			extract.Text{ZH: "%s 处留有模板的填写提示，如“%s”（%s）", EN: "%s prompts of the template were left in, such as “%s” (%s)"},
		}
	}
	if t, i := data.task(text, year); t != nil {
		q, until, now := around(text, i, len(t.Name)), strconv.Itoa(t.Until), strconv.Itoa(year)
		return left{
			t.Name, q,
			extract.Text{ZH: "“" + q + "”是 " + until + " 年底已完成的任务，表的年度是 " + now, EN: "“" + q + "” was done by the end of " + until + "; the form is for " + now},
			extract.Text{
				ZH: fmt.Sprintf("%%s 处写有 %s 年底已完成的任务，表的年度是 %s，如“%%s”（%%s）", until, now),
				EN: "%s texts speak of what was done by the end of " + until + ", the form is for " + now + ", such as “%s” (%s)",
			},
		}
	}
	return left{}
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
