package pdfin

import (
	"slices"
	"strings"

	"ziping/extract"
	"ziping/extract/grid"
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
	page := r.recogniser().Page(p.picture, recognise.Options{Number: p.page.Number, Lang: r.o.Lang, Heading: r.o.Heading, Progress: r.progress})
	p.picture = nil
	if whole {
		r.doc.Pages[len(r.doc.Pages)-1].Origin = extract.OriginScanned
		r.doc.Warnings = append(r.doc.Warnings, page.Warnings...)
		r.pages = append(r.pages, page.Grid)
	} else {
		p.mix(page)
	}
	r.recognised = append(r.recognised, page)
	r.views[p.page.Number], r.layered[p.page.Number] = p.view, p.layer > 0
	return whole
}

// mix adds what the picture of a page says where its text says nothing.
func (p *onePage) mix(page *recognise.Page) {
	inPicture := func(b extract.Box) bool { return plane.InAny(p.pictures, (b[0]+b[2])/2, (b[1]+b[3])/2) }
	page.Keep(func(line extract.Box) bool {
		var under []int
		doubt := false
		for i := range p.grid.Glyphs {
			if b := p.grid.Glyphs[i].Box; plane.InAny([]extract.Box{line}, (b[0]+b[2])/2, (b[1]+b[3])/2) {
				under = append(under, i)
				doubt = doubt || unreadable(p.grid.Glyphs[i])
			}
		}
		if !doubt {
			return len(under) == 0 && inPicture(line)
		}
		for k, i := range under {
			p.grid.Glyphs = slices.Delete(p.grid.Glyphs, i-k, i-k+1)
		}
		return true
	}, inPicture)
	p.grid.Glyphs = append(p.grid.Glyphs, page.Grid.Glyphs...)
	p.grid.Rules = append(p.grid.Rules, page.Grid.Rules...)
	p.fromPicture, p.pictures = page.Characters, nil
}

// layers brings the layers of recognised pages to the pages' own coordinates. What
// another program laid over a picture stays: two texts in one place are none.
func (r *reader) layers() {
	for i := range r.doc.Layers {
		l := &r.doc.Layers[i]
		if r.layered[l.Page] {
			l.Kept, l.Lines = true, nil
		}
		view := r.views[l.Page]
		for k := range l.Lines {
			at := &l.Lines[k]
			at.X, at.Y = view.Back(at.X-view.E, at.Y-view.F)
			at.AlongX, at.AlongY = view.Back(at.AlongX, at.AlongY)
			at.UpX, at.UpY = view.Back(at.UpX, at.UpY)
		}
	}
}
