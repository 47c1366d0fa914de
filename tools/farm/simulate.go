//go:build linux

package main

import (
	"container/heap"
	"flag"
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"time"
)

// costs are what one input costs each part, as overhead prints them, and what cores of
// each part there are. The defaults are those of docs/scale.md.
type costs struct {
	submit, serve, collect time.Duration // processor time an input
	work                   time.Duration // of a worker with its processes
	spread                 float64       // of the work: standard deviation of its logarithm
	start                  time.Duration // of all parts, and the end of collect
	end                    time.Duration // of the summary, an input
	serveCores             float64       // that the servers have
	collectCores           float64       // that collecting can use: ziping writes with as many as there are
	window                 int           // tasks a worker holds for each core
	ackWait                time.Duration
	machine                int           // cores of one
	lives                  time.Duration // of a machine, on average
	away                   time.Duration // until it is back

	task, result, plan, line, summary float64 // bytes an input
	collectMemory, serveMemory        float64 // bytes an input
}

// outcome is what a simulated run comes to.
type outcome struct {
	wall, submitted, worked time.Duration
	deaths, again, twice    int
	queued                  int // most at a time
}

// simulated prints what runs of some size would take.
func simulated(args []string) error {
	flags := flag.NewFlagSet("simulate", flag.ExitOnError)
	inputs := flags.Int("inputs", 10_000_000, "inputs")
	cores := flags.String("cores", "10,100,1000", "cores that work, a list")
	seed := flags.Uint64("seed", 1, "of chance")
	c := costs{}
	flags.DurationVar(&c.submit, "submit", 72*time.Microsecond, "processor time an input, submitting")
	flags.DurationVar(&c.serve, "serve", 141*time.Microsecond, "… the servers")
	flags.DurationVar(&c.collect, "collect", 800*time.Microsecond, "… collecting")
	flags.DurationVar(&c.work, "work", 1770*time.Microsecond, "… working on it")
	flags.Float64Var(&c.spread, "spread", 0.5, "of the work: standard deviation of its logarithm")
	flags.DurationVar(&c.start, "start", time.Second, "until all parts run")
	flags.DurationVar(&c.end, "end", 275*time.Microsecond, "account and summary, an input")
	flags.Float64Var(&c.serveCores, "serve-cores", 8, "cores of the servers")
	flags.Float64Var(&c.collectCores, "collect-cores", 8, "cores where it is collected")
	flags.IntVar(&c.window, "window", 8, "tasks a worker holds for each core")
	flags.DurationVar(&c.ackWait, "ack-wait", 30*time.Second, "silence after which a task goes to another")
	flags.IntVar(&c.machine, "machine", 8, "cores of a machine")
	flags.DurationVar(&c.lives, "lives", 24*time.Hour, "of a machine, on average")
	flags.DurationVar(&c.away, "away", 5*time.Minute, "until it is back")
	flags.Float64Var(&c.task, "task-bytes", 1500, "bytes of a task")
	flags.Float64Var(&c.result, "result-bytes", 4000, "bytes of a result with its outputs")
	flags.Float64Var(&c.plan, "plan-bytes", 60, "bytes of the plan")
	flags.Float64Var(&c.line, "line-bytes", 3110, "bytes of a line of the account")
	flags.Float64Var(&c.summary, "summary-bytes", 350, "bytes of the summary")
	flags.Float64Var(&c.collectMemory, "collect-memory", 4000, "bytes of memory an input, collecting")
	flags.Float64Var(&c.serveMemory, "serve-memory", 500, "bytes of memory an input, a server")
	_ = flags.Parse(args) // it ends the program by itself
	fmt.Printf("%d inputs; plan %s, tasks %s, results %s, account %s, summary %s; memory of collect %s, of each server %s\n", *inputs,
		giga(c.plan, *inputs), giga(c.task, *inputs), giga(c.result, *inputs), giga(c.line, *inputs), giga(c.summary, *inputs), giga(c.collectMemory, *inputs), giga(c.serveMemory, *inputs))
	for text := range strings.SplitSeq(*cores, ",") {
		var n int
		if _, err := fmt.Sscan(text, &n); err != nil || n < 1 {
			return fmt.Errorf("-cores %q is no list of numbers", *cores)
		}
		o := c.run(*inputs, n, rand.New(rand.NewPCG(*seed, uint64(n))))
		fmt.Printf("%5d cores: all in %v (queued at %v, worked at %v)  %.0f a second  at most %d waiting  machines lost %d  tasks given out again %d  done twice %d\n",
			n, o.wall.Round(time.Second/10), o.submitted.Round(time.Second/10), o.worked.Round(time.Second/10), float64(*inputs)/o.wall.Seconds(), o.queued, o.deaths, o.again, o.twice)
	}
	return nil
}

func giga(each float64, n int) string {
	b := each * float64(n)
	if b < 1e9 {
		return fmt.Sprintf("%.1f MB", b/1e6)
	}
	return fmt.Sprintf("%.1f GB", b/1e9)
}

