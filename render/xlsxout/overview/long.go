package overview

import (
	"fmt"
	"strconv"

	"github.com/xuri/excelize/v2"

	"ziping/render/xlsxout/longsheet"
	"ziping/render/xlsxout/opcout"
	"ziping/text/num"
)

// long puts the tables of any length into the workbook.
type long struct {
	book  *Book
	parts map[int]opcout.Long // by the number of the sheet
}

// add makes the sheets of a table: one, or as many as it needs.
func (l *long) add(name string, columns []column, t *longsheet.Table) error {
	sheets, err := t.Sheets()
	if err != nil {
		return err
	}
	for i, s := range sheets {
		title := name
		if i > 0 {
			title += " " + strconv.Itoa(i+1)
		}
		index, err := l.book.f.NewSheet(title)
		if err != nil {
			return err
		}
		l.parts[index+1] = s
		if err := l.book.heading(title, columns, s); err != nil {
			return fmt.Errorf("%s: %w", title, err)
		}
	}
	return nil
}

// heading sets up a sheet for the rows of a table: its heading, which stays in sight and
// on every page, a filter on each column, and the paper.
func (s *Book) heading(sheet string, columns []column, rows *longsheet.Sheet) error {
	f := s.f
	for i, c := range columns {
		letter, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return err
		}
		if err := f.SetColWidth(sheet, letter, letter, c.width); err != nil {
			return err
		}
		if err := f.SetCellStr(sheet, letter+"1", c.name.In(s.lang)); err != nil {
			return err
		}
		if err := f.SetCellStyle(sheet, letter+"1", letter+"1", s.look.head); err != nil {
			return err
		}
	}
	if err := f.SetRowHeight(sheet, 1, 30); err != nil {
		return err
	}
	if err := f.SetPanes(sheet, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	if err := f.AutoFilter(sheet, rows.Range(), nil); err != nil {
		return err
	}
	if err := s.paper(sheet, "landscape"); err != nil { // behind the filter, which would undo it
		return err
	}
	return f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: "'" + sheet + "'!$1:$1", Scope: sheet})
}

// paper sets a sheet up to be printed: A4, one page wide, the page's number at its foot.
func (s *Book) paper(sheet, orientation string) error {
	size, fit, one, all, margin := 9, true, 1, 0, 0.4
	if err := s.f.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	if err := s.f.SetPageMargins(sheet, &excelize.PageLayoutMarginsOptions{Left: &margin, Right: &margin, Top: &margin, Bottom: &margin, Header: &margin, Footer: &margin}); err != nil {
		return err
	}
	if err := s.f.SetHeaderFooter(sheet, &excelize.HeaderFooterOptions{OddFooter: "&C&A  &P / &N"}); err != nil {
		return err
	}
	return s.f.SetPageLayout(sheet, &excelize.PageLayoutOptions{Size: &size, Orientation: &orientation, FitToWidth: &one, FitToHeight: &all})
}

// byOrganisation is the table of all organisations.
func (s *Book) byOrganisation() *longsheet.Table {
	t := s.table(groupColumns)
	s.sums.sheet = t
	money, rate := s.format("#,##0.00"), s.format("0.00%")
	for _, g := range s.sums.organisations() {
		cells := []longsheet.Cell{s.words(s.named(g.name)), s.count(g.reports), s.count(g.wrong), s.count(g.errors), s.count(g.rules), s.count(g.notices)}
		if g.counted > 0 {
			cells = append(cells, longsheet.Number(inWan(g.budget).String(), money), longsheet.Number(inWan(g.executed).String(), money))
			if q, ok := g.executed.Quo(g.budget, ratePlaces); ok {
				cells = append(cells, longsheet.Number(q.String(), rate))
			}
		}
		if err := t.Add(cells...); err != nil && s.err == nil {
			s.err = err
		}
	}
	return t
}

// ratePlaces are the places of a rate that is worked out: 93.11% is 0.9311.
const ratePlaces = 4

// inWan is an amount of yuan in 万元.
func inWan(n num.Decimal) num.Decimal { return n.Shift(-4) }

// named is the name of a group of reports.
func (s *Book) named(name string) string {
	if name == "" {
		return s.say("（未注明）", "(not stated)")
	}
	return name
}
