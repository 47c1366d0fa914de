// Command scoreboard prints forms with every producer at hand, reads them with
// the program and tells how much was right. See docs/scoreboard.md.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"ziping/tools/eval"
	"ziping/tools/eval/forms"
	"ziping/tools/eval/looks"
	"ziping/tools/eval/produce"
)

type options struct {
	corpus, match, bin, misses string
	random, seed, jobs         int
	makeOnly, madeOnly, fresh  bool
}

func main() {
	var o options
	flag.StringVar(&o.corpus, "corpus", filepath.Join(os.TempDir(), "ziping-corpus"), "folder of the corpus; what is missing is made")
	flag.StringVar(&o.match, "match", "", "only files with one of these parts in their names, with commas between")
	flag.StringVar(&o.bin, "bin", "", "measure this built program (a process for each file)")
	flag.StringVar(&o.misses, "misses", "", "write the files that are not right to this file")
	flag.IntVar(&o.random, "random", 30, "invented forms besides the samples")
	flag.IntVar(&o.seed, "seed", 0, "number of the first invented form")
	flag.IntVar(&o.jobs, "jobs", 2, "files read at a time")
	flag.BoolVar(&o.makeOnly, "make", false, "make the corpus and stop")
	flag.BoolVar(&o.madeOnly, "made", false, "read what is there and make nothing")
	flag.BoolVar(&o.fresh, "fresh", false, "make files again that are there")
	flag.Parse()
	if err := run(o); err != nil {
		fmt.Fprintln(os.Stderr, "scoreboard:", err)
		os.Exit(1)
	}
}

func run(o options) error {
	cases, err := plan(o)
	if err != nil {
		return err
	}
	if o.madeOnly {
		cases = nil
	}
	if err := os.MkdirAll(o.corpus, 0o755); err != nil {
		return err
	}
	if o.fresh {
		for _, c := range cases {
			if err := os.Remove(filepath.Join(o.corpus, c.Name+c.Ext())); err != nil && !os.IsNotExist(err) {
				return err
			}
		}
	}
	made := 0
	skipped, err := eval.Make(cases, o.corpus, func(s string) {
		if made++; made%25 == 0 || !strings.HasPrefix(s, "made ") {
			fmt.Fprintf(os.Stderr, "%d %s\n", made, s)
		}
	})
	if err != nil || o.makeOnly {
		return err
	}
	results, err := eval.ScoreAll(o.corpus, o.chosen, o.jobs, o.reading())
	if err != nil {
		return err
	}
	eval.Board(os.Stdout, results, skipped)
	if o.misses == "" {
		return nil
	}
	f, err := os.Create(o.misses)
	if err != nil {
		return err
	}
	eval.Misses(f, results)
	return f.Close()
}

// plan lists the files of the corpus that are chosen.
func plan(o options) ([]eval.Case, error) {
	list, err := forms.Samples(os.DirFS("samples"))
	if err != nil {
		return nil, err
	}
	if len(list) == 0 {
		return nil, fmt.Errorf("no samples here: run it from the root of the module")
	}
	for seed := range o.random {
		list = append(list, forms.Random(uint64(o.seed+seed)))
	}
	font, err := produce.LoadFont()
	if err != nil {
		return nil, err
	}
	var out []eval.Case
	producers := slices.Concat(produce.Programs, produce.Libraries, []produce.Producer{produce.Own}, produce.Handmade(font), produce.Files, produce.Unsolved(font))
	for _, c := range eval.Plan(list, producers, looks.All) {
		if o.chosen(c.Name) {
			out = append(out, c)
		}
	}
	return out, nil
}

func (o options) chosen(name string) bool {
	for p := range strings.SplitSeq(o.match, ",") {
		if strings.Contains(name, p) {
			return true
		}
	}
	return false
}

// reading is how files are read: in this process, or with a built program.
func (o options) reading() func() eval.Reading {
	if o.bin != "" {
		return func() eval.Reading { return eval.Binary(o.bin, o.corpus) }
	}
	cache := ""
	if base, err := os.UserCacheDir(); err == nil {
		cache = filepath.Join(base, "ziping", "scoreboard")
	}
	return func() eval.Reading { return eval.Program(cache) }
}
