package copied

import (
	"fmt"
	"strings"
	"testing"

	"ziping/extract"
	"ziping/normalize/lexicon"
	"ziping/normalize/table"
)

// lines are those of a table written a row to a line, with | between its cells, one that is
// merged over two columns as 合计>.
func lines(text string) []*table.Line {
	t := extract.Table{}
	for r, row := range strings.Split(strings.TrimSpace(text), "\n") {
		for c, s := range strings.Split(strings.TrimSpace(row), "|") {
			text, over := strings.CutSuffix(strings.ReplaceAll(s, "_", ""), ">")
			t.Cells = append(t.Cells, extract.Cell{Row: r, Col: c, RowSpan: 1, ColSpan: map[bool]int{false: 1, true: 2}[over], Text: text})
			t.Cols = max(t.Cols, c+1)
		}
		t.Rows = r + 1
	}
	return table.Lines(&extract.Document{Tables: []extract.Table{t}}, lexicon.Default())
}

// shown are rows as they are written, with how far a merged cell reaches behind it: 合计>2 over
// two columns, 产出指标v3 down three rows. A blank place between cells is not shown.
func shown(rows []*table.Line) string {
	var b strings.Builder
	for _, l := range rows {
		for k, it := range l.Items {
			if k > 0 {
				b.WriteString("|")
			}
			b.WriteString(it.Text)
			if it.Span > 1 {
				fmt.Fprintf(&b, ">%d", it.Span)
			}
			if it.RowSpan > 1 {
				fmt.Fprintf(&b, "v%d", it.RowSpan)
			}
		}
		b.WriteString("\n")
	}
	return b.String()
}

