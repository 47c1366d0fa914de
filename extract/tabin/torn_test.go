package tabin

import (
	"strings"
	"testing"

	"ziping/extract"
)

// cellsOf reads a text and writes its rows, cells parted by / and line ends in cells as ~.
func cellsOf(t *testing.T, text string) string {
	t.Helper()
	headings := map[string]bool{"一级指标": true, "指标": true, "二级指标": true, "数量指标": true, "质量指标": true, "项目名称": true, "合计": true, "绩效指标": true, "单位": true}
	d, err := Read([]byte(text), extract.Options{Limits: extract.DefaultLimits(), Heading: func(s string) bool {
		s = strings.NewReplacer("\n", "", " ", "", "(2023年度)", "").Replace(s)
		return headings[s]
	}})
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	lines := func(before int) {
		for _, l := range d.Lines {
			if l.Before == before {
				b.WriteString("- " + l.Text + "\n")
			}
		}
	}
	for i := range d.Tables {
		lines(i)
		row, col := 0, 0
		for _, c := range d.Tables[i].Cells {
			for ; row < c.Row; row, col = row+1, 0 {
				b.WriteByte('\n')
			}
			for ; col < c.Col; col++ {
				b.WriteByte('/')
			}
			b.WriteString(strings.ReplaceAll(c.Text, "\n", "~"))
		}
		b.WriteByte('\n')
	}
	lines(len(d.Tables))
	return b.String()
}

