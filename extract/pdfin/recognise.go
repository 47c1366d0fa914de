package pdfin

import (
	"cmp"
	"slices"
	"strings"

	"ziping/extract"
	"ziping/extract/grid"
	"ziping/extract/pdfin/evidence"
	"ziping/extract/pdfin/plane"
	"ziping/extract/pdfin/signs"
	"ziping/extract/recognise"
)

// A page without text of its own is read from its picture. On a page with text the
// picture is asked where the text does not say what stands there: in pictures, and
// where the file does not vouch for a character.

// picturesRead says which pages are painted to be read as pictures.
func (r *reader) picturesRead() extract.Recognition {
	switch {
	case r.recogniser == nil || r.blind:
		return extract.RecogniseOff
	case r.o.Recognition == "":
		return extract.RecogniseAuto
	}
	return r.o.Recognition
}

// wantsPicture reports a page that does not say itself all that stands on it.
func (p *onePage) wantsPicture() bool {
	return p.page.Origin == extract.OriginScanned || len(p.pictures) > 0 || slices.ContainsFunc(p.grid.Glyphs, unreadable)
}

func unreadable(g grid.Glyph) bool { return strings.ContainsRune(g.Text, signs.Unreadable) }

// recognise reads a page from its picture; true if the picture is all there is to the
// page.
func (r *reader) recognise(p *onePage) (whole bool) {
	whole = p.page.Origin == extract.OriginScanned || r.o.Recognition == extract.RecogniseForce
	page := r.recogniser().Page(p.picture, recognise.Options{Number: p.page.Number, Lang: r.o.Lang, Heading: r.o.Heading, Layer: p.second(), Progress: r.progress})
	p.picture = nil
	if whole {
		r.doc.Pages[len(r.doc.Pages)-1].Origin = extract.OriginScanned
		r.doc.Warnings = append(r.doc.Warnings, page.Warnings...)
		r.secondWarning(p, page)
		r.pages = append(r.pages, page.Grids()...)
	} else {
		p.mix(page)
	}
	r.recognised = append(r.recognised, page)
	r.under[p.page.Number] = under{view: p.view, layer: p.layer > 0, text: whole && p.page.Origin != extract.OriginScanned}
	return whole
}

// second is what another program read on the picture of the page. A layer of our own is
// no second reading, but the first.
func (p *onePage) second() (out []grid.Glyph) {
	if p.ours {
		return nil
	}
	for i := range p.chars {
		if p.chars[i].Has(evidence.OverPicture, evidence.Recognised) {
			out = append(out, p.chars[i].Glyph(p.view))
		}
	}
	return out
}

// mix adds what the picture of a page says where its text says nothing: in pictures, and
// in place of characters that the file does not name. Those that it names stay.
func (p *onePage) mix(page *recognise.Page) {
	inPicture := func(b extract.Box) bool { return plane.InAny(p.pictures, (b[0]+b[2])/2, (b[1]+b[3])/2) }
	var stretches []stretch
	page.Keep(func(line extract.Box) bool {
		under := onLine(line, p.grid.Glyphs)
		unnamed := stretchesOf(p.grid.Glyphs, under, line)
		stretches = append(stretches, unnamed...)
		return len(unnamed) > 0 || len(under) == 0 && inPicture(line)
	}, inPicture)
	p.grid.Glyphs, p.fromPicture = filled(p.grid.Glyphs, page.Grid.Glyphs, stretches, inPicture)
	p.grid.Rules = append(p.grid.Rules, page.Grid.Rules...)
	p.pictures = nil
}

// filled is the characters of a text, and of the picture those that stand in a stretch
// that it does not name, or where it has none and more is wanted.
func filled(text, picture []grid.Glyph, stretches []stretch, wanted func(extract.Box) bool) (all []grid.Glyph, read int) {
	var more []grid.Glyph
	for _, g := range picture {
		x, y := (g.Box[0]+g.Box[2])/2, (g.Box[1]+g.Box[3])/2
		at := slices.IndexFunc(stretches, func(s stretch) bool { return plane.InAny([]extract.Box{s.box}, x, y) })
		switch {
		case at >= 0:
			stretches[at].read = true
		case len(middlesIn(g.Box, text)) > 0 || !wanted(g.Box):
			continue
		}
		more = append(more, g)
	}
	gone := map[int]bool{}
	for _, s := range stretches {
		for _, i := range s.glyphs {
			gone[i] = s.read
		}
	}
	for i, g := range text {
		if !gone[i] {
			all = append(all, g)
		}
	}
	return append(all, more...), len(more)
}

// middlesIn lists the characters whose middles lie in a box.
func middlesIn(box extract.Box, glyphs []grid.Glyph) (out []int) {
	for i := range glyphs {
		if b := glyphs[i].Box; plane.InAny([]extract.Box{box}, (b[0]+b[2])/2, (b[1]+b[3])/2) {
			out = append(out, i)
		}
	}
	return out
}

// onLine lists the characters of a line of the picture: those whose middles lie in it, and
// those without a name that reach into it. A bracket of full width has its ink in one half.
func onLine(line extract.Box, glyphs []grid.Glyph) (out []int) {
	for i := range glyphs {
		b := &glyphs[i].Box
		if x, y := (b[0]+b[2])/2, (b[1]+b[3])/2; plane.InAny([]extract.Box{line}, x, y) || unreadable(glyphs[i]) && b[0] < line[2] && b[2] > line[0] && y >= line[1] && y <= line[3] {
			out = append(out, i)
		}
	}
	return out
}

// stretch is characters side by side that the file does not name, from the one before
// that it names to the one behind.
type stretch struct {
	box    extract.Box
	glyphs []int
	read   bool // the picture says something there
}

// stretchesOf are those of a line.
func stretchesOf(glyphs []grid.Glyph, under []int, line extract.Box) (out []stretch) {
	under = slices.Clone(under)
	slices.SortFunc(under, func(i, k int) int { return cmp.Compare(glyphs[i].Box[0], glyphs[k].Box[0]) })
	left, open := line[0], false
	for _, i := range under {
		g := &glyphs[i]
		if !unreadable(*g) {
			if open {
				out[len(out)-1].box[2] = g.Box[0]
			}
			left, open = g.Box[2], false
			continue
		}
		if !open {
			out = append(out, stretch{box: extract.Box{left, line[1], line[2], line[3]}})
			open = true
		}
		out[len(out)-1].glyphs = append(out[len(out)-1].glyphs, i)
	}
	return out
}

// under is what a page has to lay text on: how it lies before its reader, and whether
// it has a hidden layer, or text that was not asked for.
type under struct {
	view        plane.Matrix
	layer, text bool
}

// layers brings the layers of recognised pages to the pages' own coordinates. What
// another program laid over a picture stays, and text that is there is not doubled.
func (r *reader) layers() {
	r.doc.Layers = slices.DeleteFunc(r.doc.Layers, func(l extract.Layer) bool { return r.under[l.Page].text })
	for i := range r.doc.Layers {
		l := &r.doc.Layers[i]
		on := r.under[l.Page]
		if on.layer {
			l.Kept, l.Lines = true, nil
		}
		for k := range l.Lines {
			at := &l.Lines[k]
			at.X, at.Y = on.view.Back(at.X-on.view.E, at.Y-on.view.F)
			at.AlongX, at.AlongY = on.view.Back(at.AlongX, at.AlongY)
			at.UpX, at.UpY = on.view.Back(at.UpX, at.UpY)
		}
	}
}
