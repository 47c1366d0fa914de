package kernel

import "golang.org/x/sys/cpu"

// best is the level of this processor under this system.
var best = func() level {
	has := &cpu.X86
	switch {
	case !has.HasAVX2 || !has.HasFMA:
		return plain
	case !has.HasAVX512F || !has.HasAVX512BW:
		return avx2
	case !has.HasAVX512VNNI:
		return avx512
	}
	return vnni
}()
