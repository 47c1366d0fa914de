package glue_test

import (
	"strings"
	"testing"

	"ziping/extract"
	"ziping/extract/tabin"
	"ziping/normalize/formtest"
	"ziping/normalize/glue"
	"ziping/normalize/lexicon"
)

// TestForms holds where texts are cut whose cells run together. The lines of a
// form are one text; ↵ ends a line of it.
func TestForms(t *testing.T) { formtest.Check(t, "testdata/forms.txt", cut) }

// cut says which cells are cut, · for an empty one, and what stays together in brackets.
func cut(t *testing.T, text string) []string {
	t.Helper()
	doc, err := tabin.Read([]byte(strings.NewReplacer("\n", "", "↵", "\n").Replace(text)), extract.Options{Limits: extract.DefaultLimits()})
	if err != nil {
		t.Fatal(err)
	}
	out, ok := glue.Cut(doc, lexicon.Default(), extract.ZH)
	if !ok {
		return []string{"not cut"}
	}
	left, lex := glue.Left(out), lexicon.Default()
	cells := make([]string, out.Tables[0].Rows)
	for k := range out.Tables[0].Cells {
		c := &out.Tables[0].Cells[k]
		cells[c.Row] = c.Text
		if left[extract.CellRef(0, c).Key()] {
			cells[c.Row] = "[" + c.Text + "]"
		}
	}
	var said []string
	var row []string
	for _, text := range cells {
		bare := lexicon.Bare(text)
		begins := len(lex.Block[bare]) > 0 || lex.Source[bare] != "" || lex.Level1[bare] || lex.Foot[bare] != ""
		if begins && len(row) > 0 {
			said, row = append(said, strings.Join(row, " | ")), nil
		}
		if text == "" {
			text = "·"
		}
		row = append(row, text)
	}
	return append(said, strings.Join(row, " | "))
}
