//go:build !linux

package batch

import "testing"

// smallDisk is a disk of two megabytes.
func smallDisk(t *testing.T) string {
	t.Skip("no disk of its own can be made here")
	return ""
}
