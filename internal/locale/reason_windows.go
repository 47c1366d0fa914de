package locale

import "golang.org/x/sys/windows"

// Errors of a system that have names of their own on Windows.
var (
	diskFull  error = windows.ERROR_DISK_FULL
	quotaUsed error = windows.ERROR_DISK_QUOTA_EXCEEDED
	inUse     error = windows.ERROR_SHARING_VIOLATION
)
