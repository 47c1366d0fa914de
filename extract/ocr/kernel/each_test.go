package kernel

import (
	"math/rand/v2"
	"testing"
)

func TestEach(t *testing.T) {
	r := rand.New(rand.NewPCG(17, 18))
	for _, size := range [][2]int{{0, 8}, {1, 1}, {1, 8}, {3, 7}, {5, 16}, {40, 240}} {
		rows, n := size[0], size[1]
		v, w := random(r, rows*n), random(r, n)
		sum, twin := append([]float32(nil), w...), append([]float32(nil), w...)
		AddEach(sum, v)
		addEachPlain(twin, v)
		for i := range sum {
			want := w[i]
			for y := range rows {
				want += v[y*n+i]
			}
			if sum[i] != want || twin[i] != want {
				t.Fatalf("%v: [%d] got %v and %v want %v", size, i, sum[i], twin[i], want)
			}
		}
		mul, other := append([]float32(nil), v...), append([]float32(nil), v...)
		MulEach(mul, w)
		mulEachPlain(other, w)
		for i := range mul {
			if want := v[i] * w[i%n]; mul[i] != want || other[i] != want {
				t.Fatalf("%v: [%d] got %v and %v want %v", size, i, mul[i], other[i], want)
			}
		}
	}
	for name, f := range map[string]func(){
		"added":      func() { AddEach(make([]float32, 3), make([]float32, 7)) },
		"to none":    func() { AddEach(nil, nil) },
		"multiplied": func() { MulEach(make([]float32, 7), make([]float32, 3)) },
		"by none":    func() { MulEach(nil, nil) },
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s: parts of rows are taken", name)
				}
			}()
			f()
		}()
	}
}
