package kernel

// level is which instructions of a processor are used. Whatever the level, products
// of Fixed are the same to the last bit; those of Packed and Depthwise differ by
// rounding.
type level int

const (
	plain  level = iota // Go alone
	avx2                // with FMA
	avx512              // F and BW
	vnni                // the same with VNNI
)

func (l level) String() string { return [...]string{"plain", "avx2", "avx512", "vnni"}[l] }

// levels are those that there are here, the best last.
func levels() []level {
	var all []level
	for l := plain; l <= best; l++ {
		all = append(all, l)
	}
	return all
}
