package evidence

import (
	"slices"
	"unicode"

	"ziping/extract"
	"ziping/extract/pdfin/plane"
)

// A watermark lies over or under what is on a page, which was not laid out around
// it: other words or rulings run through it. By that alone words that are too long
// for their cell would be one; so a watermark also looks otherwise than the text:
// pale, coloured, or much larger. Whatever says the same in the same manner is one
// as well, also where nothing runs through it, and on the pages that follow.

// Watermarks are those of the pages read so far.
type Watermarks struct{ known map[watermark]bool }

// watermark is what all places of a watermark have in common.
type watermark struct {
	text        string
	size, shade int
}

// NewWatermarks knows none yet.
func NewWatermarks() *Watermarks { return &Watermarks{map[watermark]bool{}} }

const (
	muchLarger = 1.8 // times the usual size
	palest     = 140 // a shade that no text to be read has, unless all has it
	coloured   = 60  // a difference between red, green and blue, or between shades
	// mostPhrases bounds the phrases that are looked at: a page has few that look
	// otherwise than its text.
	mostPhrases = 500
)

// Find adds to the characters of a page which of them are a watermark. boxes are
// those of the characters and rules the rulings, as the reader sees the page.
func (w *Watermarks) Find(chars []Char, boxes []extract.Box, rules []extract.Box) {
	usual, ok := usualManner(chars)
	if !ok {
		return
	}
	list := phrases(chars, usual)
	for _, p := range list {
		if p.crossed(chars, boxes, rules) {
			w.known[p.watermark(chars)] = true
		}
	}
	for _, p := range list {
		if w.known[p.watermark(chars)] {
			for i := p.from; i < p.to; i++ {
				chars[i].Add(Watermark, 0)
			}
		}
	}
}

// manner is how text is set.
type manner struct {
	size  float64
	shade int
}

// usualManner is that of most characters of a page, each part by itself.
func usualManner(chars []Char) (m manner, ok bool) {
	var sizes []float64
	var shades []int
	for i := range chars {
		if chars[i].Standing == OnPaper {
			sizes, shades = append(sizes, chars[i].Run.Size), append(shades, chars[i].Run.Shade)
		}
	}
	if len(sizes) == 0 {
		return m, false
	}
	slices.Sort(sizes)
	slices.Sort(shades)
	return manner{sizes[len(sizes)/2], shades[len(shades)/2]}, true
}

// phrase is the characters from one to before another, which follow each other on a
// line in a manner that is not the usual.
type phrase struct {
	from, to            int
	pale, large, colour bool
}

// phrases are those of a page whose manner is not the usual.
func phrases(chars []Char, usual manner) (out []phrase) {
	for i := 0; i < len(chars) && len(out) < mostPhrases; {
		p := phrase{from: i, to: i + 1}
		for p.to < len(chars) && chars[p.to].Standing == OnPaper && chars[p.to-1].goesOnIn(&chars[p.to]) {
			p.to++
		}
		i = p.to
		r := chars[p.from].Run
		p.pale = !r.White && r.Shade >= palest && r.Shade > usual.shade+coloured || r.Thin
		p.colour = r.Tint > coloured
		p.large = r.Size > muchLarger*usual.size
		if chars[p.from].Standing == OnPaper && (p.pale || p.large || p.colour) && p.words(chars) {
			out = append(out, p)
		}
	}
	return out
}

// words reports that a phrase says something: a tick, or a figure written over another,
// is no watermark.
func (p *phrase) words(chars []Char) bool {
	letters := 0
	for i := p.from; i < p.to; i++ {
		if unicode.IsLetter(chars[i].Text) {
			letters++
		}
	}
	return letters > 1
}

// goesOnIn reports that a character is set behind another, in the same manner.
func (ch *Char) goesOnIn(b *Char) bool {
	const apart = 3.0 // in sizes: watermarks are often spaced
	r, o := ch.Run, b.Run
	if r.Shade != o.Shade || r.Tint != o.Tint || r.Thin != o.Thin || r.Angle != o.Angle || r.Size > 1.05*o.Size || o.Size > 1.05*r.Size {
		return false
	}
	along, across := ch.Step(b)
	return along > 0 && along < apart*r.Size && across < 0.3*r.Size && across > -0.3*r.Size
}

// watermark is what the phrase has in common with others of the same kind.
func (p *phrase) watermark(chars []Char) watermark {
	var text []rune
	for i := p.from; i < p.to; i++ {
		text = append(text, chars[i].Text)
	}
	r := chars[p.from].Run
	return watermark{string(text), int(r.Size + 0.5), r.Shade}
}

// crossed reports that other words, or rulings, run through a phrase. Where it is not
// pale, words alone count, and through half of it: figures in red may reach into the
// next cell.
func (p *phrase) crossed(chars []Char, boxes []extract.Box, rules []extract.Box) bool {
	through, whole := 0, plane.Nowhere
	for i := p.from; i < p.to; i++ {
		whole = plane.Around(whole, boxes[i])
	}
	var near []extract.Box
	for i := range boxes {
		if (i < p.from || i >= p.to) && chars[i].Standing == OnPaper && !plane.Apart(whole, boxes[i]) && p.other(&chars[i], chars) {
			near = append(near, plane.Shrunk(boxes[i], 0.2))
		}
	}
	for _, r := range rules {
		// A line through a pale text and no further strikes it out.
		if p.pale && meets(whole, r) && (p.large || !plane.Within(r, whole)) {
			near = append(near, r)
		}
	}
	for i := p.from; i < p.to; i++ {
		inner := plane.Shrunk(boxes[i], 0.2)
		if slices.ContainsFunc(near, func(b extract.Box) bool { return meets(inner, b) }) {
			through++
		}
	}
	return through > 0 && (p.pale || 2*through >= p.to-p.from)
}

// other reports a letter or figure that is not of the same kind of watermark. (Lines
// to write on, and boxes to tick, are written over.)
func (p *phrase) other(ch *Char, chars []Char) bool {
	r, o := chars[p.from].Run, ch.Run
	return (unicode.IsLetter(ch.Text) || unicode.IsNumber(ch.Text)) && (r.Shade != o.Shade || r.Tint != o.Tint || r.Thin != o.Thin || r.Size > muchLarger*o.Size)
}

// meets reports that two boxes have a place in common, though one may be a line.
func meets(a, b extract.Box) bool {
	return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3]
}
