package stream_test

import (
	"fmt"
	"strings"
	"testing"

	"ziping/extract"
	"ziping/normalize/formtest"
	"ziping/normalize/lexicon"
	"ziping/normalize/table"
	"ziping/normalize/weave/stream"
)

// TestForms holds which cells of a stream are joined and what begins at them. A form is
// a cell to a line, · an empty one; ---- begins another table, and ~ stands before a line
// of none.
func TestForms(t *testing.T) { formtest.Check(t, "testdata/forms.txt", told) }

func told(t *testing.T, text string) []string {
	t.Helper()
	doc := extract.NewDocument("test", "text/plain")
	for part := range strings.SplitSeq(strings.TrimSpace(text), "\n----\n") {
		table := extract.Table{Cols: 1}
		for s := range strings.SplitSeq(part, "\n") {
			if loose, ok := strings.CutPrefix(s, "~"); ok {
				doc.Lines = append(doc.Lines, extract.Line{Text: loose, Before: len(doc.Tables)})
				continue
			}
			if s != "·" {
				table.Cells = append(table.Cells, extract.Cell{Row: table.Rows, RowSpan: 1, ColSpan: 1, Text: s})
			}
			table.Rows++
		}
		doc.Tables = append(doc.Tables, table)
	}
	lex := lexicon.Default()
	s := stream.New(doc, table.Lines(doc, lex), lex)
	var out []string
	for i := range s.Tokens {
		k := &s.Tokens[i]
		if k.Blank {
			out = append(out, "·")
			continue
		}
		line := k.Text
		if k.Parts > 1 {
			line += fmt.Sprintf(", of %d", k.Parts)
		}
		if kinds := s.Blocks(k.Bare); len(kinds) > 0 {
			line += ", labels " + strings.Join(kinds, " ")
		}
		if h, ok := s.HeadingAt(i); ok {
			line += ", heads " + fmt.Sprint(h.Kind) + columns(s, "above", h.Upper) + columns(s, "columns", h.Lower) + fmt.Sprintf(", up to %d", h.End)
			if h.Label >= 0 {
				line += ", labelled " + s.Tokens[h.Label].Text
			}
			if h.Source {
				line += ", over sources"
			}
		} else if s.StartsSomething(i) {
			line += ", starts something"
		}
		if s.Labelled(i) {
			line += ", has a value"
		}
		out = append(out, line)
	}
	return out
}

func columns(s *stream.Cells, what string, list []stream.Headed) string {
	if len(list) == 0 {
		return ""
	}
	out := ", " + what
	for _, h := range list {
		out += fmt.Sprintf(" %s@%d", h.ID, h.Col)
	}
	return out
}

// A cell is told with those beside it, and without the empty ones.
func TestAround(t *testing.T) {
	s := &stream.Cells{Tokens: make([]stream.Token, 7)}
	for i, text := range []string{"开放天数", "≥287天", "", "10", "9", "", "开放时数"} {
		s.Tokens[i].Text, s.Tokens[i].Blank = text, text == ""
	}
	for i, want := range map[int]string{0: "开放天数 ≥287天", 3: "≥287天 10 9", 6: "9 开放时数"} {
		if got := s.Around(i); got != want {
			t.Errorf("around %d: got %q, want %q", i, got, want)
		}
	}
}

func TestColOf(t *testing.T) {
	cols := []stream.Headed{{ID: "name"}, {ID: "target"}, {ID: "other"}, {ID: "other"}}
	for id, want := range map[string]int{"name": 0, "target": 1, "other": 2, "score": -1} {
		if got := stream.ColOf(cols, id); got != want {
			t.Errorf("%s: got %d, want %d", id, got, want)
		}
	}
}
