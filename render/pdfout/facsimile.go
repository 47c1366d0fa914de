package pdfout

import (
	"ziping/extract"
	"ziping/normalize"
	"ziping/render"
	"ziping/score"
)

// facsimile is one form while it is drawn.
type facsimile struct {
	d       *writer
	layout  normalize.Layout
	report  *score.Report
	list    *render.List
	was     map[normalize.Path]string      // printed text of each changed field
	levels  map[normalize.Path]score.Level // of the gravest finding on a field
	drawn   map[extract.Ref]spot           // where the lines outside the table came to lie
	colX    []float64                      // left edges of the columns, and the right edge
	rows    []rowPlace                     // where each row came to lie
	y       float64                        // where the next row goes
	page    int                            // and on which page
	again   []repeat                       // heading rows drawn again at the top of a page
	size    float64                        // points of the text in cells
	line    float64                        // and its line height in millimetres
	crowded bool                           // its figures are too wide for the page
	heads   []normalize.HeaderRows         // heading rows to repeat
	text    []cellText                     // wrapped text by index of the cell
	byRow   [][]int                        // cells that begin in a row
}
