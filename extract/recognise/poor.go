package recognise

import "slices"

// A page of which next to nothing can be made out is not read any further: what would
// come of it is guesses, and noise has no end.

const (
	// enough lines have been read to tell what the page is like, and are looked at again
	// every so many.
	enough = 60
	// legible is the confidence from which a line was made out, and fewLegible the share
	// of such lines below which a page is given up.
	legible, fewLegible = 0.8, 0.2
)

// hopeless reports a page of which next to nothing was made out so far.
func (p *Page) hopeless() bool {
	n := len(p.lines)
	if n < p.looked+enough {
		return false
	}
	p.looked = n
	return float64(p.readFrom(legible)) < fewLegible*float64(n)
}

// readFrom counts the lines that were read as surely as that, or more.
func (p *Page) readFrom(confidence float64) (n int) {
	for i := range p.lines {
		if p.lines[i].reading.Confidence() >= confidence {
			n++
		}
	}
	return n
}

// Which way is up is told by a few points and commas, of which specks make more. A page
// that stands on its head is hardly made out, and read the other way it is.
const (
	// fewLines tell nothing, and headOver is the share of lines that were made out below
	// which a page is read the other way too.
	fewLines, headOver = 6, 0.4
)

// headOver reports a page that may stand on its head.
func (p *Page) headOver() bool { return p.border == 0 && p.clear >= 0 && p.clear < headOver }

// headings counts the headings among the lines. The engine of text makes out many characters
// that stand on their heads, in the wrong order.
func (p *Page) headings(heading func(string) bool) {
	if heading == nil || p.border > 0 {
		return
	}
	for i := range p.lines {
		text := p.lines[i].reading.Text()
		back := []rune(text)
		slices.Reverse(back)
		switch {
		case heading(text):
			p.forward++
		case heading(string(back)):
			p.backward++
		}
	}
}

// madeOut is the share of the lines that were made out, -1 where too few tell.
func (p *Page) madeOut() float64 {
	if len(p.lines) < fewLines {
		return -1
	}
	return float64(p.readFrom(legible)) / float64(len(p.lines))
}

// forget forgets what was read.
func (p *Page) forget() {
	p.Poor, p.Characters = true, 0
	p.lines, p.Grid.Glyphs, p.Grid.Rules = nil, nil, nil
}
