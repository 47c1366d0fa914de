//go:build linux

// Command farm measures runs over many machines and says what larger ones would take
// (docs/scale.md). On Linux.
//
//	go build -o bin/ ./cmd/ziping ./cmd/ziping-farm
//	go run ./tools/farm overhead -bin bin -n 5 FOLDER --to json     one machine, beside itself as a farm
//	go run ./tools/farm disaster -bin bin FOLDER --to json          a server and a worker are killed
//	go run ./tools/farm simulate -inputs 10000000 -cores 1000       by figures of such runs
package main

import (
	"fmt"
	"log"
	"os"
)

func main() {
	log.SetFlags(0)
	adopt()
	modes := map[string]func([]string) error{"overhead": overhead, "disaster": disaster, "simulate": simulated}
	if len(os.Args) > 1 && modes[os.Args[1]] != nil {
		if err := modes[os.Args[1]](os.Args[2:]); err != nil {
			log.Fatal(err)
		}
		return
	}
	fmt.Fprintln(os.Stderr, "usage: farm overhead|disaster|simulate [FLAGS], see the comment of tools/farm")
	os.Exit(2)
}
