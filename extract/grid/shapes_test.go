package grid

import (
	"fmt"
	"strings"
	"testing"

	"ziping/extract"
)

// em of the pages below.
const em = 10.0

// board is a page under a test's pen.
type board struct {
	page Page
	pen  pen
}

func newBoard() *board {
	b := &board{page: Page{Number: 1, Width: 600, Height: 840}}
	b.pen = pen{page: &b.page, st: style{em: em}, noise: func() float64 { return 0 }}
	return b
}

// grid rules a plain table and writes its texts, row by row.
func (b *board) grid(x, y, w, h float64, rows ...[]string) *board {
	for r, texts := range rows {
		for c, text := range texts {
			x0, y0 := x+float64(c)*w, y+float64(r)*h
			b.pen.frame(x0, y0, x0+w, y0+h)
			b.write(text, x0+0.3*em, y0+0.3*em)
		}
	}
	return b
}

func (b *board) write(text string, x, y float64) *board {
	for i, l := range strings.Split(text, "\n") {
		b.pen.word(l, x, y+float64(i)*1.3*em)
	}
	return b
}

func (b *board) rule(x0, y0, x1, y1 float64) *board {
	b.page.Rules = append(b.page.Rules, ruling(x0, y0, x1, y1))
	return b
}

// picture is what was found, a table or line a line.
func picture(f Found) string {
	var b strings.Builder
	for _, l := range f.Lines {
		fmt.Fprintf(&b, "line %q before %d\n", l.Text, l.Before)
	}
	for k, t := range f.Tables {
		fmt.Fprintf(&b, "table %d: %d × %d\n", k, t.Rows, t.Cols)
		for _, c := range t.Cells {
			fmt.Fprintf(&b, "%d,%d", c.Row, c.Col)
			if c.RowSpan > 1 || c.ColSpan > 1 {
				fmt.Fprintf(&b, " %d×%d", c.RowSpan, c.ColSpan)
			}
			fmt.Fprintf(&b, " %s\n", strings.ReplaceAll(c.Text, "\n", "¶"))
		}
	}
	return b.String()
}

