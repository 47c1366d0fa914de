package recognise

import (
	"strings"

	"ziping/extract/ocr"
)

// Marks of sentences are the text's: the engine of figures, which has no name for them,
// takes a full stop for a point with certainty.

const (
	marks    = "。，、；："
	fullStop = "。"
)

// isMark reports a mark that the engine of text saw behind a word, where no point or
// comma of a figure can stand.
func isMark(words []ocr.Slot, i int) bool {
	return i > 0 && isWord(words[i-1].Alternatives[0].Text) && strings.Contains(marks, words[i].Alternatives[0].Text) && share(words[i]) > unsure
}

// stopped makes a line a full stop that stands alone, where its column broke a text before
// it: a ring too small for a figure or a letter, of which an engine of lines makes anything
// that is round.
func (l *line) stopped(before *line, size float64) {
	const least, most = 0.16, 0.42 // of the size
	w, h := (l.box[2]-l.box[0])*l.dots/size, (l.box[3]-l.box[1])*l.dots/size
	if min(w, h) < least || max(w, h) > most || len(spoken(l.reading)) > 1 {
		return
	}
	last := spoken(before.reading)
	if len(last) == 0 || !isWord(last[len(last)-1].Alternatives[0].Text) {
		return
	}
	l.figures = false
	l.reading = ocr.Reading{Slots: []ocr.Slot{{
		From: (l.box[0] - l.left) * l.dots, To: (l.box[2] - l.left) * l.dots,
		Alternatives: []ocr.Alternative{{Text: fullStop, P: partly}},
	}}}
}
