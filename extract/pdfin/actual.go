package pdfin

import (
	"bytes"
	"fmt"
	"strings"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// Marked content may say in other words what is drawn (ActualText), for words
// that are hyphenated or drawn as pictures. PDFium gives that text instead of
// the characters, all on one spot. What is on paper is what is drawn; the words
// of the mark are taken away before the text is read, and held against it.

// maxActual bounds the text of a mark, in bytes.
const maxActual = 2000

// differing is what a mark says and what is drawn.
type differing struct{ drawn, said string }

// hush takes the words of a run's marks away and remembers them.
func (d *drawer) hush(obj uint64) {
	c := d.c
	for i := range min(max(d.layers.count.int(obj), 0), 32) {
		mark := d.layers.mark.raw(obj, uint64(i))
		if uint32(mark) == 0 {
			continue
		}
		if d.spoken[mark] == "" {
			said := d.say(mark)
			if said == "" {
				continue
			}
			d.spoken[mark] = said
			copy(c.bytes(c.at(1), 16), "ActualText\x00")
			c.fn("FPDFPageObjMark_RemoveParam").raw(obj, mark, c.at(1))
		}
		d.actual[obj] = mark
	}
}

// say is what a mark says in other words.
func (d *drawer) say(mark uint64) string {
	c := d.c
	copy(c.bytes(c.at(1), 16), "ActualText\x00")
	if !c.fn("FPDFPageObjMark_GetParamBlobValue").ok(mark, c.at(1), c.at(20), maxActual, c.at(0)) {
		return ""
	}
	n := int(c.u32(c.at(0)))
	if n > maxActual {
		return "…" // too long to be held against anything
	}
	return textString(c.bytes(c.at(20), n))
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

// spoken holds what marks say against what is drawn.
func (r *pageReader) spoken(p *onePage, chars []char) {
	if len(r.d.actual) == 0 {
		return
	}
	marked := map[uint64][]*char{}
	var order []uint64
	for i := range chars {
		mark, ok := r.d.actual[chars[i].obj.handle]
		if !ok {
			continue
		}
		if marked[mark] == nil {
			order = append(order, mark)
		}
		marked[mark] = append(marked[mark], &chars[i])
	}
	for _, mark := range order {
		p.compare(marked[mark], r.d.spoken[mark])
	}
}

// compare takes from a mark the characters that the font names otherwise or not
// at all, but for figures: where a mark has others than are drawn, it is noted.
func (p *onePage) compare(chars []*char, text string) {
	var said []rune
	for _, r := range text {
		if !isSpace(r) && !isControl(r) {
			said = append(said, ordinary(r))
		}
	}
	var b strings.Builder
	fit := len(said) == len(chars)
	for i, ch := range chars {
		b.WriteRune(ch.text)
		fit = fit && (ch.text == unreadable || digitsOf(string(ch.text)) == digitsOf(string(said[i])))
	}
	drawn := b.String()
	switch {
	case fit:
		for i, ch := range chars {
			if ch.text == unreadable {
				p.spoken++
			}
			// A font may draw 户 and 戶 with one glyph, which has one name.
			ch.text = said[i]
		}
	case digitsOf(drawn) != digitsOf(string(said)):
		p.other = append(p.other, differing{drawn, string(said)})
	}
}

// digitsOf are the digits of a text and the signs among them.
func digitsOf(s string) string {
	return strings.Map(func(r rune) rune {
		if digit(r) || strings.ContainsRune("-.%", r) {
			return r
		}
		return -1
	}, s)
}

// spokenWarnings tells of what marks say.
func (r *reader) spokenWarnings(p *onePage) {
	n := p.page.Number
	if p.spoken > 0 {
		r.warn("actual-text", "第 %d 页有 %d 个字在字体里没有说明是什么字，按文件的替代文字(ActualText)读出，未经核实", "page %d: fonts do not say what %d characters are; they were read from the file's replacement text (ActualText) and not verified", n, p.spoken)
	}
	if len(p.other) == 0 {
		return
	}
	var list []string
	for _, o := range p.other[:min(len(p.other), 5)] {
		list = append(list, fmt.Sprintf("%s≠%s", shorten(o.drawn), shorten(o.said)))
	}
	r.warn("actual-text", "第 %d 页有 %d 处数字，文件的替代文字(ActualText)与印出的不同，按印出的读取：%s", "page %d: at %d places the file's replacement text (ActualText) has other figures than are drawn; the drawn ones were read: %s", n, len(p.other), strings.Join(list, "; "))
}
