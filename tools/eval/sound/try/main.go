// Command try draws sound forms, copies them, and counts what the program makes
// of the copies.
//
//	go run ./tools/eval/sound/try -n 200 -seed 1 -style tab -loss some
//	go run ./tools/eval/sound/try -n 100 -cuts
//	go run ./tools/eval/sound/try -n 100 -slips
//	go run ./tools/eval/sound/try -n 100 -two
//	go run ./tools/eval/sound/try -n 60 -as openpyxl,chromium -files /tmp/made
//
// With -as the forms are printed in looks drawn at random by the producers of
// tools/eval/produce whose names hold one of the words (or are one, with ! behind
// it), and the files are read. They are kept, and not made a second time.
package main

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"

	"ziping/extract"
	"ziping/internal/pipeline"
	"ziping/tools/eval/sound"
)

type options struct {
	n, seed, show int
	style, loss   string
	cuts, slips   bool
	hands         bool
	two           bool
	keep          string
	as, files     string
	jobs          int
}

func main() {
	var o options
	flag.IntVar(&o.n, "n", 100, "forms")
	flag.IntVar(&o.seed, "seed", 1, "first seed")
	flag.IntVar(&o.show, "show", 20, "misses told")
	flag.StringVar(&o.style, "style", "tab", "tab, torn, csv, pipe, marked, boxed, blanks, spread, lines, glued or page")
	flag.StringVar(&o.loss, "loss", "none", "none, all, lead, some or pad")
	flag.BoolVar(&o.cuts, "cuts", false, "cut each form and leave rows out")
	flag.BoolVar(&o.slips, "slips", false, "change one figure of each form")
	flag.BoolVar(&o.hands, "hands", false, "send each form through other hands first")
	flag.BoolVar(&o.two, "two", false, "put a second form behind each")
	flag.StringVar(&o.keep, "keep", "", "folder for copies that were read wrong")
	flag.StringVar(&o.as, "as", "", "make files with these producers")
	flag.StringVar(&o.files, "files", filepath.Join(os.TempDir(), "sound"), "folder of the files made")
	flag.IntVar(&o.jobs, "jobs", runtime.NumCPU(), "files made or read at a time")
	flag.Parse()
	if err := run(o); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// count is what came of all copies.
type count struct {
	copies, want, right           int
	ok, okWrong, partial, failed  int
	errors, applied, appliedWrong int // copies with a false error, with a correction
	told                          int // slips
	shown                         int
}

func run(o options) error {
	a, err := pipeline.NewAuditor(pipeline.AuditOptions{})
	if err != nil {
		return err
	}
	if o.as != "" {
		return files(o, a)
	}
	if o.keep != "" {
		if err := os.MkdirAll(o.keep, 0o755); err != nil {
			return err
		}
	}
	var c count
	var mu sync.Mutex
	var wait sync.WaitGroup
	seeds := make(chan int)
	for range runtime.NumCPU() {
		wait.Go(func() {
			for s := range seeds {
				all := []*sound.Form{sound.Draw(uint64(s))}
				if o.two {
					all = append(all, sound.Draw(uint64(s)+second))
				}
				for name, text := range copies(all, o, s) {
					out := pipeline.Run([]byte(text.text), "form"+suffix(o.style), pipeline.Options{Audit: a, Named: true, Lang: extract.ZH})
					t := sound.HoldAll(all, out)
					mu.Lock()
					c.add(o, fmt.Sprintf("%s-%s", all[0].ID, name), text, t)
					mu.Unlock()
				}
			}
		})
	}
	for k := range o.n {
		seeds <- o.seed + k
	}
	close(seeds)
	wait.Wait()
	fmt.Print(c.line())
	if o.slips {
		fmt.Printf("; slips told %d", c.told)
	}
	fmt.Println()
	return nil
}

func (c *count) line() string {
	return fmt.Sprintf("%d copies: fields %d of %d; ok %d, of them with a field wrong %d; partial %d, failed %d; with a false error %d, corrected %d, wrongly %d", c.copies, c.right, c.want, c.ok, c.okWrong, c.partial, c.failed, c.errors, c.applied, c.appliedWrong)
}

// suffix is what the name of a copy ends with.
func suffix(style string) string {
	if style == string(sound.Page) {
		return ".html"
	}
	return ".txt"
}

// copied is a copy, perhaps with one figure changed.
type copied struct {
	text, path, was, now string
	part                 bool // not the whole form
}

// copies are the copies of a form that are tried, with a form behind it if there are two.
func copies(all []*sound.Form, o options, seed int) map[string]copied {
	rng := rand.New(rand.NewPCG(uint64(seed), 7))
	out := map[string]copied{}
	style, loss := sound.Style(o.style), sound.Loss(o.loss)
	text := func(first *sound.Form) string {
		s := ""
		for i, f := range all {
			if i == 0 {
				f = first
			}
			if style == sound.Page {
				s += f.HTML()
				continue
			}
			s += f.Around(style, sound.Lose(f.Cut(), loss, rng))
		}
		return s
	}
	switch {
	case o.cuts && style != sound.Page:
		lines := strings.SplitAfter(text(all[0]), "\n")
		n := len(lines)
		for k := 2; k < n; k++ {
			out[fmt.Sprintf("to%02d", k)] = copied{text: strings.Join(lines[:k], ""), part: true}
			out[fmt.Sprintf("from%02d", k)] = copied{text: strings.Join(lines[k:], ""), part: true}
		}
		for k := range 20 {
			i, j := rng.IntN(n), rng.IntN(n)
			i, j = min(i, j), max(i, j)+1
			out[fmt.Sprintf("only%02d-%02d-%02d", k, i, j)] = copied{text: strings.Join(lines[i:j], ""), part: true}
			j = min(n, i+1+rng.IntN(4))
			out[fmt.Sprintf("without%02d-%02d-%02d", k, i, j)] = copied{text: strings.Join(lines[:i], "") + strings.Join(lines[j:], ""), part: true}
		}
	case o.hands && o.slips && style != sound.Page:
		for _, h := range sound.Hands {
			if g, c := all[0].Slip(rng); g != nil {
				k, rows := g.Through(h, g.Cut(), rng)
				out[string(h)] = copied{text: k.Around(style, sound.Lose(rows, loss, rng)), path: c.Path, was: c.Was, now: c.Now}
			}
		}
	case o.hands && style != sound.Page:
		for _, h := range sound.Hands {
			g, rows := all[0].Through(h, all[0].Cut(), rng)
			out[string(h)] = copied{text: g.Around(style, sound.Lose(rows, loss, rng))}
		}
	case o.slips && style != sound.Page:
		for k := range 4 {
			if g, c := all[0].Slip(rng); g != nil {
				out[fmt.Sprintf("slip%d", k)] = copied{text: text(g), path: c.Path, was: c.Was, now: c.Now}
			}
		}
	default:
		out["copy"] = copied{text: text(all[0])}
	}
	return out
}

func (c *count) add(o options, name string, from copied, t sound.Told) {
	c.copies++
	bad := ""
	if !from.part {
		c.want += t.Want
		c.right += t.Right
	}
	switch t.Status {
	case "ok":
		c.ok++
		if len(t.Wrong) > 0 && !from.part && from.path == "" {
			c.okWrong++
			bad = "ok with wrong fields"
		}
	case "partial":
		c.partial++
		if o.loss == "none" && !from.part && from.path == "" && o.style != "lines" && o.style != "glued" && (t.Whole || len(t.Wrong) > 0) {
			bad = "partial"
		}
	default:
		c.failed++
		if !from.part {
			bad = t.Status
		}
	}
	if from.path == "" && len(t.Errors) > 0 {
		c.errors++
		bad = "false error"
	}
	if len(t.Applied) > 0 {
		c.applied++
		if from.path == "" || !t.Mends(from.path, from.was) {
			c.appliedWrong++
			bad = "wrong correction"
		}
	}
	if from.path != "" {
		switch {
		case len(t.Errors) > 0:
			c.told++
		default:
			bad = "untold slip of " + from.path + ": " + from.was + " → " + from.now
		}
	}
	if bad == "" || c.shown >= o.show {
		return
	}
	c.shown++
	fmt.Println(name, bad, t.Status)
	for i, w := range append(append(t.Errors, t.Applied...), t.Wrong...) {
		if i == 6 {
			break
		}
		fmt.Println("   ", w)
	}
	if o.keep != "" {
		if err := os.WriteFile(filepath.Join(o.keep, name+".txt"), []byte(from.text), 0o644); err != nil {
			fmt.Fprintln(os.Stderr, err)
		}
	}
}
