package render

import (
	"slices"

	"ziping/extract"
	"ziping/normalize"
	"ziping/score"
	"ziping/score/wording"
	"ziping/text/blank"
	"ziping/text/num"
)

// Comparison is a finding's two figures as they are shown, and the words for them. All
// writers take them from here.
type Comparison struct {
	Stated  string // what is printed, "" where the finding names nothing
	Against string // what stands against it, "" where nothing does
	Gap     string // how far they lie apart, "" where that says nothing
	wording.Words
}

// Compare sets out the figures of a finding of a form.
func Compare(r *score.Report, f *score.Finding, lang extract.Lang) Comparison {
	c := Comparison{Stated: f.Stated, Against: f.Expected, Words: f.Against.In(lang)}
	if f.Against == wording.None {
		c.Against = ""
		return c
	}
	if c.Against == "" && len(f.Interval) == 2 {
		c.Against = f.Interval[0] + extract.Text{ZH: " 至 ", EN: " to "}.In(lang) + f.Interval[1]
	}
	if text, ok := printedAs(r, f.Field, f.Stated); ok {
		c.Stated = text
	}
	if f.Against == wording.Corrected {
		if e := applied(r, f.Field); e != nil {
			c.Against = e.Shown()
		}
	}
	c.Gap = c.Words.Gap(c.Stated, c.Against)
	return c
}

// applied is the edit of a field that was made last, nil where none was.
func applied(r *score.Report, field normalize.Path) *score.Edit {
	for i := range slices.Backward(r.Repairs) {
		if !r.Repairs[i].Applied {
			continue
		}
		for k := range slices.Backward(r.Repairs[i].Edits) {
			if e := &r.Repairs[i].Edits[k]; e.Field == field {
				return e
			}
		}
	}
	return nil
}

// Sentence is the comparison in words, "" where there is none.
func (c *Comparison) Sentence() string { return c.Tell(c.Stated, c.Against, "", c.Gap) }

// Before is what an edit replaces, as it is printed, or a word for a blank cell.
func Before(r *score.Report, e *score.Edit, lang extract.Lang) string {
	if e.Old == "" {
		return extract.Text{ZH: "（空）", EN: "(blank)"}.In(lang)
	}
	if text, ok := printedAs(r, e.Field, e.Old); ok {
		return text
	}
	return e.Old
}

// printedAs is a field's text where it is the figure and nothing else, so that it is
// shown as printed: 93.1100 and not 93.11.
func printedAs(r *score.Report, path normalize.Path, figure string) (string, bool) {
	x, _ := r.Field(path)
	if x == nil {
		return "", false
	}
	text := blank.Trim(x.Text)
	return text, same(text, figure)
}

func same(text, figure string) bool {
	a, err := num.Parse(text)
	if err != nil {
		return false
	}
	b, err := num.Parse(figure)
	return err == nil && a.Equal(b)
}
