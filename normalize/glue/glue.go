// Package glue cuts a text into cells whose cells run together without anything
// between them, as web pages give it that dropped their tables.
//
//	doc, ok := glue.Cut(doc, lex, extract.ZH) // a document with a cell to a row
//
// Headings, labels and levels are cut by vocabulary. What stands between them is
// cut where the kinds of its columns and the sums of the form leave one way to do
// so, spot by spot (list.go, funds.go). What has several stays together, with the
// confidence "0", and is held back by the stage that puts cells into their rows.
package glue

import (
	"slices"
	"strings"
	"unicode/utf8"

	"ziping/extract"
	"ziping/normalize/lexicon"
	"ziping/normalize/signs"
	"ziping/normalize/table"
)

// uncut is the confidence of cells that run together and could not be told apart.
const uncut = "0"

// Left are the places of a document made by [Cut] that hold several cells.
func Left(doc *extract.Document) map[extract.Ref]bool {
	out := map[extract.Ref]bool{}
	if !Made(doc) {
		return out
	}
	for t := range doc.Tables {
		for k := range doc.Tables[t].Cells {
			if c := &doc.Tables[t].Cells[k]; c.Confidence == uncut {
				out[extract.CellRef(t, c).Key()] = true
			}
		}
	}
	return out
}

// Made reports a document made by [Cut].
func Made(doc *extract.Document) bool {
	return slices.ContainsFunc(doc.Warnings, func(w extract.Warning) bool { return w.Code == extract.WarnGlued })
}

var glued = extract.Text{
	ZH: "各栏的文字连在一起，没有分隔；按表头、数值类型和合计关系切分，每格都是推定，切不开的已搁置",
	EN: "the cells run together without anything between them; they were cut by headings, kinds of values and sums, each is inferred, and what could not be cut is held back",
}

// signsNeeded is how many words of a form stand in one cell where cells run together.
const signsNeeded = 3

// Cut gives a document with a cell to a row; false where the cells of the document
// do not run together, or hold no list of indicators.
func Cut(doc *extract.Document, lex *lexicon.Lexicon, lang extract.Lang) (*extract.Document, bool) {
	lines := table.Lines(doc, lex)
	if len(lines) == 0 || markedInside(lines) {
		return nil, false
	}
	c := &cutter{text: textOf(lines), lex: lex}
	if len(c.runes) > mostRunes || !runTogether(lines, lex) && !headingsTogether(c) || !c.cut() || !c.figured() && !labelled(c) {
		return nil, false
	}
	out := *doc
	out.Warnings = append(slices.Clone(doc.Warnings), extract.Warning{Code: extract.WarnGlued, Message: glued.In(lang)})
	out.Lines, out.Tables = nil, []extract.Table{{Rows: len(c.pieces), Cols: 1}}
	t := &out.Tables[0]
	for row, p := range c.pieces {
		if p.from == p.to {
			continue
		}
		at := lines[c.line[p.from]].Items[0].At
		cell := extract.Cell{Row: row, RowSpan: 1, ColSpan: 1, Text: c.printed(p.from, p.to), Page: at.Page, Box: at.Box}
		if p.uncut {
			cell.Confidence = uncut
		}
		t.Cells = append(t.Cells, cell)
	}
	return &out, true
}

// figured reports that at least one figure of the blocks was cut.
func (c *cutter) figured() bool {
	return slices.ContainsFunc(c.pieces, func(p piece) bool {
		return !p.uncut && p.to > p.from && p.from >= c.blocks && strings.ContainsAny(c.folded(p.from, p.to), "0123456789") && c.runes[p.to-1] != ')'
	})
}

// labelled reports that labels above the blocks were cut from their values.
func labelled(c *cutter) bool {
	const fewest = 2
	n := 0
	for k, p := range c.pieces {
		if k > 0 && p.to <= c.blocks && !p.uncut && !c.pieces[k-1].uncut && c.lex.Head[lexicon.Bare(c.folded(c.pieces[k-1].from, c.pieces[k-1].to))] != "" {
			n++
		}
	}
	return n >= fewest
}

// mostRunes bounds the text that is cut; a form has a tenth of it.
const mostRunes = 20_000

func runTogether(lines []*table.Line, lex *lexicon.Lexicon) bool {
	for _, l := range lines {
		for k := range l.Items {
			if len(l.Items[k].Text) <= longestLine && signs.Count(l.Items[k].Text, lex) >= signsNeeded {
				return true
			}
		}
	}
	return false
}

// headingsTogether reports the headings of a list in one cell, with nothing between them. Most
// texts that get here are none of a form: only where a heading may begin is one looked for.
func headingsTogether(c *cutter) bool {
	begins := map[rune]bool{}
	for heading := range c.lex.IndicatorColumn {
		r, _ := utf8.DecodeRuneInString(heading)
		begins[r] = true
	}
	for at, r := range c.runes {
		if !begins[r] {
			continue
		}
		if b, ok := c.run(at, c.lex.IndicatorColumn, someListHeads); ok {
			return !slices.ContainsFunc(b.heads[1:], func(h head) bool { return c.border[h.from] })
		}
	}
	return false
}

