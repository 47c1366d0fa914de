package xlsxin

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"ziping/extract"
	"ziping/extract/draft"
)

// sheet reads one sheet, or the part of it that holds a form. What lies around
// the cells (headers, text boxes) is read with the first part only.
func (r *reader) sheet(name, part string, only area, first bool) error {
	d, err := r.readSheet(name, part, only)
	if err != nil {
		return err
	}
	var around surroundings
	if first {
		if around, err = r.surroundings(d, part); err != nil {
			return err
		}
	}
	return r.lay(d, around, only == (area{}))
}

// lay writes a sheet as a page. whole allows several tables on it.
func (r *reader) lay(d *sheetData, around surroundings, whole bool) error {
	d.doubt()
	if err := r.calculate(d); err != nil {
		return err
	}
	if d.noZeros {
		r.blankZeros(d)
	}
	cells, err := r.visible(d)
	if err != nil {
		return err
	}
	if len(cells) == 0 && !around.any() {
		return nil
	}
	r.d.Page(extract.OriginDigital)
	if err := r.lines(around.above); err != nil {
		return err
	}
	places := map[[2]int]extract.Ref{} // where a cell of the sheet went
	blocks := [][]placed{cells}
	if whole {
		blocks = split(cells, d.rulings())
	}
	for _, b := range blocks {
		if err := r.block(b, d.name, places); err != nil {
			return err
		}
	}
	for _, m := range d.marks {
		var at *extract.Ref
		if ref, ok := places[[2]int{m.row, m.col}]; ok {
			at = &ref
		}
		r.d.Warn(m.code, m.message, at)
	}
	return r.lines(around.below)
}

// blankZeros takes the zeros off a sheet that shows none.
func (r *reader) blankZeros(d *sheetData) {
	before, first := len(d.cells), ""
	d.cells = slices.DeleteFunc(d.cells, func(c cellData) bool {
		if c.zero && first == "" {
			first = cellName(c.row, c.col)
		}
		return c.zero
	})
	if n := before - len(d.cells); n > 0 {
		r.d.Warn("hidden-zeros", extract.Text{
			ZH: fmt.Sprintf("工作表“%s”设为不显示零值，%d 个为 0 的单元格按空白读取（如 %s）", d.name, n, first),
			EN: fmt.Sprintf("sheet %s is set to show no zeros; %d cells that hold 0 were read as blank (such as %s)", d.name, n, first),
		}, nil)
	}
}

func (r *reader) lines(texts []string) error {
	for _, s := range texts {
		if err := r.d.Line(s); err != nil {
			return err
		}
	}
	return nil
}

// block writes one table, or lines where it is no more than a title or a note
// that stands apart.
func (r *reader) block(cells []placed, sheet string, places map[[2]int]extract.Ref) error {
	if len(cells) == 0 {
		return nil
	}
	if apart(cells) {
		for i := range cells {
			for s := range strings.SplitSeq(cells[i].text, "\n") {
				n := r.d.Lines()
				if err := r.d.Line(s); err != nil {
					return err
				}
				if r.d.Lines() > n {
					r.d.Place(extract.Ref{Table: -1, Line: n}, sheet, cells[i].fromRow, cells[i].fromCol)
				}
			}
		}
		return nil
	}
	r0, c0 := cells[0].row, cells[0].col
	for i := range cells {
		c0 = min(c0, cells[i].col)
	}
	t := r.d.Table()
	for i := range cells {
		c := &cells[i]
		if err := t.Put(c.row-r0, c.col-c0, c.rows, c.cols, c.text); err != nil {
			return err
		}
		places[[2]int{c.fromRow, c.fromCol}] = *t.At(c.row-r0, c.col-c0)
	}
	if t.Close() {
		for i := range cells {
			r.d.Place(places[[2]int{cells[i].fromRow, cells[i].fromCol}], sheet, cells[i].fromRow, cells[i].fromCol)
		}
	}
	return nil
}

// placed is a cell among what is shown of a sheet.
type placed struct {
	row, col         int // counting what is shown, from 1
	rows, cols       int
	text             string
	fromRow, fromCol int // in the sheet
}

// maxCovered bounds the places that merged ranges may cover.
const maxCovered = 1 << 20

