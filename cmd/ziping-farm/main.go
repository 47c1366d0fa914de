// Command ziping-farm does what ziping convert does, by workers on many machines.
//
//	ziping-farm serve                   a queue, where there is none
//	ziping-farm submit forms -o out     a task for each input
//	ziping-farm work                    on as many machines as there are
//	ziping-farm collect JOB             outputs, account and summary, as on one machine
package main

import (
	"os"
	"runtime"
	"runtime/debug"
)

// gcPercent is how often the processes of a farm collect: they carry bytes and keep few.
const gcPercent = 400

func main() {
	debug.SetGCPercent(gcPercent)
	os.Exit(newApp().run(os.Args[1:]))
}

// carries is for how many inputs at once, or cores that work on them, one core carries what
// goes in and out.
const carries = 4

// carry holds this process to as many cores as carry what so many work on: with more at
// hand it passes each message from core to core, which costs more than the message.
// GOMAXPROCS in the environment counts more.
func (a *app) carry(jobs int) {
	if a.getenv("GOMAXPROCS") == "" {
		runtime.GOMAXPROCS(min(max(1, jobs/carries), runtime.GOMAXPROCS(0)))
	}
}
