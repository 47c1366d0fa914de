package ready

import (
	"os"
	"runtime/debug"
	"testing"
)

// Seldom runs a package's tests with the collector at work as seldom as in a worker, where
// the stages run; it is all that a TestMain does:
//
//	func TestMain(m *testing.M) { ready.Seldom(m) }
func Seldom(m *testing.M) {
	debug.SetGCPercent(400)
	os.Exit(m.Run())
}
