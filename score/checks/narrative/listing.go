package narrative

import (
	"slices"
	"strings"
	"unicode/utf8"

	"ziping/score"
	"ziping/score/prose"
	"ziping/text/blank"
	"ziping/text/units"
)

// Parts that no word announces: behind a colon, in brackets, in a sentence that begins
// with 其中, between 由 and 组成; and a whole behind its parts that names again what they
// count (共检查企业305家次). Such lists are tested only where all their figures count
// the same and their sum is near the whole: what is far from it was no list of all parts.

// nearly are the hundredths of the whole between which a sum is one of all its parts.
const nearlyFrom, nearlyTo = 80, 120

// listing tests the lists that follow a whole.
func (n *narrative) listing(p *score.Pass, src *source) {
	ms := src.text.Mentions
	for k := range ms {
		if !addable(&ms[k]) || ms[k].List != 0 {
			continue
		}
		first := k + 1
		for first < len(ms) && ms[first].Kind == prose.Name {
			first++
		}
		if first == len(ms) || ms[first].List != 0 && ms[first].Sentence == ms[k].Sentence {
			continue // a list that a word announces
		}
		if end := src.opened(k, first); end > 0 {
			n.parts(p, src, k, first, end)
		}
	}
}

// between is what is printed between two figures.
func (src *source) between(a, b int) string {
	ms := src.text.Mentions
	end := src.text.Len()
	if b < len(ms) {
		end = ms[b].At.Start
	}
	if ms[a].At.End > end {
		return ""
	}
	return blank.Fold(src.text.Quote(prose.Span{Start: ms[a].At.End, End: end}))
}

// opened reports where in the text a list ends that opens between a whole and the first
// figure behind it, 0 where none does.
func (src *source) opened(whole, first int) int {
	words := narrativeWords()
	gap := src.between(whole, first)
	from := src.text.Mentions[first].At.Start
	behind := func() string { return src.text.Quote(prose.Span{Start: from, End: src.text.Len()}) }
	until := func(marks string) int {
		rest := behind()
		if i := strings.IndexAny(rest, marks); i >= 0 {
			return from + utf8.RuneCountInString(rest[:i])
		}
		return src.text.Len()
	}
	switch {
	case strings.HasPrefix(gap, "("):
		return until(")\uff09")
	case strings.HasSuffix(strings.TrimRightFunc(gap, notMark), ":") && !strings.ContainsAny(gap, "。;!?"):
		return until("。\n")
	case slices.ContainsFunc(words.Among, func(w string) bool { return strings.HasPrefix(strings.TrimLeft(gap, "。;"), w) }):
		return until("。\n")
	case slices.ContainsFunc(words.Opening, func(w string) bool { return strings.HasPrefix(strings.TrimLeft(gap, ",。;"), w) }):
		return until("。;\n\uff1b")
	}
	for _, w := range words.MadeOf {
		open, shut, _ := strings.Cut(w, "…")
		if !strings.Contains(gap, open) || strings.ContainsAny(gap, "。;") {
			continue
		}
		rest := behind()
		if i := strings.Index(rest, shut); i >= 0 && !strings.ContainsAny(rest[:i], "。\n") {
			return from + utf8.RuneCountInString(rest[:i])
		}
	}
	return 0
}

// notMark reports what is no punctuation.
func notMark(r rune) bool { return !strings.ContainsRune(":,;。()、!?", r) }

// parts tests the figures from first to the place end against a whole.
func (n *narrative) parts(p *score.Pass, src *source, whole, first, end int) {
	ms := src.text.Mentions
	a := adds{whole: &ms[whole]}
	last := first
	for i := first; i < len(ms) && ms[i].At.Start < end; i++ {
		m := &ms[i]
		switch {
		case m.Kind == prose.Name:
			continue
		case unitOf(m) != unitOf(a.whole) || !addable(m) || overlaps(m, a.whole, src):
			return
		}
		a.add(m)
		last = i
	}
	if len(a.parts) < 2 || slices.ContainsFunc(narrativeWords().AndMore, func(w string) bool { return strings.HasPrefix(src.between(last, last+1), w) }) {
		return
	}
	a.near(p, src)
}

// overlaps reports a part that others may share, in words that the whole has not.
func overlaps(part, whole *prose.Mention, src *source) bool {
	if units.MoneyName(unitOf(whole)) != "" { // money is no one's twice
		return false
	}
	of := src.text.QuoteOf(whole)
	said := src.text.QuoteOf(part)
	return slices.ContainsFunc(narrativeWords().Overlapping, func(w string) bool { return strings.Contains(said, w) && !strings.Contains(of, w) })
}

// near reports parts that do not come to a whole they are near.
func (a *adds) near(p *score.Pass, src *source) {
	switch {
	case a.holds():
		p.Agree()
	case a.between(nearlyFrom, nearlyTo):
		a.tell(p, src)
	}
}

// named tests a whole behind its parts that names again what they count.
func (n *narrative) named(p *score.Pass, src *source) {
	ms := src.text.Mentions
	for k := 2; k < len(ms); k++ {
		gap := strings.TrimLeft(src.between(k-1, k), ",;、")
		i := slices.IndexFunc(narrativeWords().Together, func(w string) bool { return strings.HasPrefix(gap, w) })
		if i < 0 || !addable(&ms[k]) || ms[k].Among == prose.Together || ms[k].List != 0 {
			continue
		}
		rest := strings.TrimPrefix(gap, narrativeWords().Together[i])
		a := adds{whole: &ms[k]}
		for b := k - 1; b >= 0; b-- {
			m := &ms[b]
			if b < k-1 && strings.Contains(src.between(b, b+1), "。") {
				break
			}
			if m.Kind == prose.Name {
				continue
			}
			if !addable(m) || m.List != 0 || m.Year != ms[k].Year || unitOf(m) != unitOf(a.whole) || !alike(src.text.QuoteOf(m), rest) {
				break
			}
			a.add(m)
		}
		if len(a.parts) >= 2 {
			slices.Reverse(a.parts)
			a.near(p, src)
		}
	}
}

// alike reports two characters in a row that both texts have.
func alike(a, b string) bool {
	r := []rune(b)
	for i := 0; i+1 < len(r); i++ {
		if strings.Contains(a, string(r[i:i+2])) {
			return true
		}
	}
	return false
}
