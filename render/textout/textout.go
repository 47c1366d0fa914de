// Package textout writes the report of an audit for a terminal: the form and
// its marks in two lines, then errors, repairs, rules and notices, then what was
// checked and holds. Columns line up with Chinese characters in them, and no
// character of the input can steer the terminal.
//
//	textout.Write(w, textout.Input{Path: "form.txt", Result: r, Document: doc, Catalog: docs}, textout.Options{Width: 100})
package textout

import (
	"io"

	"ziping/extract"
	"ziping/normalize"
	"ziping/render"
	"ziping/render/screen"
	"ziping/score"
)

// Input is one audited input.
type Input struct {
	Path     string // as the user named it
	Result   *score.Result
	Document *extract.Document
	// Positions tell where in its file the places of Document stand; nil where that is not known.
	Positions extract.Positions
	Catalog   []score.Doc
}

// Options say how the report looks.
type Options struct {
	Lang   extract.Lang
	Colour bool
	Width  int           // of the terminal; 0 if there is none
	All    bool          // every notice on its own
	Brief  bool          // of a form without findings that was read as a whole, one line
	Only   []score.Level // nil shows all; else only findings of these levels, and nothing else
}

// The widths a report takes where the terminal does not say, and at most.
const (
	plainWidth = 100
	mostWidth  = 140
	leastWidth = 40
)

// Write writes the report of one input with all its forms.
func Write(w io.Writer, in Input, o Options) error {
	if o.Width <= 0 {
		o.Width = plainWidth
	}
	o.Width = max(leastWidth, min(o.Width, mostWidth))
	p := &printer{paper: paper{Options: o}, in: in, checks: newChecks(in.Catalog, o.Lang), find: render.NewFinder(in.Document, in.Positions, o.Lang)}
	p.brief = o.Brief && o.sound(in.Result)
	for i := range in.Result.Reports {
		if p.brief {
			p.oneLine(&in.Result.Reports[i], i)
			continue
		}
		if i > 0 {
			p.line("")
		}
		p.report(&in.Result.Reports[i], i)
	}
	switch {
	case p.brief:
	case o.Only == nil:
		p.understood()
		p.warnings(in.Result.Warnings)
	case in.Result.Status == score.Partial:
		p.understood()
	}
	_, err := w.Write(p.b.Bytes())
	return err
}

// report writes one form.
func (p *printer) report(r *score.Report, n int) {
	p.head(r, n)
	p.moves = r.Moves
	groups := render.Groups(r.Findings, p.in.Catalog)
	if p.shows(score.Error) {
		p.findings(p.say("错误", "Errors"), red, score.Error, groups)
		p.repairs(r)
	}
	if p.shows(score.Rule) {
		p.findings(p.say("评分存疑", "Scoring"), yellow, score.Rule, groups)
	}
	switch {
	case !p.shows(score.Notice):
	case p.All:
		p.findings(p.say("提示", "Notices"), cyan, score.Notice, groups)
	default:
		p.summed(r)
	}
	if p.Only == nil {
		p.tallies(r)
	}
}

// head writes what the form is and what it comes to.
func (p *printer) head(r *score.Report, n int) {
	title := text(r.Title)
	if title == "" {
		title = p.say("（无标题）", "(no title)")
	}
	p.line(p.paint(bold, screen.Cut(title, p.Width)) + "  " + p.paint(dim, screen.Clean(formName(&p.in, n))))
	var parts []string
	for _, f := range []*normalize.Field{r.Organisation, r.Project} {
		if s := text(f); s != "" {
			parts = append(parts, screen.Cut(s, p.Width/2))
		}
	}
	if s := text(r.Year); s != "" {
		parts = append(parts, s+p.say("年度", ""))
	}
	if r.Total != nil && text(r.Total.Score) != "" {
		s := p.say("总分 ", "total ") + text(r.Total.Score)
		if r.Score != nil && r.Score.Rescored != "" && r.Score.Rescored != r.Score.Stated {
			s += p.sayf("（按评分规则为 %s）", " (by the rules %s)", r.Score.Rescored)
		}
		parts = append(parts, s)
	}
	if r.Grade != nil && r.Grade.Value != "" {
		parts = append(parts, p.say("等级 ", "grade ")+screen.Clean(r.Grade.Value))
	}
	p.chain(0, append(parts, p.counts(r)))
}

// understood tells how much of the input was understood, and what was not where that
// matters.
func (p *printer) understood() {
	s := render.Understood(p.in.Result.Coverage, p.Lang)
	if s == "" {
		return
	}
	p.line("")
	if p.in.Result.Status != score.Partial {
		p.line(p.paint(dim, p.say("已识别 ", "Understood: ")+s))
		return
	}
	p.line(p.paint(yellow, p.say("部分识别：", "Understood in part: ")+s))
	for i := range p.in.Result.Reports {
		spots := render.NotUnderstood(&p.in.Result.Reports[i])
		for n, x := range spots {
			if n == mostSpots && !p.All && len(spots) > mostSpots+1 {
				p.line("  " + p.sayf("另有 %d 处，用 --all 查看", "%d more, shown with --all", len(spots)-n))
				break
			}
			p.wrapped(4, "· ", p.at(&x.At)+"“"+x.Text+"” "+x.Why.In(p.Lang))
		}
	}
}

// mostSpots is how many places of a form that were not understood are shown.
const mostSpots = 5

// warnings tell what the reader got past.
func (p *printer) warnings(ws []extract.Warning) {
	if len(ws) == 0 {
		return
	}
	p.line("")
	p.line(p.paint(bold, p.say("读取时的警告", "Warnings of the reader")))
	const shown = 5
	for i, w := range ws {
		if i == shown && !p.All {
			p.line("  " + p.sayf("另有 %d 条，用 --all 查看", "%d more, shown with --all", len(ws)-shown))
			break
		}
		p.wrapped(4, "· ", p.at(w.At)+w.Message)
	}
}
