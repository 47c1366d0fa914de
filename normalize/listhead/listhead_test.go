package listhead

import (
	"fmt"
	"strings"
	"testing"

	"ziping/extract"
	"ziping/normalize/draft"
	"ziping/normalize/lexicon"
	"ziping/normalize/table"
)

// drawn is a list drawn with characters: rows of headings, a line of - and the rows under
// them, | between cells, < for a cell that goes on from the left, nothing for none. A
// heading says what it may mean behind =; a row that begins with # heads the next block.
func drawn(list string) (*draft.Draft, []table.Heading, int) {
	lex := lexicon.Default()
	var headings []table.Heading
	var lines []*table.Line
	body := 0
	for r, text := range strings.Split(strings.TrimSpace(list), "\n") {
		text = strings.TrimSpace(text)
		if text == "-" {
			body = r
			continue
		}
		l := &table.Line{}
		if strings.HasPrefix(text, "#") {
			l.Heads = table.GoalHead
		}
		var means [][]string
		for col, cell := range strings.Split(text, "|") {
			switch cell = strings.TrimSpace(cell); cell {
			case "":
			case "<":
				l.Items[len(l.Items)-1].Span++
			default:
				cell, ids, _ := strings.Cut(cell, "=")
				l.Items = append(l.Items, table.NewItem(lex, strings.Trim(cell, "# "), col, 1, 1, extract.Ref{}))
				means = append(means, strings.Split(ids, "/"))
			}
		}
		if body == 0 {
			for k := range l.Items {
				headings = append(headings, table.Heading{Item: &l.Items[k], Level: r, May: means[k]})
			}
		}
		lines = append(lines, l)
	}
	return draft.New(lines, lex), headings, body
}

// meanings are what headings may mean.
func meanings(headings []table.Heading) string {
	var all []string
	for k := range headings {
		all = append(all, strings.Join(headings[k].May, "/"))
	}
	return strings.Join(all, " ")
}

func TestOwnLevels(t *testing.T) {
	for _, tt := range []struct{ about, list, want string }{
		{"a heading that may be the name is the level left of one that is", `
			指标=other/name | 分解指标=name | 目标值=target
			-
			开放   | 开放天数 | 287天
			培训   | 培训人次 | 600人次`, "level1 name target"},
		{"under one nobody knows stand first levels", `
			类别=other | 指标名称=name | 目标值=target
			-
			产出 | 开放天数 | 287天`, "level1 name target"},
		{"or second ones", `
			指标类别=other | 指标名称=name | 目标值=target
			-
			数量指标 | 开放天数 | 287天`, "level2 name target"},
		{"such as may be either are second ones", `
			指标类别=other | 指标名称=name | 目标值=target
			-
			成本指标 | 单次支出 | 287元`, "level2 name target"},
		{"no levels stand beside figures", `
			类别=other | 指标名称=name | 目标值=target
			-
			产出 | 开放天数 | 287天
			12   | 培训人次 | 600人次`, "other name target"},
		{"nor in a heading of another row", `
			类别=other | 年度=over | <
			         | 指标名称=name | 目标值=target
			-
			产出 | 开放天数 | 287天`, "other over name target"},
		{"nor right of the name", `
			指标名称=name | 类别=other | 目标值=target
			-
			开放天数 | 产出 | 287天`, "name other target"},
		{"the nearest to the left edge is taken", `
			类别=other | 种类=other | 指标名称=name | 目标值=target
			-
			产出 | 数量指标 | 开放天数 | 287天`, "level1 other name target"},
		{"the next block's words say nothing", `
			类别=other | 指标名称=name | 目标值=target
			-
			甲 | 开放天数 | 287天
			# 年度目标
			产出 | 完成 | 无`, "other name target"},
		{"known levels stay", `
			类别=other | 一级指标=level1 | 指标名称=name
			-
			产出 | 甲 | 开放天数`, "other level1 name"},
		{"before the second level stands the first", `
			指标=other | 二级指标=level2 | 三级指标=name
			-
			产出 | 数量 | 开放天数`, "level1 level2 name"},
		{"also where it may be the name", `
			指标=name/other | 二级指标=level2 | 具体=name
			-
			产出 | 数量 | 开放天数`, "level1 level2 name"},
		{"but not over other words", `
			事项=other | 二级指标=level2 | 三级指标=name
			-
			甲 | 数量 | 开放天数`, "other level2 name"},
		{"nor where it is something else", `
			目标=target | 二级指标=level2 | 三级指标=name
			-
			产出 | 数量 | 开放天数`, "target level2 name"},
		{"nor in another row of headings", `
			指标=other
			        | 二级指标=level2 | 三级指标=name
			-
			产出 | 数量 | 开放天数`, "other level2 name"},
		{"the second level may stand first", `
			二级指标=level2 | 三级指标=name
			-
			产出 | 开放天数`, "level2 name"},
		{"three levels, the names under the second's heading", `
			评价内容=other/name | 一级指标=level1 | 二级指标=level2 | 目标值=target
			-
			履职产出 | 数量 | 开放天数 | 287天
			         |      | 培训人次 | 600人次`, "level1 level2 name target"},
		{"not where each row has words under the first", `
			评价内容=other/name | 一级指标=level1 | 二级指标=level2 | 目标值=target
			-
			履职产出 | 数量 | 开放天数 | 287天
			履职效果 | 数量 | 培训人次 | 600人次`, "other/name level1 level2 target"},
		{"nor where another heading is the name", `
			评价内容=other/name | 一级指标=level1 | 二级指标=level2 | 三级指标=name
			-
			履职产出 | 数量 | 开放 | 开放天数
			         |      | 培训 | 培训人次`, "other/name level1 level2 name"},
		{"nor where the three stand in several rows", `
			评价内容=other/name | 一级指标=level1
			                    |                 | 二级指标=level2
			-
			履职产出 | 数量 | 开放天数
			         |      | 培训人次`, "other/name level1 level2"},
		{"nor with less than three", `
			一级指标=level1 | 评价内容=other/name | 二级指标=level2
			-
			履职产出 | 数量 | 开放天数
			         |      | 培训人次`, "level1 other/name level2"},
	} {
		p, headings, body := drawn(tt.list)
		if OwnLevels(p, headings, body); meanings(headings) != tt.want {
			t.Errorf("%s: got %s, want %s", tt.about, meanings(headings), tt.want)
		}
	}
}

