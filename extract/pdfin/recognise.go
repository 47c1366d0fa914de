package pdfin

import (
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
