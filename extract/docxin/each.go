package docxin

import (
	"ziping/extract/opc"
)

// each calls do at every start tag within the tag just started. Where do
// leaves a tag alone, the tags within it are seen as if it were not there.
func each(s *opc.Scanner, do func() error) error {
	depth := s.Depth
	for s.Next() {
		switch {
		case s.Kind == opc.End && s.Depth == depth:
			return nil
		case s.Kind == opc.Start:
			if err := do(); err != nil {
				return err
			}
		}
	}
	return s.Err()
}
