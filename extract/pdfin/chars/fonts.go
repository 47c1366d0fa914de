package chars

import (
	"fmt"

	"ziping/extract/pdfin/evidence"
	"ziping/extract/pdfin/pdfium"
	"ziping/extract/pdfin/sfnt"
)

// maxProgram is far above the fonts that forms are set in.
const maxProgram = 32 << 20

// fonts are the fonts of a file.
type fonts struct {
	programs map[string]*evidence.Font // by name and size: handles are used again
	page     map[uint64]font           // by handle, of the page
	data     []byte                    // the file
	ranges   ranges                    // made when first asked for
}

// font is a font as a page uses it.
type font struct {
	witness         *evidence.Font
	ascent, descent float64
	widths          map[rune]float64 // as the file states them; nil if its glyphs do
}

func newFonts(data []byte) *fonts {
	return &fonts{data: data, programs: map[string]*evidence.Font{}, page: map[uint64]font{}}
}

// turnPage forgets the handles of fonts, which the next page may use again for
// others.
func (s *fonts) turnPage() { clear(s.page) }

// of is a font as evidence, and its ascent and descent in parts of its size.
func (s *fonts) of(f pdfium.Font) (witness *evidence.Font, ascent, descent float64) {
	known, ok := s.page[f.ID()]
	if !ok {
		known.witness = s.witness(f)
		known.ascent, known.descent = heights(f)
		if !known.witness.Embedded && !known.witness.Drawn {
			known.widths = map[rune]float64{}
		}
		s.page[f.ID()] = known
	}
	return known.witness, known.ascent, known.descent
}

// widthOf is how far a character advances by the file, in parts of its size, where
// the font of its run is not in it.
func (s *fonts) widthOf(run pdfium.Object, r rune) (float64, bool) {
	f := run.Font()
	known := s.page[f.ID()]
	if known.widths == nil {
		return 0, false
	}
	w, ok := known.widths[r]
	if !ok {
		w, _ = f.Width(r)
		known.widths[r] = w
	}
	return w, w > 0
}

// ours is the name of the font of layers that this program writes (render/searchout).
const ours = "ZipingLayer"

// witness is a font as evidence; its program is parsed once for a file.
func (s *fonts) witness(f pdfium.Font) *evidence.Font {
	size := 0
	if f.Exists() && f.Embedded() {
		size = f.ProgramSize()
	}
	if size == 0 || size > maxProgram {
		w := evidence.NewFont(nil)
		w.Embedded, w.Drawn = size > 0, size == 0 && f.Name() == ""
		return w
	}
	key := fmt.Sprintf("%s %d", f.Name(), size)
	w := s.programs[key]
	if w == nil {
		w = evidence.NewFont(sfnt.Parse(f.Program()))
		w.Embedded, w.Ours = true, f.Name() == ours
		s.programs[key] = w
	}
	return w
}

// heights are a font's ascent and descent in parts of its size. Fonts that
// state nonsense get what most Chinese fonts have.
func heights(f pdfium.Font) (ascent, descent float64) {
	ascent, _ = f.Ascent()
	descent, _ = f.Descent()
	if ascent < 0.5 || ascent > 1.3 || descent > 0 || descent < -0.6 {
		return 0.86, -0.14
	}
	return ascent, descent
}
