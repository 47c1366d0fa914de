// Package text reads a line of Chinese and Western print: PP-OCRv4's mobile
// recogniser in an engine of our own.
//
//	engine, err := text.New()
//	r := engine.Read(line, 29) // characters are 29 dots high
//
// A line is scaled so that its characters have the height the network was made for,
// and runs through it in one piece, or in pieces cut at gaps where it is very long.
// What the network gives for each eight dots goes to package ctc.
//
// What the network cannot say is looked for in the picture: numbers in rings are read
// by themselves, a dash alone, figures above the line and small marks that the network half
// passes over are told by their shape, and ink that no character accounts for has a Slot
// of its own, with U+FFFD among what may stand there. None of these is ever certain where
// its shape is not.
//
// BUG: a tick is read as a less-than sign and a per-mille sign as per cent, some of
// them with certainty; Roman numerals one and five are read as letters.
//
// The weights (16 MB in memory) and buffers belong to an Engine; an Engine is for one
// goroutine.
package text

import (
	"math"

	"ziping/extract/ocr"
	"ziping/extract/ocr/ctc"
)

// Engine reads lines of text. It is not safe for use by several goroutines.
type Engine struct {
	network  *network
	alphabet []string
	circles  [circledMost]bool // the circled numbers that are in it
	fit      fitter
	places   []float64
	rings    []ring
	shades   shades
}

var _ ocr.Engine = (*Engine)(nil)

// New unpacks the weights.
func New() (*Engine, error) {
	s := &source{data: weightsFile}
	n := newNetwork(s)
	a := alphabet()
	if s.err != nil || len(s.data) != 0 || len(a) != classes {
		return nil, errWeights
	}
	e := &Engine{network: n, alphabet: a}
	for _, text := range a {
		if k := number(text); k >= 0 {
			e.circles[k] = true
		}
	}
	return e, nil
}

// Read reads a picture of one line. A picture without ink, or one that cannot be a
// line (more than 400 characters wide, or of no size), has no Slots.
func (e *Engine) Read(img ocr.Image, size float64) ocr.Reading {
	var r ocr.Reading
	line, ok := e.fit.look(img, size)
	if !ok {
		return r
	}
	if swept := e.fit.swept(img, line, size); &swept.Pix[0] != &img.Pix[0] {
		img = swept
		if line, ok = e.fit.look(img, size); !ok {
			return r
		}
	}
	if s, ok := e.fit.flat(line, em/line.scale); ok {
		r.Slots = append(r.Slots, s)
		return r
	}
	pieces := e.fit.pieces(line)
	for _, piece := range pieces {
		p := e.network.run(e.fit.picture(img, line, piece))
		at := func(step int) float64 { return piece.from + (float64(step)+0.5)*stride/line.scale }
		r.Slots = append(r.Slots, ctc.Decode(p, e.alphabet, at, stride/line.scale).Slots...)
	}
	e.fit.doubtRaised(img, line, r.Slots)
	r.Slots = e.circled(img, line, pieces, r.Slots)
	r.Slots = e.fit.shaped(img, line, r.Slots)
	r.Slots = marked(r.Slots, e.fit.unread(r.Slots, em/line.scale))
	for i := range r.Slots {
		r.Slots[i].From = math.Max(r.Slots[i].From, 0)
		r.Slots[i].To = math.Min(r.Slots[i].To, float64(img.W))
	}
	return r
}
