package recognise

import (
	"slices"
	"strings"

	"ziping/extract/ocr"
)

// A line that is a figure is read by the engine of figures; where it is not sure, that of text
// is asked too.

// overlooked reports a letter that the engine of text is sure of where that of figures,
// which knows none, saw nothing: A) is then no figure.
func overlooked(text, figures ocr.Reading, size float64) bool {
	words, signs := spoken(text), spoken(figures)
	if len(words)*len(signs) > mostPairs || figures.Confidence() >= sure {
		return false
	}
	return slices.ContainsFunc(beside(words, signs, size), func(p couple) bool {
		return p.sign < 0 && isLatin(words[p.word].Alternatives[0].Text) && share(words[p.word]) >= sure
	})
}

// broken are the signs at which a figure may be broken over two lines. The engine of
// figures does not expect them at the ends of one.
const broken = ".,-"

// agreedFigure is a figure with the digits and signs that its engine half passed over, or was
// not sure of, as that of text sees them, where both together hold that more probable. What
// stands between digits, point or comma, is left to the grammar of numbers; and that the
// engine of text sees no mark says nothing, it loses many.
func agreedFigure(figure, text ocr.Reading) ocr.Reading {
	words := spoken(text)
	n, m := len(figure.Slots), len(words)
	if m == 0 || m > n || n*m > mostPairs {
		return figure
	}
	// best[i][j] is how probable the best reading of the words from j on is in the places from
	// i on, beside what was read there.
	best := make([][]float64, n+1)
	for i := n; i >= 0; i-- {
		best[i] = make([]float64, m+1)
		if i == n {
			best[i][m] = 1
			continue
		}
		for j := range best[i] {
			if figure.Slots[i].Alternatives[0].Text == "" {
				best[i][j] = best[i+1][j]
			}
			if j < m {
				best[i][j] = max(best[i][j], rather(figure.Slots[i], words[j])*best[i+1][j+1])
			}
		}
	}
	if best[0][0] == 0 {
		return figure
	}
	out, j := ocr.Reading{Slots: slices.Clone(figure.Slots)}, 0
	for i, s := range out.Slots {
		if j == m || s.Alternatives[0].Text == "" && best[i][j] == best[i+1][j] {
			continue
		}
		out.Slots[i] = fused(s, words[j])
		j++
	}
	return out
}

// rather is how much more probable what the engine of text saw in a place is than what that of
// figures did, to both: 1 where they saw the same, 0 where they cannot be set against each
// other.
func rather(sign, word ocr.Slot) float64 {
	const hardly = 0.05 // the engine of text is wrong as often where it is sure
	w, s := narrow(word.Alternatives[0].Text), sign.Alternatives[0]
	if w == s.Text {
		return 1
	}
	if s.Text != "" && !(isDigit(s.Text) && isDigit(w)) {
		return 0
	}
	return chance(sign, w) / s.P * share(word) / max(chance(word, s.Text), hardly)
}

// fused is a place of a figure as both engines see it. That of text is the worse reader, and
// what misleads one mostly misleads the other: where they agree some of the doubt goes, so that
// what the engine of figures held possible beside it is no longer a reading that the sums of
// the form may choose; where they do not, the figure is less sure than it was.
func fused(sign, word ocr.Slot) ocr.Slot {
	const agreed = 0.3 // of the doubt stays
	a := slices.Clone(sign.Alternatives)
	w, odds := narrow(word.Alternatives[0].Text), rather(sign, word)
	switch {
	case w == a[0].Text && share(word) >= sure:
		lost := 0.0
		for i := range a[1:] {
			lost += a[i+1].P * (1 - agreed)
			a[i+1].P *= agreed
		}
		a[0].P += lost
	case w != a[0].Text && odds > 0:
		first, all := a[0].P, 0.0
		a = slices.DeleteFunc(a, func(x ocr.Alternative) bool { return x.Text == w })
		for _, x := range a {
			all += x.P
		}
		p := odds / (odds + all/first)
		for i := range a {
			a[i].P *= (1 - p) / all
		}
		a = ocr.Likeliest(append(a, ocr.Alternative{Text: w, P: min(partly, p)}), len(a)+1)
	}
	return ocr.Slot{From: sign.From, To: sign.To, Alternatives: a}
}

// mended is a line of a figure that goes on from the line before or into the next, with
// the sign there that the engine of text sees.
func mended(figure, text ocr.Reading, from, on bool) ocr.Reading {
	const seen = 0.8
	figure = agreedFigure(figure, text)
	words, signs := spoken(text), spoken(figure)
	n, m := len(words), len(signs)
	isSign := func(s ocr.Slot) bool {
		t := narrow(s.Alternatives[0].Text)
		return t != "" && strings.Contains(broken, t) && share(s) >= seen
	}
	same := func(a, b ocr.Slot) bool { return narrow(a.Alternatives[0].Text) == b.Alternatives[0].Text }
	if from && n > 1 && isSign(words[0]) && same(words[1], signs[0]) {
		figure.Slots = append([]ocr.Slot{words[0]}, figure.Slots...)
	}
	if on && n > 1 && isSign(words[n-1]) && same(words[n-2], signs[m-1]) {
		figure.Slots = append(slices.Clone(figure.Slots), words[n-1])
	}
	return figure
}