// A row is whole when it has the separators that the rows of its table have.
func TestTornRows(t *testing.T) {
	for name, tt := range map[string]struct{ in, want string }{
		"in a heading and in a row": {
			"甲 | 乙 | 丙 |\n1 | 一\n二 | 3 |\n4 | 5 | 6 |\n丁 |\n戊 | 己 |\n",
			"甲/乙/丙\n1/一~二/3\n4/5/6\n丁/戊/己\n"},
		"most lines without a separator": {
			"甲 | 乙 | 丙 |\n1 | 一\n二\n三\n四\n五\n六\n七 | 3 |\n4 | 5 | 6 |\n",
			"甲/乙/丙\n1/一~二~三~四~五~六~七/3\n4/5/6\n"},
		"the first cell, of a known word": {
			"题目 | | |\n一级\n指标 | 乙 | 丙 |\n4 | 5 | 6 |\n",
			"题目\n一级~指标/乙/丙\n4/5/6\n"},
		"the first cell, between rows": {
			"甲 | 乙 | 丙 |\n修路和\n修桥 | 5 | 6 |\n7 | 8 | 9 |\n",
			"甲/乙/丙\n修路和~修桥/5/6\n7/8/9\n"},
		"a title and its year are no part of a row": {
			"某表\n(2023年度)\n项目名称 | 乙 | |\n甲 | 5 | 6 |\n7 | 8 | 9 |\n",
			"- 某表\n- (2023年度)\n项目名称/乙\n甲/5/6\n7/8/9\n"},
		"another form behind the table": {
			"甲 | 乙 | 丙 |\n4 | 5 | 6 |\n另一张表\n项目名称 | 8 | 9 |\n1 | 2 | 3 |\n",
			"甲/乙/丙\n4/5/6\n另一张表\n项目名称/8/9\n1/2/3\n"},
		"open rows, their last cell": {
			"甲 | 乙 | 丙\n4 | 5 | 原因一\n原因二\n7 | 8 | 9\n注:无\n",
			"甲/乙/丙\n4/5/原因一~原因二\n7/8/9\n- 注:无\n"},
		"two tables": {
			"甲 | 乙 |\n1 | 一\n二 |\n3 | 4 |\n5 | 6 |\n\n甲 | 乙 | 丙 | 丁 |\n1 | 2\n| 3 | 4 |\n5 | 6 | 7 | 8 |\n9 | 8 | 7 | 6 |\n",
			"甲/乙\n1/一~二\n3/4\n5/6\n甲/乙/丙/丁\n1/2/3/4\n5/6/7/8\n9/8/7/6\n"},
		"rows of any width": {
			"甲 | 乙 | 丙 |\n4 | 5 |\n6 |\n7 | 8 | 9 | 10 |\n1 |\n2 |\n3 | 4 | 5 |\n1 | 2 |\n",
			"甲/乙/丙\n4/5\n6\n7/8/9/10\n1\n2\n3/4/5\n1/2\n"},
		"tabs, rows of other tables that make the width by chance": {
			"项目名称\t渠\t单位\t水利局\n合计\t预算\t执行\n指标\t值\t\t\t\t\n数量指标\t1\t2\t3\t4\t\n质量指标\t1\t2\t3\t4\t\n",
			"项目名称/渠/单位/水利局\n合计/预算/执行\n指标/值\n数量指标/1/2/3/4\n质量指标/1/2/3/4\n"},
		"tabs, all rows of a width": {
			"甲\t乙\t丙\n1\t一,\n二\t3\n4\t5\t6\n7\t8\t9\n",
			"甲/乙/丙\n1/一,~二/3\n4/5/6\n7/8/9\n"},
		"tabs, other widths, figures as beside it": {
			"项目名称\t乙\n甲\t乙\t丙\t丁\n修路\t一\t3\t4\n修桥\t一,\n二\t3\t4\n5\t6\t7\n",
			"项目名称/乙\n甲/乙/丙/丁\n修路/一/3/4\n修桥/一,~二/3/4\n5/6/7\n"},
		"tabs, rows that were cut short": {
			"甲\t乙\t丙\t丁\t戊\n修路\t一\t3\t4\t5\n修桥\t一\t8\n修路\t7\t8\n修桥\t一\t3\t4\t5\n合计\t1\n",
			"甲/乙/丙/丁/戊\n修路/一/3/4/5\n修桥/一/8\n修路/7/8\n修桥/一/3/4/5\n合计/1\n"},
		"tabs, a heading begins a row": {
			"甲\t乙\t丙\t丁\n单位\t某局\n一级指标\t数\t值\n1\t2\t3\t4\n5\t6\t7\t8\n",
			"甲/乙/丙/丁\n单位/某局\n一级指标/数/值\n1/2/3/4\n5/6/7/8\n"},
		"tabs, a word that is a heading, all other rows whole": {
			"甲\t乙\t丙\n" + strings.Repeat("修路\t2\t3\n", 9) + "修路\t单位\n的路\t6\n",
			"甲/乙/丙\n" + strings.Repeat("修路/2/3\n", 9) + "修路/单位~的路/6\n"},
		"tabs left at the ends, words that go on in a figure": {
			"某表\t\t\t\n甲\t乙\t丙\t丁\n1\t每处扣\n2分\t3\t4\n2\t决策(\n15分)\t5\t6\n3\t甲\t5\t6\n4\t乙\t5\t6\n",
			"某表\n甲/乙/丙/丁\n1/每处扣~2分/3/4\n2/决策(~15分)/5/6\n3/甲/5/6\n4/乙/5/6\n"},
		"tabs left behind lone cells, a last cell before a heading": {
			"某表\t\t\n甲\t乙\t丙\n1\t2\t会议\n纪要\n合计\t5\t6\n",
			"某表\n甲/乙/丙\n1/2/会议~纪要\n合计/5/6\n"},
		"tabs left behind lone cells, a labelled line behind a last cell": {
			"某表\t\t\n甲\t乙\t丙\n1\t2\t会议\n单位：水利局\n合计\t5\t6\n",
			"某表\n甲/乙/丙\n1/2/会议\n单位：水利局\n合计/5/6\n"},
		"tabs left nowhere, a line before a heading": {
			"甲\t乙\t丙\n1\t2\t会议\n纪要\n合计\t5\t6\n",
			"甲/乙/丙\n1/2/会议\n纪要\n合计/5/6\n"},
		"a quoted cell with a tab begins a row": {
			"甲\t乙\t丙\n\"修\t路\"\t2\t3\n1\t一,\n二\t3\n4\t5\t6\n7\t8\t9\n",
			"甲/乙/丙\n修\t路/2/3\n1/一,~二/3\n4/5/6\n7/8/9\n"},
		"commas": {
			"甲,乙,丙\n1,\"x,\ny\",3\n4,一\n二,6\n7,8,9\n3,2,1\n",
			"甲/乙/丙\n1/x,~y/3\n4/一~二/6\n7/8/9\n3/2/1\n"},
	} {
		if got := cellsOf(t, tt.in); got != tt.want {
			t.Errorf("%s: got\n%swant\n%s", name, got, tt.want)
		}
	}
}

