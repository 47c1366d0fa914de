package xlsxout

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	"ziping/normalize"
	"ziping/render"
	"ziping/score"
	"ziping/text/blank"
	"ziping/text/num"
)

// records writes one row for each source of money and one for each indicator, on a
// sheet of their own, for filtering. The figures are those printed; where one was
// corrected, the corrected one stands in a column beside it.
func (k *book) records() {
	k.money()
	k.indicators()
}

// money writes the sources of money.
func (k *book) money() {
	cols := []column{{k.say("表序", "Form"), 6}, {k.say("序号", "No."), 6}, {k.say("资金来源", "Source"), 22}}
	edited := k.edited(func(p normalize.Path) bool { _, ok := p.Fund(); return ok })
	var shown []normalize.Column
	for _, c := range normalize.FundColumns {
		if !k.anyFund(c) {
			continue
		}
		shown = append(shown, c)
		cols = append(cols, k.beside(column{c.Label(k.b.Lang), 13}, edited[c])...)
	}
	t := k.table(k.say("资金记录", "Funds"), cols)
	for i := range k.b.Forms {
		fm := &k.b.Forms[i]
		for n := range fundRows(&fm.Report.Report) {
			row := &fm.Report.Funds.Rows[n]
			t.number(1, fmt.Sprint(i+1))
			t.number(2, fmt.Sprint(n+1))
			t.cell(3, blank.Trim(row.Label), words)
			col := 4
			for _, c := range shown {
				t.field(col, row.Column(c))
				if col++; edited[c] {
					t.corrected(col, fm, normalize.FundPath(row.Source, c))
					col++
				}
			}
			t.next()
		}
	}
	t.finish()
}

// indicators writes the list of indicators.
func (k *book) indicators() {
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
				t.field(col, f)
				if col++; edited[c] {
					t.corrected(col, fm, normalize.IndicatorPath(n, c))
					col++
				}
			}
			put(normalize.Target, x.Target)
			t.cell(col, unitOf(k, x.Target), value)
			col++
			put(normalize.Actual, x.Actual)
			t.cell(col, unitOf(k, x.Actual), value)
			col++
			put(normalize.Weight, x.Weight)
			put(normalize.Score, x.Score)
			t.field(col, x.Reason)
			t.next()
		}
	}
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
func (k *book) beside(c column, corrected bool) []column {
	if !corrected {
		return []column{c}
	}
	return []column{c, {c.name + k.say("（更正后）", " (corrected)"), c.width}}
}

// edited are the columns of which a field was corrected.
func (k *book) edited(of func(normalize.Path) bool) map[normalize.Column]bool {
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
func (k *book) anyFund(c normalize.Column) bool {
	for i := range k.b.Forms {
		for n := range fundRows(&k.b.Forms[i].Report.Report) {
			if k.b.Forms[i].Report.Funds.Rows[n].Column(c) != nil {
				return true
			}
		}
	}
	return false
}

// corrected writes what a field was corrected to, nothing where it stands as printed.
func (t *table) corrected(col int, fm *render.Form, path normalize.Path) {
	for _, r := range fm.Report.Repairs {
		for i := range r.Edits {
			if r.Applied && r.Edits[i].Field == path {
				t.printed(col, r.Edits[i].Shown())
				return
			}
		}
	}
}

func fundRows(r *normalize.Report) []normalize.FundRow {
	if r.Funds == nil {
		return nil
	}
	return r.Funds.Rows
}

// field writes a field's value: numbers as numbers, what could not be read as printed.
func (t *table) field(col int, f *normalize.Field) {
	switch {
	case f == nil || f.State == normalize.Absent:
	case f.State == normalize.Garbled:
		t.cell(col, f.Text+t.k.say("（无法辨认）", " (garbled)"), value)
	case f.State == normalize.Blank:
		t.cell(col, f.Text, value)
	default:
		if n, err := num.Parse(f.Value); err == nil && blank.Trim(f.Text) == n.Printed() {
			t.printed(col, f.Text)
			return
		}
		t.figureOr(col, f.Value)
	}
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
