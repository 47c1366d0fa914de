// Package layers tells which of what is drawn lies on a layer (optional content)
// that is switched off, and so is not on the paper.
//
//	off := layers.New(data)
//	off.Hides(object)
//
// PDFium gives the text and lines of such layers all the same, marked with the
// layer, and does not say whether it is off. That stands in the file's catalog,
// which is looked for here without regard to structure: a name that is not found
// stays visible.
package layers

import "ziping/extract/pdfin/pdfium"

// Off tells of the objects of one file. It looks through the file when it is
// first asked about a mark.
type Off struct {
	data []byte
	off  names // nil until a mark of a layer is met
	any  *bool // nil until it is asked for
}

// New looks at a file's bytes; without any it holds every layer to be on.
func New(data []byte) *Off { return &Off{data: data} }

// MayHide reports that the file has layers that are off, so that what is drawn
// by way of forms may lie on one without a mark.
func (s *Off) MayHide() bool {
	if s.any == nil {
		v := switchesOff(s.data)
		s.any = &v
	}
	return *s.any
}

// MostMarks is how many marks of an object are looked at.
const MostMarks = 32

// Hides reports that an object lies on a layer that is switched off.
func (s *Off) Hides(obj pdfium.Object) bool {
	for i := range min(max(obj.Marks(), 0), MostMarks) {
		mark := obj.Mark(i)
		if !mark.Exists() || !mark.Is("OC") {
			continue
		}
		if s.off == nil {
			s.off = offNames(s.data)
		}
		if len(s.off) > 0 && s.off[layerOf(mark)] {
			return true
		}
	}
	return false
}

// layerOf is the name of the layer that a mark refers to.
func layerOf(mark pdfium.Mark) string {
	const room = 400
	name, _, _ := mark.Param("Name", room)
	return string(name)
}
