package pdfin

import (
	"math"

	"ziping/extract"
	"ziping/extract/grid"
	"ziping/extract/pdfin/chars"
	"ziping/extract/pdfin/drawn"
	"ziping/extract/pdfin/evidence"
	"ziping/extract/pdfin/fields"
	"ziping/extract/pdfin/layers"
	"ziping/extract/pdfin/pdfium"
	"ziping/extract/pdfin/plane"
	"ziping/extract/pdfin/sight"
	"ziping/text/blank"
)

// The most one page may hold: a hundred times the fullest form seen.
const (
	pageChars  = 200_000
	pageShapes = 1_000_000
)

// pageReader reads pages of one file.
type pageReader struct {
	walk  *drawn.Walker
	chars *chars.Reader
	look  *sight.Looker
}

func newPageReader(data []byte, progress func()) *pageReader {
	off := layers.New(data)
	return &pageReader{walk: drawn.New(off), chars: chars.New(off), look: sight.New(progress)}
}

// onePage is a page as the Document lists it and as grid takes it.
type onePage struct {
	page  extract.Page
	grid  grid.Page
	apart []grid.Glyph // text that is in no table: at odd angles, or unseen
	// passedOver pages were only looked at.
	passedOver bool

	chars      []evidence.Char // all, with what speaks for and against them
	layer      int             // those that another program recognised on a picture
	unseen     int             // those that nobody sees
	unseenText string
	differing  []evidence.Differing // what marks say and the page does not

	turn   int // quarter turns beyond the page's own rotation
	filled int // characters of fields that do not say how they look
	off    int // characters on layers that are switched off
}

// read reads the page with the given index, nil if it cannot be loaded.
func (r *pageReader) read(doc pdfium.Document, index int, pass *passer) (*onePage, error) {
	page, values := load(doc, index)
	if !page.Exists() {
		return nil, nil
	}
	defer page.Close()
	rotation := page.Rotation()
	scene := sceneOf(page, rotation)
	if pass.pass(page) {
		p := &onePage{passedOver: true}
		p.lay(index, scene, rotation)
		return p, nil
	}
	p := &onePage{}
	if err := r.take(p, page, &scene, pass); err != nil {
		return nil, err
	}
	seen, unseen := evidence.Part(p.chars)
	if p.turn = turned(seen, rotation); p.turn != 0 {
		rotation += p.turn
		scene = sceneOf(page, rotation)
		var ok bool
		if scene.Drawing, ok = r.walk.Draw(page, scene.View, pageShapes); !ok {
			return nil, tooManyShapes()
		}
	}
	p.lay(index, scene, rotation)
	p.grid.Glyphs, p.apart = glyphs(seen, scene.View, rotation&3)
	for _, g := range runs(unseen, scene.View) {
		p.apart = append(p.apart, g)
		p.unseenText = blank.Trim(p.unseenText + " " + g.Text)
	}
	p.unseen = len(unseen)
	for i := range values {
		filled := values[i].LayOut(scene.View)
		p.filled += len(filled)
		p.grid.Glyphs = append(p.grid.Glyphs, filled...)
	}
	p.grid.Rules = drawn.OnPaper(scene.Drawing.WithoutOutlines(p.grid.Glyphs), &p.grid)
	if p.isScan(scene.Drawing) {
		p.page.Origin = extract.OriginScanned
	}
	return p, nil
}

// take takes what is drawn on a page and its characters, with the evidence on
// them. First comes what is drawn: on the way runs of text are mended.
func (r *pageReader) take(p *onePage, page pdfium.Page, scene *sight.Scene, pass *passer) error {
	r.walk.Turn()
	var ok bool
	if scene.Drawing, ok = r.walk.Draw(page, scene.View, pageShapes); !ok {
		return tooManyShapes()
	}
	defer r.chars.Close()
	list, ok := r.chars.Read(page, r.walk.Aside, pageChars)
	if !ok {
		return tooMany(pageChars, extract.Text{ZH: "字(一页)", EN: "characters on a page"})
	}
	pass.took(len(scene.Drawing.Rules))
	r.walk.Back()
	p.off = r.chars.Off
	list = evidence.Several(list)
	if r.walk.Speaks() {
		p.differing = evidence.Marks(list, r.walk.Said)
	}
	scene.Trace, scene.Ink = r.walk.Trace, r.chars.Ink
	r.look.Look(page, list, *scene)
	p.layer = evidence.Count(list, evidence.OverPicture, evidence.Recognised)
	evidence.Repeats(list)
	evidence.Overprints(list)
	p.chars = list
	return nil
}

// lay says how the page lies before its reader.
func (p *onePage) lay(index int, s sight.Scene, rotation int) {
	p.grid = grid.Page{Number: index + 1, Width: s.Width, Height: s.Height}
	p.page = extract.Page{Number: index + 1, Width: round(s.Width), Height: round(s.Height), Rotation: (rotation & 3) * 90, Origin: extract.OriginDigital}
}

// load loads a page with its annotations and filled-in form fields made part of
// what is drawn, and the values of fields that do not say how they look.
func load(doc pdfium.Document, index int) (pdfium.Page, []fields.Value) {
	page := doc.Page(index)
	if !page.Exists() || page.Annotations() <= 0 {
		return page, nil
	}
	values := fields.Of(page)
	if !page.Flatten() {
		return page, values
	}
	page.Close()
	return doc.Page(index), values
}

// sceneOf is how a page lies before its reader when it is turned.
func sceneOf(page pdfium.Page, rotation int) (s sight.Scene) {
	b, ok := page.BoundingBox()
	if !ok || b[2]-b[0] < 1 || b[3]-b[1] < 1 {
		b = pdfium.Box{0, 0, 595, 842}
	}
	s.View, s.Width, s.Height = plane.View(b[0], b[1], b[2], b[3], rotation)
	return s
}

// isScan reports a page that is a picture: with next to no text on it, or with
// text that another program recognised and laid over it unseen.
func (p *onePage) isScan(d *drawn.Drawing) bool {
	if all := len(p.chars); all-p.layer > 20+all/10 {
		return false
	}
	area := 0.0
	for _, b := range d.Images {
		w := min(b[2], p.grid.Width) - max(b[0], 0)
		h := min(b[3], p.grid.Height) - max(b[1], 0)
		if w > 0 && h > 0 {
			area += w * h
		}
	}
	return area > 0.4*p.grid.Width*p.grid.Height
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
