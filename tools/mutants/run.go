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
	"regexp"
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
	unmet            // a bound between measured lengths at which no page stands
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

// withUnmet is the survival if bounds that no page meets were tested too.
func (t *tally) withUnmet() float64 {
	return 100 * float64(t[survived]+t[unseen]+t[unmet]) / float64(max(1, t.tested()+t[unmet]))
}

func (t *tally) String() string {
	return fmt.Sprintf("%d changes, %d survived (%.1f %%), %d of them not reached by a test; %d were found, %d by the time it took; %d more do not compile, %d mean nothing, %d are bounds between measured lengths at which nothing stands (%.1f %% with them)",
		t.tested(), t[survived]+t[unseen], t.survival(), t[unseen], t[killed]+t[late], t[late], t[broken], t[equivalent], t[unmet], t.withUnmet())
}

// runner builds and runs the tests of changes.
type runner struct {
	limit time.Duration
	jobs  int
	tests []string // further packages whose tests are run
	skip  string   // tests that are not run
	log   io.Writer
}

// binary is the tests of one package, built with all switches of the package under test.
type binary struct {
	of    *pkg
	path  string
	seen  map[int]bool // the switches that its tests reach; with a minus the comparisons that they make
	limit time.Duration
	skip  string
}

// test tests a package's changes in the given order until n of them compiled.
func (r *runner) test(p *pkg, others []*pkg, order []int, equal equivalents, n int) (tally, error) {
	var t tally
	dir, err := os.MkdirTemp("", "mutants")
	if err != nil {
		return t, err
	}
	defer os.RemoveAll(dir)
	var all []*binary
	for _, of := range append([]*pkg{p}, others...) {
		if len(all) > 0 && of.ImportPath == p.ImportPath {
			continue
		}
		b, err := r.switchable(p, of, dir)
		if err != nil {
			return t, err
		}
		if b != nil {
			all = append(all, b)
		}
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
				o := r.one(p, all, c)
				mu.Lock()
				if t[o]++; o == broken || o == unmet {
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
		if len(c.wraps) > 0 && !slices.ContainsFunc(all, func(b *binary) bool { return b.seen[c.id] }) {
			mark = " (not reached)"
		}
		fmt.Fprintf(r.log, "survived %s%s\n", c, mark)
	}
	return t, nil
}

// switchable builds the tests of a package with all switches of the one under
// test, and runs them with none on: they must pass, and tell which switches
// they reach. It is nil for a package without tests.
func (r *runner) switchable(p, of *pkg, dir string) (*binary, error) {
	b := &binary{of: of, path: filepath.Join(dir, strings.ReplaceAll(of.ImportPath, "/", "_")+".test"), limit: r.limit, skip: r.skip, seen: map[int]bool{}}
	for {
		files, err := p.withSwitches()
		if err != nil {
			return nil, err
		}
		out, err := build(of, dir, b.path, files)
		if err == nil {
			break
		}
		if !p.unswitch(out) {
			return nil, fmt.Errorf("%s: %s", of.ImportPath, out)
		}
	}
	if _, err := os.Stat(b.path); errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	seen := b.path + ".seen"
	begun := time.Now()
	if o, out := b.run("MUTANTS_SEEN=" + seen); o != survived {
		return nil, fmt.Errorf("%s: the tests fail, or take longer than %s, without any change:\n%s", of.ImportPath, r.limit, out)
	}
	b.limit = min(r.limit, 5*time.Second+10*time.Since(begun))
	data, err := os.ReadFile(seen)
	if err != nil && !os.IsNotExist(err) {
		return nil, err
	}
	for _, s := range strings.Fields(string(data)) {
		id, _ := strconv.Atoi(s)
		b.seen[id] = true
	}
	return b, nil
}

// refused is where the compiler found a fault.
var refused = regexp.MustCompile(`([^/\s]+\.go):(\d+):\d+: `)

// unswitch takes the switches out of the lines that the compiler refuses: what
// changes there is built by itself. It reports whether there were any.
func (p *pkg) unswitch(out []byte) (any bool) {
	for _, m := range refused.FindAllSubmatch(out, -1) {
		for i := range p.changes {
			if c := &p.changes[i]; len(c.wraps) > 0 && filepath.Base(c.file) == string(m[1]) && strconv.Itoa(c.line) == string(m[2]) {
				c.wraps, any = nil, true
			}
		}
	}
	return any
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

// one tests one change, by one package's tests after the other.
func (r *runner) one(p *pkg, all []*binary, c *change) outcome {
	o := unseen
	for _, b := range all {
		if len(c.wraps) == 0 {
			o = r.alone(p, b, c)
		} else if b.seen[c.id] {
			o, _ = b.run("MUTANT=" + strconv.Itoa(c.id))
		}
		if o != survived && o != unseen {
			break
		}
	}
	if o == unseen && c.measured && slices.ContainsFunc(all, func(b *binary) bool { return b.seen[-c.id] }) {
		return unmet
	}
	return o
}

// alone tests a change that is no switch.
func (r *runner) alone(p *pkg, b *binary, c *change) outcome {
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
	own := *b
	own.path = filepath.Join(dir, "changed.test")
	if _, err := build(b.of, dir, own.path, map[string][]byte{p.path(c): text}); err != nil {
		return broken
	}
	o, _ := own.run()
	return o
}

// memory is what a change that never ends may take, in KB.
const memory = 4 << 20

// steady has property tests try the same inputs on each change, and keep none of
// those that failed: laid by in the package's folder they would be tried on all
// changes to come, and on the code as it is, which some of them fail.
var steady = []string{"RAPID_SEED=1", "RAPID_NOFAILFILE=1", "RAPID_SHRINKTIME=0s"}

// run runs the tests in their package's folder.
func (b *binary) run(env ...string) (outcome, []byte) {
	ctx, cancel := context.WithTimeout(context.Background(), b.limit+2*time.Second)
	defer cancel()
	cmd := exec.CommandContext(ctx, "sh", "-c", "ulimit -v "+strconv.Itoa(memory)+"; exec \"$0\" \"$@\"", b.path, "-test.failfast", "-test.skip="+b.skip, "-test.timeout="+b.limit.String())
	cmd.Dir, cmd.Env = b.of.Dir, slices.Concat(os.Environ(), steady, env)
	out, err := cmd.CombinedOutput()
	switch {
	case err == nil:
		return survived, out
	case ctx.Err() != nil || strings.Contains(string(out), "panic: test timed out"):
		return late, out
	}
	return killed, out
}
