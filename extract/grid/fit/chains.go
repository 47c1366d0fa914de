package fit

import (
	"cmp"
	"math"
	"slices"
	"sort"

	"ziping/extract/grid/page"
)

// chains proposes the edges that rows of centred texts tell of, from the left
// border on and from the right border on. Where both agree the row is divided
// without a rest, which is hardly ever chance: its edges are proved.
func (f *Fitting) chains() (proved, guessed []edge) {
	for _, row := range f.rows {
		a, b := f.chain(row)
		if len(a) == len(row) && len(row) > 1 && math.Abs(a[len(a)-1]-f.Right) < page.Line*f.em {
			for _, x := range append(a, b...) {
				proved = append(proved, edge{at: x, support: 4, proved: 1})
			}
			continue
		}
		for _, list := range [][]float64{a, b} {
			w := 0.8
			for _, x := range list {
				guessed = append(guessed, edge{at: x, support: w})
				w *= 0.7
			}
		}
	}
	return proved, guessed
}

// chain follows a row from the left border to the right, and from the right border
// to the left, as far as each edge lies between two texts.
func (f *Fitting) chain(row []int) (fromLeft, fromRight []float64) {
	x := f.Left
	for _, i := range row {
		s := &f.seats[i]
		x = 2*s.middle() - x
		if s.Set != anySide || x < s.behind.Lo-page.Touch*f.em || x > s.behind.Hi+page.Touch*f.em {
			break
		}
		fromLeft = append(fromLeft, x)
	}
	x = f.Right
	for k := len(row) - 1; k >= 0; k-- {
		s := &f.seats[row[k]]
		x = 2*s.middle() - x
		if s.Set != anySide || x < s.before.Lo-page.Touch*f.em || x > s.before.Hi+page.Touch*f.em {
			break
		}
		fromRight = append(fromRight, x)
	}
	return fromLeft, fromRight
}

// findSides tells which texts are set to one side: several texts of other lengths,
// in rows near by, start or end where they do, and fewer have the same middle.
func (f *Fitting) findSides() {
	type mates struct{ left, right, middle []int }
	all := make([]mates, len(f.seats))
	starts := newAlike(f.seats, page.Touch*f.em, func(s *Seat) float64 { return s.Box.Lo })
	ends := newAlike(f.seats, page.Touch*f.em, func(s *Seat) float64 { return s.Box.Hi })
	middle := newAlike(f.seats, page.Line*f.em, (*Seat).middle)
	for i := range f.seats {
		if f.seats[i].Set == anySide {
			all[i].left, all[i].right, all[i].middle = f.mates(i, starts, ends, middle)
		}
	}
	// A mate counts that has no better reason to stand where it does.
	count := func(list []int, same func(*mates) []int) int {
		n := 0
		for _, k := range list {
			if len(same(&all[k])) > len(all[k].middle) {
				n++
			}
		}
		return n
	}
	lefts, middles := 0, 0
	for i := range f.seats {
		m := &all[i]
		left := count(m.left, func(o *mates) []int { return o.left })
		right := count(m.right, func(o *mates) []int { return o.right })
		switch {
		case left >= 2 && left > len(m.middle) && left >= right:
			f.seats[i].Set = flushLeft
			lefts++
		case right >= 2 && right > len(m.middle) && right > left:
			f.seats[i].Set = flushRight
		case len(m.middle) > 0:
			middles++
		}
	}
	for i := range f.seats {
		if s := &f.seats[i]; s.Set == anySide && lefts > 2*middles+2 {
			s.Set = likelyLeft
		}
	}
}

// mates lists the texts near by, of other lengths, that start where one does, end
// there, or have its middle.
func (f *Fitting) mates(i int, starts, ends, middles *alike) (left, right, middle []int) {
	s := &f.seats[i]
	other := func(k int) bool {
		o := &f.seats[k]
		return k != i && math.Abs(o.Box.Hi-o.Box.Lo-s.Box.Hi+s.Box.Lo) >= otherLength*f.em
	}
	for _, k := range starts.near(f.seats, i) {
		if other(k) {
			left = append(left, k)
		}
	}
	for _, k := range ends.near(f.seats, i) {
		if other(k) && !starts.share(s, &f.seats[k]) {
			right = append(right, k)
		}
	}
	for _, k := range middles.near(f.seats, i) {
		if other(k) && !starts.share(s, &f.seats[k]) && !ends.share(s, &f.seats[k]) {
			middle = append(middle, k)
		}
	}
	return left, right, middle
}

// otherLength is how much longer (in character sizes) a text is than one of the
// same length: a figure with one digit more is half a character longer.
const otherLength = 0.4

// matesWithin is how many rows away texts may stand that are set like one.
const matesWithin = 12

// alike finds texts that have a place in common.
type alike struct {
	place func(*Seat) float64
	tol   float64
	by    map[int]*alikes
}

// alikes are the texts of one stretch by their first rows, and the most rows that
// one of them is of.
type alikes struct {
	list []int
	rows int
}

