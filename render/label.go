package render

import (
	"fmt"
	"strconv"
	"strings"

	"ziping/extract"
	"ziping/normalize"
)

// columnNames are the money columns in words.
var columnNames = map[normalize.Column]extract.Text{
	normalize.Initial:       {ZH: "年初预算数", EN: "initial budget"},
	normalize.CarriedIn:     {ZH: "历年结余结转", EN: "carried in"},
	normalize.Adjustment:    {ZH: "年中调整金额", EN: "adjustment"},
	normalize.Budget:        {ZH: "全年预算数", EN: "budget"},
	normalize.Executed:      {ZH: "全年执行数", EN: "executed"},
	normalize.ExecutionRate: {ZH: "执行率", EN: "execution rate"},
	normalize.Balance:       {ZH: "结余金额", EN: "balance"},
	normalize.BalanceRate:   {ZH: "结余率", EN: "balance rate"},
	normalize.FundWeight:    {ZH: "分值", EN: "weight"},
	normalize.FundScore:     {ZH: "得分", EN: "score"},
}

var fieldNames = map[string]extract.Text{
	"title": {ZH: "标题", EN: "title"}, "year": {ZH: "年度", EN: "year"}, "organisation": {ZH: "单位", EN: "organisation"},
	"code": {ZH: "编码", EN: "code"}, "project": {ZH: "项目名称", EN: "project"}, "money_unit": {ZH: "金额单位", EN: "money unit"},
	"grade": {ZH: "评价等级", EN: "grade"}, "total.weight": {ZH: "总分值", EN: "total weight"}, "total.score": {ZH: "总分", EN: "total score"},
	"level1": {ZH: "一级指标", EN: "level 1"}, "level2": {ZH: "二级指标", EN: "level 2"}, "name": {ZH: "三级指标", EN: "name"},
	"target": {ZH: "指标值", EN: "target"}, "actual": {ZH: "完成值", EN: "actual"}, "weight": {ZH: "分值", EN: "weight"},
	"score": {ZH: "得分", EN: "score"}, "reason": {ZH: "偏差原因", EN: "reason"}, "expected": {ZH: "预期目标", EN: "expected goals"},
	"funds": {ZH: "资金", EN: "funds"}, "goals": {ZH: "年度目标", EN: "goals"}, "indicators": {ZH: "绩效指标", EN: "indicators"}, "other": {ZH: "其他栏目", EN: "other"},
}

// ColumnName is a column of the money block in words.
func ColumnName(c normalize.Column, lang extract.Lang) string { return columnNames[c].In(lang) }

// FieldName is the last part of a path in words: score, total.weight.
func FieldName(name string, lang extract.Lang) string {
	if t, ok := fieldNames[name]; ok {
		return t.In(lang)
	}
	return name
}

// Label says a path in the words of the form: funds.total.initial is
// 合计·年初预算数, indicators[3].score is 第4项“…”·得分. A path that names
// nothing comes back unchanged.
func Label(r *normalize.Report, path string, lang extract.Lang) string {
	head, rest, _ := strings.Cut(path, ".")
	switch {
	case head == "funds" && rest != "":
		source, col, _ := strings.Cut(rest, ".")
		label := source
		if row := r.Funds.Row(source); row != nil {
			label = strings.TrimSpace(row.Label)
		}
		if name := ColumnName(normalize.Column(col), lang); name != "" {
			return label + "·" + name
		}
		return label
	case strings.HasPrefix(head, "indicators["):
		i, ok := index(head)
		if !ok || i >= len(r.Indicators) {
			return path
		}
		label := fmt.Sprintf("第%d项", i+1)
		if lang == extract.EN {
			label = fmt.Sprintf("item %d", i+1)
		}
		if n := r.Indicators[i].Name; n != nil && n.Text != "" {
			label += "“" + Short(n.Text, 18) + "”"
		}
		if rest == "" {
			return label
		}
		return label + "·" + FieldName(rest, lang)
	case strings.HasPrefix(head, "goals["):
		return FieldName("goals", lang) + "·" + FieldName(rest, lang)
	case strings.HasPrefix(head, "other["):
		if i, ok := index(head); ok && i < len(r.Other) {
			return r.Other[i].Label
		}
	}
	return FieldName(path, lang)
}

func index(s string) (int, bool) {
	i, j := strings.IndexByte(s, '['), strings.IndexByte(s, ']')
	if i < 0 || j < i {
		return 0, false
	}
	n, err := strconv.Atoi(s[i+1 : j])
	return n, err == nil && n >= 0
}

// Short cuts a text to n characters and marks the cut.
func Short(s string, n int) string {
	r := []rune(s)
	if len(r) <= n {
		return s
	}
	return string(r[:n-1]) + "…"
}
