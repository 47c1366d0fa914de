package weave

import (
	"slices"

	"ziping/normalize/table"
	"ziping/normalize/value"
	"ziping/normalize/weave/stream"
	"ziping/text/units"
)

// Money printed in pairs of heading and figure: 年初预算 | 180 | 调整预算 | 175 | 实际支出 | 171.5,
// with or without a label in front, and rows below that name their source before each figure.

// pairs writes the rows of pairs from token i on, and returns the token behind them; i
// where there are not two pairs.
func (w *fundWeaver) pairs(i int) int {
	count, end := 0, i
	var found [][]placedToken
	for {
		from := end
		row, k := w.pairRow(from)
		if k == from {
			break
		}
		count += (len(row) - len(row)%2) / 2
		found, end = append(found, row), k
		again, k := w.sourcesAgain(end, len(row)/2)
		found, end = append(found, again...), k
	}
	if count < 2 {
		return i
	}
	w.filled = true
	for _, row := range found {
		w.row(row, nil)
	}
	return end
}

// pairRow is a label, if one stands there, and the pairs behind it.
func (w *fundWeaver) pairRow(i int) (row []placedToken, end int) {
	k := w.SkipBlanks(i)
	if k < len(w.Tokens) && !w.pairAt(k) && w.labelsPairs(k) {
		row = append(row, placedToken{k, 0})
		k = w.SkipBlanks(k + 1)
	}
	first := len(row)
	for n := 1; k < len(w.Tokens) && w.pairAt(k); n += 2 {
		figure := w.SkipBlanks(k + 1)
		row = append(row, placedToken{k, n}, placedToken{figure, n + 1})
		k = w.SkipBlanks(figure + 1)
		end = figure + 1
	}
	if len(row) == first || !stream.IsMoneyColumn(w.Lex.FundColumn[w.Tokens[row[first].token].Bare]) {
		return nil, i
	}
	return row, end
}

// pairAt reports a heading of the money block with its figure behind it.
func (w *fundWeaver) pairAt(k int) bool {
	t := &w.Tokens[k]
	figure := w.SkipBlanks(k + 1)
	if t.Uncut || !table.IsFundColumn(w.Lex.FundColumn[t.Bare]) || figure >= len(w.Tokens) {
		return false
	}
	f := &w.Tokens[figure]
	return !f.Uncut && (f.Figure().IsFigure() || value.IsNothing(f.Text))
}

// labelsPairs reports a label of the block, or of a source, with a pair behind it.
func (w *fundWeaver) labelsPairs(k int) bool {
	next := w.SkipBlanks(k + 1)
	if next >= len(w.Tokens) || !w.pairAt(next) {
		return false
	}
	b := w.Tokens[k].Bare
	_, money := units.MoneyIn(w.Tokens[k].Folded)
	return w.Lex.Source[b] != "" || slices.Contains(w.Blocks(b), "funds") || money && w.Lex.FundColumn[b] != "" || !w.Lex.Knows(b) && (money || w.Lex.Words.MoneyLabel.In(b)) && !value.IsFigure(w.Tokens[k].Text)
}

// sourcesAgain are the rows below so many pairs that name one source before each figure.
func (w *fundWeaver) sourcesAgain(i, pairs int) (found [][]placedToken, end int) {
	for end = i; ; {
		k := w.SkipBlanks(end)
		if k >= len(w.Tokens) || w.Lex.Source[w.Tokens[k].Bare] == "" {
			return found, end
		}
		source, labels := w.Lex.Source[w.Tokens[k].Bare], 0
		var row []placedToken
		for k < len(w.Tokens) && !w.Tokens[k].Uncut && w.Lex.Source[w.Tokens[k].Bare] == source {
			row = append(row, placedToken{k, 1 + 2*labels})
			if k = w.SkipBlanks(k + 1); k < len(w.Tokens) && !w.Tokens[k].Uncut && w.Tokens[k].Figure().IsFigure() {
				row = append(row, placedToken{k, 2 + 2*labels})
				k = w.SkipBlanks(k + 1)
			}
			labels++
		}
		if labels != pairs || labels < 2 {
			return found, end
		}
		found, end = append(found, row), k
	}
}
