// Package bound holds what is done with an input to work that grows with the input and
// not faster, for tests.
//
//	bound.Growth(t, bound.PerByte(2_000), data, func(data []byte) { read(data) })
//
// Work is the bytes that are allocated: they are the same on a busy machine, and whatever
// multiplies what an input holds makes something of it. A loop that allocates nothing is
// seen by the processor's time alone, which is looked at only where inputs are searched for
// (go test -fuzz), not where they are tried again.
package bound

import (
	"bytes"
	"flag"
	"runtime"
	"testing"
	"time"
)

// Limit is what an input may take.
type Limit struct {
	Base    uint64 // bytes allocated, however small the input is
	PerByte uint64 // and for each of its bytes
}

// PerByte is a Limit of so much for each byte of an input, and of what the smallest takes.
func PerByte(n uint64) Limit { return Limit{Base: 64 << 20, PerByte: n} }

// processor is what a run may take of the processor's time at most.
const (
	processor        = 10 * time.Second
	processorPerByte = 100 * time.Microsecond
)

// fourTimes is how much more the fourfold of an input may take than the input: what grows
// with the square takes sixteen times as much.
const fourTimes = 10

// smallest is from where on growth shows: below it, what is made once outweighs the rest.
const smallest = 4 << 20

// Holds runs do, which has an input of such a size, and fails t if it takes more than the limit.
func Holds(t testing.TB, l Limit, size int, do func()) {
	t.Helper()
	took := measure(do)
	if most := l.Base + l.PerByte*uint64(size); took.bytes > most {
		t.Errorf("%d bytes allocated for an input of %d, want at most %d", took.bytes, size, most)
	}
	if most := processor + time.Duration(size)*processorPerByte; searching() && took.time > most {
		t.Errorf("%v for an input of %d bytes, want at most %v", took.time, size, most)
	}
}

// most is the size of the inputs whose fourfold is tried too.
const most = 64 << 10

// Growth is Holds for an input and for four of it in a row, which must not take more than
// their share either.
func Growth(t testing.TB, l Limit, data []byte, do func([]byte)) {
	t.Helper()
	Holds(t, l, len(data), func() { do(data) })
	if t.Failed() || len(data) == 0 || len(data) > most {
		return
	}
	one := measure(func() { do(data) })
	four := measure(func() { do(bytes.Repeat(data, 4)) })
	if four.bytes > fourTimes*one.bytes+smallest {
		t.Errorf("%d bytes allocated for an input of %d, %d for four of it in a row", one.bytes, len(data), four.bytes)
	}
	if searching() && four.time > 2*time.Second && four.time > fourTimes*one.time {
		t.Errorf("%v for an input of %d bytes, %v for four of it in a row", one.time, len(data), four.time)
	}
}

// taken is what something took.
type taken struct {
	bytes uint64
	time  time.Duration // of the processor
}

func measure(do func()) taken {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	begun := used()
	do()
	ended := used()
	runtime.ReadMemStats(&after)
	return taken{after.TotalAlloc - before.TotalAlloc, ended - begun}
}

// searching reports a test that searches for inputs.
func searching() bool {
	for _, name := range []string{"test.fuzz", "test.fuzzworker"} {
		if f := flag.Lookup(name); f != nil && f.Value.String() != "" && f.Value.String() != "false" {
			return true
		}
	}
	return false
}
