package decode

import (
	"math"
	"slices"
	"strings"

	"ziping/extract"
)

const (
	// sure is the probability from which a character is taken as read: no other
	// reading of it is looked at, whatever the arithmetic would like.
	sure = 0.985
	// bears is the least probability at which a picture bears a character at all.
	bears = 0.002
	// mostTexts bounds the readings of one cell that are listed.
	mostTexts = 48
	// mostOptions bounds the characters looked at in one place, mostSlots the places of
	// a figure: a longer one is no figure.
	mostOptions, mostSlots = 12, 40
	// farCost is the cost from which a reading is not worth listing.
	farCost = 12.0
)

// language is all that a cell may read as far as its picture bears it.
type language struct {
	slots []slot
	least float64 // probability of the least certain of the likeliest characters,
	fixed float64 // and of those alone that stand in no doubt
	known float64 // how probable it is that a place in doubt shows what it may at all
	more  bool    // there are readings that texts does not list
}

// slot holds the characters that may stand in one place, the likeliest first, at
// cost 0. A sure one stands alone.
type slot []option

// option is a character, or "" for none; its cost is how much less probable it is
// than the likeliest, as a logarithm.
type option struct {
	text string
	cost float64
}

// languageOf is the language of a cell's glyphs.
func languageOf(glyphs []extract.Glyph) language {
	l := language{least: 1, fixed: 1, known: 1}
	for _, g := range glyphs {
		if len(g) == 0 {
			continue
		}
		first, p := g[0], probability(g[0].P)
		l.least = min(l.least, p)
		s := slot{{first.Text, 0}}
		known := p
		if p < sure {
			for _, a := range g[1:] {
				q := probability(a.P)
				known += q
				if q >= bears && a.Text != first.Text && len(s) < mostOptions {
					s = append(s, option{a.Text, max(0, math.Log(p/q))})
				}
			}
		}
		if len(s) == 1 {
			l.fixed = min(l.fixed, p)
		} else {
			l.known = min(l.known, known)
		}
		if first.Text == "" && len(s) == 1 {
			continue
		}
		l.slots = append(l.slots, s)
	}
	if len(l.slots) > mostSlots {
		l.slots = nil
	}
	return l
}

// probability is a probability as it was told, 0 for what is none.
func probability(p float64) float64 {
	if p >= 0 && p <= 1 {
		return p
	}
	return 0
}

// open reports that more than one text is borne.
func (l *language) open() bool {
	return slices.ContainsFunc(l.slots, func(s slot) bool { return len(s) > 1 })
}

// spelt is a text with its cost.
type spelt struct {
	text string
	cost float64
}

// texts lists the most probable texts, the best first, each once.
func (l *language) texts() []spelt {
	list := []spelt{{"", 0}}
	for _, s := range l.slots {
		next := make([]spelt, 0, len(list)*len(s))
		for _, t := range list {
			for _, o := range s {
				if cost := t.cost + o.cost; cost <= farCost {
					next = append(next, spelt{t.text + o.text, cost})
				}
			}
		}
		slices.SortStableFunc(next, func(a, b spelt) int {
			switch {
			case a.cost < b.cost:
				return -1
			case a.cost > b.cost:
				return 1
			}
			return strings.Compare(a.text, b.text)
		})
		list = once(next)
		if len(list) > mostTexts {
			list, l.more = list[:mostTexts], true
		}
	}
	return list
}

// once keeps the cheapest of equal texts.
func once(list []spelt) []spelt {
	seen := make(map[string]bool, len(list))
	return slices.DeleteFunc(list, func(s spelt) bool {
		was := seen[s.text]
		seen[s.text] = true
		return was
	})
}

// cost is what a text costs, by its most probable spelling; ok is false for one that
// the picture does not bear.
func (l *language) cost(text string) (cost float64, ok bool) {
	none := math.Inf(1)
	// at[j] is the cheapest spelling of the first j bytes so far.
	at, next := make([]float64, len(text)+1), make([]float64, len(text)+1)
	for j := range at {
		at[j] = none
	}
	at[0] = 0
	for _, s := range l.slots {
		for j := range next {
			next[j] = none
		}
		for j, c := range at {
			if c == none {
				continue
			}
			for _, o := range s {
				if strings.HasPrefix(text[j:], o.text) {
					next[j+len(o.text)] = min(next[j+len(o.text)], c+o.cost)
				}
			}
		}
		at, next = next, at
	}
	return at[len(text)], at[len(text)] <= farCost
}