func TestOwnNames(t *testing.T) {
	for _, tt := range []struct{ about, list, want string }{
		{"of two that may be the name the first is printed once for several rows", `
			指标=level1/name | 指标内容=name/other | 权重=weight
			-
			甲 | 开放天数 | 10
			   | 培训人次 | 10`, "level1 name weight"},
		{"or has known levels", `
			指标=name | 指标内容=name | 权重=weight
			-
			产出 | 开放天数 | 10
			效益 | 培训人次 | 10`, "level1 name weight"},
		{"with nothing behind them", `
			指标=name | 指标内容=name
			-
			产出 | 开放天数
			效益 | 培训人次`, "level1 name"},
		{"a heading nobody knows, with nothing behind it", `
			序号=no | 评价内容=name | 评价要点=other
			-
			1 | 预算管理 | 预算编制
			2 |          | 预算执行`, "no level1 name"},
		{"which the second has not", `
			指标=name | 指标内容=name | 权重=weight
			-
			产出 | 效益 | 10
			效益 | 产出 | 10`, "name name weight"},
		{"else the first is", `
			指标=name | 指标内容=name | 权重=weight
			-
			甲 | 开放天数 | 10
			乙 | 培训人次 | 10`, "name name weight"},
		{"a total counts no more than a text alone in its line", `
			指标=name | 指标内容=name | 权重=weight
			-
			甲   | 开放天数 | 10
			总分 | 合计天数 | 20
			     | 一段文字`, "name name weight"},
		{"figures are no names", `
			指标=name | 指标内容=name | 权重=weight
			-
			甲 | 12 | 10
			乙 | 13 | 10`, "name name weight"},
		{"points behind the names, which no row has not", `
			评价内容=name | 评价要点=other | 权重=weight | 得分=score
			-
			预算管理 | 预算编制 | 10 | 9
			         | 预算执行 | 10 | 9
			         | 预算公开 | 10 | 9
			         |          | 10 | 9`, "level1 name weight score"},
		{"but not where a third of the rows have none", `
			评价内容=name | 评价要点=other | 权重=weight | 得分=score
			-
			预算管理 | 预算编制 | 10 | 9
			         | 预算执行 | 10 | 9
			         |          | 10 | 9`, "name other weight score"},
		{"nor where each row has a name", `
			评价内容=name | 评价要点=other | 权重=weight
			-
			预算管理 | 预算编制 | 10
			预算公开 | 预算执行 | 10`, "name other weight"},
		{"rows that end before it do not count", `
			序号=no | 评价内容=name | 评价要点=other | 权重=weight
			-
			1 | 预算管理 | 预算编制 | 10
			2 |          | 预算执行 | 10
			3 |          | 预算公开 | 10
			4 |          | 预算绩效 | 10
			5 | 甲
			6 | 乙`, "no level1 name weight"},
		{"nor in a column farther on", `
			评价内容=name | <  | | 评价要点=other | 权重=weight
			-
			预算管理 |  |  | 预算编制 | 10
			         |  |  | 预算执行 | 10`, "name other weight"},
		{"nor in another row of headings", `
			评价内容=name
			              | 评价要点=other | 权重=weight
			-
			预算管理 | 预算编制 | 10
			         | 预算执行 | 10`, "name other weight"},
		{"nor over something known", `
			评价内容=name | 目标值=target | 权重=weight
			-
			预算管理 | 预算编制 | 10
			         | 预算执行 | 10`, "name target weight"},
		{"without any, the one nobody knows before the targets", `
			事项=other | 目标值=target | 完成值=actual
			-
			开放天数 | 287天 | 253天
			培训人次 | 600人 | 612人`, "name target actual"},
		{"or before the marks", `
			事项=other | 分值=weight | 得分=score
			-
			开放天数 | 10 | 9
			培训人次 | 10 | 9`, "name weight score"},
		{"but not before others", `
			事项=other | 得分=score
			-
			开放天数 | 9
			培训人次 | 9`, "other score"},
		{"nor where half of the rows have no words", `
			事项=other | 目标值=target | 完成值=actual
			-
			开放天数 | 287天 | 253天
			         | 600人 | 612人`, "other target actual"},
	} {
		p, headings, body := drawn(tt.list)
		if ownNames(p, headings, body); meanings(headings) != tt.want {
			t.Errorf("%s: got %s, want %s", tt.about, meanings(headings), tt.want)
		}
	}
}

