//go:build unix

package pdfium

import "golang.org/x/sys/unix"

// setAside is memory of zeros that does not count until it is touched; nil if there is
// none.
func setAside(size uint64) []byte {
	all, err := unix.Mmap(-1, 0, int(size), unix.PROT_READ|unix.PROT_WRITE, unix.MAP_ANON|unix.MAP_PRIVATE)
	if err != nil {
		return nil
	}
	inLarge(all)
	return all
}

func giveBack(all []byte) {
	if all != nil {
		_ = unix.Munmap(all)
	}
}
