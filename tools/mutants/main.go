// Mutants measures how well the tests of a package hold its rules: it makes
// random single changes of the code (a condition negated, an early return
// dropped, a bound moved by one), runs the package's own tests on each, and
// lists the changes that no test notices.
//
//	make mutants                                         # a sample of grid, normalize, checks
//	go run ./tools/mutants -pkg ./score/checks/... -n 60 -seed 7
//	go run ./tools/mutants -pkg ./normalize/place -tests ./normalize/read   # tests that hold it from outside
//	go run ./tools/mutants -pkg ./extract/grid/fit -tests ./extract/grid -skip 'Growth|LongTable'  # but for the slow ones
//	go test ./tools/mutants -sample 20                   # the same as a test with a bound
//
// What survives is a rule without a test (write a small form that shows it), a
// rule that earns nothing (take it away), or a change that means nothing (a
// line of equivalent.txt, with the reason; that file must stay short).
//
// The tree is never touched: changed files are laid over it (-overlay). One
// binary for each package holds all changes that can be switched on as it runs
// (switch.go); the few that cannot, or whose switch the compiler refuses, are
// built one by one. A change that no test even reaches is not run. One that does
// not compile is told apart, is neither found nor survived, and the next takes
// its place; one whose tests do not end in time counts as found. The same
// seed, packages and code give the same changes.
//
// Not part of CI. Kept tools were looked at: gremlins copies the module for
// each worker, builds every change and changes operators only; go-mutesting
// writes into the tree. Neither drops a branch or takes a sample.
package main

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"time"
)

func main() {
	pkgs := flag.String("pkg", "./extract/grid/...,./normalize/...,./score/checks/...", "packages to change, as go list takes them, separated by commas")
	tests := flag.String("tests", "", "further packages whose tests are run on each change, separated by commas")
	skip := flag.String("skip", "", "tests that are not run, as go test -skip takes them: those too slow to run for each change")
	seed := flag.Uint64("seed", 1, "which random changes")
	n := flag.Int("n", 60, "how many changes of a package to test; 0 for all")
	jobs := flag.Int("j", 1, "how many to test at once")
	limit := flag.Duration("limit", 20*time.Second, "the longest a package's tests may take on a change")
	list := flag.Bool("list", false, "list the changes and test none")
	known := flag.String("equivalent", "tools/mutants/equivalent.txt", "changes that mean nothing: file, function, change, reason, parted by tabs")
	flag.Parse()
	r := runner{limit: *limit, jobs: *jobs, skip: *skip, log: os.Stdout}
	if *tests != "" {
		r.tests = strings.Split(*tests, ",")
	}
	if _, err := measure(&r, strings.Split(*pkgs, ","), *known, *seed, *n, *list); err != nil {
		fmt.Fprintln(os.Stderr, "mutants:", err)
		os.Exit(2)
	}
}

// measure tests a sample of the changes of each package, tells what survived,
// and returns the sum.
func measure(r *runner, patterns []string, known string, seed uint64, n int, list bool) (tally, error) {
	var sum tally
	equal, err := readEquivalents(known)
	if err != nil {
		return sum, err
	}
	pkgs, err := packages(patterns)
	if err != nil {
		return sum, err
	}
	var others []*pkg
	if len(r.tests) > 0 {
		if others, err = packages(r.tests); err != nil {
			return sum, err
		}
	}
	for _, p := range pkgs {
		if err := p.find(); err != nil {
			return sum, err
		}
		if left := equal.unused(p.changes); len(left) > 0 {
			return sum, fmt.Errorf("%s: no such change (any more): %s", known, strings.Join(left, "; "))
		}
		order := rand.New(rand.NewPCG(seed, 0)).Perm(len(p.changes))
		if list {
			for _, k := range order {
				fmt.Fprintln(r.log, &p.changes[k])
			}
			continue
		}
		t, err := r.test(p, others, order, equal, n)
		if err != nil {
			return sum, err
		}
		fmt.Fprintf(r.log, "%s: %s\n", p.ImportPath, &t)
		sum.add(t)
	}
	if !list && len(pkgs) > 1 {
		fmt.Fprintf(r.log, "all: %s\n", &sum)
	}
	return sum, nil
}
