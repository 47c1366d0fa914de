package main

import (
	"bytes"
	"image"
	"image/png"
	"testing"

	"ziping/extract"
	"ziping/extract/pdfin"
	"ziping/internal/ready"
)

// A picture becomes a PDF, and a PDF whose objects cannot be found is written anew first.
func TestSearchable(t *testing.T) {
	layers := []extract.Layer{{Page: 1, Width: 30, Height: 20, Lines: []extract.LayerLine{{Text: "值", X: 3, Y: 18, AlongX: 9, UpY: -9, Ends: []float64{1}}}}}
	var p bytes.Buffer
	if err := png.Encode(&p, image.NewGray(image.Rect(0, 0, 30, 20))); err != nil {
		t.Fatal(err)
	}
	engine := pdfin.New(pdfin.Settings{Cache: ready.Folder()})
	defer engine.Close()
	steps := 0
	o := extract.Options{Limits: extract.DefaultLimits()}
	out, err := searchable(engine, p.Bytes(), layers, o, func() { steps++ })
	if err != nil || !bytes.HasPrefix(out, []byte("%PDF-")) || !bytes.Contains(out, []byte("/ZipingLayer")) || steps != 1 {
		t.Fatalf("a picture: %d bytes, %d steps, %v", len(out), steps, err)
	}
	torn := bytes.Replace(out, []byte("startxref\n"), []byte("startxref\n7"), 1)
	again, err := searchable(engine, torn, layers, o, func() {})
	if err != nil || bytes.HasPrefix(again, torn) || !bytes.HasPrefix(again, []byte("%PDF-")) {
		t.Errorf("a torn PDF: %d bytes, %v", len(again), err)
	}
	if _, err := searchable(engine, []byte("%PDF-1.7 nothing"), layers, o, func() {}); err == nil {
		t.Error("nothing becomes something")
	}
}
