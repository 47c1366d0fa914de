package mdout

import (
	"bytes"
	"fmt"

	"ziping/extract"
	"ziping/normalize"
	"ziping/render"
	"ziping/score"
)

// Paper gathers the sections of one run. It is not for use by several goroutines.
type Paper struct {
	o       Options
	titles  map[string]extract.Text
	order   map[string]int
	summary []summaryRow
	body    bytes.Buffer
	skipped int
}

func (p *Paper) say(zh, en string) string { return extract.Text{ZH: zh, EN: en}.In(p.o.Lang) }

func (p *Paper) sayf(zh, en string, args ...any) string { return fmt.Sprintf(p.say(zh, en), args...) }

func (p *Paper) line(s string) {
	p.body.WriteString(s)
	p.body.WriteByte('\n')
}

func (p *Paper) status(s string) string { return render.StatusName(score.Status(s), p.o.Lang) }

func field(f *normalize.Field) string {
	switch {
	case f == nil:
		return ""
	case f.Value != "" && len(f.Value) <= len(f.Text):
		return f.Value
	}
	return f.Text
}

// place is a place in words, as on the terminal.
func (p *Paper) place(in Input, at *extract.Ref) string {
	return text(render.NewFinder(in.Document, in.Positions, p.o.Lang).Cell(at))
}

func (p *Paper) title(check string) string { return text(p.titles[check].In(p.o.Lang)) }

func (p *Paper) rank(check string) int {
	if i, ok := p.order[check]; ok {
		return i
	}
	return len(p.order)
}
