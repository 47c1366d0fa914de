package main

import (
	"errors"
	"fmt"
	"strings"

	"ziping/extract"
	"ziping/render/screen"
)

// A defect of the program ends one input, or the command, with a message that
// says so. ZIPING_DEBUG=1 prints what it left behind.

// fenced does something and returns what a defect in it left behind.
func fenced(stage string, do func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = extract.Caught(stage, p)
		}
	}()
	return do()
}

// debug prints the value and the stack of a defect for who is to mend it.
func (a *app) debug(cause error) {
	var d *extract.Defect
	if a.getenv("ZIPING_DEBUG") != "1" || !errors.As(cause, &d) {
		return
	}
	fmt.Fprintf(a.stderr, "ziping: debug: %s\n", screen.Clean(d.Error()))
	for line := range strings.Lines(strings.ReplaceAll(d.Stack, "\t", "    ")) {
		fmt.Fprintf(a.stderr, "ziping: debug: %s\n", screen.Clean(strings.TrimRight(line, "\n")))
	}
}