// A machine takes batches of tasks, one after another: an event is the end of a batch or
// its death. Submitting and collecting are as fast as their cores allow, and never faster
// than the servers, whose cores all three share.
type event struct {
	at      float64 // seconds
	machine int
	death   bool
	batch   int
	born    int // the life of the machine that it belongs to
}

type events []event

func (e events) Len() int           { return len(e) }
func (e events) Less(i, j int) bool { return e[i].at < e[j].at }
func (e events) Swap(i, j int)      { e[i], e[j] = e[j], e[i] }
func (e *events) Push(x any)        { *e = append(*e, x.(event)) }
func (e *events) Pop() any {
	old := *e
	x := old[len(old)-1]
	*e = old[:len(old)-1]
	return x
}

// state is a run under way.
type state struct {
	c                         *costs
	r                         *rand.Rand
	q                         events
	n, cores                  int
	lives                     []int
	held                      []int
	back                      []returned // tasks whose worker fell silent, by when they come again
	taken, done, again, twice int
	deaths, most              int
	rate                      float64 // tasks a second that can be queued
}

type returned struct {
	at float64
	n  int
}

func (c *costs) run(n, cores int, r *rand.Rand) outcome {
	s := &state{c: c, r: r, n: n, cores: cores}
	// A task passes the servers once on its way in and once on its way out: a third of what
	// it costs them is the way in.
	s.rate = 1 / c.submit.Seconds()
	machines := (cores + c.machine - 1) / c.machine
	s.lives, s.held = make([]int, machines), make([]int, machines)
	for m := range machines {
		s.begin(m, c.start.Seconds()*r.Float64())
	}
	serverFree := 0.0 // when the servers have done what they were given
	last := 0.0
	for s.done < n {
		e := heap.Pop(&s.q).(event)
		if e.born != s.lives[e.machine] {
			continue // of a life that is over
		}
		switch {
		case e.death:
			s.deaths++
			s.lives[e.machine]++
			lost := s.held[e.machine]
			s.held[e.machine] = 0
			if lost > 0 {
				s.back = append(s.back, returned{e.at + c.ackWait.Seconds(), lost})
				s.again += lost
				// One in each window had its result stored and died before it said so.
				s.twice += lost / (c.window * s.size(e.machine))
			}
			s.begin(e.machine, e.at+c.away.Seconds())
		default:
			if e.batch > 0 {
				serverFree = max(serverFree, e.at-float64(e.batch)*c.serve.Seconds()/c.serveCores) + float64(e.batch)*c.serve.Seconds()/c.serveCores
				s.done += e.batch
				s.held[e.machine] = 0
				last = max(e.at, serverFree)
			}
			// Servers that are behind hold the workers up: their results wait.
			s.take(e.machine, max(e.at, serverFree-1))
		}
	}
	o := outcome{deaths: s.deaths, again: s.again, twice: s.twice, queued: s.most}
	o.submitted = seconds(c.start.Seconds() + float64(n)/s.rate)
	o.worked = seconds(last)
	collected := c.start.Seconds() + float64(n)*(c.collect-c.end).Seconds()/c.collectCores
	o.wall = seconds(max(last, collected) + float64(n)*c.end.Seconds())
	return o
}

func seconds(s float64) time.Duration { return time.Duration(s * float64(time.Second)) }

// size is how many cores a machine has: the last one has the rest.
func (s *state) size(m int) int { return min(s.c.machine, s.cores-m*s.c.machine) }

// begin starts a machine's life.
func (s *state) begin(m int, at float64) {
	heap.Push(&s.q, event{at: at + s.r.ExpFloat64()*s.c.lives.Seconds(), machine: m, death: true, born: s.lives[m]})
	heap.Push(&s.q, event{at: at, machine: m, born: s.lives[m]})
}

// take gives a machine a batch: a window for each core, or what waits.
func (s *state) take(m int, at float64) {
	waiting := min(s.n, int(max(0, at-s.c.start.Seconds())*s.rate)) - s.taken
	for i := 0; i < len(s.back); i++ {
		if s.back[i].at <= at {
			s.taken -= s.back[i].n
			waiting += s.back[i].n
			s.back = append(s.back[:i], s.back[i+1:]...)
			i--
		}
	}
	s.most = max(s.most, waiting)
	batch := max(0, min(s.c.window*s.size(m), waiting))
	if batch == 0 {
		if s.taken >= s.n && len(s.back) == 0 && s.done+s.pending() >= s.n {
			return // nothing will come
		}
		heap.Push(&s.q, event{at: at + 0.05, machine: m, born: s.lives[m]})
		return
	}
	s.taken += batch
	s.held[m] = batch
	spent := 0.0
	sigma := s.c.spread
	for range batch {
		spent += s.c.work.Seconds() * math.Exp(s.r.NormFloat64()*sigma-sigma*sigma/2)
	}
	heap.Push(&s.q, event{at: at + spent/float64(s.size(m)), machine: m, batch: batch, born: s.lives[m]})
}

// pending is what machines hold.
func (s *state) pending() (n int) {
	for _, h := range s.held {
		n += h
	}
	return n
}
