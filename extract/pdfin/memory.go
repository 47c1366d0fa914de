package pdfin

import (
	"encoding/binary"
	"errors"
	"math"
)

// at is an address of the nth 8 bytes of the scratch space.
func (c *calls) at(n int) uint64 { return uint64(c.heap) + uint64(8*n) }

// bytes is a view of the sandbox's memory, valid until the next call.
func (c *calls) bytes(addr uint64, n int) []byte {
	b, ok := c.memory.Read(uint32(addr), uint32(n))
	if !ok {
		panic(trap{errors.New("out of the sandbox's memory")})
	}
	return b
}

func (c *calls) u32(addr uint64) uint32 { return binary.LittleEndian.Uint32(c.bytes(addr, 4)) }

func (c *calls) f64(addr uint64) float64 {
	return math.Float64frombits(binary.LittleEndian.Uint64(c.bytes(addr, 8)))
}

// floats reads n consecutive floats of C.
func (c *calls) floats(addr uint64, out []float64) {
	b := c.bytes(addr, 4*len(out))
	for i := range out {
		out[i] = float64(math.Float32frombits(binary.LittleEndian.Uint32(b[4*i:])))
	}
}

// put copies data into fresh memory of the sandbox.
func (c *calls) put(data []byte) uint64 {
	addr := uint64(c.fn("malloc").u32(uint64(len(data))))
	if addr == 0 || !c.memory.Write(uint32(addr), data) {
		panic(trap{errNoMemory})
	}
	return addr
}

func (c *calls) free(addr uint64) { c.fn("free").raw(addr) }

var errNoMemory = errors.New("the sandbox's memory is used up")
