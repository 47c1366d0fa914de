// Paper measures how well scans are read: it prints forms whose truth is known,
// damages the pages as scanners, cameras, copiers and fax machines do, has the
// built program read them and compares.
//
//	go run ./tools/eval/paper -make -corpus DIR        # pictures and truths
//	go run ./tools/eval/paper -corpus DIR -bin ziping  # the table
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"ziping/tools/eval/forms"
	"ziping/tools/eval/paper/corpus"
	"ziping/tools/eval/paper/press"
	"ziping/tools/eval/paper/tally"
	"ziping/tools/eval/paper/truth"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "paper:", err)
		os.Exit(1)
	}
}

func run() error {
	dir := flag.String("corpus", filepath.Join(os.TempDir(), "paper"), "folder of the pictures")
	build := flag.Bool("make", false, "make the pictures that are not there yet, and read nothing")
	fontDirs := flag.String("fonts", "/usr/share/fonts:/usr/share/texlive/texmf-dist/fonts", "folders of fonts, divided by colons")
	each := flag.Int("each", 6, "files of each kind and resolution")
	draw := flag.Uint64("draw", 0, "which forms and damages are drawn by lot; what is worked on has another than what is reported")
	only := flag.String("only", "", "kinds to make or to read, divided by commas")
	dpi := flag.Float64("dpi", 0, "the one resolution that all kinds are made at; 0 for each kind's own")
	lot := flag.Bool("lot", false, "draw looks by lot too, instead of taking those of the list in turn")
	samples := flag.String("samples", "samples", "folder of sample forms")
	program := flag.String("bin", "ziping", "the program that reads; \"\" for what is kept alone")
	out := flag.String("out", "", "folder that readings are kept in; what lies there is not read again")
	misses := flag.Bool("misses", false, "list what is wrong, file by file")
	diagram := flag.String("diagram", "", "file for the picture of calibration (SVG)")
	check := flag.Bool("check", false, "ask the program for the reports too; it reads each file twice")
	overlay := flag.Bool("overlay", false, "draw the places of cells on the pictures that are not right, into -out")
	flag.Parse()
	if *build {
		return create(*dir, *samples, strings.Split(*fontDirs, ":"), *only, *each, *draw, *dpi, *lot)
	}
	results, err := readAll(*dir, *program, *out, *only, *check, *overlay)
	if err != nil {
		return err
	}
	tally.Board(os.Stdout, results)
	tally.Calibration(os.Stdout, results)
	if *misses {
		tally.Misses(os.Stdout, results)
	}
	if *diagram != "" {
		return os.WriteFile(*diagram, tally.Diagram(results), 0o644)
	}
	return nil
}

// create makes the pictures.
func create(dir, samples string, fontDirs []string, only string, each int, draw uint64, dpi float64, lot bool) error {
	fonts, err := press.LoadFonts(fontDirs...)
	if err != nil {
		return err
	}
	list, err := forms.Samples(os.DirFS(samples))
	if err != nil {
		return err
	}
	if len(list) == 0 {
		return fmt.Errorf("%s holds no forms", samples)
	}
	for seed := range uint64(len(list) / 2) {
		list = append(list, forms.Random(0x7061+seed+draw<<16))
	}
	cases := corpus.Plan(list, at(chosen(only), dpi), each, draw, lot, fonts)
	pages, err := corpus.Make(cases, fonts, dir, func(s string) { fmt.Println(s) })
	fmt.Printf("%d files, %d pages made\n", len(cases), pages)
	return err
}

// readAll has the pictures of a folder read and compared.
func readAll(dir, program, out, only string, check, overlay bool) ([]*tally.Result, error) {
	paths, err := filepath.Glob(filepath.Join(dir, "*.json"))
	if err != nil {
		return nil, err
	}
	if out != "" {
		if err := os.MkdirAll(out, 0o755); err != nil {
			return nil, err
		}
	}
	var results []*tally.Result
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		said, err := truth.Read(data)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		if only != "" && !slices.Contains(strings.Split(only, ","), said.Kind) {
			continue
		}
		picture, kept := filepath.Join(dir, said.File), filepath.Join(out, said.Name+".read.json")
		var got *tally.Reading
		if out != "" {
			got = tally.Kept(kept)
		}
		if got == nil && program == "" {
			continue
		}
		if got == nil {
			if got, err = tally.Program(program, picture, check); err != nil {
				return nil, err
			}
			if out != "" {
				if err := got.Keep(kept); err != nil {
					return nil, err
				}
			}
		}
		r := tally.One(said, got)
		results = append(results, r)
		if overlay && out != "" && !r.Score.Whole && filepath.Ext(picture) != ".pdf" {
			if err := tally.Overlay(said, got, picture, filepath.Join(out, said.Name+".overlay.png")); err != nil {
				return nil, err
			}
		}
	}
	return results, nil
}

// chosen are the conditions of some kinds, all where none is named.
func chosen(only string) []corpus.Condition {
	if only == "" {
		return corpus.Conditions
	}
	var out []corpus.Condition
	for _, c := range corpus.Conditions {
		for k := range strings.SplitSeq(only, ",") {
			if c.Kind == k {
				out = append(out, c)
			}
		}
	}
	return out
}

// at are the kinds of some conditions at one resolution, or those conditions for 0.
func at(all []corpus.Condition, dpi float64) []corpus.Condition {
	if dpi == 0 {
		return all
	}
	var out []corpus.Condition
	for _, c := range all {
		if c.DPI = dpi; !slices.Contains(out, c) {
			out = append(out, c)
		}
	}
	return out
}
