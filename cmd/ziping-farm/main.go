// Command ziping-farm does what ziping convert does, by workers on many machines.
//
//	ziping-farm serve                   a queue, where there is none
//	ziping-farm submit forms -o out     a task for each input
//	ziping-farm work                    on as many machines as there are
//	ziping-farm collect JOB             outputs, account and summary, as on one machine
package main

import "os"

func main() { os.Exit(newApp().run(os.Args[1:])) }
