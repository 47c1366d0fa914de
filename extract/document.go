// Package extract says what is on the paper: pages, tables, cells and loose
// lines, with the text exactly as printed and the place of each. It gives no
// meaning to anything; that is package normalize.
//
// Readers live in subpackages, one for each kind of file; extract/formats lists
// them and picks one by content:
//
//	doc, err := formats.Read(data, "report.txt", extract.DefaultLimits())
package extract

import (
	"slices"
	"strings"
)

// DocumentSchema names the JSON form of a [Document].
const DocumentSchema = "ziping.document/1"

// Document is everything found on the paper of one input. Rows and columns
// count from 0, pages from 1. It survives JSON unchanged.
type Document struct {
	Schema   string    `json:"schema"`
	Source   Source    `json:"source"`
	Pages    []Page    `json:"pages"`
	Tables   []Table   `json:"tables"`
	Lines    []Line    `json:"lines,omitempty"`
	Warnings []Warning `json:"warnings,omitempty"`
	// Layers are where on their pages the recognised lines stand; no part of the JSON.
	Layers []Layer `json:"-"`
	// Clips are pictures of the cells that were read least surely; no part of the JSON.
	Clips []Clip `json:"-"`
}

// Source identifies the input. Name is the base name, never a path of the
// machine that read it.
type Source struct {
	Name      string `json:"name"`
	SHA256    string `json:"sha256,omitempty"` // absent where the content was not read whole
	MediaType string `json:"media_type,omitempty"`
	Reader    string `json:"reader,omitempty"`
}

// ReadBy reports an input that one of some readers read, each by the name of its package. The
// name of a Reader may go on behind it.
func (s *Source) ReadBy(packages ...string) bool {
	return slices.ContainsFunc(packages, func(name string) bool { return strings.HasPrefix(s.Reader, name) })
}

// Origin tells where the text of a page comes from.
type Origin string

// The origins a page can have.
const (
	OriginDigital Origin = "digital" // a text layer
	OriginScanned Origin = "scanned" // a picture
	OriginText    Origin = "text"    // plain text; no geometry
)

// Page is one page. Width and Height are points and absent for plain text.
type Page struct {
	Number   int     `json:"number"`
	Width    float64 `json:"width,omitempty"`
	Height   float64 `json:"height,omitempty"`
	Rotation int     `json:"rotation,omitempty"`
	Origin   Origin  `json:"origin"`
}

// Table is a grid of cells. Only non-empty cells and merged cells are listed;
// places that a merged cell covers are not listed again. A table copied as
// ragged text stays ragged: the column of a cell is the number of separators
// before it, right or wrong.
type Table struct {
	Rows  int    `json:"rows"`
	Cols  int    `json:"cols"`
	Cells []Cell `json:"cells"`
}

// Cell is one cell in reading order (by row, then column).
type Cell struct {
	Row     int    `json:"row"`
	Col     int    `json:"col"`
	RowSpan int    `json:"rowspan"`
	ColSpan int    `json:"colspan"`
	Text    string `json:"text"`
	Page    int    `json:"page,omitempty"`
	Box     *Box   `json:"box,omitempty"`
	// Confidence is a decimal between 0 and 1; absent for text that was not recognised from a picture.
	Confidence string `json:"confidence,omitempty"`
	Parts      []Part `json:"parts,omitempty"`
	// Glyphs is what the picture may show, from left to right, for a figure that was
	// recognised; nil for all other cells. An edit of Text leaves them as they are.
	Glyphs []Glyph `json:"glyphs,omitempty"`
}

// Part is one of several places a cell occupies, e.g. on both sides of a page break.
type Part struct {
	Page int  `json:"page"`
	Box  *Box `json:"box,omitempty"`
}

// Line is text outside tables. Before is the index of the table that follows
// it (len(Tables) for lines after the last), so that titles keep their forms.
type Line struct {
	Text       string `json:"text"`
	Before     int    `json:"before,omitempty"`
	Page       int    `json:"page,omitempty"`
	Box        *Box   `json:"box,omitempty"`
	Confidence string `json:"confidence,omitempty"`
}

// Box is x0,y0,x1,y1 in points from the top left of the page as a reader sees it.
type Box [4]float64

// WarnTruncated is the code of the warning that an input ends in the middle:
// what was read is right, and more may be missing.
const WarnTruncated = "truncated"

