// Command ziping reads performance self-evaluation tables (绩效自评表), audits
// their arithmetic and writes corrected workbooks, PDFs and JSON.
//
//	ziping convert forms -o out
package main

import (
	"os"
	"runtime/debug"

	"golang.org/x/term"
)

// A form leaves little behind and is done in a millisecond: collecting less
// often costs some tens of megabytes and saves a fifth of the time. Large inputs
// stay bounded by the soft limit, near which collecting becomes frequent again.
const (
	gcPercent  = 1600
	softMemory = 192 << 20
)

// smallParent is how often a process collects that carries bytes from one pipe to
// another, over many inputs.
const smallParent = 100

func main() {
	debug.SetGCPercent(gcPercent)
	debug.SetMemoryLimit(softMemory)
	os.Exit(newApp().run(os.Args[1:]))
}

// newApp is the program in its process: its streams, environment and terminal.
func newApp() *app {
	return &app{
		stdin: os.Stdin, stdout: os.Stdout, stderr: os.Stderr, getenv: os.Getenv,
		openConsole: openConsole,
		stdinTTY:    term.IsTerminal(int(os.Stdin.Fd())),
		stdoutTTY:   term.IsTerminal(int(os.Stdout.Fd())),
		stderrTTY:   term.IsTerminal(int(os.Stderr.Fd())),
		width: func() int {
			w, _, err := term.GetSize(int(os.Stdout.Fd()))
			if err != nil {
				return 0
			}
			return w
		},
	}
}
