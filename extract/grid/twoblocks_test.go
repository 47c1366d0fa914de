package grid

import (
	"strings"
	"testing"
)

const twoBlocks = `
	部门名称 | < | 石桥县水务局 | < | < | < | <
	资金情况 | < | | 年初预算数 | 全年预算数 | 全年执行数 | 执行率
	^ | < | 年度资金总额 | 4386.20 | 4512.75 | 4287.11 | 95.00%
	^ | < | 其中：基本支出 | 2986.20 | 3012.75 | 3012.75 | 100.00%
	^ | < | 项目支出 | 1400.00 | 1500.00 | 1274.36 | 84.96%
	总体目标 | < | 巡查河道，保障全县用水安全，水质达标 | < | < | 已巡查全部河道，水质达标 | <
	一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
	产出指标 | 数量指标 | 巡查河段 | ≥12段 | 12段 | 10 | 10
	^ | ^ | 更换水表 | ≥600只 | 580只 | 20 | 18.5
	^ | 时效指标 | 按期完工率 | 100% | 100% | 30 | 30
	效益指标 | 社会效益指标 | 供水保证率 | ≥95% | 96% | 20 | 20
	^ | ^ | 投诉件数 | ≤5件 | 3件 | 20 | 20
	合计 | < | < | < | < | 100 | 98.5`

// A form of two blocks that is ruled at their headings, and around it or along its columns:
// none of its rows is run together with the next.
func TestRuledAtHeadings(t *testing.T) {
	const left, top, high, em = 40, 60, 22, 9
	at := func(row int) float64 { return top + high*float64(row) }
	for name, keep := range map[string]func(r *Rule, last float64) bool{
		"three lines": func(r *Rule, last float64) bool {
			return r.Y0 == r.Y1 && (r.Y0 == at(0) || r.Y0 == at(1) || r.Y0 == at(2) || r.Y0 == at(6) || r.Y0 == at(7) || r.Y0 == last)
		},
		"a frame": func(r *Rule, last float64) bool {
			outer := r.X0 == r.X1 && (r.X0 == left || r.X0 > 500)
			return outer || r.Y0 == r.Y1 && (r.Y0 == at(0) || r.Y0 == at(2) || r.Y0 == at(7) || r.Y0 == last)
		},
		"uprights": func(r *Rule, _ float64) bool {
			return r.X0 == r.X1 || r.Y0 == at(1) || r.Y0 == at(2) || r.Y0 == at(6) || r.Y0 == at(7)
		},
	} {
		p := planned(twoBlocks, 56, 70, 90, 70, 70, 70, 60)
		page := Page{Number: 1, Width: 600, Height: 500}
		p.draw(&page, style{em: em, centre: true, perCell: true}, func() float64 { return 0 }, left, top)
		var kept []Rule
		for _, r := range page.Rules {
			if keep(&r, at(p.rows)) {
				kept = append(kept, r)
			}
		}
		page.Rules = kept
		found := Find([]Page{page}, Options{})
		if len(found.Tables) != 1 {
			t.Errorf("%s: got %d tables\n%s", name, len(found.Tables), picture(found))
			continue
		}
		if got, want := show(plain(found.Tables[0])), show(p.wanted()); got != want {
			t.Errorf("%s:\n%s", name, diff(got, want))
		}
	}
}

// A label on two lines, with its value between them, is the first row of a form without
// rulings where its brackets tie the lines, or both together are a heading.
func TestWrappedLabelAboveAForm(t *testing.T) {
	for _, label := range [][2]string{{"转移支付（项", "目）名称"}, {"转移支付（项目）", "名称"}} {
		wrappedLabel(t, label[0], label[1])
	}
}

func wrappedLabel(t *testing.T, head, tail string) {
	t.Helper()
	b := newBoard().words(head, 50, 100).words("农村厕所革命整村推进奖补资金", 160, 106).words(tail, 55, 112)
	for k, row := range [][4]string{
		{"主管部门", "丁市农业农村局", "实施单位", "乙县"}, {"三级指标", "年度指标值", "分值", "得分"},
		{"改厕户数", "≥1200户", "50", "50"}, {"验收合格率", "≥98%", "50", "49"},
	} {
		for c, text := range row {
			b.words(text, []float64{52, 160, 260, 330}[c], 134+22*float64(k))
		}
	}
	known := func(s string) bool { return s == "转移支付（项目）名称" }
	got := picture(Find([]Page{b.page}, Options{Heading: known}))
	if want := "0,0 转移支付（项目）名称\n0,1 1×3 农村厕所革命整村推进奖补资金\n"; !strings.Contains(got, want) {
		t.Errorf("got\n%swant in it\n%s", got, want)
	}
}

// Figures with their units below each other are rows as well, where uprights and the rulings
// of headings are all there is.
func TestQuantitiesBelowEachOther(t *testing.T) {
	p := planned(`
	资金情况 | < | < | 全年预算数 | 全年执行数 | 执行率
	^ | < | 年度资金总额 | 2,640 | 2,508 | 95%
	^ | < | 中央财政资金 | 1,980 | 1,980 | 100%
	^ | < | 地方资金 | 660 | 528 | 80%
	一级指标 | 二级指标 | 三级指标 | 指标值 | 实际完成值 | 未完成原因
	产出指标 | 数量指标 | 推进村数 | 86个 | 86个 |
	^ | ^ | 改厕户数 | ≥1200户 | 1235户 |
	^ | 质量指标 | 验收合格率 | ≥98% | 97.6% | 管道未接通
	效益指标 | 社会效益指标 | 人居环境 | 持续改善 | 持续改善 |
	^ | 生态效益指标 | 资源化利用率 | ≥90% | 91.2% |
	说明 | 无 | < | < | < | <`, 60, 80, 80, 70, 70, 70)
	page := Page{Number: 1, Width: 600, Height: 500}
	p.draw(&page, style{em: 9, centre: true, perCell: true}, func() float64 { return 0 }, 40, 60)
	var kept []Rule
	for _, r := range page.Rules {
		if r.X0 == r.X1 || r.Y0 == 60 || r.Y0 == 82 || r.Y0 == 60+4*22 || r.Y0 == 60+5*22 {
			kept = append(kept, r)
		}
	}
	page.Rules = kept
	found := Find([]Page{page}, Options{})
	if len(found.Tables) != 1 {
		t.Fatalf("got %d tables\n%s", len(found.Tables), picture(found))
	}
	if got, want := show(plain(found.Tables[0])), show(p.wanted()); got != want {
		t.Error(diff(got, want))
	}
}
