package render

import (
	"bytes"
	"image/png"

	"ziping/extract"
	"ziping/normalize"
	"ziping/text/blank"
	"ziping/text/num"
)

// Doubt is a figure that recognition did not read for certain: one that stays doubtful, or
// was misread at first and put right by the form's arithmetic.
type Doubt struct {
	Path    normalize.Path
	Field   *normalize.Field
	Text    string // the field's, in one line and not longer than a picture of it
	Picture []byte // of its cell, PNG; nil where there is none
}

// Doubts are the doubtful and the repaired figures of form i, as printed.
func (b *Bundle) Doubts(i int) []Doubt {
	var out []Doubt
	for _, f := range b.Forms[i].Report.Fields() {
		if f.Field.Reading != normalize.Doubtful && f.Field.Reading != normalize.Repaired {
			continue
		}
		d := Doubt{Path: f.Path, Field: f.Field, Text: Short(blank.Line(f.Field.Text), mostSpot)}
		if f.Field.At != nil && b.Document != nil {
			d.Picture = sound(b.Document.Clip(*f.Field.At))
		}
		out = append(out, d)
	}
	return out
}

// sound is a picture that can be drawn, nil for one that cannot.
func sound(picture []byte) []byte {
	if c, err := png.DecodeConfig(bytes.NewReader(picture)); err != nil || c.Width <= 0 || c.Height <= 0 {
		return nil
	}
	return picture
}

var readingNames = map[normalize.Reading]extract.Text{
	normalize.Doubtful: {ZH: "存疑", EN: "doubtful"}, normalize.Repaired: {ZH: "由算术改正识别", EN: "put right by arithmetic"},
}

// ReadingName is how a doubt was settled, in words.
func ReadingName(r normalize.Reading, lang extract.Lang) string { return named(readingNames, r, lang) }

// Percent is a confidence as people read it: 82% for 0.8209.
func Percent(confidence string) string {
	if confidence == "" {
		return ""
	}
	n, err := num.Parse(confidence)
	if err != nil {
		return confidence
	}
	return n.Shift(2).Truncate(0).String() + "%"
}
