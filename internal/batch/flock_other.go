//go:build aix || solaris || (!unix && !windows)

package batch

import "os"

// tryLock cannot lock here; what the lock file says decides.
func tryLock(*os.File) error { return errNoLocks }

// alive cannot be told here, so that a lock is believed.
func alive(pid int) bool { return pid != os.Getpid() }
