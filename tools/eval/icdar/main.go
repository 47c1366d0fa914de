// Command icdar reads the PDF files of the ICDAR 2013 table competition and tells
// how much of their tables was found.
//
//	go run ./tools/eval/icdar -dir FOLDER [-below 0.8] [-show eu-001]
//
// The folder holds NAME.pdf and NAME-str.xml, at any depth. It is not part of the
// project: the tests of tabula-java and of camelot have copies. Nothing is told of
// where the tables are, as the competition does for its measure of structure: a
// table that was not found, or was found with the text around it, counts as what
// it is. The figure of a table is F1 over its neighbours (measure).
package main

import (
	"cmp"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"ziping/extract"
	"ziping/extract/pdfin"
	"ziping/tools/eval/measure"
)

// scored is one table of the competition with its figure.
type scored struct {
	name  string
	pages []int
	found int // tables that hold something of it
	f1    float64
}

func main() {
	dir := flag.String("dir", "", "folder with the files of the competition")
	below := flag.Float64("below", 0, "list the tables below this figure")
	show := flag.String("show", "", "print what was found in this file")
	flag.Parse()
	if *dir == "" {
		flag.Usage()
		os.Exit(2)
	}
	all, err := score(*dir, *show)
	if err != nil {
		fmt.Fprintln(os.Stderr, "icdar:", err)
		os.Exit(1)
	}
	report(all, *below)
}

// score reads every file of the folder.
func score(dir, show string) ([]scored, error) {
	var names []string
	err := filepath.WalkDir(dir, func(path string, _ os.DirEntry, err error) error {
		if strings.HasSuffix(path, "-str.xml") {
			names = append(names, strings.TrimSuffix(path, "-str.xml"))
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	cache, err := os.MkdirTemp("", "icdar")
	if err != nil {
		return nil, err
	}
	defer func() { _ = os.RemoveAll(cache) }()
	engine := pdfin.New(pdfin.Settings{Cache: cache})
	defer func() { _ = engine.Close() }()
	var all []scored
	for _, path := range names {
		if show != "" && filepath.Base(path) != show {
			continue
		}
		tables, err := load(path + "-str.xml")
		if err != nil {
			return nil, err
		}
		data, err := os.ReadFile(path + ".pdf")
		if other, second := strings.CutSuffix(path, "b"); second && os.IsNotExist(err) {
			data, err = os.ReadFile(other + "a.pdf") // a second opinion on the same file
		}
		if err != nil {
			return nil, err
		}
		o := extract.Options{Limits: extract.DefaultLimits(), Pages: []extract.PageRange{{From: 1, To: 1_000}}}
		doc, err := engine.Read(data, o)
		if err != nil {
			fmt.Fprintln(os.Stderr, path, err)
			doc = &extract.Document{}
		}
		if show != "" {
			dump(doc)
		}
		all = append(all, compare(filepath.Base(path), tables, doc)...)
	}
	return all, nil
}

// compare scores the tables of one file. A table found over pages is one for each
// of them: the competition's tables end with their page.
func compare(name string, tables []truth, doc *extract.Document) []scored {
	var truths, found []measure.Table
	for _, t := range tables {
		truths = append(truths, t.table)
	}
	for i := range doc.Tables {
		found = append(found, byPage(&doc.Tables[i])...)
	}
	var out []scored
	for i, f := range measure.Assign(truths, found, true) {
		s := measure.Compare(truths[i], f, measure.Options{})
		out = append(out, scored{fmt.Sprintf("%s/%s", name, tables[i].id), tables[i].pages, len(f), s.Adjacency.F1()})
	}
	return out
}

// report prints the figures.
func report(all []scored, below float64) {
	slices.SortFunc(all, func(a, b scored) int {
		return cmp.Or(cmp.Compare(a.f1, b.f1), cmp.Compare(a.name, b.name))
	})
	exact, good, bad, sum := 0, 0, 0, 0.0
	for _, s := range all {
		if s.f1 < below {
			fmt.Printf("%-10s page %v found in %d  %.3f\n", s.name, s.pages, s.found, s.f1)
		}
		if s.f1 == 1 {
			exact++
		}
		if s.f1 >= 0.8 {
			good++
		}
		if s.f1 < 0.5 {
			bad++
		}
		sum += s.f1
	}
	fmt.Printf("%d tables, %d exact, %d at .8 and more, %d below half, mean %.4f\n", len(all), exact, good, bad, sum/float64(max(1, len(all))))
}

// dump prints the tables and lines of a Document.
func dump(doc *extract.Document) {
	for i := range doc.Tables {
		t := &doc.Tables[i]
		fmt.Printf("table %d: %d rows, %d columns\n", i, t.Rows, t.Cols)
		row := -1
		for _, c := range t.Cells {
			if c.Row != row {
				fmt.Printf("\n  %d.%d ", c.Page, c.Row)
				row = c.Row
			}
			span := ""
			if c.RowSpan > 1 || c.ColSpan > 1 {
				span = fmt.Sprintf("{%dx%d}", c.RowSpan, c.ColSpan)
			}
			fmt.Printf(" [%d%s] %q", c.Col, span, c.Text)
		}
		fmt.Println()
	}
	for _, l := range doc.Lines {
		fmt.Printf("line p%d before %d: %q\n", l.Page, l.Before, l.Text)
	}
}
