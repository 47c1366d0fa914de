// Package disjoint puts numbers together in sets that share no member
// (union-find).
//
//	s := disjoint.New(10)
//	s.Union(3, 7)
//	s.Find(7) == s.Find(3) // the smallest number of the set
package disjoint

// Sets is union-find.
type Sets []int

// New makes a set of each number below n.
func New(n int) Sets {
	s := make(Sets, n)
	for i := range s {
		s[i] = i
	}
	return s
}

// Find is the smallest number of the set that i is in.
func (s Sets) Find(i int) int {
	for s[i] != i {
		s[i] = s[s[i]]
		i = s[i]
	}
	return i
}

// Union keeps the smaller number as the root, so that numbering is stable.
func (s Sets) Union(a, b int) {
	a, b = s.Find(a), s.Find(b)
	s[max(a, b)] = min(a, b)
}
