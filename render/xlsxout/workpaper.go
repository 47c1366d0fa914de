package xlsxout

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"ziping/render/workpaper"
	"ziping/render/xlsxout/numfmt"
)

// workpaper writes the working paper on a sheet of its own.
func (k *book) workpaper() {
	p := workpaper.New(k.b)
	t := &paperSheet{k: k, name: p.Title, row: 1}
	k.sheet(t.name)
	t.columns(&p)
	t.line(p.Title, style{kind: title}, 30)
	t.head(p.Head)
	for i := range p.Sections {
		t.section(&p.Sections[i])
	}
	t.line(p.Source, style{kind: note}, 0)
	t.print()
}

// paperSheet is the sheet of the working paper while it is written. Its columns are those
// of the findings.
type paperSheet struct {
	k      *book
	name   string
	row    int
	widths []int // in digits
	heads  int   // the row of the first table's headings, 0 where there is none
}

// paperWidth is how wide the sheet is, in digits: A4 upright with text of 9 pt.
const paperWidth = 100

// headShares are the widths of the head's cells where no table gives columns.
var headShares = []int{6, 19, 12, 38, 11, 14}

func (t *paperSheet) columns(p *workpaper.Paper) {
	shares := headShares
	for i := range p.Sections {
		if cols := p.Sections[i].Columns; len(cols) > 0 {
			shares = make([]int, len(cols))
			for c := range cols {
				shares[c] = cols[c].Share
			}
			break
		}
	}
	for i, s := range shares {
		t.widths = append(t.widths, max(5, s*paperWidth/100))
		if name, err := excelize.ColumnNumberToName(i + 1); err == nil {
			t.k.do(func() error { return t.k.f.SetColWidth(t.name, name, name, float64(t.widths[i])) })
		}
	}
}

func (t *paperSheet) width(from, to int) int {
	n := 0
	for _, w := range t.widths[from-1 : to] {
		n += w
	}
	return n
}

// put writes a text over some columns of the row and says how many lines it takes.
func (t *paperSheet) put(from, to int, s string, st style) int {
	a, b := cellName(from, t.row), cellName(to, t.row)
	t.k.text(t.name, a, s, st)
	t.k.style(t.name, a, b, st)
	if from < to {
		merge(t.k.on[t.name], a, b)
	}
	return linesNeeded(s, t.width(from, to))
}

func (t *paperSheet) next(lines int, least float64) {
	row, h := t.row, max(least, min(maxHeight, float64(lines)*lineHeight+6))
	t.k.on[t.name].Height(row, h)
	t.row++
}

// line writes a text over the whole width.
func (t *paperSheet) line(s string, st style, least float64) {
	for _, part := range strings.Split(s, "\n") {
		t.next(t.put(1, len(t.widths), part, st), least)
	}
}

// head are the places to fill in, two to a line.
func (t *paperSheet) head(entries []workpaper.Entry) {
	last := len(t.widths)
	for i := 0; i+1 < len(entries); i += 2 {
		lines := t.put(1, 2, entries[i].Label, style{kind: head})
		lines = max(lines, t.put(3, last-2, entries[i].Text, style{kind: words}))
		t.put(last-1, last-1, entries[i+1].Label, style{kind: head})
		lines = max(lines, t.put(last, last, entries[i+1].Text, style{kind: words}))
		t.next(lines, 24)
	}
}

func (t *paperSheet) section(s *workpaper.Section) {
	if s.Heading != "" {
		t.line(s.Heading, style{kind: note}, 22)
	}
	t.line(s.Conclusion, style{kind: note}, 22)
	if len(s.Rows) > 0 {
		if t.heads == 0 {
			t.heads = t.row
		}
		lines := 1
		for i, c := range s.Columns {
			lines = max(lines, t.put(i+1, i+1, c.Name, style{kind: head}))
		}
		t.next(lines, 0)
	}
	for _, r := range s.Rows {
		lines := 1
		for i, text := range r.Cells {
			st := style{kind: words}
			if i == 0 {
				st = style{kind: value, level: string(r.Level)}
			}
			if digits, format, ok := numfmt.Printed(text); ok { // a figure, shown as it is printed
				st.format = format
				if i > 0 {
					st.kind = value
				}
				t.k.number(t.name, cellName(i+1, t.row), digits, st)
				continue
			}
			lines = max(lines, t.put(i+1, i+1, text, st))
		}
		t.next(lines, 0)
	}
	for _, n := range s.Notes {
		t.line(n, style{kind: note}, 0)
	}
}

// print sets the sheet up for A4 upright; the headings stand on every page.
func (t *paperSheet) print() {
	k := t.k
	size, one, all, way, fit := 9, 1, 0, "portrait", true
	k.do(func() error {
		return k.f.SetPageLayout(t.name, &excelize.PageLayoutOptions{Size: &size, Orientation: &way, FitToWidth: &one, FitToHeight: &all})
	})
	k.do(func() error { return k.f.SetSheetProps(t.name, &excelize.SheetPropsOptions{FitToPage: &fit}) })
	margin, asIs := marginEnd/72, false
	k.do(func() error {
		return k.f.SetPageMargins(t.name, &excelize.PageLayoutMarginsOptions{Top: &margin, Bottom: &margin, Left: &margin, Right: &margin})
	})
	k.do(func() error {
		return k.f.SetHeaderFooter(t.name, &excelize.HeaderFooterOptions{ScaleWithDoc: &asIs, OddFooter: k.say("&C&A 第 &P 页，共 &N 页", "&C&A page &P of &N")})
	})
	if t.heads > 0 {
		k.do(func() error {
			return k.f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: t.name, RefersTo: fmt.Sprintf("'%s'!$%d:$%d", t.name, t.heads, t.heads)})
		})
	}
}