func TestOwnTargets(t *testing.T) {
	for _, tt := range []struct{ about, list, want string }{
		{"what was done is held against what stands left of it", `指标名称=name | 任务书要求=other | 完成情况=actual`, "name target actual"},
		{"which nobody must know", `指标名称=name | 任务书要求=reason | 完成情况=actual`, "name reason actual"},
		{"nor the lexicon", `指标名称=name | 备注=other | 完成情况=actual`, "name other actual"},
		{"where there is no target", `目标值=target | 任务书要求=other | 完成情况=actual`, "target other actual"},
		{"nor an adjusted one", `调整值=other/adjusted_target | 任务书要求=other | 完成情况=actual`, "other/adjusted_target other actual"},
		{"the first of several", `甲要求=other | 完成情况=actual | 乙要求=other | 完成值=actual`, "target actual other actual"},
		{"and nothing left of it", `完成情况=actual | 任务书要求=other`, "actual other"},
	} {
		p, headings, _ := drawn(tt.list)
		if ownTargets(headings, p.Lex); meanings(headings) != tt.want {
			t.Errorf("%s: got %s, want %s", tt.about, meanings(headings), tt.want)
		}
	}
}

func TestLevelPoints(t *testing.T) {
	for _, tt := range []struct{ about, list, want string }{
		{"behind each level its points", `
			一级指标=level1 | 权重=weight | 二级指标=level2 | 权重=weight | 三级指标=name | 权重=weight
			-
			产出 | 50 | 数量 | 20 | 开放天数 | 10`, "level1 level1_points level2 level2_points name weight"},
		{"an indicator's own stand alone", `
			一级指标=level1 | 三级指标=name | 权重=weight
			-
			产出 | 开放天数 | 10`, "level1 name weight"},
		{"also right behind a level", `
			三级指标=name | 一级指标=level1 | 权重=weight
			-
			开放天数 | 产出 | 10`, "name level1 weight"},
		{"but where they are printed once for several rows, and names behind them", `
			一级指标=level1 | 权重=weight | 三级指标=name
			-
			产出 | 50 | 开放天数
			     |    | 培训人次
			合计 | 50 |`, "level1 level1_points name"},
		{"each row has its own", `
			一级指标=level1 | 权重=weight | 三级指标=name
			-
			产出 | 50 | 开放天数
			     | 50 | 培训人次
			合计 | 100 |`, "level1 weight name"},
		{"none is printed", `
			一级指标=level1 | 权重=weight | 三级指标=name
			-
			产出 | 无 | 开放天数`, "level1 weight name"},
		{"nearest is the heading of the same row", `
			一级指标=level1 | 年度=over | <              | <
			                | 权重=weight | 三级指标=name | 权重=weight
			-
			产出 | 50 | 开放天数 | 10`, "level1 over weight name weight"},
		{"and of several to the left the last", `
			一级指标=level1 | 二级指标=level2 | 权重=weight | 三级指标=name | 权重=weight
			-
			产出 | 数量 | 50 | 开放天数 | 10`, "level1 level2 level2_points name weight"},
		{"which may be no level", `
			一级指标=level1 | 说明=other | 权重=weight | 三级指标=name | 权重=weight
			-
			产出 | 无 | 50 | 开放天数 | 10`, "level1 other weight name weight"},
		{"or none", `
			权重=weight | 三级指标=name | 权重=weight
			-
			50 | 开放天数 | 10`, "weight name weight"},
	} {
		p, headings, body := drawn(tt.list)
		if LevelPoints(p, headings, body); meanings(headings) != tt.want {
			t.Errorf("%s: got %s, want %s", tt.about, meanings(headings), tt.want)
		}
	}
}

