package prose

import (
	_ "embed"
	"fmt"
	"slices"

	"ziping/text/datafile"
	"ziping/text/units"
)

//go:embed vocabulary.yaml
var vocabularyYAML []byte

// vocabulary is the data of vocabulary.yaml, ready to be searched.
type vocabulary struct {
	magnitudes, units, percents, points      words
	more, above, below, aboutAfter           words
	about, near, over, under, notHedge       words
	growth, growthEnd, comparison            words
	plan, done                               words
	completionVerbs, completionNouns, alone  words
	part, notPart, among, each, together     words
	light, soft, same, nameAfter, nameBefore words
	opposed                                  words // numbers are kind<<8 | which
	power                                    map[string]int32
	quotes                                   map[rune]rune
}

// lexicon is the embedded vocabulary, read once; a test opens it with load.
var lexicon = datafile.Once(vocabularyYAML, load)

// load reads a vocabulary and refuses empty lists, empty words and quotes that are no pairs.
func load(text []byte) (*vocabulary, error) {
	var y struct {
		Quotes  []string   `yaml:"quotes"`
		Opposed [][]string `yaml:"opposed"`
		Same    [][]string `yaml:"same"`

		Lists map[string][]string `yaml:",inline"`
	}
	if err := datafile.Decode("prose: vocabulary", text, &y); err != nil {
		return nil, err
	}
	v := &vocabulary{power: units.Magnitudes(), quotes: map[rune]rune{}}
	for name, to := range map[string]*words{
		"points": &v.points,
		"more":   &v.more, "above": &v.above, "below": &v.below, "about_after": &v.aboutAfter,
		"about": &v.about, "near": &v.near, "over": &v.over, "under": &v.under, "not_hedge": &v.notHedge,
		"growth": &v.growth, "growth_end": &v.growthEnd, "comparison": &v.comparison,
		"plan": &v.plan, "done": &v.done,
		"completion_verbs": &v.completionVerbs, "completion_nouns": &v.completionNouns, "completion_alone": &v.alone,
		"part": &v.part, "not_part": &v.notPart, "among": &v.among, "each": &v.each, "together": &v.together,
		"light": &v.light, "soft": &v.soft, "name_after": &v.nameAfter, "name_before": &v.nameBefore,
	} {
		list := y.Lists[name]
		delete(y.Lists, name)
		if len(list) == 0 || slices.Contains(list, "") {
			return nil, fmt.Errorf("prose: vocabulary: %s has no words, or an empty one", name)
		}
		for _, w := range list {
			to.add(w, "", 0)
		}
	}
	for name := range y.Lists {
		return nil, fmt.Errorf("prose: vocabulary: nothing is known by the name %s", name)
	}
	for w := range v.power {
		v.magnitudes.add(w, "", 0)
	}
	for _, w := range units.Counted() {
		v.units.add(w, "", 0)
	}
	for _, w := range units.ShareSigns() {
		v.percents.add(w, "", 0)
	}
	for kind, list := range y.Opposed {
		for i, w := range list {
			v.opposed.add(w, "", kind<<8|i)
		}
	}
	for _, list := range y.Same {
		for _, w := range list[1:] {
			v.same.add(w, list[0], 0)
		}
	}
	for _, q := range y.Quotes {
		r := []rune(q)
		if len(r) != 2 {
			return nil, fmt.Errorf("prose: vocabulary: quotes %q are no pair", q)
		}
		v.quotes[r[0]] = r[1]
	}
	return v, nil
}

// word is an entry of words, with what it is written as and a number of its list.
type word struct {
	text   []rune
	as     []rune
	number int
}

// words is a set of words to be looked for at a place of a text.
type words struct {
	first, last   map[rune][]word // by first and by last character, longest first
	firsts, lasts seen
}

// seen tells of most characters, quickly, that no word begins or ends with them.
type seen [64]uint64

func (s *seen) add(r rune)      { s[uint32(r)>>6&63] |= 1 << (uint32(r) & 63) }
func (s *seen) has(r rune) bool { return s[uint32(r)>>6&63]>>(uint32(r)&63)&1 == 1 }

func (w *words) add(text, as string, number int) {
	if w.first == nil {
		w.first, w.last = map[rune][]word{}, map[rune][]word{}
	}
	x := word{[]rune(text), []rune(as), number}
	put := func(m map[rune][]word, r rune) {
		m[r] = append(m[r], x)
		slices.SortStableFunc(m[r], func(a, b word) int { return len(b.text) - len(a.text) })
	}
	first, last := x.text[0], x.text[len(x.text)-1]
	put(w.first, first)
	put(w.last, last)
	w.firsts.add(first)
	w.lasts.add(last)
}

// at returns the longest word that begins the text.
func (w *words) at(text []rune) (word, bool) {
	if len(text) == 0 || !w.firsts.has(text[0]) {
		return word{}, false
	}
	for _, x := range w.first[text[0]] {
		if len(x.text) <= len(text) && slices.Equal(text[:len(x.text)], x.text) {
			return x, true
		}
	}
	return word{}, false
}

// before returns the longest word that ends the text.
func (w *words) before(text []rune) (word, bool) {
	if len(text) == 0 || !w.lasts.has(text[len(text)-1]) {
		return word{}, false
	}
	for _, x := range w.last[text[len(text)-1]] {
		if len(x.text) <= len(text) && slices.Equal(text[len(text)-len(x.text):], x.text) {
			return x, true
		}
	}
	return word{}, false
}

// in returns the first place of a word in the text, −1 where there is none.
func (w *words) in(text []rune) (int, word) {
	for i := range text {
		if x, ok := w.at(text[i:]); ok {
			return i, x
		}
	}
	return -1, word{}
}
