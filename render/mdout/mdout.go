// Package mdout writes the report of an audit as Markdown, for working papers:
// a table of the inputs, then a section for each form with its findings and
// their evidence, repairs as tables of before and after, and what was checked.
//
//	p := mdout.New(mdout.Options{Lang: extract.ZH, Catalog: docs})
//	p.Add(mdout.Input{Path: "a.txt", Result: r, Document: doc})
//	err := p.Write(w)
//
// Nothing of an input becomes markup: no link, no picture, no HTML, no heading.
package mdout

import (
	"bytes"
	"io"
	"strconv"
	"strings"

	"ziping/extract"
	"ziping/render"
	"ziping/score"
)

// Options are the same for all inputs of a paper.
type Options struct {
	Lang    extract.Lang
	Catalog []score.Doc
}

// Input is one audited input.
type Input struct {
	Path     string
	Result   *score.Result
	Document *extract.Document // may be nil
	// Positions tell where in its file the places of Document stand; nil where that is not known.
	Positions extract.Positions
}

// Heading is what every paper begins with, so that it is known again.
var Heading = extract.Text{ZH: "绩效自评表核对报告", EN: "Audit of performance self-evaluation tables"}

// New returns a Paper without inputs.
func New(o Options) *Paper {
	p := &Paper{o: o, titles: map[string]extract.Text{}, order: map[string]int{}}
	for i, d := range o.Catalog {
		p.titles[d.ID], p.order[d.ID] = d.Title, i
	}
	return p
}

// Add takes an input into the paper, a section for each of its forms. Skipped
// inputs are counted.
func (p *Paper) Add(in Input) {
	r := in.Result
	switch {
	case r.Status == score.Skipped:
		p.skipped++
		return
	case r.Error != nil:
		p.failed(in)
		return
	}
	for i := range r.Reports {
		p.section(in, &r.Reports[i], i)
	}
}

// Write writes the paper.
func (p *Paper) Write(w io.Writer) error {
	var b bytes.Buffer
	b.WriteString("# " + Heading.In(p.o.Lang) + "\n\n")
	p.summaryTable(&b)
	b.Write(p.body.Bytes())
	_, err := w.Write(b.Bytes())
	return err
}

// summaryRow is an input in the table at the top.
type summaryRow struct {
	n                      int
	title, path, total     string
	errors, rules, notices int
	status                 string
}

func (p *Paper) summaryTable(b *bytes.Buffer) {
	t := table{head: []string{"#", p.say("表", "form"), p.say("文件", "file"), p.say("总分", "total"), p.say("错误", "errors"), p.say("评分存疑", "scoring"), p.say("提示", "notices"), p.say("状态", "status")}, right: []bool{true, false, false, true, true, true, true, false}}
	for _, s := range p.summary {
		count := func(n int) string {
			if s.status == string(score.Failed) {
				return ""
			}
			return strconv.Itoa(n)
		}
		t.add(strconv.Itoa(s.n), s.title, code(s.path), s.total, count(s.errors), count(s.rules), count(s.notices), p.status(s.status))
	}
	if len(t.rows) > 0 {
		t.write(b)
		b.WriteByte('\n')
	}
	if p.skipped > 0 {
		b.WriteString(p.sayf("另跳过 %d 个不是自评表的文件。", "%d files that are not forms were skipped.", p.skipped) + "\n\n")
	}
}

// failed is the section of an input that could not be read.
func (p *Paper) failed(in Input) {
	e := in.Result.Error
	n := len(p.summary) + 1
	p.summary = append(p.summary, summaryRow{n: n, path: in.Path, status: string(score.Failed), title: ""})
	p.line("## " + strconv.Itoa(n) + ". " + code(in.Path))
	p.line("")
	p.line("**" + p.say("未能处理", "Not processed") + "**" + p.say("（", " (") + render.KindName(e.Kind, p.o.Lang) + p.say("）：", "): ") + text(e.Message))
	p.line("")
	if e.Hint != "" {
		p.line(p.say("处理办法：", "What to do: ") + text(e.Hint))
		p.line("")
	}
}

