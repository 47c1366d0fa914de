// Package normalize holds what a Document means: which cell is which field of
// which form. These are the types that the later stages work on; package read
// fills them, as a pure function of the Document:
//
//	forms := read.Run(doc, read.Options{})
//	budget := forms[0].Report.Funds.Row("total").Budget
//	n, ok := budget.Number()
//
// Every non-empty cell is claimed by one field or listed in Report.Unplaced.
// What is printed and what it was read as stand side by side in a Field; that a
// figure is blank, absent or garbled is said by its State and is never a zero.
package normalize

import (
	"encoding/json"
	"unicode/utf8"

	"ziping/extract"
)

// Form is one self-evaluation form found in a Document: its typed records and
// its table as it stands on paper once shifted rows are back in place.
type Form struct {
	Report Report
	// Draw draws the form as it stands on paper: on demand, since it takes as long as
	// half of the reading, and many callers draw nothing.
	Draw func() Layout
	// Doubts are places that could be read in several ways and were held back.
	Doubts []Doubt

	// Memo is the reader's own: what it read of each cell, which it takes over
	// where a document like this one is read (read.Options.Like).
	Memo any
}

// Report holds the typed records of one form. It says what is printed;
// corrections never show in it.
type Report struct {
	Family       *string     `json:"family"`
	Title        *Field      `json:"title,omitempty"`
	Year         *Field      `json:"year,omitempty"`
	Organisation *Field      `json:"organisation,omitempty"`
	Code         *Field      `json:"code,omitempty"`
	Project      *Field      `json:"project,omitempty"`
	MoneyUnit    *Field      `json:"money_unit,omitempty"`
	Funds        *Funds      `json:"funds,omitempty"`
	Goals        []Goal      `json:"goals,omitempty"`
	Indicators   []Indicator `json:"indicators,omitempty"`
	Total        *Total      `json:"total,omitempty"`
	Grade        *Field      `json:"grade,omitempty"`
	Other        []Labelled  `json:"other,omitempty"`
	// Unplaced is never nil: an empty list says that every cell found its field.
	Unplaced []Unplaced `json:"unplaced"`
	// Moves lists every row that was put back into its columns (FRM-01).
	Moves []Move `json:"moves,omitempty"`
	// RowsInferred says that lines of the text may be parts of rows, or rows of their own,
	// and nothing tells: no sum that fails is an error then.
	RowsInferred bool `json:"-"`
	// EndsInferred says that the form was told from the one above or below without a title
	// or a head between: lines between them may be of the other, and no sum that fails is an error.
	EndsInferred bool `json:"-"`
	// ShownRounded says that cells show fewer places of their numbers than they hold.
	ShownRounded bool `json:"-"`
	// FiguresHeld says that figures are left of which it is not known what row they are
	// of, so that a sum may lack them.
	FiguresHeld bool `json:"-"`

	// Refusal is set when the form is no self-evaluation (FRM-03): what it is instead.
	Refusal string `json:"refusal,omitempty"`
}

// Funds is the block of budget money.
type Funds struct {
	Rows []FundRow `json:"rows"`

	index map[string]int // of many rows, by their source
	known int            // how many of them are in it
}

// FundRow is one source of money. Source ids are unique within a form (a
// second row of the same kind is other_2). Rates are percents. Money stands in
// the form's unit.
type FundRow struct {
	Source        string     `json:"source"`
	Label         string     `json:"label"`
	Initial       *Field     `json:"initial,omitempty"`
	CarriedIn     *Field     `json:"carried_in,omitempty"`
	Adjustment    *Field     `json:"adjustment,omitempty"`
	Budget        *Field     `json:"budget,omitempty"`
	Executed      *Field     `json:"executed,omitempty"`
	ExecutionRate *Field     `json:"execution_rate,omitempty"`
	Balance       *Field     `json:"balance,omitempty"`
	BalanceRate   *Field     `json:"balance_rate,omitempty"`
	Weight        *Field     `json:"weight,omitempty"`
	Score         *Field     `json:"score,omitempty"`
	Other         []Labelled `json:"other,omitempty"`

	// Parts are the sources whose sum this row is, as the form's own structure
	// says (合计 = 财政资金小计 + 其他资金小计); empty for a row that is no sum.
	// Splits holds further, independent partitions of the same row
	// (按收入性质分 and 按支出性质分 each add up to 年度资金总额).
	Parts  []string   `json:"parts,omitempty"`
	Splits [][]string `json:"splits,omitempty"`
}

