// Package looks lists the ways a form is printed: fonts, sizes, rulings, paper,
// page breaks. A Look changes nothing of what the form says.
package looks

// A4 is the height of a page, in points.
const A4 = 841.9

// Borders is the way a table is ruled.
type Borders string

// The ways tables are ruled.
const (
	Full       Borders = "full"
	Hairline   Borders = "hairline"
	Thick      Borders = "thick"
	Dashed     Borders = "dashed"
	Doubled    Borders = "doubled"
	NoOuter    Borders = "no-outer"   // inner lines only
	Horizontal Borders = "horizontal" // lines between rows only
	None       Borders = "none"
)

// Ruled reports whether every cell is bounded by ink, but for the outermost edges.
func (b Borders) Ruled() bool { return b != Horizontal && b != None }

// Look is one way of printing.
type Look struct {
	Name      string
	Borders   Borders
	Font      string  // family name; "" is the default
	Size      float64 // points
	Padding   float64 // points
	Width     float64 // of the table as a share of the page's text width
	Landscape bool
	Left      bool // text to the left and top instead of the middle
	Shade     bool // headings on grey
	BoldHeads bool
	Repeat    bool    // heading rows again on each page
	CutRows   bool    // rows may run over a page break
	Short     float64 // height of the page as a share of A4's, for many breaks; 0 is 1
	Cover     int     // pages of running text before the form
	Two       bool    // a second form follows in the same file
	Overflow  bool    // texts are not wrapped and run over their cell's edge
	Stacked   bool    // labels of three rows and more are written from top to bottom
	Alone     bool    // no lines above or below
	Footer    bool    // page numbers and a line at the head of each page
	Together  bool    // of a row that a page break cuts, a text that does not fit goes behind it as a whole
	Strips    bool    // a row may be cut below all its text: the strip behind the break is empty
	Titles    int     // the first rows again on each page, whatever they hold, as a spreadsheet does
	Hidden    bool    // a workbook has hidden rows between the form's, with figures of their own
	Comments  bool    // a workbook has comments
	Middle    bool    // a merged cell's text stands in the middle of all of it, and is set on each page it lies on
}

// All is the list of looks; the first is the plain one.
var All = []Look{
	{Name: "plain", Borders: Full, Size: 9, Padding: 2, Width: 1},
	{Name: "landscape", Borders: Full, Size: 9, Padding: 3, Width: 1, Landscape: true, Shade: true},
	{Name: "narrow", Borders: Full, Font: "zenhei", Size: 9, Padding: 1.5, Width: 0.72},
	{Name: "small", Borders: Hairline, Font: "zenhei", Size: 6.5, Padding: 1, Width: 1, BoldHeads: true},
	{Name: "large", Borders: Full, Size: 12, Padding: 3, Width: 1, Repeat: true, CutRows: true},
	{Name: "thick", Borders: Thick, Font: "ming", Size: 9, Padding: 3, Width: 1, Left: true},
	{Name: "dashed", Borders: Dashed, Size: 9, Padding: 2, Width: 1},
	{Name: "doubled", Borders: Doubled, Size: 9, Padding: 3, Width: 1},
	{Name: "no-outer", Borders: NoOuter, Font: "zenhei", Size: 9, Padding: 2, Width: 1, Landscape: true},
	{Name: "horizontal", Borders: Horizontal, Font: "zenhei", Size: 9, Padding: 3, Width: 1, Landscape: true},
	{Name: "no-rules", Borders: None, Size: 8, Padding: 4, Width: 1, Landscape: true},
	{Name: "pages", Borders: Full, Font: "zenhei", Size: 10.5, Padding: 3, Width: 1, Short: 0.5, Repeat: true, Footer: true},
	{Name: "pages-cut", Borders: Full, Size: 10.5, Padding: 3, Width: 1, Short: 0.45, CutRows: true, Footer: true},
	{Name: "pages-cut-repeat", Borders: Hairline, Font: "zenhei", Size: 10, Padding: 2, Width: 1, Short: 0.4, CutRows: true, Repeat: true, Landscape: true, Footer: true},
	{Name: "serif-left", Borders: Full, Font: "serif", Size: 10, Padding: 2, Width: 1, Left: true, Shade: true, BoldHeads: true},
	{Name: "tight", Borders: Hairline, Font: "kai", Size: 8, Padding: 0.2, Width: 1},
	{Name: "report", Borders: Full, Font: "zenhei", Size: 9, Padding: 2, Width: 1, Cover: 12, Footer: true},
	{Name: "two-forms", Borders: Full, Size: 8, Padding: 2, Width: 1, Two: true},
	{Name: "overflow", Borders: Full, Size: 9, Padding: 1, Width: 0.85, Left: true, Overflow: true, Footer: true},
	{Name: "stacked", Borders: Full, Font: "zenhei", Size: 10, Padding: 2, Width: 1, Stacked: true},
	{Name: "alone", Borders: Full, Font: "zenhei", Size: 9, Padding: 2, Width: 1, Alone: true, Shade: true},
}

// IsStacked reports whether a cell's text runs from top to bottom.
func (l *Look) IsStacked(label bool, rows, cols int) bool {
	return l.Stacked && label && rows > 2 && cols == 1
}
