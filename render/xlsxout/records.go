package xlsxout

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	"ziping/normalize"
	"ziping/render"
	"ziping/render/xlsxout/numfmt"
	"ziping/score"
	"ziping/text/blank"
	"ziping/text/num"
)

// records writes one row for each source of money and one for each indicator, on a
// sheet of their own, for filtering. The figures are those printed; where one was
// corrected, the corrected one stands beside it.
func (k *book) records() {
	r := records{k}
	r.money()
	r.indicators()
}

// records are the sheets of records.
type records struct{ *book }

// money writes the sources of money. A row in which something was corrected is followed by
// the corrected one: many columns of a row are corrected together.
func (k records) money() {
	cols := []column{{k.say("表序", "Form"), 6}, {k.say("序号", "No."), 6}, {k.say("资金来源", "Source"), 22}}
	stands := k.say("填报", "reported")
	both := len(k.edited(isFund)) > 0
	if both {
		cols = append(cols, column{k.say("数据", "Figures"), 10})
	}
	first := len(cols) + 1
	var shown []normalize.Column
	for _, c := range normalize.FundColumns {
		if k.anyFund(c) {
			shown = append(shown, c)
			cols = append(cols, column{c.Label(k.b.Lang), 13})
		}
	}
	t := k.table(k.say("资金记录", "Funds"), cols)
	for i := range k.b.Forms {
		fm := &k.b.Forms[i]
		for n := range fundRows(&fm.Report.Report) {
			row := &fm.Report.Funds.Rows[n]
			head := func(stands string) {
				t.number(1, fmt.Sprint(i+1))
				t.number(2, fmt.Sprint(n+1))
				t.cell(3, blank.Trim(row.Label), words)
				if both {
					t.cell(4, stands, value)
				}
			}
			head(stands)
			changed := false
			for c, column := range shown {
				t.field(first+c, row.Column(column))
				changed = changed || editOf(fm, normalize.FundPath(row.Source, column)) != nil
			}
			t.next()
			if !changed {
				continue
			}
			head(k.say("更正后", "corrected"))
			for c, column := range shown {
				if e := editOf(fm, normalize.FundPath(row.Source, column)); e != nil {
					t.changed(first+c, e)
				} else {
					t.field(first+c, row.Column(column))
				}
			}
			t.next()
		}
	}
	t.freeze(3)
	t.finish()
}

func isFund(p normalize.Path) bool { _, ok := p.Fund(); return ok }

// editOf is the applied edit of a field, nil where it stands as printed.
func editOf(fm *render.Form, path normalize.Path) *score.Edit {
	for n := range fm.Report.Repairs {
		r := &fm.Report.Repairs[n]
		for i := range r.Edits {
			if r.Applied && r.Edits[i].Field == path {
				return &r.Edits[i]
			}
		}
	}
	return nil
}

// changed writes what a field was corrected to.
func (t *table) changed(col int, e *score.Edit) {
	t.printed(col, e.Shown())
	cell := cellName(col, t.row)
	format := ""
	if _, f, ok := numfmt.Printed(e.Shown()); ok {
		format = f
	}
	t.k.style(t.name, cell, cell, style{kind: figure, format: format, changed: true})
}

