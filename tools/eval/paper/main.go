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
	"strings"

	"ziping/tools/eval/forms"
	"ziping/tools/eval/paper/corpus"
	"ziping/tools/eval/paper/press"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "paper:", err)
		os.Exit(1)
	}
}

func run() error {
	dir := flag.String("corpus", filepath.Join(os.TempDir(), "paper"), "folder of the pictures")
	build := flag.Bool("make", false, "make the pictures that are not there yet")
	fontDirs := flag.String("fonts", "/usr/share/fonts:/usr/share/texlive/texmf-dist/fonts", "folders of fonts, divided by colons")
	each := flag.Int("each", 6, "files of each kind and resolution")
	only := flag.String("only", "", "kinds to make or to read, divided by commas")
	samples := flag.String("samples", "samples", "folder of sample forms")
	flag.Parse()
	if !*build {
		return nil
	}
	fonts, err := press.LoadFonts(strings.Split(*fontDirs, ":")...)
	if err != nil {
		return err
	}
	list, err := forms.Samples(os.DirFS(*samples))
	if err != nil {
		return err
	}
	for seed := range uint64(len(list) / 2) {
		list = append(list, forms.Random(0x7061+seed))
	}
	cases := corpus.Plan(list, chosen(*only), *each, fonts)
	pages, err := corpus.Make(cases, fonts, *dir, func(s string) { fmt.Println(s) })
	fmt.Printf("%d files, %d pages made\n", len(cases), pages)
	return err
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
