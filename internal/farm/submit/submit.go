// Package submit queues a run: a task for each input, and the plan that it is collected by.
//
// It may be stopped at any moment: the same command goes on from there. A task that waits
// already, or has its result, is not queued twice.
package submit

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"ziping/internal/batch"
	"ziping/internal/farm"
	"ziping/internal/farm/program"
	"ziping/internal/farm/queue"
	"ziping/internal/farm/store"
	"ziping/internal/relay"
)

// Options say what is submitted.
type Options struct {
	Job    string   // its name; "" for one made of what follows
	Paths  []string // as for ziping convert, or one s3://
	Flags  []string // of ziping convert, and --lang
	Dest   string
	Store  string // where contents and outputs go that are too large for a message
	Oldest bool   // in the order in which they come, else small ones first
	Again  bool   // what failed in a way that another try may overcome
	Stdin  io.Reader
	Stderr io.Writer

	Trouble func(error)           // while servers are away or full
	Each    func(inputs, new int) // as it gets on
}

// Submitted is what came of it.
type Submitted struct {
	Job    *farm.Job
	Fresh  int // tasks queued
	Known  int // that waited already, or are done
	Unread int // inputs that could not be read, which the account will tell
	Again  int // tasks that had failed and are queued again
}

// perChunk is how many inputs a message of the plan holds.
const perChunk = 500

// run is a submission under way.
type run struct {
	o       Options
	q       *queue.Queue
	s       store.Store
	feed    *queue.Feed
	job     *farm.Job
	done    map[string]bool
	again   map[string]bool
	seen    map[string]bool
	objects map[string]string // names in the bucket, by path; nil where the inputs are files
	chunk   []relay.Input
	out     Submitted
}

// Do submits.
func Do(ctx context.Context, q *queue.Queue, p *program.Program, o Options) (*Submitted, error) {
	r := &run{o: o, q: q, seen: map[string]bool{}}
	var err error
	if r.s, err = store.Open(ctx, o.Store, q.JS, q); err != nil {
		return nil, err
	}
	paths, dir := slices.Clone(o.Paths), ""
	if len(paths) == 1 && strings.HasPrefix(paths[0], "s3://") {
		scratch, err := os.MkdirTemp("", "ziping-farm-")
		if err != nil {
			return nil, err
		}
		defer os.RemoveAll(scratch)
		if paths[0], err = r.fetch(ctx, paths[0], scratch); err != nil {
			return nil, err
		}
		dir = scratch
	}
	args := slices.Concat(o.Flags, []string{"-o", absolute(o.Dest), "--"}, paths)
	r.feed = q.NewFeed(ctx, o.Oldest, o.Trouble)
	err = p.Plan(ctx, dir, args, o.Stdin, o.Stderr,
		func(head *relay.Plan) error { return r.begin(ctx, head) },
		func(in *relay.Input, data []byte) error { return r.input(ctx, in, data) })
	fresh, feedErr := r.feed.Wait()
	if err == nil {
		err = feedErr
	}
	if err != nil {
		return nil, err
	}
	if err := r.flush(ctx); err != nil {
		return nil, err
	}
	r.job.Whole = true
	r.out.Job, r.out.Fresh = r.job, fresh
	r.out.Known = len(r.seen) - fresh
	return &r.out, q.PutJob(ctx, r.job, o.Trouble)
}

func absolute(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		return abs
	}
	return path
}

// begin tells of the job, and finds what is known of it.
func (r *run) begin(ctx context.Context, head *relay.Plan) error {
	id := r.o.Job
	if id == "" {
		parts := []string{head.Program, head.Key, strings.Join(head.Formats, ","), absolute(r.o.Dest)}
		for _, p := range r.o.Paths {
			parts = append(parts, absolute(p))
		}
		id = "j" + farm.Token(strings.Join(parts, "\x00"))
	}
	if err := r.q.Submitting(id); err != nil {
		return err
	}
	before, err := r.q.Job(ctx, id)
	if err == nil { // what of it is done already
		if r.done, err = r.q.DoneKeys(ctx, id); err != nil {
			return err
		}
		if r.o.Again {
			if err := r.withdraw(ctx, id); err != nil {
				return err
			}
		}
	}
	r.job = &farm.Job{ID: id, Plan: *head, Store: r.o.Store, Dest: absolute(r.o.Dest), From: r.o.Paths, Dir: absolute("."), At: time.Now().UTC().Truncate(time.Second), Born: time.Now().UnixNano()}
	if before != nil {
		r.job.Born = before.Born
	}
	if before != nil && before.Store != r.job.Store && len(r.done) > 0 {
		r.job.Store = before.Store // results point there
		if r.s, err = store.Open(ctx, before.Store, r.q.JS, r.q); err != nil {
			return err
		}
	}
	return r.q.PutJob(ctx, r.job, r.o.Trouble)
}

// withdraw takes back the results that another try may better.
func (r *run) withdraw(ctx context.Context, id string) error {
	r.again = map[string]bool{}
	err := r.q.Results(ctx, id, func(res *farm.Result, _ []byte) error {
		if res == nil {
			return queue.ErrEnough
		}
		if batch.Again(res.Failed) || res.Failed == farm.Poison {
			r.again[res.Key] = true
		}
		return nil
	})
	for key := range r.again {
		if err == nil {
			err = r.q.Withdraw(ctx, id, key)
		}
		delete(r.done, key)
	}
	r.out.Again = len(r.again)
	return err
}

// input queues one input.
func (r *run) input(ctx context.Context, in *relay.Input, data []byte) error {
	r.chunk = append(r.chunk, *in)
	r.job.Inputs++
	if len(r.chunk) == perChunk {
		if err := r.flush(ctx); err != nil {
			return err
		}
	}
	if in.Failure != nil {
		r.out.Unread++
		return nil
	}
	key := farm.KeyOf(&r.job.Plan, in)
	if r.seen[key] {
		return nil
	}
	r.seen[key] = true
	if r.done[key] {
		return nil
	}
	t := &farm.Task{Job: r.job.ID, Key: key, Input: *in, Oldest: r.o.Oldest}
	t.Input.Out = "" // where outputs go is nothing to a worker
	if !r.q.Inline(len(data)) {
		if t.Place = r.inPlace(in); t.Place == "" {
			t.Place = store.InputName(in.SHA256)
			if err := r.keep(ctx, t.Place, data); err != nil {
				return err
			}
		}
		data = nil
	}
	if r.o.Each != nil {
		r.o.Each(r.job.Inputs, len(r.seen))
	}
	return r.feed.Add(r.job, t, data, r.again[key])
}

// keep puts a content into the store, as often as it takes.
func (r *run) keep(ctx context.Context, name string, data []byte) error {
	return store.Patiently(ctx, r.o.Trouble, func() error { return r.s.Put(ctx, name, data) })
}

// inPlace is where in the store an input lies by itself, "" if it does not.
func (r *run) inPlace(in *relay.Input) string {
	if name, ok := r.objects[in.Path]; ok {
		return name
	}
	file := absolute(filepath.FromSlash(in.Path))
	if info, err := os.Lstat(file); r.objects != nil || err != nil || !info.Mode().IsRegular() || info.Size() != in.Size {
		return ""
	}
	return store.Inside(r.o.Store, file)
}

// flush puts a chunk of the plan.
func (r *run) flush(ctx context.Context) error {
	if len(r.chunk) == 0 {
		return nil
	}
	err := r.q.PutInputs(ctx, r.job.ID, r.job.Chunks, r.chunk, r.o.Trouble)
	r.chunk = r.chunk[:0]
	r.job.Chunks++
	return err
}