// indicators writes the list of indicators.
func (k records) indicators() {
	edited := k.edited(func(p normalize.Path) bool { _, ok := p.Indicator(); return ok })
	cols := []column{
		{k.say("表序", "Form"), 6}, {k.say("序号", "No."), 6}, {k.say("一级指标", "Level 1"), 12}, {k.say("二级指标", "Level 2"), 14}, {k.say("三级指标", "Indicator"), 34},
		{k.say("比较", "Comparator"), 8},
	}
	marks := []normalize.Column{normalize.Weight, normalize.Score}
	cols = append(cols, k.beside(column{k.say("指标值", "Target"), 14}, edited[normalize.Target])...)
	cols = append(cols, column{k.say("单位", "Unit"), 10})
	cols = append(cols, k.beside(column{k.say("完成值", "Actual"), 14}, edited[normalize.Actual])...)
	cols = append(cols, column{k.say("单位", "Unit"), 14})
	for _, c := range marks {
		cols = append(cols, k.beside(column{c.Label(k.b.Lang), 8}, edited[c])...)
	}
	cols = append(cols, column{k.say("偏差原因", "Reason"), 30})
	t := k.table(k.say("指标记录", "Indicators"), cols)
	for i := range k.b.Forms {
		fm := &k.b.Forms[i]
		for n := range fm.Report.Indicators {
			x := &fm.Report.Indicators[n]
			t.number(1, fmt.Sprint(i+1))
			t.number(2, fmt.Sprint(n+1))
			t.field(3, x.Level1)
			t.field(4, x.Level2)
			t.field(5, x.Name)
			if x.Target != nil {
				t.cell(6, render.OpName(x.Target.Op, k.b.Lang), value)
			}
			col := 7
			put := func(c normalize.Column, f *normalize.Field) {
				t.bare(col, f)
				if col++; edited[c] {
					if e := editOf(fm, normalize.IndicatorPath(n, c)); e != nil {
						t.changed(col, e)
					}
					col++
				}
			}
			put(normalize.Target, x.Target)
			t.cell(col, unitOf(k.book, x.Target), value)
			col++
			put(normalize.Actual, x.Actual)
			t.cell(col, unitOf(k.book, x.Actual), value)
			col++
			put(normalize.Weight, x.Weight)
			put(normalize.Score, x.Score)
			t.field(col, x.Reason)
			t.next()
		}
	}
	t.freeze(5)
	t.finish()
}

// unitOf is a field's unit, marked where it is the target's.
func unitOf(k *book, f *normalize.Field) string {
	switch {
	case f == nil:
		return ""
	case f.UnitInherited:
		return f.Unit + k.say("（同指标值）", " (the target's)")
	}
	return f.Unit
}

// beside is a column, and where something in it was corrected one more.
func (k records) beside(c column, corrected bool) []column {
	if !corrected {
		return []column{c}
	}
	return []column{c, {c.name + k.say("（更正后）", " (corrected)"), c.width}}
}

// edited are the columns of which a field was corrected.
func (k records) edited(of func(normalize.Path) bool) map[normalize.Column]bool {
	out := map[normalize.Column]bool{}
	for i := range k.b.Forms {
		for _, r := range k.b.Forms[i].Report.Repairs {
			for _, e := range r.Edits {
				if r.Applied && of(e.Field) {
					out[e.Field.Column()] = true
				}
			}
		}
	}
	return out
}

// anyFund reports a column of the money block that some form has.
func (k records) anyFund(c normalize.Column) bool {
	for i := range k.b.Forms {
		for n := range fundRows(&k.b.Forms[i].Report.Report) {
			if k.b.Forms[i].Report.Funds.Rows[n].Column(c) != nil {
				return true
			}
		}
	}
	return false
}

func fundRows(r *normalize.Report) []normalize.FundRow {
	if r.Funds == nil {
		return nil
	}
	return r.Funds.Rows
}

// field writes a field: figures as they are printed, with their units, what could not be
// read as it stands.
func (t *table) field(col int, f *normalize.Field) {
	if f != nil && f.State == normalize.Parsed {
		if _, _, ok := numfmt.Printed(f.Text); ok {
			t.printed(col, f.Text)
			return
		}
	}
	t.bare(col, f)
}

// bare writes a field whose unit and comparator have columns of their own.
func (t *table) bare(col int, f *normalize.Field) {
	switch {
	case f == nil || f.State == normalize.Absent:
	case f.State == normalize.Garbled:
		t.cell(col, f.Text+t.k.say("（无法辨认）", " (garbled)"), value)
	case f.State == normalize.Blank:
		t.cell(col, f.Text, value)
	default:
		t.printed(col, printedValue(f))
	}
}

