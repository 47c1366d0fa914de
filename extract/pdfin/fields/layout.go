package fields

import (
	"strings"

	"ziping/extract/grid"
	"ziping/extract/pdfin/plane"
	"ziping/extract/pdfin/signs"
)

// The size that viewers give a field's text at most, and the height of a line in
// parts of it.
const (
	largest = 12.0
	leading = 1.2
)

// LayOut puts a field's text into its box the way a viewer would, in a size that
// fits: on one line in the middle of its height, or on several from its top.
func (f *Value) LayOut(view plane.Matrix) (out []grid.Glyph) {
	box := f.box
	left, bottom, right, top := min(box[0], box[2]), min(box[1], box[3]), max(box[0], box[2]), max(box[1], box[3])
	wide, high := 0.96*(right-left), top-bottom
	lines, size := f.lay(wide, high)
	if size < 0.5 {
		return nil
	}
	y := (top+bottom)/2 + size/2
	if len(lines) > 1 {
		y = top
	}
	for _, line := range lines {
		x := left + 0.02*(right-left)
		for _, r := range line {
			step := advanceOf(r) * size
			if !signs.Empty(r) {
				out = append(out, grid.Glyph{Text: string(signs.Ordinary(r)), Size: size, Box: view.Box(x, y-size, x+step, y)})
			}
			x += step
		}
		y -= leading * size
	}
	return out
}

// lay is a field's text in lines, and the size that they fit a box in.
func (f *Value) lay(wide, high float64) (lines []string, size float64) {
	text := strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(f.text)
	if !f.lines {
		text = strings.ReplaceAll(text, "\n", " ")
		return []string{text}, min(largest, 0.8*high, wide/max(widthOf(text), 1))
	}
	const step = 0.5
	for size = min(largest, 0.8*high); ; size -= step {
		lines = lines[:0]
		for _, p := range strings.Split(text, "\n") {
			lines = append(lines, wrap(p, wide/size)...)
		}
		if float64(len(lines))*leading*size <= high || size <= step {
			break
		}
	}
	if len(lines) == 1 {
		size = min(size, wide/max(widthOf(lines[0]), 1))
	}
	return lines, size
}

// wrap cuts a paragraph into lines of a width in parts of the size. Words of Latin
// letters and figures stay whole where they can.
func wrap(text string, width float64) (lines []string) {
	rs := []rune(text)
	from, last, at := 0, 0, 0.0 // of the line, where it may end, how long it is
	for i, r := range rs {
		if i > from && (r == ' ' || advanceOf(r) == 1 || advanceOf(rs[i-1]) == 1) {
			last = i
		}
		if at += advanceOf(r); at > width && i > from {
			if last <= from {
				last = i
			}
			lines = append(lines, string(rs[from:last]))
			from, at = last, widthOf(string(rs[last:i+1]))
		}
	}
	return append(lines, string(rs[from:]))
}

func widthOf(text string) (w float64) {
	for _, r := range text {
		w += advanceOf(r)
	}
	return w
}

func advanceOf(r rune) float64 {
	if r < 0x2E80 {
		return 0.5
	}
	return 1
}
