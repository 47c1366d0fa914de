// Clock times whole programs beside each other: each command line is run in
// turn, again and again, and what it took is printed as medians and as ratios to
// the first.
//
//	go run ./tools/eval/clock -n 15 'python3 -c pass' 'ziping --version' 'ziping check FORM'
//
// A command line is split at blanks; no shell is asked. CPU time is that of
// the program and all it started, where the system tells (Linux).
package main

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strings"
	"text/tabwriter"
	"time"
)

// took is what one run took.
type took struct{ wall, cpu time.Duration }

func main() {
	n := flag.Int("n", 15, "runs of each command")
	flag.Parse()
	if flag.NArg() == 0 || *n < 1 {
		flag.Usage()
		os.Exit(2)
	}
	adopt()
	lines := flag.Args()
	runs := make([][]took, len(lines))
	for k := range *n + 1 {
		for i, line := range lines {
			t, err := run(strings.Fields(line))
			if err != nil {
				fmt.Fprintln(os.Stderr, "clock:", err)
				os.Exit(1)
			}
			if k > 0 { // the first warms what there is to warm
				runs[i] = append(runs[i], t)
			}
		}
	}
	w := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "wall ms\tleast\tcpu ms\tleast\twall ratio\tcpu ratio\tcommand")
	wall := func(t took) time.Duration { return t.wall }
	cpu := func(t took) time.Duration { return t.cpu }
	for i, line := range lines {
		fmt.Fprintf(w, "%.1f\t%.1f\t%.1f\t%.1f\t%.2f\t%.2f\t%s\n",
			ms(median(runs[i], wall)), ms(least(runs[i], wall)), ms(median(runs[i], cpu)), ms(least(runs[i], cpu)),
			ratio(median(runs[i], wall), median(runs[0], wall)), ratio(median(runs[i], cpu), median(runs[0], cpu)), line)
	}
	_ = w.Flush()
}

// run runs a command to its end. Its exit status is its own affair: check ends
// with 1 when it finds something.
func run(args []string) (took, error) {
	cmd := exec.Command(args[0], args[1:]...)
	before, begun := used(), time.Now()
	if err := cmd.Start(); err != nil {
		return took{}, err
	}
	_ = cmd.Wait()
	wall := time.Since(begun)
	reap()
	cpu := used() - before
	if cpu <= 0 {
		cpu = cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
	}
	return took{wall, cpu}, nil
}

func sorted(ts []took, of func(took) time.Duration) []time.Duration {
	out := make([]time.Duration, len(ts))
	for i, t := range ts {
		out[i] = of(t)
	}
	slices.Sort(out)
	return out
}

func median(ts []took, of func(took) time.Duration) time.Duration {
	return sorted(ts, of)[len(ts)/2]
}

func least(ts []took, of func(took) time.Duration) time.Duration { return sorted(ts, of)[0] }

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

func ratio(a, b time.Duration) float64 { return float64(a) / float64(max(b, 1)) }
