package kernel

import "golang.org/x/sys/cpu"

// levels are those that there are here: NEON is part of every processor of 64 bits that an
// operating system runs on.
func levels() []level {
	if !cpu.ARM64.HasASIMD {
		return []level{plain}
	}
	return []level{plain, neon}
}
