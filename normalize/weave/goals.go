package weave

import (
	"strings"

	"ziping/normalize/table"
	"ziping/text/numerals"
)

// goals reads the texts under 预期目标 | 实际完成情况: a text for each column, or
// paragraphs whose numbers tell where a column begins. Others are held back.
func (w *weaver) goals(h *heading) int {
	i := h.end
	var texts []int
	for ; i < len(w.toks); i++ {
		if w.toks[i].blank {
			continue
		}
		if w.startsSomething(i) || w.list.hasList && w.lex.Foot[w.toks[i].Bare] != "" {
			break
		}
		texts = append(texts, i)
	}
	rows := w.goalRows(texts, h.lower)
	if rows == nil {
		for _, x := range texts {
			w.hold(x, "年度目标的文字分不清属于哪一栏", "which column this text of the yearly goals belongs to cannot be told")
		}
	}
	for _, row := range rows {
		w.filled = true
		var cells []placedToken
		for k, paragraphs := range row {
			cells = append(cells, placedToken{w.together(paragraphs), h.lower[k].col})
		}
		w.row(cells, nil)
	}
	return i
}

// goalRows puts texts into rows, of each a list of texts for each column; nil where
// that is not certain.
func (w *cells) goalRows(texts []int, cols []headed) [][][]int {
	n := len(cols)
	if len(texts) == n || len(texts) == n-1 && cols[n-1].id == "reason" {
		var row [][]int
		for _, x := range texts {
			row = append(row, []int{x})
		}
		return [][][]int{row}
	}
	const two = 2 // columns: more lists than these were never seen
	if n != two {
		return nil
	}
	list := make([]paragraph, len(texts))
	for k, x := range texts {
		list[k].n, list[k].style = numerals.Ordinal(w.toks[x].Folded)
	}
	if inPairs(list) {
		var rows [][][]int
		for k := 0; k < len(texts); k += two {
			rows = append(rows, [][]int{{texts[k]}, {texts[k+1]}})
		}
		return rows
	}
	if at := beginsAgain(list); at > 0 {
		return [][][]int{{texts[:at], texts[at:]}}
	}
	return nil
}

// together makes one cell of several paragraphs.
func (w *cells) together(paragraphs []int) int {
	if len(paragraphs) == 1 {
		return paragraphs[0]
	}
	first := &w.toks[paragraphs[0]]
	var texts []string
	for _, x := range paragraphs {
		texts = append(texts, w.toks[x].Text)
	}
	first.parts = len(paragraphs)
	first.Item = table.NewItem(w.lex, strings.Join(texts, "\n"), first.Col, 1, 1, first.At)
	return paragraphs[0]
}

// paragraph is the number that a text begins with; n is 0 for none.
type paragraph struct {
	n     int
	style string
}

// inPairs reports two columns side by side: 1. 1. 2. 2. 3. 3.
func inPairs(list []paragraph) bool {
	for k := range list {
		if list[k].n != k/2+1 || k > 1 && list[k].style != list[k-2].style {
			return false
		}
	}
	return len(list) > 2 && len(list)%2 == 0
}

// beginsAgain is where the second of two lists begins that stand one after the
// other, 0 where that cannot be told. Each of them counts from one on. Where the
// second might also be what the last paragraph of the first is made of (目标1,
// 目标2, 1., 2.), both must have as many paragraphs.
func beginsAgain(list []paragraph) int {
	at := 0
	for p := 1; p < len(list); p++ {
		if list[p].n != 1 || list[p-1].n == 0 || !counts(list[:p]) || !counts(list[p:]) {
			continue
		}
		if at > 0 {
			return 0
		}
		at = p
	}
	if at > 0 && counts(list) && fellows(list[:at]) != fellows(list[at:]) {
		return 0
	}
	return at
}

// counts reports paragraphs that are one list: each goes on with the numbers of its
// like, or begins a list within the one before it, or has no number.
func counts(list []paragraph) bool {
	if list[0].n != 1 {
		return false
	}
	var open []paragraph
	for _, p := range list {
		if p.n == 0 {
			continue
		}
		k := len(open) - 1
		for k >= 0 && open[k].style != p.style {
			k--
		}
		switch {
		case k >= 0 && p.n == open[k].n+1:
			open = append(open[:k], p)
		case k < 0 && p.n == 1:
			open = append(open, p)
		default:
			return false
		}
	}
	return true
}

// fellows are the paragraphs numbered like the first.
func fellows(list []paragraph) int {
	n := 0
	for _, p := range list {
		if p.style == list[0].style {
			n++
		}
	}
	return n
}
