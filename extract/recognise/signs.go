package recognise

import (
	"slices"
	"strings"

	"ziping/extract/ocr"
)

// Signs are what the engine of figures reads better than that of text, which was made for
// lines of words: a comparator or a dash alone in a cell is a letter to it, and what it
// says of the sign in B/A×100% is x.

// comparators are the signs of targets.
var comparators = map[string]bool{"≥": true, "≤": true, "<": true, ">": true}

// orEqual is the comparator that differs from another by a thin stroke.
var orEqual = map[string]string{">": "≥", "<": "≤", "＞": "≥", "＜": "≤"}

// targeted decides between a comparator and the one with a stroke more, where the engines
// leave both open: targets are hardly ever more or less than something (of 134 in the
// samples none is). What stays open is not sure.
func targeted(r ocr.Reading) ocr.Reading {
	const times = 8
	for i, s := range r.Slots {
		a := s.Alternatives
		more := orEqual[a[0].Text]
		k := slices.IndexFunc(a, func(b ocr.Alternative) bool { return more != "" && b.Text == more })
		if k < 0 || a[k].P <= 0 {
			continue
		}
		both, share := a[0].P+a[k].P, times*a[k].P/(times*a[k].P+a[0].P)
		a = slices.Clone(a)
		a[0].P, a[k].P = both*(1-share), both*share
		if share > 0.5 {
			a[0], a[k] = a[k], a[0]
		}
		r.Slots[i].Alternatives = a
	}
	return r
}

// loneSign is what a line is of which the engine of figures saw one sign and nothing else.
func loneSign(words []ocr.Slot, figures ocr.Reading) (ocr.Slot, bool) {
	const unlikely = 0.6
	least := 1.0
	for _, w := range words {
		least = min(least, share(w))
	}
	signs := spoken(figures)
	if len(signs) == 0 && least < unlikely { // what it held possible at all
		signs = maybeComparators(figures)
	}
	if len(signs) != 1 {
		return ocr.Slot{}, false
	}
	s := signs[0]
	top := s.Alternatives[0]
	switch {
	case (comparators[top.Text] || top.Text == "=") && compared(s) >= sure && (len(words) < 2 || least < unlikely):
		return s, true
	case comparators[top.Text] && len(words) == 1 && outweighs(s, words[0]):
		return s, true
	case !isDash(top.Text):
	case top.P < sure && len(words) == 1 && isDash(words[0].Alternatives[0].Text):
		return words[0], true // which knows how long it is
	case top.P >= 0.5 && least < sure:
		return s, true
	}
	return ocr.Slot{}, false
}

// maybeComparators are the places in which the engine of figures holds a comparator most
// probable, if anything stands there.
func maybeComparators(figures ocr.Reading) (out []ocr.Slot) {
	const guessed = 0.25
	for _, s := range figures.Slots {
		if some := something(s); comparators[some.Alternatives[0].Text] && some.Alternatives[0].P >= guessed {
			out = append(out, s)
		}
	}
	for i, s := range out {
		// What is probable if anything stands there comes first.
		a := something(s).Alternatives
		out[i].Alternatives = append(a, ocr.Alternative{Text: "", P: chance(s, "")})
	}
	return out
}

// outweighs reports a comparator that both engines together hold more probable than the word
// that one of them saw in its place.
func outweighs(sign, word ocr.Slot) bool {
	const hardly = 0.01
	w := word.Alternatives[0]
	is := compared(sign) * (1 - unseen(sign)) * max(chance(word, sign.Alternatives[0].Text), hardly)
	return is > w.P*max(chance(sign, other), hardly)
}

// something is a slot without the choice that nothing stands there.
func something(s ocr.Slot) ocr.Slot {
	s.Alternatives = slices.DeleteFunc(slices.Clone(s.Alternatives), func(a ocr.Alternative) bool { return a.Text == "" })
	if s.Alternatives == nil {
		s.Alternatives = []ocr.Alternative{{}}
	}
	return s
}

// compared is how probable a slot's first choice is; of a comparator, that it is one if
// anything stands there.
func compared(s ocr.Slot) float64 {
	if !comparators[s.Alternatives[0].Text] {
		return s.Alternatives[0].P
	}
	some, all := 0.0, 0.0
	for _, a := range s.Alternatives {
		if a.Text != "" {
			all += a.P
		}
		if comparators[a.Text] || a.Text == "=" {
			some += a.P
		}
	}
	return some / all
}

