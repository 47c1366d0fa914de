package retype

import (
	"strings"
	"ziping/normalize"
	"ziping/normalize/value"
	"ziping/text/blank"
	"ziping/text/num"
)

// Cell is a cell as printed, with the part of it that the changed field holds.
type Cell struct {
	Text  string
	Field string
}

// field is where the field stands in its cell; all of the cell where that is unknown.
func (c Cell) field() (from, to int) {
	if from = strings.Index(c.Text, c.Field); from >= 0 && c.Field != "" {
		return from, from + len(c.Field)
	}
	return 0, len(c.Text)
}

// with is the cell with one part replaced.
func (c Cell) with(from, to int, by string) string { return c.Text[:from] + by + c.Text[to:] }

// Figure is the cell with the field's figure changed, in the style it is printed in
// and with at least like's places; like's thousands are parted where the old figure
// had none to part. A percent may be printed as a fraction. A cell in which the old
// figure cannot be found becomes the new one alone.
func (c Cell) Figure(old, now num.Decimal, like Style) string {
	f, ok := c.find(old)
	if !ok {
		return like.print(now)
	}
	s := f.style(c.Text)
	s.fraction = !f.n.Equal(old) && f.n.Shift(2).Equal(old)
	s.Places = max(s.Places, like.Places)
	if s.Group == "" {
		s.Group = like.Group
	}
	return c.with(f.from, f.to, s.print(now))
}

// Fill is the cell with a figure where none is printed: in place of a blank or of a
// mark for nothing (—), behind a label that shares the cell.
func (c Cell) Fill(now num.Decimal, like Style) string {
	figure := like.print(now) + like.Unit
	switch from, to := c.field(); {
	case nothing(c.Text):
		return figure
	case c.Field != "" && nothing(c.Field) && to-from == len(c.Field):
		return c.with(from, to, figure)
	}
	return blank.Trim(c.Text) + figure
}

// nothing reports a blank or a mark for one, as figures are read.
func nothing(text string) bool { return value.Figure(text).State == normalize.Blank }

// find is the figure of the field that has its value, else the only one there is.
func (c Cell) find(old num.Decimal) (found figure, ok bool) {
	from, to := c.field()
	count := 0
	figures(c.Text[from:to], func(f figure) bool {
		f.from, f.to = f.from+from, f.to+from
		if f.n.Equal(old) || f.n.Shift(2).Equal(old) {
			found, ok = f, true
			return false
		}
		if f, signless := f.unsigned(c.Text); signless && f.n.Equal(old) {
			found, ok = f, true // the dash before it is none of its own
			return false
		}
		found, count = f, count+1
		return true
	})
	return found, ok || count == 1
}
