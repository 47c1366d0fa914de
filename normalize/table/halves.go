package table

import (
	"slices"
	"strings"
	"unicode/utf8"

	"ziping/normalize"
	"ziping/normalize/lexicon"
)

// A heading is matched when its pieces are joined, never piece by piece: a row of
// headings may stand on two lines and more, 年度 | 实际 over 指标值 | 完成值. Each piece
// below belongs to the heading in its column, or, where columns are lost, to one in
// its order; it is done where all pieces find one and every heading they make is known.

const (
	mostLevels   = 6  // lines that one row of headings stands on
	longestPiece = 16 // characters
	fewestNamed  = 3  // headings that show a row of them
)

// JoinHalves joins the headings of a document's lines that stand in pieces. The rows
// of a table keep their cells below, claimed; without columns (loose) the lines below
// are gone.
func JoinHalves(lines []*Line, lex *lexicon.Lexicon, loose bool) []*Line {
	for i := 0; i < len(lines); i++ {
		if !startsPieces(lines[i], lex) {
			continue
		}
		for n := min(mostLevels, len(lines)-i) - 1; n > 0; n-- {
			if p := (pieces{lex: lex, upper: lines[i], lower: lines[i+1 : i+1+n], loose: loose}); p.join() {
				if loose {
					lines = slices.Delete(slices.Clone(lines), i+1, i+1+n)
				}
				break
			}
		}
	}
	return lines
}

// startsPieces reports a line with headings in it.
func startsPieces(l *Line, lex *lexicon.Lexicon) bool {
	return len(l.Items) >= fewestNamed && namesTwo(l, lex) && !l.HasFigure()
}

// pieces are the lines of one row of headings.
type pieces struct {
	lex   *lexicon.Lexicon
	upper *Line
	lower []*Line
	loose bool

	list   *lexicon.Columns // of the block
	found  int              // ways to do so
	texts  []string
	result []string
}

// join puts the pieces together; false where they are not of one row, or where there
// are several ways.
func (p *pieces) join() bool {
	for _, l := range p.lower {
		if l.Table != p.upper.Table || l.Loose != p.upper.Loose || len(l.Items) > len(p.upper.Items) || slices.ContainsFunc(l.Items, notPiece) {
			return false
		}
	}
	for _, p.list = range p.lex.ColumnLists() {
		p.found, p.texts = 0, make([]string, len(p.upper.Items))
		for k := range p.texts {
			p.texts[k] = p.upper.Items[k].Text
		}
		if p.try(0, 0, 0); p.found == 1 {
			p.apply()
			return true
		}
	}
	return false
}

func notPiece(it Item) bool {
	return it.Claimed || utf8.RuneCountInString(it.Folded) > longestPiece || it.Figure().IsFigure()
}

// try gives piece k of line n a heading, from the one numbered from on, and goes on.
func (p *pieces) try(n, k, from int) {
	switch {
	case p.found > 1:
		return
	case n == len(p.lower):
		if p.known() {
			p.found++
			p.result = slices.Clone(p.texts)
		}
		return
	case k == len(p.lower[n].Items):
		p.try(n+1, 0, 0)
		return
	}
	piece := &p.lower[n].Items[k]
	for h := from; h < len(p.texts); h++ {
		if o := &p.upper.Items[h]; !p.loose && o.Col != piece.Col {
			continue
		}
		old := p.texts[h]
		p.texts[h] += "\n" + piece.Text
		if p.list.Begins(lexicon.Bare(p.texts[h])) {
			p.try(n, k+1, h+1)
		}
		p.texts[h] = old
	}
}

// known reports that every heading that was put together is one, and is not two
// columns one over the other, and that no column stands twice.
func (p *pieces) known() bool {
	named, seen := 0, map[string]bool{}
	for k, text := range p.texts {
		it := &p.upper.Items[k]
		bare := lexicon.Simplified(lexicon.Bare(text))
		id := p.list.ID[bare]
		if id != "" {
			named++
		}
		if id != "" && id != lexicon.Further && seen[id] {
			return false
		}
		seen[id] = true
		if text == it.Text {
			continue
		}
		if id == "" && len(p.lex.Block[bare]) == 0 {
			return false
		}
		first, below := p.list.ID[it.Bare], lexicon.Bare(strings.TrimPrefix(text, it.Text))
		if _, vague := p.lex.ListMeaning[first]; first != "" && !vague && p.list.ID[below] != "" && first != id {
			return false // 执行率 over 得分
		}
	}
	return named >= fewestNamed
}

// apply makes the headings whole.
func (p *pieces) apply() {
	for k, text := range p.result {
		if o := &p.upper.Items[k]; text != o.Text {
			p.upper.Items[k] = NewItem(p.lex, text, o.Col, o.Span, o.RowSpan, o.At)
		}
	}
	for _, l := range p.lower {
		for k := range l.Items {
			l.Items[k].Claimed, l.Items[k].Role = true, normalize.RoleHeading
		}
	}
}