func TestShapes(t *testing.T) {
	two := [][]string{{"甲", "乙"}, {"1", "2"}}
	const twoTable = "table 0: 2 × 2\n0,0 甲\n0,1 乙\n1,0 1\n1,1 2\n"
	for _, test := range []struct {
		name  string
		board *board
		want  string
	}{
		{
			"title above, note below, remark beside",
			newBoard().write("绩效自评表", 200, 40).write("填报单位:甲局", 60, 61).write("单位:万元", 300, 60).grid(50, 100, 100, 20, two...).
				write("旁注", 400, 105).write("注:说明", 50, 160),
			"line \"绩效自评表\" before 0\nline \"填报单位:甲局\" before 0\nline \"单位:万元\" before 0\nline \"旁注\" before 1\nline \"注:说明\" before 1\n" + twoTable,
		}, {
			"a table on a page whose border has a strip for the binding",
			newBoard().rule(20, 20, 580, 20).rule(20, 800, 580, 800).rule(20, 20, 20, 800).rule(580, 20, 580, 800).rule(50, 20, 50, 800).
				write("装", 30, 400).write("绩效自评表", 200, 40).grid(100, 100, 100, 20, two...),
			"line \"绩效自评表\" before 0\nline \"装\" before 1\n" + twoTable,
		}, {
			"a box within a cell is part of it", // as many texts are in it as beside it
			newBoard().grid(50, 100, 200, 200, []string{"甲", "乙"}).grid(300, 150, 50, 20, []string{"是", "否"}),
			"table 0: 1 × 2\n0,0 甲\n0,1 乙¶是 否\n",
		}, {
			"two tables below each other",
			newBoard().grid(50, 100, 100, 20, two...).write("第二张", 50, 170).grid(50, 200, 70, 20, []string{"丙", "丁", "戊"}),
			"line \"第二张\" before 1\n" + twoTable + "table 1: 1 × 3\n0,0 丙\n0,1 丁\n0,2 戊\n",
		}, {
			"two frames that all but touch are one table",
			newBoard().grid(50, 100, 100, 20, two...).grid(50, 145, 200, 20, []string{"丙"}).grid(50, 165, 100, 20, []string{"丁", "戊"}),
			"table 0: 4 × 2\n0,0 甲\n0,1 乙\n1,0 1\n1,1 2\n2,0 1×2 丙\n3,0 丁\n3,1 戊\n",
		}, {
			"two tables beside each other",
			newBoard().grid(50, 100, 100, 20, two...).grid(300, 100, 100, 20, []string{"丙", "丁"}, []string{"3", "4"}),
			twoTable + "table 1: 2 × 2\n0,0 丙\n0,1 丁\n1,0 3\n1,1 4\n",
		}, {
			"ornaments: the line below a page header, an underline, a frame round the page",
			newBoard().rule(50, 30, 550, 30).write("页眉", 250, 15).rule(200, 52, 300, 52).write("标题", 220, 40).
				rule(10, 5, 590, 5).rule(10, 830, 590, 830).rule(10, 5, 10, 830).rule(590, 5, 590, 830).
				grid(50, 100, 100, 20, two...),
			"line \"页眉\" before 0\nline \"标题\" before 0\n" + twoTable,
		}, {
			"a check box in a cell, a diagonal over another",
			newBoard().grid(50, 100, 100, 20, []string{"", "乙"}, []string{"1", "2"}).write("是", 70, 103).
				rule(55, 105, 63, 105).rule(55, 113, 63, 113).rule(55, 105, 55, 113).rule(63, 105, 63, 113).rule(50, 120, 150, 140),
			"table 0: 2 × 2\n0,0 是\n0,1 乙\n1,0 1\n1,1 2\n",
		}, {
			"a word that runs over the ruling stays whole, in the cell where it starts",
			newBoard().grid(50, 100, 50, 20, []string{"", "", "丙"}, []string{"1", "2", "3"}).write("城镇职工基本养老", 53, 103),
			"table 0: 2 × 3\n0,0 城镇职工基本养老\n0,2 丙\n1,0 1\n1,1 2\n1,2 3\n",
		}, {
			"a figure that runs over the ruling from the right",
			newBoard().grid(50, 100, 50, 20, []string{"甲", "", "丙"}, []string{"1", "2", "3"}).write("123456789012", 88, 103),
			"table 0: 2 × 3\n0,0 甲\n0,1 123456789012\n0,2 丙\n1,0 1\n1,1 2\n1,2 3\n",
		}, {
			"words that all but touch at the ruling stay apart",
			newBoard().grid(50, 100, 50, 20, []string{"", "", "丙"}, []string{"1", "2", "3"}).write("四个字吗", 59.5, 103).write("12", 100.5, 103),
			"table 0: 2 × 3\n0,0 四个字吗\n0,1 12\n0,2 丙\n1,0 1\n1,1 2\n1,2 3\n",
		}, {
			"text that hangs out of the table",
			newBoard().grid(50, 100, 50, 20, []string{"甲", "乙"}, []string{"1", ""}).write("城镇职工基本", 103, 123),
			"table 0: 2 × 2\n0,0 甲\n0,1 乙\n1,0 1\n1,1 城镇职工基本\n",
		}, {
			"a number wrapped over two lines is one number, two numbers are two",
			newBoard().grid(50, 100, 40, 40, []string{"222924\n.78", "12\n34"}, []string{"-\n85.3", "90\n%"}),
			"table 0: 2 × 2\n0,0 222924.78\n0,1 12¶34\n1,0 -85.3\n1,1 90%\n",
		}, {
			"one character a line",
			newBoard().grid(50, 100, 20, 60, []string{"绩\n效\n指\n标", "乙"}, []string{"1", "2"}),
			"table 0: 2 × 2\n0,0 绩效指标\n0,1 乙\n1,0 1\n1,1 2\n",
		}, {
			"paragraphs",
			newBoard().grid(50, 100, 200, 60, []string{"目标1:完成。\n目标2:完成百分之九十以上并按时报送材料\n给主管部门。", "乙"}, []string{"1", "2"}),
			"table 0: 2 × 2\n0,0 目标1:完成。¶目标2:完成百分之九十以上并按时报送材料给主管部门。\n0,1 乙\n1,0 1\n1,1 2\n",
		}, {
			"spaces: between Latin words, not in letters set wide",
			newBoard().grid(50, 100, 200, 20, []string{"PM 2.5 达标", "项 目 名 称"}, []string{"1", "2"}),
			"table 0: 2 × 2\n0,0 PM 2.5 达标\n0,1 项目名称\n1,0 1\n1,1 2\n",
		}, {
			"a row that is missing at the left",
			newBoard().grid(150, 100, 100, 20, []string{"乙", "丙"}).grid(50, 120, 100, 20, []string{"1", "2", "3"}),
			"table 0: 2 × 3\n0,1 乙\n0,2 丙\n1,0 1\n1,1 2\n1,2 3\n",
		}, {
			"worn lines",
			newBoard().rule(50, 100, 120, 100).rule(145, 100, 250, 100).rule(50, 120, 90, 120).rule(115, 120, 200, 120).rule(225, 120, 250, 120).
				rule(50, 140, 250, 140).rule(50, 100, 50, 140).rule(150, 100, 150, 112).rule(150, 120, 150, 140).rule(250, 100, 250, 140).
				write("甲", 60, 103).write("乙", 160, 103).write("1", 60, 123).write("2", 160, 123),
			twoTable,
		}, {
			"no outer borders at all",
			newBoard().rule(50, 120, 350, 120).rule(150, 100, 150, 140).rule(250, 100, 250, 140).
				write("甲", 60, 103).write("乙", 160, 103).write("丙", 260, 103).write("1", 60, 123).write("2", 160, 123).write("3", 260, 123),
			"table 0: 2 × 3\n0,0 甲\n0,1 乙\n0,2 丙\n1,0 1\n1,1 2\n1,2 3\n",
		}, {
			"three rulings",
			newBoard().rule(50, 98, 350, 98).rule(50, 118, 350, 118).rule(50, 178, 350, 178).
				write("指标", 60, 103).write("目标值", 160, 103).write("完成值", 260, 103).
				write("人数", 60, 123).write("≥5", 160, 123).write("6", 260, 123).
				write("比率", 60, 143).write("≥90%", 160, 143).write("91%", 260, 143).
				write("次数", 60, 163).write("≥7", 160, 163).write("8", 260, 163),
			"table 0: 4 × 3\n0,0 指标\n0,1 目标值\n0,2 完成值\n1,0 人数\n1,1 ≥5\n1,2 6\n2,0 比率\n2,1 ≥90%\n2,2 91%\n3,0 次数\n3,1 ≥7\n3,2 8\n",
		}, {
			"a frame, upright lines and a heading, but no lines between the rows",
			newBoard().grid(50, 100, 100, 20, []string{"指标", "目标值", "完成值"}).
				rule(50, 200, 350, 200).rule(50, 120, 50, 200).rule(150, 120, 150, 200).rule(250, 120, 250, 200).rule(350, 120, 350, 200).
				write("人数", 60, 123).write("5", 160, 123).write("6", 260, 123).
				write("比率", 60, 143).write("90%", 160, 143).write("91%", 260, 143).
				write("次数", 60, 163).write("7", 160, 163).write("8", 260, 163),
			"table 0: 4 × 3\n0,0 指标\n0,1 目标值\n0,2 完成值\n1,0 人数\n1,1 5\n1,2 6\n2,0 比率\n2,1 90%\n2,2 91%\n3,0 次数\n3,1 7\n3,2 8\n",
		}, {
			"a frame and lines between the rows, but no upright lines",
			newBoard().grid(50, 98, 300, 20, []string{""}, []string{""}, []string{""}, []string{""}).
				write("指标", 60, 103).write("目标值", 160, 103).write("完成值", 260, 103).
				write("人数", 60, 123).write("≥5", 160, 123).write("6", 260, 123).
				write("比率", 60, 143).write("≥90%", 160, 143).write("91%", 260, 143).
				write("次数", 60, 163).write("≥7", 160, 163).write("8", 260, 163),
			"table 0: 4 × 3\n0,0 指标\n0,1 目标值\n0,2 完成值\n1,0 人数\n1,1 ≥5\n1,2 6\n2,0 比率\n2,1 ≥90%\n2,2 91%\n3,0 次数\n3,1 ≥7\n3,2 8\n",
		}, {
			"lines in ruled cells are one cell",
			newBoard().grid(50, 100, 100, 20, []string{"指标", "目标值", "完成值"}).grid(50, 120, 100, 60, []string{"总额\n财政\n其他", "5\n3\n2", "4\n3\n1"}).grid(50, 180, 100, 20, []string{"说明", "", "无"}),
			"table 0: 3 × 3\n0,0 指标\n0,1 目标值\n0,2 完成值\n1,0 总额财政其他\n1,1 5¶3¶2\n1,2 4¶3¶1\n2,0 说明\n2,2 无\n",
		}, {
			"merged labels without rulings, and a heading over two columns",
			newBoard().
				write("指标", 60, 93).write("年度", 210, 93).
				write("目标值", 160, 113).write("完成值", 250, 113).
				write("产出", 60, 143).write("人数", 110, 133).write("5", 170, 133).write("6", 260, 133).
				write("次数", 110, 153).write("7", 170, 153).write("8", 260, 153).
				write("效益", 60, 183).write("比率", 110, 173).write("91", 168, 173).write("92", 258, 173).
				write("金额", 110, 193).write("30", 168, 193).write("40", 258, 193),
			"table 0: 6 × 4\n0,0 指标\n0,2 1×2 年度\n1,2 目标值\n1,3 完成值\n2,0 2×1 产出\n2,1 人数\n2,2 5\n2,3 6\n3,1 次数\n3,2 7\n3,3 8\n" +
				"4,0 2×1 效益\n4,1 比率\n4,2 91\n4,3 92\n5,1 金额\n5,2 30\n5,3 40\n",
		}, {
			"no rulings, and prose around it",
			newBoard().write("现将本年度绩效自评情况报告如下,各项指标均已按照要求完成并上报。", 50, 60).
				write("指标", 60, 103).write("目标值", 160, 103).write("完成值", 260, 103).
				write("人数", 60, 123).write("≥5", 160, 123).write("6", 260, 123).
				write("比率", 60, 143).write("≥90%", 160, 143).write("91%", 260, 143),
			"line \"现将本年度绩效自评情况报告如下,各项指标均已按照要求完成并上报。\" before 0\n" +
				"table 0: 3 × 3\n0,0 指标\n0,1 目标值\n0,2 完成值\n1,0 人数\n1,1 ≥5\n1,2 6\n2,0 比率\n2,1 ≥90%\n2,2 91%\n",
		}, {
			"prose is no table",
			newBoard().write("一、基本情况\n本单位负责全市就业工作,全年完成投资三百万元。\n二、存在问题\n指标设置不够科学。", 50, 60).write("2", 300, 800),
			"line \"一、基本情况\" before 0\nline \"本单位负责全市就业工作,全年完成投资三百万元。\" before 0\nline \"二、存在问题\" before 0\n" +
				"line \"指标设置不够科学。\" before 0\nline \"2\" before 0\n",
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			pages := []Page{test.board.page}
			f := Find(pages, Options{})
			checkLaws(t, pages, f)
			if got := picture(f); got != test.want {
				t.Errorf("got\n%swant\n%s%s", got, test.want, diff(got, test.want))
			}
		})
	}
}