// Keep keeps a cell of a column of no key under the column's heading, and returns where.
func (r *FundRow) Keep(label string, f *Field) Path {
	r.Other = append(r.Other, Labelled{Label: label, Field: f})
	return FundPath(r.Source, "").Other(len(r.Other) - 1)
}

// Goal is one pair of yearly goal texts.
type Goal struct {
	Expected *Field `json:"expected,omitempty"`
	Actual   *Field `json:"actual,omitempty"`
}

// Indicator is one row of the three-level list. A level printed once for
// several rows is inherited; its Field then has the At of the printed cell.
// Points printed with a level (产出指标(60分)) are the Weight of the Level1 or
// Level2 Field at the group's first row only.
type Indicator struct {
	Level1 *Field     `json:"level1,omitempty"`
	Level2 *Field     `json:"level2,omitempty"`
	Name   *Field     `json:"name,omitempty"`
	Target *Field     `json:"target,omitempty"`
	Actual *Field     `json:"actual,omitempty"`
	Weight *Field     `json:"weight,omitempty"`
	Score  *Field     `json:"score,omitempty"`
	Reason *Field     `json:"reason,omitempty"`
	Other  []Labelled `json:"other,omitempty"`

	// BesideFull says that its marks are given or taken beside the full mark (加分项, 扣分项).
	BesideFull bool `json:"-"`
	// PartOf says that it is named as a part of a row above it (其中:上门服务).
	PartOf bool `json:"-"`
}

// Total is the foot of the form.
type Total struct {
	Weight *Field `json:"weight,omitempty"`
	Score  *Field `json:"score,omitempty"`
}

// Labelled is a labelled cell that has no key of its own.
type Labelled struct {
	Label string `json:"label"`
	*Field
}

// UnmarshalJSON reads the label and the Field beside it.
func (l *Labelled) UnmarshalJSON(data []byte) error {
	var label struct {
		Label string `json:"label"`
	}
	if err := json.Unmarshal(data, &label); err != nil {
		return err
	}
	l.Label, l.Field = label.Label, &Field{}
	return l.Field.UnmarshalJSON(data)
}

// Unplaced is a non-empty place that no field claims.
type Unplaced struct {
	Text string      `json:"text"`
	At   extract.Ref `json:"at"`
}

// Move is a row that was shifted on paper and read in its true columns.
type Move struct {
	// Field is the path of what the row holds: funds.local, indicators[4], funds (the heading row).
	Field Path        `json:"field"`
	At    extract.Ref `json:"at"` // first cell of the row
	// Cells gives for each moved cell the printed column and the true one.
	Cells []MovedCell `json:"cells"`
	// Evidence says in words what decided: vocabulary, kinds of values, arithmetic. Both languages.
	Evidence   string `json:"evidence"`
	EvidenceEN string `json:"evidence_en"`
}

// MovedCell is one cell of a Move.
type MovedCell struct {
	Text string `json:"text"`
	From int    `json:"from"`
	To   int    `json:"to"`
}

// Doubt is a place where a stream of cells can be read in several ways, or in
// none.
type Doubt struct {
	At     extract.Ref
	Text   string // what is printed there
	Reason extract.Text
}

// Excerpt is the beginning of the doubtful text, n characters at most.
func (d *Doubt) Excerpt(n int) string {
	if utf8.RuneCountInString(d.Text) <= n {
		return d.Text
	}
	return string([]rune(d.Text)[:n-1]) + "…"
}
