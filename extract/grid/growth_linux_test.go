package grid

import (
	"os"
	"runtime"
	"syscall"
	"testing"
	"time"
)

// TestGrowth holds the work on a page to what grows with its contents: four times
// as much may take little more than four times the work, where pairs of all with
// all take sixteen times. Work is the time of this thread on a processor, which
// others on the machine do not lengthen, the lesser of two.
func TestGrowth(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	const most = 9
	for _, g := range growing {
		t.Run(g.name, func(t *testing.T) {
			one, four := work(g.make(g.size)), work(g.make(4*g.size))
			if os.Getenv("GROWTH") != "" {
				t.Logf("%v %v %.1f", one, four, float64(four)/float64(one))
			}
			if four > most*one {
				t.Errorf("%v for %d, %v for four times as many", one, g.size, four)
			}
		})
	}
}

// work is the processor's time that finding tables takes.
func work(pages []Page) time.Duration {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	now := func() time.Duration {
		const thread = 1 // RUSAGE_THREAD
		var u syscall.Rusage
		if err := syscall.Getrusage(thread, &u); err != nil {
			panic(err)
		}
		return time.Duration(u.Utime.Nano() + u.Stime.Nano())
	}
	best := time.Hour
	for range 2 {
		from, n := now(), 0
		for n == 0 || now()-from < 10*time.Millisecond {
			Find(pages, Options{})
			n++
		}
		best = min(best, (now()-from)/time.Duration(n))
	}
	return best
}
