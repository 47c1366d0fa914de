package pdfout

import (
	"fmt"
	"sort"
	"strings"

	"ziping/render"
	"ziping/score"
)

// flow writes paragraphs down the page and begins a new one when it is full.
type flow struct {
	d *writer
	y float64
}

func (f *flow) room(h float64) {
	if f.y+h > bodyBottom {
		f.d.p.AddPage()
		f.y = top
	}
}

// para writes a text at an indent and returns nothing: y moves on.
func (f *flow) para(indent, size, line float64, s string) {
	f.d.setSize(size)
	for _, l := range f.d.wrap(f.d.clean(s), bodyWidth-indent-2) {
		f.room(line)
		f.d.setSize(size)
		f.d.p.SetXY(left+indent, f.y)
		f.d.p.CellFormat(bodyWidth-indent, line, l, "", 0, "L", false, 0, "")
		f.y += line
	}
}

func (f *flow) heading(s string) {
	f.room(14)
	f.y += 2
	f.para(0, 12, 7, s)
	f.d.p.SetDrawColor(180, 180, 180)
	f.d.p.SetLineWidth(0.2)
	f.d.p.Line(left, f.y, left+bodyWidth, f.y)
	f.y += 2
}

// findings writes the findings and repairs of a form.
func (d *writer) findings(i int) {
	fm := &d.b.Forms[i]
	d.p.AddPage()
	f := &flow{d: d, y: top}
	name := d.say("核对结果", "Findings")
	if len(d.b.Forms) > 1 {
		name = fmt.Sprintf("%s %d", name, i+1)
	}
	d.p.Bookmark(name, 0, -1)
	f.heading(name)
	count := map[score.Level]int{}
	for _, x := range fm.Report.Findings {
		count[x.Level]++
	}
	f.para(0, 9, 5, render.Counts(count[score.Error], count[score.Rule], count[score.Notice], d.b.Lang))
	f.y += 1
	for n := range fm.Report.Findings {
		f.finding(fm, n)
	}
	if len(fm.Report.Repairs) > 0 {
		f.room(20)
		name := d.say("更正方案", "Repairs")
		d.p.Bookmark(name, 1, f.y)
		f.heading(name)
		for n, all := range render.Faults(fm.Report.Repairs) {
			f.fault(fm, all, n)
		}
	}
}

func (f *flow) finding(fm *render.Form, n int) {
	d, x := f.d, &fm.Report.Findings[n]
	f.room(10)
	d.ink(x.Level)
	head := fmt.Sprintf("[%d] %s %s %s", n+1, render.LevelName(x.Level, d.b.Lang), x.Check, d.title(x.Check, x.Name))
	f.para(0, 8.5, 4.6, head)
	d.p.SetTextColor(0, 0, 0)
	line := fm.Report.Label(x.Field, d.b.Lang)
	c := render.Compare(fm.Report, x, d.b.Lang)
	if told := c.Sentence(); told != "" {
		line += d.say("：", ": ") + told
	}
	if at := render.NewFinder(d.b.Document, d.b.Positions, d.b.Lang).Cell(x.At); at != "" {
		line = at + d.say("，", ", ") + line
	}
	if line != "" {
		f.para(6, 8, 4.2, line)
	}
	f.para(6, 8, 4.2, x.Message)
	f.y += 1.2
}

// fault writes the candidates of one fault.
func (f *flow) fault(fm *render.Form, all []score.Repair, n int) {
	d := f.d
	head := fmt.Sprintf(d.say("第 %d 处", "Fault %d"), n+1) + " · " + strings.Join(render.Trust(all, d.b.Lang), " · ")
	refs := make([]int, 0, len(all[0].Explains))
	for _, k := range all[0].Explains {
		refs = append(refs, k+1)
	}
	if len(refs) > 0 {
		head += d.say("：", ": ") + compact(refs)
	}
	f.room(10)
	f.para(0, 8.5, 4.6, head)
	for i := range all {
		if len(all) > 1 {
			f.para(3, 8, 4.2, fmt.Sprintf(d.say("方案 %d", "Candidate %d"), i+1))
		}
		f.repair(fm, &all[i])
	}
}

