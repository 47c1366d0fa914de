package worker

import "os"

// killed reports that a process was ended from outside. Windows does not tell.
func killed(*os.ProcessState) bool { return false }
