package batch

import (
	"errors"

	"golang.org/x/sys/windows"
)

// isNotFolder reports a path that leads through a file, as into an archive; here
// that is one that is not there.
func isNotFolder(error) bool { return false }

// isFull reports that a disk, or what the user may take of it, is full.
func isFull(err error) bool {
	return errors.Is(err, windows.ERROR_DISK_FULL) || errors.Is(err, windows.ERROR_HANDLE_DISK_FULL) || errors.Is(err, windows.ERROR_DISK_QUOTA_EXCEEDED)
}
