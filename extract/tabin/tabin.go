// Package tabin reads plain text that was copied or exported from a form:
// tab-separated rows of any raggedness, CSV, and rows drawn with |. It decodes
// UTF-8, UTF-16, GB18030 and Big5 by content.
//
//	doc, err := tabin.Read(data, extract.Options{Limits: extract.DefaultLimits()})
//
// A cell's column is the number of separators before it. Rows that hold nothing
// are not counted. Runs of lines without a separator are loose lines, and end
// the table; a single one between two rows is a row of one cell, because that is
// what is left of a row whose trailing separators an editor cut off. Text without
// columns (one cell to a line, blanks for separators) is cut into cells where that
// is certain, with a warning of the code extract.WarnFlattened.
package tabin

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"ziping/extract"
	"ziping/extract/charset"
	"ziping/extract/draft"
	"ziping/extract/tabin/drawn"
	"ziping/text/blank"
)

// Name is the reader's name in Document.Source.
const Name = "tabin"

// Read returns the rows and loose lines of a text. Errors are *extract.Error.
func Read(data []byte, o extract.Options) (*extract.Document, error) {
	if int64(len(data)) > o.Limits.Bytes {
		return nil, limitError(0, int(o.Limits.Bytes>>20), extract.Text{ZH: "MB", EN: "MB"})
	}
	text, notes, err := charset.Decode(data)
	if err != nil {
		return nil, err
	}
	text = unescape(text)
	if blank.None(text) {
		return nil, &extract.Error{
			Kind:   extract.ErrEmpty,
			Reason: extract.Text{ZH: "文件是空的", EN: "the file is empty"},
			Hint:   extract.Text{ZH: "请检查原文件是否完整，再复制或导出一次", EN: "check the original and copy or export it again"},
		}
	}
	if o.Budget == nil {
		o.Budget = extract.NewBudget(o.Limits)
	}
	b := builder{o: o, doc: extract.NewDocument(Name, "text/plain")}
	b.doc.Pages = append(b.doc.Pages, extract.Page{Number: 1, Origin: extract.OriginText})
	for _, n := range notes {
		b.warn(n.Code, n.Message, nil)
	}
	if err := b.read(text); err != nil {
		return nil, err
	}
	return b.doc, nil
}

// row is one line of the text: its cells, and whether it had any separator.
type row struct {
	cells []string
	loose bool
	blank bool
	line  int
}

type builder struct {
	o     extract.Options
	doc   *extract.Document
	odd   int // cells with control characters warned about so far
	open  bool
	lines []string // of the text, where positions are asked for
}

func (b *builder) read(text string) error {
	b.splitLines(text)
	d, before := dialect(0), 0
	if separator, rest, ok := named(text); ok {
		d, text, before = dialectOf(separator), rest, 1
	} else {
		d, text = b.dialect(text)
		if d == pipes || d == plain {
			if f, ok := flat(text); ok {
				return b.readFlat(f, text)
			}
		}
	}
	var pending []row // loose lines not yet known to be a row or not
	var gap bool      // a blank line stood after the first pending line
	flush := func() error {
		for _, r := range pending {
			if err := b.line(r.cells[0], r.line); err != nil {
				return err
			}
		}
		pending, gap = pending[:0], false
		return nil
	}
	blankBefore := true
	next := d.rows(text, before, b.o.Limits)
	for {
		r, n, err := next()
		if err != nil {
			return err
		}
		if n == 0 {
			break
		}
		switch {
		case r.blank:
			blankBefore = true
			gap = gap || len(pending) > 0
		case r.loose:
			if blankBefore && len(pending) == 0 {
				gap = true
			}
			r.line = n
			pending = append(pending, r)
			blankBefore = false
		default:
			if len(pending) == 1 && !gap && b.open {
				if err := b.row(pending[0].cells, n-1); err != nil {
					return err
				}
				pending = pending[:0]
			} else if err := flush(); err != nil {
				return err
			}
			if err := b.row(r.cells, n); err != nil {
				return err
			}
			gap, blankBefore = false, false
		}
	}
	return flush()
}

// dialect is the dialect of a text, and the text with its torn rows mended.
func (b *builder) dialect(text string) (dialect, string) {
	if rows, ok := drawn.Unframed(text, lineEndInCell); ok {
		return pipes, rows
	}
	if rows, ok := drawn.Aligned(text); ok {
		return pipes, rows
	}
	if joined, torn := padded(text); torn {
		return pipes, joined
	}
	most := quotedMost(b.o.Limits)
	d := detect(text, most)
	if d == plain && strings.Contains(text, "|") { // rows torn so often that few of their lines have separators
		if mended, even, _ := mend(text, pipes, most, b.o.Heading); even {
			return pipes, mended
		}
	}
	if d == plain {
		return d, text
	}
	text, _, told := mend(text, d, most, b.o.Heading)
	switch open := told.open; {
	case open > 0:
		b.warn(extract.WarnTornRows, extract.Text{
			ZH: fmt.Sprintf("从第 %d 行起，单元格内的换行可能把一行拆成了几行，无法确定；各数都是推定", open),
			EN: fmt.Sprintf("from line %d on, line ends inside cells may have torn rows, which cannot be told; all figures are inferred", open),
		}, nil)
	case told.inferred:
		b.warn(extract.WarnRowsJoined, extract.Text{
			ZH: "行尾的制表符已被去掉，被单元格内换行拆开的行按上下各行的样子接回",
			EN: "the tabs at the ends of lines were taken off; rows that line ends inside cells had torn were put together by how the rows beside them look",
		}, nil)
	}
	return d, text
}

