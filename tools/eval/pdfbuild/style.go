package pdfbuild

// TextKind is how characters become codes and how codes are told back.
type TextKind string

// The kinds of text layers.
const (
	Identity   TextKind = ""           // Identity-H, subset, ToUnicode
	Word       TextKind = "word"       // Latin in a simple TrueType font, the rest Identity-H
	Kangxi     TextKind = "kangxi"     // ToUnicode gives radicals for characters that look the same
	GBK        TextKind = "gbk"        // GBK-EUC-H, no font in the file
	GBKp       TextKind = "gbkp"       // GBKp-EUC-H
	GBK2K      TextKind = "gbk2k"      // GBK2K-H
	UCS2       TextKind = "ucs2"       // UniGB-UCS2-H
	UTF16      TextKind = "utf16"      // UniGB-UTF16-H
	Type3      TextKind = "type3"      // glyphs as drawings, with ToUnicode
	NoUnicode  TextKind = "no-unicode" // Identity-H without ToUnicode; the font has a character map
	Permuted   TextKind = "permuted"   // the same, glyphs in another order, no character map
	LyingMap   TextKind = "lying-map"  // ToUnicode gives other digits than are drawn
	Type3Blind TextKind = "type3-blind"
	Distiller  TextKind = "distiller" // GBK-EUC-H and a standard Latin font, none in the file

	// Maps that lie, of fonts that do not say which characters they draw.
	LyingBare   TextKind = "lying-bare"   // ToUnicode gives other digits than are drawn
	LyingSwap   TextKind = "lying-swap"   // 6 and 9 change places, which are of one size
	LyingBlank  TextKind = "lying-blank"  // minus, point and 1 are called blanks
	LyingTwice  TextKind = "lying-twice"  // 5 is called 55
	LyingSame   TextKind = "lying-same"   // 3 and 8 are both called 3
	LyingAreas  TextKind = "lying-areas"  // digits are called by characters of private use
	LyingMixed  TextKind = "lying-mixed"  // the map names codes in part; others come out as their numbers
	LyingWord   TextKind = "lying-word"   // a simple font whose encoding names other digits
	LyingType3  TextKind = "lying-type3"  // drawings under other digits' names
	SoftHyphens TextKind = "soft-hyphens" // the minus is called a soft hyphen, as Word does
)

// Lies reports whether the text layer tells other characters than are drawn, or none.
func (k TextKind) Lies() bool {
	switch k {
	case NoUnicode, Permuted, LyingMap, Type3Blind, LyingBare, LyingSwap, LyingBlank, LyingTwice, LyingSame, LyingAreas, LyingMixed, LyingWord, LyingType3:
		return true
	}
	return false
}

// SplitKind is how a line of text is cut into operators.
type SplitKind string

// The ways a line is cut.
const (
	Whole  SplitKind = ""
	Chars  SplitKind = "chars"  // every character placed by itself
	Array  SplitKind = "array"  // TJ with small corrections
	Spread SplitKind = "spread" // short labels stretched over their cell
	Space  SplitKind = "space"  // character spacing by Tc
)

// RuleKind is how a ruling is drawn.
type RuleKind string

// The ways rulings are drawn.
const (
	Lines     RuleKind = ""          // one stroke for each line, as long as it goes
	Rects     RuleKind = "rects"     // a stroked rectangle for each cell
	Thin      RuleKind = "thin"      // filled rectangles for each side of each cell, with corners
	Segments  RuleKind = "segments"  // a stroke for each side of each cell
	OnePath   RuleKind = "one-path"  // all lines in one path
	Broken    RuleKind = "broken"    // lines that do not quite meet
	ShortDots RuleKind = "short"     // dashes drawn one by one
	ThinFills RuleKind = "thin-fill" // one filled rectangle for each line
	Polygons  RuleKind = "polygons"  // thin filled four-sided paths
	Inset     RuleKind = "inset"     // white cells on a black ground
	Overshoot RuleKind = "overshoot" // lines that run past their corners
	Stopping  RuleKind = "stopping"  // sides of cells that stop short of their corners
	Gapped    RuleKind = "gapped"    // some sides of cells have a gap
	Strokes   RuleKind = "strokes"   // many short strokes that overlap
	Framed    RuleKind = "framed"    // hairlines within a thick frame
	TwoFrames RuleKind = "frames"    // a thick frame around the table's own, and a border around the page
	Jittered  RuleKind = "jittered"  // sides of cells a little off their line
)

// Style is how a file is written.
type Style struct {
	Text      TextKind
	Split     SplitKind
	Rules     RuleKind
	Structure Structure
	Rotate    int  // /Rotate; the reader sees the page upright
	Turned    bool // the page is turned by its content: the reader sees it on its side
	Crop      bool // the page is cut out of a larger sheet
	XObject   bool // all content in nested form XObjects
	Inline    bool // shades as inline images
	Fields    bool // numbers are values of form fields
	Notes     bool // numbers are free-text annotations
	Twice     bool // headings are bold by being drawn twice
	White     bool // headings are white on dark, where the look shades them
	Decoy     bool // white text on white paper that nobody sees
	Backwards bool // texts are drawn in reverse order
	OpenCuts  bool // no line where a page break cuts a cell
	OCR       bool // a picture with invisible text over it
	Picture   bool // a picture and no text
	Tagged    bool // marked content around every text
	Literal   bool // strings in brackets with escapes
	Pieces    bool // content in several streams, cut between operators
	ASCII     bool // streams in ASCII base 85
	Matrix    bool // fonts of size 1, scaled by the text matrix
	Tenths    bool // the page is drawn in tenths of a point
	Inherit   bool // resources and boxes come from the page tree
	LayerOff  bool // a layer of other figures that is switched off
	Shadow    bool // every text once more, invisible
	Underline bool // values are underlined
	Struck    bool // values are struck out
	Boxes     bool // a drawn box, ticked or not, before each value
	Parted    bool // headings on grey are parted by white lines alone
	Diagonal  bool // empty cells are struck out with a slanting line
	Seal      bool // a round seal over the form
	Watermark bool // a word across the page
	Aside     bool // a note in the margin beside the table
	Lie       Lie  // how the form's numbers are hidden or doubled
}
