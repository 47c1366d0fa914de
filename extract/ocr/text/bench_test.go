package text

import (
	"strconv"
	"testing"
)

func BenchmarkNetwork(b *testing.B) {
	e, err := New()
	if err != nil {
		b.Fatal(err)
	}
	for _, width := range []int{96, 160, 320} {
		b.Run(strconv.Itoa(width), func(b *testing.B) {
			picture := make([]float32, tall*width)
			for b.Loop() {
				e.network.run(picture)
			}
		})
	}
}

func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		if _, err := New(); err != nil {
			b.Fatal(err)
		}
	}
}
