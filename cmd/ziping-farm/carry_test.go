package main

import (
	"runtime"
	"testing"
)

// What carries bytes for a few keeps to one core, unless the environment says otherwise,
// and never takes more than there are.
func TestCarry(t *testing.T) {
	before := runtime.GOMAXPROCS(4)
	defer runtime.GOMAXPROCS(before)
	for _, x := range []struct {
		said       string
		jobs, want int
	}{{"2", 1, 4}, {"", 64, 4}, {"", 8, 2}, {"", 1, 1}} {
		a := newApp()
		a.getenv = func(string) string { return x.said }
		a.carry(x.jobs)
		if got := runtime.GOMAXPROCS(0); got != x.want {
			t.Errorf("%d inputs at once, GOMAXPROCS=%q: got %d cores, want %d", x.jobs, x.said, got, x.want)
		}
	}
}
