package habit

import (
	"fmt"
	"strings"
	"testing"

	"ziping/extract"
	"ziping/normalize/lexicon"
	"ziping/normalize/table"
)

// columns are columns of a list, one beside the other.
func columns(ids string) (slots []table.Slot) {
	for col, id := range strings.Fields(ids) {
		slots = append(slots, table.Slot{Col: col, Span: 1, ID: id})
	}
	return slots
}

// row is a row of cells, one in each column, | between them; nothing stands in an empty one.
func row(text string) (items []*table.Item) {
	for col, cell := range strings.Split(text, "|") {
		if cell = strings.TrimSpace(cell); cell != "" {
			it := table.NewItem(lexicon.Default(), cell, col, 1, 1, extract.Ref{})
			items = append(items, &it)
		}
	}
	return items
}

// of is the habit of a list drawn with characters.
func of(ids, list string) Habit {
	slots := columns(ids)
	var rows [][]*table.Item
	for l := range strings.SplitSeq(list, "\n") {
		if strings.TrimSpace(l) != "" {
			rows = append(rows, row(l))
		}
	}
	return Of(rows, slots, table.ListCosts(slots), lexicon.Default())
}

// said is what a list shows of its columns.
func said(h *Habit) string {
	var out []string
	for _, f := range []struct {
		name string
		is   bool
	}{{"two levels", h.TwoLevels}, {"pointed", h.Pointed}, {"ragged", h.Ragged}, {"known", h.known}} {
		if f.is {
			out = append(out, f.name)
		}
	}
	for s := range h.Slots {
		what := ""
		if n := h.Slots[s].Missing; n > 0 {
			what += fmt.Sprint("=", n)
		}
		if h.figures[s] {
			what += " figures"
		}
		if h.words[s] {
			what += " words"
		}
		if what != "" {
			out = append(out, h.Slots[s].ID+what)
		}
	}
	return strings.Join(out, ", ")
}

const (
	seven = "level1 level2 name target actual weight score"
	five  = "name target actual weight other"
)

