package grid

import "ziping/extract"

// Options steer the search.
type Options struct {
	Lang extract.Lang // of warnings
	// Heading reports whether a text is a heading of the forms looked for. It
	// helps where rulings are missing; nil means that none is known.
	Heading func(text string) bool
	// Limits bound the rows, columns and cells of a table; 0 is no bound of the
	// reader's own. Time and memory are bounded in any case.
	Limits extract.Limits
}

// Found is what the pages hold.
type Found struct {
	Tables   []extract.Table
	Lines    []extract.Line
	Warnings []extract.Warning
}
