package pdfout

import (
	"fmt"
	"strings"

	"ziping/render"
	"ziping/score"
)

// FontData is the embedded font, which no document may change.
var FontData = fontData

// Flows sets two headings and what they head n times, each time with a little less room
// left on the page; they are called so by their number.
func Flows(n int) ([]byte, error) {
	d, err := newWriter(&render.Bundle{Result: &score.Result{}})
	if err != nil {
		return nil, err
	}
	d.sheet = lying
	for i := range n {
		d.addPage()
		f := &flow{d: d, y: d.sheet.end() - float64(i)*0.5}
		f.write([]block{
			{text: fmt.Sprintf("level %d", i), size: 9, above: 2, keep: true},
			{text: fmt.Sprintf("check %d", i), size: 8, above: 1, keep: true},
			{text: fmt.Sprintf("one %d\ntwo %d", i, i) + strings.Repeat("\nmore", 5), size: 7.5},
		})
	}
	return d.bytes()
}
