package fit

// Seat is a text whose cell is sought.
type Seat struct {
	Box              Interval   // of all lines
	Lines            []Interval // of each
	FirstRow, EndRow int        // rows, known before
	Set              side       // to which side
	lo, hi           float64    // the edges found
	alone            bool       // in its row
	chosen           bool       // a text over several rows that has its edges
	before           Interval   // where its left edge may lie
	behind           Interval   // where its right edge may lie
}

// side is where a text stands in its cell, as far as it is known before.
type side int

const (
	anySide side = iota
	// Paragraph is for lines that start at one place.
	Paragraph
	flushLeft // texts above or below start at the same place
	flushRight
	likelyLeft // nothing shows, in a table that sets its texts so
)

func (s *Seat) middle() float64 { return (s.Box.Lo + s.Box.Hi) / 2 }
