package table

import (
	"strings"
	"testing"

	"ziping/extract"
	"ziping/normalize/lexicon"
)

func cellsOf(lex *lexicon.Lexicon, texts ...string) *Line {
	l := &Line{Table: -1, Loose: true}
	for k, s := range texts {
		l.Items = append(l.Items, NewItem(lex, s, k, 1, 1, extract.Ref{Table: -1}))
	}
	return l
}

// Titles, years and labelled lines of the page that were cut at blanks are one text
// again; rows, and texts that were not cut, stay as they are.
func TestWhole(t *testing.T) {
	lex := lexicon.Default()
	for _, tt := range []struct {
		name  string
		cells []string
		whole bool
	}{
		{"a title", []string{"项目支出", "绩效自评表"}, true},
		{"a year", []string{"(2023", "年度)"}, true},
		{"a row", []string{"项目名称", "修路"}, false},
		{"one text", []string{"项目支出绩效自评表"}, false},
	} {
		in := cellsOf(lex, tt.cells...)
		out := Whole([]*Line{in}, lex)[0]
		if (out != in) != tt.whole {
			t.Errorf("%s: got whole %v", tt.name, out != in)
		}
		if tt.whole && (len(out.Items) != 1 || out.Items[0].Col != 0 || out.Items[0].Span != 1 || out.Items[0].RowSpan != 1 || !strings.HasPrefix(out.Items[0].Text, tt.cells[0]) || len(in.Items) != len(tt.cells)) {
			t.Errorf("%s: got %+v, and %d cells are left of the line itself", tt.name, out.Items, len(in.Items))
		}
	}
}

// A line of the page around a form holds its labels, things to press and figures.
func TestOfPage(t *testing.T) {
	lex := lexicon.Default()
	for text, want := range map[string]bool{
		"发布时间:2022-03-17 来源:某局 字体:[大 中 小] 打印": true,
		"发布时间: 2022-03-17": true,
		"打印 0":             true,
		"您现在所在的位置: 网站首页> 市公安局> 部门项目":                true,
		"名称: 禁毒项目自评表 文号:":                           true,
		"生效时间: 废止时间:":                               true,
		"统一登记号: 发文编号: 公开责任部门: 公开形式:":                true,
		"发文日期: 2023-09-28 阅读人次: 时效性: 有效 组配分类: 部门项目": true,
		"名称: 修路":           false,
		"智能问答 关怀版 长者专区":    true,
		"0 打印":             true,
		"打印 9次":            true,
		"来源:某局 项目名称:":      true, // a label without a value is nothing of the form
		"打印 项目名称:修路":       false,
		"项目名称:修路 打印":       false,
		"中":                false,
		"首页 > 政务公开 > 部门预算": true,
		"首页 部门预算":          false,
		"2022-03-17":       false,
		"附件:2022年自评表.xlsx": true,
		"修路":               false,
		"来源:某局 修路一公里":      true,
		"打印 修路一公里":         false,
	} {
		if got := cellsOf(lex, text).OfPage(lex); got != want {
			t.Errorf("%s: got %v", text, got)
		}
	}
	press := strings.Split(strings.Repeat("打印,", 12)+"打印", ",")
	if !cellsOf(lex, press[1:]...).OfPage(lex) || cellsOf(lex, press...).OfPage(lex) {
		t.Error("twelve cells are of a page, and no more")
	}
	claimed := cellsOf(lex, "打印", "关闭窗口")
	if claimed.Items[0].Claimed = true; claimed.OfPage(lex) {
		t.Error("a cell that something has is of the page")
	}
}