func TestUnpack(t *testing.T) {
	const lower = "\n一级指标=level1 | 二级指标=level2 | 三级指标=name\n-\n"
	for _, tt := range []struct{ about, list, want string }{
		{"the upper row has lost its empty cells", `
			绩效指标=over | 评分标准=reason | 指标值=target | 完成值=actual` + lower + `
			产出 | 数量 | 开放天数 | 按比例 | 287天 | 253天
			     |      |`, "0 3 4 5 0 1 2"},
		{"also in part of the rows' width", `
			绩效指标=over | 评分标准=reason | 指标值=target | 完成值=actual` + lower + `
			产出 | 数量 | 开放天数 | 按比例 | 287天`, "0 3 4 5 0 1 2"},
		{"rows are no wider", `
			绩效指标=over | 评分标准=reason | 指标值=target | 完成值=actual` + lower + `
			产出 | 数量 | 开放天数 | 按比例`, "0 1 2 3 0 1 2"},
		{"or more than it lacks", `
			绩效指标=over | 评分标准=reason | 指标值=target | 完成值=actual` + lower + `
			产出 | 数量 | 开放天数 | 按比例 | 287天 | 253天 | 无`, "0 1 2 3 0 1 2"},
		{"with as many headings below as above", `
			绩效指标=over | 指标值=target | 完成值=actual` + lower + `
			产出 | 数量 | 开放天数 | 287天 | 253天`, "0 3 4 0 1 2"},
		{"and with more", `
			绩效指标=over | 指标值=target | 完成值=actual
			甲=other | 乙=other | 丙=other | 丁=other
			-
			产出 | 数量 | 开放天数 | 287天 | 253天`, "0 1 2 0 1 2 3"},
		{"two headings are no row", `
			绩效指标=over | 指标值=target
			一级指标=level1 | 二级指标=level2
			-
			产出 | 数量 | 287天`, "0 1 0 1"},
		{"one below is no row", `
			绩效指标=over | 指标值=target | 完成值=actual
			一级指标=level1
			-
			产出 | 287天 | 253天 | 无`, "0 1 2 0"},
		{"one row alone", `
			绩效指标=over | 指标值=target | 完成值=actual
			-
			产出 | 287天 | 253天 | 无`, "0 1 2"},
		{"with a cell over several", `
			绩效指标=over | < | 指标值=target | 完成值=actual` + lower + `
			产出 | 数量 | 开放天数 | 按比例 | 287天 | 253天`, "0 2 3 0 1 2"},
		{"a gap below", `
			绩效指标=over | 评分标准=reason | 指标值=target | 完成值=actual
			一级指标=level1 | 二级指标=level2 | | 三级指标=name
			-
			产出 | 数量 | 开放天数 | 按比例 | 287天 | 253天`, "0 1 2 3 0 1 3"},
	} {
		p, headings, body := drawn(tt.list)
		Unpack(p, headings, body)
		var got []string
		for k := range headings {
			it := headings[k].Item
			if it.Col != it.To {
				t.Errorf("%s: stands at %d and %d", tt.about, it.Col, it.To)
			}
			got = append(got, fmt.Sprint(it.Col))
		}
		if got := strings.Join(got, " "); got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.about, got, tt.want)
		}
	}
}

