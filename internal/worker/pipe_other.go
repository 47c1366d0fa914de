//go:build !linux

package worker

// widen is for systems that can be told how much a pipe holds: how much that is.
func widen(any) int { return 0 }