// printedValue is a field's value with the digits that are printed: 5.70 of ≥5.70万人次.
func printedValue(f *normalize.Field) string {
	n, err := num.Parse(f.Value)
	if err != nil {
		return f.Value
	}
	digits := func(r rune) bool { return r >= '0' && r <= '9' || r == '.' || r == ',' }
	text := blank.Close(f.Text)
	for from := strings.IndexFunc(text, digits); from >= 0; {
		to := from
		for to < len(text) && digits(rune(text[to])) {
			to++
		}
		figure := text[from:to]
		if n.Sign() < 0 {
			figure = "-" + figure
		}
		if x, err := num.Parse(figure); err == nil && x.Equal(n) {
			return figure
		}
		next := strings.IndexFunc(text[to:], digits)
		if next < 0 {
			break
		}
		from = to + next
	}
	return f.Value
}

// checked writes what was checked, and where everything comes from.
func (k *book) checked() {
	t := k.table(k.say("核对统计", "Checked"), []column{
		{k.say("检查", "Check"), 12}, {k.say("名称", "Name"), 40}, {k.say("相符", "Agree"), 10}, {k.say("不符", "Disagree"), 10}, {k.say("无法核对", "Untestable"), 12},
	})
	sum := map[string]score.Tally{}
	for i := range k.b.Forms {
		for id, n := range k.b.Forms[i].Report.Tallies {
			s := sum[id]
			s.Agree += n.Agree
			s.Disagree += n.Disagree
			s.Untestable += n.Untestable
			sum[id] = s
		}
	}
	ids := make([]string, 0, len(sum))
	for id := range sum {
		ids = append(ids, id)
	}
	order := map[string]int{}
	names := map[string]string{}
	for i, d := range k.b.Catalog {
		order[d.ID], names[d.ID] = i, d.Title.In(k.b.Lang)
	}
	sort.Slice(ids, func(a, b int) bool {
		if order[ids[a]] != order[ids[b]] {
			return order[ids[a]] < order[ids[b]]
		}
		return ids[a] < ids[b]
	})
	for _, id := range ids {
		t.cell(1, id, value)
		t.cell(2, names[id], words)
		if sum[id] == (score.Tally{}) {
			t.cell(3, k.say("不适用", "no case"), value)
		} else {
			t.number(3, fmt.Sprint(sum[id].Agree))
			t.number(4, fmt.Sprint(sum[id].Disagree))
			t.number(5, fmt.Sprint(sum[id].Untestable))
		}
		t.next()
	}
	t.finish()
	t.row++
	src := k.b.Result.Source
	for _, kv := range [][2]string{
		{k.say("来源", "Source"), src.Name}, {"SHA-256", src.SHA256}, {k.say("文件类型", "Kind of file"), render.ReaderName(src.Reader, k.b.Lang)},
		{k.say("程序版本", "Version"), "ziping " + k.b.Version}, {k.say("评分规则", "Rule set"), k.ruleSets()},
	} {
		t.cell(1, kv[0], label)
		t.cell(2, kv[1], words)
		t.next()
	}
	k.understood(t)
	for _, w := range k.b.Result.Warnings {
		t.cell(1, k.say("警告", "Warning"), label)
		t.cell(2, w.Message, words)
		t.next()
	}
}

// understood writes how much of the input was understood, and what was not where that
// matters.
func (k *book) understood(t *table) {
	if s := render.Understood(k.b.Result.Coverage, k.b.Lang); s != "" {
		t.cell(1, k.say("已识别", "Understood"), label)
		t.cell(2, s, words)
		t.next()
	}
	if k.b.Result.Status != score.Partial {
		return
	}
	for i := range k.b.Forms {
		for _, x := range render.NotUnderstood(k.b.Forms[i].Report) {
			t.cell(1, k.say("未识别", "Not understood"), label)
			t.cell(2, "“"+x.Text+"” "+x.Why.In(k.b.Lang), words)
			t.next()
		}
	}
}

// ruleSets says which scoring rules each form was held to, and why.
func (k *book) ruleSets() string {
	var out []string
	for i := range k.b.Forms {
		if s := k.b.Forms[i].Report.Score; s != nil && s.RulesWhy != "" && !slices.Contains(out, s.RulesWhy) {
			out = append(out, s.RulesWhy)
		}
	}
	return strings.Join(out, k.say("；", "; "))
}
