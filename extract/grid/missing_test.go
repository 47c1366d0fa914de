package grid

import (
	"fmt"
	"math/rand"
	"strings"
	"testing"
)

// Tables of which some rulings are drawn and others are not.

// rulings says which are drawn.
type rulings struct {
	name                 string
	uprights             bool // between columns
	rows                 bool // between rows
	head                 bool // around the heading
	top, bottom          bool
	left, right          bool
	bare                 bool // no upright beside the heading
	groups               bool // between groups of rows
	underHead, aboveLast bool
}

var missing = []rulings{
	{name: "uprights", uprights: true, left: true, right: true, top: true, bottom: true},
	{name: "uprights, right border missing", uprights: true, left: true, top: true, bottom: true},
	{name: "uprights, heading ruled", uprights: true, left: true, right: true, top: true, bottom: true, underHead: true},
	{name: "uprights, heading and total ruled", uprights: true, left: true, right: true, top: true, bottom: true, underHead: true, aboveLast: true},
	{name: "uprights, groups ruled", uprights: true, left: true, right: true, top: true, bottom: true, underHead: true, groups: true},
	{name: "uprights and rows, none around the heading", uprights: true, rows: true, left: true, right: true, bottom: true, bare: true},
	{name: "rows", rows: true, top: true, bottom: true},
	{name: "rows in a frame", rows: true, top: true, bottom: true, left: true, right: true},
	{name: "rows, none above the heading", rows: true, bottom: true},
	{name: "rows, none below the last", rows: true, top: true},
	{name: "heading and end", top: true, bottom: true, underHead: true},
	{name: "heading ruled", head: true},
	{name: "rows in a frame, uprights beside the heading", rows: true, top: true, bottom: true, left: true, right: true, head: true},
	{name: "frame", top: true, bottom: true, left: true, right: true},
	{name: "none"},
}

// set says how texts stand in their columns: c in the middle, l, r; g as a
// spreadsheet sets them, figures to the right.
type drawnTable struct {
	page Page
	want string
}

var sampleNames = []string{"培训场次", "培训人数", "验收合格率", "完成及时率", "新建道路里程", "补助标准", "受益农户收入增长率", "群众满意度", "设备购置数量", "资金拨付及时率", "检查次数", "技能考核合格率不低于标准"}

func pick(r *rand.Rand, list ...string) string { return list[r.Intn(len(list))] }

// sampleTexts invents the texts of a table; a text that begins with ^ is the cell above.
func sampleTexts(r *rand.Rand) (texts [][]string, widths []float64) {
	amount := func() string {
		return pick(r, "123,456.78", "3,456.78", "0.00", "5.00", "10,000.00", "88.00", "1,200.5")
	}
	n := 3 + r.Intn(6)
	if r.Intn(3) == 0 {
		texts = append(texts, []string{"指标名称", "年初预算数", "全年预算数", "全年执行数", "执行率", "得分"})
		for _, name := range []string{"年度资金总额", "财政拨款", "其他资金", "上年结转资金", "单位资金"}[:min(n, 5)] {
			texts = append(texts, []string{name, amount(), amount(), amount(), pick(r, "99.23%", "90.00%", "100%", "0%"), pick(r, "9.9", "9", "10", "0")})
		}
		return texts, []float64{8, 7.5, 7.5, 7.5, 5.5, 4}
	}
	labels := r.Intn(2) == 0
	notes := r.Intn(3) == 0
	head := []string{"三级指标", "年度指标值", "实际完成值", "分值", "得分"}
	widths = []float64{8, 7, 7, 4, 4}
	if labels {
		head, widths = append([]string{"一级指标"}, head...), append([]float64{6}, widths...)
	}
	if notes {
		head, widths = append(head, "偏差原因"), append(widths, 9)
	}
	texts = append(texts, head)
	names := r.Perm(len(sampleNames))
	for i, group := 0, 0; i < n; group++ {
		size := min(n-i, 1+r.Intn(4))
		for k := range size {
			weight := pick(r, "10", "15", "20", "5", "2.5")
			row := []string{sampleNames[names[i]], pick(r, "≥12场", "≥600人", "100%", "≥95%", "全面完成"), pick(r, "13场", "612人", "98.5%", "96%", "已完成"), weight, pick(r, weight, "9.5", "1")}
			if labels {
				label := []string{"产出指标", "效益指标", "满意度指标", "成本指标", "其他指标", "管理指标", "决策指标", "过程指标"}[group]
				if k > 0 {
					label = "^"
				}
				row = append([]string{label}, row...)
			}
			if notes {
				row = append(row, pick(r, "", "个别项目返工", "无", "因疫情推迟"))
			}
			texts = append(texts, row)
			i++
		}
	}
	if r.Intn(2) == 0 {
		total := make([]string, len(head))
		total[0] = "合计"
		for c := range head {
			if head[c] == "分值" {
				total[c], total[c+1] = "100", "96.5"
			}
		}
		texts = append(texts, total)
	}
	return texts, widths
}

