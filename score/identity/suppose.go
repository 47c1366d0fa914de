package identity

// Supposer tests identities as if other figures were printed: what the form would
// say if a cell had been misread. It keeps memory between tests, holds on to the prints it was given last, and is not safe for
// use by several goroutines.
type Supposer struct{ tester }

// Suppose tests an identity on the given prints, the result's first, then those of
// its parts in their order. A sum whose result is no printed full mark, and whose
// parts do not make one, is Untestable; no premise is looked at, and no cell that
// the form may have besides.
func (s *Supposer) Suppose(id *Identity, prints []Print) Outcome {
	s.prints = prints
	out := Tested{Identity: *id}
	s.weigh(&out)
	return out.Outcome
}
