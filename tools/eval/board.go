package eval

import (
	"fmt"
	"io"
	"sort"
	"strings"
	"time"

	"ziping/tools/eval/measure"
)

// Board prints the results by producer and by look, and what went wrong.
func Board(w io.Writer, results []Result, skipped map[string]int) {
	results, unread := split(results)
	section(w, "producer", results, func(r *Result) string { return r.Truth.Producer })
	section(w, "look", results, func(r *Result) string { return r.Truth.Look })
	total(w, results)
	var names []string
	for n := range skipped {
		names = append(names, n)
	}
	sort.Strings(names)
	for _, n := range names {
		fmt.Fprintf(w, "skipped %d: %s\n", skipped[n], n)
	}
	if unread > 0 {
		fmt.Fprintf(w, "skipped %d: files of a kind that is not read yet\n", unread)
	}
	for i := range results {
		if r := &results[i]; len(r.Silent) > 0 {
			fmt.Fprintf(w, "WRONG NUMBERS PASSED ON in %s: %s\n", r.Name, strings.Join(r.Silent[:min(5, len(r.Silent))], " "))
		}
	}
}

// split leaves out files that there is no reader for.
func split(results []Result) (read []Result, unread int) {
	for _, r := range results {
		if r.NotRead() {
			unread++
		} else {
			read = append(read, r)
		}
	}
	return read, unread
}

// line adds up some results. Honest files count in the figures; files whose
// text layer lies or is missing only in right.
type line struct {
	files, right, forms, whole, silent, pages int
	records, same, falseErrors                int
	score                                     measure.Score
	time                                      time.Duration
}

func (l *line) add(r *Result) {
	l.files++
	if r.Right() {
		l.right++
	}
	l.silent += len(r.Silent)
	l.pages += max(1, r.Pages)
	l.time += r.Time
	if r.Truth.Flagged || r.Truth.MayRefuse {
		return
	}
	for _, f := range r.Forms {
		l.forms++
		if f.Whole {
			l.whole++
		}
		l.score.Cell.Add(f.Cell)
		l.score.Number.Add(f.Number)
		l.score.Span.Add(f.Span)
		l.score.Adjacency.Add(f.Adjacency)
	}
	for _, rec := range r.Records {
		l.records++
		l.falseErrors += rec.FalseErrors
		if rec.Same() {
			l.same++
		}
	}
}

func (l *line) print(w io.Writer, name string) {
	fmt.Fprintf(w, "%-24s %5d %6.1f%% ", name, l.files, 100*float64(l.right)/float64(max(1, l.files)))
	if l.forms > 0 {
		fmt.Fprintf(w, "%6.1f%%  %.4f %.4f %.4f %.4f ", 100*float64(l.whole)/float64(l.forms), l.score.Cell.F1(), l.score.Number.F1(), l.score.Span.F1(), l.score.Adjacency.F1())
		fmt.Fprintf(w, "%6.1f%% %6d ", 100*float64(l.same)/float64(max(1, l.records)), l.falseErrors)
	} else {
		fmt.Fprintf(w, "%7s  %6s %6s %6s %6s %7s %6s ", "-", "-", "-", "-", "-", "-", "-")
	}
	fmt.Fprintf(w, "%6d %7.1f\n", l.silent, float64(l.time.Microseconds())/1000/float64(max(1, l.pages)))
}

const heads = "%-24s %5s %7s %7s  %6s %6s %6s %6s %7s %6s %6s %7s\n"

func section(w io.Writer, title string, results []Result, key func(*Result) string) {
	groups := map[string]*line{}
	var names []string
	for i := range results {
		k := key(&results[i])
		if groups[k] == nil {
			groups[k] = &line{}
			names = append(names, k)
		}
		groups[k].add(&results[i])
	}
	sort.Strings(names)
	fmt.Fprintf(w, heads, title, "files", "right", "whole", "cell", "number", "span", "adj", "record", "false", "silent", "ms/page")
	for _, n := range names {
		groups[n].print(w, n)
	}
	fmt.Fprintln(w)
}

func total(w io.Writer, results []Result) {
	var all, ruled, not line
	for i := range results {
		r := &results[i]
		all.add(r)
		if r.Truth.Ruled {
			ruled.add(r)
		} else {
			not.add(r)
		}
	}
	fmt.Fprintf(w, heads, "all", "files", "right", "whole", "cell", "number", "span", "adj", "record", "false", "silent", "ms/page")
	all.print(w, "all")
	ruled.print(w, "ruled")
	not.print(w, "not ruled")
	fmt.Fprintln(w)
}

// Misses lists the files that are not right, by producer.
func Misses(w io.Writer, results []Result) {
	for i := range results {
		r := &results[i]
		if r.Right() && r.sameRecords() || r.NotRead() {
			continue
		}
		fmt.Fprintf(w, "%s:", r.Name)
		if r.Error != "" {
			fmt.Fprintf(w, " error %s (%s)", r.Error, first(r.Message))
		}
		for _, f := range r.Forms {
			fmt.Fprintf(w, " tables %d cell %.3f number %.3f span %.3f adj %.3f", f.Tables, f.Cell.F1(), f.Number.F1(), f.Span.F1(), f.Adjacency.F1())
			if len(f.Wrong) > 0 {
				fmt.Fprintf(w, " wrong %s", strings.Join(f.Wrong[:min(4, len(f.Wrong))], " "))
			}
		}
		for _, rec := range r.Records {
			if !rec.Same() {
				fmt.Fprintf(w, " fields %d of %d, %d over, %d false errors", rec.Right, rec.Want, rec.Over, rec.FalseErrors)
			}
		}
		if len(r.Warnings) > 0 {
			fmt.Fprintf(w, " said %s", strings.Join(r.Warnings, ","))
		}
		fmt.Fprintln(w)
	}
}

func first(s string) string {
	s, _, _ = strings.Cut(s, "\n")
	return s
}
