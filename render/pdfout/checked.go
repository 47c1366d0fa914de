package pdfout

import (
	"fmt"
	"strconv"
	"strings"

	"ziping/extract"
	"ziping/render"
	"ziping/score"
)

// mostSpots is how many places of a form that were not understood are listed on paper:
// some three pages. A sheet in which nothing is a form's would else fill thousands.
const mostSpots = 200

// checked are what was checked, how much was understood, and what a reader must know of
// the file.
func (d *writer) checked() []block {
	const size = 6.2
	out := []block{{text: d.say("核对统计", "What was checked"), size: 8, above: 2.5, keep: true}}
	small := func(zh, en, s string) {
		if s != "" {
			out = append(out, block{text: d.say(zh, en) + s, size: size, indent: 2, above: 0.2})
		}
	}
	sum := map[string]score.Tally{}
	for i := range d.b.Forms {
		for id, t := range d.b.Forms[i].Report.Tallies {
			s := sum[id]
			s.Agree, s.Disagree, s.Untestable = s.Agree+t.Agree, s.Disagree+t.Disagree, s.Untestable+t.Untestable
			sum[id] = s
		}
	}
	small("相符：", "agree: ", tallied(d.b, sum, func(t score.Tally) (int, bool) { return t.Agree, t.Agree > 0 }))
	small("不符：", "disagree: ", tallied(d.b, sum, func(t score.Tally) (int, bool) { return t.Disagree, t.Disagree > 0 }))
	small("无法核对：", "untestable: ", tallied(d.b, sum, func(t score.Tally) (int, bool) { return t.Untestable, t.Untestable > 0 }))
	small("不适用：", "no case: ", tallied(d.b, sum, func(t score.Tally) (int, bool) { return 0, t == (score.Tally{}) }))
	small("已识别：", "understood: ", render.Understood(d.b.Result.Coverage, d.b.Lang))
	if d.b.Result.Status == score.Partial {
		for i := range d.b.Forms {
			spots := render.NotUnderstood(d.b.Forms[i].Report)
			for n, x := range spots {
				if n == mostSpots {
					small("", "", fmt.Sprintf(d.say("另有 %d 处未识别，全部列在工作簿和 JSON 中（--to xlsx,json）", "%d more are not understood, all of them listed in the workbook and in JSON (--to xlsx,json)"), len(spots)-n))
					break
				}
				small("未识别：", "not understood: ", "“"+x.Text+"” "+x.Why.In(d.b.Lang))
			}
		}
	}
	for _, w := range d.b.Result.Warnings {
		small("警告：", "warning: ", w.Message)
	}
	if len(d.missing) > 0 {
		small("", "", d.missed())
	}
	return out
}

// tallied lists checks in the order of the catalogue, with their counts.
func tallied(b *render.Bundle, sum map[string]score.Tally, of func(score.Tally) (int, bool)) string {
	var parts []string
	for _, doc := range b.Catalog {
		t, ok := sum[doc.ID]
		if !ok {
			continue
		}
		n, ok := of(t)
		if !ok {
			continue
		}
		s := doc.ID + " " + doc.Title.In(b.Lang)
		if n > 0 {
			s += " " + strconv.Itoa(n)
		}
		parts = append(parts, s)
	}
	return strings.Join(parts, extract.Text{ZH: "；", EN: "; "}.In(b.Lang))
}
