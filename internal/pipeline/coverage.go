package pipeline

import (
	"fmt"
	"strings"
	"unicode"

	"ziping/extract"
	"ziping/normalize"
	"ziping/normalize/lexicon"
	fields "ziping/normalize/value"
	"ziping/score"
	"ziping/text/blank"
)

// coverage counts how much of what is printed was understood: the cells and lines
// with something in them, those that a field or a heading claims, those that look
// like a figure, and those of them that were read as one, or stand in a further column
// whose heading is known (行次). Numbers of columns (列次) are headings. It is nil where a
// form was left alone (a declaration, a catalogue).
func coverage(doc *extract.Document, reports []score.Report) *score.Coverage {
	c := &score.Coverage{}
	n := len(doc.Lines)
	for t := range doc.Tables {
		n += len(doc.Tables[t].Cells)
	}
	read := make(map[extract.Ref]bool, n) // places of fields and of what is left over; true for figures
	left := map[extract.Ref]bool{}        // of it, what is left over
	for i := range reports {
		r := &reports[i]
		if r.Refusal != "" {
			return nil
		}
		c.Claimed -= len(r.Unplaced)
		r.Each(func(f *normalize.Field) {
			if f.At != nil {
				parsed := f.State == normalize.Parsed && (f.IsFigure() || f.Date != "" || f.Op == normalize.OpRange)
				read[f.At.Key()] = read[f.At.Key()] || parsed
			}
		})
		further(&r.Report, func(f *normalize.Field) { read[f.At.Key()] = true })
		for k := range r.Unplaced {
			read[r.Unplaced[k].At.Key()] = false
			left[r.Unplaced[k].At.Key()] = true
		}
	}
	count := func(text string, at extract.Ref) {
		if blank.None(text) {
			return
		}
		c.Cells++
		c.Claimed++
		if typed, ok := read[at.Key()]; ok && likeFigure(text) {
			c.Numbers++
			if typed {
				c.Typed++
			}
		}
	}
	for t := range doc.Tables {
		for k := range doc.Tables[t].Cells {
			cell := &doc.Tables[t].Cells[k]
			count(cell.Text, extract.CellRef(t, cell))
		}
	}
	again := map[string]bool{}
	for i := range doc.Lines {
		text, at := doc.Lines[i].Text, extract.LineRef(i, &doc.Lines[i])
		if again[text] && left[at.Key()] { // a watermark, a running head: one thing that is not understood
			c.Claimed++
			continue
		}
		again[text] = true
		count(text, at)
	}
	return c
}

// further gives the fields of columns without a key of their own whose headings are
// known all the same.
func further(r *normalize.Report, do func(f *normalize.Field)) {
	l := lexicon.Default()
	give := func(list []normalize.Labelled, known map[string]string) {
		for i := range list {
			if f := list[i].Field; f != nil && f.At != nil && f.State == normalize.Parsed && known[lexicon.Bare(list[i].Label)] != "" {
				do(f)
			}
		}
	}
	if r.Funds != nil {
		for i := range r.Funds.Rows {
			give(r.Funds.Rows[i].Other, l.FundColumn)
		}
	}
	for i := range r.Indicators {
		give(r.Indicators[i].Other, l.IndicatorColumn)
	}
}

// likeFigure reports a text that is a figure, or that starts like one and has no word
// in it.
func likeFigure(text string) bool {
	return fields.IsFigure(text) || fields.LooksNumeric(text) && !strings.ContainsFunc(text, unicode.IsLetter)
}

// A form is read where most of it was understood. Of the samples the least is nine
// cells of ten, in a report in words.
const (
	fewCells    = 10 // a form of fewer says nothing by its share
	leastShare  = 85 // percent of the cells that a field or a heading claims
	leastTyped  = 50 // percent of the figures that were read as such
	fewNumerals = 8
)

// notUnderstood is the warning for a document of which too little was.
func notUnderstood(c *score.Coverage, lang extract.Lang) []extract.Warning {
	var msg extract.Text
	switch {
	case c == nil:
		return nil
	case c.Cells >= fewCells && c.Claimed*100 < leastShare*c.Cells:
		n := fmt.Sprintf("%d/%d", c.Cells-c.Claimed, c.Cells)
		msg = extract.Text{ZH: n + " 个单元格或文字不知属于哪个字段，此表只识别了一部分", EN: n + " of the cells and lines belong to no field; the form was understood in part"}
	case c.Numbers >= fewNumerals && c.Typed*100 < leastTyped*c.Numbers:
		n := fmt.Sprintf("%d/%d", c.Numbers-c.Typed, c.Numbers)
		msg = extract.Text{ZH: n + " 个数字没有读作金额、分值或指标值，此表只识别了一部分", EN: n + " of the figures were read as no amount, mark or value; the form was understood in part"}
	default:
		return nil
	}
	return []extract.Warning{{Code: extract.WarnNotUnderstood, Message: msg.In(lang)}}
}
