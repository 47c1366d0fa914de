package recognise

import (
	"math"
	"strconv"
	"strings"

	"ziping/extract/ocr"
)

// A line of words and figures is read by both engines. That of text knows the words;
// that of figures is the better reader of figures and signs, and knows some that the
// other has no name for. Where both saw a character in one place, the figure counts if
// the other engine saw none but a figure there, or was not sure.

// The costs of putting two readings beside each other.
const (
	alone  = 0.7 // a character that only one saw
	unlike = 1.0 // two different ones in one place
	// apart is how far from each other two may be that are one, in characters.
	apart = 0.6
	// sure is the probability from which a figure counts that the other engine did
	// not see at all, and certain that from which it need not ask.
	sure = 0.9
	// unsure is the probability up to which a word gives way to a figure.
	unsure = 0.6
)

// both is the reading of a line of text, with the figures that the engine of figures
// saw in it.
func both(text, figures ocr.Reading, size float64) ocr.Reading {
	words, signs := spoken(text), spoken(figures)
	if len(words)*len(signs) > mostPairs {
		return text
	}
	if s, ok := loneSign(words, figures); ok {
		return ocr.Reading{Slots: []ocr.Slot{s}}
	}
	var out ocr.Reading
	pairs := beside(words, signs, size)
	for k, p := range pairs {
		switch {
		case p.sign < 0:
			out.Slots = append(out.Slots, words[p.word])
		case p.word < 0:
			if s := signs[p.sign]; isFigure(s) && compared(s) >= sure && amongFigures(signs, p.sign) && !seenOnce(pairs, k, words, s, size) {
				out.Slots = append(out.Slots, s)
			} else if s, ok := silence(text.Slots, s, size); ok && !taken(out.Slots, s) {
				out.Slots = append(out.Slots, s)
			}
		case isMark(words, p.word) || spelledOut(words, p.word, signs[p.sign]):
			out.Slots = append(out.Slots, words[p.word])
		default:
			out.Slots = append(out.Slots, better(words[p.word], signs[p.sign]))
		}
	}
	return out
}

// seenOnce reports a figure that stands where the engine of text saw a character, though too
// far off to be put beside it: B is no B8.
func seenOnce(pairs []couple, k int, words []ocr.Slot, s ocr.Slot, size float64) bool {
	const near = 0.75
	for _, i := range []int{k - 1, k + 1} {
		if i >= 0 && i < len(pairs) && pairs[i].sign < 0 {
			if w := words[pairs[i].word]; math.Abs(w.From+w.To-s.From-s.To)/2 < near*size {
				return true
			}
		}
	}
	return false
}

// mostPairs bounds the work for a line.
const mostPairs = 40_000

// amongFigures reports a place beside a figure, or whose neighbours are words that the engine
// of figures knows, as in 元/人: one that stands alone among other words, and that
// the other engine did not see, is more often a part of a word.
func amongFigures(signs []ocr.Slot, i int) bool {
	if i > 0 && isFigure(signs[i-1]) || i+1 < len(signs) && isFigure(signs[i+1]) {
		return true
	}
	known := func(k int) bool {
		return k < 0 || k >= len(signs) || signs[k].Alternatives[0].Text != other && signs[k].Alternatives[0].P >= sure
	}
	return len(signs) > 1 && known(i-1) && known(i+1)
}

// better is what stands in a place that both saw.
func better(word, sign ocr.Slot) ocr.Slot {
	w, s := word.Alternatives[0], sign.Alternatives[0]
	if x, ok := multiplied(word, sign); ok {
		return x
	}
	if c, ok := agreed(word, sign); ok {
		return c
	}
	if c, ok := counted(word, sign); ok {
		return c
	}
	if c, ok := noDigit(word, sign); ok {
		return c
	}
	switch {
	case !isFigure(sign):
		return word
	case w.Text == s.Text:
		if s.P > w.P {
			return sign
		}
		return word
	case comparators[s.Text] && compared(sign) >= sure && isLatin(w.Text):
		return sign // ≥ is often, N before a figure next to never
	case lookalikes[s.Text] != "" && strings.Contains(lookalikes[s.Text], w.Text) && s.P < sure && chance(word, w.Text) >= chance(word, s.Text):
		return word // which the engine of figures has no name for, and calls by what looks like it
	case isWord(w.Text) && (w.P > unsure || lettered(word) && !circled(s.Text)):
		return word
	case isLatin(w.Text) && share(word) >= sure && s.P < sure:
		return word // nobody is sure of the ring that was seen around it
	case s.P >= sure || s.P > mass(word):
		return sign
	}
	return word
}

// lettered reports a place where the engine of text is not sure of a Latin letter, but
// holds nothing else possible: the other engine knows no letters, and calls B an 8.
func lettered(s ocr.Slot) bool {
	const least, times = 0.3, 8
	letters, figures := 0.0, 0.0
	for _, a := range s.Alternatives {
		switch {
		case isLatin(a.Text):
			letters += a.P
		case a.Text != "" && a.Text != " ":
			figures += a.P
		}
	}
	return letters >= least && letters >= times*figures
}

// spelledOut reports digits that the engine of text surely sees, and no ring around them, where
// that of figures takes both for one number in a ring: set close and small they look alike.
func spelledOut(words []ocr.Slot, i int, sign ocr.Slot) bool {
	s := sign.Alternatives[0].Text
	if !circled(s) || s < "⑩" {
		return false
	}
	number := strconv.Itoa(int([]rune(s)[0]-'①') + 1)
	for from := max(0, i-1); from <= i && from+1 < len(words); from++ {
		a, b := words[from], words[from+1]
		if a.Alternatives[0].Text+b.Alternatives[0].Text == number && min(share(a), share(b)) >= sure {
			return true
		}
	}
	return false
}

// couple is a character of each reading, or of one alone: the other is -1.
type couple struct{ word, sign int }

// beside puts two readings beside each other: in the order of both, at the least cost.
func beside(words, signs []ocr.Slot, size float64) []couple {
	n, m := len(words), len(signs)
	cost := make([]float64, (n+1)*(m+1))
	at := func(i, j int) *float64 { return &cost[i*(m+1)+j] }
	for i := n; i >= 0; i-- {
		for j := m; j >= 0; j-- {
			best := math.Inf(1)
			if i < n {
				best = min(best, alone+*at(i+1, j))
			}
			if j < m {
				best = min(best, alone+*at(i, j+1))
			}
			if i < n && j < m {
				best = min(best, pair(words[i], signs[j], size)+*at(i+1, j+1))
			}
			if i == n && j == m {
				best = 0
			}
			*at(i, j) = best
		}
	}
	var out []couple
	for i, j := 0, 0; i < n || j < m; {
		switch c := *at(i, j); {
		case i < n && j < m && c == pair(words[i], signs[j], size)+*at(i+1, j+1):
			out = append(out, couple{i, j})
			i, j = i+1, j+1
		case i < n && c == alone+*at(i+1, j):
			out = append(out, couple{i, -1})
			i++
		default:
			out = append(out, couple{-1, j})
			j++
		}
	}
	return out
}

// pair is what it costs to take two characters for one.
func pair(word, sign ocr.Slot, size float64) float64 {
	d := math.Abs(word.From+word.To-sign.From-sign.To) / 2 / size
	if d > apart {
		return math.Inf(1)
	}
	w, s := word.Alternatives[0].Text, sign.Alternatives[0].Text
	if w == s || s == other && isWord(w) {
		return d
	}
	return unlike + d
}
