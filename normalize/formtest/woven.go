package formtest

import (
	"fmt"
	"strings"
	"testing"

	"ziping/normalize"
	"ziping/normalize/lexicon"
	"ziping/normalize/paper"
	"ziping/normalize/place"
	"ziping/normalize/table"
	"ziping/normalize/weave"
)

// Woven says of text that lost its columns which rows were made of it, each cell
// with its column, and what was held back; or why there are none.
func Woven(t *testing.T, text string) []string {
	t.Helper()
	doc, lex := document(t, text), lexicon.Default()
	r, ok := weave.Rows(doc, lex)
	if !ok {
		if d, refused := weave.Refused(doc, lex); refused {
			return []string{"refused " + doubt(&d)}
		}
		return []string{"no such text"}
	}
	var out []string
	rows := 0
	for _, l := range r.Lines {
		out = append(out, wovenLine(l))
		if l.Loose {
			continue
		}
		if l.Row != rows {
			t.Errorf("%s: it is row %d, want %d", out[len(out)-1], l.Row, rows)
		}
		rows++
	}
	for _, l := range r.Held {
		out = append(out, "held "+wovenLine(l))
	}
	for k := range r.Doubts {
		out = append(out, "doubt "+doubt(&r.Doubts[k]))
	}
	return out
}

// Streamed says of text that lost its columns what was read of the rows made of
// it, as Placed does.
func Streamed(t *testing.T, text string) []string {
	t.Helper()
	lex := lexicon.Default()
	r, ok := weave.Rows(document(t, text), lex)
	if !ok {
		return []string{"no such text"}
	}
	table.Tell(r.Lines, lex)
	return said(place.Fill(r.Lines, r.Held, lex))
}

func doubt(d *normalize.Doubt) string {
	return d.Text + " / " + d.Reason.ZH + " / " + d.Reason.EN
}

func wovenLine(l *table.Line) string {
	words := []string{"row"}
	if l.Loose {
		words[0] = "line"
	}
	for k := range l.Items {
		words = append(words, fmt.Sprintf("%s@%d", strings.ReplaceAll(l.Items[k].Text, "\n", " ⏎ "), l.Items[k].Col))
	}
	if l.Doubt != nil {
		words = append(words, "open:")
		for k := range l.Doubt.Cells {
			words = append(words, l.Doubt.Cells[k].Text)
		}
		words = append(words, "in", strings.Join(l.Doubt.IDs, ","))
	}
	return strings.Join(words, " ")
}

// Drawn says how a form stands on paper: the lines around the table, and its
// cells by row and column, with what they hold and how far they reach.
func Drawn(t *testing.T, text string) []string {
	t.Helper()
	l := paper.Draw(read(t, text), document(t, text))
	var out []string
	for _, x := range l.Before {
		out = append(out, "before "+string(x.Role)+" "+x.Text)
	}
	out = append(out, fmt.Sprintf("table %dx%d widths %v headings %v", l.Rows, l.Cols, l.Widths, l.HeaderRows))
	row := -1
	for _, c := range l.Cells {
		if c.Row != row {
			row = c.Row
			out = append(out, fmt.Sprintf("row %d", row))
		}
		s := fmt.Sprintf(" %d:%s", c.Col, c.Text)
		if c.RowSpan != 1 || c.ColSpan != 1 {
			s += fmt.Sprintf("(%dx%d)", c.RowSpan, c.ColSpan)
		}
		if c.Role != "" {
			s += "/" + string(c.Role)
		}
		if c.At == nil && c.Text != "" {
			s += "/no place"
		}
		if !c.Path.IsZero() {
			s += "=" + c.Path.String()
		}
		out[len(out)-1] += s
	}
	for _, x := range l.After {
		out = append(out, "after "+string(x.Role)+" "+x.Text)
	}
	return out
}