func (f *flow) repair(fm *render.Form, r *score.Repair) {
	d := f.d
	for i := range r.Edits {
		e := &r.Edits[i]
		s := fm.Report.Label(e.Field, d.b.Lang) + d.say("：", ": ") + render.Before(fm.Report, e, d.b.Lang) + " → " + e.Shown()
		if len(e.Interval) == 2 {
			s += fmt.Sprintf(d.say("（可证区间 %s 至 %s）", " (provable between %s and %s)"), e.Interval[0], e.Interval[1])
		}
		f.para(6, 8, 4.2, s)
	}
	if r.Why != "" {
		f.para(6, 8, 4.2, r.Why)
	}
	f.y += 1.5
}

func (d *writer) title(id, name string) string {
	for _, c := range d.b.Catalog {
		if c.ID == id {
			return c.Title.In(d.b.Lang)
		}
	}
	return name
}

// checked writes what was checked and where everything comes from.
func (d *writer) checked() {
	d.p.AddPage()
	f := &flow{d: d, y: top}
	name := d.say("核对统计与来源", "What was checked")
	d.p.Bookmark(name, 0, -1)
	f.heading(name)
	sum := map[string]score.Tally{}
	for i := range d.b.Forms {
		for id, t := range d.b.Forms[i].Report.Tallies {
			s := sum[id]
			s.Agree, s.Disagree, s.Untestable = s.Agree+t.Agree, s.Disagree+t.Disagree, s.Untestable+t.Untestable
			sum[id] = s
		}
	}
	ids := make([]string, 0, len(sum))
	for id := range sum {
		ids = append(ids, id)
	}
	sort.Strings(ids)
	src := d.b.Result.Source
	for _, kv := range [][2]string{
		{d.say("来源", "Source"), src.Name}, {"SHA-256", src.SHA256}, {d.say("文件类型", "Kind of file"), render.ReaderName(src.Reader, d.b.Lang)}, {d.say("程序版本", "Version"), "ziping " + d.b.Version},
	} {
		f.para(0, 8, 4.4, kv[0]+d.say("：", ": ")+kv[1])
	}
	if s := render.Understood(d.b.Result.Coverage, d.b.Lang); s != "" {
		f.para(0, 8, 4.4, d.say("已识别：", "Understood: ")+s)
	}
	if d.b.Result.Status == score.Partial {
		for i := range d.b.Forms {
			for _, x := range render.NotUnderstood(d.b.Forms[i].Report) {
				f.para(6, 8, 4.2, "“"+x.Text+"” "+x.Why.In(d.b.Lang))
			}
		}
	}
	for _, w := range d.b.Result.Warnings {
		f.para(0, 8, 4.4, d.say("警告：", "Warning: ")+w.Message)
	}
	f.y += 3
	cols := []float64{22, 90, 22, 22, 26}
	f.row(cols, []string{d.say("检查", "Check"), d.say("名称", "Name"), d.say("相符", "Agree"), d.say("不符", "Disagree"), d.say("无法核对", "Untestable")}, true)
	for _, id := range ids {
		t := sum[id]
		counts := []string{fmt.Sprint(t.Agree), fmt.Sprint(t.Disagree), fmt.Sprint(t.Untestable)}
		if t == (score.Tally{}) {
			counts = []string{d.say("不适用", "no case"), "", ""}
		}
		f.row(cols, append([]string{id, d.title(id, "")}, counts...), false)
	}
	if len(d.missing) > 0 {
		f.para(0, 8, 4.4, d.missed())
	}
}

// row writes a row of a small table.
func (f *flow) row(widths []float64, cells []string, head bool) {
	f.room(4.9)
	f.d.setSize(8)
	x := left
	f.d.p.SetDrawColor(190, 190, 190)
	f.d.p.SetLineWidth(0.1)
	f.d.p.SetFillColor(240, 242, 246)
	for i, s := range cells {
		align := "C"
		if i == 1 {
			align = "L"
		}
		f.d.p.SetXY(x, f.y)
		f.d.p.CellFormat(widths[i], 4.9, f.d.fit(f.d.clean(s), widths[i]), "1", 0, align, head, 0, "")
		x += widths[i]
	}
	f.y += 4.9
}
