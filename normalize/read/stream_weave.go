package read

import (
	"strings"

	"ziping/extract"
	"ziping/normalize/lexicon"
	"ziping/normalize/value"
	"ziping/text/blank"
)

// weaver puts a stream of cells back into rows.
type weaver struct {
	*rows
	funds fundWeaver
	list  listWeaver
	foot  footWeaver
}

func newWeaver(c *cells) *weaver {
	w := &weaver{rows: &rows{cells: c}}
	w.funds = fundWeaver{rows: w.rows}
	w.list = listWeaver{rows: w.rows, funds: &w.funds}
	w.foot = footWeaver{w.rows, &w.list}
	return w
}

// weave puts the cells of lines back into rows. refuse is set where that cannot
// be done with certainty; held are cells that found no certain place.
func weave(doc *extract.Document, lines []*line, lex *lexicon.Lexicon) *weaver {
	w := newWeaver(&cells{lex: lex, toks: joinBroken(tokens(doc, whole(lines, lex)), lex)})
	for i := 0; i < len(w.toks) && w.refuse == nil; {
		i = w.next(i)
	}
	if w.refuse == nil {
		w.list.settleRows(nil, nil)
	}
	return w
}

// whole puts lines that were cut at blanks and are one text together again:
// titles, and labelled lines around the table.
func whole(lines []*line, lex *lexicon.Lexicon) []*line {
	out := make([]*line, len(lines))
	for n, l := range lines {
		out[n] = l
		if len(l.items) < 2 {
			continue
		}
		text := joined(l.items)
		if s := blank.Fold(text); sortOfTitle(text) != noTitle || yearAlone(s) {
			c := *l
			c.items = []item{newItem(lex, text, 0, 1, 1, l.items[0].at)}
			out[n] = &c
		}
	}
	return out
}

func joined(items []item) string {
	text := items[0].text
	for _, it := range items[1:] {
		text += " " + it.text
	}
	return text
}

// next reads what starts at token i and returns the token after it.
func (w *weaver) next(i int) int {
	t := &w.toks[i]
	if t.blank {
		return i + 1
	}
	if h, ok := w.headingAt(i); ok {
		return w.block(h, -1)
	}
	if len(w.blocks(t.bare)) > 0 {
		if k := w.skipBlanks(i + 1); k < len(w.toks) && len(w.blocks(w.toks[k].bare)) > 0 {
			if h, ok := w.headingAt(k); ok && h.label == k {
				return w.block(h, i)
			}
		}
	}
	if !known(w.lex, t.bare) && (strings.Contains(t.bare, "预算") || strings.Contains(t.bare, "资金")) {
		if k := w.skipBlanks(i + 1); k < len(w.toks) { // a label of the money block that nobody knows
			if h, ok := w.fundHeads(k, -1); ok && !h.source {
				h.label = i
				return w.block(h, -1)
			}
		}
	}
	if w.afterList && w.lex.Foot[t.bare] != "" || value.GradeLetter(t.text) != "" && w.afterList {
		return w.foot.foot(i)
	}
	if w.lex.Head[t.bare] != "" {
		return w.label(i)
	}
	w.pass(i)
	return i + 1
}

// block reads a block whose headings are known. before is a label in front of
// the block's own, or -1.
func (w *weaver) block(h heading, before int) int {
	w.headingRows(&h, before)
	switch h.kind {
	case fundBlock:
		return w.funds.funds(&h)
	case goalBlock:
		return w.goals(&h)
	}
	return w.list.list(&h)
}

// headingRows writes the heading of a block as one row or two.
func (w *weaver) headingRows(h *heading, before int) {
	var top, low []placedToken
	if before >= 0 {
		top = append(top, placedToken{before, 0})
	}
	if h.label >= 0 {
		col := 0
		if before >= 0 && h.kind == goalBlock {
			col = 1
			for k := range h.lower {
				h.lower[k].col++
			}
		}
		top = append(top, placedToken{h.label, col})
	}
	above := map[int]bool{}
	for _, x := range h.upper {
		above[x.token] = true
		top = append(top, placedToken{x.token, x.col})
	}
	for _, x := range h.lower {
		if !above[x.token] {
			low = append(low, placedToken{x.token, x.col})
		}
	}
	if len(h.upper) == 0 || len(h.upper) == 1 && h.source {
		w.row(append(top, low...), nil)
		return
	}
	w.row(top, nil)
	w.row(low, nil)
}

// label reads 项目名称 and the value behind it. A label directly followed by
// another one is blank; several cells of one line are one value.
func (w *weaver) label(i int) int {
	k := i + 1
	from := k
	for k < len(w.toks) && !w.toks[k].blank && !w.startsSomething(k) {
		k++
	}
	if k == from && k < len(w.toks) && w.toks[k].blank {
		k++ // the blank is the value
		from = k
	}
	cells := []placedToken{{i, 0}}
	switch n := k - from; {
	case n == 1:
		cells = append(cells, placedToken{from, 1})
	case n > 1 && w.oneLine(from, k) && w.toks[i].row == w.toks[from].row:
		t := w.toks[from]
		for _, x := range w.toks[from+1 : k] {
			t.text += " " + x.text
			t.parts++
		}
		t.item = newItem(w.lex, t.text, t.col, 1, 1, t.at)
		w.toks[from] = t
		cells = append(cells, placedToken{from, 1})
	case n > 1:
		cells = append(cells, placedToken{from, 1})
		for x := from + 1; x < k; x++ {
			w.pass(x)
		}
	}
	w.row(cells, nil)
	return k
}

// goals reads the texts under 预期目标 | 实际完成情况: as many as there are
// columns, or they are held back.
func (w *weaver) goals(h *heading) int {
	i := h.end
	var texts []int
	blanks := 0
	for ; i < len(w.toks); i++ {
		if w.toks[i].blank {
			blanks++
			continue
		}
		if w.startsSomething(i) || w.list.hasList && w.lex.Foot[w.toks[i].bare] != "" {
			break
		}
		texts = append(texts, i)
	}
	if n := len(h.lower); len(texts) != n && (len(texts) != n-1 || h.lower[n-1].id != "reason") {
		for _, x := range texts {
			w.hold(x, "年度目标的文字分不清属于哪一栏", "which column this text of the yearly goals belongs to cannot be told")
		}
		return i
	}
	cells := make([]placedToken, len(texts))
	for k, x := range texts {
		cells[k] = placedToken{x, h.lower[k].col}
	}
	w.row(cells, nil)
	return i
}
