package xlsxin

import (
	"fmt"
	"strings"
	"time"

	"ziping/extract"
	"ziping/extract/draft"
	"ziping/extract/opc"
	"ziping/extract/xlsxin/numfmt"
)

// cell reads what a Cell of SpreadsheetML holds. comment reports that it has one.
func (f *flat) cell(s *opc.Scanner, c *stored) (comment bool, err error) {
	if formula, ok := s.Lookup("Formula"); ok {
		formula = strings.TrimPrefix(formula, "=")
		c.hasFormula, c.relative, c.formula = true, true, formula[:min(len(formula), maxFormula)]
	}
	for depth := s.Depth; s.Next() && (s.Kind != opc.End || s.Depth != depth); {
		if s.Kind != opc.Start || s.Space != opc.Sheet2003 {
			continue
		}
		switch s.Name() {
		case "Data":
			kind := s.Attr("Type")
			one, err := flatText(s, f.limits.CellRunes)
			if err != nil {
				return false, err
			}
			c.hold(kind, one)
		case "Comment":
			comment = true
			s.Skip()
		case "PhoneticText":
			s.Skip()
		}
	}
	return comment, s.Err()
}

// hold keeps the value of a Data tag in the words of the format of 2007.
func (c *stored) hold(kind string, one shared) {
	c.hasValue, c.value = true, one.text
	switch kind {
	case "Number":
		c.kind = "n"
	case "Boolean":
		c.kind = "b"
	case "Error":
		c.kind = "e"
	case "DateTime":
		if serial, ok := serialOf(one.text); ok {
			c.kind, c.value, c.epoch1900 = "n", serial, true
			if c.style.format.Plain() { // a date all the same
				if c.style.format = plainDate; !strings.HasSuffix(serial, ".0000000000") {
					c.style.format = plainTime
				}
			}
			return
		}
		c.kind = "d"
	default:
		c.kind, c.inline = "inlineStr", one
	}
}

var plainDate, plainTime = numfmt.Parse("yyyy/m/d"), numfmt.Parse("yyyy/m/d h:mm")

// serialOf turns 2023-05-01T12:00:00.000 into the number of days that
// spreadsheets keep for it.
func serialOf(text string) (string, bool) {
	day, err := time.Parse("2006-01-02T15:04:05", strings.TrimSuffix(strings.TrimSpace(text), "Z"))
	if err != nil {
		return "", false
	}
	base := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	if day.Before(time.Date(1900, 3, 1, 0, 0, 0, 0, time.UTC)) { // before the day that never was
		base = base.AddDate(0, 0, 1)
	}
	seconds := day.Unix() - base.Unix()
	if seconds < 0 {
		return "", false
	}
	return fmt.Sprintf("%d.%010d", seconds/86400, (seconds%86400*10_000_000_000+43200)/86400), true
}

// flatText reads the text of a Data tag, in which tags of HTML set type.
func flatText(s *opc.Scanner, maxRunes int) (shared, error) {
	var b strings.Builder
	var parts draft.Struck
	above, struck := 0, 0 // tags open
	for depth := s.Depth; s.Next(); {
		step := 1
		switch s.Kind {
		case opc.Text:
			t := s.Text()
			if above > 0 {
				t = draft.Superscript(t)
			}
			if struck > 0 {
				parts.Add(b.Len(), b.Len()+len(t))
			}
			if b.WriteString(t); b.Len() > 4*maxRunes {
				return shared{}, extract.LimitError(maxRunes, extract.Text{ZH: "字的单元格", EN: "characters in a cell"})
			}
			continue
		case opc.End:
			if s.Depth == depth {
				return gathered(b.String(), parts), nil
			}
			step = -1
		}
		switch s.Name() {
		case "Sup":
			above += step
		case "S":
			struck += step
		}
	}
	return shared{}, s.Err()
}
