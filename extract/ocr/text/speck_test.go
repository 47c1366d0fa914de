package text

import (
	"testing"

	"ziping/extract/ocr"
)

// stained is a line of testdata in more paper, with dots of some size at places, in ems
// from the left and the top of the paper.
func stained(t *testing.T, s sample, dot int, places ...[2]float64) ocr.Image {
	t.Helper()
	const ems = 6
	edge := ems * int(s.size)
	img := ocr.Image{W: s.img.W + edge, H: s.img.H}
	img.Pix = make([]uint8, img.W*img.H)
	for i := range img.Pix {
		img.Pix[i] = 255
	}
	for y := range s.img.H {
		copy(img.Pix[y*img.W+edge:], s.img.Pix[y*s.img.W:(y+1)*s.img.W])
	}
	for _, p := range places {
		for y := range dot {
			for x := range dot {
				img.Pix[(int(p[1]*s.size)+y)*img.W+int(p[0]*s.size)+x] = 0
			}
		}
	}
	return img
}

func TestSpecks(t *testing.T) {
	s := samples(t)[0]
	var f fitter
	sweep := func(img ocr.Image) bool {
		l, ok := f.look(img, s.size)
		if !ok {
			t.Fatal("no ink")
		}
		return &f.swept(img, l, s.size).Pix[0] != &img.Pix[0]
	}
	specks := [][2]float64{{0.5, 0.3}, {1.7, 1.1}, {3.1, 0.5}, {4.2, 0.9}}
	if img := stained(t, s, 2, specks...); !sweep(img) {
		t.Error("specks stay")
	} else if got := engine(t).Read(img, s.size).Text(); got != s.text {
		t.Errorf("with specks around: got %q want %q", got, s.text)
	}
	for name, img := range map[string]ocr.Image{
		"two specks":       stained(t, s, 2, specks[:2]...),
		"an ellipsis":      stained(t, s, 2, [2]float64{1, 0.7}, [2]float64{1.3, 0.7}, [2]float64{1.6, 0.7}),
		"larger":           stained(t, s, 5, specks...),
		"near a character": stained(t, s, 2, [2]float64{5.9, 0.5}, [2]float64{5.9, 0.9}, [2]float64{6, 1.3}, [2]float64{6.05, 0.3}),
	} {
		if sweep(img) {
			t.Errorf("%s is taken away", name)
		}
	}
	var everywhere [][2]float64
	for x := 0.1; x < 5; x += 0.4 {
		for y := 0.05; y < 1.2; y += 0.31 {
			everywhere = append(everywhere, [2]float64{x, y + 0.13*float64(len(everywhere)%2)})
		}
	}
	if sweep(stained(t, s, 1, everywhere...)) {
		t.Error("the paper is full of specks, some of which are taken away")
	}
}
