package render

import (
	"ziping/extract"
	"ziping/normalize"
)

// Spots tell where what a finding may name came to lie in an output: T is a cell of a
// sheet, a height on a page.
type Spots[T any] struct {
	path map[normalize.Path]T
	at   map[extract.Ref]T
}

// Put notes where a field and a place of the Document lie; either may be none. What lies
// twice is found where it was put first.
func (s *Spots[T]) Put(path normalize.Path, at *extract.Ref, here T) {
	if s.path == nil {
		s.path, s.at = map[normalize.Path]T{}, map[extract.Ref]T{}
	}
	if _, ok := s.path[path]; !ok && !path.IsZero() {
		s.path[path] = here
	}
	if at == nil {
		return
	}
	if _, ok := s.at[at.Key()]; !ok {
		s.at[at.Key()] = here
	}
}

// Of is where a place of a finding lies: its field, else the place it names, since a row,
// the second field of a cell and what is no field have no path here.
func (s *Spots[T]) Of(x Place) (T, bool) {
	if here, ok := s.path[x.Field]; ok && !x.Field.IsZero() {
		return here, true
	}
	if x.At == nil {
		var none T
		return none, false
	}
	here, ok := s.at[x.At.Key()]
	return here, ok
}
