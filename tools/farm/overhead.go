//go:build linux

package main

import (
	"context"
	"flag"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"time"

	"ziping/internal/farm/queue"
)

// overhead runs the same inputs on one machine and as a farm on the same machine, by turns,
// so that what else the machine does falls on both. Of a farm all parts run at once, as
// they would.
func overhead(args []string) error {
	flags := flag.NewFlagSet("overhead", flag.ExitOnError)
	bin := flags.String("bin", "bin", "the folder with ziping and ziping-farm")
	rounds := flags.Int("n", 3, "rounds")
	jobs := flags.Int("jobs", runtime.GOMAXPROCS(0), "inputs at once")
	_ = flags.Parse(args) // it ends the program by itself
	in, rest := flags.Arg(0), flags.Args()[1:]
	n, err := count(in)
	if err != nil {
		return err
	}
	ziping, farm := filepath.Join(*bin, "ziping"), filepath.Join(*bin, "ziping-farm")
	fmt.Printf("%d inputs, %d at once\n", n, *jobs)
	var walls, cpus []float64
	var least leasts
	for round := range *rounds {
		dir, err := os.MkdirTemp("", "farm-")
		if err != nil {
			return err
		}
		defer os.RemoveAll(dir)
		begun := time.Now()
		one, err := begin(ziping, append([]string{"convert", in, "-o", filepath.Join(dir, "one"), "--jobs", fmt.Sprint(*jobs)}, rest...)...)
		if err != nil {
			return err
		}
		one.wait()
		oneWall := time.Since(begun)

		at, err := free()
		if err != nil {
			return err
		}
		url := "nats://" + at
		serve, err := begin(farm, "serve", "--listen", at, "--data", filepath.Join(dir, "data"))
		if err != nil {
			return err
		}
		q, err := dial(url)
		if err != nil {
			return err
		}
		if err := q.Prepare(context.Background()); err != nil {
			return err
		}
		work, err := begin(farm, "work", "--nats", url, "--jobs", fmt.Sprint(*jobs))
		if err != nil {
			return err
		}
		for { // until it is there: a farm's workers are
			if all, err := q.Roll(50 * time.Millisecond); err == nil && len(all) == 1 {
				break
			}
		}
		work.look()
		serve.look()
		idleWork, idleServe := work.total(), serve.total()
		idle := idleWork + idleServe
		begun = time.Now()
		submit, err := begin(farm, append([]string{"submit", in, "-o", filepath.Join(dir, "farm"), "--job", "j", "--nats", url}, rest...)...)
		if err != nil {
			return err
		}
		for {
			if _, err := q.Job(context.Background(), "j"); err == nil {
				break
			}
			time.Sleep(5 * time.Millisecond)
		}
		collect, err := begin(farm, "collect", "j", "--wait", "--nats", url)
		if err != nil {
			return err
		}
		submitted := submit.wait()
		submitWall := time.Since(begun)
		status := collect.wait()
		wall := time.Since(begun)
		q.Close()
		for _, p := range []*part{work, serve} {
			p.look()
			_ = p.cmd.Process.Signal(syscall.SIGTERM)
			p.wait()
		}
		if submitted != 0 || status != one.cmd.ProcessState.ExitCode() {
			return fmt.Errorf("submit %d: %s, collect %d (%d): %s, work: %s", submitted, submit.said.String(), status, one.cmd.ProcessState.ExitCode(), collect.said.String(), work.said.String())
		}
		if err := sameTrees(filepath.Join(dir, "one"), filepath.Join(dir, "farm")); err != nil {
			return err
		}
		cpu := submit.total() + collect.total() + work.total() + serve.total() - idle
		per := func(d time.Duration) float64 { return float64(d.Microseconds()) / float64(n) }
		walls, cpus = append(walls, per(wall-oneWall)), append(cpus, per(cpu-one.total()))
		fmt.Printf("round %d  one machine %v (CPU %v)  farm %v (submit done at %v; CPU %v: submit %v, work %v, serve %v, collect %v)  more an input: %.0f µs, CPU %.0f µs  in all %+.1f %%, CPU %+.1f %%\n",
			round+1, r(oneWall), r(one.total()), r(wall), r(submitWall), r(cpu), r(submit.total()), r(work.total()), r(serve.total()), r(collect.total()),
			per(wall-oneWall), per(cpu-one.total()), 100*(wall.Seconds()/oneWall.Seconds()-1), 100*(cpu.Seconds()/one.total().Seconds()-1))
		fmt.Printf("         worker processes: %v of one machine, %v of the farm\n", r(one.below()), r(work.below()))
		least.add("convert", one, 0)
		least.add("submit", submit, 0)
		least.add("work", work, idleWork)
		least.add("serve", serve, idleServe)
		least.add("collect", collect, 0)
		for line := range strings.Lines(work.said.String() + collect.said.String()) {
			if strings.Contains(line, "twice") || strings.Contains(line, "more than once") || strings.Contains(line, "waiting") {
				fmt.Print("         ", line)
			}
		}
		if round == *rounds-1 {
			for _, x := range []struct {
				name string
				p    *part
			}{{"convert", one}, {"submit", submit}, {"work", work}, {"serve", serve}, {"collect", collect}} {
				own, other := x.p.memory()
				fmt.Printf("memory of %-8s %8s, the largest process below it %8s\n", x.name, mb(own), mb(other))
			}
			fmt.Printf("on the server's disk %s\n", mb(size(filepath.Join(dir, "data"))))
		}
		os.RemoveAll(dir)
	}
	least.print(n)
	slices.Sort(walls)
	slices.Sort(cpus)
	fmt.Printf("median: %.0f µs more an input, CPU %.0f µs\n", walls[len(walls)/2], cpus[len(cpus)/2])
	return nil
}

// leasts are the least that parts took in any round: what else a machine does makes all
// take more, and nothing less.
type leasts []struct {
	name       string
	own, below time.Duration
}

// add counts a round of a part, but for what it took before the first input.
func (l *leasts) add(name string, p *part, before time.Duration) {
	below := p.below()
	own := p.total() - below - before
	for i := range *l {
		if x := &(*l)[i]; x.name == name {
			x.own, x.below = min(x.own, own), min(x.below, below)
			return
		}
	}
	*l = append(*l, leasts{{name, own, below}}...)
}

// print prints them, and what the farm's come to beside one machine's, which are the first.
func (l leasts) print(n int) {
	var farm, one time.Duration
	for i, x := range l {
		fmt.Printf("least CPU of %-8s %6v itself, %6v of ziping below it\n", x.name, r(x.own), r(x.below))
		if i == 0 {
			one = x.own + x.below
		} else {
			farm += x.own + x.below
		}
	}
	fmt.Printf("least: CPU %v and %v, %.0f µs more an input, %+.1f %%\n", r(one), r(farm), float64((farm-one).Microseconds())/float64(n), 100*(farm.Seconds()/one.Seconds()-1))
}

func r(d time.Duration) time.Duration { return d.Round(10 * time.Millisecond) }

// free is an address where nothing listens.
func free() (string, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	defer func() { _ = l.Close() }() // its address is all that is wanted
	return l.Addr().String(), nil
}

// dial connects as soon as it can.
func dial(url string) (q *queue.Queue, err error) {
	for range 600 {
		if q, err = queue.Dial(queue.Options{URL: url}); err == nil {
			return q, nil
		}
		time.Sleep(50 * time.Millisecond)
	}
	return nil, err
}
