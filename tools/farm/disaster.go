//go:build linux

package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"ziping/internal/farm"
	"ziping/internal/farm/queue"
)

// disaster has three servers and three workers do a folder, kills the server that leads and
// a worker when a quarter is done, starts them again when half is, freezes nothing, and
// holds what is collected to what one machine makes. It prints what was done twice.
func disaster(args []string) error {
	flags := flag.NewFlagSet("disaster", flag.ExitOnError)
	bin := flags.String("bin", "bin", "the folder with ziping and ziping-farm")
	wait := flags.Duration("ack-wait", 5*time.Second, "silence after which a task goes to another")
	_ = flags.Parse(args) // it ends the program by itself
	in, rest := flags.Arg(0), flags.Args()[1:]
	n, err := count(in)
	if err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "farm-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	ziping, program := filepath.Join(*bin, "ziping"), filepath.Join(*bin, "ziping-farm")
	one, err := begin(ziping, append([]string{"convert", in, "-o", filepath.Join(dir, "one")}, rest...)...)
	if err != nil {
		return err
	}
	begun := time.Now()
	lap := func(format string, args ...any) {
		fmt.Printf("%8v  %s\n", time.Since(begun).Round(100*time.Millisecond), fmt.Sprintf(format, args...))
	}
	status := one.wait()
	lap("one machine: %d inputs, exit status %d", n, status)

	var clients, peers [3]string
	for i := range 3 {
		if clients[i], err = free(); err != nil {
			return err
		}
		if peers[i], err = free(); err != nil {
			return err
		}
	}
	var servers [3]*part
	server := func(i int) error {
		args := []string{"serve", "--listen", clients[i], "--cluster", peers[i], "--name", fmt.Sprint("s", i), "--data", filepath.Join(dir, fmt.Sprint("data", i))}
		for k := range 3 {
			if k != i {
				args = append(args, "--route", peers[k])
			}
		}
		servers[i], err = begin(program, args...)
		return err
	}
	for i := range 3 {
		if err := server(i); err != nil {
			return err
		}
	}
	defer func() {
		for _, s := range servers {
			_ = s.cmd.Process.Kill()
		}
	}()
	url := "nats://" + strings.Join(clients[:], ",nats://")
	q, err := dial(url)
	if err != nil {
		return err
	}
	defer q.Close()
	ctx := context.Background()
	for range 60 { // until they have agreed on who leads
		other, err := queue.Dial(queue.Options{URL: url, Replicas: 3})
		if err == nil {
			err = other.Prepare(ctx)
			other.Close()
		}
		if err == nil {
			break
		}
	}
	lap("three servers")
	submit, err := begin(program, append([]string{"submit", in, "-o", filepath.Join(dir, "farm"), "--job", "j", "--replicas", "3", "--nats", url}, rest...)...)
	if err != nil {
		return err
	}
	if submit.wait() != 0 {
		return fmt.Errorf("submit: %s", submit.said.String())
	}
	c, err := q.Count(ctx, "j")
	if err != nil {
		return err
	}
	tasks := c.Waiting[farm.Small] + c.Waiting[farm.Middle] + c.Waiting[farm.Large]
	lap("submitted: %d tasks", tasks)
	var workers []*part
	work := func(name string) error {
		w, err := begin(program, "work", "--nats", url, "--jobs", "1", "--ack-wait", wait.String(), "--name", name)
		workers = append(workers, w)
		return err
	}
	defer func() {
		for _, w := range workers {
			_ = w.cmd.Process.Kill()
		}
	}()
	for _, name := range []string{"first", "second", "third"} {
		if err := work(name); err != nil {
			return err
		}
	}
	reached := func(share int) int {
		for {
			if c, err := q.Count(ctx, "j"); err == nil && c.Done >= tasks*share/100 {
				return c.Done
			}
			time.Sleep(50 * time.Millisecond)
		}
	}
	done := reached(25)
	leader := 0
	if name, err := q.Leader(ctx); err == nil {
		_, _ = fmt.Sscanf(name, "s%d", &leader)
	}
	_ = servers[leader].cmd.Process.Kill()
	_ = workers[0].cmd.Process.Kill()
	servers[leader].wait()
	lap("%d done; the server that leads (s%d) and the first worker are killed", done, leader)
	stood := time.Now()
	for done = reached(0); ; time.Sleep(50 * time.Millisecond) {
		c, err := q.Count(ctx, "j")
		if err == nil && c.Done == tasks {
			return errors.New("all was done before the servers had agreed on a leader: too few inputs to show anything")
		}
		if err == nil && c.Done > done+20 {
			break
		}
	}
	lap("it goes on (after %v)", time.Since(stood).Round(100*time.Millisecond))
	done = reached(50)
	if err := server(leader); err != nil {
		return err
	}
	if err := work("first again"); err != nil {
		return err
	}
	lap("%d done; both are started again", done)
	collect, err := begin(program, "collect", "j", "--wait", "--nats", url)
	if err != nil {
		return err
	}
	collected := collect.wait()
	lap("collected, exit status %d: %s", collected, strings.TrimSpace(collect.said.String()[max(0, collect.said.Len()-400):]))
	again, tries, twice := 0, 0, int64(0)
	results := 0
	by := map[string]int{}
	err = q.Results(ctx, "j", func(r *farm.Result, _ []byte) error {
		if r == nil {
			return queue.ErrEnough
		}
		results++
		by[r.Worker]++
		tries += r.Tries
		if r.Tries > 1 {
			again++
		}
		return nil
	})
	if err != nil {
		return err
	}
	here, err := q.Roll(time.Second)
	if err != nil {
		return err
	}
	for _, w := range here {
		twice += w.Done
	}
	lap("%d results of %d tasks; %d tasks were given out more than once (%d deliveries); by worker %v; the workers that live did %d", results, tasks, again, tries, by, twice)
	if err := sameTrees(filepath.Join(dir, "one"), filepath.Join(dir, "farm")); err != nil {
		return err
	}
	lap("every file is that of one machine; exit statuses %d and %d", status, collected)
	return nil
}
