package tally

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"ziping/tools/eval/measure"
	"ziping/tools/eval/paper/wear"
)

// line adds up results.
type line struct {
	name                                                    string
	files, pages, read, grid, whole, over, wrong            int
	seconds, mb                                             float64
	numbers, after, blanks, letters, certain, proved, field Share
	score                                                   measure.Score
}

func (l *line) add(r *Result) {
	l.files++
	l.pages += r.Pages
	if r.Error == "" {
		l.read++
	}
	if r.Grid {
		l.grid++
	}
	if r.Score.Whole {
		l.whole++
	}
	for _, s := range []struct{ to, of *Share }{
		{&l.numbers, &r.Numbers}, {&l.after, &r.After}, {&l.blanks, &r.Blanks}, {&l.letters, &r.Letters},
		{&l.certain, &r.Certain}, {&l.proved, &r.Proved}, {&l.field, &r.Fields},
	} {
		s.to.All += s.of.All
		s.to.Right += s.of.Right
	}
	l.over += r.Over
	l.wrong += r.False
	l.seconds += r.Seconds
	l.mb = max(l.mb, r.MB)
	l.score.Cell.Add(r.Score.Cell)
	l.score.Span.Add(r.Score.Span)
	l.score.Adjacency.Add(r.Score.Adjacency)
}

func (l *line) print(w io.Writer) {
	fmt.Fprintf(w, "%-18s %5d %5d %6.2f %6.2f %6.2f %6.4f %6.4f %6.4f %5.0f %5.0f %6.2f %6.2f %4d %5d %8s %8s %5.1f %4.0f\n", l.name, l.files, l.pages,
		100*l.numbers.Of(), 100*l.after.Of(), 100*(1-l.letters.Of()), l.score.Cell.F1(), l.score.Adjacency.F1(), l.score.Span.F1(),
		100*float64(l.grid)/float64(l.files), 100*float64(l.whole)/float64(l.files), 100*l.blanks.Of(), 100*l.field.Of(), l.over, l.wrong,
		missed(l.proved), missed(l.certain), l.seconds/float64(max(1, l.pages)), l.mb)
}

// missed is how many are wrong of how many.
func missed(s Share) string { return fmt.Sprintf("%d/%d", s.All-s.Right, s.All) }

// Board prints the results by damage and resolution, the worst first, by
// what damages belong to, by resolution and by look.
func Board(w io.Writer, results []*Result) {
	section(w, "damage-dpi", results, func(r *Result) string { return fmt.Sprintf("%s-%g", r.Truth.Kind, r.Truth.DPI) }, true)
	section(w, "kind", results, func(r *Result) string { return wear.Group(r.Truth.Kind) }, false)
	section(w, "dpi", results, func(r *Result) string { return fmt.Sprintf("%g", r.Truth.DPI) }, false)
	section(w, "look", results, func(r *Result) string { return r.Truth.Look }, false)
	section(w, "all", results, func(*Result) string { return "all" }, false)
	for _, r := range results {
		if r.Error != "" {
			fmt.Fprintf(w, "NOT READ %s: %s\n", r.Truth.File, first(r.Error))
		}
		for _, u := range r.Unsound {
			fmt.Fprintf(w, "WRONG AND SURE in %s: %s\n", r.Truth.File, u)
		}
		for _, u := range r.Wrongly {
			fmt.Fprintf(w, "FALSE ERROR in %s: %s\n", r.Truth.File, u)
		}
	}
}

const heads = "%-18s %5s %5s %6s %6s %6s %6s %6s %6s %5s %5s %6s %6s %4s %5s %8s %8s %5s %4s\n"

func section(w io.Writer, title string, results []*Result, key func(*Result) string, worst bool) {
	groups := map[string]*line{}
	var lines []*line
	for _, r := range results {
		k := key(r)
		if groups[k] == nil {
			groups[k] = &line{name: k}
			lines = append(lines, groups[k])
		}
		groups[k].add(r)
	}
	slices.SortStableFunc(lines, func(a, b *line) int {
		if worst {
			if c := compare(a.numbers.Of()+a.score.Adjacency.F1(), b.numbers.Of()+b.score.Adjacency.F1()); c != 0 {
				return c
			}
		}
		return strings.Compare(a.name, b.name)
	})
	fmt.Fprintf(w, heads, title, "files", "pages", "num%", "after%", "cer%", "cell", "adj", "span", "grid%", "all%", "blank%", "field%", "over", "false", "proved", "sure", "s/pg", "MB")
	for _, l := range lines {
		l.print(w)
	}
	fmt.Fprintln(w)
}

// Misses lists what is wrong, file by file.
func Misses(w io.Writer, results []*Result) {
	for _, r := range results {
		if r.Score.Whole {
			continue
		}
		fmt.Fprintf(w, "%s (%s, %s): tables %d, grid %v, num %d/%d, adj %.3f, cer %.3f, blank %d/%d, false %d", r.Truth.File, r.Truth.Base, r.Truth.Look, r.Score.Tables, r.Grid,
			r.Numbers.Right, r.Numbers.All, r.Score.Adjacency.F1(), 1-r.Letters.Of(), r.Blanks.Right, r.Blanks.All, r.False)
		for i, list := range [][]string{r.Wrong, r.Texts} {
			if len(list) > 0 {
				fmt.Fprintf(w, "%s %s", [...]string{": figures", "; texts"}[i], strings.Join(list[:min(8, len(list))], " "))
			}
		}
		fmt.Fprintln(w)
	}
}

func first(s string) string {
	s, _, _ = strings.Cut(s, "\n")
	return s
}
