package pdfin

import (
	"slices"

	"ziping/extract"
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
	fields fields.File
	walk   *drawn.Walker
	chars  *chars.Reader
	look   *sight.Looker
	// pictures says which pages are read as pictures.
	pictures extract.Recognition
	marks    *evidence.Watermarks
}

func newPageReader(data []byte, progress func()) *pageReader {
	off := layers.New(data)
	return &pageReader{fields: fields.New(data), walk: drawn.New(off), chars: chars.New(data, off), look: sight.New(progress), marks: evidence.NewWatermarks()}
}

// read reads the page with the given index, nil if it cannot be loaded.
func (r *pageReader) read(doc pdfium.Document, index int, pass *passer) (*onePage, error) {
	page, values := r.load(doc, index)
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
	seen, across, unseen := evidence.Part(p.chars)
	own := scene // as the file turns the page, which is how it is painted
	if p.turn = turned(seen, rotation); p.turn != 0 {
		rotation += p.turn
		scene = sceneOf(page, rotation)
		var ok bool
		if scene.Drawing, ok = r.walk.Draw(page, scene.View, pageShapes); !ok {
			return nil, tooManyShapes(pageShapes)
		}
	}
	p.lay(index, scene, rotation)
	p.grid.Glyphs, p.apart = glyphs(seen, scene.View, rotation&3, r.walk.Trace)
	for _, g := range runs(across, scene.View) {
		p.apart = append(p.apart, g)
		p.across = blank.Trim(p.across + " " + g.Text)
	}
	for _, g := range runs(unseen, scene.View) {
		p.apart = append(p.apart, g)
		p.unseenText = blank.Trim(p.unseenText + " " + g.Text)
	}
	p.unseen = len(unseen)
	p.clipped = p.clips(unseen, r.walk.Trace)
	p.unshown = values.Unshown
	for i := range values.Values {
		filled := values.Values[i].LayOut(scene.View)
		p.filled += len(filled)
		p.grid.Glyphs = append(p.grid.Glyphs, filled...)
	}
	p.grid.Rules = drawn.OnPaper(scene.Drawing.WithoutOutlines(p.grid.Glyphs), &p.grid)
	if p.isScan() {
		p.page.Origin = extract.OriginScanned
	}
	if r.pictures == extract.RecogniseForce || r.pictures == extract.RecogniseAuto && p.wantsPicture() {
		if p.picture = r.look.Picture(page, &own); p.picture != nil {
			p.picture = p.picture.Turned(p.turn)
		} else if p.whole {
			p.pictures = r.look.Unread(page, p.chars, own)
		}
	}
	return p, nil
}

// take takes what is drawn on a page and its characters, with the evidence on
// them. First comes what is drawn: on the way runs of text are mended.
func (r *pageReader) take(p *onePage, page pdfium.Page, scene *sight.Scene, pass *passer) error {
	r.walk.Turn()
	var ok bool
	if scene.Drawing, ok = r.walk.Draw(page, scene.View, pageShapes); !ok {
		return tooManyShapes(pageShapes)
	}
	defer r.chars.Close()
	list, ok := r.chars.Read(page, r.walk.Aside, pageChars)
	if !ok {
		return tooMany(pageChars, extract.Text{ZH: "字（一页）", EN: "characters on a page"})
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
	p.ours = slices.ContainsFunc(list, func(ch evidence.Char) bool { return ch.Run.Font.Ours })
	p.chars = list
	// What the pictures of a page hold need not be asked where it is read from its
	// picture anyhow.
	reads := r.pictures == extract.RecogniseAuto || r.pictures == extract.RecogniseForce
	if p.whole = p.isPicture(scene); !p.whole || !reads {
		p.pictures = r.look.Unread(page, list, *scene)
	}
	evidence.Repeats(list)
	r.watermarks(list, scene)
	evidence.Overprints(list)
	return nil
}

// watermarks finds those of a page, and the words of seals.
func (r *pageReader) watermarks(list []evidence.Char, scene *sight.Scene) {
	boxes := make([]extract.Box, len(list))
	for i := range list {
		boxes[i] = list[i].Glyph(scene.View).Box
	}
	rules := make([]extract.Box, len(scene.Drawing.Rules))
	for i, l := range scene.Drawing.Rules {
		rules[i] = l.Box()
	}
	rings := make([]evidence.Ring, len(scene.Drawing.Rings))
	for i, r := range scene.Drawing.Rings {
		rings[i] = evidence.Ring(r)
	}
	evidence.Seals(list, boxes, rings)
	r.marks.Find(list, boxes, rules)
}

// load loads a page with its annotations and filled-in form fields made part of
// what is drawn, and the values of fields that do not say how they look.
func (r *pageReader) load(doc pdfium.Document, index int) (pdfium.Page, fields.Found) {
	page := doc.Page(index)
	if !page.Exists() || page.Annotations() <= 0 {
		return page, fields.Found{}
	}
	found := r.fields.Of(doc, page)
	if !page.Flatten() {
		return page, found
	}
	page.Close()
	return doc.Page(index), found
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
