package pdfium

import (
	"encoding/binary"
	"errors"
	"math"
	"unicode/utf16"
)

// at is an address of the nth 8 bytes of the scratch space. The first few take
// results, key puts names behind them, and blob begins what is longer.
func (l *library) at(n int) uint64 { return uint64(l.heap) + uint64(8*n) }

const (
	keyAt  = 8  // of a name, up to 32 bytes
	blobAt = 20 // of anything up to blobRoom bytes
	// blobRoom is what of the scratch space lies behind blobAt.
	blobRoom = heapSize - 8*blobAt
)

// key puts a name with its end mark into the scratch space.
func (l *library) key(name string) uint64 {
	addr := l.at(keyAt)
	copy(l.bytes(addr, len(name)+1), name+"\x00")
	return addr
}

// bytes is a view of the sandbox's memory, valid until the next call.
func (l *library) bytes(addr uint64, n int) []byte {
	b, ok := l.memory.Read(uint32(addr), uint32(n))
	if !ok {
		panic(&Trap{errors.New("out of the sandbox's memory")})
	}
	return b
}

func (l *library) u32(n int) uint32 { return binary.LittleEndian.Uint32(l.bytes(l.at(n), 4)) }

func (l *library) f64(n int) float64 {
	return math.Float64frombits(binary.LittleEndian.Uint64(l.bytes(l.at(n), 8)))
}

func (l *library) f32(n int) float64 { return float64(math.Float32frombits(l.u32(n))) }

// floats reads consecutive floats of C from the beginning of the scratch space.
func (l *library) floats(out []float64) {
	b := l.bytes(l.at(0), 4*len(out))
	for i := range out {
		out[i] = float64(math.Float32frombits(binary.LittleEndian.Uint32(b[4*i:])))
	}
}

// putFloats writes consecutive floats of C.
func (l *library) putFloats(addr uint64, values []float64) {
	b := l.bytes(addr, 4*len(values))
	for i, f := range values {
		binary.LittleEndian.PutUint32(b[4*i:], math.Float32bits(float32(f)))
	}
}

func float(f float64) uint64 { return uint64(math.Float32bits(float32(f))) }

// malloc takes memory of the sandbox; 0 if there is none left.
func (l *library) malloc(n int) uint32 { return l.fn(fnMalloc).u32(uint64(n)) }

// alloc is malloc for those who cannot do without.
func (l *library) alloc(n int) uint64 {
	addr := uint64(l.malloc(n))
	if addr == 0 {
		panic(&Trap{ErrMemory})
	}
	return addr
}

// put copies data into fresh memory of the sandbox.
func (l *library) put(data []byte) uint64 {
	addr := l.alloc(len(data))
	if !l.memory.Write(uint32(addr), data) {
		panic(&Trap{ErrMemory})
	}
	return addr
}

func (l *library) free(addr uint64) { l.fn(fnFree).raw(addr) }

// wide reads text of 16-bit units; zeros among them are no part of it.
func wide(b []byte) string {
	units := make([]uint16, 0, len(b)/2)
	for ; len(b) > 1; b = b[2:] {
		if u := binary.LittleEndian.Uint16(b); u != 0 {
			units = append(units, u)
		}
	}
	return string(utf16.Decode(units))
}
