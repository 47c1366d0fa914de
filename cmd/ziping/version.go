package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
)

// version is written into outputs, so that it alone, and not the commit, decides their bytes.
const version = "0.1.0"

// versionLine is what --version prints.
func versionLine() string {
	rev := revision()
	if rev != "" {
		rev = " (" + rev + ")"
	}
	return fmt.Sprintf("ziping %s%s %s %s/%s", version, rev, runtime.Version(), runtime.GOOS, runtime.GOARCH)
}

// revision is the commit the program was built from, if the build says so.
func revision() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return ""
	}
	rev, dirty := "", ""
	for _, s := range info.Settings {
		switch {
		case s.Key == "vcs.revision":
			rev = s.Value[:min(12, len(s.Value))]
		case s.Key == "vcs.modified" && s.Value == "true":
			dirty = "+"
		}
	}
	if rev == "" {
		return ""
	}
	return rev + dirty
}
