package xlsxin

import "sort"

// spans are rows or columns that are hidden, in rising order.
type spans struct {
	from, to []int
	before   []int // hidden ones before each span
}

// add adds from..to. Sheets list rows and columns in order; what is out of
// order is not believed.
func (s *spans) add(from, to int) {
	if n := len(s.to); n > 0 {
		if from <= s.to[n-1] {
			return
		}
		if from == s.to[n-1]+1 {
			s.to[n-1] = max(s.to[n-1], to)
			return
		}
	}
	if from < 1 || to < from {
		return
	}
	before := 0
	if n := len(s.to); n > 0 {
		before = s.before[n-1] + s.to[n-1] - s.from[n-1] + 1
	}
	s.from, s.to, s.before = append(s.from, from), append(s.to, to), append(s.before, before)
}

// hides reports that the row or column is hidden.
func (s *spans) hides(i int) bool {
	k := sort.SearchInts(s.to, i)
	return k < len(s.from) && s.from[k] <= i
}

// place is the number of i among those shown; of a hidden one, that of the
// next shown.
func (s *spans) place(i int) int {
	k := sort.SearchInts(s.to, i)
	switch {
	case k < len(s.from) && s.from[k] <= i:
		return s.from[k] - s.before[k]
	case k == 0:
		return i
	}
	return i - s.before[k-1] - (s.to[k-1] - s.from[k-1] + 1)
}
