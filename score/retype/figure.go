package retype

import (
	"strings"
	"unicode/utf8"

	"ziping/normalize"
	"ziping/normalize/value"
	"ziping/text/blank"
	"ziping/text/num"
)

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

// figure is a figure printed in a text.
type figure struct {
	from, to int
	n        num.Decimal
}

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

// unsigned is the figure without the sign it begins with.
func (f figure) unsigned(text string) (figure, bool) {
	r, size := utf8.DecodeRuneInString(text[f.from:])
	if h := blank.Half(r); h >= '0' && h <= '9' {
		return f, false
	}
	f.from += size
	for r, size := utf8.DecodeRuneInString(text[f.from:]); blank.Gap(r); r, size = utf8.DecodeRuneInString(text[f.from:]) {
		f.from += size
	}
	f.n = f.n.Abs()
	return f, true
}

// figures calls yield with the figures of a text from left to right, until it says no.
func figures(text string, yield func(f figure) bool) {
	for at := 0; at < len(text); {
		size := span(text[at:])
		if size == 0 {
			_, size = utf8.DecodeRuneInString(text[at:])
			at += size
			continue
		}
		closed := blank.Close(text[at : at+size])
		n, rest, err := num.Scan(closed)
		end := at + digitsEnd(text[at:at+size], closed[:len(closed)-len(rest)])
		if err == nil && !yield(figure{at, end, n}) {
			return
		}
		at = max(end, at+1)
	}
}

// span is how far a sign, digits, points, commas and gaps at the start of a text
// go, 0 where no figure begins.
func span(text string) int {
	digits := false
	for i, r := range text {
		switch h := blank.Half(r); {
		case h >= '0' && h <= '9':
			digits = true
		case i == 0 && strings.ContainsRune("+-−", h):
		case digits && (h == '.' || h == ','):
		case i > 0 && blank.Gap(r):
		case digits:
			return i
		default:
			return 0
		}
	}
	if !digits {
		return 0
	}
	return len(text)
}

// digitsEnd is where the last of the read digits ends in the text as printed.
func digitsEnd(text, read string) int {
	left := 0
	for i := range len(read) {
		if read[i] >= '0' && read[i] <= '9' {
			left++
		}
	}
	for i, r := range text {
		if h := blank.Half(r); h >= '0' && h <= '9' {
			if left--; left == 0 {
				return i + utf8.RuneLen(r)
			}
		}
	}
	return len(text)
}

// index is where a part stands in a text; ok is false for no part at all.
func index(text, part string) (at int, ok bool) {
	at = strings.Index(text, part)
	return at, at >= 0 && part != ""
}
