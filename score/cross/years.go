package cross

import (
	"cmp"
	"fmt"
	"strings"

	"ziping/extract"
	"ziping/normalize"
	"ziping/text/num"
)

// years holds the forms of one organisation and matter against each other: of one year,
// which are versions of one form, and of a year and the next.
func (r *run) years() error {
	forms := r.sorted(func(f *form) bool { return f.year > 0 && f.named }, func(a, b form) int {
		return cmp.Or(cmp.Compare(a.subject, b.subject), cmp.Compare(a.year, b.year))
	})
	return groups(forms, func(f *form) uint64 { return f.subject }, func(group []form) error {
		first := group[0] // of its year
		for _, f := range group[1:] {
			before, do := first, r.follow
			switch {
			case f.year == first.year:
				do = r.versions
			case f.year > first.year+1:
				first = f
				continue
			default:
				first = f
			}
			if err := r.pair(before.index, f.index, do); err != nil {
				return err
			}
		}
		return nil
	})
}

// pair reads two forms. Those whose codes differ are not of one organisation, whatever
// their names say.
func (r *run) pair(i, j int32, do func(a, b *Entry)) error {
	a, err := r.get(i)
	if err != nil {
		return err
	}
	b, err := r.get(j)
	if err != nil {
		return err
	}
	if a.Facts.Kind == whole && a.Facts.Code != "" && b.Facts.Code != "" && a.Facts.Code != b.Facts.Code {
		return nil
	}
	do(a, b)
	return nil
}

// follow holds a year's form against the one before.
func (r *run) follow(a, b *Entry) {
	r.carriedOver(a, b)
	r.jump(a, b)
	r.lowered(a, b)
}

func columnLabel(column string, lang extract.Lang) string {
	switch column {
	case carried:
		return label(carried, lang)
	case string(normalize.Budget), string(normalize.Executed), string(normalize.Balance):
		return normalize.Column(column).Short(lang)
	}
	return column
}

// carriedOver holds what is left at a year's end against what the next began with. A
// form that prints no balance cannot have more left than was not spent.
func (r *run) carriedOver(a, b *Entry) {
	const check = "CRS-01"
	left, in := a.Facts.money(string(normalize.Balance)), b.Facts.money(carried)
	balance := left != nil
	name, nameEN := label("left", extract.ZH), label("left", extract.EN)
	column := columnLabel(string(normalize.Balance), r.lang)
	if !balance {
		left, name, nameEN = a.Facts.unspent(), label("remains", extract.ZH), label("remains", extract.EN)
		column = label("unspent", r.lang)
	}
	if left == nil || in == nil {
		r.untestable(check)
		return
	}
	x, halfX := left.yuan()
	y, halfY := in.yuan()
	diff := y.Sub(x)
	if !balance {
		halfX = halfX.Add(halfX)
	}
	if diff.Abs().Cmp(halfX.Add(halfY)) <= 0 || !balance && diff.Sign() < 0 {
		r.agree(check)
		return
	}
	zh := fmt.Sprintf("%d 年%s %s，%d 年上年结转 %s", a.Facts.Year, name, left.shown(), b.Facts.Year, in.shown())
	en := fmt.Sprintf("%s %s in %d, %s was carried into %d", left.shown(), nameEN, a.Facts.Year, in.shown(), b.Facts.Year)
	if diff.Sign() > 0 {
		zh, en = zh+"，结转多于所剩", en+": more than was left"
	} else {
		zh, en = zh+"，结转少于结余（差额可能已被收回）", en+": less than was left; the rest may have been taken back"
	}
	r.tell(check, b, side{in, columnLabel(carried, r.lang)}, a, side{left, column},
		zh+"。前提：单位、项目的名称相同，年度相接，两数的单位都已写明",
		en+". Taken for granted: names of organisation and project are the same, the years follow, both units are printed")
}

// unspent is the budget without what was executed, as a place of the budget.
func (f *Facts) unspent() *Amount {
	budget, executed := f.money(string(normalize.Budget)), f.money(string(normalize.Executed))
	if budget == nil || executed == nil || budget.Power != executed.Power {
		return nil
	}
	x, ok1 := budget.number()
	y, ok2 := executed.number()
	if !ok1 || !ok2 {
		return nil
	}
	out := *budget
	out.Text = x.Sub(y).Fixed(max(x.Places(), y.Places()))
	return &out
}

// jump finds a budget that is a multiple of the last one, or a small part of it.
func (r *run) jump(a, b *Entry) {
	const check = "CRS-03"
	before, now := a.Facts.money(string(normalize.Budget)), b.Facts.money(string(normalize.Budget))
	limit, known := vocabulary().Jump[b.Facts.Kind]
	if before == nil || now == nil || !known {
		r.untestable(check)
		return
	}
	x, _ := before.yuan()
	y, _ := now.yuan()
	if x.Sign() <= 0 || y.Sign() <= 0 {
		r.untestable(check)
		return
	}
	most := num.FromInt(limit)
	large, small := y, x
	if y.Cmp(x) < 0 {
		large, small = x, y
	}
	if large.Cmp(small.Mul(most)) < 0 {
		r.agree(check)
		return
	}
	times := "?"
	if q, ok := large.Quo(small, 1); ok {
		times = q.String()
	}
	column := columnLabel(string(normalize.Budget), r.lang)
	zh := fmt.Sprintf("全年预算由 %d 年的 %s 变为 %d 年的 %s，大的是小的 %s 倍，请核对单位和数字", a.Facts.Year, before.shown(), b.Facts.Year, now.shown(), times)
	en := fmt.Sprintf("the budget went from %s in %d to %s in %d, one being %s times the other: look at units and digits", before.shown(), a.Facts.Year, now.shown(), b.Facts.Year, times)
	r.tell(check, b, side{now, column}, a, side{before, column},
		zh+fmt.Sprintf("。前提：单位、项目的名称相同，年度相接，两数已按所印单位折算，%d 倍以上才提示", limit),
		en+fmt.Sprintf(". Taken for granted: names are the same, the years follow, both are reckoned in yuan by their printed units; told from %d times", limit))
}

