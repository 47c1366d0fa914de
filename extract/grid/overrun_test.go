package grid

import "testing"

// Of a row that a page break cuts, the label's text runs on below the table's end on the
// first page: its lines are the label's, and the table goes on behind the break.
func TestLabelRunsOutOfACutRow(t *testing.T) {
	a := newBoard()
	a.rule(50, 600, 400, 600).rule(50, 630, 400, 630).rule(50, 600, 50, 655).rule(80, 630, 80, 655).rule(200, 600, 200, 655).rule(400, 600, 400, 655)
	a.write("项目名称", 60, 610).write("水管改造", 220, 610)
	a.write("年\n度\n绩\n效", 60, 637).write("预期目标", 100, 637).write("完成情况", 260, 637)
	b := newBoard()
	b.page.Number = 2
	b.rule(50, 43, 400, 43).rule(80, 43, 80, 80).rule(200, 43, 200, 80).rule(50, 40, 50, 110).rule(400, 40, 400, 110).rule(50, 80, 400, 80).rule(50, 110, 400, 110)
	b.write("目\n标", 60, 48).write("改造十二处", 100, 55).write("改造十三处", 260, 55).write("合计", 60, 90)
	found := Find([]Page{a.page, b.page}, Options{Heading: func(s string) bool { return s == "年度绩效目标" }})
	if len(found.Tables) != 1 || len(found.Lines) != 0 {
		t.Fatalf("want one table and no lines\n%s", picture(found))
	}
	for _, c := range found.Tables[0].Cells {
		if c.Text == "年度绩效目标" && c.RowSpan == 2 {
			return
		}
	}
	t.Errorf("want the label in one cell of two rows\n%s", picture(found))
}
