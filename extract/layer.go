package extract

// Layer is the text of one page that was recognised from its picture, line by line
// where it stands there: what a text layer over the picture is made of.
type Layer struct {
	Page          int
	Width, Height float64 // of the page before its reader, in points
	// Kept says that the page has a layer of another program already. Nothing is to be
	// laid over that, and there are no Lines.
	Kept  bool        `json:",omitempty"`
	Lines []LayerLine `json:",omitempty"` // in the order of reading
}

// LayerLine is a line of text on a picture. Lengths are points, from the top left of the
// page as its file shows it; in a PDF they are the page's own coordinates, which count
// upwards.
type LayerLine struct {
	Text string
	// X, Y is where its first character begins, at the foot of the line; AlongX, AlongY
	// lead from there to the end of the last, UpX, UpY to the head of the line.
	X, Y, AlongX, AlongY, UpX, UpY float64
	// Ends are where each character of Text ends, as a share of the line's length. A gap
	// that is a word's end is a blank in Text.
	Ends []float64
	// At is the cell that is this line and a figure; nil for all else.
	At *Ref `json:",omitempty"`
}

// Retold is the line with another text in its place, whose characters are as wide as
// each other.
func (l LayerLine) Retold(text string) LayerLine {
	l.Text, l.Ends = text, nil
	n := len([]rune(text))
	for i := range n {
		l.Ends = append(l.Ends, float64(i+1)/float64(n))
	}
	return l
}
