package money

import (
	"slices"

	"ziping/normalize"
	"ziping/normalize/lexicon"
	"ziping/text/blank"
	"ziping/text/num"
)

// nested takes rows out of a total's parts that are parts of the row above them
// (其中:财政拨款, then 其中:中央, 省级 of it). The print does not say which of the
// two it is; the columns do: nested is what more of them agree to than to all
// rows side by side. One wrong figure does not turn that over.
func nested(rep *normalize.Report, total *normalize.FundRow, top []string, lex *lexicon.Lexicon) []string {
	if len(top) < 3 {
		return top
	}
	s := runningSums(rep, total, top)
	level, columns := s.outside(0, 0)
	if level == columns {
		return top
	}
	n := len(top)
	best, row, parts := level, -1, 0
	like := s.likeParts(lex)
	for at := range top {
		for _, to := range s.ends(at) {
			in, of := s.inside(at, to)
			out, _ := s.outside(at+1, to)
			// One row that equals the row above it is that row copied, unless it says to be its part.
			sure := in >= 2 && in == of && out == columns && s.money[to]-s.money[at+1] > 1
			if agree := min(in, out); agree > best && (sure || agree > 0 && at+1 < n && to <= like[at+1]) {
				best, row, parts = agree, at, to
			}
		}
	}
	if row < 0 {
		return s.withoutExample(top, level, lex)
	}
	s.rows[row].Parts = append([]string(nil), top[row+1:parts]...)
	return append(append([]string(nil), top[:row+1]...), top[parts:]...)
}

// withoutExample takes a row out of a total's parts that names one part of the row
// above it and not all of it (其中:财政拨款, then 其中:一般公共预算 of it): the rows
// beside it are the total in most columns and in more than with it, and no column
// has more in it than in the row above. It adds up to nothing itself.
func (s *sums) withoutExample(top []string, level int, lex *lexicon.Lexicon) []string {
	for i := 1; i < len(top); i++ {
		if !lex.Words.PartOf.Begin(blank.Fold(s.rows[i].Label)) {
			continue
		}
		agree, columns := s.outside(i, i+1)
		if agree > level && 2*agree > columns && !s.above(i, i-1) {
			return slices.Delete(slices.Clone(top), i, i+1)
		}
	}
	return top
}

// above reports a column that has more in one row than in another.
func (s *sums) above(row, than int) bool {
	return slices.ContainsFunc(s.columns, func(c column) bool {
		a, b := c.amounts[row], c.amounts[than]
		return a.ok && b.ok && a.n.Cmp(b.n) > 0
	})
}

// sums are rows of money with the running sum of each column: that of any
// stretch of rows is a difference, and where a stretch must end to have a sum is
// looked up. A block may have as many rows as an input.
type sums struct {
	rows    []*normalize.FundRow
	columns []column
	money   []int // rows with any money that is not 0, up to each
}

// column is one column of amounts.
type column struct {
	total    amount
	amounts  []amount
	upTo     []num.Decimal    // the sum of the rows before each
	count    []int            // the amounts among them
	reaching map[string][]int // where the running sum has a value, once asked for
}

type amount struct {
	n  num.Decimal
	ok bool
}

// whole reports an amount that could be the sum of others.
func (a amount) whole() bool { return a.ok && !a.n.IsZero() }

func runningSums(rep *normalize.Report, total *normalize.FundRow, top []string) *sums {
	bySource := make(map[string]*normalize.FundRow, len(rep.Funds.Rows))
	for i := range rep.Funds.Rows {
		if r := &rep.Funds.Rows[i]; bySource[r.Source] == nil {
			bySource[r.Source] = r
		}
	}
	s := &sums{money: []int{0}}
	for _, source := range top {
		r := bySource[source]
		s.rows = append(s.rows, r)
		n := s.money[len(s.money)-1]
		for _, c := range normalize.MoneyColumns {
			if x, ok := r.Column(c).Number(); ok && !x.IsZero() {
				n++
				break
			}
		}
		s.money = append(s.money, n)
	}
	for _, c := range normalize.MoneyColumns {
		of := func(r *normalize.FundRow) amount {
			n, ok := rep.Amount(r.Column(c))
			return amount{n, ok}
		}
		col := column{total: of(total), upTo: []num.Decimal{{}}, count: []int{0}}
		for i, r := range s.rows {
			a, sum, n := of(r), col.upTo[i], col.count[i]
			if a.ok {
				sum, n = sum.Add(a.n), n+1
			}
			col.amounts, col.upTo, col.count = append(col.amounts, a), append(col.upTo, sum), append(col.count, n)
		}
		s.columns = append(s.columns, col)
	}
	return s
}

// ends are the places behind rows that together may be the row at, in rising
// order: where some column has its amount.
func (s *sums) ends(at int) []int {
	var out []int
	for i := range s.columns {
		c := &s.columns[i]
		if !c.amounts[at].whole() {
			continue
		}
		for _, to := range c.reaches(c.upTo[at+1].Add(c.amounts[at].n)) {
			if to >= at+2 {
				out = append(out, to)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// reaches are the places at which the running sum has a value.
func (c *column) reaches(n num.Decimal) []int {
	if c.reaching == nil {
		c.reaching = make(map[string][]int, len(c.amounts))
		for i, sum := range c.upTo[1:] {
			key := sum.String()
			c.reaching[key] = append(c.reaching[key], i+1)
		}
	}
	return c.reaching[n.String()]
}

// inside counts the columns in which the row at is the sum of those behind it up
// to a place, and those in which it could be.
func (s *sums) inside(at, to int) (agree, columns int) {
	for i := range s.columns {
		c := &s.columns[i]
		if !c.amounts[at].whole() || c.count[to] == c.count[at+1] {
			continue
		}
		columns++
		if c.upTo[at+1].Add(c.amounts[at].n).Equal(c.upTo[to]) {
			agree++
		}
	}
	return agree, columns
}

// outside counts the columns in which the total is the sum of all rows but those
// of a stretch, and those in which it could be.
func (s *sums) outside(from, to int) (agree, columns int) {
	for i := range s.columns {
		is, could := s.columns[i].outside(from, to)
		if could {
			columns++
		}
		if is {
			agree++
		}
	}
	return agree, columns
}

// outside reports whether the column's total is the sum of all rows but those of a stretch,
// and whether it could be.
func (c *column) outside(from, to int) (is, could bool) {
	n := len(c.amounts)
	if !c.total.whole() || c.count[n]-c.count[to]+c.count[from] == 0 {
		return false, false
	}
	return c.upTo[n].Sub(c.upTo[to]).Add(c.upTo[from]).Equal(c.total.n), true
}

// likeParts are, for each row, how far the rows from it on name parts of a row
// above them: levels of government, the first of them perhaps beginning with 其中.
func (s *sums) likeParts(lex *lexicon.Lexicon) []int {
	n := len(s.rows)
	level := make([]int, n+1) // how far rows name levels of government
	level[n] = n
	like := make([]int, n)
	for i := n - 1; i >= 0; i-- {
		r := s.rows[i]
		level[i] = i
		if levelOfGovernment[Kind(r.Source)] {
			level[i] = level[i+1]
		}
		like[i] = level[i]
		if lex.Words.PartOf.Begin(blank.Fold(r.Label)) {
			like[i] = max(like[i], level[i+1])
		}
	}
	return like
}
