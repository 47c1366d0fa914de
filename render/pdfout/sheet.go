package pdfout

import "codeberg.org/go-pdf/fpdf"

// sheet is the size of a page, in millimetres.
type sheet struct{ w, h float64 }

// A4, upright and lying.
var upright, lying = sheet{210, 297}, sheet{297, 210}

const (
	left, right = 12.0, 20.0 // the right margin holds the numbers of findings
	top, bottom = 13.0, 14.0
)

// body is the width between the margins.
func (s sheet) body() float64 { return s.w - left - right }

// end is where the body of a page ends.
func (s sheet) end() float64 { return s.h - bottom }

// room is the height of a page's body.
func (s sheet) room() float64 { return s.end() - top }

// addPage begins a page.
func (d *writer) addPage() {
	d.p.AddPageFormat("P", fpdf.SizeType{Wd: d.sheet.w, Ht: d.sheet.h})
}
