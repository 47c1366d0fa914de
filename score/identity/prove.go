package identity

import (
	"strings"

	"ziping/normalize"
)

// Prove marks as proved every figure of the money block that takes part in an
// identity that holds, together with another figure that is not zero: only
// figures found in different places confirm each other, and 0 = 0 + 0 confirms
// nothing. Of recognised figures more is asked, and by others (score/decode). It
// changes the Reading of the report's fields.
func Prove(r *normalize.Report, tested []Tested) {
	var figures []*normalize.Field
	for i := range tested {
		t := &tested[i]
		if t.Outcome != Agree || !strings.HasPrefix(t.Check, "FND-") {
			continue
		}
		figures = figures[:0]
		figures = appendFigure(figures, r, t.Result)
		for _, p := range t.Parts {
			figures = appendFigure(figures, r, p.Path)
		}
		if len(figures) < 2 {
			continue
		}
		for _, f := range figures {
			if f.Reading == normalize.Read && f.Confidence == "" {
				f.Reading = normalize.Proved
			}
		}
	}
}

func appendFigure(to []*normalize.Field, r *normalize.Report, path normalize.Path) []*normalize.Field {
	f, _ := r.Field(path)
	if n, ok := f.Number(); ok && !n.IsZero() {
		return append(to, f)
	}
	return to
}
