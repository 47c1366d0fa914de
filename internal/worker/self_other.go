//go:build !linux && !windows

package worker

import (
	"os"
	"runtime/metrics"
	"time"
)

// tooMuch is the exit status of a worker that took more memory than it may.
const tooMuch = 86

// watchSelf ends this process when it takes more memory than it may, where
// neither the system nor the parent can see to it.
func watchSelf(most int64) {
	mapped := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	for range time.Tick(watchEvery) {
		metrics.Read(mapped)
		if int64(mapped[0].Value.Uint64()-mapped[1].Value.Uint64()) > most {
			os.Exit(tooMuch)
		}
	}
}
