package drawn

import (
	"bytes"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"ziping/extract/pdfin/layers"
	"ziping/extract/pdfin/pdfium"
)

// Marked content may say in other words what is drawn (ActualText), for words
// that are hyphenated or drawn as pictures. PDFium gives that text instead of
// the characters, all on one spot. What is on paper is what is drawn; the words
// of the mark are taken away before the text is read, and kept to be held
// against it.

// maxActual bounds the text of a mark, in bytes.
const maxActual = 2000

const actualText = "ActualText"

// hush takes the words of a run's marks away and remembers them.
func (d *Walker) hush(obj pdfium.Object) {
	for i := range min(max(obj.Marks(), 0), layers.MostMarks) {
		mark := obj.Mark(i)
		if !mark.Exists() {
			continue
		}
		if d.spoken[mark.ID()] == "" {
			said := say(mark)
			if said == "" {
				continue
			}
			d.spoken[mark.ID()] = said
			obj.RemoveParam(mark, actualText)
		}
		d.actual[obj.ID()] = mark.ID()
	}
}

// Speaks reports that some mark of the page says in other words what is drawn.
func (d *Walker) Speaks() bool { return len(d.actual) > 0 }

// Said is the mark that says in other words what a run is, and what it says.
func (d *Walker) Said(run uint64) (mark uint64, text string, ok bool) {
	mark, ok = d.actual[run]
	return mark, d.spoken[mark], ok
}

// say is what a mark says in other words.
func say(mark pdfium.Mark) string {
	value, size, ok := mark.Param(actualText, maxActual)
	switch {
	case !ok:
		return ""
	case size > maxActual:
		return "…" // too long to be held against anything
	}
	return textString(value)
}

// textString reads a text string of PDF. Of those that are not Unicode only the
// plain letters matter here.
func textString(b []byte) string {
	switch {
	case bytes.HasPrefix(b, []byte("\xfe\xff")):
		s, err := unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewDecoder().Bytes(b[2:])
		if err != nil {
			return ""
		}
		return string(s)
	case bytes.HasPrefix(b, []byte("\xef\xbb\xbf")):
		return string(bytes.ToValidUTF8(b[3:], nil))
	}
	s, err := charmap.ISO8859_1.NewDecoder().Bytes(b)
	if err != nil {
		return ""
	}
	return string(s)
}
