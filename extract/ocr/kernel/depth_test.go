package kernel

import (
	"math"
	"math/rand/v2"
	"testing"
)

func TestDepthwise(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for _, c := range []struct{ high, wide, channels, rows, pixels, down, right int }{
		{1, 1, 16, 1, 1, 1, 1}, {3, 3, 16, 3, 4, 1, 1}, {3, 3, 32, 2, 7, 2, 1},
		{3, 3, 48, 3, 5, 1, 2}, {3, 3, 32, 2, 8, 1, 1}, {5, 5, 32, 3, 21, 1, 2}, {5, 5, 32, 3, 21, 1, 1}, {3, 3, 16, 2, 17, 2, 1}, {2, 2, 16, 2, 9, 1, 1}, {5, 5, 240, 2, 10, 2, 1}, {5, 5, 16, 1, 3, 1, 1}, {3, 1, 16, 2, 9, 2, 2},
	} {
		for _, after := range kinds {
			const frame = 3
			line := ((c.pixels-1)*c.right+c.wide)*c.channels + frame
			src := random(r, ((c.rows-1)*c.down+c.high)*line)
			w, bias := random(r, c.high*c.wide*c.channels), random(r, c.channels)
			d := PackDepthwise(c.high, c.wide, c.channels, w, bias, after)
			shape := Shape{Rows: c.rows, Pixels: c.pixels, Line: line, Down: c.down, Right: c.right}
			for _, l := range levels() {
				d.level = l
				dst := make([]float32, c.rows*c.pixels*c.channels)
				d.Apply(dst, src, shape)
				for y := range c.rows {
					for x := range c.pixels {
						for ch := range c.channels {
							s := bias[ch]
							for i := range c.high {
								for j := range c.wide {
									s += w[(i*c.wide+j)*c.channels+ch] * src[(y*c.down+i)*line+(x*c.right+j)*c.channels+ch]
								}
							}
							after := d.after
							if got, want := dst[(y*c.pixels+x)*c.channels+ch], after.of(s); math.Abs(float64(got-want)) > 1e-5 {
								t.Fatalf("%+v %v %v: [%d %d %d] got %v want %v", c, l, after, y, x, ch, got, want)
							}
						}
					}
				}
			}
		}
	}
}

func TestDepthwiseShort(t *testing.T) {
	w, bias := make([]float32, 9*16), make([]float32, 16)
	d := PackDepthwise(3, 3, 16, w, bias, After{})
	s := Shape{Rows: 2, Pixels: 4, Line: 6 * 16, Down: 1, Right: 1}
	dst, src := make([]float32, 2*4*16), make([]float32, 4*6*16)
	d.Apply(dst, src, s)
	d.Apply(nil, nil, Shape{})
	for name, f := range map[string]func(){
		"dst":      func() { d.Apply(dst[:len(dst)-1:len(dst)-1], src, s) },
		"src":      func() { d.Apply(dst, src[:len(src)-1:len(src)-1], s) },
		"backward": func() { d.Apply(dst, src, Shape{Rows: 2, Pixels: 4, Line: -6, Down: 1, Right: 1}) },
		"weights":  func() { PackDepthwise(3, 3, 16, w[1:], bias, After{}) },
		"channels": func() { PackDepthwise(1, 1, 15, w[:15], bias[:15], After{}) },
		"taps":     func() { PackDepthwise(1, 26, 16, make([]float32, 26*16), bias, After{}) },
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s does not fit, but is taken", name)
				}
			}()
			f()
		}()
	}
}

func BenchmarkDepthwise(b *testing.B) {
	for _, l := range levels() {
		b.Run(l.String(), func(b *testing.B) {
			d := PackDepthwise(5, 5, 240, make([]float32, 25*240), make([]float32, 240), After{Kind: HardSwish})
			d.level = l
			s := Shape{Rows: 12, Pixels: 80, Line: 84 * 240, Down: 1, Right: 1}
			dst, src := make([]float32, 12*80*240), make([]float32, 16*84*240)
			for b.Loop() {
				d.Apply(dst, src, s)
			}
			b.ReportMetric(2*25*240*12*80*float64(b.N)/b.Elapsed().Seconds()/1e9, "GFLOP/s")
		})
	}
}
