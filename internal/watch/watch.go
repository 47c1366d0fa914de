// Package watch finds inputs that arrive in a folder, and waits for each until it is all
// there.
//
//	w := watch.New(plan, watch.Options{Dir: "forms", Formats: formats, Settle: 2 * time.Second})
//	defer w.Close()
//	for w.Wait(ctx) {
//		run, err := batch.Open(plan.Fed(w.Settled(ctx)), "out", options)
//		…
//	}
//
// A file is all there once its size and time have stayed the same for a while. The folder
// is looked at every few seconds in any case; where the system tells of changes, sooner
// and otherwise seldom. It tells nothing of what others do on network drives, which are
// looked at alone.
package watch

import (
	"context"
	"iter"
	"os"
	"strings"
	"time"

	"ziping/internal/batch"
)

// Options say how a folder is watched.
type Options struct {
	Dir     string
	Formats []string
	Settle  time.Duration // how long a file must stay the same
	Every   time.Duration // how often the folder is looked at; 0 chooses
	Quiet   time.Duration // how long nothing must come until Settled ends
}

// How often a folder is looked at.
const (
	oftenEnough = 2 * time.Second  // where nothing tells of changes
	inAnyCase   = 30 * time.Second // where something does
)

// Watcher watches a folder. It is for one goroutine.
type Watcher struct {
	plan   *batch.Plan
	o      Options
	told   *notice
	now    func() time.Time
	known  map[string]sight  // handed on as they were then
	coming map[string]coming // not settled yet
	ready  []batch.Input
	cost   time.Duration // of the last look
	looked time.Time
}

// sight is how a file looks from outside.
type sight struct {
	size    int64
	changed time.Time
	out     string // where its outputs go, which depends on its neighbours
}

// coming is a file that was seen and may still grow.
type coming struct {
	sight
	since time.Time
}

// New begins to watch the folder of a plan.
func New(plan *batch.Plan, o Options) *Watcher {
	w := &Watcher{plan: plan, o: o, now: time.Now, known: map[string]sight{}, coming: map[string]coming{}, told: listen(o.Dir)}
	if w.o.Every <= 0 {
		w.o.Every = inAnyCase
		if w.told == nil {
			w.o.Every = oftenEnough
		}
	}
	return w
}

// Told reports whether the system tells of changes, or the folder is only looked at.
func (w *Watcher) Told() bool { return w.told != nil }

// Every is how often the folder is looked at in any case.
func (w *Watcher) Every() time.Duration { return w.o.Every }

// Close ends the watching.
func (w *Watcher) Close() { w.told.close() }

// Wait waits until an input has settled. It returns false once ctx is done.
func (w *Watcher) Wait(ctx context.Context) bool {
	for {
		if w.look(); len(w.ready) > 0 {
			return ctx.Err() == nil
		}
		if !w.sleep(ctx, w.o.Every) {
			return false
		}
	}
}

// Settled yields inputs as they settle, each once. It ends when none has come for a while,
// when one comes again that it has yielded, or when ctx is done.
func (w *Watcher) Settled(ctx context.Context) iter.Seq[batch.Input] {
	return func(yield func(batch.Input) bool) {
		yielded := map[string]bool{}
		last := w.now()
		for {
			for len(w.ready) > 0 {
				in := w.ready[0]
				if yielded[in.Path] || ctx.Err() != nil {
					return
				}
				w.ready = w.ready[1:]
				yielded[in.Path] = true
				for one := range w.plan.Unfold(in, w.o.Formats) {
					if !yield(one) {
						delete(w.known, in.Path)
						return
					}
				}
				last = w.now()
			}
			if w.now().Sub(last) >= w.o.Quiet || !w.sleep(ctx, w.o.Quiet) {
				return
			}
			w.look()
		}
	}
}

// look looks at the folder and finds what has settled.
func (w *Watcher) look() {
	begun := w.now()
	there := map[string]bool{}
	waiting := map[string]bool{}
	for _, in := range w.ready {
		waiting[in.Path] = true
	}
	for in := range w.plan.Arrivals(w.o.Formats) {
		there[in.Path] = true
		if waiting[in.Path] || in.Err != nil || unfinished(in.Name()) {
			continue
		}
		info, err := os.Lstat(in.File)
		if err != nil {
			continue // gone again
		}
		now := sight{info.Size(), info.ModTime(), in.Out}
		if w.known[in.Path] == now {
			continue
		}
		before, seen := w.coming[in.Path]
		if !seen || before.sight != now {
			w.coming[in.Path] = coming{now, begun}
			continue
		}
		if !w.settled(in.File, before, begun) {
			continue
		}
		delete(w.coming, in.Path)
		w.known[in.Path] = now
		w.ready = append(w.ready, in)
	}
	for path := range w.known {
		if !there[path] {
			delete(w.known, path)
		}
	}
	for path := range w.coming {
		if !there[path] {
			delete(w.coming, path)
		}
	}
	w.looked = w.now()
	w.cost = w.looked.Sub(begun)
}

// An empty file was just made, and a file that cannot be opened is being written; both are
// waited for longer.
const longer = 10

// settled reports whether a file has stayed the same for long enough.
func (w *Watcher) settled(file string, c coming, now time.Time) bool {
	stayed := now.Sub(c.since)
	if stayed < w.o.Settle {
		return false
	}
	if stayed >= longer*w.o.Settle {
		return true
	}
	if c.size == 0 {
		return false
	}
	f, err := os.Open(file)
	if err != nil {
		return false
	}
	_ = f.Close()
	return true
}

// partly is how looking and resting share the time: a folder that takes long to look at is
// looked at less often.
const partly = 4

// sleep waits for the next look: until something is told, until what is coming may have
// settled, and for so long at most. It returns false once ctx is done.
func (w *Watcher) sleep(ctx context.Context, most time.Duration) bool {
	if len(w.coming) > 0 {
		most = min(most, w.o.Settle/2+time.Millisecond)
	}
	timer := time.NewTimer(most)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return false
	case <-timer.C:
	case <-w.told.changes():
	}
	rest := time.NewTimer(partly*w.cost - w.now().Sub(w.looked))
	defer rest.Stop()
	select {
	case <-ctx.Done():
		return false
	case <-rest.C:
		return true
	}
}

// unfinished reports the names that browsers and copying programs give what is not all
// there yet.
func unfinished(name string) bool {
	name = strings.ToLower(name)
	for _, end := range []string{".part", ".partial", ".crdownload", ".download", ".tmp", ".filepart"} {
		if strings.HasSuffix(name, end) {
			return true
		}
	}
	return false
}
