// Package render holds what writers take. Writers live in subpackages, one for
// each format; each is a function of a Bundle and writes the same bytes for
// the same Bundle.
//
//	err := xlsxout.Write(w, &render.Bundle{Result: result, Document: doc, Forms: forms})
package render

import (
	"ziping/extract"
	"ziping/normalize"
	"ziping/score"
)

// Bundle is one finished input, ready to be written.
type Bundle struct {
	Result   *score.Result
	Document *extract.Document // as printed
	// Positions tell where in its file the places of Document stand; nil where that is not known.
	Positions extract.Positions
	Forms     []Form      // one per Result.Reports entry, in order
	Catalog   []score.Doc // documentation of the checks, in catalogue order
	Lang      extract.Lang
	Version   string
}

// Form is what a writer needs to draw one form.
type Form struct {
	Report    *score.Report    // points into Result.Reports
	Layout    normalize.Layout // as printed
	Corrected score.Corrected  // after the applied repairs
	// CorrectedLayout is the form as the repairs leave it; Layout where there are none.
	CorrectedLayout normalize.Layout
}
