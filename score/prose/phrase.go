package prose

import (
	"slices"

	"ziping/text/blank"
)

// Phrase is what words say a figure is of, made fit to be compared: light
// words are dropped and words for one thing written alike.
type Phrase struct {
	text    []rune
	soft    []bool // words that may stand on one side only
	hard    int    // characters that are not soft
	pairs   pairs  // of neighbours, to pass over most comparisons
	opposed []int  // of the words that make subjects different: kind<<8 | which
	growth  bool
	one     bool // a soft word and nothing else
	part    string
}

// NewPhrase reads the name of an indicator as a phrase. What it has in
// brackets is a remark.
func NewPhrase(name string) Phrase {
	v := lexicon()
	text := make([]rune, 0, len(name)/3+4)
	depth := 0
	for _, c := range name {
		switch c = half(c); {
		case blank.Gap(c):
		case c == '(':
			depth++
		case c == ')':
			depth = max(0, depth-1)
		case depth == 0 && len(text) < 120:
			text = append(text, c)
		}
	}
	p := v.phrase(text)
	p.part = v.partIn(text)
	return p
}

// Len is the number of characters that carry the meaning.
func (p *Phrase) Len() int { return p.hard }

// Growth reports a phrase that speaks of a change.
func (p *Phrase) Growth() bool { return p.growth }

// Says reports whether the phrase holds the word that marks a part (人均, 每).
func (p *Phrase) Says(part string) bool { return p.part == part }

// String is the phrase as it is compared.
func (p *Phrase) String() string { return string(p.text) }

// phrase reads words as a phrase.
func (v *vocabulary) phrase(s []rune) Phrase {
	p := Phrase{text: make([]rune, 0, len(s)), soft: make([]bool, 0, len(s))}
	for i := 0; i < len(s); {
		c := s[i]
		if w, ok := v.opposed.at(s[i:]); ok {
			p.opposed = append(p.opposed, w.number)
		}
		if w, ok := v.growth.at(s[i:]); ok && len(w.text) > 1 {
			p.growth = true
		}
		switch {
		case digit(c):
			n := i
			for n < len(s) && (digit(s[n]) || s[n] == '.') {
				n++
			}
			if n < len(s) && (s[n] == '年' || s[n] == '月' || s[n] == '日') {
				i = n + 1
				if i < len(s) && (s[i] == '底' || s[i] == '末' || s[i] == '份' || s[i] == '前' || s[i] == '度') {
					i++
				}
				continue
			}
			p.text, p.soft = append(p.text, s[i:n]...), append(p.soft, make([]bool, n-i)...)
			i = n
			continue
		case mark(c):
			i++
			continue
		}
		if w, ok := v.same.at(s[i:]); ok {
			n := len(w.as)
			if _, soft := v.soft.at(w.as); !soft || n > 1 {
				p.text, p.soft = append(p.text, w.as...), append(p.soft, make([]bool, n)...)
				i += len(w.text)
				continue
			}
		}
		light, isLight := v.light.at(s[i:])
		soft, isSoft := v.soft.at(s[i:])
		switch {
		case isLight && (!isSoft || len(light.text) >= len(soft.text)):
			i += len(light.text)
		case isSoft:
			p.one = len(p.text) == 0
			for _, c := range soft.text {
				p.text, p.soft = append(p.text, c), append(p.soft, true)
			}
			i += len(soft.text)
		default:
			p.text, p.soft = append(p.text, c), append(p.soft, false)
			i++
		}
	}
	for i, c := range p.text {
		if !p.soft[i] {
			p.hard++
		}
		if i > 0 {
			p.pairs.add(p.text[i-1], c)
		}
	}
	return p
}

func mark(c rune) bool {
	switch c {
	case ' ', '、', '"', '“', '”', '‘', '’', '《', '》', '「', '」', '(', ')', ':', ',', '\uff0c', '.', '·', '—', '-', '+', '*', '#', '%', '/':
		return true
	}
	return false
}

// pairs is a set of pairs of characters that may hold a few others too.
type pairs [8]uint64

func (p *pairs) add(a, b rune) {
	h := (uint32(a)*0x9E3779B1 ^ uint32(b)*0x85EBCA6B) >> 16
	p[h>>6&7] |= 1 << (h & 63)
}

func (p *pairs) meets(q *pairs) bool {
	for i := range p {
		if p[i]&q[i] != 0 {
			return true
		}
	}
	return false
}

// Match says how alike a name and a subject are.
type Match struct {
	// Exact: nothing that carries meaning stands on one side only.
	Exact bool
	// Alike is twice the common characters over all, in hundredths.
	Alike int
}

// MayMatch reports phrases that have enough in common to be worth comparing.
func MayMatch(name, subject *Phrase) bool {
	if name.sameWords(subject) {
		return true
	}
	return name.hard >= 2 && subject.hard >= 1 && name.pairs.meets(&subject.pairs)
}

// sameWords reports a subject that is the name word for word, be they words
// that say little (服务达标率). One such word alone (完成率) may be of anything.
func (p *Phrase) sameWords(q *Phrase) bool {
	return len(p.text) >= fewestSame && slices.Equal(p.text, q.text) && (p.hard > 0 || !p.one)
}

// fewestSame are the characters from which a name of words that say little is one.
const fewestSame = 3

// Compare compares the name of a thing with a figure's subject. Nothing
// matches (Alike 0) where each has something of its own that the other lacks,
// or where words stand opposed (城镇 and 农村).
func Compare(name, subject *Phrase) Match {
	if !MayMatch(name, subject) || opposed(name.opposed, subject.opposed) {
		return Match{}
	}
	if name.sameWords(subject) {
		return Match{Exact: true, Alike: 100}
	}
	if len(name.text) > 60 || len(subject.text) > 80 {
		return Match{}
	}
	var a, b [80]bool // characters matched
	for {
		i, j, n := common(name.text, subject.text, a[:], b[:])
		if n < 2 {
			break
		}
		for k := range n {
			a[i+k], b[j+k] = true, true
		}
	}
	matched, own, others := 0, 0, 0
	for i := range name.text {
		switch {
		case name.soft[i]:
		case a[i]:
			matched++
		default:
			own++
		}
	}
	for j := range subject.text {
		if !subject.soft[j] && !b[j] {
			others++
		}
	}
	if matched < 2 || own > 0 && others > 0 {
		return Match{}
	}
	return Match{Exact: own == 0 && others == 0, Alike: 200 * matched / (name.hard + subject.hard)}
}

// common is the longest stretch that both have and that is not matched yet.
func common(x, y []rune, a, b []bool) (i, j, n int) {
	var row [81]uint8 // how long the stretch is that ends at x[p], y[q-1]
	for p := range x {
		if a[p] {
			clear(row[:len(y)+1])
			continue
		}
		c := x[p]
		before := uint8(0) // row[q] of the line above
		for q := range y {
			above := row[q+1]
			if c != y[q] || b[q] {
				row[q+1] = 0
			} else if row[q+1] = before + 1; int(row[q+1]) > n {
				n = int(row[q+1])
				i, j = p-n+1, q-n+1
			}
			before = above
		}
	}
	return i, j, n
}

// opposed reports words of one kind on both sides with none in common.
func opposed(a, b []int) bool {
	for _, x := range a {
		kind := x >> 8
		both, shared := false, false
		for _, y := range b {
			if y>>8 != kind {
				continue
			}
			both = true
			if y == x || slices.Contains(a, y) {
				shared = true
			}
		}
		if both && !shared {
			return true
		}
	}
	return false
}
