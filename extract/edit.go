package extract

import "fmt"

// Edit is a guarded change of the text at one place: it applies only where Old
// still stands. Corrections are edits of the Document and nothing else; running
// the later stages again on the edited Document proves them.
type Edit struct {
	At  Ref    `json:"at"`
	Old string `json:"old"`
	New string `json:"new"`
}

// Apply returns a copy of d with the edits made. It fails, changing nothing,
// if one of the places does not hold the Old text.
func Apply(d *Document, edits []Edit) (*Document, error) {
	c := d.Clone()
	for _, e := range edits {
		p := c.textAt(e.At)
		if p == nil {
			return nil, fmt.Errorf("edit: nothing stands at %+v", e.At.Key())
		}
		if *p != e.Old {
			return nil, fmt.Errorf("edit: %+v holds %q, not %q", e.At.Key(), *p, e.Old)
		}
		*p = e.New
	}
	return c, nil
}
