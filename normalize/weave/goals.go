package weave

import (
	"slices"
	"unicode/utf8"

	"ziping/normalize/lexicon"
	"ziping/normalize/table"
	"ziping/normalize/weave/stream"
	"ziping/text/hanzi"
	"ziping/text/numerals"
)

// goals reads the texts under 预期目标 | 实际完成情况: a text for each column, or
// paragraphs whose numbers tell where a column begins. Others are held back.
func (w *weaver) goals(h *stream.Heading) int {
	i := h.End
	var texts []int
	for ; i < len(w.Tokens); i++ {
		if w.Tokens[i].Blank {
			continue
		}
		year := h.Lower[0].ID == lexicon.Further && table.YearAlone(w.Tokens[i].Text)
		if !year && !w.Tokens[i].Uncut && w.StartsSomething(i) || w.list.hasList && w.Lex.Foot[w.Tokens[i].Bare] != "" {
			break
		}
		texts = append(texts, i)
	}
	if last := len(texts) - 1; last >= len(h.Lower) && w.headsMoney(texts[last], i) {
		i, texts = texts[last], texts[:last]
	}
	rows := w.goalRows(texts, h.Lower)
	if slices.ContainsFunc(texts, func(x int) bool { return w.Tokens[x].Uncut }) {
		rows = nil
	}
	if rows == nil {
		for _, x := range texts {
			w.hold(x, "年度目标的文字分不清属于哪一栏", "which column this text of the yearly goals belongs to cannot be told")
		}
	}
	for _, row := range rows {
		w.filled = true
		var cells []placedToken
		for k, paragraphs := range row {
			cells = append(cells, placedToken{w.together(paragraphs, "\n"), h.Lower[k].Col})
		}
		w.row(cells, nil)
	}
	return i
}

// headsMoney reports a word in front of headings of money that begin at token next: it stands
// over the sources (项目 | 预算安排 | 支出情况).
func (w *weaver) headsMoney(i, next int) bool {
	const longest = 4 // characters
	t := &w.Tokens[i]
	if t.Uncut || next >= len(w.Tokens) || utf8.RuneCountInString(t.Folded) > longest || hanzi.Count(t.Folded) != utf8.RuneCountInString(t.Folded) {
		return false
	}
	h, ok := w.HeadingAt(next)
	return ok && h.Kind == table.FundBlock
}

// goalRows puts texts into rows, of each a list of texts for each column; nil where
// that is not certain.
func (w *weaver) goalRows(texts []int, cols []stream.Headed) [][][]int {
	n := len(cols)
	var list []string
	for _, x := range texts {
		list = append(list, w.Tokens[x].Folded)
	}
	reason := cols[n-1].ID == "reason"
	if starts := numerals.Starts(list); len(starts) > 0 && len(starts) < len(texts) && (len(starts) == n || len(starts) == n-1 && reason && numerals.Counts(list[starts[len(starts)-1]:])) {
		var row [][]int
		for k, to := range append(starts[1:], len(texts)) {
			row = append(row, texts[starts[k]:to])
		}
		return [][][]int{row}
	}
	if len(texts) == n || len(texts) == n-1 && reason {
		var row [][]int
		for _, x := range texts {
			row = append(row, []int{x})
		}
		return [][][]int{row}
	}
	if rows := w.yearRows(texts, cols); rows != nil {
		return rows
	}
	const two = 2 // columns: more lists than these were never seen
	if n != two {
		return nil
	}
	if numerals.SideBySide(list) {
		var rows [][][]int
		for k := 0; k < len(texts); k += two {
			rows = append(rows, [][]int{{texts[k]}, {texts[k+1]}})
		}
		return rows
	}
	if at := numerals.BeginsAgain(list); at > 0 {
		return [][][]int{{texts[:at], texts[at:]}}
	}
	return nil
}

// yearRows puts texts into rows that begin with their year: 2021 | 修路 | 已修, 2022 | 架桥 | 已架.
func (w *weaver) yearRows(texts []int, cols []stream.Headed) (rows [][][]int) {
	n := len(cols)
	if cols[0].ID != lexicon.Further || len(texts)%n != 0 {
		return nil
	}
	for k := 0; k < len(texts); k += n {
		if !table.YearAlone(w.Tokens[texts[k]].Text) {
			return nil
		}
		var row [][]int
		for _, x := range texts[k : k+n] {
			row = append(row, []int{x})
		}
		rows = append(rows, row)
	}
	return rows
}