// TestOf shows what is told of a list by its rows.
func TestOf(t *testing.T) {
	for _, tt := range []struct{ about, ids, list, want string }{
		{"nothing", five, ``, ""},
		{"three rows are too few", five, `
			开放天数 | ≥287天 | 287天 | 10 | 甲
			培训人次 | ≥600人 | 600人 | 10 | 甲
			印发册数 | ≥100册 | 100册 | 10 | 甲`, ""},
		{"four are a habit", five, `
			开放天数 | ≥287天 | 287天 | 10 | 甲
			培训人次 | ≥600人 | 600人 | 10 | 甲
			印发册数 | ≥100册 | 100册 | 10 | 甲
			修缮间数 | ≥30间  | 30间  | 10 | 甲`, "name=20, target=20, actual=20, weight=20, other=20 words"},
		{"rows of three cells are one", "name target actual", `
			开放天数 | ≥287天 | 287天
			培训人次 | ≥600人 | 600人
			印发册数 | ≥100册 | 100册
			修缮间数 | ≥30间  | 30间`, "name=20, target=20, actual=20"},
		{"lines of two are none", "name target actual", `
			开放天数 | ≥287天
			培训人次 | ≥600人
			印发册数 | ≥100册
			修缮间数 | ≥30间`, ""},
		{"one row in three may leave a column empty, and two in six", five, `
			开放天数 | ≥287天 | 287天 | 10 | 3
			培训人次 | ≥600人 | 600人 | 10 | 3
			印发册数 | ≥100册 | 100册 | 10 |
			修缮间数 | ≥30间  |       | 10 | 3
			改造户数 | ≥30户  |       | 10 |
			慰问人数 | ≥30人  |       | 10 | 3`, "name=20, target=20, weight=20, other=20 figures"},
		{"a mark for nothing is what the others are", five, `
			开放天数 | ≥287天 | 287天 | 10 | 甲
			培训人次 | ≥600人 | 600人 | 10 | -
			印发册数 | ≥100册 | 100册 | 10 | -
			修缮间数 | ≥30间  | 30间  | 10 | 甲`, "name=20, target=20, actual=20, weight=20, other=20"},
		{"but never what stands there alone", five, `
			开放天数 | ≥287天 | 287天 | 10 | 3
			培训人次 | ≥600人 | 600人 | 10 | -
			印发册数 | ≥100册 | 100册 | 10 | -
			修缮间数 | ≥30间  | 30间  | 10 | 5`, "name=20, target=20, actual=20, weight=20, other=20"},
		{"figures and words", five, `
			开放天数 | ≥287天 | 287天 | 10 | 3
			培训人次 | ≥600人 | 600人 | 10 | 甲
			印发册数 | ≥100册 | 100册 | 10 | 3
			修缮间数 | ≥30间  | 30间  | 10 | 3`, "name=20, target=20, actual=20, weight=20, other=20"},
		{"columns whose contents are known have no habit of their own", "name op target unit adjusted_target actual weight score", `
			开放天数 | ≥ | 287 | 天 | 287 | 287 | 10 | 10
			培训人次 | ≥ | 600 | 人 | 600 | 600 | 10 | 10
			印发册数 | ≥ | 100 | 册 | 100 | 100 | 10 | 10
			修缮间数 | ≥ | 30  | 间 | 30  | 30  | 10 | 10`, "name=20, op=20, target=20, unit=20, adjusted_target=20, actual=20, weight=20, score=20"},
		{"targets in words are no columns of words", five, `
			开放情况 | 良好 | 良好 | 10 | 3
			培训情况 | 良好 | 良好 | 10 | 3
			印发情况 | 良好 | 良好 | 10 | 3
			修缮情况 | 良好 | 良好 | 10 | 3`, "name=20, target=20, actual=20, weight=20, other=20 figures"},
		{"a row may do without levels and reasons", "level1 level2 name target actual reason", `
			产出 | 数量 | 开放天数 | ≥287天 | 287天 | 已开放
			产出 | 数量 | 培训人次 | ≥600人 | 600人 | 已培训
			效益 | 社会 | 印发册数 | ≥100册 | 100册 | 已印发
			效益 | 社会 | 修缮间数 | ≥30间  | 30间  | 已修缮`, "two levels, known, name=20, target=20, actual=20"},
		{"rows that moved as one and show empty cells lose none", "level1 level2 name op target unit actual weight score", `
			产出指标 | 数量指标 | 开放天数 | ≥ | 287 | 天 | 287 | 10 | 10
			数量指标 | 培训人次 | ≥ | 600 | 人 |  | 10 | 10
			修缮间数 | ≥ | 30 | 间 | 30 | 10 | 10`, "ragged, name=30"},
		{"nor rows that have a figure among words so", "level1 level2 name target actual weight score reason", `
			产出指标 | 数量指标 | 开放天数 | ≥287天 | 287天 | 10 | 10 | 无
			数量指标 | 培训人次 | ≥600人 | 600人 | 10 | | 10
			数量指标 | 修缮间数 | ≥30间 | 30间 | 10 | | 10`, "ragged, known, name=30, target=20, actual=20"},
		{"rows that moved as one and show none may have lost some", "level1 level2 name op target unit actual weight score", `
			产出指标 | 数量指标 | 开放天数 | ≥ | 287 | 天 | 287 | 10 | 10
			数量指标 | 培训人次 | ≥ | 600 | 人 | 600 | 10 | 10
			修缮间数 | ≥ | 30 | 间 | 30 | 10 | 10`, "ragged, name=30, target=20, actual=20"},
		{"nor where one has lost some", "level1 level2 name op target unit actual weight score", `
			产出指标 | 数量指标 | 开放天数 | ≥ | 287 | 天 | 287 | 10 | 10
			数量指标 | 培训人次 | ≥ | 600 | 人 |  | 10 | 10
			修缮间数 | 30 | 间 | 30 | 10 | 10`, "ragged, name=30, target=20, actual=20"},
		{"one row that stands off says nothing", seven, `
			产出 | 数量 | 开放天数 | ≥287天 | 287天 | 10 | 10
			培训人次 | ≥600人 | 600人 | 10 | 10`, ""},
		{"two have lost cells", seven, `
			产出 | 数量 | 开放天数 | ≥287天 | 287天 | 10 | 10
			培训人次 | ≥600人 | 600人 | 10 | 10
			印发册数 | ≥100册 | 100册 | 10 | 10`, "ragged, name=30, target=20, actual=20"},
		{"two of three cells", "level1 name target", `
			开放天数 | 287天 | 10
			培训人次 | 600人 | 10`, "ragged, name=30, target=20"},
		{"lines of two cells are no rows", seven, `
			开放天数 | ≥287天
			培训人次 | ≥600人`, ""},
		{"a row whose figures stand off by their looks", five, `
			开放天数 | 10 | 甲 | 287天 | 甲
			培训人次 | ≥600人 | 600人 | 合格 | 甲
			印发册数 | ≥100册 | 100册 | 10 | 甲`, "ragged, name=30, target=20, actual=20"},
		{"rows without a name stand off", "name level1 target actual", `
			 | 产出 | ≥287天 | 287天
			 | 产出 | ≥600人 | 600人`, "ragged, name=30, target=20, actual=20"},
		{"a list without names loses none", "level1 target actual weight", `
			开放天数 | ≥287天 | 287天 | 10
			培训人次 | ≥600人 | 600人 | 10`, "ragged, target=20, actual=20"},
		{"what costs more to be left empty stays so", "name level1 target actual weight", `
			开放天数 | 产出 | ≥287天 | 287天 | 10
			培训人次 | 产出 | ≥600人 | 600人 | 10
			印发册数 | 产出 | ≥100册 | 100册 | 10
			修缮间数 | 产出 | ≥30间  | 30间  | 10
			≥30间  | 30间  | 10 | 甲
			≥30间  | 30间  | 10 | 甲`, "ragged, known, name=30, target=20, actual=20, weight=20"},
		{"second levels beside first ones", seven, `
			产出 | 数量 | 开放天数 | ≥287天 | 287天 | 10 | 10
			     | 质量 | 培训人次 | ≥600人 | 600人 | 10 | 10
			效益 | 社会 | 印发册数 | ≥100册 | 100册 | 10 | 10`, "two levels, known"},
		{"by where they stand, whatever they are called", seven, `
			甲 | 乙 | 开放天数 | ≥287天 | 287天 | 10 | 10
			丙 | 丁 | 培训人次 | ≥600人 | 600人 | 10 | 10`, "two levels"},
		{"by what they are called, wherever they stand", seven, `
			 | 产出指标 | 数量指标 | 开放天数 | ≥287天 | 287天 | 10
			 | 效益指标 | 社会效益指标 | 培训人次 | ≥600人 | 600人 | 10`, "two levels, ragged, known, name=30, target=20, actual=20"},
		{"a second level under the first one's heading, and a row that stands off", seven, `
			产出指标 | 数量指标 | 开放天数 | ≥287天 | 287天 | 10 | 10
			         | 质量指标 | 合格率 | ≥90% | 95% | 10 | 10
			         | 时效指标 | 按期办结率 | ≥90% | 95% | 10 | 10
			社会效益指标 | 服务水平 | 良好 | 良好 | 8 | 8 | 8
			培训人次 | ≥600人 | 600人 | 10 | 10`, "two levels, ragged, known, name=30, target=20, actual=20, weight=20, score=20"},
		{"where it stands so in most rows they are called otherwise", seven, `
			数量指标 | 加强服务 | 开放天数 | ≥287天 | 287天 | 10 | 10
			质量指标 | 加强服务 | 合格率 | ≥90% | 95% | 10 | 10
			效益指标 | 社会效益指标 | 印发册数 | ≥100册 | 100册 | 10 | 10
			培训人次 | ≥600人 | 600人 | 10 | 10`, "two levels, known"},
		{"one first level says nothing", seven, `
			产出 | 数量 | 开放天数 | ≥287天 | 287天 | 10 | 10
			     | 质量 | 培训人次 | ≥600人 | 600人 | 10 | 10`, ""},
		{"a first level without a second one", seven, `
			产出 | 数量 | 开放天数 | ≥287天 | 287天 | 10 | 10
			产出 | 质量 | 开放天数 | ≥287天 | 287天 | 10 | 10
			效益 |      | 培训人次 | ≥600人 | 600人 | 10 | 10`, "known"},
		{"points behind first levels", seven, `
			产出(50分) | 数量 | 开放天数 | ≥287天 | 287天 | 10 | 10
			效益(30分) |      | 培训人次 | ≥600人 | 600人 | 10 | 10`, "pointed"},
		{"behind some", seven, `
			产出(50分) | 数量 | 开放天数 | ≥287天 | 287天 | 10 | 10
			效益       |      | 培训人次 | ≥600人 | 600人 | 10 | 10`, ""},
		{"behind one", seven, `
			产出(50分) | 数量 | 开放天数 | ≥287天 | 287天 | 10 | 10`, ""},
		{"three known levels", seven, `
			产出指标 | 数量指标 | 开放天数 | ≥287天 | 287天 | 10 | 10
			效益指标 |      | 培训人次 | ≥600人 | 600人 | 10 | 10`, ""},
		{"four, and twice as many strange ones", seven, `
			产出指标 | 数量指标 | 开放天数 | ≥287天 | 287天 | 10 | 10
			效益指标 | 质量指标 | 培训人次 | ≥600人 | 600人 | 10 | 10
			甲 | 乙 | 印发册数 | ≥100册 | 100册 | 10 | 10
			甲 | 乙 | 印发册数 | ≥100册 | 100册 | 10 | 10
			甲 | 乙 | 印发册数 | ≥100册 | 100册 | 10 | 10
			甲 | 乙 | 印发册数 | ≥100册 | 100册 | 10 | 10`, "two levels, known, name=20, target=20, actual=20, weight=20, score=20"},
		{"and more", seven, `
			产出指标 | 数量指标 | 开放天数 | ≥287天 | 287天 | 10 | 10
			效益指标 | 质量指标 | 培训人次 | ≥600人 | 600人 | 10 | 10
			甲 | 乙 | 印发册数 | ≥100册 | 100册 | 10 | 10
			甲 | 乙 | 印发册数 | ≥100册 | 100册 | 10 | 10
			甲 | 乙 | 印发册数 | ≥100册 | 100册 | 10 | 10
			甲 | 乙 | 印发册数 | ≥100册 | 100册 | 10 | 10
			甲 |  | 印发册数 | ≥100册 | 100册 | 10 | 10`, "two levels, name=20, target=20, actual=20, weight=20, score=20"},
	} {
		h := of(tt.ids, tt.list)
		if got := said(&h); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.about, got, tt.want)
		}
	}
}