// lowered finds targets that fell below last year's and below what was reached.
func (r *run) lowered(a, b *Entry) {
	const check = "CRS-02"
	before := map[string]*Indicator{}
	for i := range a.Facts.Indicators {
		x := &a.Facts.Indicators[i]
		if _, twice := before[x.Name]; twice {
			x = nil // nobody knows which is meant
		}
		before[a.Facts.Indicators[i].Name] = x
	}
	seen := map[string]int{}
	for i := range b.Facts.Indicators {
		seen[b.Facts.Indicators[i].Name]++
	}
	for i := range b.Facts.Indicators {
		now := &b.Facts.Indicators[i]
		was := before[now.Name]
		if was == nil || seen[now.Name] > 1 || was.Target == nil || now.Target == nil {
			continue
		}
		t1, _ := was.Target.number()
		t2, _ := now.Target.number()
		done, ok := was.Actual.number()
		up := bound(was.Op)
		if !ok || up == 0 || up != bound(now.Op) || squeezeUnit(was.Target.Unit) != squeezeUnit(now.Target.Unit) || squeezeUnit(was.Actual.Unit) != squeezeUnit(was.Target.Unit) {
			r.untestable(check)
			continue
		}
		if t2.Cmp(t1)*up >= 0 || t2.Cmp(done)*up >= 0 {
			r.agree(check)
			continue
		}
		name, what := "“"+now.Name+"”", "lowered"
		if up < 0 {
			what = "eased"
		}
		zh := fmt.Sprintf("%s：%d 年指标值 %s%s，完成 %s，%d 年指标值%s %s%s", name, a.Facts.Year, printed(was.Op), was.Target.shown(), was.Actual.shown(), b.Facts.Year, label(what, extract.ZH), printed(now.Op), now.Target.shown())
		en := fmt.Sprintf("%s: %d had a target of %s%s and reached %s, for %d it was %s %s%s", name, a.Facts.Year, printed(was.Op), was.Target.shown(), was.Actual.shown(), b.Facts.Year, label(what, extract.EN), printed(now.Op), now.Target.shown())
		r.tell(check, b, side{now.Target, name}, a, side{was.Actual, name},
			zh+"。前提：单位、项目、指标名称和计量单位都相同，年度相接", en+". Taken for granted: organisation, project, indicator and unit of measure have the same names, and the years follow")
	}
}

// printed is a comparator as forms print it.
func printed(op normalize.Op) string {
	return strings.NewReplacer(string(normalize.OpAtLeast), "≥", string(normalize.OpAtMost), "≤").Replace(string(op))
}

// bound tells which way a target binds: 1 for at least, -1 for at most, 0 for neither.
func bound(op normalize.Op) int {
	switch op {
	case normalize.OpAtLeast, normalize.OpMore:
		return 1
	case normalize.OpAtMost, normalize.OpLess:
		return -1
	default:
		return 0
	}
}

// squeezeUnit keeps % apart from no unit.
func squeezeUnit(s string) string {
	if u := squeeze(s); u != "" {
		return u
	}
	return s
}

// versions holds two forms of one organisation, matter and year against each other.
func (r *run) versions(a, b *Entry) {
	const check = "CRS-08"
	type figure struct {
		x, y  *Amount
		label string
	}
	all := []figure{{a.Facts.Total, b.Facts.Total, label("total", r.lang)}}
	for _, c := range []string{string(normalize.Budget), string(normalize.Executed)} {
		all = append(all, figure{a.Facts.money(c), b.Facts.money(c), columnLabel(c, r.lang)})
	}
	tested := false
	for _, k := range all {
		if k.x == nil || k.y == nil {
			continue
		}
		tested = true
		n, half := k.x.yuan()
		m, other := k.y.yuan()
		if n.Sub(m).Abs().Cmp(half.Add(other)) <= 0 {
			continue
		}
		zh := fmt.Sprintf("%d 年有两份，%s 分别是 %s 和 %s", a.Facts.Year, k.label, k.x.shown(), k.y.shown())
		en := fmt.Sprintf("there are two forms for %d, with a %s of %s and %s", a.Facts.Year, k.label, k.x.shown(), k.y.shown())
		r.tell(check, b, side{k.y, k.label}, a, side{k.x, k.label},
			zh+"，请核对哪一份是最终的。前提：单位、项目的名称和年度都相同", en+": see which one stands. Taken for granted: names of organisation and project and the year are the same")
		return
	}
	if tested {
		r.agree(check)
	} else {
		r.untestable(check)
	}
}
