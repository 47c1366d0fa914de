package forms

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
)

// random builds one form from blocks: a head of labelled values, money, goals,
// indicators and a foot, each dividing the same columns in its own way.
type random struct {
	*rand.Rand
	f   Form
	row int
}

// Random returns an invented form; the same seed gives the same form.
func Random(seed uint64) *Form {
	b := &random{Rand: rand.New(rand.NewPCG(seed, 0x7a6970696e67))}
	b.f.ID = fmt.Sprintf("random-%03d", seed)
	b.f.Cols = 6 + b.IntN(8)
	for range b.f.Cols {
		b.f.Widths = append(b.f.Widths, 8+b.IntN(9))
	}
	b.f.Title = b.pick("place") + b.pick("office") + b.pick("kind")
	if b.IntN(2) == 0 {
		b.f.Title = b.pick("kind")
	}
	b.f.Sub = fmt.Sprintf("(%d年度)", 2016+b.IntN(9))
	if b.IntN(3) == 0 {
		b.f.Above = []string{"单位名称:" + b.pick("place") + b.pick("office") + "        金额单位:万元"}
	}
	b.head(1 + b.IntN(3))
	b.money()
	if b.IntN(6) > 0 {
		b.goals()
	}
	b.indicators()
	if b.IntN(5) > 0 {
		b.foot()
	}
	for range b.IntN(3) {
		b.f.Below = append(b.f.Below, b.pick("note"))
	}
	b.f.Rows = b.row
	b.f.sort()
	b.f.compact()
	return &b.f
}

func (b *random) pick(section string) string {
	list := words()[section]
	return list[b.IntN(len(list))]
}

// some picks n different entries in their order.
func (b *random) some(section string, n int) []string {
	list := words()[section]
	at := b.Perm(len(list))[:min(n, len(list))]
	slices.Sort(at)
	var out []string
	for _, i := range at {
		out = append(out, list[i])
	}
	return out
}

func (b *random) put(row, col, rows, cols int, kind Kind, text string) {
	b.f.Cells = append(b.f.Cells, Cell{row, col, rows, cols, text, kind})
}

// split divides the columns from..Cols into n fields and returns their edges.
func (b *random) split(from, n int) []int {
	n = min(n, b.f.Cols-from)
	inner := b.Perm(b.f.Cols - from - 1)[:n-1]
	slices.Sort(inner)
	edges := []int{from}
	for _, i := range inner {
		edges = append(edges, from+1+i)
	}
	return append(edges, b.f.Cols)
}

func (b *random) head(rows int) {
	labels := b.some("label", 8)
	for i := range rows {
		n := 2
		if i > 0 && b.f.Cols >= 8 {
			n = 2 + 2*b.IntN(2)
		}
		e := b.split(0, n)
		for k := 0; k+1 < len(e); k += 2 {
			b.put(b.row, e[k], 1, e[k+1]-e[k], Label, labels[(2*i+k/2)%len(labels)])
			if k+2 < len(e) {
				b.put(b.row, e[k+1], 1, e[k+2]-e[k+1], Value, b.headValue())
			}
		}
		b.row++
	}
}

func (b *random) headValue() string {
	switch b.IntN(8) {
	case 6:
		return fmt.Sprintf("%06d-%d-%04d", b.IntN(1000000), 2016+b.IntN(9), b.IntN(10000))
	case 7:
		return fmt.Sprintf("0591-%08d", b.IntN(100000000))
	case 0:
		return b.pick("project")
	case 1:
		return b.pick("person")
	case 2:
		return fmt.Sprintf("%06d", b.IntN(1000000))
	case 3:
		return fmt.Sprintf("%d年%d月%d日", 2018+b.IntN(8), 1+b.IntN(12), 1+b.IntN(28))
	case 4:
		return ""
	}
	return b.pick("place") + b.pick("office")
}

