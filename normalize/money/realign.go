package money

import (
	"slices"
	"strconv"

	"ziping/normalize"
	"ziping/normalize/table"
)

// A copy that loses the empty cells of a row leaves its amounts under other headings, where
// they look as well as under their own. The row alone does not tell: the columns do, in which
// the rows add up.
//
//	年度资金总额 | 7.29 | 8.29 | 5 | 60.31% |     all four
//	财政拨款     | 7.29 | 7.29 | 5 | 68.59% |
//	上年结转资金 | 1    | 0    | 0%|               1 is 全年预算数, not 年初预算数

// mostTriedRows is how many rows are added up for a block, over all placements.
const mostTriedRows = 4000

// realign puts one row at a time into other columns where that alone makes sums of columns
// hold and lets none fail. A row that was moved already, or stands in a block where one was,
// needs one such sum, another two: what is printed speaks against it.
func (b *Block) realign() {
	for range b.Rows {
		row, at := b.better()
		if row < 0 {
			return
		}
		b.Rows[row].At, b.Rows[row].BySums = at, true
	}
}

// better is the only row, and the only way of placing it, that makes the sums hold; row is
// -1 where none does, or several do.
func (b *Block) better() (row int, at []int) {
	holds, failing := b.sums()
	if len(failing) == 0 {
		return -1, nil
	}
	need := 2
	if slices.ContainsFunc(b.Rows, func(r Row) bool { return r.moved(b.Slots) }) {
		need = 1
	}
	row = -1
	best, several := 0, false
	tried := 0
	for k := range b.Rows {
		r := &b.Rows[k]
		if !r.Placed || r.Settled || len(r.Cells) == len(b.Slots) {
			continue
		}
		printed, own := r.At, Agreement(b.Slots, r.Cells, r.At)
		b.ways(r, func(way []int) bool {
			if tried += len(b.Rows); tried > mostTriedRows {
				return false
			}
			agree := Agreement(b.Slots, r.Cells, way)
			if agree < own || slices.ContainsFunc(failing, func(s int) bool { return slices.Index(way, s) == slices.Index(printed, s) }) {
				return true
			}
			r.At = way
			h, f := b.sums()
			r.At = printed
			switch worth := h + agree; {
			case len(f) > 0 || h-holds < need:
			case worth > best:
				row, at, best, several = k, slices.Clone(way), worth, false
			case worth == best:
				several = true
			}
			return true
		})
	}
	if several || tried > mostTriedRows {
		return -1, nil
	}
	return row, at
}

// ways goes through the placements of a row's cells that keep their order, each cell under
// what it may be, until do says no.
func (b *Block) ways(r *Row, do func(at []int) bool) {
	slots := len(b.Slots)
	fit := b.fit(r)
	at := make([]int, 0, len(r.Cells))
	var next func(from int) bool
	next = func(from int) bool {
		c := len(at)
		if c == len(r.Cells) {
			return do(at)
		}
		for s := from; s <= slots-(len(r.Cells)-c); s++ {
			if fit(c, s) >= table.Unfit/2 || r.Part && b.isMark(s) {
				continue
			}
			at = append(at, s)
			more := next(s + 1)
			at = at[:c]
			if !more {
				return false
			}
		}
		return true
	}
	next(0)
}

// sums counts the columns in which a row is the sum of its parts, and names those in which
// one is not.
func (b *Block) sums() (hold int, failing []int) {
	rep := &normalize.Report{MoneyUnit: b.Unit, Funds: &normalize.Funds{}}
	met := map[string]int{}
	for k := range b.Rows {
		r := &b.Rows[k]
		name := r.Source
		if met[r.Source]++; met[r.Source] > 1 {
			name += "_" + strconv.Itoa(met[r.Source])
		}
		record := normalize.FundRow{Source: name, Label: r.Label.Text}
		for c, s := range r.At {
			if to := record.Slot(normalize.Column(b.Slots[s].ID)); to != nil {
				*to = r.Cells[c].Figure()
			}
		}
		rep.Funds.Rows = append(rep.Funds.Rows, record)
	}
	Structure(rep, [2][]string{}, b.Lex)
	for k := range rep.Funds.Rows {
		whole := &rep.Funds.Rows[k]
		if len(whole.Parts) == 0 {
			continue
		}
		s := runningSums(rep, whole, whole.Parts)
		for c := range s.columns {
			switch agree, columns := s.columns[c].outside(0, 0); {
			case agree:
				hold++
			case columns:
				failing = append(failing, table.IndexOf(b.Slots, string(normalize.MoneyColumns[c])))
			}
		}
	}
	return hold, failing
}