// longestLine bounds the bytes of a line that is looked at.
const longestLine = 4 * mostRunes

// block is a row of headings, and where it begins and ends with its label.
type block struct {
	from, to int
	heads    []head
}

type head struct {
	from, to int
	id       string
}

// cut cuts the text from above to below; false where it has no list.
func (c *cutter) cut() bool {
	list, ok := c.find(0, c.lex.IndicatorColumn, "indicators", listHeads)
	if !ok { // one whose rows will stay as they are
		list, ok = c.find(0, c.lex.IndicatorColumn, "indicators", someListHeads)
	}
	if !ok {
		return false
	}
	end := list.from
	goals, hasGoals := c.find(0, c.lex.GoalColumn, "goals", goalHeads)
	if hasGoals = hasGoals && goals.to <= list.from; hasGoals {
		end = goals.from
	}
	funds, hasFunds := c.find(0, c.lex.FundColumn, "funds", fundHeads)
	hasFunds = hasFunds && funds.to <= end
	var m marks
	if hasFunds {
		c.head(0, funds.from)
		c.headings(funds)
		m = fundCutter{c}.funds(&funds, end)
	} else if odd, ok := c.find(0, c.lex.FundColumn, "funds", severalHeads); ok && odd.to <= end { // two rows of headings
		c.head(0, odd.from)
		c.keep(odd.from, end)
	} else {
		c.head(0, end)
	}
	if hasGoals {
		c.headings(goals)
		c.goals(goals.to, list.from)
	}
	c.headings(list)
	c.list(&list, m)
	return true
}

// headings adds the label of a block and its headings.
func (c *cutter) headings(b block) {
	if c.blocks == 0 {
		c.blocks = b.to
	}
	c.add(b.from, b.heads[0].from)
	for _, h := range b.heads {
		c.add(h.from, h.to)
	}
}

func listHeads(ids map[string]int) bool {
	return len(ids) >= 4 && ids["name"] == 1 && (ids["target"] == 1 || ids["score"] == 1)
}

// someListHeads are headings of a list with columns that are not known.
func someListHeads(ids map[string]int) bool {
	return len(ids) >= 4 && ids["score"]+ids["weight"] > 0 && ids["target"]+ids["actual"] > 0
}

func goalHeads(ids map[string]int) bool { return ids["expected"] == 1 && ids["actual"] == 1 }
func fundHeads(ids map[string]int) bool { return ids["executed"] == 1 && len(ids) >= 2 }

func severalHeads(ids map[string]int) bool { return len(ids) >= 2 }

// find is the first run of headings that is the heading of a block, with the label
// that stands directly before it.
func (c *cutter) find(from int, list map[string]string, kind string, is func(map[string]int) bool) (block, bool) {
	for at := from; at < len(c.runes); at++ {
		start := at
		if to := c.match(at, func(b string) bool { return c.labels(b, kind) }); to > 0 {
			if b, ok := c.run(to, list, is); ok {
				b.from = at
				return b, true
			}
		}
		if b, ok := c.run(start, list, is); ok {
			return b, true
		}
	}
	return block{}, false
}

func (c *cutter) labels(bare, kind string) bool {
	for _, k := range c.lex.Block[bare] {
		if k == kind {
			return true
		}
	}
	return false
}

// run collects the headings that follow each other from a place on.
func (c *cutter) run(at int, list map[string]string, is func(map[string]int) bool) (block, bool) {
	b := block{from: at, to: at}
	ids := map[string]int{}
	for b.to < len(c.runes) {
		to := c.match(b.to, func(bare string) bool { return list[bare] != "" })
		if to < 0 {
			break
		}
		id := list[lexicon.Bare(c.folded(b.to, to))]
		if mid := c.middle(b.to, to, list); mid > 0 && ids[list[lexicon.Bare(c.folded(b.to, mid))]] == 0 {
			to, id = mid, list[lexicon.Bare(c.folded(b.to, mid))]
		}
		b.heads = append(b.heads, head{b.to, to, id})
		ids[id]++
		b.to = to
	}
	return b, is(ids)
}

// middle parts a heading that is two columns as well: 执行率得分 is the score of the
// rate where a column of rates stands elsewhere, else it is a rate and its score.
func (c *cutter) middle(from, to int, list map[string]string) int {
	whole := list[lexicon.Bare(c.folded(from, to))]
	for mid := from + 2; mid < to-1; mid++ {
		first, rest := list[lexicon.Bare(c.folded(from, mid))], list[lexicon.Bare(c.folded(mid, to))]
		if first == "execution_rate" && rest == whole && whole == "score" {
			return mid
		}
	}
	return -1
}
