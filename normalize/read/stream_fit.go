package read

// What a cell of a list can be, for the search in stream_grid.go. A cost of
// infinite says that it cannot stand there at all.

import (
	"strings"
	"unicode"

	"ziping/text/blank"
	"ziping/text/units"
)

// skip is the cost of leaving column c of a row empty.
func (g *grid) skip(c int) int {
	switch {
	case c == g.name:
		return infinite
	case c == g.level2 || c == g.level1:
		return 0
	case g.exact && (g.cols[c].id == "reason" || g.cols[c].id == "other" && sometimes(g.w.toks[g.cols[c].token].bare)):
		return lostLast
	case g.exact:
		return lostCell
	}
	switch g.cols[c].id {
	case "reason":
		return 0
	case "op", "unit": // none with a target in words
		return lostUnit
	case "other":
		if sometimes(g.w.toks[g.cols[c].token].bare) {
			return 0
		}
	}
	return lostCell
}

// sometimes reports a further column that most rows leave empty.
func sometimes(bare string) bool {
	for _, s := range []string{"复核", "审核", "说明", "备注", "原因"} {
		if strings.Contains(bare, s) {
			return bare != "指标说明" && bare != "指标值说明"
		}
	}
	return false
}

// fits is the cost of cell k in column c, or infinite.
func (g *grid) fits(k, c int) int {
	id := g.cols[c].id
	if g.blank(k) {
		switch {
		case c == g.name:
			return blankName
		case c < g.name:
			return infinite
		}
		return 0
	}
	x := &g.kinds[k]
	level := x.level1 || x.level2
	t := &g.w.toks[g.body[k]]
	if pointsOnly(t.text) { // (50分): a first level whose name is lost
		return yes(c == g.level1)
	}
	switch id {
	case "level1":
		if !x.level1 {
			return infinite
		}
		if x.level2 && !g.cost && strings.HasPrefix(t.bare, "成本") {
			return 2
		}
		return 0
	case "level2":
		switch {
		case !x.level2:
			return infinite
		case x.level1 && (strings.HasPrefix(t.bare, "满意度") || g.cost && strings.HasPrefix(t.bare, "成本")):
			return 24
		}
		return 0
	case "name":
		switch {
		case level && x.strong:
			return infinite
		case level:
			return 4
		case isTemplateRow(t.text):
			return 0
		case hanRunes(t.text) < 2 && x.runes < 4:
			return infinite
		case x.runes <= 3 && colOf(g.cols, "unit") >= 0:
			return slack + 1 // 平方米 is a unit rather
		case x.words && !x.opAlone, x.quantity && hanRunes(t.text) >= 4:
			return 0
		}
		return infinite
	}
	if level || isTemplateRow(t.text) {
		return infinite
	}
	if g.exact {
		return g.fitsExact(x, t, id)
	}
	switch id {
	case "op":
		return yes(x.opAlone || x.nothing)
	case "unit":
		return yes(x.nothing || x.words && !x.op && x.runes <= 6 || isUnitMark(t.text))
	case "target", "actual":
		if colOf(g.cols, "unit") >= 0 && units.Is(t.text) {
			return infinite
		}
		if x.op && id == "actual" && !x.opAlone {
			return slack + 1 // ≥95% is a target rather, although some copy it
		}
		return yes(!x.opAlone && !x.garbled)
	case "weight", "score":
		return yes(x.mark || x.nothing)
	case "reason":
		return yes(x.words && !x.op || x.nothing)
	}
	return g.fitsOther(k, c)
}

// fitsExact is the cost of a cell where every column shows its cell, full or
// empty: the count decides, the kind of the cell little.
func (g *grid) fitsExact(x *kind, t *token, id string) int {
	if id == "unit" && isUnitMark(t.text) {
		return 0
	}
	f := x.fit(id)
	switch {
	case f < costUnfit:
		return f / lostCell
	case id == "weight" || id == "reason":
		return lostCell + 2
	}
	return infinite
}

// fitsOther tells by the heading of a further column what it holds.
func (g *grid) fitsOther(k, c int) int {
	x, t := &g.kinds[k], &g.w.toks[g.body[k]]
	head := g.w.toks[g.cols[c].token].bare
	switch {
	case strings.HasPrefix(head, "是否"):
		s := t.folded
		return yes(s == "是" || s == "否" || x.nothing)
	case strings.HasSuffix(head, "系数"), strings.HasSuffix(head, "设定值"), strings.HasSuffix(head, "评分"), strings.HasSuffix(head, "复核分"), strings.Contains(head, "指标值"):
		return yes(x.plain || x.quantity || x.nothing)
	}
	return yes(x.words && !x.op || x.nothing)
}

func yes(ok bool) int {
	if ok {
		return 0
	}
	return infinite
}

func isUnitMark(s string) bool {
	switch blank.Fold(s) {
	case "%", "‰", "℃":
		return true
	}
	return false
}

func hanRunes(s string) int {
	n := 0
	for _, r := range s {
		if unicode.Is(unicode.Han, r) {
			n++
		}
	}
	return n
}

// unlike is the cost of words answering a target in figures, or the reverse:
// the words may as well be the reason why nothing was achieved, or a name.
func (g *grid) unlike(k, p, c int) int {
	if g.exact || g.cols[c].id != "actual" || g.cols[p].id != "target" && g.cols[p].id != "unit" {
		return 0
	}
	if x := &g.kinds[k]; !x.words && (x.plain || x.quantity) && g.cols[p].id == "target" && g.kinds[k-1].words && !g.kinds[k-1].op {
		return slack + 1
	}
	if !g.kinds[k].words || hanRunes(g.w.toks[g.body[k]].text) < 4 {
		return 0
	}
	if g.cols[p].id == "target" && !g.kinds[k-1].quantity && !g.kinds[k-1].plain && !g.kinds[k-1].op {
		return 0
	}
	for _, s := range []string{"达成", "部分达成", "未达成", "完成", "已完成", "达标", "合格", "基本", "良好", "较好", "显著", "明显", "全部"} {
		if strings.HasPrefix(g.w.toks[g.body[k]].text, s) {
			return 0
		}
	}
	return slack + 1
}
