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
	signs := slices.DeleteFunc(spoken(figures), func(s ocr.Slot) bool { // a speck behind it is none
		return strings.Contains(small, s.Alternatives[0].Text)
	})
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
	case (comparators[top.Text] || top.Text == slash) && len(words) == 1 && outweighs(s, words[0]):
		return s, true
	case !isDash(top.Text):
	case top.P < sure && len(words) == 1 && isDash(words[0].Alternatives[0].Text):
		return words[0], true // which knows how long it is
	case top.P >= 0.5 && least < sure:
		return s, true
	}
	return ocr.Slot{}, false
}

// slash stands where there is no figure.
const slash = "/"

// maybeComparators are the places in which the engine of figures holds a comparator, or a
// slash, most probable, if anything stands there.
func maybeComparators(figures ocr.Reading) (out []ocr.Slot) {
	const guessed = 0.25
	for _, s := range figures.Slots {
		if some := something(s); (comparators[some.Alternatives[0].Text] || some.Alternatives[0].Text == slash) && some.Alternatives[0].P >= guessed {
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

// noDigit is a comparator where the engine of text sees a digit that it looks like, if both
// together hold that more probable: that of figures knows digits better than anything, and one
// that it does not think of is none.
func noDigit(word, sign ocr.Slot) (s ocr.Slot, ok bool) {
	const hardly, never = 0.01, 0.002
	w := word.Alternatives[0]
	if !comparators[sign.Alternatives[0].Text] || !isDigit(w.Text) {
		return s, false
	}
	seen, looks := 0.0, 0.0
	for _, a := range word.Alternatives {
		if comparators[narrow(a.Text)] {
			looks += a.P
		}
	}
	for _, a := range sign.Alternatives {
		if comparators[a.Text] {
			seen += a.P
		}
	}
	is, not := seen*max(looks, hardly), w.P*max(chance(sign, w.Text), never)
	if is <= not {
		return s, false
	}
	s = ocr.Slot{From: word.From, To: word.To}
	for _, a := range sign.Alternatives {
		if comparators[a.Text] {
			s.Alternatives = append(s.Alternatives, ocr.Alternative{Text: a.Text, P: a.P / seen * is / (is + not)})
		}
	}
	s.Alternatives = append(s.Alternatives, ocr.Alternative{Text: w.Text, P: not / (is + not)})
	s.Alternatives = ocr.Likeliest(s.Alternatives, len(s.Alternatives))
	return s, true
}
