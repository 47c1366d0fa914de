package render

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"ziping/extract"
)

// Finder tells places of a Document by what a reader of the file can find: the cell of a
// workbook with its sheet, the line of a text, the page of a print and the row counted
// on it. The Document's own rows and tables are counted only where the file has nothing
// better to count.
type Finder struct {
	doc  *extract.Document
	pos  extract.Positions
	lang extract.Lang
}

// NewFinder returns the Finder of a Document, which may be nil, with what its reader
// told of positions.
func NewFinder(doc *extract.Document, pos extract.Positions, lang extract.Lang) *Finder {
	return &Finder{doc, pos, lang}
}

// Cell is a place: 自评表2!G7, 第 12 行, 第 2 页第 7 行. It is "" where there is none.
func (f *Finder) Cell(at *extract.Ref) string {
	if at == nil {
		return ""
	}
	if p, ok := f.pos[at.Key()]; ok && p.Sheet != "" && p.Column > 0 {
		return quoteSheet(p.Sheet) + "!" + letters(p.Column) + strconv.Itoa(p.Line)
	}
	return f.Row(at)
}

// Row is the row or line that a place lies in.
func (f *Finder) Row(at *extract.Ref) string {
	if at == nil {
		return ""
	}
	s := f.spot(at)
	return s.among + f.counted(s, strconv.Itoa(s.n))
}

// Rows are the rows or lines of places, in their order, those of one page or sheet
// together: 第 18、19 行. Places beyond the first most are left out with "…".
func (f *Finder) Rows(all []*extract.Ref, most int) string {
	var spots []spot
	for _, at := range all {
		if s := f.spot(at); !slices.Contains(spots, s) {
			spots = append(spots, s)
		}
	}
	slices.SortStableFunc(spots, func(a, b spot) int {
		if a.among == b.among {
			return a.n - b.n
		}
		return 0
	})
	var groups []string
	for from := 0; from < len(spots); {
		to := from
		var nums []string
		for ; to < len(spots) && spots[to].among == spots[from].among && spots[to].kind == spots[from].kind; to++ {
			if len(nums) < most {
				nums = append(nums, strconv.Itoa(spots[to].n))
			} else if len(nums) == most {
				nums = append(nums, "…")
			}
		}
		groups = append(groups, spots[from].among+f.counted(spots[from], strings.Join(nums, f.say("、", ", "))))
		from = to
		if len(groups) == most && to < len(spots) {
			groups = append(groups, "…")
			break
		}
	}
	return strings.Join(groups, f.say("、", ", "))
}

// spot is a row of what a reader counts in.
type spot struct {
	among string // the page, sheet or table, with a blank behind it where one is needed
	n     int    // 0 where the place is in no row
	kind  kind
}

type kind int

const (
	row     kind = iota
	line         // of a text
	piece        // of a text without columns, where its lines are not known
	outside      // of all tables
)

func (f *Finder) say(zh, en string) string { return extract.Text{ZH: zh, EN: en}.In(f.lang) }

// counted puts a number, or several, into words.
func (f *Finder) counted(s spot, n string) string {
	many := ""
	if strings.ContainsAny(n, ",、…") {
		many = "s"
	}
	switch {
	case s.kind == outside:
		return f.say("表外", "outside tables")
	case s.n == 0:
		return ""
	case s.kind == line:
		return fmt.Sprintf(f.say("第 %[1]s 行", "line%[2]s %[1]s"), n, many)
	case s.kind == piece:
		return fmt.Sprintf(f.say("第 %[1]s 格", "cell%[2]s %[1]s"), n, many)
	}
	return fmt.Sprintf(f.say("第 %[1]s 行", "row%[2]s %[1]s"), n, many)
}

func (f *Finder) spot(at *extract.Ref) spot {
	p, known := f.pos[at.Key()]
	switch {
	case known && p.Sheet != "":
		return spot{p.Sheet + " ", p.Line, row}
	case known:
		return spot{"", p.Line, line}
	case f.doc == nil && at.IsLine():
		return spot{"", at.Line + 1, line}
	case f.doc == nil:
		return spot{"", at.Row + 1, row}
	case f.onPaper(at.Page):
		return f.onPage(at)
	case at.IsLine() && len(f.doc.Tables) == 0:
		return spot{"", at.Line + 1, line}
	case at.IsLine():
		return spot{"", 0, outside}
	case f.doc.OneByOne(at.Table):
		return spot{"", at.Row + 1, piece}
	}
	return spot{f.table(at.Table, len(f.doc.Tables)), at.Row + 1, row}
}

// table names one of several tables.
func (f *Finder) table(n, of int) string {
	if of < 2 {
		return ""
	}
	return fmt.Sprintf(f.say("第 %d 个表", "table %d "), n+1)
}

// onPaper reports a page that has a size, and so is one that a reader sees.
func (f *Finder) onPaper(page int) bool {
	return slices.ContainsFunc(f.doc.Pages, func(p extract.Page) bool { return p.Number == page && p.Width > 0 })
}

// onPage counts rows from the top of the page's table, repeated headings among them.
func (f *Finder) onPage(at *extract.Ref) spot {
	among := fmt.Sprintf(f.say("第 %d 页", "page %d "), at.Page)
	if at.IsLine() || at.Table >= len(f.doc.Tables) {
		return spot{among, 0, outside}
	}
	nth, tables := 0, 0
	for t := range f.doc.Tables {
		if slices.ContainsFunc(f.doc.Tables[t].Cells, func(c extract.Cell) bool { return c.Page == at.Page }) {
			if t == at.Table {
				nth = tables
			}
			tables++
		}
	}
	n := 1
	counted := at.Row
	for _, c := range f.doc.Tables[at.Table].Cells {
		if c.Row < at.Row && c.Row != counted && c.Page == at.Page {
			n, counted = n+1, c.Row
		}
	}
	for _, w := range f.doc.Warnings {
		if w.Code == extract.WarnHeaderRepeated && w.At != nil && w.At.Table == at.Table && w.At.Page == at.Page {
			n++
		}
	}
	return spot{among + f.table(nth, tables), n, row}
}

// quoteSheet is a sheet's name as a spreadsheet writes it before a cell.
func quoteSheet(name string) string {
	for _, r := range name {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_' {
			return "'" + strings.ReplaceAll(name, "'", "''") + "'"
		}
	}
	return name
}

// letters name a column of a sheet, counted from 1: G.
func letters(col int) string {
	s := ""
	for ; col > 0; col = (col - 1) / 26 {
		s = string(rune('A'+(col-1)%26)) + s
	}
	return s
}
