package kernel

import "golang.org/x/sys/cpu"

// levels are those that there are here.
func levels() []level {
	has, all := &cpu.X86, []level{plain}
	if !has.HasAVX2 || !has.HasFMA {
		return all
	}
	all = append(all, avx2)
	if has.HasAVXVNNI {
		all = append(all, avx2VNNI)
	}
	if !has.HasAVX512F || !has.HasAVX512BW {
		return all
	}
	all = append(all, avx512)
	if has.HasAVX512VNNI {
		all = append(all, avx512VNNI)
	}
	return all
}
