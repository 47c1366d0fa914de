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
)

// records writes one row for each source of money and each indicator, for
// filtering. The figures are those printed, not the corrected ones.
func (k *book) records() {
	cols := []column{
		{k.say("表序", "Form"), 6}, {k.say("类别", "Kind"), 8}, {k.say("序号", "No."), 6}, {k.say("一级指标/资金来源", "Level 1 / source"), 22},
		{k.say("二级指标", "Level 2"), 18}, {k.say("三级指标", "Indicator"), 34},
		{k.say("比较", "Op"), 8}, {k.say("指标值", "Target"), 14}, {k.say("单位", "Unit"), 10}, {k.say("完成值", "Actual"), 14}, {k.say("单位", "Unit"), 10},
		{k.say("分值", "Weight"), 8}, {k.say("得分", "Score"), 8}, {k.say("偏差原因", "Reason"), 30},
	}
	money := slices.DeleteFunc(slices.Clone(normalize.FundColumns), func(c normalize.Column) bool { return c.Kind() == normalize.Marks })
	for _, c := range money {
		cols = append(cols, column{c.Label(k.b.Lang), 15})
	}
	t := k.table(k.say("记录", "Records"), cols)
	for i := range k.b.Forms {
		r := &k.b.Forms[i].Report.Report
		for n := range fundRows(r) {
			row := &r.Funds.Rows[n]
			t.number(1, fmt.Sprint(i+1))
			t.cell(2, k.say("资金", "funds"), value)
			t.number(3, fmt.Sprint(n+1))
			t.cell(4, blank.Trim(row.Label), words)
			t.field(12, row.Weight)
			t.field(13, row.Score)
			for c, col := range money {
				t.field(15+c, row.Column(col))
			}
			t.next()
		}
		for n := range r.Indicators {
			x := &r.Indicators[n]
			t.number(1, fmt.Sprint(i+1))
			t.cell(2, k.say("指标", "indicator"), value)
			t.number(3, fmt.Sprint(n+1))
			t.field(4, x.Level1)
			t.field(5, x.Level2)
			t.field(6, x.Name)
			if x.Target != nil {
				t.cell(7, string(x.Target.Op), value)
				t.cell(9, x.Target.Unit, value)
			}
			t.field(8, x.Target)
			t.field(10, x.Actual)
			if x.Actual != nil {
				unit := x.Actual.Unit
				if x.Actual.UnitInherited {
					unit += k.say("(承接)", " (inherited)")
				}
				t.cell(11, unit, value)
			}
			t.field(12, x.Weight)
			t.field(13, x.Score)
			t.field(14, x.Reason)
			t.next()
		}
	}
	t.finish()
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
		t.cell(col, f.Text+t.k.say(" (无法辨认)", " (garbled)"), value)
	case f.State == normalize.Blank:
		t.cell(col, f.Text, value)
	default:
		t.figureOr(col, f.Value)
	}
}

// checked writes what was checked, and where everything comes from.
func (k *book) checked() {
	t := k.table(k.say("核对", "Checked"), []column{
		{k.say("检查", "Check"), 12}, {k.say("名称", "Name"), 40}, {k.say("相符", "Agree"), 10}, {k.say("不符", "Disagree"), 10}, {k.say("无法检验", "Untestable"), 12},
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
		t.number(3, fmt.Sprint(sum[id].Agree))
		t.number(4, fmt.Sprint(sum[id].Disagree))
		t.number(5, fmt.Sprint(sum[id].Untestable))
		t.next()
	}
	t.finish()
	t.row++
	src := k.b.Result.Source
	for _, kv := range [][2]string{
		{k.say("来源", "Source"), src.Name}, {"SHA-256", src.SHA256}, {k.say("读取方式", "Reader"), src.Reader},
		{k.say("程序版本", "Version"), "ziping " + k.b.Version}, {k.say("评分规则", "Rule set"), k.ruleSets()},
	} {
		t.cell(1, kv[0], label)
		t.cell(2, kv[1], words)
		t.next()
	}
	k.understood(t)
	for _, w := range k.b.Result.Warnings {
		t.cell(1, k.say("警告", "Warning"), label)
		t.cell(2, w.Code+": "+w.Message, words)
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

func (k *book) ruleSets() string {
	var out []string
	for i := range k.b.Forms {
		if s := k.b.Forms[i].Report.Score; s != nil && s.Rules != "" {
			out = append(out, s.Rules)
		}
	}
	return strings.Join(out, ", ")
}
