// Package cff reads the outlines of OpenType fonts with PostScript curves. The
// library's reader does not know the operators flex and flex1, with which many
// Chinese fonts draw their strokes.
//
//	f, err := cff.Parse(table)  // the table "CFF " of the font
//	path, err := f.Outline(17)  // of a glyph
//
// It is for fonts of known origin: an error ends the outline, and what a hostile
// file may do is not looked for beyond bounds.
package cff

import (
	"errors"
	"fmt"
)

// Font is the part of a table that draws.
type Font struct {
	chars, global [][]byte
	local         [][][]byte // subroutines of each font of a collection by glyph
	choice        []byte     // which of them a glyph has; nil: the first
	Scale         float64    // size 1 in units
}

// Op is what a Step does.
type Op byte

// The steps of a path.
const (
	Move Op = iota
	Line
	Curve
)

// Step is a part of a path: one place, or three for a Curve. Units of the font,
// y up.
type Step struct {
	Op Op
	P  [3][2]float64
}

var errShort = errors.New("cff: it ends too early")

// Parse reads a table.
func Parse(data []byte) (f *Font, err error) {
	defer func() {
		if recover() != nil { // a slice out of bounds: the table contradicts itself
			f, err = nil, errShort
		}
	}()
	at := int(data[2])
	_, at = index(data, at) // names
	tops, at := index(data, at)
	_, at = index(data, at) // strings
	f = &Font{Scale: 1000}
	f.global, _ = index(data, at)
	top := dict(tops[0])
	f.chars, _ = index(data, int(top[17][0]))
	if _, many := top[12<<8|30]; !many {
		f.local = [][][]byte{private(data, top)}
		return f, nil
	}
	fonts, _ := index(data, int(top[12<<8|36][0]))
	for _, d := range fonts {
		f.local = append(f.local, private(data, dict(d)))
	}
	f.choice, err = choose(data[int(top[12<<8|37][0]):], len(f.chars))
	return f, err
}

// private are the subroutines of a font.
func private(data []byte, d map[int][]float64) [][]byte {
	p := d[18]
	if len(p) != 2 {
		return nil
	}
	size, at := int(p[0]), int(p[1])
	subrs := dict(data[at : at+size])[19]
	if len(subrs) == 0 {
		return nil
	}
	list, _ := index(data, at+int(subrs[0]))
	return list
}

// choose says which font each glyph belongs to.
func choose(data []byte, glyphs int) ([]byte, error) {
	switch data[0] {
	case 0:
		return data[1 : 1+glyphs], nil
	case 3:
		out := make([]byte, glyphs)
		n := int(data[1])<<8 | int(data[2])
		for i := range n {
			r := data[3+3*i:]
			for g := int(r[0])<<8 | int(r[1]); g < int(r[3])<<8|int(r[4]); g++ {
				out[g] = r[2]
			}
		}
		return out, nil
	}
	return nil, fmt.Errorf("cff: form %d of choosing a font", data[0])
}

// index is a list of byte strings and where the next thing begins.
func index(data []byte, at int) ([][]byte, int) {
	n := int(data[at])<<8 | int(data[at+1])
	if n == 0 {
		return nil, at + 2
	}
	size := int(data[at+2])
	offset := func(i int) int {
		v := 0
		for _, b := range data[at+3+i*size : at+3+(i+1)*size] {
			v = v<<8 | int(b)
		}
		return v
	}
	base := at + 3 + (n+1)*size - 1
	out := make([][]byte, n)
	for i := range out {
		out[i] = data[base+offset(i) : base+offset(i+1)]
	}
	return out, base + offset(n)
}

// dict is operators with their numbers; those of two bytes are 12<<8 and the second.
func dict(data []byte) map[int][]float64 {
	out := map[int][]float64{}
	var stack []float64
	for len(data) > 0 {
		b := int(data[0])
		switch {
		case b == 30: // a real number: nothing that is asked for
			data = data[1:]
			for data[0]&15 != 15 && data[0]>>4 != 15 {
				data = data[1:]
			}
			data = data[1:]
			stack = append(stack, 0)
		case b == 29:
			stack = append(stack, float64(int32(uint32(data[1])<<24|uint32(data[2])<<16|uint32(data[3])<<8|uint32(data[4]))))
			data = data[5:]
		case b >= 28:
			var v float64
			v, data = number(data)
			stack = append(stack, v)
		default:
			if b == 12 {
				data = data[1:]
				b = 12<<8 | int(data[0])
			}
			out[b], stack, data = stack, nil, data[1:]
		}
	}
	return out
}

// number reads one number of a charstring or a dictionary.
func number(data []byte) (float64, []byte) {
	b := int(data[0])
	switch {
	case b == 28:
		return float64(int16(uint16(data[1])<<8 | uint16(data[2]))), data[3:]
	case b == 255:
		return float64(int32(uint32(data[1])<<24|uint32(data[2])<<16|uint32(data[3])<<8|uint32(data[4]))) / 65536, data[5:]
	case b < 247:
		return float64(b - 139), data[1:]
	case b < 251:
		return float64((b-247)*256 + int(data[1]) + 108), data[2:]
	}
	return float64(-(b-251)*256 - int(data[1]) - 108), data[2:]
}
