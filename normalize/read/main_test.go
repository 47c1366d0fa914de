package read_test

import (
	"os"
	"runtime/debug"
	"testing"
)

// The collector works as seldom as in a worker, where these stages run.
func TestMain(m *testing.M) {
	debug.SetGCPercent(400)
	os.Exit(m.Run())
}
