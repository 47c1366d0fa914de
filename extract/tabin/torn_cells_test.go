package tabin

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"ziping/extract"
)

// A form as an editor shows it, cells parted by tabs.
const tearForm = `项目名称	基层能力建设项目
主管部门	石桥县水务局	实施单位	三河水管站
项目资金（万元）	年初预算数	全年预算数	全年执行数	分值	执行率	得分
年度资金总额	120.50	118.00	117.20	10	99.32%	9.93
其中：财政拨款	100.00	98.00	97.20
其他资金	20.50	20.00	20.00
年度总体目标	完成河道巡查和水表更换，保证供水安全。
一级指标	二级指标	三级指标	年度指标值	实际完成值	分值	得分	偏差原因
产出指标	数量指标	巡查河段数量	≥12段	13段	15	15
产出指标	数量指标	更换智能水表	≥600只	598只	15	14.5	部分用户不在家
产出指标	质量指标	验收合格率	100%	100%	10	10
产出指标	时效指标	按期完工率	≥95%	96%	10	10
效益指标	社会效益	供水保证率	≥98%	98.6%	20	20
效益指标	生态效益	水质达标比例	≥95%	97%	10	10
满意度指标	服务对象满意度	受益居民满意度	≥90%	92.5%	10	10
总分					100	99.43`

// Each cell of the form is torn in its middle by itself, and read: . is right, and + right but
// told, ? not right but told, ! wrong: words torn into single characters, and a remark that no
// separator closes.
func TestTornCells(t *testing.T) {
	names := strings.Fields("项目名称 主管部门 实施单位 项目资金（万元） 年初预算数 全年预算数 全年执行数 分值 执行率 得分 年度资金总额 其中：财政拨款 财政拨款 其他资金 年度总体目标 一级指标 二级指标 三级指标 年度指标值 实际完成值 偏差原因 产出指标 效益指标 满意度指标 数量指标 质量指标 时效指标 社会效益 生态效益 服务对象满意度 总分")
	heading := func(s string) bool { return slices.Contains(names, strings.TrimSpace(strings.ReplaceAll(s, "\n", ""))) }
	read := func(text string) (string, bool) {
		d, err := Read([]byte(text), extract.Options{Limits: extract.DefaultLimits(), Heading: heading})
		if err != nil {
			t.Fatal(err)
		}
		var rows []string
		for i := range d.Tables {
			table := make([][]string, d.Tables[i].Rows)
			for _, c := range d.Tables[i].Cells {
				for len(table[c.Row]) <= c.Col {
					table[c.Row] = append(table[c.Row], "")
				}
				table[c.Row][c.Col] = strings.ReplaceAll(c.Text, "\n", "")
			}
			for _, cells := range table {
				rows = append(rows, strings.Join(cells, "|"))
			}
		}
		for _, l := range d.Lines {
			rows = append(rows, "- "+l.Text)
		}
		return strings.Join(rows, "\n"), len(d.Warnings) > 0
	}
	var drawn strings.Builder
	for _, way := range []struct {
		name   string
		padded bool // lines have all their separators
		by     string
		tears  int
	}{{"tabs taken off the ends of lines", false, "\t", 3}, {"tabs left at the ends of lines", true, "\t", 2}, {"bars", true, " | ", 1}} {
		var form [][]string
		for _, line := range strings.Split(tearForm, "\n") {
			cells := strings.Split(line, "\t")
			for way.padded && len(cells) < 8 {
				cells = append(cells, "")
			}
			form = append(form, cells)
		}
		lines := func(cells [][]string) string {
			var b strings.Builder
			for _, row := range cells {
				b.WriteString(strings.TrimRight(strings.Join(row, way.by), " ") + "\n")
			}
			return b.String()
		}
		right, told := read(lines(form))
		if told {
			t.Errorf("%s: told, though nothing is torn", way.name)
		}
		for _, tear := range tears[:way.tears] {
			fmt.Fprintf(&drawn, "%s, %s\n", way.name, tear.name)
			for _, row := range form {
				for c := range row {
					torn := slices.Clone(row)
					if !tear.in(torn, c) {
						drawn.WriteByte(' ')
						continue
					}
					whole := slices.Clone(row)
					copy(row, torn)
					text, told := read(lines(form))
					copy(row, whole)
					drawn.WriteString(map[[2]bool]string{{true, false}: ".", {true, true}: "+", {false, true}: "?", {false, false}: "!"}[[2]bool{text == right, told}])
				}
				drawn.WriteByte('\n')
			}
		}
	}
	const file = "testdata/torn.txt"
	got := squeezed(drawn.String())
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("got\n%s", got)
	}
}

var update = flag.Bool("update-torn", false, "write what becomes of torn cells into testdata")

// tears are how a cell is torn, or it and the next one; false where it is too short.
var tears = []struct {
	name string
	in   func(row []string, c int) bool
}{
	{"in the middle", func(row []string, c int) bool { return tearAt(&row[c], utf8.RuneCountInString(row[c])/2) }},
	{"behind the first character and before the last", func(row []string, c int) bool {
		n := utf8.RuneCountInString(row[c])
		return n > 2 && tearAt(&row[c], n-1) && tearAt(&row[c], 1)
	}},
	{"with the next one", func(row []string, c int) bool {
		n := utf8.RuneCountInString(row[c])
		return c+1 < len(row) && tearAt(&row[c+1], utf8.RuneCountInString(row[c+1])/2) && tearAt(&row[c], n-n/2)
	}},
}

func tearAt(cell *string, n int) bool {
	r := []rune(*cell)
	if n < 1 || n >= len(r) {
		return false
	}
	*cell = string(r[:n]) + "\n" + string(r[n:])
	return true
}

// squeezed is a drawing without the blanks at the ends of its lines.
func squeezed(s string) string {
	lines := strings.Split(s, "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return strings.Join(lines, "\n")
}