func TestGiveBack(t *testing.T) {
	for name, text := range map[string][2]string{
		"under one heading": {`
			一级指标|二级指标|三级指标|分值|得分|得分
			产出指标|数量指标|培训人次|50|50|50
			产出指标|质量指标|合格率|50|48|48
			合计|合计|合计|100|98|98`, `
			一级指标|二级指标|三级指标|分值|得分>2
			产出指标v2|数量指标|培训人次|50|50>2
			质量指标|合格率|50|48>2
			合计>3|100|98>2`},
		"as many equal cells as two headings have places": {`
			资金来源|预算数|预算数|执行数|执行率
			财政拨款|20|20|20|100%
			其他资金|/|/|/|/`, `
			资金来源|预算数>2|执行数|执行率
			财政拨款|20>2|20|100%
			其他资金|/>2|/|/`},
		"the label of a block": {`
			绩效指标|一级指标|二级指标|三级指标|指标值|完成值
			绩效指标|产出指标|数量指标|培训人次|及时|及时
			绩效指标|产出指标|数量指标|开放天数|及时|及时`, `
			绩效指标v3|一级指标|二级指标|三级指标|指标值|完成值
			产出指标v2|数量指标v2|培训人次|及时|及时
			开放天数|及时|及时`},
		"points beside a level go on with it, and not without": {`
			一级指标|分值|二级指标|分值|三级指标|分值|得分|得分
			产出指标|60|数量指标|30|培训人次|30|30|30
			产出指标|60|质量指标|30|合格率|30|30|30
			效益指标|40|社会效益指标|40|知晓率|40|40|40`, `
			一级指标|分值|二级指标|分值|三级指标|分值|得分>2
			产出指标v2|60v2|数量指标|30|培训人次|30|30>2
			质量指标|30|合格率|30|30>2
			效益指标|40|社会效益指标|40|知晓率|40|40>2`},
		"two rows of headings": {`
			一级指标|二级指标|三级指标|指标值|指标值|权重|得分
			一级指标|二级指标|三级指标|年初设定值|实际完成值|权重|得分
			产出指标|数量指标|培训人次|5人|5人|10|10`, `
			一级指标v2|二级指标v2|三级指标v2|指标值>2|权重v2|得分v2
			年初设定值|实际完成值
			产出指标|数量指标|培训人次|5人|5人|10|10`},
		"values of labels, words among money, a row of one text": {`
			项目名称|修路|修路|修路|修路
			编制人数|13|13|13|13
			资金来源|预算数|执行数|执行率|执行率
			情况说明|按时完成资金拨付|按时完成资金拨付|按时完成资金拨付|无
			自评等级|优|优|优|优
			按时填报|按时填报|按时填报|按时填报|按时填报`, `
			项目名称|修路>4
			编制人数|13>4
			资金来源|预算数|执行数|执行率>2
			情况说明|按时完成资金拨付>3|无
			自评等级|优>4
			按时填报>5`},
		"the label of money, and its two rows of headings": {`
			项目资金|资金来源|预算|预算|执行数|执行率
			项目资金|资金来源|年初预算数|全年预算数|执行数|执行率
			项目资金|合计|20|20|20|100%
			项目资金|财政拨款|20|20|20|100%`, `
			项目资金v4|资金来源v2|预算>2|执行数v2|执行率v2
			年初预算数|全年预算数
			合计|20|20|20|100%
			财政拨款|20|20|20|100%`},
		"headings of another block": {`
			年度目标|预期目标|预期目标|实际完成情况|实际完成情况
			年度目标|修路|修路|修桥|修桥
			一级指标|三级指标|指标值|分值|得分
			产出指标|培训人次|5人|50|50`, `
			年度目标v2|预期目标>2|实际完成情况>2
			修路>2|修桥>2
			一级指标|三级指标|指标值|分值|得分
			产出指标|培训人次|5人|50|50`},
		"a label that is a heading, too": {`
			总体目标|总体目标|实际完成情况
			_|按时完成修路|按时完成修路
			一级指标|三级指标|得分`, `
			总体目标|总体目标|实际完成情况
			按时完成修路|按时完成修路
			一级指标|三级指标|得分`},
		"two headings of goals": {`
			预期目标|预期目标|实际完成情况|实际完成情况
			按时完成修路|按时完成修路|按时完成修路|按时完成修路
			年度目标|无|无|无`, `
			预期目标>2|实际完成情况>2
			按时完成修路>2|按时完成修路>2
			年度目标|无|无>2`},
		"three labels, and a second level under another first one": {`
			一级指标|二级指标|三级指标|分值|得分
			产出指标|其他指标|培训人次|50|50
			效益指标|其他指标|知晓率|50|50
			效益指标|其他指标|满意率|50|50
			自评等级|自评等级|自评等级|优`, `
			一级指标|二级指标|三级指标|分值|得分
			产出指标|其他指标|培训人次|50|50
			效益指标v2|其他指标v2|知晓率|50|50
			满意率|50|50
			自评等级>3|优`},
		"two labels": {`
			一级指标|二级指标|三级指标|分值|得分
			产出指标|数量指标|培训人次|50|50
			产出指标|数量指标|开放天数|50|50
			自评等级|自评等级|优`, `
			一级指标|二级指标|三级指标|分值|得分
			产出指标|数量指标|培训人次|50|50
			产出指标|数量指标|开放天数|50|50
			自评等级|自评等级|优`},
		"a row of labels alone, and a label of the foot twice": {`
			绩效指标|一级指标|二级指标|三级指标|分值|得分
			绩效指标|产出指标|数量指标|培训人次|50|50
			绩效指标|产出指标|数量指标
			主要成效|修路
			主要成效|修桥`, `
			绩效指标v2|一级指标|二级指标|三级指标|分值|得分
			产出指标|数量指标|培训人次|50|50
			绩效指标|产出指标|数量指标
			主要成效|修路
			主要成效|修桥`},
		"some cells are merged": {`
			一级指标|二级指标|三级指标|得分|得分
			产出指标|数量指标|培训人次|50|50
			合计>|_|_|50|50`, `
			一级指标|二级指标|三级指标|得分|得分
			产出指标|数量指标|培训人次|50|50
			合计>2|50|50`},
		"nothing was put anywhere": {`
			一级指标|二级指标|三级指标|上年实际值|指标值|完成值|分值|得分
			预算执行率|预算执行率|预算执行率|及时|及时|及时|10|10
			产出指标|数量指标|培训人次|及时|及时|及时|10|10
			产出指标|数量指标|开放天数|及时|及时|及时|10|10`, `
			一级指标|二级指标|三级指标|上年实际值|指标值|完成值|分值|得分
			预算执行率|预算执行率|预算执行率|及时|及时|及时|10|10
			产出指标|数量指标|培训人次|及时|及时|及时|10|10
			产出指标|数量指标|开放天数|及时|及时|及时|10|10`},
	} {
		want := strings.ReplaceAll(strings.TrimSpace(text[1]), "\t", "") + "\n"
		if got := shown(Undo(lines(strings.ReplaceAll(text[0], "\t", "")), lexicon.Default())); got != want {
			t.Errorf("%s: got\n%swant\n%s", name, got, want)
		}
	}
}

func TestRowNumbers(t *testing.T) {
	rows := []string{"项目名称|修路", "主管部门|交通局", "资金来源|预算数|执行数", "合计|20|10", "一级指标|三级指标|分值|得分", "产出指标|培训人次|50|50", "_", "合计|_|100|100"}
	number := func(from int, but map[int]string) string {
		var b strings.Builder
		for i, row := range rows {
			n := fmt.Sprint(from + i)
			if s, ok := but[i]; ok {
				n = s
			}
			b.WriteString(n + "|" + row + "\n")
		}
		return b.String()
	}
	for name, tt := range map[string]struct {
		text string
		want int // rows with a number
	}{
		"from one":           {number(1, nil), 7},
		"from five":          {number(5, nil), 7},
		"with a title above": {"自评表\n" + number(1, nil) + "注：无\n", 7},
		"one is another":     {number(1, map[int]string{3: "5"}), 0},
		"one is a word":      {number(1, map[int]string{3: "四"}), 0},
		"labels alone":       {strings.Repeat("合计\n", 9), 0},
		"too few":            {strings.Join(strings.Split(number(1, nil), "\n")[:7], "\n"), 0},
	} {
		n := 0
		for _, l := range Undo(lines(tt.text), lexicon.Default()) {
			if l.Number != nil {
				n++
			}
		}
		if n != tt.want {
			t.Errorf("%s: got %d rows with a number, want %d", name, n, tt.want)
		}
	}
}