// section is one form.
func (p *Paper) section(in Input, r *score.Report, form int) {
	row := summaryRow{n: len(p.summary) + 1, title: text(field(r.Title)), path: in.Path, status: string(in.Result.Status)}
	for _, f := range r.Findings {
		switch f.Level {
		case score.Error:
			row.errors++
		case score.Rule:
			row.rules++
		default:
			row.notices++
		}
	}
	if r.Total != nil {
		row.total = text(field(r.Total.Score))
	}
	p.summary = append(p.summary, row)
	title := row.title
	if title == "" {
		title = p.say("（无标题）", "(no title)")
	}
	p.line("## " + strconv.Itoa(row.n) + ". " + title)
	p.line("")
	p.head(in, r, form)
	p.findings(in, r, score.Error, p.say("错误", "Errors"))
	p.repairs(in, r)
	p.findings(in, r, score.Rule, p.say("评分存疑", "Scoring"))
	p.findings(in, r, score.Notice, p.say("提示", "Notices"))
	p.tallies(r)
	if form == len(in.Result.Reports)-1 {
		p.understood(in)
		p.warnings(in)
	}
}

// head says what the form is.
func (p *Paper) head(in Input, r *score.Report, form int) {
	t := table{head: []string{p.say("项", "item"), p.say("内容", "value")}}
	add := func(zh, en, v string) {
		if v != "" {
			t.add(p.say(zh, en), v)
		}
	}
	path := code(in.Path)
	if len(in.Result.Reports) > 1 {
		path += " #" + strconv.Itoa(form+1)
	}
	add("文件", "file", path)
	add("SHA-256", "SHA-256", code(in.Result.Source.SHA256))
	add("单位", "organisation", text(field(r.Organisation)))
	add("项目", "project", text(field(r.Project)))
	add("年度", "year", text(field(r.Year)))
	if r.Total != nil {
		add("总分", "total", text(field(r.Total.Score)))
	}
	if r.Score != nil {
		add("各项得分之和", "sum of the scores", text(r.Score.Computed))
		add("按评分规则计算", "by the rules", text(r.Score.Rescored))
		add("评分规则", "rules", text(r.Score.RulesWhy))
	}
	add("等级", "grade", text(field(r.Grade)))
	t.write(&p.body)
	p.line("")
	if len(r.Findings) == 0 {
		p.line(p.say("没有发现问题。", "Nothing was found."))
		p.line("")
	}
}

// understood says how much of an input was understood, and what was not where that
// matters.
func (p *Paper) understood(in Input) {
	s := render.Understood(in.Result.Coverage, p.o.Lang)
	if s == "" {
		return
	}
	lead := p.say("已识别：", "Understood: ")
	if in.Result.Status == score.Partial {
		lead = p.say("部分识别：", "Understood in part: ")
	}
	p.line(lead + s)
	p.line("")
	if in.Result.Status != score.Partial {
		return
	}
	any := false
	for i := range in.Result.Reports {
		for _, x := range render.NotUnderstood(&in.Result.Reports[i]) {
			any = true
			p.line("- " + p.place(in, &x.At) + p.say("：", ": ") + code(x.Text) + " " + x.Why.In(p.o.Lang))
		}
	}
	if any {
		p.line("")
	}
}

func (p *Paper) warnings(in Input) {
	if len(in.Result.Warnings) == 0 {
		return
	}
	p.line("### " + p.say("读取时的警告", "Warnings of the reader"))
	p.line("")
	for _, w := range in.Result.Warnings {
		at := p.place(in, w.At)
		if at != "" {
			at += p.say("：", ": ")
		}
		p.line("- " + at + text(w.Message))
	}
	p.line("")
}

func interval(in []string) string {
	if len(in) != 2 {
		return ""
	}
	return strings.Join(in, " … ")
}
