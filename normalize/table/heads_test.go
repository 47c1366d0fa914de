package table

import (
	"strings"
	"testing"

	"ziping/extract"
	"ziping/normalize/lexicon"
)

// told is what Tell says of rows whose cells are parted by |.
func told(rows ...string) []*Line {
	lex := lexicon.Default()
	doc := extract.NewDocument("test", "text/plain")
	doc.Tables = []extract.Table{{Rows: len(rows), Cols: 9}}
	for row, text := range rows {
		for col, s := range strings.Split(text, "|") {
			if s = strings.TrimSpace(s); s != "" {
				doc.Tables[0].Cells = append(doc.Tables[0].Cells, extract.Cell{Row: row, Col: col, RowSpan: 1, ColSpan: 1, Text: s})
			}
		}
	}
	lines := Lines(doc, lex)
	Tell(lines, lex)
	return lines
}

func TestHeads(t *testing.T) {
	for row, want := range map[string]HeadKind{
		"项目资金(万元) | | 年初预算数 | 全年预算数 | 全年执行数": FundHead,
		"预算安排 | 拨付情况 | 结余情况 | 分值 | 得分":       FundHead, // groups
		"资金来源 | 年初预算数 | 分值 | 得分":             NoHead,   // one column of money, marks are none
		"年初预算数 | 100.00 | 全年预算数 | 110.00":    NoHead,   // heading and figures in turn
		"项目资金来源 | 中央 | 省级 | 本级 | 合计":         SideHead,
		"来源 | 中央 | 省级 | 全年执行数":               SideHead, // two and a column
		"来源 | 中央 | 省级 | 备注":                  NoHead,
		"来源 | 中央 | 省级 | 12.50":               NoHead, // a row of them
		"年度总体目标 | 预期目标 | 实际完成情况":             GoalHead,
		"年度总体目标 | 完成局域网升级":                   NoHead,
		"资金管理情况 | | 情况说明 | 存在问题和改进措施":        RemarkHead,
		"资金管理情况 | 按进度拨付":                     NoHead,
		"预期目标":                               NoHead,
		"一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值": IndicatorHead,
		"绩效指标 | 指标值 | 完成值 | 分值":              IndicatorHead, // no name, but a target and what was done
		"绩效指标 | 指标值 | 分值 | 得分":               NoHead,
		"一级指标 | 三级指标":                        NoHead,
		"一级指标 | 产出指标 | 三级指标 | 年度指标值":         NoHead, // heading and rows have run together
		"产出指标 | 数量指标 | 培训人数 | ≥100人":         NoHead,
		"产出指标 | 一级指标 | 三级指标 | 年度指标值":         IndicatorHead, // a level may stand in the corner
		"资金来源 | 年初预算数 | 中央 | 全年执行数":          NoHead,        // a source among the columns
		"中央 | 年初预算数 | 全年执行数":                 FundHead,      // in the corner
		"项目 | 年初预算数 | 全年执行数":                 FundHead,
		"甲 | 乙 | 年初预算数 | 全年执行数":              FundHead,
		"甲 | 乙 | 丙 | 年初预算数 | 全年执行数":          NoHead,        // a list of something else
		"项目资金 | 甲 | 乙 | 年初预算数 | 全年执行数":       FundHead,      // that is named
		"三级指标 | 年度指标值 | 实际完成值":               IndicatorHead, // three columns, and no fewer
		"三级指标 | 年度指标值":                       NoHead,
		"项目 | 按收入性质分 | 中央 | 省级 | 本级":         NoHead, // labels of the parallel lists
		"中央 | 省级": NoHead,
		"三级指标 | 年初设定目标 | 目标完成情况": NoHead, // of the list
		"一级指标 | 年初设定目标 | 目标完成情况": NoHead,
		"二级指标 | 年初设定目标 | 目标完成情况": NoHead,
		"年度目标完成情况 | 甲":           NoHead, // names the block and is a column
		"年度目标完成情况 | 实际完成情况":      GoalHead,
		"年度目标 | 实际完成情况":          GoalHead,
	} {
		if got := told(row)[0].Heads; got != want {
			t.Errorf("%s: got %d, want %d", row, got, want)
		}
	}
}

// A heading of the whole stands behind what was there at first and what came to it, and
// before more columns.
func TestHeadsWhole(t *testing.T) {
	for row, want := range map[string]bool{
		"年初预算 | 追加 | 合计 | 支出": true, "上年结转 | 年初预算 | 合计 | 支出": true, "上年结转 | 追加 | 合计 | 支出": true,
		"上年结转 | 全年预算数 | 合计 | 支出": true, "全年预算数 | 上年结转 | 合计 | 支出": true, "年初预算 | 上年结转 | 合计 | 支出": true,
		"年初预算 | 全年预算数 | 合计 | 支出": false, "全年预算数 | 追加 | 合计 | 支出": false, "追加 | 年初预算 | 合计 | 支出": false,
		"年初预算 | 支出 | 合计 | 执行率": false, "年初预算 | 追加 | 合计": false, "年初预算 | 追加 | 合计 | 修路": false, "年初预算 | 追加 | 小计 | 支出": false,
	} {
		l := told(row)[0]
		got := false
		for k := range l.Items {
			got = got || HeadsWhole(l, k, lexicon.Default())
		}
		if got != want {
			t.Errorf("%s heads the whole: %v", row, got)
		}
	}
}

