// Command score reads cells with the engine of figures and tells how many it got
// right, by group, and what its certainty is worth.
//
//	score [-wrong] < cells.jsonl
//
// A line of its input is a cell: {"group", "w", "h", "pix" (base64), "size",
// "printed"}. Characters the engine does not know count as read if it says so.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strings"
	"unicode"

	"ziping/extract/ocr"
	"ziping/extract/ocr/figures"
)

type cell struct {
	Group   string
	W, H    int
	Pix     []byte
	Size    float64
	Printed string
}

// tally is what came of a group of cells.
type tally struct{ cells, right, certain, certainWrong int }

// certain is the confidence from which a reading is taken as certain.
const certain = .95

func main() {
	wrong := flag.Bool("wrong", false, "list the cells read wrong")
	flag.Parse()
	if err := run(os.Stdin, os.Stdout, *wrong); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(in io.Reader, out io.Writer, wrong bool) error {
	groups := map[string]*tally{}
	e := figures.New()
	d := json.NewDecoder(bufio.NewReader(in))
	for {
		var c cell
		if err := d.Decode(&c); err == io.EOF {
			break
		} else if err != nil {
			return err
		}
		r := e.Read(ocr.Image{W: c.W, H: c.H, Pix: c.Pix}, c.Size)
		got, want := r.Text(), plain(c.Printed)
		for _, g := range []string{c.Group, "~ all"} {
			if groups[g] == nil {
				groups[g] = &tally{}
			}
			t := groups[g]
			t.cells++
			if got == want {
				t.right++
			}
			if r.Confidence() >= certain {
				t.certain++
				if got != want {
					t.certainWrong++
				}
			}
		}
		if wrong && got != want {
			fmt.Fprintf(out, "%s: %q for %q, %.3f\n", c.Group, got, want, r.Confidence())
		}
	}
	fmt.Fprintf(out, "%-28s %6s %8s %9s %6s\n", "", "cells", "right %", "certain %", "wrong")
	for _, g := range slices.Sorted(maps.Keys(groups)) {
		t := groups[g]
		fmt.Fprintf(out, "%-28s %6d %8.2f %9.2f %6d\n", g, t.cells, 100*float64(t.right)/float64(t.cells), 100*float64(t.certain)/float64(t.cells), t.certainWrong)
	}
	return nil
}

// narrow are signs that come out as another one.
var narrow = strings.NewReplacer("\u2013", "-", "\u2212", "-", "\u2236", ":", "\u2713", "\u221a", "\u2014\u2014", "\u2014")

// plain is what the engine would read at best.
func plain(text string) string {
	var b strings.Builder
	for _, c := range narrow.Replace(text) {
		if c > 0xff00 && c < 0xff5f {
			c -= 0xfee0
		}
		switch {
		case unicode.IsSpace(c):
		case figures.Knows(string(c)):
			b.WriteRune(c)
		default:
			b.WriteString(figures.Other)
		}
	}
	return b.String()
}
