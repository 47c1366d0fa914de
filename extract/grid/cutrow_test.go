package grid

import (
	"slices"
	"testing"

	"ziping/extract"
)

// cutForm is two pages of a table with horizontal rulings, whose break cuts a row: no
// ruling is drawn there, and lines of its cells stand on both pages. widths of the blocks
// are not the same.
func cutForm(below, above [][]string) []Page {
	const left, right = 60, 560
	xs := []float64{60, 140, 240, 400, 460, 510}
	b := newBoard()
	row := func(b *board, y float64, texts []string) {
		for c, t := range texts {
			if t != "" {
				b.write(t, xs[c], y)
			}
		}
	}
	y := 80.0
	rule := func(b *board) { b.rule(left, y, right, y) }
	rule(b)
	b.write("主管部门", 60, y+6)
	b.write("石桥县水务局河湖管护中心", 120, y+6)
	b.write("三河水管站", 330, y+6)
	y += 24
	for _, texts := range [][]string{
		{"一级指标", "二级指标", "三级指标", "目标值", "分值", "得分"},
		{"产出指标", "数量指标", "巡查河段", "12段", "10", "10"},
		{"产出指标", "质量指标", "更换水表", "600只", "20", "18.5"},
	} {
		rule(b)
		row(b, y+6, texts)
		y += 24
	}
	rule(b)
	y += 6
	for _, texts := range below {
		row(b, y, texts)
		y += 12
	}
	c := newBoard()
	y = 40
	for _, texts := range above {
		row(c, y, texts)
		y += 12
	}
	y += 4
	for _, texts := range [][]string{
		{"效益指标", "社会效益", "供水保证率", "95%", "20", "20"},
		{"满意度", "群众满意度", "用户满意度", "90%", "10", "10"},
		{"总分", "", "", "", "100", "98.5"},
	} {
		rule(c)
		row(c, y+6, texts)
		y += 24
	}
	rule(c)
	c.page.Number = 2
	return []Page{b.page, c.page}
}

// A row that a page break cuts, between rulings that are drawn between rows only, is one
// row, whatever of it stands on which page.
func TestCutRowBetweenHorizontalRulings(t *testing.T) {
	want := []string{"效益指标", "经济效益指标", "节约灌溉用水并建立台账", "300方", "10", "9"}
	for name, parts := range map[string][2][][]string{
		"most before":     {{{"效益指标", "经济效益", "节约灌溉用水", "300方", "10", "9"}, {"", "指标", "并建立"}}, {{"", "", "台账"}}},
		"one line before": {{{"", "", "节约灌溉用水"}}, {{"效益指标", "经济效益", "并建立", "300方", "10", "9"}, {"", "指标", "台账"}}},
		"all before":      {{{"效益指标", "经济效益", "节约灌溉用水", "300方", "10", "9"}, {"", "指标", "并建立台账"}}, nil},
		"all behind":      {nil, {{"效益指标", "经济效益", "节约灌溉用水", "300方", "10", "9"}, {"", "指标", "并建立台账"}}},
	} {
		found := Find(cutForm(parts[0], parts[1]), Options{})
		if len(found.Tables) != 1 || found.Tables[0].Rows != 8 {
			t.Errorf("%s: got %d tables, want one of 8 rows\n%s", name, len(found.Tables), picture(found))
			continue
		}
		got := map[string]bool{}
		for _, c := range found.Tables[0].Cells {
			if c.Row == 4 {
				got[c.Text] = true
			}
		}
		for _, text := range want {
			if !got[text] {
				t.Errorf("%s: want %q in the row that is cut\n%s", name, text, picture(found))
			}
		}
	}
}

// Two paragraphs side by side of which one has a full line: the next line tells where the
// other begins, by how both are aligned.
func TestFullLineBesideAParagraph(t *testing.T) {
	const full, other = "改造老旧管网十二处保障群众用水安全同步建立台账记录", "全年改造十二处用水安全"
	wide := func(text string) float64 { return em * float64(len([]rune(text))) }
	for how, share := range map[string]float64{"left": 0, "centre": 0.5, "right": 1} {
		b := newBoard()
		for _, y := range []float64{60, 90, 150, 180, 210, 240} {
			b.rule(50, y, 550, y)
		}
		b.write("预期目标", 140, 70)
		b.write("实际完成情况", 400, 70)
		second := 54 + wide(full) + 0.3*em
		b.write(full, 54, 106).write(other, second, 106)
		b.write("并公示。", 54+share*(wide(full)-4*em), 106+1.4*em)
		b.write("已公示。", second+share*(wide(other)-4*em), 106+1.4*em)
		for r, texts := range [][]string{{"培训场次", "12场", "13场", "10"}, {"培训人数", "60人", "61人", "10"}, {"合格率", "95%", "96%", "10"}} {
			for i, x := range []float64{54, second - 80, second, second + 120} {
				b.write(texts[i], x, 160+30*float64(r))
			}
		}
		found := b.find()
		for _, want := range []string{full + "并公示。", other + "已公示。"} {
			if !hasCell(&found, want) {
				t.Errorf("%s: want a cell %q\n%s", how, want, picture(found))
			}
		}
	}
}

func hasCell(found *Found, text string) bool {
	return slices.ContainsFunc(found.Tables, func(t extract.Table) bool {
		return slices.ContainsFunc(t.Cells, func(c extract.Cell) bool { return c.Text == text })
	})
}
