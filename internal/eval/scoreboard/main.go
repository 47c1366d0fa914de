// Command scoreboard makes the corpus and measures the program on it.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"ziping/internal/eval"
	"ziping/internal/eval/forms"
	"ziping/internal/eval/looks"
	"ziping/internal/eval/produce"
)

func main() {
	dir := flag.String("corpus", filepath.Join(os.TempDir(), "ziping-corpus"), "folder of the corpus")
	only := flag.String("only", "", "parts of the names of the files to make, with commas between")
	random := flag.Int("random", 30, "invented forms besides the samples")
	flag.Parse()
	if err := run(*dir, *only, *random); err != nil {
		fmt.Fprintln(os.Stderr, "scoreboard:", err)
		os.Exit(1)
	}
}

func run(dir, only string, random int) error {
	list, err := forms.Samples(os.DirFS("samples"))
	if err != nil {
		return err
	}
	for seed := range random {
		list = append(list, forms.Random(uint64(seed)))
	}
	font, err := produce.LoadFont()
	if err != nil {
		return err
	}
	producers := append(produce.All, produce.Handmade(font)...)
	w, err := produce.NewWorkshop(filepath.Join(dir, "work"))
	if err != nil {
		return err
	}
	for _, c := range eval.Plan(list, producers, looks.All) {
		if !chosen(c.Name, only) {
			continue
		}
		path := filepath.Join(dir, c.Name)
		if _, err := os.Stat(path + ".pdf"); err == nil {
			continue
		}
		data, err := c.Producer.Make(w, c.Forms, c.Look)
		switch {
		case errors.Is(err, produce.ErrCannot) || errors.Is(err, produce.ErrMissing):
			fmt.Println("skipped", c.Name, err)
			continue
		case err != nil:
			fmt.Println("FAILED", c.Name, err)
			continue
		}
		truth, err := c.Truth().Write()
		if err != nil {
			return err
		}
		if err := os.WriteFile(path+".json", truth, 0o644); err != nil {
			return err
		}
		if err := os.WriteFile(path+".pdf", data, 0o644); err != nil {
			return err
		}
		fmt.Println("made", c.Name, len(data))
	}
	return nil
}

func chosen(name, only string) bool {
	if only == "" {
		return true
	}
	for _, p := range strings.Split(only, ",") {
		if strings.Contains(name, p) {
			return true
		}
	}
	return false
}
