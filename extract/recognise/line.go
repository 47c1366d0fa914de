package recognise

import (
	"math"
	"slices"
	"strings"

	"ziping/extract"
	"ziping/extract/grid"
	"ziping/extract/ocr"
	"ziping/extract/scan"
	"ziping/text/hanzi"
)

// line is a line of text that was read.
type line struct {
	reading ocr.Reading
	figures bool        // read as a figure, letter by letter
	box     extract.Box // around its ink, on the sheet
	size    float64     // of its characters, in points
	left    float64     // of the picture that was read, on the sheet
	dots    float64     // of that picture to a point
	// top and bottom of its characters, on the sheet
	top, bottom float64
	// picture is what was read, small, where somebody may have to look at it; else empty
	picture ocr.Image
}

// region reads the lines of a region.
func (r *Reader) region(at *scan.Region, progress func()) []line {
	var out []line
	if at.Size <= 0 || at.Dots <= 0 {
		return nil
	}
	for i := range at.Lines {
		progress()
		x0, y0, x1, y1 := around(at, i)
		img := cut(at.Image, x0, y0, x1, y1)
		l := line{left: at.Left + float64(x0)/at.Dots, dots: at.Dots, size: at.Size / at.Dots}
		ink := at.Lines[i]
		l.box = extract.Box{
			at.Left + float64(ink.X0)/at.Dots, at.Top + float64(ink.Y0)/at.Dots,
			at.Left + float64(ink.X1)/at.Dots, at.Top + float64(ink.Y1)/at.Dots,
		}
		l.reading, l.figures = r.read(img, at.Size, i > 0, i+1 < len(at.Lines))
		if i > 0 {
			l.stopped(&out[i-1], at.Size)
		}
		if at.Touched {
			l.reading = doubted(l.reading, false)
		}
		if at.Sealed {
			l.reading = doubted(l.reading, true)
		}
		l.keepPicture(img, at.Size)
		out = append(out, l)
	}
	paired(out)
	part(out)
	return out
}

// partly is how sure a character may be of which a part may be missing.
const partly = 0.9

// wholes are the figures that look like others when their left stroke is gone.
var wholes = map[string]string{"5": "6", "3": "8"}

// doubted is a reading whose ends touch a ruling that was taken away, or over all of
// which lay a seal: strokes, or a character beyond the ends, may have gone with it.
func doubted(r ocr.Reading, all bool) ocr.Reading {
	for i := range r.Slots {
		if r.Slots[i].Alternatives[0].P <= partly || !all && i > 0 && i+1 < len(r.Slots) {
			continue
		}
		a := slices.Clone(r.Slots[i].Alternatives)
		lost := a[0].P - partly
		a[0].P = partly
		if whole := wholes[a[0].Text]; i == 0 && !all && whole != "" {
			// The left stroke may be what is missing.
			lost = max(lost, chance(r.Slots[i], whole))
			a = slices.DeleteFunc(a, func(x ocr.Alternative) bool { return x.Text == whole })
			a = ocr.Likeliest(append(a, ocr.Alternative{Text: whole, P: lost}), len(a)+1)
		}
		r.Slots[i].Alternatives = a
	}
	return r
}

// part says how high the characters of lines of one region are: as their size, unless
// the next line's middle is nearer. Dirt between lines makes their ink overlap, and what
// was seen as two lines is not one.
func part(lines []line) {
	middle := func(i int) float64 { return (lines[i].box[1] + lines[i].box[3]) / 2 }
	for i := range lines {
		l, m := &lines[i], middle(i)
		l.top, l.bottom = m-l.size/2, m+l.size/2
		if i > 0 && m > middle(i-1) {
			l.top = max(l.top, (middle(i-1)+m)/2)
		}
		if i+1 < len(lines) && middle(i+1) > m {
			l.bottom = min(l.bottom, (m+middle(i+1))/2)
		}
	}
}

// other is what the engine of figures says of a character that is none.
const other = "\uFFFD"

// undoubted is the confidence from which a figure that is a line of its own is not asked of the
// other engine.
const undoubted = 0.985

// longest is how many characters wide a line may be that is tried as a figure before it
// is tried as text.
const longest = 14

// read reads the picture of a line: as a figure, and where it is none, or might be a
// word that looks like one (无 as 元, B as 8), as text with the figures in it. from and on
// tell that there is a line before it, and one after it.
func (r *Reader) read(img ocr.Image, size float64, from, on bool) (reading ocr.Reading, figures bool) {
	reading, figures = r.sorted(img, size, from, on)
	return targeted(reading), figures
}

