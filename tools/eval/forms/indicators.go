package forms

import (
	"fmt"
	"slices"
	"strings"
)

// indicators is the tree of levels, merged down their rows.
func (b *random) indicators() {
	side := 0
	if b.IntN(3) > 0 {
		side = 1
	}
	heads := []string{"一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"}
	levels := 3
	switch b.IntN(4) {
	case 0: // flat
		heads, levels = []string{"指标名称", "计算符号", "指标值", "实际完成值", "计量单位", "权重", "得分", "说明"}, 1
	case 1:
		heads = []string{"一级指标", "二级指标", "三级指标", "分值", "年度指标值(A)", "全年实际值(B)", "得分", "未完成原因分析"}
	}
	e := b.split(side, len(heads))
	if cut := len(heads) - (len(e) - 1); cut > 0 {
		if levels == 3 {
			heads, levels = slices.Delete(heads, 1, 2), 2
			cut--
		}
		heads = heads[:len(heads)-cut]
	}
	top := b.row
	for i, h := range heads {
		b.put(top, e[i], 1, e[i+1]-e[i], Heading, h)
	}
	b.row++
	leaves := 4 + b.IntN(30)
	names := b.Perm(len(words()["name"]))
	start := b.row
	put := func(r, i, rows int, kind Kind, text string) { b.put(r, e[i], rows, e[i+1]-e[i], kind, text) }
	if levels > 1 {
		for r := start; r < start+leaves; {
			n := min(start+leaves-r, 1+b.IntN(9))
			put(r, 0, n, Label, b.pick("level1")+[]string{"", "(50分)", fmt.Sprintf("(%d)", 10+b.IntN(60))}[b.IntN(3)])
			for k := r; levels == 3 && k < r+n; {
				m := min(r+n-k, 1+b.IntN(4))
				put(k, 1, m, Label, b.pick("level2"))
				k += m
			}
			r += n
		}
	}
	for k := range leaves {
		r := start + k
		for i := levels - 1; i < len(heads); i++ {
			kind, text := b.indicator(heads[i], words()["name"][names[k%len(names)]])
			put(r, i, 1, kind, text)
		}
	}
	b.row += leaves
	if side == 1 {
		b.put(top, 0, b.row-top, 1, Label, []string{"绩效指标", "年度绩效指标完成情况", "绩效指标(90分)"}[b.IntN(3)])
	}
	b.f.Heads = append(b.f.Heads, Rows{top, top, b.row})
	if b.IntN(3) > 0 {
		i := max(1, min(len(heads)-2, 5))
		b.put(b.row, 0, 1, e[i], Label, []string{"总分", "合 计", "总分值、评价总分(S)"}[b.IntN(3)])
		b.put(b.row, e[i], 1, e[i+1]-e[i], Number, "100")
		b.put(b.row, e[i+1], 1, b.f.Cols-e[i+1], Number, fmt.Sprintf("%d.%02d", 80+b.IntN(20), b.IntN(100)))
		b.row++
	}
}

func (b *random) indicator(head, name string) (Kind, string) {
	switch {
	case strings.Contains(head, "三级") || strings.Contains(head, "名称"):
		return Value, name
	case strings.Contains(head, "原因") || head == "说明":
		if b.IntN(3) > 0 {
			return Text, ""
		}
		return Text, b.pick("reason")
	case head == "计算符号":
		return Value, []string{"≥", "≤", "=", "定性"}[b.IntN(4)]
	case head == "计量单位":
		return Value, b.pick("unit")
	case head == "分值" || head == "权重":
		return Number, fmt.Sprint(1 + b.IntN(15))
	case head == "得分":
		return Number, []string{fmt.Sprint(1 + b.IntN(15)), fmt.Sprintf("%d.%d", b.IntN(15), 1+b.IntN(9)), fmt.Sprintf("%d.%02d", b.IntN(15), b.IntN(100)), ""}[b.IntN(4)]
	}
	switch b.IntN(10) {
	case 8:
		return Value, fmt.Sprintf("%d-%02d-%02d", 2018+b.IntN(8), 1+b.IntN(12), 1+b.IntN(28))
	case 9:
		return Value, fmt.Sprintf("%d.%d-%d.%d%%", 50+b.IntN(20), b.IntN(10), 80+b.IntN(19), b.IntN(10))
	case 0:
		return Value, fmt.Sprintf("≥%d%%", 50+b.IntN(50))
	case 1:
		return Value, fmt.Sprintf("%d.%d%%", 50+b.IntN(50), b.IntN(10))
	case 2:
		return Value, fmt.Sprintf("%d年%d月%d日前", 2018+b.IntN(8), 1+b.IntN(12), 1+b.IntN(28))
	case 3:
		return Value, []string{"达成预期指标", "良好", "有效提升", "≤2.5小时", "长期"}[b.IntN(5)]
	case 4:
		return Number, fmt.Sprint(b.IntN(5000))
	}
	return Value, fmt.Sprintf("%s%d%s", []string{"≥", "", "=", "≤"}[b.IntN(4)], 1+b.IntN(3000), b.pick("unit"))
}

func (b *random) foot() {
	if b.IntN(2) == 0 {
		b.put(b.row, 0, 1, b.f.Cols, Text, b.pick("note"))
		b.row++
	}
	e := b.split(0, 4)
	if len(e) == 5 {
		b.put(b.row, e[0], 1, e[1]-e[0], Label, "评价等级")
		b.put(b.row, e[1], 1, e[2]-e[1], Value, b.pick("grade"))
		b.put(b.row, e[2], 1, e[3]-e[2], Label, "项目负责人")
		b.put(b.row, e[3], 1, e[4]-e[3], Value, b.pick("person"))
		b.row++
	}
}
