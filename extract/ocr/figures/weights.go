package figures

import (
	_ "embed"
	"encoding/binary"
	"math"
	"slices"
	"strings"

	"ziping/extract/ocr/kernel"
)

//go:embed weights.bin
var weights []byte

//go:embed classes.txt
var classes string

// other is the line of classes.txt for whatever has no class.
const other = "X"

// alphabet has the text of each class, "" first.
func alphabet(classes string) []string {
	out := append([]string{""}, strings.Split(strings.TrimSuffix(classes, "\n"), "\n")...)
	for i, c := range out {
		if c == other {
			out[i] = Other
		}
	}
	return out
}

// newNetwork takes the weights as tools/ocr/export.py writes them: for each layer the
// weights (row, column, channel in, channel out) in half precision, then for each
// channel out its bias in single precision, all little-endian. It panics if they do
// not fit the layers, which a test rules out.
func newNetwork(data []byte) *network {
	n := &network{}
	n.body, n.look, n.head, n.out = shape(len(alphabet(classes)))
	take := func(l *layer) {
		k := l.high * l.wide * l.in
		w := make([]float32, l.taps()*l.out)
		for i := range k * l.out {
			w[i] = half(binary.LittleEndian.Uint16(data[2*i:]))
		}
		data = data[2*k*l.out:]
		bias := make([]float32, l.out)
		for i := range bias {
			bias[i] = math.Float32frombits(binary.LittleEndian.Uint32(data[4*i:]))
		}
		data = data[4*len(bias):]
		l.w = kernel.PackFixed(l.taps(), l.out, w).With(bias, kernel.After{})
		if l.high*l.wide > 1 && !l.add {
			l.w.With(bias, kernel.After{Kind: kernel.ReLU})
		}
	}
	for i := range n.body {
		take(&n.body[i])
	}
	take(&n.look)
	for i := range n.head {
		take(&n.head[i])
	}
	take(&n.out)
	if len(data) > 0 {
		panic("figures: weights left over")
	}
	return n
}

// half is a number of half precision.
func half(b uint16) float32 {
	sign, exponent, fraction := b>>15, int(b>>10&31), float64(b&1023)
	v := math.Ldexp(fraction/1024+1, exponent-15)
	if exponent == 0 {
		v = math.Ldexp(fraction/1024, -14)
	}
	if sign != 0 {
		v = -v
	}
	return float32(v)
}

// Knows says whether an Engine can read a character. Full-width forms come out as
// their narrow ones and count as unknown here.
func Knows(char string) bool {
	return char != "" && char != Other && slices.Contains(alphabet(classes), char)
}
