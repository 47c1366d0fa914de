package solve

// stack hands out memory that is given back in the order of a depth-first
// search, so that visiting a node allocates nothing once the search is warm.
type stack[T any] struct {
	slabs     [][]T
	slab, pos int
}

// slabSize is the number of elements allocated first; each slab is twice the
// one before.
const slabSize = 128

// mark is a state of a stack to return to.
type mark struct{ slab, pos int }

func (s *stack[T]) mark() mark { return mark{s.slab, s.pos} }

// release gives back everything taken since the mark.
func (s *stack[T]) release(m mark) { s.slab, s.pos = m.slab, m.pos }

// take returns n elements with whatever they held before, as an empty slice
// that can grow to n.
func (s *stack[T]) take(n int) []T {
	for s.slab < len(s.slabs) && s.pos+n > len(s.slabs[s.slab]) {
		s.slab, s.pos = s.slab+1, 0
	}
	if s.slab == len(s.slabs) {
		s.slabs = append(s.slabs, make([]T, max(n, slabSize<<min(s.slab, 8))))
	}
	out := s.slabs[s.slab][s.pos : s.pos : s.pos+n]
	s.pos += n
	return out
}

// memory is the stacks of a search.
type memory struct {
	rows      stack[row]
	terms     stack[term]
	lists     stack[*row]
	conflicts stack[conflict]
	suspects  stack[suspect]
}

type memoryMark struct{ rows, terms, lists, conflicts, suspects mark }

func (m *memory) mark() memoryMark {
	return memoryMark{m.rows.mark(), m.terms.mark(), m.lists.mark(), m.conflicts.mark(), m.suspects.mark()}
}

func (m *memory) release(to memoryMark) {
	m.rows.release(to.rows)
	m.terms.release(to.terms)
	m.lists.release(to.lists)
	m.conflicts.release(to.conflicts)
	m.suspects.release(to.suspects)
}