// Where tabs at the ends of lines were left, two lines that have the separators of one row
// and cannot be parts of it are told; where they were taken off, rows that are joined are.
func TestTornRowsAreTold(t *testing.T) {
	known := func(s string) bool { return s == "项目名称" || s == "合计" }
	for text, want := range map[string]doubt{
		"甲\t乙\t丙\t丁\n1\t2\t3\t\n4\t5\t6\t\n7\t8\n9\t1\t\n3\t3\t3\t3\n":                                            {open: 4},
		"甲\t乙\t丙\n1\t2\t\n3\t4\t会议\n纪要\n合计\t5\t6\n":                                                               {open: 3},
		"甲\t乙\t丙\n1\t2\t\n3\t4\t5\n纪要\n合计\t5\t6\n":                                                                {},
		"甲\t乙\t丙\n1\t2\t\n3\t4\t会议\n项目名称\n合计\t5\t6\n":                                                             {},
		"项目名称\t渠\t单位\t水利局\n合计\t预算\t执行\n甲\t1\t2\t3\t4\t\n乙\t1\t2\t3\t4\t\n丙\t1\t2\t3\t4\t\n":                       {}, // 3 and 2 make 5 by chance
		"甲\t乙\t项目名称\n\t修路\t已完成\n甲\t1\t2\t3\t\n乙\t1\t2\t3\t\n丙\t1\t2\t3\t\n":                                       {}, // behind a heading that is whole
		"\n甲\t乙\t丙\t丁\n1\t2\t3\t\n4\t5\t6\t\n合计\t1\t2\t\n":                                                        {},
		"\t\t修路\n里程\t5\t6\t7\t8\t下雨\n\t\t修桥\n座数\t7\t8\t9\t9\t断电\n\t\t绿化面积\t1\t2\t3\t4\t无\n\t\t灯\n具\t1\t2\t3\t4\n": {inferred: true},
	} {
		if _, _, got := mend(text, tabs, 1000, known); got != want {
			t.Errorf("%q: got %+v, want %+v", text, got, want)
		}
	}
}

// Lines that have as many separators together as the rows of the list are no row of it where
// nothing can go over their ends, and then they bear no other such lines out.
func TestRowsByChance(t *testing.T) {
	known := func(s string) bool { return s == "项目名称" || s == "联系人" || s == "合计" }
	list := "甲\t1\t2\t3\t\n乙\t1\t2\t3\t\n丙\t1\t2\t3\t\n丁\t1\t2\t3\t\n"
	for text, want := range map[string]string{
		"项目名称\t渠\n联系人\t李\t合计\t5\n\t修好道路\t已修好\n资金情况\t预算\t执行\n" + list: "",
		"项目名称\t渠\t联系人\t李\t\n\t修好道路\t已修好\n道路\t预算\t执行\n" + list:        "项目名称\t渠\t联系人\t李\t\n\t修好道路\t已修好" + lineEndInCell + "道路\t预算\t执行\n" + list,
		"项目名称\t渠\n联系人\t李\t合计\t李\n金额单位\n" + list:                      "",
	} {
		if want == "" {
			want = text
		}
		if got, _, told := mend(text, tabs, 1000, known); got != want || told != (doubt{}) {
			t.Errorf("%q: got %q, %+v", text, got, told)
		}
	}
}

// A line behind a torn row keeps its number.
func TestTornRowsKeepLineNumbers(t *testing.T) {
	pos := extract.Positions{}
	text := "甲 | 乙 | 丙 |\n1 | 一\n二 | 3 |\n4 | 5 | 6 |\n"
	if _, err := Read([]byte(text), extract.Options{Limits: extract.DefaultLimits(), Positions: pos}); err != nil {
		t.Fatal(err)
	}
	if p := pos[extract.Ref{Table: 0, Row: 2, Col: 1}.Key()]; p.Line != 4 {
		t.Errorf("got line %d, want 4", p.Line)
	}
}

// Two columns are a table where nearly every line has one separator between words.
func TestTwoColumns(t *testing.T) {
	for in, want := range map[string]string{
		"项目,得分\n修路,98\n备注,完\n":           "项目/得分\n修路/98\n备注/完\n",
		"某表\n项目;得分\n修路;98\n备注;完\n修桥;9\n": "某表\n项目/得分\n修路/98\n备注/完\n修桥/9\n",
		"1,200\n3,400\n5,600\n":          "- 1,200\n- 3,400\n- 5,600\n",
		"这里,那里\n好\n好,好\n":                "- 这里,那里\n- 好\n- 好,好\n",
	} {
		if got := cellsOf(t, in); got != want {
			t.Errorf("%q: got\n%swant\n%s", in, got, want)
		}
	}
}
