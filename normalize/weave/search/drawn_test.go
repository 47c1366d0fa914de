package search_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"ziping/normalize/formtest"
)

// TestDrawn holds how many rows of invented lists are put together of their cells, one below
// the other, some lost, and what else is made of them: a line of the file is the number of a list.
func TestDrawn(t *testing.T) {
	formtest.Numbered(t, "testdata/drawn.txt", func(t *testing.T, draw *rand.Rand) []string {
		return held(formtest.Woven, t, invented(draw))
	})
}

// held compares rows with what is made of their cells.
func held(read func(*testing.T, string) []string, t *testing.T, rows [][]string) (said []string) {
	var text strings.Builder
	want := map[string]bool{}
	for _, row := range rows {
		want[strings.Join(row, " ")] = true
		for _, c := range row {
			text.WriteString(c + "\n")
		}
	}
	right := 0
	for _, line := range read(t, text.String()) {
		kind, cells, _ := strings.Cut(line, " ")
		cells, doubt, _ := strings.Cut(cells, " open: ")
		var texts []string
		for c := range strings.FieldsSeq(cells) {
			text, _, _ := strings.Cut(c, "@")
			texts = append(texts, text)
		}
		switch {
		case kind == "no" || kind == "refused":
			return []string{line}
		case want[strings.Join(texts, " ")] && doubt == "" && kind == "row":
			right++
		default:
			said = append(said, line)
		}
	}
	return append([]string{fmt.Sprintf("%d of %d", right, len(rows))}, said...)
}

// invented is a list with its headings, row by row.
func invented(r *rand.Rand) [][]string {
	one := func(of ...string) string { return of[r.IntN(len(of))] }
	columns := [][]string{
		{"一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"},
		{"一级指标", "二级指标", "三级指标", "分值", "年度指标值", "实际完成值", "得分", "偏差原因分析及改进措施"},
		{"一级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"},
		{"一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值"},
		{"一级指标", "二级指标", "三级指标", "指标方向", "年度指标值", "计量单位", "实际完成值", "分值", "得分"},
		{"三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"},
		{"序号", "三级指标", "年度指标值", "实际完成值", "分值", "得分"},
	}[r.IntN(7)]
	rows := [][]string{{"项目支出绩效自评表"}, columns}
	levels := [][2]string{{"产出指标", "数量指标"}, {"", "质量指标"}, {"", "时效指标"}, {"效益指标", "社会效益指标"}, {"满意度指标", "服务对象满意度指标"}}
	if r.IntN(5) == 0 {
		levels = [][2]string{{"过程", "预算执行情况"}, {"", "组织实施"}, {"产出", "产出数量"}, {"效果", "长远影响"}}
	}
	level, lost := 0, r.IntN(3)
	for k := range 3 + r.IntN(6) {
		values := map[string]string{"序号": strconv.Itoa(k + 1)}
		if k == 0 || level+1 < len(levels) && r.IntN(2) == 0 {
			if k > 0 {
				level++
			}
			values["一级指标"], values["二级指标"] = levels[level][0], levels[level][1]
		}
		n, unit := 1+r.IntN(400), one("公里", "人", "户", "次", "个")
		values["三级指标"] = one("清淤长度", "完成合格率", "补助户数", "群众满意度", "受益人口", "植树数量", "培训人次") + strings.Repeat("总", k%2)
		values["计量单位"], values["指标方向"] = unit, one("≥", "=", "≤")
		op := one("≥", "", "≤")
		if slices.Contains(columns, "计量单位") {
			op, unit = "", ""
		}
		switch r.IntN(5) {
		case 0:
			values["年度指标值"], values["实际完成值"] = op+strconv.Itoa(n)+unit, strconv.Itoa(n+r.IntN(9))+unit
		case 1:
			values["年度指标值"], values["实际完成值"] = "100%", one("100%", "98.5%")
		case 2:
			values["年度指标值"], values["实际完成值"] = one("按时完成", "提高", "2023年12月底前"), one("已完成", "按时完成", "2023年11月")
		case 3:
			values["年度指标值"], values["实际完成值"] = strconv.Itoa(n), strconv.Itoa(n)
		case 4:
			values["年度指标值"], values["实际完成值"] = one("/", "无", "10"), one("/", "无", "10", "已完成")
		}
		mark := 1 + r.IntN(20)
		values["分值"], values["得分"] = strconv.Itoa(mark), strconv.Itoa(mark)
		if r.IntN(4) == 0 {
			values["得分"] = strconv.FormatFloat(float64(mark)/2, 'f', -1, 64)
			values["偏差原因分析及改进措施"] = one("工期延误", "资金未到位,下年加快", "无")
		}
		for range lost {
			if r.IntN(5) == 0 {
				delete(values, columns[r.IntN(len(columns))])
			}
		}
		var row []string
		for _, c := range columns {
			if values[c] != "" {
				row = append(row, values[c])
			}
		}
		if len(row) > 0 {
			rows = append(rows, row)
		}
	}
	if r.IntN(2) == 0 {
		rows = append(rows, []string{"总分", "100", "95"})
	}
	return rows
}
