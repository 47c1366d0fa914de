// Package ocr says what stands in a small picture: a cell or a line of text. The
// engines stand in subpackages; they share what they take and give.
//
//	r := engine.Read(img, 24) // characters are 24 dots high
//	r.Text()                  // "233667.30"
//	r.Slots[0]                // what the first character may be, best first
//
// What an engine gives keeps the second choices, since whoever knows the form's
// arithmetic may know better.
package ocr

import (
	"cmp"
	"slices"
	"strings"
)

// Image is a part of a page in shades of grey, row by row: 0 is ink, 255 paper.
type Image struct {
	W, H int
	Pix  []uint8 // W*H
}

// Engine reads one kind of writing. It is not safe for use by several goroutines.
type Engine interface {
	// Read reads an Image whose characters are size dots high (the em of their
	// font). It never fails: what cannot be read has no Slots.
	Read(img Image, size float64) Reading
}

// Reading is what an engine saw, from left to right.
type Reading struct {
	Slots []Slot
}

// Slot is a place where a character stands, or may stand: its first Alternative is
// "" where probably none does.
type Slot struct {
	Alternatives []Alternative // most probable first, never empty
	// From and To are where in the Image the character was seen, in dots.
	From, To float64
}

// Alternative is what may stand in a Slot: one character, or "" for none.
type Alternative struct {
	Text string
	P    float64 // its probability, 0 to 1
}

// Likeliest are the most probable of some alternatives, most probable first. It sorts
// what it is given.
func Likeliest(of []Alternative, most int) []Alternative {
	slices.SortStableFunc(of, func(a, b Alternative) int { return cmp.Compare(b.P, a.P) })
	return of[:min(len(of), most)]
}

// Text is the most probable text.
func (r Reading) Text() string {
	var b strings.Builder
	for _, s := range r.Slots {
		b.WriteString(s.Alternatives[0].Text)
	}
	return b.String()
}

// Confidence is the probability of the least certain Slot. A Reading without text
// has none: an empty cell and ink that was not seen look alike to an engine.
func (r Reading) Confidence() float64 {
	if r.Text() == "" {
		return 0
	}
	least := 1.0
	for _, s := range r.Slots {
		least = min(least, s.Alternatives[0].P)
	}
	return least
}
