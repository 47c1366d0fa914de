package weave

import (
	"strings"

	"ziping/normalize"
	"ziping/normalize/lexicon"
	"ziping/normalize/marks"
	"ziping/normalize/table"
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
		if end := w.answers(k); end > k {
			var all []int
			for x := k; x < end; x++ {
				all = append(all, x)
			}
			w.row([]placedToken{{i, 0}, {w.together(all, "  "), 1}}, nil)
			return end
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

// answers is the cell behind those from k on, on one line, of which one is ticked: 优√ | 良 | 中;
// k where there are none.
func (w *footWeaver) answers(k int) int {
	var texts []string
	end := k
	for ; end < len(w.Tokens) && !w.Tokens[end].Blank && w.Tokens[end].Line == w.Tokens[k].Line; end++ {
		texts = append(texts, w.Tokens[end].Text)
	}
	if name, _ := value.Ticked(strings.Join(texts, "  ")); name == "" {
		return k
	}
	return end
}

func (w *footWeaver) total(i int) int { return w.totalAfter(i, nil) }

// totalAfter reads the figures behind a total's label: weight and score. One
// figure alone is what the weights or the scores make together; where they do not
// tell, it is the score, unless it may as well be the full mark.
func (w *footWeaver) totalAfter(i int, before []placedToken) int {
	k := i + 1
	var figures []int
	if all, end := w.list.beside.figures(i + 1); len(all) > 2 {
		if columns := w.markColumns(); len(columns) > 2 {
			return w.totalOfAll(i, all, end, columns, before)
		}
	}
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
		case f.Figure().Cmp(marks.Full) == 0: // nothing tells
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

// markColumns are the columns of the list that hold marks, those of levels and of a review
// among them.
func (w *footWeaver) markColumns() (columns []stream.Headed) {
	for _, c := range w.list.columns {
		switch c.ID {
		case table.Level1Points, table.Level2Points, "weight", "score":
			columns = append(columns, c)
		case lexicon.Further:
			if w.Lex.Words.FiguresEnd.End(w.Tokens[c.Token].Bare) {
				columns = append(columns, c)
			}
		}
	}
	return columns
}

// totalOfAll takes a row of totals with a figure for each column of marks. If they are not as
// many, it is not known which is which.
func (w *footWeaver) totalOfAll(i int, figures []int, end int, columns []stream.Headed, before []placedToken) int {
	cells := append(before, placedToken{i, len(before)})
	var weight, score *normalize.Field
	for k, x := range figures {
		if len(columns) != len(figures) {
			w.hold(x, "总分一行的数比分值和得分各栏多，分不清各是哪一栏", "this row of totals has more figures than there are columns of marks")
			continue
		}
		switch columns[k].ID {
		case "weight":
			weight = w.Tokens[x].Figure()
		case "score":
			score = w.Tokens[x].Figure()
		}
		cells = append(cells, placedToken{x, columns[k].Col})
	}
	w.list.settleRows(weight, score)
	w.row(cells, nil)
	return end
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
