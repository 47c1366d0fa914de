package pdfout_test

import (
	"bytes"
	"image"
	"image/png"
	"testing"

	"ziping/extract"
	"ziping/normalize"
)

// Figures that were not read for certain are listed with the pictures of their cells, and
// the file is the same each time.
func TestDoubts(t *testing.T) {
	b := bundle(t, "../../samples/mof-project-2021.txt", extract.ZH)
	for i := range 5 {
		x := b.Forms[0].Report.Indicators[i].Score
		x.Reading, x.Confidence = normalize.Doubtful, "0.61"
		var buf bytes.Buffer
		if err := png.Encode(&buf, image.NewGray(image.Rect(0, 0, 60, 20))); err != nil {
			t.Fatal(err)
		}
		b.Document.Clips = append(b.Document.Clips, extract.Clip{At: *x.At, PNG: buf.Bytes()})
	}
	b.Forms[0].Report.Indicators[5].Score.Reading = normalize.Doubtful // and no picture
	pdf := write(t, b)
	drawn := streams(t, pdf)
	for _, want := range []string{"识别存疑和改正过识别的数字 6", "存疑，可信度 61%", "存疑）"} {
		if !bytes.Contains(drawn, utf16be(want)) {
			t.Errorf("%q is not in the PDF", want)
		}
	}
	if n := bytes.Count(drawn, []byte("/I")); n < 5 || bytes.Count(pdf, []byte("/Subtype /Image")) != 1 {
		t.Errorf("pictures are shown %d times of %d, want 5 parts of one", n, bytes.Count(pdf, []byte("/Subtype /Image")))
	}
	for range 3 {
		if !bytes.Equal(pdf, write(t, b)) {
			t.Fatal("two files of one bundle differ")
		}
	}
}
