package solve

import (
	"slices"

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
	type row struct {
		path   normalize.Path
		beside int
	}
	rows := map[row]int{} // changes of a row that another row's figures explain
	for i := range set.Changes {
		ch := &set.Changes[i]
		if n, ok := f.copied(ch); ok {
			rows[row{ch.Path.Record(), n}]++
		}
	}
	for i := range set.Changes {
		ch := &set.Changes[i]
		if n, ok := f.copied(ch); ok && (untold(ch.Slip) || rows[row{ch.Path.Record(), n}] > 1) {
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
func (f *form) isSum(path normalize.Path) bool {
	for i := range f.in.Tested {
		if t := &f.in.Tested[i]; t.Result == path && t.Kind != identity.Range {
			return true
		}
	}
	return false
}

// copied reports a figure that the row above (−1) or below (1) prints in its column.
func (f *form) copied(ch *Change) (row int, ok bool) {
	for _, d := range []int{-1, 1} {
		if n, ok := identity.Number(f.in.Report, beside(f.in.Report, ch.Path, d)); ok && n.Equal(ch.Old) && !n.IsZero() {
			return d, true
		}
	}
	return row, false
}

// fromColumn reports a figure that a neighbouring column prints in the same row.
func (f *form) fromColumn(ch *Change) bool {
	for _, p := range columnsBeside(f.in.Report, ch.Path) {
		if n, ok := identity.Number(f.in.Report, p); ok && n.Equal(ch.Old) {
			return true
		}
	}
	return false
}

// moved reports a figure that another change of the set has in the next column.
func (f *form) moved(set *Set, ch *Change) bool {
	for _, p := range columnsBeside(f.in.Report, ch.Path) {
		for i := range set.Changes {
			o := &set.Changes[i]
			if o.Path != p {
				continue
			}
			if !o.Old.IsZero() && o.Old.Equal(ch.New) || !ch.Old.IsZero() && ch.Old.Equal(o.New) {
				return true
			}
		}
	}
	return false
}

// beside is the path of the cell so many rows below, zero where there is none.
func beside(r *normalize.Report, path normalize.Path, d int) normalize.Path {
	if i, ok := path.Indicator(); ok && i+d >= 0 && i+d < len(r.Indicators) {
		return normalize.IndicatorPath(i+d, path.Column())
	}
	source, ok := path.Fund()
	if !ok || r.Funds == nil {
		return normalize.Path{}
	}
	for i := range r.Funds.Rows {
		if k := i + d; r.Funds.Rows[i].Source == source && k >= 0 && k < len(r.Funds.Rows) {
			return normalize.FundPath(r.Funds.Rows[k].Source, path.Column())
		}
	}
	return normalize.Path{}
}

// columnsBeside are the paths of the cells left and right in the same row.
func columnsBeside(r *normalize.Report, path normalize.Path) (out []normalize.Path) {
	if _, ok := path.Indicator(); ok {
		switch path.Column() {
		case normalize.Weight:
			return []normalize.Path{path.In(normalize.Score)}
		case normalize.Score:
			return []normalize.Path{path.In(normalize.Weight)}
		}
		return nil
	}
	source, ok := path.Fund()
	x := r.Funds.Row(source)
	if !ok || x == nil {
		return nil
	}
	cols := printedColumns(x)
	i := slices.Index(cols, path.Column())
	if i > 0 {
		out = append(out, path.In(cols[i-1]))
	}
	if i >= 0 && i+1 < len(cols) {
		out = append(out, path.In(cols[i+1]))
	}
	return out
}

// printedColumns are the columns of a row as they stand on the paper.
func printedColumns(x *normalize.FundRow) (out []normalize.Column) {
	for _, c := range normalize.FundColumns {
		f := x.Column(c)
		if f == nil {
			continue
		}
		out = append(out, c)
	}
	slices.SortStableFunc(out, func(a, b normalize.Column) int {
		f, g := x.Column(a).At, x.Column(b).At
		if f == nil || g == nil {
			return 0
		}
		return f.Col - g.Col
	})
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
