//go:build !noocr

package main

import (
	"ziping/extract/ocr/figures"
	"ziping/extract/ocr/text"
	"ziping/extract/recognise"
)

// recognises says that this build reads pictures.
const recognises = true

// newRecogniser is what reads pictures of pages. Its weights are part of the program.
func newRecogniser(done func()) *recognise.Reader {
	words, err := text.New()
	if err != nil {
		panic(err)
	}
	return recognise.New(figures.New(), words, done)
}