// sample draws an invented table.
func sample(r *rand.Rand, d rulings, set byte) drawnTable {
	texts, widths := sampleTexts(r)
	b := newBoard()
	b.page.Width = 900
	padX, padY := 0.3+0.4*r.Float64(), 0.15+0.4*r.Float64()
	wide := 1 + 0.5*r.Float64()
	xs := []float64{60}
	for _, w := range widths {
		xs = append(xs, xs[len(xs)-1]+w*wide*em)
	}
	lines := func(t string, c int) []string {
		var out []string
		for _, l := range wrapped(t, (xs[c+1]-xs[c])/em-2*padX+0.01) {
			out = append(out, string(l))
		}
		return out
	}
	ys := []float64{60}
	for _, row := range texts {
		most := 1
		for c, t := range row {
			most = max(most, len(lines(t, c)))
		}
		ys = append(ys, ys[len(ys)-1]+(1.2*float64(most)+2*padY)*em)
	}
	n := len(texts)
	var want strings.Builder
	fmt.Fprintf(&want, "table 0: %d × %d\n", n, len(widths))
	for i, row := range texts {
		for c, t := range row {
			if t == "" || t == "^" {
				continue
			}
			end := i + 1
			for end < n && texts[end][c] == "^" {
				end++
			}
			fmt.Fprintf(&want, "%d,%d", i, c)
			if end-i > 1 {
				fmt.Fprintf(&want, " %d×1", end-i)
			}
			fmt.Fprintf(&want, " %s\n", t)
			list := lines(t, c)
			y := (ys[i]+ys[end])/2 - 0.6*em*float64(len(list))
			for k, l := range list {
				w := lineWidth([]rune(l)) * em
				x := (xs[c] + xs[c+1] - w) / 2
				figure := strings.Trim(t, "0123456789.,%") == ""
				switch {
				case set == 'l' || (set == 'r' || set == 'g') && i > 0 && !figure:
					x = xs[c] + padX*em
				case (set == 'r' || set == 'g') && i > 0:
					x = xs[c+1] - padX*em - w
				}
				b.write(l, x, y+1.2*em*float64(k))
			}
		}
	}
	d.draw(b, xs, ys, texts)
	return drawnTable{b.page, want.String()}
}

func (d *rulings) draw(b *board, xs, ys []float64, texts [][]string) {
	x0, x1, n := xs[0], xs[len(xs)-1], len(texts)
	across := func(y float64) { b.rule(x0, y, x1, y) }
	for i := 1; i < n; i++ {
		switch {
		case d.rows:
			from := x0
			if texts[i][0] == "^" {
				from = xs[1]
			}
			b.rule(from, ys[i], x1, ys[i])
		case i == 1 && d.underHead, i == n-1 && d.aboveLast && texts[i][0] != "^", d.groups && texts[i][0] != "^":
			across(ys[i])
		}
	}
	if d.top {
		across(ys[0])
	}
	if d.bottom {
		across(ys[n])
	}
	for c, x := range xs {
		if c == 0 && d.left || c == len(xs)-1 && d.right || d.uprights && c > 0 && c < len(xs)-1 {
			from := ys[0]
			if d.bare {
				from = ys[1]
			}
			b.rule(x, from, x, ys[n])
		}
		if d.head {
			b.rule(x, ys[0], x, ys[1])
		}
	}
	if d.head {
		across(ys[0])
		across(ys[1])
	}
}

// Where the drawn rulings and the texts force one reading, it is read; a number is
// joined with nothing in any of them.
func TestMissingRulings(t *testing.T) {
	const tries = 20
	heading := func(s string) bool { return strings.Contains(s, "指标") || strings.Contains(s, "分") }
	for _, d := range missing {
		for _, set := range "clrg" {
			right, first := 0, ""
			for seed := range tries {
				s := sample(rand.New(rand.NewSource(int64(seed))), d, byte(set))
				got := picture(Find([]Page{s.page}, Options{Heading: heading}))
				switch {
				case got == s.want:
					right++
				case first == "":
					first = fmt.Sprint("seed ", seed, "\n", diff(got, s.want))
				}
			}
			t.Logf("%s, set %c: %d of %d", d.name, set, right, tries)
			if right < tries {
				t.Errorf("%s, set %c: got %d of %d right\n%s", d.name, set, right, tries, first)
			}
		}
	}
}

// A figure is not joined to the text of the next column, however near it stands; a
// unit that a program sets a little off its figure is.
func TestFigureBesideText(t *testing.T) {
	b := newBoard()
	for i, row := range [][4]string{{"名称", "目标", "得分", "偏差原因"}, {"培训场次", "12场", "10", ""}, {"培训人数", "9人", "14.5", "返工"}, {"合格率", "15件", "5", "因雨推迟"}, {"满意度", "96分", "100", "无"}} {
		y := 100 + 16*float64(i)
		b.write(row[0], 60, y)
		// Figure and unit of the second column are a quarter of a character apart.
		n := strings.IndexFunc(row[1], func(r rune) bool { return r > 0x2000 })
		b.write(row[1][:n], 120, y).write(row[1][n:], 120+(0.5*float64(n)+0.25)*em, y)
		b.write(row[2], 240-lineWidth([]rune(row[2]))*em, y)
		note := 243.0 // three points behind the figures
		if i == 0 {
			note = 260
		}
		b.write(row[3], note, y)
	}
	f := Find([]Page{b.page}, Options{Heading: func(s string) bool { return strings.Contains("名称目标得分偏差原因", s) }})
	got := picture(f)
	for _, want := range []string{"2,2 14.5\n", "2,3 返工\n", "3,2 5\n", "3,3 因雨推迟\n", "4,3 无\n", "1,1 12场\n", "3,1 15件\n"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is missing\n%s", want, got)
		}
	}
}
