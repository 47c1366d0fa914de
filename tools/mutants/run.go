package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
)

// outcome is what became of one change.
type outcome int

const (
	killed   outcome = iota
	late             // the tests did not end in time, which is as good
	survived         // no test noticed
	unseen           // or even reached it
	broken           // does not compile
	equivalent
	outcomes
)

// tally counts outcomes.
type tally [outcomes]int

func (t *tally) add(o tally) {
	for i, n := range o {
		t[i] += n
	}
}

func (t *tally) tested() int { return t[killed] + t[late] + t[survived] + t[unseen] }

// survival is in percent of the changes tested.
func (t *tally) survival() float64 {
	return 100 * float64(t[survived]+t[unseen]) / float64(max(1, t.tested()))
}

func (t *tally) String() string {
	return fmt.Sprintf("%d changes, %d survived (%.1f %%), %d of them not reached by a test; %d were found, %d by the time it took; %d more do not compile, %d mean nothing",
		t.tested(), t[survived]+t[unseen], t.survival(), t[unseen], t[killed]+t[late], t[late], t[broken], t[equivalent])
}

// runner builds and runs the tests of changes.
type runner struct {
	limit time.Duration
	jobs  int
	log   io.Writer
}

// binary is a package's test binary with all its switches.
type binary struct {
	path  string
	seen  map[int]bool // the switches that its tests reach
	limit time.Duration
}

// test tests a package's changes in the given order until n of them compiled.
func (r *runner) test(p *pkg, order []int, equal equivalents, n int) (tally, error) {
	var t tally
	dir, err := os.MkdirTemp("", "mutants")
	if err != nil {
		return t, err
	}
	defer os.RemoveAll(dir)
	b, err := r.switchable(p, dir)
	if err != nil {
		return t, err
	}
	var mu sync.Mutex
	var wg sync.WaitGroup
	started := 0
	take := func() *change {
		mu.Lock()
		defer mu.Unlock()
		for len(order) > 0 && (n <= 0 || started < n) {
			c := &p.changes[order[0]]
			order = order[1:]
			if equal.has(c) {
				t[equivalent]++
				continue
			}
			started++
			return c
		}
		return nil
	}
	var lost []*change
	for range max(1, r.jobs) {
		wg.Go(func() {
			for c := take(); c != nil; c = take() {
				o := r.one(p, b, c)
				mu.Lock()
				if t[o]++; o == broken {
					started--
				} else if o == survived || o == unseen {
					lost = append(lost, c)
				}
				mu.Unlock()
			}
		})
	}
	wg.Wait()
	slices.SortFunc(lost, func(a, b *change) int { return a.id - b.id })
	for _, c := range lost {
		mark := ""
		if b.seen != nil && len(c.wraps) > 0 && !b.seen[c.id] {
			mark = " (not reached)"
		}
		fmt.Fprintf(r.log, "survived %s%s\n", c, mark)
	}
	return t, nil
}

// switchable builds a package's tests with all switches, and runs them with
// none on: they must pass, and tell which switches they reach.
func (r *runner) switchable(p *pkg, dir string) (*binary, error) {
	files, err := p.withSwitches()
	if err != nil {
		return nil, err
	}
	b := &binary{path: filepath.Join(dir, "switched.test"), limit: r.limit}
	if out, err := build(p, dir, b.path, files); err != nil {
		return nil, fmt.Errorf("%s: %s", p.ImportPath, out)
	}
	if _, err := os.Stat(b.path); errors.Is(err, fs.ErrNotExist) {
		b.seen = map[int]bool{}
		return b, nil // no tests at all: nothing is reached
	}
	seen := filepath.Join(dir, "seen")
	begun := time.Now()
	if o := r.run(p, b.path, r.limit, "MUTANTS_SEEN="+seen); o != survived {
		return nil, fmt.Errorf("%s: the tests fail, or take longer than %s, without any change", p.ImportPath, r.limit)
	}
	b.limit = min(r.limit, 5*time.Second+10*time.Since(begun))
	data, err := os.ReadFile(seen)
	if err != nil && !os.IsNotExist(err) {
		return nil, err
	}
	b.seen = map[int]bool{}
	for _, s := range strings.Fields(string(data)) {
		id, _ := strconv.Atoi(s)
		b.seen[id] = true
	}
	return b, nil
}

// withSwitches are the package's files with all switches, by path.
func (p *pkg) withSwitches() (map[string][]byte, error) {
	wraps := map[string][]wrap{}
	for i := range p.changes {
		c := &p.changes[i]
		path := p.path(c)
		wraps[path] = append(wraps[path], c.wraps...)
	}
	files := map[string][]byte{filepath.Join(p.Dir, "mutants_support.go"): []byte("package " + p.Name + "\n" + support)}
	for path, w := range wraps {
		src, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		files[path] = switched(src, w)
	}
	return files, nil
}

func (p *pkg) path(c *change) string { return filepath.Join(p.Module.Dir, filepath.FromSlash(c.file)) }

// build builds a package's tests with files laid over its own.
func build(p *pkg, dir, bin string, files map[string][]byte) ([]byte, error) {
	over := map[string]string{}
	for path, text := range files {
		over[path] = filepath.Join(dir, filepath.Base(path))
		if err := os.WriteFile(over[path], text, 0o600); err != nil {
			return nil, err
		}
	}
	overlay, err := json.Marshal(map[string]any{"Replace": over})
	if err != nil {
		return nil, err
	}
	lay := filepath.Join(dir, "overlay.json")
	if err := os.WriteFile(lay, overlay, 0o600); err != nil {
		return nil, err
	}
	return exec.Command("go", "test", "-c", "-o", bin, "-overlay", lay, p.ImportPath).CombinedOutput()
}

// one tests one change.
func (r *runner) one(p *pkg, b *binary, c *change) outcome {
	if len(c.wraps) > 0 {
		if !b.seen[c.id] {
			return unseen
		}
		return r.run(p, b.path, b.limit, "MUTANT="+strconv.Itoa(c.id))
	}
	dir, err := os.MkdirTemp("", "mutants")
	if err != nil {
		return broken
	}
	defer os.RemoveAll(dir)
	src, err := os.ReadFile(p.path(c))
	if err != nil {
		return broken
	}
	text := slices.Concat(src[:c.at], []byte(c.text), src[c.end:])
	bin := filepath.Join(dir, "changed.test")
	if _, err := build(p, dir, bin, map[string][]byte{p.path(c): text}); err != nil {
		return broken
	}
	if _, err := os.Stat(bin); err != nil {
		return unseen
	}
	return r.run(p, bin, b.limit)
}

// memory is what a change that never ends may take, in KB.
const memory = 4 << 20

// run runs a test binary in its package's folder.
func (r *runner) run(p *pkg, bin string, limit time.Duration, env ...string) outcome {
	ctx, cancel := context.WithTimeout(context.Background(), limit+2*time.Second)
	defer cancel()
	cmd := exec.CommandContext(ctx, "sh", "-c", "ulimit -v "+strconv.Itoa(memory)+"; exec \"$0\" \"$@\"", bin, "-test.failfast", "-test.timeout="+limit.String())
	cmd.Dir, cmd.Env = p.Dir, append(os.Environ(), env...)
	out, err := cmd.CombinedOutput()
	switch {
	case err == nil:
		return survived
	case ctx.Err() != nil || strings.Contains(string(out), "panic: test timed out"):
		return late
	}
	return killed
}
