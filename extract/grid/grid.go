// Package grid finds tables in what stands on a page: characters and rulings
// with their places. It knows no file format, so that PDF pages and recognised
// scans go through the same door.
//
//	found := grid.Find(pages, grid.Options{})
//	found.Tables // one for each table, also where it runs over pages
//	found.Lines  // text outside tables
//
// All lengths are points (1/72 inch) from the top left of the page as a reader
// sees it: rotation and crop box are already applied.
//
// Find is the driver; the rooms below it import one way, from the last of this
// list to the first:
//
//	page      what stands on a page, and boxes
//	rim       what a spreadsheet prints around its sheet
//	disjoint  union-find
//	words     what is known of words, as data
//	sheet     a page while it is read: rulings joined, characters in lines and phrases
//	piece     what one page holds of a table: edges, cells, their characters
//	table     a table over pages, and what is told of it
//	fit       columns from how texts stand in their cells
//	ruled     pieces whose cells rulings enclose
//	pagebreak what stands between a piece and the next page's
//	lined     pieces with horizontal rulings only
//	bodytext  text that is no table
//	unruled   tables without rulings
//	join      pieces put together over pages
package grid

import (
	"ziping/extract"
	"ziping/extract/grid/page"
	"ziping/extract/grid/words"
)

// Options steer the search.
type Options struct {
	Lang extract.Lang // of warnings
	// Heading reports whether a text is a heading of the forms looked for. It
	// helps where rulings are missing; nil means that none is known.
	Heading func(text string) bool
	// Words is what is known of words beside headings; nil means words.Known.
	Words *words.Words
	// Progress, if not nil, is told that work goes on: at least once for each page
	// in each step.
	Progress func()
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

// Page is a page as Find takes it, of characters and rulings.
type Page = page.Page

// Glyph is a character of a page.
type Glyph = page.Glyph

// Rule is a ruling of a page.
type Rule = page.Rule
