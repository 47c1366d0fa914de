// Package searchout makes PDF of scans whose text can be searched and copied: the
// pictures as they are, and over them, without ink, the text that was recognised.
//
//	out, err := searchout.Over(data, doc.Layers)             // data is a PDF
//	out, err := searchout.Pictures(originals, doc.Layers)    // pages of picture files
//
// A PDF keeps every byte it had. What is new stands behind it, as the format provides
// for changes (an incremental update): a font, a stream of text for each page, and the
// dictionaries of those pages, which name both. So pictures are not packed again, what
// is drawn stays the same, and the original can be had back by cutting the end off.
//
// The text goes before what a page draws, where nothing has moved its coordinates yet.
package searchout

import (
	"slices"

	"ziping/extract"
	"ziping/render/searchout/structure"
)

// ErrStructure is the error for a PDF that has to be written anew before text can be
// laid over it: an encrypted one, or one whose table of objects is damaged.
var ErrStructure = structure.ErrStructure

// Over lays text over the pages of a PDF. Without any text the file stays as it is.
func Over(data []byte, layers []extract.Layer) ([]byte, error) {
	f, err := structure.Open(data)
	if err != nil {
		return nil, err
	}
	pages, err := f.Pages()
	if err != nil {
		return nil, err
	}
	u := update{file: f, out: &objects{first: len(data), next: f.Next}}
	u.out.WriteByte('\n') // the file may end without one
	if !slices.ContainsFunc(layers, func(l extract.Layer) bool { return l.Page > 0 && l.Page <= len(pages) && len(l.Lines) > 0 }) {
		return data, nil
	}
	u.font = u.out.font(layers)
	done := map[int]bool{} // a page may be shown twice
	for _, l := range layers {
		if l.Page < 1 || l.Page > len(pages) || len(l.Lines) == 0 || done[pages[l.Page-1].Number] {
			continue
		}
		p := pages[l.Page-1]
		done[p.Number] = true
		if err := u.page(p, content(l.Lines)); err != nil {
			return nil, err
		}
	}
	return u.finish(data), nil
}
