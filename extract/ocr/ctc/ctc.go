// Package ctc turns what a network says of each column of a picture into
// characters: connectionist temporal classification (Graves et al. 2006), where
// class 0 stands for "none, or the same as before".
package ctc

import "ziping/extract/ocr"

const (
	// mostAlternatives are kept of a Slot.
	mostAlternatives = 6
	// least is the probability below which an alternative is not kept.
	least = 1e-5
	// maybe is the probability above which a character that was passed over gets
	// a Slot of its own.
	maybe = 1e-2
)

// Decode takes the probabilities of steps × classes, row by row, each row of sum 1.
// alphabet has the text of each class, "" for class 0. at is where in the Image
// a step lies, and wide how many dots it covers.
func Decode(p []float32, alphabet []string, at func(step int) float64, wide float64) ocr.Reading {
	classes := len(alphabet)
	steps := len(p) / classes
	var r ocr.Reading
	next := 0 // the most probable class of step t
	if steps > 0 {
		next = argmax(p[:classes])
	}
	for t := 0; t < steps; {
		best, end := next, t+1
		for ; end < steps; end++ {
			if next = argmax(p[end*classes : (end+1)*classes]); next != best {
				break
			}
		}
		switch {
		case best != 0:
			r.Slots = append(r.Slots, slot(p, alphabet, peak(p, classes, t, end, best), at(t)-wide/2, at(end-1)+wide/2))
		default:
			if s, ok := passedOver(p, alphabet, t, end); ok {
				r.Slots = append(r.Slots, slot(p, alphabet, s, at(s)-wide/2, at(s)+wide/2))
			}
		}
		t = end
	}
	return r
}

// peak is the step of a run at which a class is most probable.
func peak(p []float32, classes, from, to, class int) int {
	best := from
	for t := from + 1; t < to; t++ {
		if p[t*classes+class] > p[best*classes+class] {
			best = t
		}
	}
	return best
}

// passedOver is the step of a run of blanks at which a character is most probable, if
// one might stand there. The steps beside its neighbours are theirs.
func passedOver(p []float32, alphabet []string, from, to int) (step int, ok bool) {
	classes := len(alphabet)
	const margin = 1
	first, last := from, to
	if from > 0 {
		first += margin
	}
	if to*classes < len(p) {
		last -= margin
	}
	blank := float32(1 - maybe)
	for t := first; t < last; t++ {
		if v := p[t*classes]; v < blank {
			step, ok, blank = t, true, v
		}
	}
	return step, ok
}

func slot(p []float32, alphabet []string, step int, from, to float64) ocr.Slot {
	s := ocr.Slot{From: from, To: to}
	for c, v := range p[step*len(alphabet) : (step+1)*len(alphabet)] {
		if v >= least {
			s.Alternatives = append(s.Alternatives, ocr.Alternative{Text: alphabet[c], P: float64(v)})
		}
	}
	s.Alternatives = ocr.Likeliest(s.Alternatives, mostAlternatives)
	return s
}

// argmax is the most probable class of a row whose sum is 1.
func argmax(row []float32) int {
	const half = 0.5 // what has more is it, and the first class mostly has
	best, most := 0, row[0]
	if most > half {
		return best
	}
	for c, v := range row {
		if v > most {
			if best, most = c, v; v > half {
				return best
			}
		}
	}
	return best
}
