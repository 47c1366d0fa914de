// Package sight finds the characters of a text layer that nobody sees on the
// paper: figures that were painted over when the form was corrected, what a
// spreadsheet clips off at a cell's edge, words in the colour of their ground, a
// recognised layer under a scan.
//
//	s := sight.New(progress)
//	s.Look(page, list, sight.Scene{View: view, Width: w, Height: h, Drawing: d, Trace: walker.Trace, Ink: reader.Ink})
//	list[0].Standing // OnPaper, Unseen, Gone
//
// Characters that could be unseen are suspected from where things are drawn and
// in which order (suspect.go); whether they are is settled by painting the page
// with and without them (paint.go), and by geometry where it cannot be painted.
// What is found is added to the characters as evidence.
package sight

import (
	"ziping/extract"
	"ziping/extract/pdfin/drawn"
	"ziping/extract/pdfin/evidence"
	"ziping/extract/pdfin/pdfium"
	"ziping/extract/pdfin/plane"
)

// Scene is how a page lies before its reader and what is drawn on it.
type Scene struct {
	View          plane.Matrix
	Width, Height float64
	Drawing       *drawn.Drawing
	Trace         func(run uint64) (drawn.Trace, bool)
	// Ink is the box around what is drawn for a character, in the page's own
	// coordinates.
	Ink func(ch *evidence.Char) (extract.Box, bool)
}

// Looker looks at the pages of one file.
type Looker struct {
	progress func()
	// Painting is set while a page is painted: where PDFium fails then, the file
	// may well be read without.
	Painting bool
	// Blind says that no page is to be painted.
	Blind bool
}

// New returns a Looker that calls progress as it paints.
func New(progress func()) *Looker { return &Looker{progress: progress} }

// legible is the size in points below which nobody reads a character.
const legible = 1.0

// Look adds to the characters of a page what speaks against their being seen.
func (l *Looker) Look(page pdfium.Page, list []evidence.Char, s Scene) {
	b := newBands(s.Drawing.Covers, s.Height)
	left, right := s.Drawing.Wider(s.Width)
	var doubt []suspect
	for i := range list {
		ch := &list[i]
		if ch.Run.Invisible {
			continue // bare knows
		}
		box := ch.Glyph(s.View).Box
		x, y := (box[0]+box[2])/2, (box[1]+box[3])/2
		switch {
		case min(ch.Run.Size, ch.Run.Wide) < legible && s.Height > 100:
			ch.Add(evidence.Speck, 0)
			continue
		case x < 0 && !left || y < 0 || x > s.Width && !right || y > s.Height:
			ch.Add(evidence.Beside, 0)
			continue
		}
		if d := (suspect{ch: ch, box: plane.Shrunk(box, 0.15)}); d.suspected(&s, b) {
			doubt = append(doubt, d)
		}
	}
	if len(doubt) > 0 {
		l.settle(page, doubt, list, &s, b)
	}
	for i := range list {
		bare(&list[i], &s)
	}
}

// settle finds out which of the suspects are not seen.
func (l *Looker) settle(page pdfium.Page, doubt []suspect, list []evidence.Char, s *Scene, b bands) {
	for i := range doubt {
		doubt[i].measure(s)
	}
	painted := l.paint(page, doubt, list, s)
	var over []*evidence.Char // unseen ones under pictures
	for i := range doubt {
		d := &doubt[i]
		if !(painted && d.drawn) && d.ch.Standing != evidence.Unseen {
			d.byGeometry(b)
		}
		if d.ch.Standing == evidence.Unseen && d.underPicture(b) {
			over = append(over, d.ch)
		}
	}
	cut(doubt, s.View)
	// A page that is a picture over its text was recognised by another program.
	if len(over) > 20 && len(over)*2 > len(list) {
		for _, ch := range over {
			ch.Add(evidence.Recognised, 0)
		}
	}
}

// bare judges a character that is drawn without ink, or in white: over a picture
// it is what another program recognised there, and white shows on what is dark.
func bare(ch *evidence.Char, s *Scene) {
	o := ch.Run
	if !o.Invisible && !o.White || ch.Standing != evidence.OnPaper {
		return
	}
	x, y := s.View.Apply(ch.X+ch.Along/2*o.UX, ch.Y+ch.Along/2*o.UY)
	switch over := plane.InAny(s.Drawing.Images, x, y); {
	case over && o.Invisible:
		ch.Add(evidence.OverPicture, 0)
	case over:
	case o.Invisible:
		ch.Add(evidence.NoInk, 0)
	case !plane.InAny(s.Drawing.Dark, x, y):
		ch.Add(evidence.White, 0)
	}
}
