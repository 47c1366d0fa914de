// Package figures reads the cells in which figures stand: amounts, rates, counts,
// dates, dashes, and the figures inside mixed cells such as ≥95% or 5.7 with a unit
// behind. A whole cell goes in, its rulings erased; no line is looked for and nothing
// is thresholded, so that it reads faxes and copies of copies as well.
//
//	e := figures.New()
//	r := e.Read(cell, 29) // its font is 29 dots high
//	r.Text()              // "-2,205.13"
//
// The network knows the characters of classes.txt. Any other character comes out as
// Other, and full-width figures and signs as their narrow ones. It reads one line.
//
// Points and commas are weighed by the grammar of numbers before a Reading is given.
// The network is trained and measured by tools/ocr, on pictures of its own making.
package figures

import (
	"math"
	"strings"

	"ziping/extract/ocr"
	"ziping/extract/ocr/ctc"
)

// Other stands for a character which the network does not know.
const Other = "\ufffd"

const (
	// doubtful is the confidence below which a cell is looked at twice more, a little
	// higher and a little lower: the mean of three looks is right more often. Where no
	// figure is seen there is none to get right.
	doubtful = .95
	// aside is by how many rows.
	aside = 3
)

// Engine is an ocr.Engine. It is not safe for use by several goroutines.
type Engine struct {
	net      *network
	alphabet []string
	scale    scaler
}

// New makes an Engine of the embedded weights.
func New() *Engine {
	return &Engine{net: newNetwork(weights), alphabet: alphabet(classes)}
}

// Read reads a cell of one line, wherever it stands in the picture, if the picture's
// middle is nearer to it than to anything else. Where a cell is cut close around its
// writing, paper is thought around it. A size that is up to a sixth off does little
// harm. It gives no Slots where there is no ink, and for pictures of more than some
// 4,000 characters.
func (e *Engine) Read(img ocr.Image, size float64) ocr.Reading {
	w, ok := e.look(img, size)
	if !ok {
		return ocr.Reading{}
	}
	dot := size / em
	p := e.net.run(w.x, w.width)
	r := e.decode(p, w.first, dot)
	words := len(r.Slots) == 0 || r.Text() != "" && strings.Trim(r.Text(), Other) == ""
	if words || r.Confidence() >= doubtful {
		return r
	}
	for _, by := range []int{-aside, aside} {
		for i, v := range e.net.run(w.moved(by), w.width) {
			p[i] += v
		}
	}
	for i := range p {
		p[i] /= 3
	}
	return e.decode(p, w.first, dot)
}

// decode takes the probabilities of steps × classes, the column of the first step and
// how many dots of the picture a column is.
func (e *Engine) decode(p []float32, first int, dot float64) ocr.Reading {
	at := func(step int) float64 { return float64((float64(first) + float64(stride*(float64(step)+.5))) * dot) }
	return separators(ctc.Decode(p, e.alphabet, at, stride*dot))
}

// look cuts the window that the network reads.
func (e *Engine) look(img ocr.Image, size float64) (window, bool) {
	if img.W <= 0 || img.H <= 0 || len(img.Pix)/img.W < img.H || !(size > 0) || math.IsInf(size, 0) {
		return window{}, false
	}
	s := em / size
	if w, h := float64(img.W)*s, float64(img.H)*s; w > mostWide || h > mostHigh || w*h > mostDots {
		return window{}, false
	}
	return cut(e.scale.scale(img, s))
}
