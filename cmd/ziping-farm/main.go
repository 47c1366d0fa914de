// Command ziping-farm does what ziping convert does, by workers on many machines.
//
//	ziping-farm serve                   a queue, where there is none
//	ziping-farm submit forms -o out     a task for each input
//	ziping-farm work                    on as many machines as there are
//	ziping-farm collect JOB             outputs, account and summary, as on one machine
package main

import (
	"os"
	"runtime/debug"
)

// gcPercent is how often the processes of a farm collect: they carry bytes and keep few.
const gcPercent = 400

func main() {
	debug.SetGCPercent(gcPercent)
	os.Exit(newApp().run(os.Args[1:]))
}