func (r *Reader) sorted(img ocr.Image, size float64, from, on bool) (reading ocr.Reading, figures bool) {
	var seen ocr.Reading
	tried := float64(img.W) < (longest+2)*size
	if tried {
		seen = r.figures.Read(img, size)
		if isNumber(seen.Text()) {
			if !from && !on && seen.Confidence() >= undoubted {
				return seen, true
			}
			if reading = r.text.Read(img, size); !overlooked(reading, seen, size) && !ended(reading) {
				return mended(seen, reading, from, on), true
			}
			return both(reading, seen, size), false
		}
	}
	reading = r.text.Read(img, size)
	text := reading.Text()
	switch {
	case text == "" && isFigures(seen.Text()):
		return seen, true
	case text == "":
		return inkAlone(reading.Slots, seen, size), false
	case !tried && strings.IndexFunc(text, notWord) < 0:
		return reading, false
	case !tried:
		seen = r.figures.Read(img, size)
	}
	return both(reading, seen, size), false
}

func notWord(r rune) bool { return !hanzi.Is(r) }

// numberSigns are the characters of numbers beside digits: before, between and behind
// them.
const numberSigns = "≥≤<>=±+-~" + ".,-/~:" + "%‰"

// isNumber reports a text that is a number, a rate, a date or a range of numbers, and
// nothing else: words do not look like that.
func isNumber(text string) bool {
	digits := 0
	for _, r := range text {
		switch {
		case r >= '0' && r <= '9':
			digits++
		case !strings.ContainsRune(numberSigns, r):
			return false
		}
	}
	return digits > 0
}

// isFigures reports a text that the engine of figures read whole.
func isFigures(text string) bool { return text != "" && !strings.Contains(text, other) }

// around is the part of a region's picture that shows a line: its ink and a margin
// that does not reach into the next line.
func around(at *scan.Region, i int) (x0, y0, x1, y1 int) {
	const aside, above = 1.0, 0.6 // of the size
	ink := at.Lines[i]
	x0, x1 = ink.X0-int(aside*at.Size), ink.X1+int(aside*at.Size)
	y0, y1 = ink.Y0-int(above*at.Size), ink.Y1+int(above*at.Size)
	if i > 0 {
		y0 = max(y0, (at.Lines[i-1].Y1+ink.Y0)/2)
	}
	if i+1 < len(at.Lines) {
		y1 = min(y1, (ink.Y1+at.Lines[i+1].Y0+1)/2)
	}
	return x0, y0, x1, y1
}

// cut is a part of a picture; beyond its edges is paper.
func cut(img ocr.Image, x0, y0, x1, y1 int) ocr.Image {
	out := ocr.Image{W: max(x1-x0, 1), H: max(y1-y0, 1)}
	out.Pix = make([]uint8, out.W*out.H)
	for y := range out.H {
		row := out.Pix[y*out.W : (y+1)*out.W]
		sy := y0 + y
		for x := range row {
			if sx := x0 + x; sy >= 0 && sy < img.H && sx >= 0 && sx < img.W {
				row[x] = img.Pix[sy*img.W+sx]
			} else {
				row[x] = 255
			}
		}
	}
	return out
}

// glyphs are the characters of a line as grid takes them. An engine says where it saw
// a character, not how wide it is: neighbours meet half-way, unless what is between them
// is wider than a character. All of a line are as high as each other.
func (l *line) glyphs() []grid.Glyph {
	const (
		narrow = 0x2000 // characters below are half as wide as high
		apart  = 1.6    // characters, from middle to middle
	)
	var out []grid.Glyph
	last := math.Inf(-1) // middle of the character before
	first := 1.0         // how sure the first one is at most
	for _, s := range l.reading.Slots {
		a := s.Alternatives[0]
		if a.Text == "" && l.figures {
			// Something may stand there after all: a point or a minus that was lost makes another
			// figure.
			if p := max(a.P, 0.001); len(out) == 0 {
				first = min(first, p)
			} else {
				out[len(out)-1].Confidence = min(out[len(out)-1].Confidence, p)
			}
		}
		if a.Text == "" || a.Text == " " {
			continue
		}
		half := l.size / 2
		if []rune(a.Text)[0] < narrow {
			half /= 2
		}
		// What is read stands where ink is, whatever place an engine gives it.
		x := min(max(l.left+(s.From+s.To)/2/l.dots, l.box[0]), l.box[2])
		box := extract.Box{max(x-half, l.box[0]), l.top, min(x+half, l.box[2]), l.bottom}
		if box[0] >= box[2] {
			box[0], box[2] = x-half, x+half
		}
		if n, m := len(out), (last+x)/2; n > 0 && x > last && x-last < apart*l.size && out[n-1].Box[0] < m && m < box[2] {
			out[n-1].Box[2], box[0] = m, m
		}
		last = x
		out = append(out, grid.Glyph{Text: a.Text, Box: box, Size: l.size, Confidence: min(max(a.P, 0.001), first), Doubtful: a.Text == other})
		first = 1
	}
	return out
}