func (b *builder) line(s string, n int) error {
	b.open = false
	s = blank.Trim(s)
	if err := b.count(s, 1, len(b.doc.Lines)+1); err != nil {
		return err
	}
	b.doc.Lines = append(b.doc.Lines, extract.Line{Text: s, Before: len(b.doc.Tables), Page: 1})
	l := &b.doc.Lines[len(b.doc.Lines)-1]
	if b.lines != nil {
		b.o.Positions.Find(n, b.at(n), []string{s}, func(int) extract.Ref { return extract.LineRef(len(b.doc.Lines)-1, l) })
	}
	if odd := draft.Odd(s); odd != 0 {
		b.warnOdd(odd, extract.LineRef(len(b.doc.Lines)-1, l))
	}
	return nil
}

// usualCells is room for the cells of most forms.
const usualCells = 128

// row adds a row. Its cells are the builder's to change, and not kept.
func (b *builder) row(cells []string, line int) error {
	if !b.open {
		b.doc.Tables = append(b.doc.Tables, extract.Table{Cells: make([]extract.Cell, 0, usualCells)})
		b.open = true
	}
	t := &b.doc.Tables[len(b.doc.Tables)-1]
	trim(cells)
	if b.lines != nil {
		b.o.Positions.Find(line, b.at(line), cells, func(col int) extract.Ref {
			return extract.Ref{Table: len(b.doc.Tables) - 1, Row: t.Rows, Col: col}
		})
	}
	for col, s := range cells {
		if s == "" {
			continue
		}
		if err := b.count(s, 0, line); err != nil {
			return err
		}
		c := extract.Cell{Row: t.Rows, Col: col, RowSpan: 1, ColSpan: 1, Text: s, Page: 1}
		t.Cells = append(t.Cells, c)
		t.Cols = max(t.Cols, col+1)
		if odd := draft.Odd(s); odd != 0 {
			b.warnOdd(odd, extract.CellRef(len(b.doc.Tables)-1, &c))
		}
	}
	t.Rows++
	return b.count("", 1, line)
}

// splitLines keeps the lines of the text if positions are asked for.
func (b *builder) splitLines(text string) {
	if b.o.Positions == nil {
		return
	}
	for more := true; more; {
		var l string
		l, text, more = cutLine(text)
		b.lines = append(b.lines, l)
	}
}

// at is line n of the text, counted from 1.
func (b *builder) at(n int) string {
	if n < 1 || n > len(b.lines) {
		return ""
	}
	return b.lines[n-1]
}

// trim leaves of cells what is said in them.
func trim(cells []string) {
	for i, c := range cells {
		if strings.Contains(c, lineEndInCell) {
			c = strings.ReplaceAll(c, lineEndInCell, "\n")
		}
		cells[i] = bare(blank.Trim(c))
	}
}

// bare takes off the apostrophe that keeps a spreadsheet from working a text
// out, as programs write it that give away delimited text: '=100%.
func bare(s string) string {
	if text, ok := strings.CutPrefix(s, "'"); ok {
		text = blank.Trim(text)
		if sign, _ := utf8.DecodeRuneInString(text); strings.ContainsRune("=+-@＝＋－＠﹦﹢﹣﹫", sign) {
			return text
		}
	}
	return s
}

// count adds to what was taken and fails once a limit is passed.
func (b *builder) count(s string, rows, line int) error {
	if l := b.o.Limits.CellRunes; len(s) > l && utf8.RuneCountInString(s) > l {
		return limitError(line, l, extract.Text{ZH: "字的单元格", EN: "characters in a cell"})
	}
	err := b.o.Budget.Rows(rows)
	if err == nil && s != "" {
		err = b.o.Budget.Cells(1)
	}
	if err == nil {
		err = b.o.Budget.Text(len(s))
	}
	return at(line, err)
}

// maxOdd bounds the warnings of one kind; more than that say nothing new.
const maxOdd = 20

func (b *builder) warnOdd(r rune, at extract.Ref) {
	if b.odd++; b.odd > maxOdd {
		return
	}
	b.warn("control-character", extract.Text{
		ZH: fmt.Sprintf("单元格含有不可见的控制字符或无法解码的字符 U+%04X", r),
		EN: fmt.Sprintf("the cell holds a control or undecodable character U+%04X", r),
	}, &at)
}

func (b *builder) warn(code string, msg extract.Text, at *extract.Ref) {
	b.doc.Warnings = append(b.doc.Warnings, extract.Warning{Code: code, Message: msg.In(b.o.Lang), At: at})
}

// limitError names the limit that was passed and, from line 1 on, where.
func limitError(line, limit int, of extract.Text) error {
	return at(line, extract.LimitError(limit, of))
}

// at says in which line a limit was passed.
func at(line int, err error) error {
	var e *extract.Error
	if line > 0 && errors.As(err, &e) {
		e.Place = extract.Text{ZH: fmt.Sprintf("第 %d 行", line), EN: fmt.Sprintf("line %d", line)}
	}
	return err
}
