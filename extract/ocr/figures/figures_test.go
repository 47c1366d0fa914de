package figures

import (
	"encoding/json"
	"image"
	_ "image/png"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"ziping/extract/ocr"
)

// sample is a cell that tools/ocr/export.py made, with what its network says.
type sample struct {
	File    string
	Printed string
	Read    string
	Size    float64
	First   int
	Width   int
	Sum     float64
	Steps   []map[string]float64 // class: probability, the improbable left out
}

func samples(t testing.TB) []sample {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", "cells.json"))
	if err != nil {
		t.Fatal(err)
	}
	var s []sample
	if err := json.Unmarshal(b, &s); err != nil {
		t.Fatal(err)
	}
	return s
}

func picture(t testing.TB, name string) ocr.Image {
	t.Helper()
	f, err := os.Open(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	m, _, err := image.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	g := m.(*image.Gray)
	img := ocr.Image{W: g.Rect.Dx(), H: g.Rect.Dy()}
	for y := range img.H {
		img.Pix = append(img.Pix, g.Pix[y*g.Stride:y*g.Stride+img.W]...)
	}
	return img
}

// The trainer and the engine see the same window and say the same of it.
func TestSameAsTrained(t *testing.T) {
	e := New()
	for _, s := range samples(t) {
		w, ok := e.look(picture(t, s.File), s.Size)
		if !ok || w.first != s.First || w.width != s.Width {
			t.Errorf("%s: got a window from %d, %d wide (%v), want from %d, %d wide", s.Printed, w.first, w.width, ok, s.First, s.Width)
			continue
		}
		sum := 0.0
		for _, v := range w.x {
			sum += float64(v)
		}
		if math.Abs(sum-s.Sum) > .05 {
			t.Errorf("%s: got ink of %.3f, want %.3f", s.Printed, sum, s.Sum)
		}
		p := e.net.run(w.x, w.width)
		if len(p) != len(s.Steps)*len(e.alphabet) {
			t.Errorf("%s: got %d numbers for %d steps of %d classes", s.Printed, len(p), len(s.Steps), len(e.alphabet))
			continue
		}
		for i, v := range p {
			want := s.Steps[i/len(e.alphabet)][strconv.Itoa(i%len(e.alphabet))]
			if d := math.Abs(float64(v) - want); d > 2e-3 && (want > 0 || v > .003) {
				t.Errorf("%s, step %d, class %d: got %.5f, want %.5f", s.Printed, i/len(e.alphabet), i%len(e.alphabet), v, want)
			}
		}
	}
}

func TestReads(t *testing.T) {
	e := New()
	right := 0
	all := samples(t)
	for _, s := range all {
		w, _ := e.look(picture(t, s.File), s.Size)
		if got := e.decode(e.net.run(w.x, w.width), 0, 1).Text(); got != strings.ReplaceAll(s.Read, other, Other) {
			t.Errorf("got %q, want %q", got, s.Read)
		}
		r := e.Read(picture(t, s.File), s.Size)
		if r.Text() == strings.ReplaceAll(s.Printed, other, Other) {
			right++
		}
		last := math.Inf(-1)
		for _, slot := range r.Slots {
			if slot.From >= slot.To || slot.From < last {
				t.Errorf("%s: a slot from %.1f to %.1f after one from %.1f", s.Printed, slot.From, slot.To, last)
			}
			last = slot.From
		}
	}
	if right < len(all)-2 {
		t.Errorf("got %d of %d right", right, len(all))
	}
}

// What is doubtful at first sight is looked at again, and only that.
func TestDoubtful(t *testing.T) {
	e := New()
	sure, unsure := 0, 0
	for _, s := range samples(t) {
		img := picture(t, s.File)
		w, _ := e.look(img, s.Size)
		once := e.decode(e.net.run(w.x, w.width), w.first, s.Size/em).Confidence()
		again := e.Read(img, s.Size).Confidence()
		if once >= doubtful {
			sure++
		} else {
			unsure++
		}
		if (once == again) != (once >= doubtful) {
			t.Errorf("%s: confidence of %.4f at first, %.4f in the end", s.Printed, once, again)
		}
	}
	if sure == 0 || unsure == 0 {
		t.Errorf("%d certain and %d doubtful cells prove nothing", sure, unsure)
	}
}

// The grammar of separators stands behind every reading.
func TestDecode(t *testing.T) {
	e := New()
	var p []float32
	for _, c := range "12.345.67" {
		row := make([]float32, len(e.alphabet))
		i := slices.Index(e.alphabet, string(c))
		row[i] = 1
		if c == '.' {
			row[i], row[slices.Index(e.alphabet, ",")] = .6, .4
		}
		p = append(p, row...)
	}
	r := e.decode(p, -2, .5)
	if r.Text() != "12,345.67" {
		t.Errorf("got %s", r.Text())
	}
	if s := r.Slots[0]; s.From != -1 || s.To != 1 {
		t.Errorf("the first step reaches from %g to %g, want from -1 to 1", s.From, s.To)
	}
}

func TestAlphabet(t *testing.T) {
	a := alphabet(classes)
	if a[0] != "" || a[1] != "0" || len(a) != 51 {
		t.Errorf("got %d classes, %q", len(a), a)
	}
	seen := map[string]bool{}
	for _, c := range a {
		if seen[c] {
			t.Errorf("%q is twice in the alphabet", c)
		}
		seen[c] = true
		if len([]rune(c)) > 1 {
			t.Errorf("%q is not one character", c)
		}
	}
}

// Whatever comes in, something comes back, and a blank cell is never certain.
func TestHostile(t *testing.T) {
	e := New()
	noise := func(n int) []uint8 {
		out, x := make([]uint8, n), uint32(1)
		for i := range out {
			x = x*1664525 + 1013904223
			out[i] = uint8(x >> 24)
		}
		return out
	}
	for _, c := range []struct {
		img  ocr.Image
		size float64
	}{
		{ocr.Image{}, 20},
		{ocr.Image{W: 5, H: 5}, 20},
		{ocr.Image{W: -5, H: -5}, 20},
		{ocr.Image{W: math.MaxInt, H: math.MaxInt, Pix: noise(9)}, 20},
		{ocr.Image{W: 1, H: 1, Pix: noise(1)}, 20},
		{ocr.Image{W: 100000, H: 1, Pix: noise(100000)}, 20},
		{ocr.Image{W: 1, H: 100000, Pix: noise(100000)}, 20},
		{ocr.Image{W: 100, H: 40, Pix: noise(4000)}, 20},
		{ocr.Image{W: 100, H: 40, Pix: noise(4000)}, 1e-300},
		{ocr.Image{W: 100, H: 40, Pix: noise(4000)}, 1e300},
		{ocr.Image{W: 100, H: 40, Pix: noise(4000)}, math.NaN()},
		{ocr.Image{W: 100, H: 40, Pix: noise(4000)}, math.Inf(1)},
		{ocr.Image{W: 100, H: 40, Pix: noise(4000)}, -3},
		{ocr.Image{W: 100, H: 40, Pix: noise(4000)}, 0},
		{ocr.Image{W: 100, H: 40, Pix: make([]uint8, 4000)}, 20},
	} {
		r := e.Read(c.img, c.size)
		if r.Text() == "" && r.Confidence() != 0 {
			t.Errorf("%d×%d at %g: nothing read, and certain of it", c.img.W, c.img.H, c.size)
		}
	}
}

// A picture cut close, or far, or moved reads the same.
func TestSurroundings(t *testing.T) {
	e := New()
	img := picture(t, "00.png")
	for _, pad := range []struct{ left, top, right, bottom int }{{0, 0, 0, 0}, {200, 0, 0, 0}, {0, 30, 90, 0}, {0, 0, 0, 40}, {300, 60, 300, 60}} {
		to := ocr.Image{W: img.W + pad.left + pad.right, H: img.H + pad.top + pad.bottom}
		to.Pix = make([]uint8, to.W*to.H)
		for i := range to.Pix {
			to.Pix[i] = 255
		}
		for y := range img.H {
			copy(to.Pix[(y+pad.top)*to.W+pad.left:], img.Pix[y*img.W:(y+1)*img.W])
		}
		if got := e.Read(to, samples(t)[0].Size).Text(); got != "233667.30" {
			t.Errorf("with %v of paper around it: got %q", pad, got)
		}
	}
}

func BenchmarkRead(b *testing.B) {
	e := New()
	s := samples(b)[0]
	img := picture(b, s.File)
	for b.Loop() {
		e.Read(img, s.Size)
	}
}
