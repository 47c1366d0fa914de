package cross

import (
	"cmp"
	"fmt"
	"slices"

	"ziping/extract"
	"ziping/normalize"
	"ziping/text/num"
)

// member is a form's part in a department's year.
type member struct {
	form
	key  uint64
	role role
}

type role int

const (
	parent role = iota
	ofUnit      // the whole form of a unit below
	ofProject
)

// departments holds a department's form against those of its projects and units.
func (r *run) departments() error {
	const check = "CRS-04"
	var all []member
	for i := range r.forms {
		f := &r.forms[i]
		switch {
		case f.year == 0 || !f.named:
		case f.kind == project[0]:
			all = append(all, member{*f, f.department, ofProject})
		case f.kind == whole[0]:
			all = append(all, member{*f, f.organisation, parent})
			if f.department != f.organisation {
				all = append(all, member{*f, f.department, ofUnit})
			}
		}
	}
	slices.SortFunc(all, func(a, b member) int {
		return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(a.year, b.year), cmp.Compare(a.role, b.role), cmp.Compare(a.index, b.index))
	})
	for from := 0; from < len(all); {
		to := from + 1
		for to < len(all) && all[to].key == all[from].key && all[to].year == all[from].year {
			to++
		}
		if group := all[from:to]; group[0].role == parent {
			for _, x := range []role{ofUnit, ofProject} {
				if err := r.below(check, group[0].index, group, x); err != nil {
					return err
				}
			}
		}
		from = to
	}
	return nil
}

// below holds the sum of a department's projects, or units, against its own figure. What
// was not read makes the sum smaller, and never a finding.
func (r *run) below(check string, of int32, group []member, x role) error {
	above, err := r.get(of)
	if err != nil {
		return err
	}
	type sum struct {
		n, half num.Decimal
		count   int
		largest *Entry
		most    num.Decimal
	}
	columns := []string{string(normalize.Budget), string(normalize.Executed)}
	sums := map[string]*sum{}
	for _, c := range columns {
		sums[c] = &sum{}
	}
	seen := map[uint64]bool{}
	for _, m := range group {
		if m.role != x || seen[m.subject] {
			continue
		}
		seen[m.subject] = true
		e, err := r.get(m.index)
		if err != nil {
			return err
		}
		for _, c := range columns {
			a := e.Facts.money(c)
			if a == nil {
				continue
			}
			s := sums[c]
			n, half := a.yuan()
			s.n, s.half, s.count = s.n.Add(n), s.half.Add(half), s.count+1
			if s.largest == nil || n.Cmp(s.most) > 0 {
				s.largest, s.most = e, n
			}
		}
	}
	for _, c := range columns {
		s, own := sums[c], above.Facts.money(c)
		if s.count == 0 {
			continue
		}
		if own == nil {
			r.untestable(check)
			continue
		}
		n, half := own.yuan()
		if s.n.Sub(n).Cmp(s.half.Add(half)) <= 0 {
			r.agree(check)
			continue
		}
		column := columnLabel(c, r.lang)
		shown := s.n.Shift(-own.Power).String() + own.Unit
		who := "units"
		if x == ofProject {
			who = "projects"
		}
		largest := s.largest.Facts.money(c)
		zh := fmt.Sprintf("%d 年部门整体%s %s，而 %d 个%s的%s合计 %s，超出部门", above.Facts.Year, column, own.shown(), s.count, label(who, extract.ZH), column, shown)
		en := fmt.Sprintf("in %d the department as a whole has %s as %s, its %d %s have %s together, which is more", above.Facts.Year, own.shown(), column, s.count, label(who, extract.EN), shown)
		r.tell(check, above, side{own, column}, s.largest, side{largest, column},
			zh+"；所列的是其中最大的一个。前提：各表写明的主管部门（没有写明的为填报单位）与部门名称相同，年度相同，金额已按所印单位折算，转移支付不计入",
			en+"; the largest of them is shown. Taken for granted: the department that each names (else who filled it in) has the same name, the year is the same, amounts are reckoned by their printed units, transfers are left out")
		return nil
	}
	return nil
}