// Lines side by side are one row where a label of the head is among them.
func TestBesides(t *testing.T) {
	line := func(text string, page int, x, y float64) extract.Line {
		return extract.Line{Text: text, Page: page, Box: &extract.Box{x, y, x + 80, y + 10}}
	}
	for name, tt := range map[string]struct {
		lines []extract.Line
		want  int
	}{
		"a label and its value":  {[]extract.Line{line("项目名称", 1, 0, 0), line("修路", 1, 100, 3)}, 2},
		"a value and its label":  {[]extract.Line{line("修路", 1, 100, 0), line("项目名称", 1, 0, 3)}, 2},
		"no label":               {[]extract.Line{line("修桥", 1, 0, 0), line("修路", 1, 100, 0)}, 1},
		"one below the other":    {[]extract.Line{line("项目名称", 1, 0, 0), line("修路", 1, 100, 5)}, 1},
		"on two pages":           {[]extract.Line{line("项目名称", 1, 0, 0), line("修路", 2, 100, 0)}, 1},
		"over each other":        {[]extract.Line{line("项目名称", 1, 0, 0), line("修路", 1, 70, 0)}, 1},
		"one at the other's end": {[]extract.Line{line("项目名称", 1, 0, 0), line("修路", 1, 80, 0)}, 2},
		"without a place":        {[]extract.Line{{Text: "项目名称"}, {Text: "修路"}}, 1},
		"alone":                  {[]extract.Line{line("项目名称", 1, 0, 0)}, 1},
	} {
		if got := besides(tt.lines, lexicon.Default()); got != tt.want {
			t.Errorf("%s: got %d", name, got)
		}
	}
}

// Lines of a document like another one take over what was read of equal cells.
func TestLinesLike(t *testing.T) {
	lex := lexicon.Default()
	doc := func(second string) *extract.Document {
		d := extract.NewDocument("test", "text/plain")
		d.Tables = []extract.Table{{Rows: 2, Cols: 2, Cells: []extract.Cell{{Row: 0, Col: 0, Text: "1"}, {Row: 0, Col: 1, Text: second}, {Row: 1, Col: 0, Text: "3"}}}, {Rows: 1, Cols: 1, Cells: []extract.Cell{{Text: "4"}}}}
		d.Lines = []extract.Line{{Text: "above"}, {Text: "between", Before: 1}, {Text: "below", Before: 2}, {Text: "beyond", Before: 9}}
		return d
	}
	first := Lines(doc("2"), lex)
	var texts []string
	for _, l := range first {
		for k := range l.Items {
			texts = append(texts, l.Items[k].Text)
			l.Items[k].Figure()
		}
	}
	if got := strings.Join(texts, " "); got != "above 1 2 3 between 4 below beyond" {
		t.Errorf("got %s", got)
	}
	second := LinesLike(doc("5"), lex, first)
	for n, l := range second {
		for k := range l.Items {
			it := &l.Items[k]
			if it.Span != 1 || it.RowSpan != 1 {
				t.Errorf("%s: got spans %d and %d, want 1", it.Text, it.Span, it.RowSpan)
			}
			if same := it.figure != nil && it.figure == first[n].Items[k].figure; same != (it.Text != "5") {
				t.Errorf("%s: taken over %v", it.Text, same)
			}
		}
	}
	// A line gone: from there on nothing is taken over.
	third := doc("2")
	third.Lines = third.Lines[1:]
	if l := LinesLike(third, lex, first)[0]; l.Items[0].figure != nil {
		t.Error("a cell at another place was taken over")
	}
}

func TestTitles(t *testing.T) {
	for text, want := range map[string]TitleSort{
		"2022年度部门整体绩效自评表": SelfEvaluation, "# 项目支出绩效自评表(2023年度)": SelfEvaluation, "2022年度项目自评报告": ReportTitle,
		"绩效目标申报表": OtherForm, "某某单位": NoTitle, "": NoTitle, strings.Repeat("长", 90) + "绩效自评表": NoTitle,
	} {
		if got := TitleOf(text, lexicon.Default()); got != want {
			t.Errorf("%s: got %d, want %d", text, got, want)
		}
	}
	// Inside a table a title of another form must be called a table.
	lines := told("项目 | 甲", "单位 | 乙", "绩效目标申报表", "绩效目标申报", "绩效自评表 | 甲")
	for k, want := range []TitleSort{NoTitle, NoTitle, OtherForm, NoTitle, NoTitle} {
		if got := lines[k].Title; got != want {
			t.Errorf("line %d: got %d, want %d", k, got, want)
		}
	}
}
