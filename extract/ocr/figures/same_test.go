package figures

import (
	"fmt"
	"hash/fnv"
	"testing"

	"golang.org/x/sys/cpu"
)

// A cell is read the same to the last bit by every processor with assembly of kernel. What
// stands around the kernels is Go, where a processor may take a product and a sum in one
// step: what is made a float of its own is not.
func TestSame(t *testing.T) {
	if !(cpu.X86.HasAVX2 && cpu.X86.HasFMA) && !cpu.ARM64.HasASIMD {
		t.Skip("Go alone rounds otherwise")
	}
	e, h := New(), fnv.New64a()
	for _, s := range samples(t) {
		fmt.Fprintln(h, e.Read(picture(t, s.File), s.Size))
	}
	if got := h.Sum64(); got != 0x216710ea46a8fd9c {
		t.Errorf("readings of another sum, %#x", got)
	}
}
