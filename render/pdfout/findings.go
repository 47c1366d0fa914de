package pdfout

import (
	"fmt"
	"strconv"
	"strings"

	"ziping/render"
	"ziping/score"
)

// What is said of a form below it, grouped as on the terminal: the corrections first, then
// the findings of each level, those of one check and row together.

// teller tells of one form.
type teller struct {
	*writer
	form *render.Form
	list *render.List
	nth  int // of the file's forms
}

// findings are the findings and repairs of the form.
func (d *teller) findings() []block {
	fm, list := d.form, d.list
	count := map[score.Level]int{}
	for _, x := range fm.Report.Findings {
		count[x.Level]++
	}
	head := d.say("核对结果", "Findings") + d.say("：", ": ")
	if len(fm.Report.Findings) == 0 {
		return append([]block{{text: head + d.say("没有发现问题", "nothing found"), size: 9, above: 3}}, d.doubts()...)
	}
	out := []block{{text: head + render.Counts(count[score.Error], count[score.Rule], count[score.Notice], d.b.Lang), size: 11, above: 4, keep: true, rule: true}}
	if len(fm.Report.Repairs) > 0 {
		out = append(out, block{text: d.say("更正方案", "Repairs"), size: 9.5, above: 2, keep: true})
		for n, all := range render.Faults(fm.Report.Repairs) {
			out = append(out, d.fault(all, n)...)
		}
	}
	find := render.NewFinder(d.b.Document, d.b.Positions, d.b.Lang)
	for i := range list.Groups {
		out = append(out, d.group(i, count, find)...)
	}
	return append(out, d.doubts()...)
}

// group are the findings of one check on one row, under the headings of their level and
// check where they are the first.
func (d *teller) group(i int, count map[score.Level]int, find *render.Finder) []block {
	list := d.list
	g := &list.Groups[i]
	var out []block
	newLevel := i == 0 || list.Groups[i-1].Level != g.Level
	if newLevel {
		out = append(out, block{text: render.LevelName(g.Level, d.b.Lang) + " " + strconv.Itoa(count[g.Level]), size: 9.5, above: 2, level: g.Level, keep: true})
	}
	if newLevel || list.Groups[i-1].Check != g.Check {
		head := g.Check + " " + render.CheckTitle(d.b.Catalog, g.Check, d.b.Lang)
		if render.Doubtful(list.Groups[i:]) {
			head += d.say("（未能判定）", " (undetermined)")
		}
		out = append(out, block{text: head, size: 8, above: 0.8, indent: 2, level: g.Level, keep: true})
	}
	for k, f := range g.Findings {
		b := block{text: f.Message, size: 7.5, indent: 10, above: 0.3, number: list.Number(g.Index[k])}
		b.lead = "[" + strconv.Itoa(b.number) + "]"
		if at := placeOf(find, g, &f, k); at != "" {
			b.text = at + d.say("，", ", ") + b.text
		}
		out = append(out, b)
	}
	return out
}

// placeOf is the place that a finding of a group is told with: its own, but the row only
// once where it is all that can be said.
func placeOf(find *render.Finder, g *render.Group, f *score.Finding, k int) string {
	at := find.Cell(f.At)
	if k > 0 && at == find.Row(&g.Row) {
		return ""
	}
	return at
}

// fault are the candidates of one fault.
func (d *teller) fault(all []score.Repair, n int) []block {
	head := fmt.Sprintf(d.say("第 %d 处", "Fault %d"), n+1) + " · " + strings.Join(render.Trust(all, d.b.Lang), " · ")
	if refs := d.list.Numbers(all[0].Explains); len(refs) > 0 {
		head += d.say("：", ": ") + render.Compact(refs)
	}
	out := []block{{text: head, size: 8, above: 0.8, indent: 2, keep: true}}
	shared, own := render.Reasons(all)
	if shared != "" {
		out = append(out, block{text: shared, size: 7.5, indent: 10, above: 0.3, keep: true})
	}
	for i := range all {
		b := block{size: 7.5, indent: 10, above: 0.3}
		if len(all) > 1 {
			b.text = fmt.Sprintf(d.say("方案 %d", "Candidate %d"), i+1) + d.say("：", ": ")
		}
		b.text += d.edits(&all[i])
		if own[i] != "" {
			b.text += d.say("。", ". ") + own[i]
		}
		if b.text != "" { // nothing was decided
			out = append(out, b)
		}
	}
	return out
}

// edits are what a repair changes, in one line.
func (d *teller) edits(r *score.Repair) string {
	fm := d.form
	parts := make([]string, len(r.Edits))
	for i := range r.Edits {
		e := &r.Edits[i]
		parts[i] = fm.Report.Label(e.Field, d.b.Lang) + " " + render.Before(fm.Report, e, d.b.Lang) + " → " + e.Shown()
		if len(e.Interval) == 2 {
			parts[i] += fmt.Sprintf(d.say("（可证区间 %s 至 %s）", " (provable between %s and %s)"), e.Interval[0], e.Interval[1])
		}
	}
	return strings.Join(parts, d.say("；", "; "))
}
