package weave

import (
	"slices"

	"ziping/normalize/value"
	"ziping/normalize/weave/stream"
)

// Rows among those of the list that are none of it: they add up some of them, or name the
// goal that the next ones are for.

// besides are the rows found among those of the list, until the row behind them is written.
type besides struct {
	*rows
	columns []stream.Headed // of the list
	waiting [][]placedToken
	page    []int // words of a web page, for behind the list
}

// passPage hands on what stands around the form on a web page.
func (w *besides) passPage() {
	for _, i := range w.page {
		w.pass(i)
	}
	w.page = nil
}

// write writes those that stand before a cell.
func (w *besides) write(before int) {
	slices.SortStableFunc(w.waiting, func(a, b []placedToken) int { return a[0].token - b[0].token })
	for ; len(w.waiting) > 0 && w.waiting[0][0].token < before; w.waiting = w.waiting[1:] {
		w.row(w.waiting[0], nil)
	}
}

// subtotal takes the row of a subtotal, or of a total that the next group follows, out of
// the list: its label, and a figure for each column of marks. It returns the cell behind
// it, i where there is none.
func (w *besides) subtotal(i int) int {
	b := w.Tokens[i].Bare
	sum := w.Lex.Words.Subtotal.End(b)
	if !sum && !w.totalLabel(i) && w.Lex.Foot[b] != "total" {
		return i
	}
	figures, end := w.figures(i + 1)
	marks := w.marks()
	if len(figures) == 0 || len(figures) > len(marks) || !sum && !w.groupFollows(end) {
		return i
	}
	cells := []placedToken{{i, w.columns[0].Col}}
	if name := stream.ColOf(w.columns, "name"); name >= 0 {
		cells[0].col = w.columns[name].Col
	}
	marks = marks[len(marks)-len(figures):]
	for k, f := range figures {
		cells = append(cells, placedToken{f, marks[k].Col})
	}
	w.waiting = append(w.waiting, cells)
	return end
}

// figures are the cells from token i on that hold marks and nothing else.
func (w *besides) figures(i int) (figures []int, end int) {
	for end = i; end < len(w.Tokens); end++ {
		t := &w.Tokens[end]
		switch {
		case !t.Uncut && value.IsNothing(t.Text):
		case t.Uncut || !t.Figure().IsFigure() || t.Figure().Unit == "%":
			return figures, end
		default:
			figures = append(figures, end)
		}
	}
	return figures, end
}

// marks are the columns of weights and scores.
func (w *besides) marks() (out []stream.Headed) {
	for _, c := range w.columns {
		if c.ID == "weight" || c.ID == "score" {
			out = append(out, c)
		}
	}
	return out
}

// groupFollows reports a level of the list at token i, or behind the empty cells there.
func (w *besides) groupFollows(i int) bool {
	if i = w.SkipBlanks(i); i >= len(w.Tokens) {
		return false
	}
	b := w.Tokens[i].Bare
	return (w.Lex.Level1[b] || w.Lex.Level2[b]) && stream.ColOf(w.columns, "level1") >= 0
}

// totalLabel reports the label of a row that only adds up, and figures behind it.
func (w *besides) totalLabel(i int) bool {
	const longest = 30 // bytes
	b := w.Tokens[i].Bare
	if words := w.Lex.Words.Total; b == "" || len(b) > longest || !words.Begin(b) && !words.End(b) {
		return false
	}
	figures, _ := w.figures(i + 1)
	return len(figures) > 0 && len(figures) <= 2
}

// namesGoal reports the label of a yearly goal with its text, over a list of its own:
// 年度绩效目标2 | 提升质量安全 | 一级指标 ….
func (w *besides) namesGoal(i int) bool {
	k := w.SkipBlanks(i + 1)
	next := w.SkipBlanks(k + 1)
	return slices.Contains(w.Blocks(w.Tokens[i].Bare), "goals") && next < len(w.Tokens) && !w.Lex.Knows(w.Tokens[k].Bare) && !value.IsFigure(w.Tokens[k].Text) && w.HeadsNext(next) && !w.HeadsNext(i)
}
