// Package workpaper describes the working paper of one audited file (审计工作底稿): who
// is audited, places to sign, and of each finding the facts, with where they stand in the
// file. Writers lay it out; what is said stands here alone, so that the Word document
// and the sheet of the workbook never differ.
//
//	paper := workpaper.New(bundle)
//	for _, s := range paper.Sections { … }
package workpaper

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"ziping/extract"
	"ziping/normalize"
	"ziping/render"
	"ziping/score"
	"ziping/text/blank"
)

// Paper is a working paper.
type Paper struct {
	Title    string
	Head     []Entry // in pairs, two to a line
	Sections []Section
	Source   string // the file, its hash, and what made the paper
}

// Entry is a labelled place of the head; Text is "" where somebody fills it in.
type Entry struct{ Label, Text string }

// Section is what is said of one form.
type Section struct {
	Heading    string   // what the form is, "" where the file has only one
	Conclusion string   // in one line
	Columns    []Column // of Rows
	Rows       []Row
	Notes      []string // the corrections
}

// Column is a column of a section's table. Share is its width, of 100.
type Column struct {
	Name  string
	Share int
}

// Row is a finding. Cells are as many as there are columns.
type Row struct {
	Level score.Level
	Cells []string
}

// New describes the paper of a bundle.
func New(b *render.Bundle) Paper {
	say := func(zh, en string) string { return extract.Text{ZH: zh, EN: en}.In(b.Lang) }
	p := Paper{Title: say("审计工作底稿", "Audit working paper")}
	p.Head = []Entry{
		{say("被审计单位", "Audited unit"), organisations(b)}, {say("索引号", "Index no."), ""},
		{say("事项", "Matter"), matters(b)}, {say("日期", "Date"), ""},
		{say("编制人", "Prepared by"), ""}, {say("复核人", "Reviewed by"), ""},
	}
	lists := b.Lists()
	find := render.NewFinder(b.Document, b.Positions, b.Lang)
	for i := range b.Forms {
		p.Sections = append(p.Sections, section(b, i, &lists[i], find))
	}
	src := &b.Result.Source
	p.Source = say("来源：", "Source: ") + src.Name + say("；SHA-256：", "; SHA-256: ") + src.SHA256 + say("；程序：ziping ", "; by ziping ") + b.Version
	return p
}

// organisations are those that the forms name.
func organisations(b *render.Bundle) string {
	var out []string
	for i := range b.Forms {
		if f := b.Forms[i].Report.Organisation; f != nil {
			if s := blank.Line(f.Text); f.Value != "" && len(f.Value) <= len(f.Text) {
				out = append(out, f.Value)
			} else if s != "" {
				out = append(out, s)
			}
		}
	}
	return strings.Join(slices.Compact(out), extract.Text{ZH: "、", EN: ", "}.In(b.Lang))
}

// matters are the forms that were audited.
func matters(b *render.Bundle) string {
	var out []string
	for i := range b.Forms {
		r := b.Forms[i].Report
		if s := render.Heading(&score.Report{Report: normalize.Report{Year: r.Year, Title: r.Title}}, b.Lang); s != "" {
			out = append(out, extract.Text{ZH: s + "核对", EN: "audit of " + s}.In(b.Lang))
		}
	}
	return strings.Join(slices.Compact(out), extract.Text{ZH: "；", EN: "; "}.In(b.Lang))
}

func section(b *render.Bundle, i int, list *render.List, find *render.Finder) Section {
	say := func(zh, en string) string { return extract.Text{ZH: zh, EN: en}.In(b.Lang) }
	fm := &b.Forms[i]
	s := Section{Conclusion: conclusion(b, fm.Report)}
	if len(b.Forms) > 1 {
		s.Heading = strconv.Itoa(i+1) + ". " + render.Heading(fm.Report, b.Lang)
	}
	if len(fm.Report.Findings) == 0 {
		return s
	}
	s.Columns = []Column{
		{say("序号", "No."), 6}, {say("事项", "Matter"), 19}, {say("填报数", "Reported"), 12}, {say("事实及计算过程", "Facts and how they are worked out"), 38},
		{say("差额", "Difference"), 11}, {say("出处", "Place"), 14},
	}
	for _, g := range list.Groups {
		for k, f := range g.Findings {
			s.Rows = append(s.Rows, row(b, fm, list.Number(g.Index[k]), &f, find))
		}
	}
	for n, all := range render.Faults(fm.Report.Repairs) {
		s.Notes = append(s.Notes, correction(b, fm, list, all, n))
	}
	return s
}

