package main

import (
	"errors"
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"ziping/extract"
	"ziping/extract/pdfin"
	"ziping/internal/pipeline"
	"ziping/tools/eval/forms"
	"ziping/tools/eval/looks"
	"ziping/tools/eval/produce"
	"ziping/tools/eval/sound"
)

// file is one made file with the forms in it.
type file struct {
	path  string
	look  looks.Look
	forms []*sound.Form
}

// second is added to a seed for the second form of a file.
const second = 1_000_000

// files makes a file of each form in each format that is chosen, but for those that
// lie there already, and reads all.
func files(o options, a *pipeline.Auditor) error {
	font, err := produce.LoadFont()
	if err != nil {
		return err
	}
	for _, p := range slices.Concat(produce.Files, produce.Saved, produce.Programs, produce.Libraries, []produce.Producer{produce.Own}, produce.Handmade(font)) {
		if !slices.ContainsFunc(strings.Split(o.as, ","), func(s string) bool {
			exact, whole := strings.CutSuffix(s, "!")
			return whole && p.Name == exact || !whole && strings.Contains(p.Name, s)
		}) {
			continue
		}
		list := make([]file, o.n)
		for k := range list {
			list[k] = draw(p, o, uint64(o.seed+k))
		}
		if err := makeAll(p, o, list); err != nil {
			fmt.Fprintf(os.Stderr, "%s: %v\n", p.Name, err)
			continue
		}
		var c count
		readAll(o, a, list, &c)
		fmt.Printf("%s: %s\n", p.Name, c.line())
	}
	return nil
}

// draw is the file of a seed, not yet made.
func draw(p produce.Producer, o options, seed uint64) file {
	h := fnv.New64a()
	h.Write([]byte(p.Name))
	rng := rand.New(rand.NewPCG(seed, h.Sum64()))
	x := file{look: looks.Draw(rng), forms: []*sound.Form{sound.Draw(seed).Dress(rng)}}
	if x.look.Two {
		x.forms = append(x.forms, sound.Draw(seed+second).Dress(rng))
	}
	ext := p.Ext
	if ext == "" {
		ext = ".pdf"
	}
	x.path = filepath.Join(o.files, p.Name, fmt.Sprintf("%05d%s", seed, ext))
	return x
}

// plain are the forms without their fields.
func (x *file) plain() []*forms.Form {
	var out []*forms.Form
	for _, f := range x.forms {
		out = append(out, &f.Form)
	}
	return out
}

func makeAll(p produce.Producer, o options, list []file) error {
	if err := os.MkdirAll(filepath.Join(o.files, p.Name), 0o755); err != nil {
		return err
	}
	if p.Office != nil {
		return together(p, o, list)
	}
	return parallel(o.jobs, len(list), func(worker int) (func(i int) error, func() error) {
		w, err := produce.NewWorkshop(filepath.Join(o.files, fmt.Sprintf("making%d-%d", os.Getpid(), worker)))
		return func(i int) error {
			x := list[i]
			if _, e := os.Stat(x.path); e == nil || err != nil {
				return err
			}
			if p.Fits != nil && slices.ContainsFunc(x.plain(), func(f *forms.Form) bool { return !p.Fits(f) }) {
				return nil
			}
			data, err := p.Make(w, x.plain(), x.look)
			switch {
			case errors.Is(err, produce.ErrMissing):
				return err
			case err != nil:
				fmt.Fprintf(os.Stderr, "%s: %v\n", x.path, err)
				return nil
			}
			return os.WriteFile(x.path, data, 0o644)
		}, func() error { return w.Clear() }
	})
}

// together makes the files of a producer that starts slowly some at a time.
func together(p produce.Producer, o options, list []file) error {
	w, err := produce.NewWorkshop(filepath.Join(o.files, fmt.Sprintf("making%d", os.Getpid())))
	if err != nil {
		return err
	}
	list = slices.DeleteFunc(slices.Clone(list), func(x file) bool {
		_, err := os.Stat(x.path)
		return err == nil
	})
	for some := range slices.Chunk(list, 20) {
		in := map[string][]byte{}
		for _, x := range some {
			data, err := p.Office.First(w, x.plain(), x.look)
			if err != nil {
				return err
			}
			in[filepath.Base(x.path)] = data
		}
		out, err := p.Office.Together(w, in)
		if err != nil {
			return err
		}
		for _, x := range some {
			if data := out[filepath.Base(x.path)]; data != nil {
				if err := os.WriteFile(x.path, data, 0o644); err != nil {
					return err
				}
			}
		}
	}
	return w.Clear()
}

func readAll(o options, a *pipeline.Auditor, list []file, c *count) {
	var mu sync.Mutex
	// Each reading tells its own troubles; none is an error of this program.
	_ = parallel(o.jobs, len(list), func(int) (func(int) error, func() error) {
		engine := pdfin.New(pdfin.Settings{Cache: filepath.Join(os.TempDir(), "sound-engine")})
		return func(i int) error {
			x := list[i]
			data, err := os.ReadFile(x.path)
			if err != nil {
				return nil // not made
			}
			out := pipeline.Run(data, filepath.Base(x.path), pipeline.Options{Audit: a, Named: true, Lang: extract.ZH, Apart: engine.Read})
			t := sound.HoldAll(x.forms, out)
			mu.Lock()
			defer mu.Unlock()
			c.add(o, fmt.Sprintf("%s [%s %s]", x.path, x.look.Borders, describe(x.look)), copied{}, t)
			if t.Status == "failed" && out.Result.Error != nil && c.shown <= o.show {
				fmt.Println("   ", out.Result.Error)
			}
			return nil
		}, func() error { return nil }
	})
}

// describe names what is not plain in a look.
func describe(l looks.Look) string {
	var out []string
	for name, on := range map[string]bool{"landscape": l.Landscape, "left": l.Left, "repeat": l.Repeat, "cut-rows": l.CutRows, "footer": l.Footer, "stacked": l.Stacked, "two": l.Two, "hidden": l.Hidden, "short": l.Short > 0, "narrow": l.Width < 1} {
		if on {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return fmt.Sprint(l.Size, "pt ", strings.Join(out, " "))
}

// parallel does n things with some workers, each with its own way and end.
func parallel(jobs, n int, worker func(int) (do func(int) error, end func() error)) error {
	var first error
	var mu sync.Mutex
	var wait sync.WaitGroup
	next := make(chan int)
	for k := range jobs {
		do, end := worker(k)
		wait.Go(func() {
			for i := range next {
				if err := do(i); err != nil {
					mu.Lock()
					first = errors.Join(first, err)
					mu.Unlock()
				}
			}
			mu.Lock()
			first = errors.Join(first, end())
			mu.Unlock()
		})
	}
	for i := range n {
		mu.Lock()
		stop := first != nil
		mu.Unlock()
		if stop {
			break
		}
		next <- i
	}
	close(next)
	wait.Wait()
	return first
}