// agreed is the comparator that both engines together hold most probable, where each saw
// one.
func agreed(word, sign ocr.Slot) (s ocr.Slot, ok bool) {
	const hardly = 0.02
	if !comparators[narrow(word.Alternatives[0].Text)] || !comparators[sign.Alternatives[0].Text] {
		return s, false
	}
	seen := map[string]float64{}
	for _, a := range word.Alternatives {
		seen[narrow(a.Text)] += a.P
	}
	s, all := ocr.Slot{From: word.From, To: word.To}, 0.0
	for _, a := range sign.Alternatives {
		if comparators[a.Text] {
			p := a.P * max(seen[a.Text], hardly)
			s.Alternatives = append(s.Alternatives, ocr.Alternative{Text: a.Text, P: p})
			all += p
		}
	}
	sure := max(compared(sign), mass(word)) // that it is one at all
	for i := range s.Alternatives {
		s.Alternatives[i].P *= sure / all
	}
	s.Alternatives = ocr.Likeliest(s.Alternatives, len(s.Alternatives))
	return s, true
}

// mass is how probable a slot's first choice is, in either width.
func mass(s ocr.Slot) (p float64) {
	for _, a := range s.Alternatives {
		if narrow(a.Text) == narrow(s.Alternatives[0].Text) {
			p += a.P
		}
	}
	return p
}

// share is mass, of all choices together.
func share(s ocr.Slot) float64 {
	all := 0.0
	for _, a := range s.Alternatives {
		all += a.P
	}
	if all <= 0 {
		return 0
	}
	return mass(s) / all
}

// narrow is a full-width sign in its usual width.
func narrow(t string) string {
	const first, last, off = '！', '～', '！' - '!'
	return strings.Map(func(r rune) rune {
		if r >= first && r <= last {
			return r - off
		}
		return r
	}, t)
}

// chance is that of a text in a place.
func chance(s ocr.Slot, text string) float64 {
	for _, a := range s.Alternatives {
		if a.Text == text {
			return a.P
		}
	}
	return 0
}

// unseen is how probable it is that nothing stands in a place.
func unseen(s ocr.Slot) float64 { return chance(s, "") + chance(s, " ") }

// multiplied is the sign of multiplication where both engines hold it possible and no
// other is as probable to both.
func multiplied(word, sign ocr.Slot) (s ocr.Slot, ok bool) {
	const times, possible, hardly = "×", 0.03, 0.01
	pw, ps := chance(word, times), chance(sign, times)
	w, f := word.Alternatives[0], sign.Alternatives[0]
	if pw < possible || ps < hardly || w.Text == times && f.Text == times {
		return s, false
	}
	for _, x := range []string{"x", "X"} { // what the engine of text calls it
		pw += chance(word, x)
	}
	is := pw * ps
	not := max(w.P*max(chance(sign, other), hardly), f.P*max(chance(word, f.Text), hardly))
	if w.Text == times {
		not = f.P * max(chance(word, f.Text), hardly)
	} else if f.Text == times {
		not = w.P * max(chance(sign, other), hardly)
	}
	if is <= not {
		return s, false
	}
	s = ocr.Slot{From: word.From, To: word.To, Alternatives: []ocr.Alternative{{Text: times, P: is / (is + not)}, {Text: w.Text, P: not / (is + not)}}}
	return s, true
}

// counted is a word that the engine of figures knows, as those that count persons, where
// that of text sees a letter, if both together hold it more probable.
func counted(word, sign ocr.Slot) (s ocr.Slot, ok bool) {
	const hardly = 0.01
	w, f := word.Alternatives[0], sign.Alternatives[0]
	seen := chance(word, f.Text)
	if f.Text == other || !isWord(f.Text) || !isLatin(w.Text) || seen == 0 {
		return s, false
	}
	is, not := seen*f.P, w.P*max(chance(sign, other), hardly)
	if is <= not {
		return s, false
	}
	s = ocr.Slot{From: word.From, To: word.To, Alternatives: []ocr.Alternative{{Text: f.Text, P: is / (is + not)}, {Text: w.Text, P: not / (is + not)}}}
	return s, true
}

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
