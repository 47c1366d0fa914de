package pdfium

import (
	"testing"

	"github.com/tetratelabs/wazero/experimental"
)

// Whatever the memory is made of, what was written stays when it grows, and what is new
// is zero.
func TestLinear(t *testing.T) {
	const most = 32 << 20
	kinds := map[string]experimental.LinearMemory{"growing": &growing{}}
	if all := setAside(most); all != nil {
		kinds["linear"] = &linear{all}
	}
	for name, m := range kinds {
		b := m.Reallocate(wasmPage)
		b[0], b[wasmPage-1] = 1, 2
		for size := uint64(2 * wasmPage); size <= most; size *= 2 {
			b = m.Reallocate(size)
			if uint64(len(b)) != size || b[0] != 1 || b[wasmPage-1] != 2 || b[size-1] != 0 || b[size/2+1] != 0 {
				t.Fatalf("%s: %d bytes of %d, the first %d", name, len(b), size, b[0])
			}
		}
		if name == "linear" && m.Reallocate(most+1) != nil {
			t.Error("more than was set aside")
		}
		m.Free()
	}
}
