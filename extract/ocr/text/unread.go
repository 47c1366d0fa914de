package text

import (
	"math"
	"slices"

	"ziping/extract/ocr"
)

// unread is a part of a line in dots of the Image whose ink no character accounts for,
// and how much ink that is: 1 is what the line has on an em of what was read.
type unread struct{ from, to, ink float64 }

const (
	// window is the width, in ems, in which ink is counted: less than a character.
	window = 0.7
	// someInk may be a speck or a character, muchInk is hardly a speck.
	someInk, muchInk = 0.22, 0.5
)

// reach is how far from the place where it was seen the ink of a character may lie, in
// ems.
func reach(text string) float64 {
	for _, r := range text {
		if r < 0x2000 {
			return 0.45
		}
	}
	return 0.65
}

// unread finds what was left out, from left to right. em is in dots of the Image.
func (f *fitter) unread(slots []ocr.Slot, em float64) []unread {
	f.left = f.left[:0]
	at, end := 0.0, float64(len(f.columns))
	var read, wide float64 // ink of what was read, and over how many ems
	for _, s := range slots {
		text := s.Alternatives[0].Text
		if text == "" || text == " " {
			continue
		}
		middle := (s.From + s.To) / 2
		half := float64(reach(text) * em)
		from, to := middle-half, math.Min(middle+half, end)
		if from > at {
			f.left = append(f.left, unread{from: at, to: from})
		}
		if to > at {
			from = math.Max(from, at)
			read += f.inkOf(from, to)
			wide += (to - from) / em
			at = to
		}
	}
	if at < end {
		f.left = append(f.left, unread{from: at, to: end})
	}
	if read <= 0 {
		return nil
	}
	f.left = slices.DeleteFunc(f.left, func(u unread) bool { return f.inkOf(u.from, u.to)*wide < someInk*read })
	for i, u := range f.left {
		u = f.densest(u, window*em)
		u.ink *= wide / read
		f.left[i] = u
	}
	return slices.DeleteFunc(f.left, func(u unread) bool { return u.ink < someInk })
}

// densest is the part of at most some width that has most ink.
func (f *fitter) densest(u unread, width float64) unread {
	best := unread{from: u.from, to: math.Min(u.from+width, u.to)}
	ink := f.inkOf(best.from, best.to)
	best.ink = ink
	for from := int(u.from); float64(from)+width < u.to; from++ {
		ink += f.inkOf(float64(from)+width, float64(from)+width+1) - f.inkOf(float64(from), float64(from)+1)
		if ink > best.ink {
			best = unread{float64(from) + 1, float64(from) + 1 + width, ink}
		}
	}
	return best
}

func (f *fitter) inkOf(from, to float64) float64 {
	var sum float64
	for x := max(int(from), 0); x < min(int(to), len(f.columns)); x++ {
		sum += f.columns[x]
	}
	return sum
}

// marked puts a Slot where ink was left out: its character is not known.
func marked(slots []ocr.Slot, left []unread) []ocr.Slot {
	for _, u := range left {
		const unknown = "\uFFFD"
		s := ocr.Slot{From: u.from, To: u.to, Alternatives: []ocr.Alternative{{Text: "", P: 0.5}, {Text: unknown, P: 0.5}}}
		if u.ink >= muchInk {
			s.Alternatives = []ocr.Alternative{{Text: unknown, P: 0.6}, {Text: "", P: 0.4}}
		}
		slots = placed(slots, s)
	}
	return slots
}

// placed puts a Slot where it belongs from left to right.
func placed(slots []ocr.Slot, s ocr.Slot) []ocr.Slot {
	at, _ := slices.BinarySearchFunc(slots, s, func(a, b ocr.Slot) int {
		switch d := a.From + a.To - b.From - b.To; {
		case d < 0:
			return -1
		case d > 0:
			return 1
		}
		return 0
	})
	return slices.Insert(slots, at, s)
}
