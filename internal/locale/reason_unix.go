//go:build !windows

package locale

import "syscall"

// Errors of a system that have names of their own on Windows.
var (
	diskFull  error = syscall.ENOSPC
	quotaUsed error = syscall.EDQUOT
	inUse     error = syscall.EBUSY
)
