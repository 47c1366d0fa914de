package render

import (
	"fmt"

	"ziping/extract"
	"ziping/normalize"
	"ziping/score"
	"ziping/text/blank"
)

// Understood says how much of an input was understood, in the words of whoever filled
// the form in: cells, and of these the figures. It is empty where nothing was counted.
func Understood(c *score.Coverage, lang extract.Lang) string {
	if c == nil || c.Cells == 0 {
		return ""
	}
	s := fmt.Sprintf(extract.Text{ZH: "%d/%d 格", EN: "%d of %d cells"}.In(lang), c.Claimed, c.Cells)
	if c.Numbers > 0 {
		s += fmt.Sprintf(extract.Text{ZH: "，数字 %d/%d", EN: ", %d of %d figures"}.In(lang), c.Typed, c.Numbers)
	}
	return s
}

// Spot is a text that was not understood, and where it stands.
type Spot struct {
	At   extract.Ref
	Text string
	Why  extract.Text
}

// mostSpot is how much of a text that was not understood is shown.
const mostSpot = 24

// NotUnderstood lists what was not understood of a form: figures that can be read in
// more than one way or in none, then texts that no field claims.
func NotUnderstood(r *score.Report) (out []Spot) {
	seen := map[extract.Ref]bool{}
	add := func(at extract.Ref, text string, why extract.Text) {
		if !seen[at.Key()] {
			seen[at.Key()] = true
			out = append(out, Spot{at, Short(blank.Line(text), mostSpot), why})
		}
	}
	r.Each(func(f *normalize.Field) {
		if f.State == normalize.Garbled && f.At != nil {
			add(*f.At, f.Text, extract.Text{ZH: "数值未能识别", EN: "the value cannot be read"})
		}
	})
	for _, u := range r.Unplaced {
		add(u.At, u.Text, extract.Text{ZH: "不知属于哪个字段", EN: "belongs to no known field"})
	}
	return out
}
