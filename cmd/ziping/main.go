// Command ziping reads performance self-evaluation tables (绩效自评表), audits
// their arithmetic and writes corrected workbooks, PDFs and JSON.
//
//	ziping convert forms -o out
package main

import (
	"os"

	"golang.org/x/term"
)

func main() {
	a := &app{
		stdin: os.Stdin, stdout: os.Stdout, stderr: os.Stderr, getenv: os.Getenv,
		stdoutTTY: term.IsTerminal(int(os.Stdout.Fd())),
		stderrTTY: term.IsTerminal(int(os.Stderr.Fd())),
		width: func() int {
			w, _, err := term.GetSize(int(os.Stdout.Fd()))
			if err != nil {
				return 0
			}
			return w
		},
	}
	os.Exit(a.run(os.Args[1:]))
}
