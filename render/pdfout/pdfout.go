// Package pdfout writes the corrected form as a PDF: a facsimile with each old
// value struck through beside the new one and the numbers of the findings in
// the margin, then the repairs, the findings and what was checked. A sound form
// that can be set on one page is one page with all that is said of it.
//
//	err := pdfout.Write(w, bundle)
//
// The same Bundle gives the same bytes. Text is Chinese that can be selected and
// searched; the font is embedded as a subset. Only this package knows fpdf.
package pdfout

import (
	"bytes"
	"fmt"
	"io"

	"codeberg.org/go-pdf/fpdf"

	"ziping/render"
)

// Write writes the PDF of one input.
func Write(w io.Writer, b *render.Bundle) error {
	d, err := newWriter(b)
	if err != nil {
		return fmt.Errorf("pdfout: %w", err)
	}
	for i := range b.Forms {
		d.form(i)
	}
	data, err := d.bytes()
	if err != nil {
		return fmt.Errorf("pdfout: %w", err)
	}
	_, err = w.Write(data)
	return err
}

// newWriter begins a PDF.
func newWriter(b *render.Bundle) (*writer, error) {
	f, err := loadFont()
	if err != nil {
		return nil, err
	}
	d := &writer{p: fpdf.New("P", "mm", "A4", ""), b: b, lists: b.Lists(), font: f, widths: map[rune]float64{}, missing: map[rune]string{}}
	// fpdf writes into the font it is given (it appends to a slice of its hmtx
	// table): each document has its own, or one would show in the next.
	d.p.AddUTF8FontFromBytes(family, "", bytes.Clone(f.data))
	d.p.SetAutoPageBreak(false, 0)
	d.p.SetMargins(left, top, right)
	d.p.AliasNbPages("{pages}")
	d.p.SetHeaderFunc(d.header)
	d.p.SetFooterFunc(d.footer)
	d.properties()
	if d.clips, err = newMontage(b); err != nil {
		return nil, err
	}
	d.links = make([]link, 1)
	for i := range b.Forms {
		for range b.Forms[i].Report.Findings {
			d.links = append(d.links, link{told: d.p.AddLink()})
		}
	}
	return d, nil
}

// bytes are the finished file.
func (d *writer) bytes() ([]byte, error) {
	var buf bytes.Buffer
	if err := d.p.Output(&buf); err != nil {
		return nil, err
	}
	return trailer(buf.Bytes(), d.b.Result.Source.SHA256), nil
}