// A superscript belongs to the word it is set at.
func TestSuperscript(t *testing.T) {
	b := newBoard().grid(50, 100, 100, 20, []string{"", "乙"}, []string{"1", "2"}).write("12m", 53, 103)
	b.page.Glyphs = append(b.page.Glyphs, Glyph{Text: "2", Size: 6, Box: extract.Box{68, 101, 71, 108}})
	if got, _ := cellAt(Find([]Page{b.page}, Options{}), 0, 0, 0); got.Text != "12m2" {
		t.Errorf("got %q, want 12m2", got.Text)
	}
}

// A character the file does not vouch for leaves its cell with confidence 0 and
// a warning at its place.
func TestDoubtfulText(t *testing.T) {
	b := newBoard().grid(50, 100, 100, 20, []string{"甲", "乙"}, []string{"1", "2"})
	for k := range b.page.Glyphs {
		if b.page.Glyphs[k].Text == "2" {
			b.page.Glyphs[k].Doubtful = true
		}
	}
	f := Find([]Page{b.page}, Options{Lang: extract.EN})
	if got, _ := cellAt(f, 0, 1, 1); got.Confidence != "0" {
		t.Errorf("got confidence %q, want 0", got.Confidence)
	}
	if got, _ := cellAt(f, 0, 0, 1); got.Confidence != "" {
		t.Errorf("got confidence %q, want none", got.Confidence)
	}
	if len(f.Warnings) != 1 || f.Warnings[0].Code != "doubtful-text" || f.Warnings[0].At.Key() != (extract.Ref{Row: 1, Col: 1}) {
		t.Errorf("got warnings %+v", f.Warnings)
	}
}

