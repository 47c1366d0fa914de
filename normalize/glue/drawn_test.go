package glue_test

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"ziping/extract"
	"ziping/extract/tabin"
	"ziping/normalize/formtest"
	"ziping/normalize/glue"
	"ziping/normalize/lexicon"
)

// TestDrawn holds how much is cut of invented forms whose cells are known, and that nothing is
// cut within a cell: a line of the file is the number of a form.
func TestDrawn(t *testing.T) {
	formtest.Numbered(t, "testdata/drawn.txt", func(t *testing.T, draw *rand.Rand) []string {
		return []string{held(t, invented(draw))}
	})
}

// held says of cells that run together how many are cut, how many texts stay together, and what
// is cut wrongly.
func held(t *testing.T, cells []string) string {
	doc, err := tabin.Read([]byte(strings.Join(cells, "")), extract.Options{Limits: extract.DefaultLimits()})
	if err != nil {
		t.Fatal(err)
	}
	out, ok := glue.Cut(doc, lexicon.Default(), extract.ZH)
	if !ok {
		return "not cut"
	}
	ends, at := map[int]bool{0: true}, 0
	for _, c := range cells {
		at += len(c)
		ends[at] = true
	}
	var wrong []string
	left, whole, open, at := glue.Left(out), 0, 0, 0
	for k := range out.Tables[0].Cells {
		c := &out.Tables[0].Cells[k]
		from := at
		at += len(c.Text)
		switch {
		case !ends[from] || !ends[at]:
			wrong = append(wrong, c.Text)
		case left[extract.CellRef(0, c).Key()]:
			open++
		default:
			whole++
		}
	}
	s := fmt.Sprintf("cut %d of %d, %d together", whole, len(cells), open)
	if len(wrong) > 0 {
		s += ", wrong: " + strings.Join(wrong, " | ")
	}
	return s
}

// invented is a form with its cells in their order.
func invented(r *rand.Rand) []string {
	one := func(of ...string) string { return of[r.IntN(len(of))] }
	figure := func(n float64, places int) string { return strconv.FormatFloat(n, 'f', places, 64) }
	cells := []string{"项目支出绩效自评表", "(2023年度)", "项目名称", "河道清淤", "主管部门", "乙县水利局", "实施单位", "乙县河务所"}
	places := r.IntN(3)
	budget := float64(20+r.IntN(9000)) / []float64{1, 10, 100}[places]
	spent := budget
	if r.IntN(3) > 0 {
		spent = budget * float64(50+r.IntN(50)) / 100
	}
	rate := figure(100*spent/budget, r.IntN(3)) + "%"
	mark := figure(10*spent/budget, r.IntN(3))
	if r.IntN(2) == 0 {
		cells = append(cells, "资金情况(万元)", "年初预算数", "全年预算数(A)", "全年执行数(B)", "分值", "执行率(B/A)", "得分", "年度资金总额", figure(budget, places), figure(budget, places), figure(spent, places), "10", rate, mark)
	} else {
		cells = append(cells, "资金情况(万元)", "全年预算数(A)", "全年执行数(B)", "分值", "执行率(B/A)", "得分", "年度资金总额:", figure(budget, places), figure(spent, places), "10", rate, mark)
	}
	if r.IntN(2) == 0 {
		cells = append(cells, "其中:财政拨款", figure(budget, places), figure(spent, places), "其他资金", "0", "0")
	}
	if r.IntN(2) == 0 {
		cells = append(cells, "年度总体目标", "预期目标", "实际完成情况", "清理河道。", "已经清理。")
	}
	order := [][]string{{"分值", "年度指标值", "全年实际值", "得分"}, {"年度指标值", "全年实际值", "分值", "得分"}, {"年度指标值", "全年实际值", "分值", "得分", "偏差原因分析及改进措施"}}[r.IntN(3)]
	cells = append(append(cells, "绩效指标", "一级指标", "二级指标", "三级指标"), order...)
	rows := 3 + r.IntN(5)
	full, scores := 90.0, 0.0
	levels := [][2]string{{"产出指标", "数量指标"}, {"", "质量指标"}, {"", "时效指标"}, {"效益指标", "社会效益指标"}, {"满意度指标", "服务对象满意度指标"}}
	level := 0
	for k := range rows {
		if k == 0 {
			cells = append(cells, levels[0][0], levels[0][1])
		} else if level+1 < len(levels) && r.IntN(2) == 0 {
			level++
			for _, l := range levels[level] {
				if l != "" {
					cells = append(cells, l)
				}
			}
		}
		weight := float64(r.IntN(int(2*full)/(rows-k)+1)+1) / 2
		if k+1 == rows {
			weight = full
		}
		full -= weight
		score := weight
		if r.IntN(4) == 0 {
			score = float64(int(weight*float64(r.IntN(100)))) / 100
		}
		scores += score
		n := 1 + r.IntN(400)
		target, actual := "", ""
		switch r.IntN(6) {
		case 0:
			unit := one("公里", "人", "户", "亩", "次")
			target, actual = "≥"+strconv.Itoa(n)+unit, strconv.Itoa(n+r.IntN(20))+unit
		case 1:
			unit := one("公里", "人", "个")
			target, actual = strconv.Itoa(n)+unit, strconv.Itoa(n)+unit
		case 2:
			target, actual = "100%", one("100%", "98.5%", "100.00%")
		case 3:
			target, actual = "≥"+strconv.Itoa(80+r.IntN(20))+"%", strconv.Itoa(80+r.IntN(20))+"%"
		case 4:
			target, actual = one("按时完成", "提高", "2023年12月底前"), one("已完成", "按时完成", "2023年11月")
		case 5:
			target, actual = strconv.Itoa(n), strconv.Itoa(n)
		}
		printed := func(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
		values := map[string]string{"分值": printed(weight), "年度指标值": target, "全年实际值": actual, "得分": printed(score)}
		if score < weight {
			values["偏差原因分析及改进措施"] = one("工期延误", "资金未到位")
		}
		cells = append(cells, one("清淤长度", "完成合格率", "补助户数", "群众满意度", "受益人口", "植树数量", "培训人次")+strings.Repeat("总", k%2))
		for _, id := range order {
			if values[id] != "" {
				cells = append(cells, values[id])
			}
		}
	}
	if r.IntN(5) > 0 {
		own, _ := strconv.ParseFloat(mark, 64)
		cells = append(cells, "总分", "100", strconv.FormatFloat(float64(int(100*(scores+own)+0.5))/100, 'f', -1, 64))
	}
	return cells
}