func row(b *render.Bundle, fm *render.Form, number int, f *score.Finding, find *render.Finder) Row {
	c := render.Compare(fm.Report, f, b.Lang)
	matter := render.LevelName(f.Level, b.Lang) + " " + f.Check + "\n" + render.CheckTitle(b.Catalog, f.Check, b.Lang)
	place := b.Result.Source.Name
	if at := find.Cell(f.At); at != "" {
		place += "\n" + at
	}
	if !f.Field.IsZero() {
		place += "\n" + fm.Report.Label(f.Field, b.Lang)
	}
	message := f.Message
	if f.Verdict == score.Undetermined {
		message += extract.Text{ZH: "（未能判定，请核实）", EN: " (undetermined, to be looked into)"}.In(b.Lang)
	}
	return Row{f.Level, []string{strconv.Itoa(number), matter, c.Stated, message, c.Gap, place}}
}

// conclusion says in a line what was checked and what came of it.
func conclusion(b *render.Bundle, r *score.Report) string {
	say := func(zh, en string) string { return extract.Text{ZH: zh, EN: en}.In(b.Lang) }
	var sum score.Tally
	for _, d := range b.Catalog {
		if t := r.Tallies[d.ID]; d.Level == score.Error {
			sum.Agree, sum.Disagree, sum.Untestable = sum.Agree+t.Agree, sum.Disagree+t.Disagree, sum.Untestable+t.Untestable
		}
	}
	s := fmt.Sprintf(say("核对表内勾稽关系 %d 处：相符 %d，不符 %d，无法核对 %d。", "%d relations of the form were checked: %d agree, %d disagree, %d are untestable. "),
		sum.Agree+sum.Disagree+sum.Untestable, sum.Agree, sum.Disagree, sum.Untestable)
	if len(r.Findings) == 0 {
		return s + say("未发现问题。", "Nothing was found.")
	}
	count := map[score.Level]int{}
	for _, f := range r.Findings {
		count[f.Level]++
	}
	return s + render.Counts(count[score.Error], count[score.Rule], count[score.Notice], b.Lang) + say("。", ".")
}

// correction tells the candidates for one fault.
func correction(b *render.Bundle, fm *render.Form, list *render.List, all []score.Repair, n int) string {
	say := func(zh, en string) string { return extract.Text{ZH: zh, EN: en}.In(b.Lang) }
	s := fmt.Sprintf(say("更正方案 %d", "Repair %d"), n+1) + " · " + strings.Join(render.Trust(all, b.Lang), " · ")
	if refs := list.Numbers(all[0].Explains); len(refs) > 0 {
		s += say("：", ": ") + render.Compact(refs)
	}
	shared, own := render.Reasons(all)
	if shared != "" {
		s += "\n" + shared
	}
	for i := range all {
		var parts []string
		for k := range all[i].Edits {
			e := &all[i].Edits[k]
			parts = append(parts, fm.Report.Label(e.Field, b.Lang)+" "+render.Before(fm.Report, e, b.Lang)+" → "+e.Shown())
		}
		line := strings.Join(parts, say("；", "; "))
		if len(all) > 1 {
			line = fmt.Sprintf(say("方案 %d：", "candidate %d: "), i+1) + line
		}
		if own[i] != "" && line != "" {
			line += say("。", ". ")
		}
		s += "\n" + line + own[i]
	}
	return strings.TrimSuffix(s, "\n")
}
