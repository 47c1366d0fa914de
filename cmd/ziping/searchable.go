package main

import (
	"errors"

	"ziping/extract"
	"ziping/extract/formats"
	"ziping/extract/pdfin"
	"ziping/extract/scanin"
	"ziping/render/searchout"
)

// searchable is a scan or a picture as PDF with the recognised text laid over it. It
// runs in a worker.
func searchable(engine *pdfin.Engine, data []byte, layers []extract.Layer, o extract.Options, progress func()) ([]byte, error) {
	if formats.Sniff(data) == formats.Image {
		return searchout.Pictures(func(yield func(searchout.Picture, error) bool) {
			for p, err := range scanin.Originals(data, o) {
				progress()
				if !yield(searchout.Picture(p), err) {
					return
				}
			}
		}, layers)
	}
	out, err := searchout.Over(data, layers)
	if !errors.Is(err, searchout.ErrStructure) {
		return out, err
	}
	if data, err = engine.Anew(data, o); err != nil {
		return nil, err
	}
	return searchout.Over(data, layers)
}