// TestFit shows what a cell costs under each heading, further than its looks do.
func TestFit(t *testing.T) {
	known := `
		产出指标 | 数量指标 | 开放天数 | ≥287天 | 287天 | 10 | 甲
		效益指标 | 质量指标 | 培训人次 | ≥600人 | 600人 | 10 | 甲
		产出指标 | 时效指标 | 培训人次 | ≥600人 | 600人 | 10 | 甲
		产出指标 | 时效指标 | 培训人次 | ≥600人 | 600人 | 10 | 甲`
	off := `
		培训人次 | ≥600人 | 600人 | 10 | 甲
		印发册数 | ≥100册 | 100册 | 10 | 甲`
	const ids = "level1 level2 name target actual weight other"
	for _, tt := range []struct{ about, ids, list, cell, want string }{
		{"words under levels of known names, where rows have moved", ids, known + off, "加强领导", "12 12 0 0 0 0 0"},
		{"where one has", ids, known + strings.SplitAfterN(off, "\n", 3)[1], "加强领导", "12 12 0 0 0 0 0"},
		{"where none has", ids, known, "加强领导", "0 0 0 0 0 0 0"},
		{"under unknown names", ids, strings.NewReplacer("指标", "").Replace(known) + off, "加强领导", "12 12 0 0 0 0 0"},
		{"a first level", ids, known + off, "产出指标", "0 0 0 0 0 0 20"},
		{"a second one", ids, known + off, "数量指标", "0 0 0 0 0 0 20"},
		{"a level of either kind", ids, known + off, "成本指标", "0 0 0 0 0 0 20"},
		{"a figure among words", ids, known, "12", "0 0 0 0 0 0 20"},
		{"nothing", ids, known, "-", "0 0 0 0 0 0 0"},
		{"words among figures", ids, strings.ReplaceAll(known, "甲", "5"), "甲", "0 0 0 0 0 0 20"},
		{"a figure among figures", ids, strings.ReplaceAll(known, "甲", "5"), "12", "0 0 0 0 0 0 0"},
		{"either level in the only column of them", "level1 name target", "", "数量指标", "-40 0 0"},
		{"a first one there", "level1 name target", "", "产出指标", "0 0 0"},
		{"and a second column's", "name level2 target", "", "产出指标", "0 -40 0"},
		{"words there", "level1 name target", "", "甲", "0 0 0"},
		{"no column of levels", "name target", "", "产出指标", "0 0"},
	} {
		h := of(tt.ids, tt.list)
		k := row(tt.cell)[0].Kind(lexicon.Default())
		var got []string
		for s := range h.Slots {
			got = append(got, fmt.Sprint(h.Fit(k, s)-h.costs.Of(k.Look, s)))
		}
		if g := strings.Join(got, " "); g != tt.want {
			t.Errorf("%s: got %q, want %q", tt.about, g, tt.want)
		}
	}
}

