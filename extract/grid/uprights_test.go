package grid

import (
	"strconv"
	"strings"
	"testing"

	"ziping/extract"
)

// planned reads a table: a line is a row, | parts cells; < goes on from the left and ^ from
// above.
func planned(drawn string, widths ...float64) plan {
	p := plan{cols: len(widths), widths: widths}
	at := map[[2]int]int{}
	for r, line := range strings.Split(strings.TrimSpace(drawn), "\n") {
		p.rows, p.heights = r+1, append(p.heights, 22)
		for c, text := range strings.Split(line, "|") {
			switch text = strings.TrimSpace(text); text {
			case "<":
				k := at[[2]int{r, c - 1}]
				p.cells[k].ColSpan = c + 1 - p.cells[k].Col
				at[[2]int{r, c}] = k
			case "^":
				k := at[[2]int{r - 1, c}]
				p.cells[k].RowSpan = r + 1 - p.cells[k].Row
				at[[2]int{r, c}] = k
			default:
				at[[2]int{r, c}] = len(p.cells)
				p.cells = append(p.cells, extract.Cell{Row: r, Col: c, RowSpan: 1, ColSpan: 1, Text: text})
			}
		}
	}
	return p
}

const smallForm = `
	项目名称 | < | 基层能力建设 | < | < | <
	主管部门 | < | 石桥县水务局 | 实施单位 | 三河水管站 | <
	绩效指标 | 一级指标 | 三级指标 | 目标值 | 分值 | 得分
	^ | 产出指标 | 巡查河段 | ≥12段 | 10 | 10
	^ | ^ | 更换水表 | ≥600只 | 20 | 18.5
	^ | ^ | 按期完工率 | 100% | 30 | 30
	^ | 效益指标 | 供水保证率 | ≥95% | 20 | 20
	^ | ^ | 投诉件数 | ≤5件 | 20 | 20
	合计 | < | < | < | 100 | 98.5`

// Where nothing is ruled but uprights, which blocks of a form draw at places of their own,
// rows, columns and labels come back; an upright that ends tells where a block does.
func TestUprightsOnly(t *testing.T) {
	for _, framed := range []bool{true, false} {
		p := planned(smallForm, 56, 56, 80, 60, 40, 40)
		page := Page{Number: 1, Width: 440, Height: 400}
		p.draw(&page, style{em: 9, centre: true, perCell: true}, func() float64 { return 0 }, 50, 60)
		var kept []Rule
		for _, r := range page.Rules {
			if r.X0 == r.X1 || r.Y0 == r.Y1 && framed && (r.Y0 == 60 || r.Y0 == 60+22*9) {
				kept = append(kept, r)
			}
		}
		page.Rules = kept
		found := Find([]Page{page}, Options{})
		if len(found.Tables) != 1 {
			t.Fatalf("framed %v: got %d tables\n%s", framed, len(found.Tables), picture(found))
		}
		if got, want := show(plain(found.Tables[0])), show(p.wanted()); got != want {
			t.Errorf("framed %v:\n%s", framed, diff(got, want))
		}
	}
}

// A form that is ruled at its heading alone, and around the label beside its list: the
// heading's uprights go on down where its columns do.
func TestRuledAtTheHeading(t *testing.T) {
	p := planned(smallForm, 56, 56, 80, 60, 40, 40)
	page := Page{Number: 1, Width: 440, Height: 400}
	p.draw(&page, style{em: 9, centre: true, perCell: true}, func() float64 { return 0 }, 50, 60)
	const top, heading, bottom, label = 60.0 + 2*22, 60.0 + 3*22, 60.0 + 8*22, 50.0 + 56
	var kept []Rule
	for _, r := range page.Rules {
		ofHeading := r.Y0 >= top && r.Y1 <= heading && r.Y1 >= top
		ofLabel := r.Y0 >= top && r.Y1 <= bottom && r.X1 <= label
		if ofHeading || ofLabel {
			kept = append(kept, r)
		}
	}
	page.Rules = append(kept, Rule{X0: 50, Y0: bottom, X1: 382, Y1: bottom})
	found := Find([]Page{page}, Options{})
	if len(found.Tables) != 1 {
		t.Fatalf("got %d tables\n%s", len(found.Tables), picture(found))
	}
	if got, want := show(plain(found.Tables[0])), show(p.wanted()); got != want {
		t.Error(diff(got, want))
	}
}