// The confidence of a cell is that of its worst character.
func TestConfidence(t *testing.T) {
	b := newBoard().grid(50, 100, 100, 20, []string{"12", "乙"}, []string{"1", "2"})
	for k := range b.page.Glyphs {
		b.page.Glyphs[k].Confidence = 0.99
	}
	b.page.Glyphs[1].Confidence = 0.8125
	f := Find([]Page{b.page}, Options{})
	if got, _ := cellAt(f, 0, 0, 0); got.Confidence != "0.812" {
		t.Errorf("got %q, want 0.812", got.Confidence)
	}
}

func cellAt(f Found, table, row, col int) (extract.Cell, bool) {
	if table < len(f.Tables) {
		for _, c := range f.Tables[table].Cells {
			if c.Row == row && c.Col == col {
				return c, true
			}
		}
	}
	return extract.Cell{}, false
}

// The end of one form and the beginning of the next on one page go each to its own.
func TestFormsInARow(t *testing.T) {
	first := newBoard().write("第一张", 100, 580).grid(50, 600, 100, 20, []string{"项目名称", "修路"}, []string{"甲", "1"}).page
	middle := newBoard().grid(50, 60, 100, 20, []string{"乙", "2"}, []string{"丙", "3"}).
		write("第二张", 100, 180).grid(50, 200, 100, 20, []string{"项目名称", "架桥"}, []string{"丁", "4"}).page
	last := newBoard().grid(50, 60, 100, 20, []string{"戊", "5"}).page
	middle.Number, last.Number = 2, 3
	pages := []Page{first, middle, last}
	f := Find(pages, Options{})
	checkLaws(t, pages, f)
	want := "line \"第一张\" before 0\nline \"第二张\" before 1\n" +
		"table 0: 4 × 2\n0,0 项目名称\n0,1 修路\n1,0 甲\n1,1 1\n2,0 乙\n2,1 2\n3,0 丙\n3,1 3\n" +
		"table 1: 3 × 2\n0,0 项目名称\n0,1 架桥\n1,0 丁\n1,1 4\n2,0 戊\n2,1 5\n"
	if got := picture(f); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

// Two forms of one kind are two tables, though the second begins at the top of
// the next page; so are forms with a title between.
func TestFormsStayApart(t *testing.T) {
	form := func(name string, title string) Page {
		b := newBoard().grid(50, 100, 100, 20, []string{"项目名称", name}, []string{"预算", "1"}, []string{"得分", "2"})
		return b.write(title, 100, 80).page
	}
	for _, test := range []struct {
		name        string
		first, next Page
		want        int
	}{
		{"the same heading with other contents", form("修路", ""), form("架桥", ""), 2},
		{"a title between", newBoard().grid(50, 100, 100, 20, []string{"甲", "1"}, []string{"乙", "2"}).page,
			newBoard().write("第二张表", 100, 80).grid(50, 100, 100, 20, []string{"丙", "3"}, []string{"丁", "4"}).page, 2},
		{"other columns", newBoard().grid(50, 100, 100, 20, []string{"甲", "1"}, []string{"乙", "2"}).page,
			newBoard().grid(70, 100, 50, 20, []string{"丙", "3"}, []string{"丁", "4"}).page, 2},
		{"the title printed again", newBoard().write("自评表", 100, 180).grid(50, 200, 100, 20, []string{"甲", "1"}, []string{"乙", "2"}).page,
			newBoard().write("自评表", 100, 180).grid(50, 200, 100, 20, []string{"丙", "3"}, []string{"丁", "4"}).page, 1},
		{"a page number between", newBoard().grid(50, 100, 100, 20, []string{"甲", "1"}, []string{"乙", "2"}).write("1", 300, 800).page,
			newBoard().write("续表", 300, 80).grid(50, 100, 100, 20, []string{"丙", "3"}, []string{"丁", "4"}).write("2", 300, 800).page, 1},
	} {
		t.Run(test.name, func(t *testing.T) {
			test.next.Number = 2
			pages := []Page{test.first, test.next}
			f := Find(pages, Options{})
			checkLaws(t, pages, f)
			if len(f.Tables) != test.want {
				t.Errorf("got %d tables, want %d\n%s", len(f.Tables), test.want, picture(f))
			}
		})
	}
}
