package decode

import (
	"strings"

	"ziping/score/identity"
	"ziping/text/num"
)

// borneOut reports a figure whose every digit an identity confirms: it holds with
// another figure in it, and would not with the last digit one higher or lower. A rate
// tells the amounts it is worked out from to a few digits only and proves none of them.
func (n *net) borneOut(i int) bool {
	c := &n.cells[i]
	r := &c.readings[n.now[i]]
	if !r.print.OK || r.print.N.IsZero() {
		return false
	}
	was := r.print.N
	unit := num.New(1, was.Places())
	defer func() { r.print.N = was }()
	for _, t := range c.tests {
		r.print.N = was
		if n.tests[t].id.Kind == identity.Range || n.outcome(t) != identity.Agree || !n.confirms(t, i) {
			continue
		}
		style := identity.Near
		if n.tests[t].cells[0] == i {
			style = n.style(t)
		}
		r.print.N = was.Add(unit)
		if n.outcome(t) == identity.Agree && n.fits(t, style) {
			continue
		}
		r.print.N = was.Sub(unit)
		if n.outcome(t) != identity.Agree || !n.fits(t, style) {
			return true
		}
	}
	return false
}

// rates looks at the rates that hold: between rounding and cutting off, some tell which
// it was.
func (n *net) rates() {
	n.rounding = [2]int{}
	for t := range n.tests {
		if n.tests[t].id.Kind != identity.Ratio || n.outcome(t) != identity.Agree {
			continue
		}
		n.tests[t].place = n.placeOf(t)
		n.count(t, 1)
	}
}

func (n *net) count(t, by int) {
	switch n.tests[t].place {
	case identity.Above:
		n.rounding[0] += by
	case identity.FarBelow:
		n.rounding[1] += by
	}
}

// placeOf is where a rate stands beside its quotient.
func (n *net) placeOf(t int) identity.Place {
	x := &n.tests[t]
	return identity.Compare(n.print(x, 0).N, n.print(x, 1).N.Shift(x.id.Parts[0].Scale), n.print(x, 2).N.Shift(x.id.Parts[1].Scale))
}

// style is what the form's other rates tell: Above where they are rounded, FarBelow where
// they are cut off, Near where nothing is told.
func (n *net) style(t int) identity.Place {
	n.count(t, -1)
	defer n.count(t, 1)
	switch up, down := n.rounding[0], n.rounding[1]; {
	case up > 0 && down == 0:
		return identity.Above
	case down > 0 && up == 0:
		return identity.FarBelow
	}
	return identity.Near
}

// fits reports a rate that the form would print so in its style; all else does.
func (n *net) fits(t int, style identity.Place) bool {
	if n.tests[t].id.Kind != identity.Ratio || style == identity.Near {
		return true
	}
	place := n.placeOf(t)
	return place == identity.Near || place == style
}

// alike is how much less probable it is that the same character was misread the same
// way wherever it stands. Where a figure is only copied (合计 and its one source),
// sums hold either way, and a font that looks so in one cell looks so in the next.
func (s *search) alike(i int) float64 {
	least := mostMargin
	for r := range s.cells[i].readings {
		kind := s.confusion(i, r)
		cost := s.dearer(i, r)
		if r == s.now[i] || kind == "" || cost >= least {
			continue
		}
		if dearest, ok := s.follow(i, r, kind, cost); ok {
			least = min(least, dearest)
		}
	}
	return max(least, 0)
}

// follow reads cells otherwise by one confusion until no identity fails that held, and
// tells what the dearest of them costs; ok is false where that does not come about.
func (s *search) follow(i, r int, kind string, cost float64) (dearest float64, ok bool) {
	was := map[int]int{i: s.now[i]}
	defer func() {
		for c, r := range was {
			s.now[c] = r
		}
	}()
	s.now[i] = r
	dearest = cost
	for todo := []int{i}; len(todo) > 0; todo = todo[1:] {
		for _, t := range s.cells[todo[0]].tests {
			for _, c := range s.net.tests[t].open {
				if _, done := was[c]; done || s.penalty(t) <= s.base[s.net.tests[t].at] {
					continue
				}
				for r := range s.cells[c].readings {
					if r == s.now[c] || s.confusion(c, r) != kind {
						continue
					}
					more := s.dearer(c, r)
					before := s.now[c]
					s.now[c] = r
					if s.penalty(t) > s.base[s.net.tests[t].at] {
						s.now[c] = before
						continue
					}
					was[c] = before
					dearest = max(dearest, more)
					todo = append(todo, c)
					break
				}
			}
		}
	}
	for c := range was {
		for _, t := range s.cells[c].tests {
			if s.penalty(t) > s.base[s.net.tests[t].at] {
				return 0, false
			}
		}
	}
	return dearest, true
}

// confusion names the one character that another reading has in place of another, "3>8";
// "" where they differ by more.
func (s *search) confusion(i, r int) string {
	a, b := s.cells[i].readings[s.now[i]].text, s.cells[i].readings[r].text
	from, end := 0, 0
	for from < min(len(a), len(b)) && a[from] == b[from] {
		from++
	}
	for end < min(len(a), len(b))-from && a[len(a)-1-end] == b[len(b)-1-end] {
		end++
	}
	x, y := a[from:len(a)-end], b[from:len(b)-end]
	if len(x) > 1 || len(y) > 1 {
		if len(x) != len(y) || x == "" || strings.Trim(x, x[:1]) != "" || strings.Trim(y, y[:1]) != "" {
			return ""
		}
		x, y = x[:1], y[:1]
	}
	return x + ">" + y
}
