package extract

// Limits bound what a reader may take from one input. Passing one ends the
// input with an Error of kind ErrLimit that names the limit.
type Limits struct {
	Bytes     int64 // size of the input
	Unpacked  int64 // size of what a packed input (xlsx) unpacks to
	Rows      int   // rows that hold something, over all tables
	Cols      int   // cells in one row, empty ones included
	Cells     int   // non-empty cells over all tables
	CellRunes int   // characters in one cell
	Text      int   // bytes of text over all cells and lines, however often the file repeats it
	Places    int   // places that merged cells cover, over all tables
	Pages     int
}

// DefaultLimits are far above any real form (the largest seen has 400 rows)
// and keep one hostile input within 300 MB and 2 s.
func DefaultLimits() Limits {
	return Limits{
		Bytes:     64 << 20,
		Unpacked:  256 << 20,
		Rows:      20_000,
		Cols:      2_000,
		Cells:     200_000,
		CellRunes: 100_000,
		Text:      16 << 20,
		Places:    1 << 20,
		Pages:     2_000,
	}
}

// Options are what every reader takes.
type Options struct {
	Limits Limits
	Lang   Lang // of warnings
	// Budget counts what is taken of the input. A reader begins one where there is
	// none; what is embedded in an input is read with that of the whole.
	Budget *Budget `json:"-"`
	// Positions, if not nil, is told where in a text each cell and line stands.
	Positions Positions `json:"-"`
	// Pages are the pages to read; nil means all. Readers without pages ignore it.
	Pages []PageRange
	// Passwords are tried in turn on an encrypted input, after the empty one.
	Passwords []string
	// Heading reports whether a text is a heading of the forms looked for; nil
	// means that none is known.
	Heading func(text string) bool `json:"-"`
	// MayHoldForm reports whether a page with such a text, white space left out,
	// may hold a form. Of a long input other pages are passed over; nil reads all.
	MayHoldForm func(text string) bool `json:"-"`
	// WebPage reads a web page that is embedded in a document; nil means that
	// such pages are not read.
	WebPage func(data []byte, o Options) (*Document, error) `json:"-"`
	// Apart reads PDF and pictures, in a process of its own; nil means that they are
	// not read.
	Apart func(data []byte, o Options) (*Document, error) `json:"-"`
	// Recognition says which pages are read as pictures; "" means RecogniseAuto.
	Recognition Recognition
	// DPI is how many dots go to an inch on pictures, whatever they say; 0 means that
	// it is not known better.
	DPI float64
}

// Recognition says which pages are read as pictures.
type Recognition string

// The ways of reading pages.
const (
	RecogniseAuto  Recognition = "auto"  // those that have no text of their own
	RecogniseForce Recognition = "force" // all, whatever text they have
	RecogniseOff   Recognition = "off"   // none
)

// PageRange are the pages From to To, both included; To 0 means to the end.
type PageRange struct{ From, To int }

// Wanted reports whether a page is among those to read.
func (o Options) Wanted(page int) bool {
	for _, r := range o.Pages {
		if page >= r.From && (page <= r.To || r.To == 0) {
			return true
		}
	}
	return len(o.Pages) == 0
}
