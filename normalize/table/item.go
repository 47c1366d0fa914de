// Package table holds cells on their way to a field: the lines of a document,
// what each cell looks like, which block a line heads, and which columns the
// cells of a row stand in.
//
//	lines := table.Lines(doc, lex) // rows and loose lines in reading order
//	table.Tell(lines, lex)         // what each line heads, and whether it is a title
//	for _, l := range lines {
//		if l.Heads == table.FundHead { ... }
//	}
//
// An Item is read as a figure or looked at for its kind only when asked, and then
// once: most cells are never asked, and a document like one that was read before
// takes over what was found then (LinesLike).
//
//	k := item.Kind(lex)            // what it looks like
//	k.Fit("target")                // the cost of it standing there, in the list
//	k.FitMoney("executed")         // and in the money block
//
// These costs are data (costs.yaml).
//
// A row is put into its columns by Assign: as it stands where its cells fit there,
// else the cheapest of a few ways that it may have slipped, with what the caller
// knows of the row as a whole.
//
//	row := table.Sought{Cols: cols, Slots: slots, Fit: fit}
//	p, ok := row.Assign()          // p.Slots: the column of each cell
package table

import (
	"strings"

	"ziping/extract"
	"ziping/normalize"
)

// Item is one non-empty cell on its way to a field.
type Item struct {
	Text    string
	Folded  string // blank.Fold of text
	Bare    string // lexicon.Bare of text, mended
	Col     int    // printed column
	From    int    // printed column of a cell put back from a stream
	Span    int
	RowSpan int
	At      extract.Ref
	To      int // true column once placed
	Role    normalize.Role
	Path    normalize.Path // field it holds
	Claimed bool

	figure *normalize.Field // see Figure
	kind   *Kind            // see Kind
}

// Line is one row of a table, or a loose line (one item, loose set).
type Line struct {
	Items []Item
	Loose bool
	Table int // index of the table; -1 for loose lines
	Row   int
	Heads HeadKind  // the block that it heads, see Tell
	Title TitleSort // the sort of title that it is

	Number *Item // the number of the row, where the copy has one before its cells

	Counted bool   // of text: the column of a cell is the number of separators before it
	Woven   bool   // put back from a stream: cells stand in their columns
	Doubt   *Doubt // what such a row holds that found no certain column
}

// Kind is what a cell looks like, without regard to where it stands.
type Kind struct {
	Level1, Level2 bool // its words are those of a level
	Strong         bool // and it says 指标, which an indicator's name does not
	Nothing        bool // -, —, /
	Plain          bool // a figure without comparator or unit
	Mark           bool // a plain figure up to 100, or one in 分
	Quantity       bool // a figure with a unit, a percent, a date, a range
	Op             bool // starts with a comparator
	OpAlone        bool // is a comparator: ≥, 定性
	Garbled        bool // digits that are no figure
	Words          bool
	Numbered       bool // words behind 指标1:, which names of indicators have
	Runes          int
	Look           Look // the row of the table of costs, by all of these
}

// HeadKind is the block that a heading row heads.
type HeadKind uint8

// What a heading row may head.
const (
	NoHead   HeadKind = iota
	SideHead          // names of sources side by side
	FundHead
	IndicatorHead
	GoalHead
	RemarkHead // 资金管理情况 | 情况说明 | 存在问题和改进措施
	PeopleHead // 评价人员 | 姓名 | 职务 | 单位 | 签字
)

// TitleSort tells whether a line is the title of a form, and of which sort.
type TitleSort int

// The sorts of titles.
const (
	NoTitle TitleSort = iota
	SelfEvaluation
	ReportTitle // of a self-evaluation in words
	OtherForm   // a declaration, an indicator catalogue, a monitoring table
)

// Doubt is what a row holds that found no certain column: the cells, and
// the columns they may belong to.
type Doubt struct {
	Cells []Item
	IDs   []string
}

// Joined is the text of cells that are one, blanks between them.
func Joined(items []Item) string {
	texts := make([]string, len(items))
	for i := range items {
		texts[i] = items[i].Text
	}
	return strings.Join(texts, " ")
}