// TestRow shows what words under a unit cost, and its absence, where the target is told in words.
func TestRow(t *testing.T) {
	const ids = "unit name op target actual"
	habits := of(ids, `
		天 | 开放天数 | ≥ | 287 | 287
		人 | 培训人次 | ≥ | 600 | 600
		册 | 印发册数 | ≥ | 100 | 100
		间 | 修缮间数 | ≥ | 30  | 30`)
	printed := columns(ids)
	for k := range printed {
		printed[k].Missing = 7
	}
	for _, tt := range []struct{ about, cells, want string }{
		{"a row of figures", "天 | 开放天数 | ≥ | 287 | 287", "20 20 20 20 20 first 2 0 5 8 6"},
		{"of words", "有效 | 开放情况 | 定性 | 有效 | 有效", "0 20 20 20 20 first 35 0 5 8 6"},
		{"nothing is no unit", "- | 开放情况 | 定性 | 有效 | 有效", "0 20 20 20 20 first 0 10 0 2 0"},
		{"a line of two cells has no habit", "天 | 开放天数", "7 7 7 7 7 first 2 0 5 8 6"},
		{"three have", "天 | 开放天数 | ≥", "20 20 20 20 20 first 2 0 5 8 6"},
	} {
		items := row(tt.cells)
		r := habits.Row(items, printed, lexicon.Default())
		var got []string
		for s := range r.Slots {
			got = append(got, fmt.Sprint(r.Slots[s].Missing))
		}
		got = append(got, "first")
		for s := range r.Slots {
			got = append(got, fmt.Sprint(r.Fit(0, s)))
		}
		if g := strings.Join(got, " "); g != tt.want || fmt.Sprint(r.Cols) != fmt.Sprint([]int{0, 1, 2, 3, 4}[:len(items)]) {
			t.Errorf("%s: got %q, want %q, of the columns %v", tt.about, g, tt.want, r.Cols)
		}
		if printed[0].Missing != 7 || habits.Slots[0].Missing != leftOut {
			t.Errorf("%s: the list's own columns were changed", tt.about)
		}
	}
}

