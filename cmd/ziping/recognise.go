package main

import (
	"ziping/extract/ocr/figures"
	"ziping/extract/ocr/text"
	"ziping/extract/recognise"
)

// newRecogniser is what reads pictures of pages.
func newRecogniser() *recognise.Reader { return recognise.New(figures.New(), text.New()) }
