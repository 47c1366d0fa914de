package text

import (
	"math"
	"slices"
	"strings"

	"ziping/extract/ocr"
	"ziping/text/hanzi"
)

// Ink that the network half passes over, and whose shape is that of a small character, is
// not nothing: a full stop or a comma at the foot of the line, a level stroke in its
// middle. A stroke as wide as a character beside one of Chinese is the figure one, for
// a dash among words is two characters long.

const (
	// lowMarks stand at the foot of a line, levelStrokes in its middle.
	lowMarks     = "。，、．,."
	levelStrokes = one + dash + "-–_"
	// offered is the probability from which on the network held a character possible.
	offered = 0.03
	// seenShape is how sure what the shape alone tells is at most.
	seenShape = 0.9
)

// shaped says what stands where the network saw nothing that it was sure of, but ink is.
func (f *fitter) shaped(img ocr.Image, l line, slots []ocr.Slot) []ocr.Slot {
	for i, s := range slots {
		if !passed(s) {
			continue
		}
		b, ok := f.apart(img, l, s)
		if !ok || f.others(slots, i, b) {
			continue
		}
		size := em / l.scale
		w, h := float64(b.x1-b.x0)/size, float64(b.y1-b.y0)/size
		middle := (float64(b.y0+b.y1)/2 - l.middle) / size
		switch {
		case isLow(w, h, middle):
			slots[i].Alternatives = only(s, func(t string) bool { return strings.Contains(lowMarks, t) })
		case isLevel(w, h, middle) && w >= wideStroke && isOne(slots, i, b, size):
			slots[i].Alternatives = []ocr.Alternative{{Text: one, P: seenShape}, {Text: dash, P: 1 - seenShape}}
		case isLevel(w, h, middle):
			slots[i].Alternatives = only(s, func(t string) bool { return strings.Contains(levelStrokes, t) })
		}
	}
	return slots
}

// passed reports a Slot that may be empty, or a level stroke.
func passed(s ocr.Slot) bool {
	t := s.Alternatives[0].Text
	return t == "" && s.Alternatives[0].P < 1-offered || strings.Contains(dash+"-–", t)
}

// only are the alternatives of a kind, all others being less probable than those: the
// Slot's own, if it has none of them.
func only(s ocr.Slot, kind func(text string) bool) []ocr.Alternative {
	var of, rest []ocr.Alternative
	sum := 0.0
	for _, a := range s.Alternatives {
		if a.Text != "" && kind(a.Text) {
			of = append(of, a)
			sum += a.P
		} else {
			rest = append(rest, a)
		}
	}
	if sum < offered {
		return s.Alternatives
	}
	first := max(seenShape, sum)
	for i := range of {
		of[i].P *= first / sum
	}
	left := 0.0
	for _, a := range rest {
		left += a.P
	}
	for i := range rest {
		rest[i].P *= (1 - first) / max(left, 1-first)
	}
	return append(of, rest...)
}

// What small characters are like, in ems.
const (
	leastMark, mostMark     = 0.1, 0.42
	leastStroke, mostStroke = 0.15, 1.1
	thinStroke              = 0.16
	wideStroke              = 0.6
)

// isLow reports the shape of a mark that stands at the foot of a line. middle is how far
// below the line's its own is.
func isLow(w, h, middle float64) bool {
	return math.Min(w, h) >= 0.06 && math.Max(w, h) >= leastMark && math.Max(w, h) <= mostMark && middle >= 0.15
}

// isLevel reports the shape of a level stroke in the middle of a line.
func isLevel(w, h, middle float64) bool {
	return w >= leastStroke && w <= mostStroke && h <= thinStroke && w >= 1.8*h && math.Abs(middle) < 0.25
}

// isOne reports a stroke as wide as a character in the place of the figure one: before a
// Chinese character, or behind one and before none of a figure, as the dash of a range is.
func isOne(slots []ocr.Slot, i int, b blob, size float64) bool {
	const near = 1.4
	beside := func(step int) string {
		for k := i + step; k >= 0 && k < len(slots); k += step {
			if slots[k].Alternatives[0].Text == "" {
				continue
			}
			if math.Abs(slots[k].From+slots[k].To-float64(b.x0+b.x1))/2 > near*size {
				return ""
			}
			return slots[k].Alternatives[0].Text
		}
		return ""
	}
	before, after := beside(-1), beside(1)
	stroke := func(t string) bool { return t != "" && strings.Contains(levelStrokes, t) }
	if stroke(before) || stroke(after) {
		return false
	}
	if t := slots[i].Alternatives[0].Text; t == dash && !slices.ContainsFunc(slots[i].Alternatives, func(a ocr.Alternative) bool { return a.Text == one && a.P >= offered }) {
		return false
	}
	return isHan(after) || isHan(before) && (after == "" || strings.Contains(lowMarks, after))
}

func isHan(t string) bool { return strings.IndexFunc(t, hanzi.Is) >= 0 }

// apart is the box of the ink in the columns where a Slot is, if empty columns part it
// from all else.
func (f *fitter) apart(img ocr.Image, l line, s ocr.Slot) (b blob, ok bool) {
	x := -1
	for c := max(int(s.From), 0); c < min(int(math.Ceil(s.To)), len(f.columns)); c++ {
		if f.columns[c] > 0 && (x < 0 || f.columns[c] > f.columns[x]) {
			x = c
		}
	}
	if x < 0 {
		return b, false
	}
	b.x0, b.x1 = x, x+1
	for b.x0 > 0 && f.columns[b.x0-1] > 0 {
		b.x0--
	}
	for b.x1 < len(f.columns) && f.columns[b.x1] > 0 {
		b.x1++
	}
	threshold := uint8(l.dark())
	b.y0, b.y1 = img.H, 0
	for y := range img.H {
		if slices.ContainsFunc(img.Pix[y*img.W+b.x0:y*img.W+b.x1], func(v uint8) bool { return v < threshold }) {
			b.y0, b.y1 = min(b.y0, y), y+1
		}
	}
	return b, b.y0 < b.y1
}

// others reports another character than that of a Slot that was seen on its ink.
func (f *fitter) others(slots []ocr.Slot, i int, b blob) bool {
	for k, s := range slots {
		if x := (s.From + s.To) / 2; k != i && s.Alternatives[0].Text != "" && x >= float64(b.x0) && x <= float64(b.x1) {
			return true
		}
	}
	return false
}
