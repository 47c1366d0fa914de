package page

// The scales of a page, in its usual character size (em), which is the median of
// what stands on it: a form shrunk to fit, and a scan at any resolution, are judged
// alike. Whatever is compared on a page is compared by one of these; a distance of
// another kind has a name of its own where it is used, with its reason.
const (
	// Touch is what is at one place. Characters of a word follow each other, and
	// texts of a column begin, nearer than this; programs round to less.
	Touch = 0.10
	// Line is what is at one height, or in the middle of the same cell. Fonts put
	// their characters this much higher or lower, and no smaller step is a line.
	Line = 0.25
	// Word is the gap that parts two texts: wider than the blank of a Latin font,
	// narrower than any space that an office leaves between columns.
	Word = 0.55
	// Column is the gap that no text has within, and what a cell is wide at least.
	Column = 2.0
)

// Heights, in the same measure, and how much larger than the usual a character is
// that belongs to a title or a note.
const (
	// NextLine is how far lines of one text are apart at most: single spacing and a
	// half of the space that an office gives it.
	NextLine = 1.75
	// NextRow is how far rows are apart that no ruling parts: a line with the
	// padding of two cells.
	NextRow = 2.2
	// Larger is a size that is not the table's own.
	Larger = 1.2
)
