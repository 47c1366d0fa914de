package weave

import (
	"ziping/normalize"
	"ziping/normalize/value"
	"ziping/normalize/weave/stream"
)

// footWeaver puts the rows below the list together.
type footWeaver struct {
	*rows
	list *listWeaver
}

// foot reads the rows below the list: 总分 | 100 | 96.88, 评价等级, remarks.
func (w *footWeaver) foot(i int) int {
	t := &w.Tokens[i]
	switch w.Lex.Foot[t.Bare] {
	case "total":
		return w.total(i)
	case "grade":
		k := w.SkipBlanks(i + 1)
		if k < len(w.Tokens) && w.Lex.Foot[w.Tokens[k].Bare] == "total" {
			return w.totalAfter(k, []placedToken{{i, 0}})
		}
		if k < len(w.Tokens) && value.GradeLetter(w.Tokens[k].Text) != "" {
			w.row([]placedToken{{i, 0}, {k, 1}}, nil)
			return k + 1
		}
		w.row([]placedToken{{i, 0}}, nil)
		return i + 1
	case "":
		if w.list.beside.totalLabel(i) {
			return w.total(i)
		}
		w.row([]placedToken{{i, 1}}, nil) // 优(S≥90) alone
		return i + 1
	}
	// A remark: one text, or nothing.
	k := i + 1
	if k < len(w.Tokens) && !w.Tokens[k].Blank && w.Lex.Foot[w.Tokens[k].Bare] == "" && !w.StartsSomething(k) {
		w.row([]placedToken{{i, 0}, {k, 1}}, nil)
		return k + 1
	}
	w.row([]placedToken{{i, 0}}, nil)
	return k
}

func (w *footWeaver) total(i int) int { return w.totalAfter(i, nil) }

// totalAfter reads the figures behind a total's label: weight and score. One
// figure alone is what the weights or the scores make together; where they do not
// tell, it is the score, unless it may as well be the full mark.
func (w *footWeaver) totalAfter(i int, before []placedToken) int {
	k := i + 1
	var figures []int
	for ; k < len(w.Tokens) && len(figures) < 2; k++ {
		t := &w.Tokens[k]
		if t.Blank {
			if len(figures) == 0 && w.SkipBlanks(k) < len(w.Tokens) && figureCell(&w.Tokens[w.SkipBlanks(k)]) {
				continue
			}
			break
		}
		if !figureCell(t) {
			break
		}
		figures = append(figures, k)
	}
	base := 2
	if len(before) == 0 {
		base = 1
	}
	cells := append(before, placedToken{i, base - 1})
	var weight, score *normalize.Field
	open := false // whether one figure alone is the full mark or the score
	switch {
	case len(figures) == 2:
		weight, score = w.Tokens[figures[0]].Figure(), w.Tokens[figures[1]].Figure()
	case len(figures) == 1:
		f := w.Tokens[figures[0]].Figure()
		weights, scores, unscored := w.list.reach(f)
		switch {
		case scores && !weights, !w.list.hasWeights, !f.IsFigure():
			score = f
		case weights && unscored:
			weight = f
		case f.Figure().Cmp(fullMarks) == 0: // nothing tells
			weight, open = f, true
		default:
			score = f
		}
	}
	w.list.settleRows(weight, score)
	switch {
	case len(figures) == 2:
		cells = append(cells, placedToken{figures[0], w.markColumn("weight")}, placedToken{figures[1], w.markColumn("score")})
	case len(figures) == 1 && score != nil:
		cells = append(cells, placedToken{figures[0], w.markColumn("score")})
	case len(figures) == 1 && !open:
		cells = append(cells, placedToken{figures[0], w.markColumn("weight")})
	case len(figures) == 1:
		w.hold(figures[0], "只有一个数，分不清是总分值还是总得分", "one figure alone: the full mark or the total score")
	}
	for k < len(w.Tokens) && !w.Tokens[k].Blank && value.GradeLetter(w.Tokens[k].Text) != "" && len(before) == 0 {
		cells = append(cells, placedToken{k, w.markColumn("score") + 1})
		k++
	}
	w.row(cells, nil)
	return k
}

// markColumn is the column of weights or scores in the list above, else one
// that is right of the labels.
func (w *footWeaver) markColumn(id string) int {
	if c := stream.ColOf(w.list.columns, id); c >= 0 {
		return w.list.columns[c].Col
	}
	if id == "score" {
		return 6
	}
	return 5
}

func figureCell(t *stream.Token) bool {
	return !t.Uncut && (t.Figure().IsFigure() || value.IsNothing(t.Text))
}