// visible lays out the cells that are shown, merges in force.
func (r *reader) visible(d *sheetData) ([]placed, error) {
	slices.SortFunc(d.cells, func(a, b cellData) int { return cmp.Or(cmp.Compare(a.row, b.row), cmp.Compare(a.col, b.col)) })
	slices.SortFunc(d.merges, func(a, b area) int { return cmp.Or(cmp.Compare(a.r0, b.r0), cmp.Compare(a.c0, b.c0)) })
	var usedRows, usedCols []int
	text := make(map[[2]int]string, len(d.cells))
	for _, c := range d.cells {
		usedRows, usedCols = append(usedRows, c.row), append(usedCols, c.col)
		text[[2]int{c.row, c.col}] = c.text
	}
	rowEnds, colEnds := reach(usedRows), reach(usedCols)
	var out []placed
	covered := map[[2]int]bool{} // origins too
	places := 0
	for _, m := range d.merges {
		lastRow, lastCol := end(rowEnds, m.r0), end(colEnds, m.c0)
		if m.r0 > lastRow-edge || m.c0 > lastCol {
			continue
		}
		m.r1, m.c1 = min(m.r1, lastRow), min(m.c1, lastCol)
		if places += (m.r1 - m.r0 + 1) * (m.c1 - m.c0 + 1); places > maxCovered {
			return nil, extract.LimitError(maxCovered, extract.Text{ZH: "个合并位置", EN: "merged places"})
		}
		if !cover(covered, m) {
			continue
		}
		p := placed{
			row: d.hiddenRows.place(m.r0), col: d.hiddenCols.place(m.c0), text: text[[2]int{m.r0, m.c0}],
			fromRow: m.r0, fromCol: m.c0,
		}
		p.rows, p.cols = d.hiddenRows.place(m.r1+1)-p.row, d.hiddenCols.place(m.c1+1)-p.col
		if p.rows > 0 && p.cols > 0 {
			out = append(out, p)
		} else if p.text != "" {
			d.left.add(d, m.r0, m.c0, p.text)
		}
	}
	origins := make(map[[2]int]bool, len(out))
	for i := range out {
		origins[[2]int{out[i].fromRow, out[i].fromCol}] = true
	}
	for _, c := range d.cells {
		at := [2]int{c.row, c.col}
		switch {
		case origins[at]:
		case covered[at]:
			d.under(c)
		case d.hiddenRows.hides(c.row) || d.hiddenCols.hides(c.col):
			d.left.add(d, c.row, c.col, c.text)
		default:
			out = append(out, placed{d.hiddenRows.place(c.row), d.hiddenCols.place(c.col), 1, 1, c.text, c.row, c.col})
		}
	}
	d.left.warn(r.d, d.name)
	slices.SortFunc(out, func(a, b placed) int { return cmp.Or(cmp.Compare(a.row, b.row), cmp.Compare(a.col, b.col)) })
	return out, nil
}

// cover marks the places of a merged range, unless one of them is taken: ranges
// that overlap are damage, and the first stands.
func cover(covered map[[2]int]bool, m area) bool {
	for row := m.r0; row <= m.r1; row++ {
		for col := m.c0; col <= m.c1; col++ {
			if covered[[2]int{row, col}] {
				return false
			}
		}
	}
	for row := m.r0; row <= m.r1; row++ {
		for col := m.c0; col <= m.c1; col++ {
			covered[[2]int{row, col}] = true
		}
	}
	return true
}

// edge is how far merged ranges are followed beyond the last text.
const edge = 200

// reach lists how far merged ranges are followed, in rising order: a little
// beyond each stretch of rows or columns with text, as one stray text at the
// end of a sheet does not make all before it a part of the form.
func reach(used []int) []int {
	slices.Sort(used)
	var ends []int
	for i, at := range used {
		if i+1 == len(used) || used[i+1]-at > 2*edge {
			ends = append(ends, at+edge)
		}
	}
	return ends
}

// end is the first end that does not lie before a place, 0 where all do.
func end(ends []int, at int) int {
	if i, _ := slices.BinarySearch(ends, at); i < len(ends) {
		return ends[i]
	}
	return 0
}

// under notes text that a merged cell covers.
func (d *sheetData) under(c cellData) {
	d.mark(c.row, c.col, "covered-text", extract.Text{
		ZH: "合并单元格盖住了 " + cellName(c.row, c.col) + " 的“" + draft.Short(c.text) + "”，未读取",
		EN: "a merged cell covers " + cellName(c.row, c.col) + ", " + draft.Short(c.text) + ", which was not read",
	})
}

// leftOut counts what stands in hidden rows and columns.
type leftOut struct {
	rows, cols map[int]bool
	inRow      string // a cell of a hidden row
	inCol      string // of a hidden column
}

func (l *leftOut) add(d *sheetData, row, col int, text string) {
	if l.rows == nil {
		l.rows, l.cols = map[int]bool{}, map[int]bool{}
	}
	seen, sample := l.cols, &l.inCol
	at := col
	if d.hiddenRows.hides(row) {
		seen, sample, at = l.rows, &l.inRow, row
	}
	if seen[at] = true; *sample == "" {
		*sample = cellName(row, col) + " “" + draft.Short(text) + "”"
	}
}

func (l *leftOut) warn(d *draft.Draft, sheet string) {
	if n := len(l.rows); n > 0 {
		d.Warn("hidden-rows", extract.Text{
			ZH: fmt.Sprintf("工作表“%s”有 %d 个隐藏的行含有内容，未读取（如 %s）", sheet, n, l.inRow),
			EN: fmt.Sprintf("sheet %s has %d hidden rows with content, which were not read (such as %s)", sheet, n, l.inRow),
		}, nil)
	}
	if n := len(l.cols); n > 0 {
		d.Warn("hidden-columns", extract.Text{
			ZH: fmt.Sprintf("工作表“%s”有 %d 个隐藏的列含有内容，未读取（如 %s）", sheet, n, l.inCol),
			EN: fmt.Sprintf("sheet %s has %d hidden columns with content, which were not read (such as %s)", sheet, n, l.inCol),
		}, nil)
	}
}
