package render

import (
	"slices"

	"ziping/extract"
	"ziping/normalize"
	"ziping/score"
)

// Place is one of the places that a finding speaks of.
type Place struct {
	Field normalize.Path
	At    *extract.Ref
}

// Places lists what a finding speaks of: its own place, or all those of a joined one.
func Places(r *score.Report, f *score.Finding) []Place {
	if !f.Joined() {
		return []Place{{f.Field, f.At}}
	}
	out := make([]Place, 0, len(f.Operands))
	for _, path := range f.Operands {
		p := Place{Field: path}
		if path == f.Field {
			p.At = f.At
		} else if k, ok := path.Unplaced(); ok && k < len(r.Unplaced) {
			p.At = &r.Unplaced[k].At
		} else if x, _ := r.Field(path); x != nil {
			p.At = x.At
		}
		if p.At == nil {
			k := slices.IndexFunc(r.Moves, func(m normalize.Move) bool { return m.Field == path })
			if k >= 0 {
				p.At = &r.Moves[k].At
			}
		}
		out = append(out, p)
	}
	return out
}
