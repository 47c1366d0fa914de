package xlsxout

import (
	"strings"

	"github.com/xuri/excelize/v2"

	"ziping/render/xlsxout/numfmt"
	"ziping/text/num"
)

// column is a column of a flat sheet.
type column struct {
	name  string
	width float64
}

// table is a flat sheet: frozen headings, a filter, a row at a time.
type table struct {
	k     *book
	name  string
	cols  []column
	row   int
	level string
	lines int
	used  []bool // columns of the row that were written
	need  []int  // what the texts of each column that are not wrapped take
}

func (k *book) table(name string, cols []column) *table {
	k.sheet(name)
	t := &table{k: k, name: name, cols: cols, row: 2, lines: 1, used: make([]bool, len(cols)), need: make([]int, len(cols))}
	for i, c := range cols {
		k.text(name, cellName(i+1, 1), c.name, style{kind: head})
	}
	t.freeze(0)
	margin := 0.4
	k.do(func() error {
		return k.f.SetPageMargins(name, &excelize.PageLayoutMarginsOptions{Top: &margin, Bottom: &margin, Left: &margin, Right: &margin})
	})
	asIs := false
	k.do(func() error {
		return k.f.SetHeaderFooter(name, &excelize.HeaderFooterOptions{ScaleWithDoc: &asIs, OddFooter: k.say("&C&A 第 &P 页，共 &N 页", "&C&A page &P of &N")})
	})
	k.do(func() error {
		return k.f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: name, RefersTo: "'" + name + "'!$1:$1"})
	})
	return t
}

// freeze keeps the headings and the first columns in sight.
func (t *table) freeze(columns int) {
	pane, active := cellName(columns+1, 2), "bottomLeft"
	if columns > 0 {
		active = "bottomRight"
	}
	t.k.do(func() error {
		return t.k.f.SetPanes(t.name, &excelize.Panes{Freeze: true, XSplit: columns, YSplit: 1, TopLeftCell: pane, ActivePane: active})
	})
}

func (t *table) cell(col int, s string, kd kind) {
	t.mark(col, s, false)
	t.k.text(t.name, cellName(col, t.row), s, style{kind: kd, level: t.ground(col)})
	t.lines = max(t.lines, linesNeeded(s, int(t.cols[col-1].width)))
}

// ground is the level that colours a cell: the first three columns have it.
func (t *table) ground(col int) string {
	if col <= 3 {
		return t.level
	}
	return ""
}

// mark notes that a column of the row is written, and what it takes: words wrap, a figure
// that has no room is shown as ####.
func (t *table) mark(col int, s string, figure bool) {
	if col > len(t.used) {
		return
	}
	t.used[col-1] = true
	need := 3
	for line := range strings.SplitSeq(s, "\n") {
		need = max(need, halfWidths(line)+3)
	}
	if !figure {
		need = min(need, int(t.cols[col-1].width))
	}
	t.need[col-1] = max(t.need[col-1], need)
}

func (t *table) number(col int, digits string) { t.numberAs(col, digits, "General") }

// exact writes a figure with its places.
func (t *table) exact(col int, n num.Decimal) {
	format := "0"
	if p := int(n.Places()); p > 0 {
		format += "." + strings.Repeat("0", p)
	}
	t.numberAs(col, n.String(), format)
}

func (t *table) numberAs(col int, digits, format string) {
	t.mark(col, digits, true)
	t.k.number(t.name, cellName(col, t.row), digits, style{kind: figure, format: format, level: t.ground(col)})
}

// printed writes a figure as it is printed, with its zeros; anything else as text.
func (t *table) printed(col int, s string) {
	digits, format, ok := numfmt.Printed(s)
	if !ok {
		t.cell(col, s, value)
		return
	}
	t.mark(col, s, true)
	t.k.number(t.name, cellName(col, t.row), digits, style{kind: figure, format: format})
}

// next ends a row: it draws the frame of cells that have nothing to say.
func (t *table) next() {
	for i, used := range t.used {
		if !used {
			cell := cellName(i+1, t.row)
			t.k.style(t.name, cell, cell, style{kind: value})
		}
		t.used[i] = false
	}
	row, h := t.row, min(maxHeight, float64(t.lines)*lineHeight+4)
	t.k.on[t.name].Height(row, h)
	t.row++
	t.level, t.lines = "", 1
}

// finish ends the table; rows below it are notes and have no frame.
func (t *table) finish() {
	t.used = nil
	t.fit()
	ref := "A1:" + cellName(len(t.cols), max(2, t.row-1))
	t.k.do(func() error { return t.k.f.AutoFilter(t.name, ref, nil) })
	fit := true // only now: setting a filter forgets the sheet's properties
	t.k.do(func() error { return t.k.f.SetSheetProps(t.name, &excelize.SheetPropsOptions{FitToPage: &fit}) })
}

// fit makes the columns as wide as what is in them, which is no more than planned where
// texts wrap, and chooses the paper.
func (t *table) fit() {
	wide := 0.0
	for i, c := range t.cols {
		w := max(float64(t.need[i]), min(c.width, float64(halfWidths(c.name)+2)))
		if name, err := excelize.ColumnNumberToName(i + 1); err == nil {
			t.k.do(func() error { return t.k.f.SetColWidth(t.name, name, name, w) })
		}
		wide += w
	}
	size, one, all, way := 9, 1, 0, "landscape"
	if wide*digitWidth*smallest <= paperShort-2*marginSide {
		way = "portrait"
	}
	t.k.do(func() error {
		return t.k.f.SetPageLayout(t.name, &excelize.PageLayoutOptions{Size: &size, Orientation: &way, FitToWidth: &one, FitToHeight: &all})
	})
}