// WarnPassedOver is the code of the warning that pages of a long input were not
// read, as they hold nothing of a form.
const WarnPassedOver = "pages-passed-over"

// WarnNeedsRecognition is the code of the warning that a page is or holds a picture
// with text in it, which was not read.
const WarnNeedsRecognition = "needs-recognition"

// WarnFlattened is the code of the warning that the text of a form lost its
// columns: rows and columns of its table are the order of the cells only.
const WarnFlattened = "flattened"

// OneByOne reports a table of a text that lost its columns, where each row is
// one cell and says nothing of the rows of the form.
func (d *Document) OneByOne(table int) bool {
	if table < 0 || table >= len(d.Tables) || d.Tables[table].Cols != 1 {
		return false
	}
	for _, w := range d.Warnings {
		if w.Code == WarnFlattened {
			return true
		}
	}
	return false
}

// WarnGlued is the code of the warning that the cells of a text ran together and were
// cut by what they mean: the Document has them a cell to a row.
const WarnGlued = "glued"

// WarnTornRows is the code of the warning that a line end may be one inside a cell or
// the end of a row, and nothing tells.
const WarnTornRows = "torn-rows"

// WarnRowsJoined is the code of the warning that lines were put together to rows by how
// rows look: no count of separators bears them out.
const WarnRowsJoined = "rows-joined"

// WarnClipped is the code of the warning that a cell shows less than stands in it: it has
// no room for the rest. Such an input is read in part.
const WarnClipped = "clipped"

// WarnRounded is the code of the warning that a cell shows a number with fewer places than
// it holds: what is shown need not add up.
const WarnRounded = "rounded"

// WarnNoRulings is the code of the warning that rows and columns of a table were told by
// where its texts stand.
const WarnNoRulings = "no-rulings"

// WarnAmbiguous is the code of the warning that a place can be read in several
// ways and was left out.
const WarnAmbiguous = "ambiguous"

// WarnCutOff is the code of the warning that a form ends before parts that it ought
// to have, WarnFragment that it begins behind them. Such an input is read in part.
const (
	WarnCutOff   = "cut-off"
	WarnFragment = "fragment"
	// WarnNotUnderstood says that too much of what is printed belongs to no field.
	WarnNotUnderstood = "not-understood"
)

// WarnHeaderRepeated is the code of the warning that a page break repeats a heading row,
// which is no row of the table.
const WarnHeaderRepeated = "header-repeated"

// WarnMissing is the code of the warning that a part of the file is lost: what
// stood there is not known, and such an input is read in part.
const WarnMissing = "missing"

// Warning tells of something odd that a reader got past, with its place.
type Warning struct {
	Code    string `json:"code"`
	Message string `json:"message"`
	At      *Ref   `json:"at,omitempty"`
}

// NewDocument returns an empty Document with its schema and one text page.
func NewDocument(reader, mediaType string) *Document {
	return &Document{
		Schema: DocumentSchema,
		Source: Source{Reader: reader, MediaType: mediaType},
		Pages:  []Page{},
		Tables: []Table{},
	}
}

// At returns the text at ref and whether anything stands there.
func (d *Document) At(ref Ref) (string, bool) {
	p := d.textAt(ref)
	if p == nil {
		return "", false
	}
	return *p, true
}

// textAt points at the text that ref names, or nil.
func (d *Document) textAt(ref Ref) *string {
	if ref.IsLine() {
		if ref.Line < 0 || ref.Line >= len(d.Lines) {
			return nil
		}
		return &d.Lines[ref.Line].Text
	}
	if ref.Table < 0 || ref.Table >= len(d.Tables) {
		return nil
	}
	cells := d.Tables[ref.Table].Cells
	for i := range cells {
		if cells[i].Row == ref.Row && cells[i].Col == ref.Col {
			return &cells[i].Text
		}
	}
	return nil
}

// Clone returns a copy whose texts can be edited without touching d.
func (d *Document) Clone() *Document {
	c := *d
	c.Tables = make([]Table, len(d.Tables))
	for i, t := range d.Tables {
		t.Cells = append([]Cell(nil), t.Cells...)
		c.Tables[i] = t
	}
	c.Lines = append([]Line(nil), d.Lines...)
	return &c
}
