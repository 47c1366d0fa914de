package textout

import (
	"fmt"
	"strings"

	"ziping/extract"
	"ziping/normalize"
	"ziping/render"
	"ziping/render/screen"
	"ziping/score"
)

// printer gathers the report of one input.
type printer struct {
	paper
	in     Input
	checks checks
	find   *render.Finder
	moves  []normalize.Move // of the form being written
	brief  bool             // a line for each form
}

// formName is the path of an input, with the number of a form among several.
func formName(in *Input, n int) string {
	if len(in.Result.Reports) > 1 {
		return in.Path + fmt.Sprintf(" #%d", n+1)
	}
	return in.Path
}

func (p *printer) counts(r *score.Report) string {
	n := map[score.Level]int{}
	for _, f := range r.Findings {
		n[f.Level]++
	}
	if len(r.Findings) == 0 {
		return p.paint(green, p.say("没有发现问题", "nothing found"))
	}
	one := func(l score.Level, s style, zh, en string) string {
		t := p.sayf(zh, en, n[l])
		if n[l] == 0 {
			return p.paint(dim, t)
		}
		return p.paint(s, t)
	}
	return strings.Join([]string{
		one(score.Error, red, "错误 %d", "errors %d"),
		one(score.Rule, yellow, "评分存疑 %d", "scoring %d"),
		one(score.Notice, cyan, "提示 %d", "notices %d"),
	}, "  ")
}

// text is what a field prints, fit for a terminal.
func text(f *normalize.Field) string {
	if f == nil {
		return ""
	}
	if f.Value != "" && len(f.Value) <= len(f.Text) {
		return screen.Clean(f.Value)
	}
	return screen.Clean(f.Text)
}

// at is a place in words, with a colon, or nothing.
func (p *printer) at(ref *extract.Ref) string {
	if s := p.find.Cell(ref); s != "" {
		return s + p.say("：", ": ")
	}
	return ""
}
