package formtest

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"ziping/extract"
	"ziping/extract/htmlin"
	"ziping/extract/tabin"
	"ziping/normalize"
	"ziping/normalize/draft"
	"ziping/normalize/lexicon"
	"ziping/normalize/place"
	"ziping/normalize/table"
)

// document is tabbed text as a document, or a page where merged cells matter. Lines above it
// that say where they are printed, @ left top text, are so on its first page.
func document(t *testing.T, text string) *extract.Document {
	t.Helper()
	var above []extract.Line
	for strings.HasPrefix(text, "@ ") {
		line, rest, _ := strings.Cut(text, "\n")
		var x, y float64
		var words string
		if _, err := fmt.Sscanf(line, "@ %g %g %s", &x, &y, &words); err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		above, text = append(above, extract.Line{Text: words, Page: 1, Box: &extract.Box{x, y, x + 60, y + 10}}), rest
	}
	reader := tabin.Read
	if strings.HasPrefix(text, "<") {
		reader = htmlin.Read
	}
	doc, err := reader([]byte(text), extract.Options{Limits: extract.DefaultLimits()})
	if err != nil {
		t.Fatal(err)
	}
	doc.Lines = append(above, doc.Lines...)
	return doc
}

// read is what is read of one form of tabbed text.
func read(t *testing.T, text string) *draft.Draft {
	t.Helper()
	lex := lexicon.Default()
	lines := table.Lines(document(t, text), lex)
	table.Tell(lines, lex)
	return place.Fill(lines, nil, lex)
}

// Placed says of a form of tabbed text where each of its cells went, line by
// line, then what was read: the records, the blocks, the moves, the leftovers,
// and which rows count otherwise.
func Placed(t *testing.T, text string) []string {
	t.Helper()
	d := read(t, text)
	out := said(d)
	for i := range d.Report.Indicators {
		switch x := &d.Report.Indicators[i]; {
		case x.PartOf:
			out = append(out, "part "+x.Name.Text)
		case x.BesideFull:
			out = append(out, "beside full marks "+x.Name.Text)
		}
	}
	if d.Report.FiguresHeld {
		out = append(out, "figures held back")
	}
	return out
}

func said(d *draft.Draft) []string {
	var out []string
	for _, l := range d.Lines {
		out = append(out, line(l))
	}
	return append(append(out, Said(d.Report)...), blocks(d.Blocks)...)
}

// line says of each cell of a line its role, its path and the column it was moved to.
func line(l *table.Line) string {
	var cells []string
	for k := range l.Items {
		it := &l.Items[k]
		role := string(it.Role)
		if role == "" {
			role = "?"
		}
		if !it.Claimed {
			role = "left"
		}
		if !it.Path.IsZero() {
			role += ":" + it.Path.String()
		}
		if it.To != it.Col {
			role += ">" + strconv.Itoa(it.To)
		}
		cells = append(cells, role)
	}
	if l.Loose {
		return "line " + strings.Join(cells, " ")
	}
	return "row " + strings.Join(cells, " ")
}

// Said is what was read of a form, a line for each record.
func Said(r *normalize.Report) []string {
	var out []string
	say := func(words ...string) { out = append(out, strings.Join(words, " ")) }
	if r.Family != nil {
		say("family", *r.Family)
	}
	for _, f := range []struct {
		name  string
		field *normalize.Field
	}{{"title", r.Title}, {"year", r.Year}, {"organisation", r.Organisation}, {"code", r.Code}, {"project", r.Project}, {"unit", r.MoneyUnit}, {"grade", r.Grade}} {
		if f.field != nil {
			say(f.name, field(f.field))
		}
	}
	if r.Funds != nil {
		say("funds")
		for i := range r.Funds.Rows {
			row := &r.Funds.Rows[i]
			words := []string{"funds", row.Source, "(" + row.Label + ")"}
			for _, c := range append(append([]normalize.Column{}, normalize.MoneyColumns...), normalize.ExecutionRate, normalize.BalanceRate, normalize.Weight, normalize.Score) {
				if f := row.Column(c); f != nil {
					words = append(words, string(c)+"="+field(f))
				}
			}
			words = append(words, others(row.Other)...)
			if len(row.Parts) > 0 {
				words = append(words, "parts="+strings.Join(row.Parts, "+"))
			}
			for _, s := range row.Splits {
				words = append(words, "split="+strings.Join(s, "+"))
			}
			say(words...)
		}
	}
	for _, g := range r.Goals {
		say("goal", field(g.Expected), "|", field(g.Actual))
	}
	for i := range r.Indicators {
		x := &r.Indicators[i]
		words := []string{"indicator"}
		for _, f := range []*normalize.Field{x.Level1, x.Level2, x.Name, x.Target, x.Actual, x.Weight, x.Score, x.Reason} {
			words = append(words, field(f))
		}
		say(append(words, others(x.Other)...)...)
	}
	if r.Total != nil {
		say("total", field(r.Total.Weight), field(r.Total.Score))
	}
	if len(r.Other) > 0 {
		say(append([]string{"other"}, others(r.Other)...)...)
	}
	for _, m := range r.Moves {
		words := []string{"moved", m.Field.String(), fmt.Sprint(m.At.Row) + ":"}
		for _, c := range m.Cells {
			words = append(words, fmt.Sprintf("%s %d>%d,", c.Text, c.From, c.To))
		}
		say(append(words, m.Evidence, "/", m.EvidenceEN)...)
	}
	for _, u := range r.Unplaced {
		say("left", u.Text)
	}
	if r.Refusal != "" {
		say("refused", r.Refusal)
	}
	return out
}

func others(list []normalize.Labelled) []string {
	var out []string
	for _, l := range list {
		out = append(out, "["+l.Label+" = "+field(l.Field)+"]")
	}
	return out
}

// field says in a word what a field holds: none where there is no field, - where
// it is blank, absent, and what is printed where that is not understood.
func field(f *normalize.Field) string {
	switch {
	case f == nil:
		return "none"
	case f.State == normalize.Blank:
		return "-" + f.Text
	case f.State == normalize.Absent:
		return "absent"
	case f.State == normalize.Garbled:
		return "garbled‹" + f.Text + "›"
	}
	s := string(f.Op) + f.Value
	if f.Value == "" {
		s += f.Date + f.Low + "–" + f.High
	}
	if f.Unit != "" {
		s += f.Unit
	}
	if f.UnitInherited {
		s += "(inherited)"
	}
	if f.Weight != "" {
		s += "(" + f.Weight + ")"
	}
	if f.At == nil {
		s += "(no place)"
	}
	return s
}

func blocks(list []table.Block) []string {
	var out []string
	for _, b := range list {
		words := []string{fmt.Sprintf("block %v %d %d %d:", b.Kind, b.Head, b.Body, b.End)}
		for _, s := range b.Slots {
			words = append(words, fmt.Sprintf("%s@%d+%d", s.ID, s.Col, s.Span))
		}
		out = append(out, strings.Join(words, " "))
	}
	return out
}
