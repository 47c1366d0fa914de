package funds

import (
	"strconv"

	"ziping/normalize"
	"ziping/normalize/lexicon"
	"ziping/normalize/table"
)

// amount is a figure of the block, or a blank place, and what it is: the nearest
// heading that names a source of money and the nearest that names a column, left of
// it or above. Whichever way a block is turned, reading it is finding these two.
type amount struct {
	source source
	column normalize.Column
	cell   *table.Item // nil: nothing is printed there
	to     int         // the cell's true column
	label  string      // of a column of no key (到位数)
}

// source is a heading or label that names a source of money.
type source struct {
	id    string
	label string
}

// file makes records of amounts, one for each source in the order in which they
// are first named. A figure for a place that has one is left unplaced: which of the
// two counts is not known.
func (p *Reader) file(list []amount) {
	p.open()
	index := map[string]string{} // by source, what its record is called
	for _, a := range list {
		name, ok := index[a.source.id]
		if !ok {
			name = p.uniqueSource(a.source.id)
			index[a.source.id] = name
			p.Report.Funds.Rows = append(p.Report.Funds.Rows, normalize.FundRow{Source: name, Label: a.source.label})
		}
		a.fileIn(p.Report.Funds.Row(name))
	}
}

// open makes a place for records of money.
func (p *Reader) open() {
	if p.Report.Funds == nil {
		p.Report.Funds = &normalize.Funds{}
	}
}

// fileIn puts an amount into the record of its source; false where a figure stands
// there already.
func (a *amount) fileIn(row *normalize.FundRow) bool {
	if a.column == lexicon.Further {
		return a.fileBeside(row)
	}
	to := row.Slot(a.column)
	switch {
	case a.cell == nil && *to == nil:
		*to = &normalize.Field{State: normalize.Blank}
		return true
	case a.cell == nil || *to != nil && !(*to).IsBlank():
		return false
	}
	if *to = a.cell.Field(); a.column == normalize.Weight || a.column == normalize.Score {
		*to = a.cell.MarkField()
	}
	a.cell.Claimed, a.cell.Role, a.cell.To = true, normalize.RoleNumber, a.to
	a.cell.Path = normalize.FundPath(row.Source, a.column)
	return true
}

// fileBeside keeps an amount of a column of no key under its heading.
func (a *amount) fileBeside(row *normalize.FundRow) bool {
	if a.cell == nil {
		return false
	}
	a.cell.Claimed, a.cell.Role, a.cell.Path = true, normalize.RoleNumber, row.Keep(a.label, a.cell.Field())
	return true
}

// record is the record of a source, made where it has none yet.
func record(p *Reader, id, label string) *normalize.FundRow {
	p.open()
	if row := p.Report.Funds.Row(id); row != nil {
		return row
	}
	p.Report.Funds.Rows = append(p.Report.Funds.Rows, normalize.FundRow{Source: p.uniqueSource(id), Label: label})
	return &p.Report.Funds.Rows[len(p.Report.Funds.Rows)-1]
}

func (p *Reader) uniqueSource(id string) string {
	if p.named == nil {
		p.named = map[string]int{}
	}
	for {
		p.named[id]++
		n, s := p.named[id], id
		if n > 1 {
			s = id + "_" + strconv.Itoa(n)
		}
		if p.Report.Funds.Row(s) == nil {
			return s
		}
	}
}
