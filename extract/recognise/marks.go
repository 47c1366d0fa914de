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
	// unnamed are those that the engine of figures cannot say.
	unnamed = "。、；"
)

// isMark reports a mark that the engine of text saw behind a word, where no point or
// comma of a figure can stand, or, unless it stands within a figure, one that the other
// engine has no name for: what that one calls it says nothing.
func isMark(words []ocr.Slot, i int) bool {
	t := words[i].Alternatives[0].Text
	if i == 0 || !strings.Contains(marks, t) || share(words[i]) <= unsure {
		return false
	}
	before := words[i-1].Alternatives[0].Text
	return isWord(before) || strings.Contains(unnamed, t) && !(isDigit(before) && i+1 < len(words) && isDigit(words[i+1].Alternatives[0].Text))
}

// ended reports a line that goes on from another, or into it, and in which the engine of
// text surely saw a mark that no figure has.
func ended(text ocr.Reading) bool {
	words := spoken(text)
	for i, w := range words {
		if strings.Contains(unnamed, w.Alternatives[0].Text) && share(w) >= sure && isMark(words, i) {
			return true
		}
	}
	return false
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
