//go:build !windows

package batch

import (
	"errors"
	"syscall"
)

// isNotFolder reports a path that leads through a file, as into an archive.
func isNotFolder(err error) bool { return errors.Is(err, syscall.ENOTDIR) }

// isFull reports that a disk, or what the user may take of it, is full.
func isFull(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT)
}
