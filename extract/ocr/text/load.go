package text

import (
	_ "embed"
	"encoding/binary"
	"errors"
	"math"
	"strings"
)

//go:embed data/ppocrv4.bin
var weightsFile []byte

//go:embed data/ppocr_keys_v1.txt
var keysFile string

// errWeights is told where the embedded files are not those this package was made for.
var errWeights = errors.New("text: the weights do not fit the network")

// source gives tensors in the order in which tools/ocrtext wrote them.
type source struct {
	data  []byte
	err   error
	spare []float32
}

// next is a tensor of n numbers, of either kind; zeros after an error.
func (s *source) next(n int) []float32 {
	v := make([]float32, n)
	s.read(v)
	return v
}

// once is next in memory that holds until the next call of once: for weights, which are
// laid out anew.
func (s *source) once(n int) []float32 {
	if cap(s.spare) < n {
		s.spare = make([]float32, n)
	}
	s.spare = s.spare[:n]
	if s.read(s.spare); s.err != nil {
		clear(s.spare)
	}
	return s.spare
}

func (s *source) read(v []float32) {
	n := len(v)
	const head = 5
	if s.err != nil || len(s.data) < head || int(binary.LittleEndian.Uint32(s.data[1:])) != n {
		s.err = errWeights
		return
	}
	kind, body := s.data[0], s.data[head:]
	switch {
	case kind == 'h' && len(body) >= 2*n:
		for i := range v {
			v[i] = half(binary.LittleEndian.Uint16(body[2*i:]))
		}
		s.data = body[2*n:]
	case kind == 'f' && len(body) >= 4*n:
		for i := range v {
			v[i] = math.Float32frombits(binary.LittleEndian.Uint32(body[4*i:]))
		}
		s.data = body[4*n:]
	default:
		s.err = errWeights
	}
}

// half is a float16 as a float32.
func half(h uint16) float32 {
	sign, exponent, fraction := uint32(h)>>15<<31, uint32(h)>>10&31, uint32(h)&1023
	switch exponent {
	case 0: // too small for a leading one: fraction · 2^-24
		return math.Float32frombits(sign | math.Float32bits(float32(fraction)*(1.0/(1<<24))))
	case 31:
		return math.Float32frombits(sign | 255<<23 | fraction<<13)
	}
	return math.Float32frombits(sign | (exponent+112)<<23 | fraction<<13)
}

// alphabet is the text of each class: none, the keys, a blank.
func alphabet() []string {
	return append(append([]string{""}, strings.Split(strings.TrimSuffix(keysFile, "\n"), "\n")...), " ")
}
