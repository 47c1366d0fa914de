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
// a cell to a line, · an empty one.
func TestForms(t *testing.T) { formtest.Check(t, "testdata/forms.txt", told) }

func told(t *testing.T, text string) []string {
	t.Helper()
	lines := strings.Split(strings.TrimSpace(text), "\n")
	doc := extract.NewDocument("test", "text/plain")
	doc.Tables = []extract.Table{{Rows: len(lines), Cols: 1}}
	for row, s := range lines {
		if s != "·" {
			doc.Tables[0].Cells = append(doc.Tables[0].Cells, extract.Cell{Row: row, RowSpan: 1, ColSpan: 1, Text: s})
		}
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