// money is the block of funds: a label down its side, one or two rows of
// headings, a row for each source.
func (b *random) money() {
	sources := b.some("source", 2+b.IntN(5))
	heads := b.some("money", 2+b.IntN(3))
	heads = append(heads, b.pick("rate"))
	if b.IntN(2) == 0 {
		heads = append(heads, "分值", "得分")
	}
	e := b.split(1, len(heads)+1)
	heads = heads[:len(e)-2]
	top, levels := b.row, 1
	if len(heads) >= 5 && b.IntN(3) == 0 {
		levels = 2
	}
	rows := levels + len(sources)
	b.put(top, 0, rows, 1, Label, []string{"项目资金(万元)", "预算执行情况", "财政资金安排和使用情况", "年度预算执行情况(万元)(10分)"}[b.IntN(4)])
	b.put(top, e[0], levels, e[1]-e[0], Heading, []string{"", "资金来源", "资金结构(万元)"}[b.IntN(3)])
	for i, h := range heads {
		from, to := e[i+1], e[i+2]
		if levels == 2 && i < 4 {
			if i%2 == 0 {
				b.put(top, from, 1, e[i+3]-from, Heading, []string{"预算安排", "拨付情况", "结余情况"}[i/2])
			}
			b.put(top+1, from, 1, to-from, Heading, h)
			continue
		}
		b.put(top, from, levels, to-from, Heading, h)
	}
	for k, s := range sources {
		r := top + levels + k
		b.put(r, e[0], 1, e[1]-e[0], Label, s)
		for i, h := range heads {
			b.put(r, e[i+1], 1, e[i+2]-e[i+1], Number, b.moneyValue(h, k))
		}
	}
	b.f.Heads = append(b.f.Heads, Rows{top, top + levels - 1, top + rows})
	b.row += rows
}

func (b *random) moneyValue(head string, k int) string {
	switch {
	case head == "分值":
		return map[bool]string{true: "10", false: "—"}[k == 0]
	case head == "得分":
		return map[bool]string{true: fmt.Sprintf("%d.%02d", 7+b.IntN(3), b.IntN(100)), false: "—"}[k == 0]
	case strings.Contains(head, "率"):
		return []string{fmt.Sprintf("%d.%02d%%", 60+b.IntN(40), b.IntN(100)), fmt.Sprintf("%d.%02d00", 60+b.IntN(40), b.IntN(100)), "100%", "0.00"}[b.IntN(4)]
	case b.IntN(5) == 0:
		return []string{"0.00", "0", "", "-", "/"}[b.IntN(5)]
	}
	whole := b.IntN([]int{90, 900, 9000, 400000, 30000000}[b.IntN(5)])
	text := fmt.Sprint(whole)
	if b.IntN(4) == 0 && whole > 999 {
		text = thousands(text)
	}
	switch b.IntN(5) {
	case 0:
		return text
	case 1:
		return fmt.Sprintf("%s.%06d", text, b.IntN(1000000))
	case 2:
		return fmt.Sprintf("-%s.%d", text, b.IntN(10))
	}
	return fmt.Sprintf("%s.%02d", text, b.IntN(100))
}

func thousands(s string) string {
	var out []string
	for len(s) > 3 {
		out = append([]string{s[len(s)-3:]}, out...)
		s = s[:len(s)-3]
	}
	return strings.Join(append([]string{s}, out...), ",")
}

func (b *random) goals() {
	n := min(2+b.IntN(2), b.f.Cols-1)
	e := []int{1}
	for i := range n { // long texts want columns of about the same width
		e = append(e, 1+(b.f.Cols-1)*(i+1)/n)
	}
	heads := []string{"预期目标", "目标实际完成情况", "偏差原因分析及改进措施"}
	b.put(b.row, 0, 2, 1, Label, []string{"年度总体目标", "年度绩效目标(完成情况)", "总体目标完成情况"}[b.IntN(3)])
	for i := range len(e) - 1 {
		b.put(b.row, e[i], 1, e[i+1]-e[i], Heading, heads[i])
		b.put(b.row+1, e[i], 1, e[i+1]-e[i], Text, strings.Join(b.some("goal", 1+b.IntN(4)), ""))
	}
	b.row += 2
}