// Groups lie within each other. A label that stands too low, as a browser sets one whose
// rows a page break moved, does not part the groups right of it, which stand where they
// should.
func TestGroupsWithinEachOther(t *testing.T) {
	p := planned(`
	一级指标 | 二级指标 | 三级指标 | 目标值 | 分值 | 得分
	产出指标 | 数量指标 | 巡查河段 | ≥12段 | 10 | 10
	^ | ^ | 更换水表 | ≥600只 | 20 | 18.5
	效益指标 | 社会效益指标 | 按期完工率 | 100% | 20 | 20
	^ | ^ | 供水保证率 | ≥95% | 10 | 10
	^ | 生态效益指标 | 水质达标率 | ≥95% | 10 | 10
	^ | ^ | 岸线绿化 | ≥5公里 | 10 | 10`, 56, 90, 80, 60, 40, 40)
	page := Page{Number: 1, Width: 470, Height: 400}
	p.draw(&page, style{em: 9, centre: true}, func() float64 { return 0 }, 50, 60)
	page.Rules = nil
	raise(&page, "产出指标", -6.3)
	found := Find([]Page{page}, Options{})
	if len(found.Tables) != 1 {
		t.Fatalf("got %d tables\n%s", len(found.Tables), picture(found))
	}
	if got, want := show(plain(found.Tables[0])), show(p.wanted()); got != want {
		t.Error(diff(got, want))
	}
}

// raise sets a text of a page higher.
func raise(page *Page, text string, by float64) {
	all := ""
	for _, g := range page.Glyphs {
		all += g.Text
	}
	first := len([]rune(all[:strings.Index(all, text)]))
	for k := first; k < first+len([]rune(text)); k++ {
		page.Glyphs[k].Box[1] -= by
		page.Glyphs[k].Box[3] -= by
	}
}

// A label half way down its rows, and others right of it that stand in rows of their own,
// are of two columns, also where no row has both.
func TestLabelsBesideEachOther(t *testing.T) {
	p := planned(`
	绩效指标 | 一级指标 | 三级指标 | 目标值 | 分值 | 得分
	^ | 产出指标 | 巡查河段 | ≥12段 | 10 | 10
	^ | ^ | 更换水表 | ≥600只 | 20 | 18.5
	^ | ^ | 按期完工率 | 100% | 20 | 20
	^ | 效益指标 | 供水保证率 | ≥95% | 10 | 10
	^ | ^ | 水质达标率 | ≥95% | 10 | 10
	^ | ^ | 岸线绿化 | ≥5公里 | 10 | 10`, 50, 56, 80, 60, 40, 40)
	for k := range 3 {
		p.cells[k].Text = strconv.Itoa(k+1) + "类指标"
	}
	page := Page{Number: 1, Width: 470, Height: 400}
	p.draw(&page, style{em: 9, centre: true}, func() float64 { return 0 }, 50, 60)
	page.Rules = nil
	found := Find([]Page{page}, Options{})
	if len(found.Tables) != 1 {
		t.Fatalf("got %d tables\n%s", len(found.Tables), picture(found))
	}
	if got, want := show(plain(found.Tables[0])), show(p.wanted()); got != want {
		t.Error(diff(got, want))
	}
}

// The two lines of a label stand at the heights of its two rows, each of which could have
// one. Their brackets tell that they are one text.
func TestLabelAtTheHeightsOfItsRows(t *testing.T) {
	for _, label := range [][2]string{{"效益指标", "（30分）"}, {"效益指标（30", "分）"}, {"效益指标", "管理指标"}} {
		b := newBoard()
		rows := [][]string{
			{"一级指标", "三级指标", "目标值", "分值", "得分"},
			{"产出指标", "巡查河段", "≥12段", "50", "50"},
			{label[0], "供水保证率", "≥95%", "20", "20"},
			{label[1], "投诉件数", "≤5件", "20", "19"},
			{"合计", "", "", "90", "89"},
		}
		for r, texts := range rows {
			for c, x := range []float64{60, 150, 240, 330, 400} {
				b.write(texts[c], x, 100+1.8*em*float64(r))
			}
		}
		found := b.find()
		joined := label[1] != "管理指标"
		if hasCell(&found, label[0]+label[1]) != joined || hasCell(&found, label[0]) == joined {
			t.Errorf("%q: want joined %v\n%s", label, joined, picture(found))
		}
	}
}
