package mdout

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"ziping/extract"
	"ziping/normalize"
	"ziping/render"
	"ziping/score"
	"ziping/text/blank"
)

// findings are those of one level, those of one check together: the row as
// printed, then a line for each finding of it.
func (p *Paper) findings(in Input, r *score.Report, level score.Level, title string) {
	groups := render.Groups(r.Findings, p.o.Catalog)
	groups = slices.DeleteFunc(groups, func(g render.Group) bool { return g.Level != level })
	var all []score.Finding
	for _, g := range groups {
		all = append(all, g.Findings...)
	}
	if len(all) == 0 {
		return
	}
	p.line("### " + title + p.sayf("（%d）", " (%d)", len(all)))
	p.line("")
	for from := 0; from < len(all); {
		to := from + 1
		for to < len(all) && all[to].Check == all[from].Check {
			to++
		}
		p.check(in, r, all[from:to])
		from = to
	}
}

// check is what one check found.
func (p *Paper) check(in Input, r *score.Report, fs []score.Finding) {
	heading := "#### " + code(fs[0].Check) + " " + p.title(fs[0].Check)
	if !slices.ContainsFunc(fs, func(f score.Finding) bool { return f.Verdict != score.Undetermined }) {
		heading += p.say("（未能判定）", " (undetermined)")
	}
	p.line(heading)
	p.line("")
	var t table
	figures := make([]render.Comparison, len(fs))
	for i := range fs {
		figures[i] = render.Compare(r, &fs[i], p.o.Lang)
	}
	valued := slices.ContainsFunc(figures, func(c render.Comparison) bool { return c.Column != "" })
	t.head = []string{p.say("位置", "place"), p.say("栏目", "field")}
	if valued {
		t.head = append(t.head, p.say("填报数", "reported"), p.say("对照数", "compared with"), p.say("对照依据", "which is"))
		t.right = []bool{false, false, true, true, false, false}
	}
	t.head = append(t.head, p.say("说明", "finding"))
	for i, f := range fs {
		cells := []string{p.place(in, f.At), text(fieldName(r, f.Field, p.o.Lang))}
		if valued {
			c := &figures[i]
			cells = append(cells, text(c.Stated), text(c.Against), c.Column)
		}
		t.add(append(cells, text(f.Message))...)
	}
	t.write(&p.body)
	p.line("")
	p.evidence(in, fs)
}

func fieldName(r *score.Report, path normalize.Path, lang extract.Lang) string {
	if path.IsZero() {
		return ""
	}
	return r.Label(path, lang)
}

// mostEvidence bounds the rows quoted below one check.
const mostEvidence = 12

// evidence quotes the rows that findings speak of, as printed, each once.
func (p *Paper) evidence(in Input, fs []score.Finding) {
	var rows []string
	done := map[extract.Ref]bool{}
	for _, f := range fs {
		if f.At == nil {
			continue
		}
		key := f.At.Key()
		key.Col = 0
		if done[key] {
			continue
		}
		done[key] = true
		if row := printedRow(in.Document, key, fs); row != "" {
			rows = append(rows, p.place(in, f.At)+p.say("：", ": ")+row)
		}
	}
	if len(rows) == 0 {
		return
	}
	more := len(rows) - mostEvidence
	if more > 0 {
		rows = rows[:mostEvidence]
	}
	p.line(p.say("原文：", "As printed:"))
	p.line("")
	for _, q := range rows {
		p.line("- " + q)
	}
	if more > 0 {
		p.line("- " + p.sayf("另有 %d 行", "%d more rows", more))
	}
	p.line("")
}

// mostCell is how much of one cell is quoted.
const mostCell = 60

// printedRow is a row with its cells in code, those that findings point at
// bold; or the text of a line.
func printedRow(doc *extract.Document, row extract.Ref, fs []score.Finding) string {
	if doc == nil {
		return ""
	}
	if row.IsLine() {
		s, _ := doc.At(row)
		return code(render.Short(s, 2*mostCell))
	}
	if row.Table >= len(doc.Tables) {
		return ""
	}
	pointed := func(col int) bool {
		return slices.ContainsFunc(fs, func(f score.Finding) bool {
			return f.At != nil && f.At.Key() == extract.Ref{Table: row.Table, Row: row.Row, Col: col}
		})
	}
	var cells []string
	for _, c := range doc.Tables[row.Table].Cells {
		if c.Row != row.Row || blank.None(c.Text) {
			continue
		}
		q := code(render.Short(c.Text, mostCell))
		if pointed(c.Col) {
			q = "**" + q + "**"
		}
		cells = append(cells, q)
	}
	return strings.Join(cells, " · ")
}

// repairs are tables of before and after.
func (p *Paper) repairs(in Input, r *score.Report) {
	if len(r.Repairs) == 0 {
		return
	}
	p.line("### " + p.say("更正方案", "Repairs") + p.sayf("（%d）", " (%d)", len(r.Repairs)))
	p.line("")
	for n, all := range render.Faults(r.Repairs) {
		p.fault(in, r, all, n)
	}
}

// fault writes the candidates of one fault.
func (p *Paper) fault(in Input, r *score.Report, all []score.Repair, n int) {
	p.line("#### " + p.sayf("第 %d 处", "Fault %d", n+1) + " · " + strings.Join(render.Trust(all, p.o.Lang), " · "))
	p.line("")
	for i, rep := range all {
		if len(all) > 1 {
			p.line("**" + p.sayf("方案 %d", "Candidate %d", i+1) + "**")
			p.line("")
		}
		if rep.Why != "" {
			p.line(text(rep.Why))
			p.line("")
		}
		if len(rep.Edits) == 0 {
			continue
		}
		t := table{head: []string{p.say("栏目", "field"), p.say("填报数", "before"), p.say("更正为", "after"), p.say("可证明的范围", "range proved")}, right: []bool{false, true, true, false}}
		for _, e := range rep.Edits {
			old, now := printedEdit(in.Document, e)
			if old = text(old); old == "" {
				old = p.say("（空）", "(blank)")
			}
			t.add(text(fieldName(r, e.Field, p.o.Lang)), old, "**"+text(now)+"**", text(interval(e.Interval)))
		}
		t.write(&p.body)
		p.line("")
	}
}

// printedEdit is a cell before and after an edit, as printed where it is short.
func printedEdit(doc *extract.Document, e score.Edit) (old, now string) {
	if doc != nil && e.At != nil && e.Text != "" && len(e.Text) <= mostCell {
		if s, ok := doc.At(*e.At); ok && len(s) <= mostCell {
			return s, e.Text
		}
	}
	return e.Old, e.New
}

// tallies say what was checked.
func (p *Paper) tallies(r *score.Report) {
	var ids []string
	for id, t := range r.Tallies {
		if t.Agree+t.Disagree+t.Untestable > 0 {
			ids = append(ids, id)
		}
	}
	if len(ids) == 0 {
		return
	}
	slices.SortFunc(ids, func(a, b string) int { return cmp.Or(cmp.Compare(p.rank(a), p.rank(b)), cmp.Compare(a, b)) })
	p.line("### " + p.say("已核对", "Checked"))
	p.line("")
	t := table{head: []string{p.say("检查", "check"), p.say("内容", "holds when"), p.say("相符", "agree"), p.say("不符", "disagree"), p.say("无法核对", "untestable")}, right: []bool{false, false, true, true, true}}
	for _, id := range ids {
		x := r.Tallies[id]
		t.add(code(id), p.title(id), strconv.Itoa(x.Agree), strconv.Itoa(x.Disagree), strconv.Itoa(x.Untestable))
	}
	t.write(&p.body)
	p.line("")
}