// TestLevels shows what known levels cost in a row, further than by themselves.
func TestLevels(t *testing.T) {
	const ids = "level1 level2 name target actual"
	printedAgain := `
		过程 | 预算执行 | 拨付及时率 | ≥90% | 95%
		过程 | 预算执行 | 拨付准确率 | ≥90% | 95%
		产出 | 职责履行 | 完工率 | ≥90% | 95%`
	for _, tt := range []struct{ about, list, cells, want string }{
		{"a level that several rows print", printedAgain, "过程 | | 预算执行 | 任务完成率 | ≥90%", "level1+0 name+34"},
		{"that one does", printedAgain, "产出 | | 职责履行 | 任务完成率 | ≥90%", "level1+0 name+0"},
		{"a second level without 指标, which another row prints with it", "满意度指标 | 服务对象满意度指标 | 群众满意度 | ≥90% | 95%", " | 服务对象满意度 | 家长满意度 | ≥90% | 95%", "level2+38 name+0"},
		{"the same as a name", "满意度指标 | 服务对象满意度指标 | 群众满意度 | ≥90% | 95%", " | 服务对象满意度指标 | 服务对象满意度 | ≥90% | 95%", "level2+0 name-6"},
		{"which none prints with it", "满意度指标 | 服务对象满意度 | 群众满意度 | ≥90% | 95%", " | 服务对象满意度 | 家长满意度 | ≥90% | 95%", "level2+0 name+0"},
		{"of either level, without another", printedAgain, "预算管理 | | 任务完成率 | ≥90% | 95%", "level1+18 name+0"},
		{"with one", printedAgain, "预算管理 | 预算执行 | 任务完成率 | ≥90% | 95%", "level1+0 level2+0"},
		{"in a list whose first levels stand alone", "过程 | | 任务完成率 | ≥90% | 95%\n产出 | | 任务完成率 | ≥90% | 95%", "预算管理 | | 任务完成率 | ≥90% | 95%", "level1+0 name+0"},
	} {
		h := of(ids, tt.list)
		items := row(tt.cells)
		r := h.Row(items, h.Slots, lexicon.Default())
		var got []string
		for c := range 2 {
			s := items[c].Col
			got = append(got, fmt.Sprintf("%s%+d", h.Slots[s].ID, r.Fit(c, s)-h.Fit(items[c].Kind(lexicon.Default()), s)))
		}
		if g := strings.Join(got, " "); g != tt.want {
			t.Errorf("%s: got %q, want %q", tt.about, g, tt.want)
		}
	}
}

