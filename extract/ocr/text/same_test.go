package text

import (
	"fmt"
	"hash/fnv"
	"testing"

	"golang.org/x/sys/cpu"
)

// A line is read the same to the last bit by every processor with assembly of kernel, as
// is a cell of figures.
func TestSame(t *testing.T) {
	if !(cpu.X86.HasAVX2 && cpu.X86.HasFMA) && !cpu.ARM64.HasASIMD {
		t.Skip("Go alone rounds otherwise")
	}
	e, h := engine(t), fnv.New64a()
	for _, s := range samples(t)[:6] {
		fmt.Fprintln(h, e.Read(s.img, s.size))
	}
	if got := h.Sum64(); got != 0x4a2f4e1bab263d75 {
		t.Errorf("readings of another sum, %#x", got)
	}
}
