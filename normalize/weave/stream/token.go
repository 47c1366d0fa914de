// Package stream is text that lost its columns: a run of cells in reading order,
// and the headings of blocks found in it.
//
//	s := stream.New(doc, lines, lex)
//	if h, ok := s.HeadingAt(i); ok { … } // h.Lower: the block's columns, from left to right
//
// It knows what a cell may begin, and nothing of rows.
package stream

import (
	"strings"
	"unicode/utf8"

	"ziping/extract"
	"ziping/normalize/glue"
	"ziping/normalize/lexicon"
	"ziping/normalize/table"
)

// Token is one cell of the stream.
type Token struct {
	table.Item
	Blank bool // an empty cell that the text shows
	Line  int  // number of the source line, for telling cells of one line
	Parts int  // cells this one was put together from, 1 for most
	Uncut bool // several cells that run together
}

// New is the cells of lines as a stream, with headings that stand broken over
// several of them joined.
func New(doc *extract.Document, lines []*table.Line, lex *lexicon.Lexicon) *Cells {
	return &Cells{Lex: lex, Tokens: joinBroken(tokens(doc, lines), lex)}
}

// tokens lists the cells of lines in reading order. In a table of one column
// every row is a cell, and a missing one an empty cell.
func tokens(doc *extract.Document, lines []*table.Line) []Token {
	var out []Token
	uncut := glue.Left(doc)
	blanks := func(line, from, to int) { // empty rows of a table of one column
		if to-from < mostBlanks {
			for range to - from {
				out = append(out, Token{Blank: true, Line: line, Parts: 1})
			}
		}
	}
	for n, l := range lines {
		if n > 0 && l.Table >= 0 && lines[n-1].Table == l.Table && len(l.Items) == 1 && l.Items[0].Col == 0 {
			blanks(n, lines[n-1].Row+1, l.Row)
		}
		for i := range l.Items {
			at := l.Items[i].At
			out = append(out, Token{Item: l.Items[i], Line: n, Parts: 1, Uncut: uncut[at.Key()]})
		}
		if last := n == len(lines)-1 || lines[n+1].Table != l.Table; last && l.Table >= 0 && doc.Tables[l.Table].Cols == 1 {
			blanks(n, l.Row+1, doc.Tables[l.Table].Rows)
		}
	}
	return out
}

// mostBlanks bounds the empty rows that are cells: more of them are the end of a sheet.
const mostBlanks = 64

// mostParts bounds the cells that one heading was broken into.
const mostParts = 4

// joinBroken puts headings and levels together that stand broken over several
// lines: 年初 | 预算数, 经济效益 | 指标, 偏差原因 | 分析及 | 改进措施.
func joinBroken(in []Token, lex *lexicon.Lexicon) []Token {
	out := make([]Token, 0, len(in))
	short := shortLevels(in, lex)
	for i := 0; i < len(in); {
		n, text := broken(in[i:], lex)
		if n > 1 && short && lex.Level1[in[i].Bare] && lex.Level2[in[i+1].Bare] && lex.Level2[lexicon.Bare(text)] {
			n = 1 // 产出 | 数量 are two levels, although 产出数量 is one too
		}
		if n == 2 && len(out) > 0 && endsHeadings(&out[len(out)-1], &in[i], &in[i+1], lex) {
			n = 1 // 得分 | 合计, and not 得分合计
		}
		if n < 2 {
			out = append(out, in[i])
			i++
			continue
		}
		t := in[i]
		t.Item = table.NewItem(lex, text, in[i].Col, 1, 1, in[i].At)
		t.Parts = n
		out = append(out, t)
		i += n
	}
	return out
}

// endsHeadings reports the last of a row of headings, and the label of the first row
// below it.
func endsHeadings(before, last, label *Token, lex *lexicon.Lexicon) bool {
	column := func(b string) bool { return lex.FundColumn[b] != "" || lex.IndicatorColumn[b] != "" }
	return column(before.Bare) && column(last.Bare) && (lex.Source[label.Bare] != "" || lex.Foot[label.Bare] == "total")
}

// shortLevels reports first levels that are all printed without the word for
// indicators: 产出, 效益.
func shortLevels(in []Token, lex *lexicon.Lexicon) bool {
	n := 0
	for k := range in {
		switch b := in[k].Bare; {
		case !lex.Level1[b] || lex.Level2[b]:
		case strings.HasSuffix(b, lex.Words.Indicator) && len(lex.Block[b]) == 0:
			return false
		default:
			n++
		}
	}
	return n > 1
}

// broken is how many cells from the first one on make one heading, and its text.
func broken(in []Token, lex *lexicon.Lexicon) (int, string) {
	text := ""
	limit := min(mostParts, len(in))
	if in[0].Bare == "" || in[0].Uncut || in[0].Item.Kind(lex).Plain {
		return 1, "" // a bracket alone begins no heading, nor does a figure: 9 | 1.财政拨款
	}
	for n := range limit {
		if in[n].Blank || in[n].Uncut || in[n].loosely() || in[n].Item.Kind(lex).OpAlone {
			limit = n
			break
		}
	}
	for n := limit; n >= 2; n-- {
		text = ""
		for _, t := range in[:n] {
			text += t.Text
		}
		bare := lexicon.Bare(text)
		block := bare == in[0].Bare && len(lex.Block[strings.TrimRight(bare, "0123456789")]) > 0 // 年度绩效目标1
		if bare == "" || !lex.Knows(bare) && !block || bare == in[0].Bare && lexicon.PointsOnly(in[1].Text) && !lex.Level1[bare] && !lex.Level2[bare] && !block {
			continue
		}
		if twoColumns(lex, in[:n], bare) {
			continue // 执行率 | 得分 are two columns, although 执行率得分 is one too
		}
		if in[0].Bare == bare && !allRemarks(in[1:n]) {
			continue
		}
		if over := func(t *Token) bool { return lex.FundColumn[t.Bare] == "group" }; n < len(in) && over(&in[n-1]) && over(&in[n]) {
			continue // 项目 | 预算安排 | 支出情况: what stands over columns stands beside its like
		}
		return n, text
	}
	return 1, ""
}

// loosely reports a cell too long to be part of a heading.
func (t *Token) loosely() bool { return utf8.RuneCountInString(t.Text) > 24 }

func allRemarks(ts []Token) bool {
	for i := range ts {
		if !lexicon.Remark(ts[i].Text) {
			return false
		}
	}
	return true
}

// twoColumns reports cells that are columns each, so that together they are not
// one heading broken in two. A heading keeps the meaning of its first half:
// 年初 and 年初预算数.
func twoColumns(lex *lexicon.Lexicon, parts []Token, whole string) bool {
	for _, list := range []map[string]string{lex.FundColumn, lex.IndicatorColumn, lex.GoalColumn} {
		all := true
		for _, t := range parts {
			all = all && (list[t.Bare] != "" || t.Bare == "")
		}
		if all && list[parts[0].Bare] != list[whole] {
			return true
		}
	}
	return false
}
