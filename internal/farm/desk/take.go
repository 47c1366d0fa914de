package desk

import (
	"context"
	"time"
)

// starve is how often large tasks come first, so that small ones never end their waiting.
const starve = 16

// The pauses between two questions to a queue that has nothing. A hint ends one.
const (
	firstPause   = 10 * time.Millisecond
	longestPause = time.Second
)

// take takes tasks as long as there is room, until drain is done, the program is replaced
// or there was nothing for long.
func (d *desk) take(drain context.Context, lines []*line, hints <-chan struct{}) {
	pause, since := firstPause, time.Now()
	for round := 0; drain.Err() == nil && !d.replaced.Load(); {
		if d.hand.enough() {
			select {
			case <-d.hand.freed:
			case <-drain.Done():
			}
			continue
		}
		got, err := d.some(lines, round)
		if err != nil && drain.Err() == nil {
			d.trouble(d.q.Explain(err))
		}
		if len(got) > 0 {
			for _, t := range got {
				d.waiting <- t // has room for all that may be held
			}
			pause, since = firstPause, time.Now()
			round++
			continue
		}
		if d.o.Idle > 0 && time.Since(since) > d.o.Idle && d.hand.empty() {
			return
		}
		select {
		case <-time.After(pause):
			pause = min(2*pause, longestPause)
		case <-hints:
			pause = firstPause
		case <-drain.Done():
		}
	}
}

// some takes what waits in the first line that has anything: small inputs come before
// large ones, but for every so often.
func (d *desk) some(lines []*line, round int) (got []*task, last error) {
	for i := range lines {
		l := lines[i]
		if round%starve == starve-1 {
			l = lines[len(lines)-1-i]
		}
		n := d.hand.room(l)
		if n == 0 {
			continue
		}
		all, err := l.Take(n)
		if err != nil {
			last = err
		}
		if len(all) > 0 {
			d.f.Taken.Add(int64(len(all)))
			d.f.Holds.Add(int64(len(all)))
			return d.hand.hold(l, all), last
		}
	}
	return nil, last
}