func newAlike(seats []Seat, tol float64, place func(*Seat) float64) *alike {
	a := &alike{place: place, tol: tol, by: map[int]*alikes{}}
	order := make([]int, len(seats))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(x, y int) int { return cmp.Compare(seats[x].FirstRow, seats[y].FirstRow) })
	for _, i := range order {
		n := a.stretch(&seats[i])
		if a.by[n] == nil {
			a.by[n] = &alikes{}
		}
		a.by[n].list = append(a.by[n].list, i)
		a.by[n].rows = max(a.by[n].rows, seats[i].EndRow-seats[i].FirstRow)
	}
	return a
}

func (a *alike) stretch(s *Seat) int { return int(math.Floor(a.place(s) / a.tol)) }

// share reports whether two texts have the place in common.
func (a *alike) share(s, o *Seat) bool { return math.Abs(a.place(o)-a.place(s)) < a.tol }

// near lists the texts a few rows away that have the place of one.
func (a *alike) near(seats []Seat, i int) []int {
	var out []int
	s := &seats[i]
	from, to := s.FirstRow-matesWithin, s.EndRow+matesWithin
	for n := a.stretch(s) - 1; n <= a.stretch(s)+1; n++ {
		all := a.by[n]
		if all == nil {
			continue
		}
		k := sort.Search(len(all.list), func(k int) bool { return seats[all.list[k]].FirstRow > from-all.rows })
		for ; k < len(all.list) && seats[all.list[k]].FirstRow < to; k++ {
			if o := &seats[all.list[k]]; o.EndRow > from && a.share(s, o) {
				out = append(out, all.list[k])
			}
		}
	}
	return out
}

// sides proposes the edges that texts set to one side tell of.
func (f *Fitting) sides() []edge {
	pad := page.Line * f.em
	for i := range f.seats {
		if s := &f.seats[i]; s.Set == flushLeft && s.Box.Lo-f.Left < sidePad*f.em {
			pad = math.Max(pad, s.Box.Lo-f.Left)
		}
	}
	snap := func(x float64) float64 {
		switch {
		case x < f.Left+sidePad*f.em:
			return f.Left
		case x > f.Right-sidePad*f.em:
			return f.Right
		}
		return x
	}
	var out []edge
	for i := range f.seats {
		switch s := &f.seats[i]; s.Set {
		case Paragraph:
			out = append(out, edge{at: snap(s.Box.Lo - pad), support: 1}, edge{at: snap(s.Box.Hi + pad + page.Word*f.em), support: 0.3})
		case flushLeft, likelyLeft:
			out = append(out, edge{at: snap(s.Box.Lo - pad), support: 0.7})
		case flushRight:
			out = append(out, edge{at: snap(s.Box.Hi + pad), support: 0.7})
		}
	}
	return out
}

// Borders finds the borders of a table that no ruling tells of. A row of centred
// texts that is full tells their sum, where its number is odd, or their distance.
func (f *Fitting) Borders(axis float64) (left, right float64) {
	lo, hi := f.Left, f.Right
	var sums, spans []float64
	for _, row := range f.rows {
		x, sign := 0.0, 1.0
		skip := len(row) == 0
		for k := len(row) - 1; k >= 0; k-- {
			s := &f.seats[row[k]]
			x += sign * 2 * s.middle()
			sign = -sign
			skip = skip || s.Set != anySide
		}
		switch {
		case skip:
		case len(row)%2 == 1:
			sums = append(sums, x)
		default:
			spans = append(spans, x)
		}
	}
	sums = append(sums, lo+hi, 2*axis)
	for k := range 12 {
		spans = append(spans, hi-lo+float64(k)*0.8*f.em)
	}
	best := math.Inf(-1)
	left, right = lo-page.Word*f.em, hi+page.Word*f.em
	for _, s := range modes(sums, page.Line*f.em, 12) {
		for _, d := range modes(spans, page.Line*f.em, 24) {
			l, r := (s-d)/2, (s+d)/2
			if l > lo || r < hi || l < lo-14*f.em || r > hi+14*f.em {
				continue
			}
			if v := f.closes(l, r); v > best {
				best, left, right = v, l, r
			}
		}
	}
	return left, right
}

// closes is how well rows of centred texts fit between two borders.
func (f *Fitting) closes(left, right float64) float64 {
	f.Within(left, right)
	v := -0.02 * (right - left) / f.em
	for _, row := range f.rows {
		a, b := f.chain(row)
		if len(a) == len(row) && len(row) > 0 && math.Abs(a[len(a)-1]-right) < page.Line*f.em {
			v += float64(len(row))
			continue
		}
		v += 0.1 * float64(len(a)+len(b))
	}
	return v
}

// modes lists the values that most others are near, at most n.
func modes(v []float64, tol float64, n int) []float64 {
	sort.Float64s(v)
	type mode struct {
		at    float64
		count int
	}
	var all []mode
	for from := 0; from < len(v); {
		to, sum := from, 0.0
		for to < len(v) && v[to]-v[from] <= tol {
			sum += v[to]
			to++
		}
		all = append(all, mode{at: sum / float64(to-from), count: to - from})
		from = to
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].count > all[j].count })
	var out []float64
	for _, m := range all[:min(n, len(all))] {
		out = append(out, m.at)
	}
	return out
}
