package main

import (
	"ziping/extract/ocr/text"
	"ziping/extract/recognise"
)

// newRecogniser is what reads pictures of pages. Its weights are part of the program.
func newRecogniser() *recognise.Reader {
	words, err := text.New()
	if err != nil {
		panic(err)
	}
	return recognise.New(nil, words)
}
