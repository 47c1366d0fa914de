package solve

import (
	"strconv"
	"strings"

	"ziping/normalize"
	"ziping/score/identity"
	"ziping/text/num"
)

// Slips that only the figures around a cell can tell.
const (
	SlipNought  Slip = "nought"  // 0 for a figure that is no sum
	SlipDoubled Slip = "doubled" // a digit twice
	SlipCopied  Slip = "copied"  // the figure of the row above or below
	SlipColumn  Slip = "column"  // the figure of the next column, or in it
)

// place looks at where the changes of a set stand and at what is printed around
// them, and names the slips that these tell better than the digits do.
func (f *form) place(set *Set) {
	set.cost = 0
	rows := map[string]int{} // changes of a row that another row's figures explain
	for i := range set.Changes {
		ch := &set.Changes[i]
		if n, ok := f.copied(ch); ok {
			rows[rowOf(ch.Path)+" "+strconv.Itoa(n)]++
		}
	}
	for i := range set.Changes {
		ch := &set.Changes[i]
		if n, ok := f.copied(ch); ok && (untold(ch.Slip) || rows[rowOf(ch.Path)+" "+strconv.Itoa(n)] > 1) {
			ch.Slip = SlipCopied
		}
		switch {
		case f.moved(set, ch), untold(ch.Slip) && f.fromColumn(ch):
			ch.Slip = SlipColumn
		case ch.Slip == SlipZero && !f.isSum(ch.Path):
			ch.Slip = SlipNought
		case ch.Slip == SlipExtra && doubled(ch.Old, ch.New):
			ch.Slip = SlipDoubled
		}
	}
	for i := range set.Changes {
		set.cost += set.Changes[i].Slip.cost()
	}
}

// untold reports a slip that explains little, so that another may be the right one.
func untold(s Slip) bool { return s == SlipOther || s == SlipLost || s == SlipExtra }

// isSum reports the result of a sum or a rate.
func (f *form) isSum(path string) bool {
	for i := range f.in.Tested {
		if t := &f.in.Tested[i]; t.Result == path && t.Kind != identity.Range {
			return true
		}
	}
	return false
}

// copied reports a figure that the row above (−1) or below (1) prints in its column.
func (f *form) copied(ch *Change) (row int, ok bool) {
	if ch.Blank || ch.Old.IsZero() || ch.NewGrade != "" {
		return 0, false
	}
	for _, d := range []int{-1, 1} {
		if n, ok := f.printed(beside(f.in.Report, ch.Path, d)); ok && n.Equal(ch.Old) {
			return d, true
		}
	}
	return 0, false
}

// fromColumn reports a figure that a neighbouring column prints in the same row.
func (f *form) fromColumn(ch *Change) bool {
	if ch.Blank || ch.Old.IsZero() || ch.NewGrade != "" {
		return false
	}
	for _, p := range columnsBeside(f.in.Report, ch.Path) {
		if n, ok := f.printed(p); ok && n.Equal(ch.Old) {
			return true
		}
	}
	return false
}

// moved reports a figure that another change of the set has in the next column.
func (f *form) moved(set *Set, ch *Change) bool {
	if ch.NewGrade != "" {
		return false
	}
	for _, p := range columnsBeside(f.in.Report, ch.Path) {
		for i := range set.Changes {
			o := &set.Changes[i]
			if o.Path != p || o.NewGrade != "" {
				continue
			}
			if !o.Blank && !o.Old.IsZero() && o.Old.Equal(ch.New) || !ch.Blank && !ch.Old.IsZero() && ch.Old.Equal(o.New) {
				return true
			}
		}
	}
	return false
}

func (f *form) printed(path string) (num.Decimal, bool) {
	if path == "" {
		return num.Decimal{}, false
	}
	return identity.Number(f.in.Report, path)
}

// rowOf is the path of a cell's row.
func rowOf(path string) string { return path[:max(0, strings.LastIndexByte(path, '.'))] }

// beside is the path of the cell so many rows below, "" where there is none.
func beside(r *normalize.Report, path string, d int) string {
	row, column := rowOf(path), path[strings.LastIndexByte(path, '.')+1:]
	if i := indicatorOf(row); i >= 0 {
		if i+d < 0 || i+d >= len(r.Indicators) {
			return ""
		}
		return normalize.IndicatorPath(i+d, column)
	}
	source, ok := strings.CutPrefix(row, "funds.")
	if !ok || r.Funds == nil {
		return ""
	}
	for i := range r.Funds.Rows {
		if k := i + d; r.Funds.Rows[i].Source == source && k >= 0 && k < len(r.Funds.Rows) {
			return normalize.FundPath(r.Funds.Rows[k].Source, normalize.Column(column))
		}
	}
	return ""
}

// indicatorOf is the number of an indicator's row, −1 for any other.
func indicatorOf(row string) int {
	s, ok := strings.CutPrefix(row, "indicators[")
	i, err := strconv.Atoi(strings.TrimSuffix(s, "]"))
	if !ok || err != nil {
		return -1
	}
	return i
}

// columnsBeside are the paths of the cells left and right in the same row.
func columnsBeside(r *normalize.Report, path string) (out []string) {
	row, column := rowOf(path), path[strings.LastIndexByte(path, '.')+1:]
	if indicatorOf(row) >= 0 {
		switch column {
		case "weight":
			return []string{row + ".score"}
		case "score":
			return []string{row + ".weight"}
		}
		return nil
	}
	source, ok := strings.CutPrefix(row, "funds.")
	x := r.Funds.Row(source)
	if !ok || x == nil {
		return nil
	}
	cols := printedColumns(x)
	for i, c := range cols {
		if string(c) != column {
			continue
		}
		if i > 0 {
			out = append(out, normalize.FundPath(source, cols[i-1]))
		}
		if i+1 < len(cols) {
			out = append(out, normalize.FundPath(source, cols[i+1]))
		}
	}
	return out
}

// printedColumns are the columns of a row as they stand on the paper.
func printedColumns(x *normalize.FundRow) (out []normalize.Column) {
	for _, c := range normalize.Columns {
		f := x.Column(c)
		if f == nil {
			continue
		}
		at := len(out)
		for at > 0 && f.At != nil && x.Column(out[at-1]).At != nil && x.Column(out[at-1]).At.Col > f.At.Col {
			at--
		}
		out = append(out[:at], append([]normalize.Column{c}, out[at:]...)...)
	}
	return out
}

// doubled reports a figure with one of its digits twice in a row.
func doubled(wrong, right num.Decimal) bool {
	w, r := wrong.Abs().Fixed(wrong.Places()), right.Abs().Fixed(max(right.Significant(), wrong.Places()))
	if wrong.Places() > max(right.Significant(), minPlaces) {
		r = right.Abs().Fixed(wrong.Places() - 1)
	}
	for i := 1; i < len(w); i++ {
		if w[i] == w[i-1] && w[:i]+w[i+1:] == r {
			return true
		}
	}
	return false
}