// TestShares shows what weights cost where a list prints them in percent.
func TestShares(t *testing.T) {
	const ids = "name target weight score"
	for _, tt := range []struct{ about, list, cells, want string }{
		{"percents among percents", "开放天数 | ≥287天 | 10% | 10", "开放天数 | ≥287天 | 10% | 10", "0"},
		{"points among percents", "开放天数 | ≥287天 | 10% | 10", "开放天数 | ≥287天 | 10 | 10", "8"},
		{"nothing among them", "开放天数 | ≥287天 | 10% | 10", "开放天数 | ≥287天 | - | 10", "3"},
		{"percents among points", "开放天数 | ≥287天 | 10 | 10", "开放天数 | ≥287天 | 10% | 10", "20"},
		{"points among points", "开放天数 | ≥287天 | 10 | 10", "开放天数 | ≥287天 | 10 | 10", "0"},
		{"as many of either", "开放天数 | ≥287天 | 10 | 10\n开放天数 | ≥287天 | 10% | 10", "开放天数 | ≥287天 | 10% | 10", "8"},
	} {
		h := of(ids, tt.list)
		r := h.Row(row(tt.cells), h.Slots, lexicon.Default())
		if got := fmt.Sprint(r.Fit(2, 2)); got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.about, got, tt.want)
		}
	}
}

// TestNameOverLevels shows names that begin under levels.
func TestNameOverLevels(t *testing.T) {
	for _, tt := range []struct {
		about, ids, cells string
		span              int
		ragged, want      bool
	}{
		{"a name under first levels", seven, "预算执行率 | | | 98% | 98% | 10 | 9.8", 1, false, true},
		{"under second ones", seven, "| 预算执行率 | | 98% | 98% | 10 | 9.8", 1, false, true},
		{"in a list that has lost cells", seven, "预算执行率 | | | 98% | 98% | 10 | 9.8", 1, true, false},
		{"merged there", seven, "预算执行率 | | | 98% | 98% | 10 | 9.8", 2, true, true},
		{"three cells", seven, "预算执行率 | | | 98% | 98%", 1, false, true},
		{"two cells", seven, "预算执行率 | | | 98%", 1, false, false},
		{"under names", seven, "| | 预算执行率 | 98% | 98% | 10 | 9.8", 1, false, false},
		{"under something else", "other level1 name target actual", "预算执行率 | | | 98% | 98%", 1, false, false},
		{"a first level", seven, "产出指标 | | | 98% | 98% | 10 | 9.8", 1, false, false},
		{"a second level", seven, "数量指标 | | | 98% | 98% | 10 | 9.8", 1, false, false},
		{"a figure", seven, "12 | | | 98% | 98% | 10 | 9.8", 1, false, false},
		{"figures under levels", seven, "预算执行率 | 98% | | 98% | 10 | 9.8", 1, false, false},
		{"a cell under names", seven, "预算执行率 | | 98% | 98% | 10 | 9.8", 1, false, false},
		{"words under points", seven, "预算执行率 | | | 98% | 98% | 完成 | 9.8", 1, false, false},
		{"the last does not fit", seven, "预算执行率 | | | 98% | 98% | 10 | 完成较好", 1, false, false},
		{"a list without names", "level1 level2 target actual", "预算执行率 | | 98% | 98%", 1, false, false},
	} {
		slots := columns(tt.ids)
		h := Habit{Slots: slots, Ragged: tt.ragged, costs: table.ListCosts(slots), level: -1, figures: make([]bool, len(slots)), words: make([]bool, len(slots))}
		items := row(tt.cells)
		items[0].Span = tt.span
		var kinds []table.Kind
		for _, it := range items {
			kinds = append(kinds, it.Kind(lexicon.Default()))
		}
		if got := h.NameOverLevels(items, kinds, slots, func(c, s int) int { return h.Fit(kinds[c], s) }); got != tt.want {
			t.Errorf("%s: got %v", tt.about, got)
		}
	}
}
