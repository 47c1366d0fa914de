package normalize

import "ziping/extract"

// Layout is a form as it stands on paper: the table with every row in its true
// columns and merged cells merged, and the lines above and below it. Writers
// draw it; nothing else should.
type Layout struct {
	Before []LayoutLine // title, year, 单位名称 … above the table
	Rows   int
	Cols   int
	// Widths are relative column widths (any scale), one per column.
	Widths []int
	Cells  []LayoutCell // by row, then column; they never overlap
	After  []LayoutLine // notes below the table
	// HeaderRows names ranges of rows to repeat when a page breaks inside the
	// rows From..To (exclusive) that follow them.
	HeaderRows []HeaderRows
}

// HeaderRows is a heading block: rows First..Last (inclusive) head the rows up to To (exclusive).
type HeaderRows struct{ First, Last, To int }

// LayoutLine is a line outside the table.
type LayoutLine struct {
	Text string
	At   extract.Ref
	Role Role
}

// Role tells what a cell is, for its looks only.
type Role string

// The roles of cells and lines.
const (
	RoleTitle   Role = "title"
	RoleCaption Role = "caption" // (2023年度), 单位名称:… under the title
	RoleHeading Role = "heading" // column heading
	RoleLabel   Role = "label"   // row label, section label, level
	RoleNumber  Role = "number"  // money, rate, weight, score
	RoleText    Role = "text"    // long text, left-aligned
	RoleValue   Role = "value"   // short value, centred
	RoleNote    Role = "note"
)

// LayoutCell is one cell with its spans. Path is the field it holds, zero for
// headings, labels and unplaced text; several fields in one cell (其中:基本支出:2959.41万元)
// give the cell the first one's Path. At is nil for an empty cell that the ragged text lost.
type LayoutCell struct {
	Row, Col, RowSpan, ColSpan int
	Text                       string
	Path                       Path
	Role                       Role
	At                         *extract.Ref
}
