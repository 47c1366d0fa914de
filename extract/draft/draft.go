// Package draft is a Document in the making: it counts what is put into it
// against the limits, keeps lines before their tables and warnings short.
// Readers of office and web files share it.
//
//	d := draft.New("htmlin", "text/html", o)
//	err := d.Line("项目支出绩效自评表")
//	t := d.Table()
//	err = t.Put(0, 0, 1, 2, "项目名称")
//	t.Close()
//	doc := d.Document()
package draft

import (
	"fmt"
	"slices"
	"unicode"
	"unicode/utf8"

	"ziping/extract"
	"ziping/text/blank"
)

// Draft collects a Document.
type Draft struct {
	o       extract.Options
	doc     *extract.Document
	texts   bool           // something was put in
	counted bool           // what is put in is counted already
	warned  map[string]int // warnings by code
}

// New returns a Draft without pages.
func New(reader, mediaType string, o extract.Options) *Draft {
	if o.Budget == nil {
		o.Budget = extract.NewBudget(o.Limits)
	}
	return &Draft{o: o, doc: extract.NewDocument(reader, mediaType), warned: map[string]int{}}
}

// Place notes where in its workbook a place of the Document stands, if that is asked for.
func (d *Draft) Place(at extract.Ref, sheet string, row, col int) {
	if d.o.Positions != nil {
		d.o.Positions[at.Key()] = extract.Position{Line: row, Column: col, Sheet: sheet}
	}
}

// Budget is what the input may still take.
func (d *Draft) Budget() *extract.Budget { return d.o.Budget }

// Page begins a page and returns its number.
func (d *Draft) Page(origin extract.Origin) int {
	n := len(d.doc.Pages) + 1
	d.doc.Pages = append(d.doc.Pages, extract.Page{Number: n, Origin: origin})
	return n
}

// Line adds text outside tables, on the latest page; blank text is nothing.
func (d *Draft) Line(text string) error {
	if text = blank.Trim(text); text == "" {
		return nil
	}
	if err := d.count(text, 1); err != nil {
		return err
	}
	d.doc.Lines = append(d.doc.Lines, extract.Line{Text: text, Before: len(d.doc.Tables), Page: len(d.doc.Pages)})
	n := len(d.doc.Lines) - 1
	d.odd(text, extract.LineRef(n, &d.doc.Lines[n]))
	return nil
}

// Lines is how many lines outside tables there are so far.
func (d *Draft) Lines() int { return len(d.doc.Lines) }

// Insert adds what a Document holds, as found within this one and read with its
// Budget: its lines and tables on the latest page, and its warnings.
func (d *Draft) Insert(doc *extract.Document) error {
	d.counted = true
	defer func() { d.counted = false }()
	page, base := len(d.doc.Pages), len(d.doc.Tables)
	lines := doc.Lines
	for i := range doc.Tables {
		for len(lines) > 0 && lines[0].Before <= i {
			if err := d.Line(lines[0].Text); err != nil {
				return err
			}
			lines = lines[1:]
		}
		t := d.Table()
		for _, c := range doc.Tables[i].Cells {
			if err := t.Put(c.Row, c.Col, c.RowSpan, c.ColSpan, c.Text); err != nil {
				return err
			}
		}
		t.Size(doc.Tables[i].Rows, doc.Tables[i].Cols)
		t.Close()
	}
	for _, l := range lines {
		if err := d.Line(l.Text); err != nil {
			return err
		}
	}
	for _, w := range doc.Warnings {
		at := w.At
		if at != nil {
			moved := *at
			moved.Table += base
			moved.Page = page
			at = &moved
			if at.IsLine() {
				at = nil
			}
		}
		if w.Code != "control-character" { // found again on the way in
			d.Warn(w.Code, extract.Text{ZH: w.Message, EN: w.Message}, at)
		}
	}
	return nil
}

// Empty reports that neither a line nor a cell was put in.
func (d *Draft) Empty() bool { return !d.texts }

// maxWarnings bounds the warnings of one code; more say nothing new.
const maxWarnings = 20

// Warn adds a warning; of one code only the first ones are kept, and the rest
// are counted.
func (d *Draft) Warn(code string, message extract.Text, at *extract.Ref) {
	if d.warned[code]++; d.warned[code] <= maxWarnings {
		d.doc.Warnings = append(d.doc.Warnings, extract.Warning{Code: code, Message: message.In(d.o.Lang), At: at})
	}
}

// Document is the finished Document.
func (d *Draft) Document() *extract.Document {
	codes := make([]string, 0, len(d.warned))
	for code := range d.warned {
		codes = append(codes, code)
	}
	slices.Sort(codes)
	for _, code := range codes {
		if more := d.warned[code] - maxWarnings; more > 0 {
			d.doc.Warnings = append(d.doc.Warnings, extract.Warning{Code: code, Message: extract.Text{
				ZH: fmt.Sprintf("另有 %d 处同类情况", more),
				EN: fmt.Sprintf("%d more of this kind", more),
			}.In(d.o.Lang)})
			d.warned[code] = 0
		}
	}
	return d.doc
}

// count adds to what was taken and fails once a limit is passed.
func (d *Draft) count(text string, rows int) error {
	if text != "" {
		d.texts = true
	}
	if d.counted {
		return nil
	}
	if l := d.o.Limits.CellRunes; len(text) > l && utf8.RuneCountInString(text) > l {
		return extract.LimitError(l, extract.Text{ZH: "字的单元格", EN: "characters in a cell"})
	}
	if err := d.o.Budget.Rows(rows); err != nil {
		return err
	}
	if text == "" {
		return nil
	}
	if err := d.o.Budget.Cells(1); err != nil {
		return err
	}
	return d.o.Budget.Text(len(text))
}

func (d *Draft) odd(text string, at extract.Ref) {
	if r := Odd(text); r != 0 {
		d.Warn("control-character", extract.Text{
			ZH: fmt.Sprintf("单元格含有不可见的控制字符或无法解码的字符 U+%04X", r),
			EN: fmt.Sprintf("the cell holds a control or undecodable character U+%04X", r),
		}, &at)
	}
}

// Odd is the first character of a text that may deceive who reads it: a control, a
// mark of direction or of width zero, one of private use, an undecodable one; 0 for
// none. Tabs and line ends are blanks, and selectors of a variant mean what they show.
func Odd(s string) rune {
	for len(s) > 0 {
		if c := s[0]; c >= ' ' && c < 0x7F { // most characters are these or Chinese
			s = s[1:]
			continue
		}
		if blank.Han(s) {
			s = s[utf8.RuneLen('中'):]
			continue
		}
		r, size := utf8.DecodeRuneInString(s)
		s = s[size:]
		switch {
		case r >= ' ' && r < 0x7F, r > 0x3000 && r < 0xE000, r == '\n', r == '\t':
		case r < 0xA0, r >= 0xE000 && r <= 0xF8FF, r >= 0xF0000, r == utf8.RuneError, r >= 0x600 && r <= 0x605:
			return r
		case blank.Unseen(r) && !unicode.Is(unicode.Variation_Selector, r):
			return r
		}
	}
	return 0
}

// Tables is the number of tables closed so far.
func (d *Draft) Tables() int { return len(d.doc.Tables) }
