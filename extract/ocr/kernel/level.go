package kernel

import "slices"

// level is which instructions of a processor are used. Whatever the level, products
// of Fixed are the same to the last bit; those of Packed and Depthwise are the same at
// all levels but plain, which rounds otherwise.
type level int

const (
	plain      level = iota // Go alone
	neon                    // of arm64
	avx2                    // with FMA
	avx2VNNI                // the same with VNNI in its short form
	avx512                  // F and BW
	avx512VNNI              // the same with VNNI
)

func (l level) String() string {
	return [...]string{"plain", "neon", "avx2", "avx2vnni", "avx512", "avx512vnni"}[l]
}

// best is the level of this processor under this system.
var best = slices.Max(levels())