func TestWide(t *testing.T) {
	for _, tt := range []struct{ about, list, want string }{
		{"over a level and the names", `
			评价指标=name | | 目标值=target
			-
			产出 | 开放天数 | 287天
			     | 培训人次 | 600人`, "level1@0+1 name@1+1 target@2+1"},
		{"over two levels and the names", `
			评价指标=name | | | 目标值=target
			-
			产出 | 数量 | 开放天数 | 287天`, "level1@0+1 level2@1+1 name@2+1 target@3+1"},
		{"a column of nothing is the names'", `
			评价指标=name | | | 目标值=target
			-
			产出 | 开放天数 |  | 287天`, "level1@0+1 name@1+2 target@3+1"},
		{"of what is called a level", `
			评价指标=level1 | | 目标值=target
			-
			产出 | 开放天数 | 287天`, "level1@0+1 name@1+1 target@2+1"},
		{"others stay", `
			序号=no | 评价指标=name | | 目标值=target | 得分=score
			-
			1 | 产出 | 开放天数 | 287天 | 10`, "no@0+1 level1@1+1 name@2+1 target@3+1 score@4+1"},
		{"one column is one", `
			评价指标=name | 目标值=target
			-
			开放天数 | 287天`, "name@0+1 target@1+1"},
		{"four are too many", `
			评价指标=name | | | | 目标值=target
			-
			产出 | 数量 | 开放 | 开放天数 | 287天`, "name@0+1 target@4+1"},
		{"no row has words in all", `
			评价指标=name | | 目标值=target
			-
			产出 |          | 287天
			     | 开放天数 | 287天`, "name@0+1 target@2+1"},
		{"figures are no words", `
			评价指标=name | | 目标值=target
			-
			开放天数 | 10 | 287天`, "name@0+1 target@2+1"},
		{"a total is one label more in the first", `
			评价指标=name | | 目标值=target
			-
			产出 | 开放天数 | 287天
			合计 |          | 287天`, "level1@0+1 name@1+1 target@2+1"},
		{"but not two", `
			评价指标=name | | 目标值=target
			-
			产出 | 开放天数 | 287天
			效益 |          | 287天
			合计 |          | 287天`, "name@0+1 target@2+1"},
		{"the level has its own heading", `
			评价指标=name | | 级别=level1 | 目标值=target
			-
			产出 | 开放天数 | 甲 | 287天`, "name@0+1 level1@2+1 target@3+1"},
		{"nothing stands right of it", `
			目标值=target | 评价指标=name
			-
			287天 | 产出 | 开放天数`, "target@0+1 name@1+1"},
		{"no names at all", `
			目标值=target | | 得分=score
			-
			产出 | 开放天数 | 287天`, "target@0+1 score@2+1"},
		{"the next heading stands in another row", `
			评价指标=name
			             | | 目标值=target
			-
			产出 | 开放天数 | 287天`, "name@0+1 target@2+1"},
	} {
		p, headings, body := drawn(tt.list)
		var slots []table.Slot
		for k := range headings {
			h := &headings[k]
			slots = append(slots, table.Slot{Col: h.Item.Col, Span: h.Item.Span, ID: h.May[0], Level: h.Level})
		}
		var got []string
		for _, s := range Wide(p, slots, body) {
			got = append(got, fmt.Sprintf("%s@%d+%d", s.ID, s.Col, s.Span))
		}
		if got := strings.Join(got, " "); got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.about, got, tt.want)
		}
	}
}
