package search_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"ziping/extract"
	"ziping/normalize/formtest"
	"ziping/normalize/lexicon"
	"ziping/normalize/table"
	"ziping/normalize/weave/search"
	"ziping/normalize/weave/stream"
)

// TestForms holds in which columns the cells of lists can stand. The first line of a
// form is its headings, behind its title if that is shown: TITLE | HEADING …; each further
// one is a cell, · an empty one, [cells that run together].
func TestForms(t *testing.T) { formtest.Check(t, "testdata/forms.txt", sought) }

// sought says of each cell its columns, a row to a line, first where all cells are shown
// and then where empty ones are gone; or which cell no reading gets past. Then the same
// where words that nobody knows may be levels, if any are.
func sought(t *testing.T, text string) []string {
	t.Helper()
	heads, list, _ := strings.Cut(strings.TrimSpace(text), "\n")
	var lines []string
	if title, rest, ok := strings.Cut(heads, " | "); ok {
		lines, heads = append(lines, title), rest
	}
	first := len(lines)
	lines = append(append(lines, strings.Fields(heads)...), strings.Split(list, "\n")...)
	doc := extract.NewDocument("test", "text/plain")
	doc.Tables = []extract.Table{{Rows: len(lines), Cols: 1}}
	for row, s := range lines {
		if s != "·" {
			doc.Tables[0].Cells = append(doc.Tables[0].Cells, extract.Cell{Row: row, RowSpan: 1, ColSpan: 1, Text: s})
		}
	}
	lex := lexicon.Default()
	cells := stream.New(doc, table.Lines(doc, lex), lex)
	for i := range cells.Tokens {
		cells.Tokens[i].Uncut = strings.HasPrefix(cells.Tokens[i].Text, "[")
	}
	h, ok := cells.HeadingAt(first)
	if !ok {
		return []string{"no headings"}
	}
	var said []string
	for _, shown := range []bool{true, false} {
		body := cells.UpTo(h.End, len(cells.Tokens), shown)
		g := search.New(cells, h.Lower, body, shown)
		where := map[bool]string{true: "shown ", false: "printed "}[shown]
		places, ok := g.Solve()
		if !ok {
			said = append(said, where+"stuck at "+cells.Tokens[g.Body[g.Stuck()]].Text)
			continue
		}
		if !g.RowsKnown(places) {
			said = append(said, where+"rows not known")
		}
		said = append(said, rows(t, cells, g, places, where)...)
	}
	return append(said, strange(t, cells, &h)...)
}

// strange says the same where levels that nobody knows are to be found, if the list has any.
func strange(t *testing.T, cells *stream.Cells, h *stream.Heading) []string {
	t.Helper()
	g := search.NewStrange(cells, h.Lower, cells.UpTo(h.End, len(cells.Tokens), false))
	places, ok := g.Solve()
	if !ok || !g.Leveled() || g.StrangeLevels(places) == 0 {
		return nil
	}
	said := []string{fmt.Sprintf("levels nobody knows: %d", g.StrangeLevels(places))}
	if g.BeginsStrange {
		said[0] += ", the first cell is one"
	}
	return append(said, rows(t, cells, g, places, "strange ")...)
}

func rows(t *testing.T, cells *stream.Cells, g *search.Grid, places [][]int, where string) (out []string) {
	t.Helper()
	for from := 0; from < len(places); {
		to := from + 1
		for to < len(places) && !g.StartsRow(places, to) {
			to++
		}
		row := where
		if from > 0 && !g.SurelyStarts(places, from) {
			row += " not surely:"
		}
		for k := from; k < to; k++ {
			if g.Blank(k) {
				continue
			}
			var ids []string
			for _, c := range places[k] {
				ids = append(ids, g.Columns[c].ID)
			}
			row += " " + cells.Tokens[g.Body[k]].Text + "@" + strings.Join(ids, "|")
			if g.MayBeLevel(places[k]) != (slices.Contains(ids, "level1") || slices.Contains(ids, "level2")) {
				t.Errorf("%s: may be a level is %v", cells.Tokens[g.Body[k]].Text, g.MayBeLevel(places[k]))
			}
		}
		if k := g.OpenBorder(places, from, to); k >= 0 {
			row += ", open from " + cells.Tokens[g.Body[k]].Text
		}
		if ways := g.Ways(places, from, to); len(ways) != 1 {
			row += ", ways" + spelled(g, ways)
		}
		out, from = append(out, row), to
	}
	return out
}

// spelled says for each way the columns of the cells that have several.
func spelled(g *search.Grid, ways [][]int) (s string) {
	for n, way := range ways {
		if n == 8 {
			return s + " …"
		}
		for k, c := range way {
			s += map[bool]string{true: " ", false: ","}[k == 0] + g.Columns[c].ID
		}
	}
	return s
}
