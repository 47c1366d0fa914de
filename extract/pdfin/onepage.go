package pdfin

import (
	"math"

	"ziping/extract"
	"ziping/extract/grid"
	"ziping/extract/pdfin/evidence"
	"ziping/extract/pdfin/plane"
	"ziping/extract/pdfin/sight"
	"ziping/extract/raster"
)

// onePage is a page as the Document lists it and as grid takes it.
type onePage struct {
	page  extract.Page
	grid  grid.Page
	view  plane.Matrix // from the page's own coordinates to its reader's
	apart []grid.Glyph // text that is in no table: at odd angles, or unseen
	// passedOver pages were only looked at.
	passedOver bool

	// picture is the page painted, where it is to be read as a picture.
	picture *raster.Picture

	// fromPicture counts the characters that were read from the picture alone.
	fromPicture int

	chars      []evidence.Char // all, with what speaks for and against them
	layer      int             // those that were recognised on a picture and laid over it
	ours       bool            // by this program
	pictures   []extract.Box   // that hold text which no character tells
	whole      bool            // pictures cover it, and next to no text
	unseen     int             // those that nobody sees
	unseenText string
	clipped    []clip               // those of them that cells have no room for
	across     string               // what watermarks say
	differing  []evidence.Differing // what marks say and the page does not

	turn    int      // quarter turns beyond the page's own rotation
	filled  int      // characters of fields that do not say how they look
	unshown []string // values of fields whose look shows no text
	off     int      // characters on layers that are switched off
}

// lay says how the page lies before its reader.
func (p *onePage) lay(index int, s sight.Scene, rotation int) {
	p.view = s.View
	p.grid = grid.Page{Number: index + 1, Width: s.Width, Height: s.Height}
	p.page = extract.Page{Number: index + 1, Width: round(s.Width), Height: round(s.Height), Rotation: (rotation & 3) * 90, Origin: extract.OriginDigital}
}

// count counts the characters on the paper that are of some kind.
func (p *onePage) count(of func(text rune) bool) (n int) {
	for i := range p.chars {
		if p.chars[i].Standing == evidence.OnPaper && of(p.chars[i].Text) {
			n++
		}
	}
	return n
}

// private reports a character that only its font knows. F0xx are the signs of
// symbol fonts.
func private(r rune) bool { return r >= 0xE000 && r < 0xF900 && r>>8 != 0xF0 }

// isScan reports a page that is a picture: with next to no text on it, or with
// text that another program recognised and laid over it unseen.
func (p *onePage) isScan() bool { return p.whole || len(p.pictures) > 0 && !p.written() }

// written reports a page with text of its own.
func (p *onePage) written() bool {
	all := len(p.chars)
	return all-p.layer > 20+all/10
}

// isPicture reports a page without text of its own that pictures cover for the most part.
func (p *onePage) isPicture(s *sight.Scene) bool {
	if p.written() {
		return false
	}
	area := 0.0
	for _, b := range s.Drawing.Images {
		w := min(b[2], s.Width) - max(b[0], 0)
		h := min(b[3], s.Height) - max(b[1], 0)
		if w > 0 && h > 0 {
			area += w * h
		}
	}
	return area > 0.4*s.Width*s.Height
}

// apartLines is the text that is in no table.
func (p *onePage) apartLines() []extract.Line {
	var out []extract.Line
	for _, g := range p.apart {
		box := g.Box
		for i := range box {
			box[i] = round(box[i])
		}
		out = append(out, extract.Line{Text: g.Text, Page: p.page.Number, Box: &box})
	}
	return out
}

func round(v float64) float64 { return math.Round(v*100) / 100 }
